import { pagesText } from '../documents/page-ranges.ts';
import type { ExhibitDocument, PersonChapter } from '../report/binder-model.ts';
import { headed } from './canvas.ts';
import type { Faces } from './faces.ts';
import type { Flow } from './flow.ts';
import type { BodyFacts } from './frame.ts';
import { measure, sheets, type } from './ink.ts';
import { linesOf } from './lines.ts';
import type { PagePlan } from './page-plan.ts';
import { exhibitPlace } from './places.ts';
import { isDemonstrationKey } from './proof-box.ts';
import { tableSection, type TableRow } from './rows-pages.ts';

const digest = { ...type.mono, size: 6.5 };
const grouped = (hex: string): string => hex.toUpperCase().match(/.{4}/g)?.join(' ') ?? '';

function exhibitRows(chapter: PersonChapter): readonly TableRow[] {
  return chapter.exhibits.flatMap(({ entries }) => entries.flatMap(({ number, title, body }): readonly TableRow[] => {
    if (body.kind !== 'document' && body.kind !== 'kept-file') return [];
    const { document } = body;
    const to = exhibitPlace(chapter.personId, number);
    return [{
      to,
      cells: [
        { kind: 'text', text: number, style: type.cellBold, lines: 2 }, { kind: 'text', text: title, below: document.name, lines: 3 },
        { kind: 'text', text: grouped(document.sha256), style: digest, lines: 2 }, { kind: 'text', text: shownPages(body.kind === 'kept-file', document), lines: 3 }, { kind: 'page', to },
      ],
    }];
  }));
}

const shownPages = (kept: boolean, document: ExhibitDocument): string =>
  (kept ? 'attached whole' : pagesText(document.pages.filter((page) => page.show !== 'left-out').map((page) => page.page)));

/** Appendix 2 of one person: every file that stands in the binder with its digest and place; where it is a binder of its own, how to verify it. */
export function manifestPages(faces: Faces, facts: BodyFacts, chapter: PersonChapter, own: boolean): readonly PagePlan[] {
  const flow = tableSection(faces, facts, {
    title: own ? 'Appendix 2: Manifest and how to verify' : `Manifest: ${chapter.name}`,
    lead: 'Every file that stands in this binder, by the SHA-256 of the bytes as they were filed. The same list, with a digest of every page, is attached to the PDF.',
    place: own ? 'manifest' : `person:${chapter.personId}/manifest`,
    columns: [{ head: 'EXHIBIT', width: 50 }, { head: 'DOCUMENT', width: 172 }, { head: 'SHA-256 OF THE FILE', width: 172 }, { head: 'ITS PAGES', width: 54 }, { head: 'PAGE', width: 44, align: 'right' }],
    rows: exhibitRows(chapter), none: 'No file stands in this binder.',
  });
  if (own) howToVerify(flow, faces, facts);
  return headed(flow.finish(), { name: chapter.name });
}

/** The same for a binder of several people, whose files stand in their chapters. */
export function verifyPages(faces: Faces, facts: BodyFacts): readonly PagePlan[] {
  const flow = tableSection(faces, facts, { title: 'Appendix 2: Manifest and how to verify', lead: null, place: 'manifest', columns: [], rows: [], none: 'The files of each person stand in that person’s chapter, with their SHA-256.' });
  howToVerify(flow, faces, facts);
  return flow.finish();
}

function howToVerify(flow: Flow, faces: Faces, facts: BodyFacts): void {
  const { left } = sheets[facts.paper];
  const key = facts.keyFingerprint;
  const paragraphs: readonly (readonly [string, string])[] = [
    ['In Muster', 'Open Binders, choose Verify, then the PDF. Muster says who signed it, or which pages were changed, removed, added or moved. It needs no agency data for that.'],
    ['Command line', 'muster verify FILE.pdf says the same and ends with 0 only where nothing was changed.'],
    ['Without Muster', 'The attachment muster-manifest.json holds the digest of every page and every exhibit, and the signature. The file NAME.manifest.json beside the PDF also holds the SHA-256 of the whole PDF, which any program can compute.'],
    ['Key', key === null
      ? 'This binder is not signed. Its digests say whether it is still as it was made only if they are compared with a copy kept elsewhere.'
      : isDemonstrationKey(key) ? `Demonstration key, which anybody has: it proves nothing about who made the binder. Fingerprint ${grouped(key)}` : `Compare with what the agency says by another way than this file, such as the telephone: ${grouped(key)}`],
  ];
  const title = flow.take(34, 40);
  flow.page().line('How to verify this binder', type.h2, left, title + 14, measure);
  for (const [label, text] of paragraphs) {
    const lines = linesOf(faces, text, type.body, measure - 84, 5);
    const top = flow.take(lines.length * 12.6 + 6);
    flow.page().line(label, type.cellGrey, left, top + 0.8, 80);
    flow.page().lines(lines, type.body, left + 84, top);
  }
}
