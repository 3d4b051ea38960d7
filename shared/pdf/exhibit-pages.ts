import type { ExhibitDocument, ExhibitEntry, ExhibitPage, ExhibitTab, PersonChapter } from '../report/binder-model.ts';
import { shortFingerprint } from '../report/words.ts';
import { bytesWords } from '../storage/space.ts';
import { countOf } from '../wording.ts';
import { headed, newCanvas } from './canvas.ts';
import { planCertificate } from './certificate-pages.ts';
import { dividerPages } from './divider-pages.ts';
import type { Faces } from './faces.ts';
import type { BodyFacts } from './frame.ts';
import { ink, measure, sheets, type } from './ink.ts';
import { noticePage, type Notice, type NoticeSee } from './notice-page.ts';
import type { PagePlan } from './page-plan.ts';
import { exhibitPlace, listed } from './places.ts';

/** Where a page of a document is shown, in points from the top left corner of the sheet. */
export const exhibitFrame = {
  letter: { x: 78.5, y: 82, width: 479, height: 620 },
  a4: { x: 72.5, y: 82, width: 479, height: 669 },
} as const;

/** One exhibit with the pages it takes in this volume; none where it lies in volume 2. */
export type MadeExhibit = { readonly entry: ExhibitEntry; readonly pages: readonly PagePlan[] };
export type MadeTab = { readonly tab: ExhibitTab['tab']; readonly title: string; readonly divider: readonly PagePlan[]; readonly entries: readonly MadeExhibit[] };

/** Pages of a tab with its divider. */
export const tabPages = (tab: MadeTab): readonly PagePlan[] => [...tab.divider, ...tab.entries.flatMap((entry) => entry.pages)];

const sha = (document: ExhibitDocument): string => `sha ${shortFingerprint(document.sha256)}`;

const supports = ({ rows }: ExhibitEntry): string | null => (rows.length === 0 ? null : `supports ${rows.length === 1 ? 'row' : 'rows'} ${listed(rows.map(String))}`);

function seeOf(personId: string, { rows, findings }: ExhibitEntry): readonly NoticeSee[] {
  return [
    ...rows.slice(0, 2).map((row) => ({ words: `Checklist row ${row}`, to: `person:${personId}/row/${row}` })),
    ...findings.slice(0, 2).map((finding) => ({ words: `Finding ${finding}`, to: `person:${personId}/finding/${finding}` })),
  ];
}

/** The frame with one page of a document in it, and what that page is. */
function framePage(faces: Faces, facts: BodyFacts, personId: string, entry: ExhibitEntry, document: ExhibitDocument, page: ExhibitPage): PagePlan {
  const { left } = sheets[facts.paper];
  const frame = exhibitFrame[facts.paper];
  const canvas = newCanvas(faces);
  const [right, bottom] = [frame.x + frame.width, frame.y + frame.height];
  canvas.rule(frame.x, right, frame.y, 0.4, ink.hair);
  canvas.rule(frame.x, right, bottom, 0.4, ink.hair);
  canvas.post(frame.x, frame.y, bottom, 0.4, ink.hair);
  canvas.post(right, frame.y, bottom, 0.4, ink.hair);
  const caption = [`${entry.number}  ${entry.title}`, entry.filed, supports(entry)].filter((part) => part !== null).join(' · ');
  canvas.line(caption, type.small, left, bottom + 2.2, measure);
  const [row] = entry.rows;
  if (row !== undefined) canvas.link(left, bottom + 2, measure, 9.4, `person:${personId}/row/${row}`);
  if (page.show === 'rasterised') canvas.line(`Shown as a picture of the page, with parts taken out of it${page.why === null ? '' : `: ${page.why}`}`, type.smallGrey, left, bottom + 10.6, measure);
  return { ...canvas.finish(), source: { document, page } };
}

function documentPages(faces: Faces, facts: BodyFacts, personId: string, entry: ExhibitEntry, document: ExhibitDocument): readonly PagePlan[] {
  return document.pages.map((page, index) => {
    const made = page.show === 'left-out'
      ? noticePage(faces, facts.paper, {
        kicker: 'PAGE LEFT OUT · THIS PAGE STANDS IN ITS PLACE', title: entry.title, status: null, place: null,
        facts: [{ label: 'Left out', text: `Page ${page.page} of ${document.name}` }, { label: 'Why', text: page.why ?? 'It holds what this recipient is not to read.' }],
        see: seeOf(personId, entry), note: null,
      })
      : framePage(faces, facts, personId, entry, document, page);
    const how = page.show === 'left-out' ? ['page left out'] : page.show === 'rasterised' ? ['at most 78 % of its size', 'parts taken out'] : ['at most 78 % of its size'];
    return stamped(made, entry, index + 1, document.pages.length, [sha(document), ...how]);
  });
}

