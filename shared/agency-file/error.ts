import { countOf } from '../wording.ts';
import type { JsonFault } from './json-scan.ts';
import { oneLine } from './path.ts';
import { describeProblem, type AgencyFileProblem } from './problem.ts';

/** What can be wrong with the archive around an agency.json. `entry` is a path inside the ZIP. */
export type ArchiveFault =
  | { readonly code: 'damaged-archive' }
  | { readonly code: 'too-many-entries'; readonly limit: number }
  | { readonly code: 'too-large'; readonly entry: string | null; readonly limitBytes: number }
  | { readonly code: 'suspicious-ratio'; readonly entry: string; readonly limit: number }
  | { readonly code: 'unknown-entry'; readonly entry: string }
  | { readonly code: 'repeated-entry'; readonly entry: string }
  | { readonly code: 'missing-entry'; readonly entry: string }
  | { readonly code: 'bad-manifest'; readonly detail: string }
  | { readonly code: 'changed-entry'; readonly entry: string }
  | { readonly code: 'unlisted-entry'; readonly entry: string }
  | { readonly code: 'misnamed-document'; readonly entry: string }
  | { readonly code: 'unknown-document'; readonly entry: string }
  | { readonly code: 'document-size'; readonly entry: string; readonly stated: number; readonly found: number };

/** Why an agency file was refused. Nothing of a refused file is loaded. */
export type AgencyFileError = { readonly fileName: string } & (
  | ArchiveFault
  | JsonFault
  | { readonly code: 'empty' }
  | { readonly code: 'not-utf8' }
  | { readonly code: 'not-an-agency-file'; readonly found: string | null }
  | { readonly code: 'newer-version'; readonly version: number; readonly readable: number }
  /** `problems` are the first of `count`. */
  | { readonly code: 'content'; readonly problems: readonly AgencyFileProblem[]; readonly count: number }
);

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1_048_576)} MiB`;

/** The refusal in one sentence on one line: which file, where in it, what is wrong, what to do. */
export function describeAgencyFileError(error: AgencyFileError): string {
  return `${oneLine(error.fileName)}: ${sentence(error)}`;
}

function sentence(error: AgencyFileError): string {
  switch (error.code) {
    case 'empty':
      return 'the file is empty, choose a .muster file or an agency.json';
    case 'not-utf8':
      return 'is neither a .muster archive nor UTF-8 text, choose a .muster file or an agency.json';
    case 'syntax':
      return error.found === ''
        ? `line ${error.line}, column ${error.column}: the JSON ends too early, the file was cut short`
        : `line ${error.line}, column ${error.column}: not JSON at "${oneLine(error.found)}", correct the text there`;
    case 'duplicate-key':
      return `line ${error.line}, ${error.path}: the key is given twice, keep one`;
    case 'forbidden-key':
      return `line ${error.line}, ${error.path}: unknown key, remove it`;
    case 'inexact-number':
      return `line ${error.line}, ${error.path}: the number is too large to be kept exactly, correct it`;
    case 'too-deep':
      return `line ${error.line}: nested more than ${error.limit} levels deep, no agency file is`;
    case 'not-an-agency-file':
      return error.found === null
        ? 'is JSON but not an agency file: format "muster-agency" is missing at the top level'
        : `is not an agency file: its format is "${oneLine(error.found)}", expected "muster-agency"`;
    case 'newer-version':
      return `was written in version ${error.version} of the agency file, this Muster reads up to version ${error.readable}; update Muster to open it`;
    case 'content': {
      const first = error.problems[0];
      const more = error.count - 1;
      return `${first === undefined ? 'the content is not valid' : describeProblem(first)}${more > 0 ? ` (and ${more} more)` : ''}`;
    }
    default:
      return archiveSentence(error);
  }
}

function archiveSentence(fault: ArchiveFault): string {
  switch (fault.code) {
    case 'damaged-archive':
      return 'the archive is damaged or cut short, take another copy';
    case 'too-many-entries':
      return `the archive holds more than ${countOf(fault.limit, 'entry', 'entries')}, no agency file does`;
    case 'too-large':
      return `${fault.entry === null ? 'the content' : oneLine(fault.entry)} is larger than ${megabytes(fault.limitBytes)} unpacked, which is more than Muster opens`;
    case 'suspicious-ratio':
      return `${oneLine(fault.entry)} unpacks to more than ${fault.limit} times its size, which no agency file does`;
    case 'unknown-entry':
      return `${oneLine(fault.entry)}: an agency file holds only agency.json, manifest.json and documents/<sha256>, remove the entry`;
    case 'repeated-entry':
      return `${oneLine(fault.entry)}: the archive holds this entry twice, take another copy`;
    case 'missing-entry':
      return `${fault.entry} is missing from the archive, take another copy`;
    case 'bad-manifest':
      return `manifest.json: ${fault.detail}`;
    case 'changed-entry':
      return `${oneLine(fault.entry)}: differs from what manifest.json lists, the file was changed after it was written; take another copy`;
    case 'unlisted-entry':
      return `${oneLine(fault.entry)}: manifest.json does not list it, the file was changed after it was written; take another copy`;
    case 'misnamed-document':
      return `${oneLine(fault.entry)}: the content does not have the SHA-256 the entry is named by, take another copy`;
    case 'unknown-document':
      return `${oneLine(fault.entry)}: agency.json lists no document of this SHA-256, add it there or remove the entry`;
    case 'document-size':
      return `${oneLine(fault.entry)}: agency.json says ${countOf(fault.stated, 'byte')}, the stored document has ${fault.found}`;
  }
}
