import { countOf } from '../wording.ts';
import { pagesText } from './page-ranges.ts';

/** How a document's pages are shown: by its own kind, or not at all (`kept`: Word files and others are kept as they are). */
export type DocumentKind = 'pdf' | 'jpeg' | 'png' | 'tiff' | 'kept';

/**
 * Why a file cannot be taken as a document. `encrypted`: it opens with a password only, `unlockable` when Muster can open it
 * once it is typed. `pages` are counted from 1.
 */
export type DocumentProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'encrypted'; readonly unlockable: boolean }
  | { readonly code: 'wrong-password' }
  | { readonly code: 'truncated' }
  | { readonly code: 'no-pages' }
  | { readonly code: 'damaged'; readonly pages?: readonly number[] }
  | { readonly code: 'too-large'; readonly limit: { readonly megabytes: number } | { readonly pages: number } | { readonly megapixels: number } }
  | { readonly code: 'unsupported'; readonly what: string }
  | { readonly code: 'program' }
  /** The file could not be read from where it lies. */
  | { readonly code: 'unreachable' }
  /** The examination itself came to no end. */
  | { readonly code: 'not-examined' };

/** What is worth knowing of a file that can be taken. */
export type DocumentNote =
  /** Its name ends otherwise than its content is; `name` is the name with the right ending. */
  | { readonly code: 'lying-name'; readonly is: string; readonly name: string }
  /** Pages with nothing on them at all. */
  | { readonly code: 'blank-pages'; readonly pages: readonly number[] }
  /** It opens without a password, and a password guards what may be done with it. */
  | { readonly code: 'restricted' }
  /** The page count the file states is not what it has. */
  | { readonly code: 'miscounted'; readonly stated: number }
  /** A picture in a kind that cannot be shown or printed here. */
  | { readonly code: 'not-shown'; readonly is: string };

/** What a file is by its content. `pages` is 0 for what is kept as it is. `mediaType` and the notes are by content, never by name. */
export type Examined = {
  readonly mediaType: string;
  readonly kind: DocumentKind;
  readonly pages: number;
  readonly notes: readonly DocumentNote[];
};

/** What happened to a file that was not taken, and what to do. One or two sentences; `name` is the file's. */
export function problemWords(problem: DocumentProblem, name: string): string {
  switch (problem.code) {
    case 'empty':
      return `${name} has no content: it is a file of 0 bytes. Copy or scan it again.`;
    case 'encrypted':
      return problem.unlockable
        ? `${name} has a password. Type it, and the document is kept without one, sealed by Muster; or ask whoever sent it for a copy without a password.`
        : `${name} has a password, and Muster cannot open this kind. Open it in the program it was made with, save it as a PDF without a password, and choose that.`;
    case 'wrong-password':
      return `The password does not open ${name}. Capital and small letters count; type it again, or ask whoever sent the file.`;
    case 'truncated':
      return `${name} is cut off: its end is missing, as after a copy or download that was interrupted. Copy or scan it again, or ask whoever sent it.`;
    case 'no-pages':
      return `${name} has no pages. Scan it again, or ask whoever sent it.`;
    case 'damaged':
      return problem.pages === undefined
        ? `${name} is damaged and cannot be read. Scan it again, or ask whoever sent it.`
        : `${name} is damaged: ${problem.pages.length === 1 ? 'page' : 'pages'} ${pagesText(problem.pages)} cannot be read. Scan it again, or ask whoever sent it.`;
    case 'too-large':
      return 'megabytes' in problem.limit
        ? `${name} is larger than ${problem.limit.megabytes} MB. Scan it at a lower resolution, or split it.`
        : 'pages' in problem.limit
          ? `${name} has more than ${problem.limit.pages} pages. Split it.`
          : `A picture in ${name} has more than ${problem.limit.megapixels} million points. Scan it at a lower resolution.`;
    case 'unsupported':
      return `${name} is ${problem.what}, which Muster cannot read. Save or scan it as a PDF, and choose that.`;
    case 'program':
      return `${name} is a program, not a document, and was not taken. If it came by mail, do not open it.`;
    case 'unreachable':
      return `${name} could not be read: it was moved, or its drive was taken away. Choose it again.`;
    case 'not-examined':
      return `${name} was not taken: examining it needs more time or memory than there is. Split it, or save it again as a PDF.`;
  }
}

/** A note in a sentence, for the line under a file's name. */
export function noteWords(note: DocumentNote, name: string): string {
  switch (note.code) {
    case 'lying-name':
      return `Named ${endingOf(name)}, and is ${note.is}: kept as ${note.name}.`;
    case 'blank-pages':
      return note.pages.length === 1 ? `Page ${pagesText(note.pages)} is blank.` : `Pages ${pagesText(note.pages)} are blank.`;
    case 'restricted':
      return 'Opens without a password; printing or copying was restricted by whoever made it.';
    case 'miscounted':
      return `The file says that it has ${countOf(note.stated, 'page')}; what is there was counted.`;
    case 'not-shown':
      return `Kept as it is: ${note.is} cannot be shown here. A binder gives it a cover page that names it. For its pages, save it as a PDF.`;
  }
}

const endingOf = (name: string): string => {
  const at = name.lastIndexOf('.');
  return at < 1 ? 'without an ending' : name.slice(at);
};