const stamped = (page: PagePlan, { number }: ExhibitEntry, at: number, of: number, lines: readonly string[]): PagePlan => ({ ...page, head: { ...page.head, stamp: { exhibit: number, page: at, of, lines } } });

function single(faces: Faces, facts: BodyFacts, entry: ExhibitEntry, notice: Notice, lines: readonly string[]): readonly PagePlan[] {
  return [stamped(noticePage(faces, facts.paper, notice), entry, 1, 1, lines)];
}

/** Links and names of a part that may be there more than once, made its own. */
function within(page: PagePlan, prefix: string): PagePlan {
  return {
    ...page,
    places: page.places.map((place) => ({ ...place, name: `${prefix}/${place.name}` })),
    links: page.links.map((link) => ({ ...link, to: `${prefix}/${link.to}` })),
    late: page.late.map((late) => ({ ...late, to: `${prefix}/${late.to}` })),
  };
}

function bodyPages(faces: Faces, facts: BodyFacts, personId: string, entry: ExhibitEntry): readonly PagePlan[] {
  const { body, number } = entry;
  const about = { title: entry.title, status: entry.status, see: seeOf(personId, entry), place: null };
  switch (body.kind) {
    case 'volume-2':
      return [];
    case 'document':
      return documentPages(faces, facts, personId, entry, body.document);
    case 'certificates': {
      const made = body.certificates.flatMap((certificate, index) => planCertificate(faces, certificate).pages.map((page) => within(page, `${exhibitPlace(personId, number)}/${index}`)));
      return made.map((page, index) => stamped(page, entry, index + 1, made.length, ['made by Muster', 'from its record']));
    }
    case 'gap':
      return single(faces, facts, entry, {
        ...about, kicker: 'GAP PAGE · THIS PAGE STANDS WHERE THE DOCUMENT WOULD BE', title: body.gap.title, status: body.gap.status, facts: body.gap.facts,
        note: `If the document is found later, it takes the next free number. ${number} keeps its place, and this page stays in every binder as known before that day.`,
      }, ['no document', 'gap page']);
    case 'not-shown':
      return single(faces, facts, entry, {
        ...about, kicker: 'NOT SHOWN · THIS PAGE STANDS WHERE THE DOCUMENT WOULD BE', facts: [{ label: 'Document', text: body.name }, { label: 'Why', text: body.why }], note: null,
      }, ['document not shown']);
    case 'kept-file': {
      const { document, attached } = body;
      return single(faces, facts, entry, {
        ...about, kicker: 'A FILE THAT IS KEPT AS IT IS',
        facts: [
          { label: 'File', text: document.name },
          { label: 'Kind', text: document.mediaType },
          { label: 'Size', text: document.bytes < 1000 ? countOf(document.bytes, 'byte') : bytesWords(document.bytes) },
          { label: 'SHA-256', text: document.sha256.toUpperCase().match(/.{4}/g)?.join(' ') ?? '', style: type.mono },
          ...(entry.filed === null ? [] : [{ label: 'Filed', text: entry.filed }]),
          { label: 'In this PDF', text: attached ? 'Attached as it was filed: open the list of attachments of this PDF.' : 'Not attached: something is taken out for this recipient, and that cannot be done in a file of this kind.' },
        ],
        note: null,
      }, [sha(document), attached ? 'attached to this PDF' : 'not attached']);
    }
  }
}

/** The exhibits of a chapter, tab by tab: a divider that lists them, then each in order. `only` keeps those it answers true for. */
export function exhibitTabs(faces: Faces, facts: BodyFacts, chapter: PersonChapter, only: (entry: ExhibitEntry) => boolean): readonly MadeTab[] {
  return chapter.exhibits.flatMap(({ tab, title, entries }) => {
    const made = entries.filter(only).map((entry): MadeExhibit => {
      const pages = headed(bodyPages(faces, facts, chapter.personId, entry), { name: chapter.name, tab });
      const place = { name: exhibitPlace(chapter.personId, entry.number), y: 60 };
      return { entry, pages: pages.map((page, index) => (index === 0 ? { ...page, places: [place, ...page.places] } : page)) };
    });
    if (made.length === 0) return [];
    return [{ tab, title, entries: made, divider: headed(dividerPages(faces, facts, chapter.personId, tab, title, made), { name: chapter.name, tab }) }];
  });
}
