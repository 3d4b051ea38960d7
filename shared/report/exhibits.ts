import { civilDateAt, type CivilDate } from '../civil-date.ts';
import { defaultTimeZone } from '../model/agency.ts';
import type { DocRef, DocumentRecord } from '../model/document.ts';
import { medicalKinds, type Evidence } from '../model/evidence.ts';
import { exclusionListWords } from '../model/exclusion.ts';
import type { Person } from '../model/person.ts';
import { binderTabs, binderTabTitles, type BinderTab } from '../rules/requirement.ts';
import { worseOf, type Status } from '../rules/status.ts';
import { dateWords } from '../wording.ts';
import type { ExhibitBody, ExhibitEntry, ExhibitTab } from './binder-model.ts';
import type { NumberedRow } from './checklist.ts';
import { byText } from './by-text.ts';
import type { BinderContext } from './context.ts';
import { certificateYears } from './exhibit-certificates.ts';
import { byNumber, exhibitKey, numberExhibits } from './exhibit-numbers.ts';
import { shownDocument } from './exhibit-pages.ts';
import { evidenceDate, itemOf } from './evidence-words.ts';
import { gapPage, wantsGapPage } from './gap-pages.ts';
import { isKeptApart, recipientOf } from './recipient.ts';

/** The exhibits of one chapter, by tab, and which ones stand for which checklist line: first the page where something is missing, then what decided. */
export type Exhibits = {
  readonly tabs: readonly ExhibitTab[];
  readonly ofRow: ReadonlyMap<number, readonly string[]>;
  /** Lines of which an exhibit lies in volume 2. */
  readonly inOther: ReadonlySet<number>;
};

/** An exhibit that has no number yet. */
type Draft = {
  readonly stands: string;
  readonly tab: BinderTab;
  readonly on: CivilDate | null;
  readonly title: string;
  readonly filed: string | null;
  /** Checklist lines it stands for, and how closely. */
  readonly rows: Map<number, Rank>;
  readonly body: ExhibitBody;
};

/** What a line names first: the page where something is missing, what decided, what was before it. */
type Rank = 0 | 1 | 2;
const ranked = (rows: readonly number[], rank: Rank): Map<number, Rank> => new Map(rows.map((row) => [row, rank]));

/** Something that rests on documents. */
type Holder = { readonly documents?: readonly DocRef[] };

/**
 * The exhibits of a person. Every document a counted item rests on is one, whatever number of lines it proves; different pages of one scan are different
 * exhibits. Where a line wants evidence a gap page stands. Health documents are exhibits of volume 2; volume 1 names them. Papers kept apart from the personnel
 * file stay out unless the recipient includes them (rules section 7).
 */
export function exhibitsOf(context: BinderContext, person: Person, rows: readonly NumberedRow[], findingOf: (row: number) => number | null): Exhibits {
  const profile = recipientOf(context.options);
  const drafts = new Map<string, Draft>();
  const tabOfKind = tabsOfKinds(rows);
  const rowsOf = rowsOfItems(rows);

  const sealed = new Map((context.sealed.get(person.id) ?? []).map(({ number, stands }) => [stands, number.slice(0, 1)] as const));
  const sealedTab = (stands: string): BinderTab | undefined => binderTabs.find((tab) => tab === sealed.get(stands));
  const put = (draft: Draft): void => {
    const known = drafts.get(draft.stands);
    if (known === undefined) drafts.set(draft.stands, draft);
    else for (const [row, rank] of draft.rows) known.rows.set(row, Math.min(rank, known.rows.get(row) ?? rank) as Rank);
  };

  const putDocuments = (holder: Holder, itemId: string | null, what: { readonly title: string; readonly tab: BinderTab; readonly on: CivilDate | null; readonly medical: boolean; readonly lines: readonly number[] }): void => {
    for (const ref of holder.documents ?? []) {
      const document = context.document(ref.id);
      if (isKeptApart(context, ref.id)) continue;
      const medical = what.medical || document?.vault === 'medical';
      const deciding = itemId === null ? undefined : rowsOf.get(itemId);
      const stands = exhibitKey.document(ref);
      // A document that proves several things lies where a binder has put it before, whatever else it comes to prove.
      const before = sealedTab(stands);
      put({
        stands, tab: medical ? 'E' : before === undefined || before === 'E' ? what.tab : before, on: what.on, title: what.title, filed: document === undefined ? null : filedWords(document, context),
        rows: deciding === undefined ? ranked(what.lines, 2) : ranked(deciding, 1), body: bodyOf(context, document, ref, medical),
      });
    }
  };
  /** What is dated after the day judged proves nothing of it. */
  const isLater = (on: CivilDate | null | undefined): boolean => on != null && on > context.options.asOf;
  const linesOf = (kind: Evidence['kind']): readonly number[] => rows.filter((row) => row.info?.kinds.includes(kind) === true).slice(0, 1).map(({ number }) => number);
  const searching = rows.filter((row) => row.tab === 'D' && row.standing.periods !== undefined).map((row) => row.number);

  for (const item of standingEvidence(context, person.id)) {
    const on = evidenceDate(item) ?? null;
    if (isLater(on) && !rowsOf.has(item.id)) continue;
    const tab = tabOfRow(rows, rowsOf.get(item.id)) ?? tabOfKind.get(item.kind) ?? 'I';
    // What did not decide is the history of the line that takes its kind: the card before this one, the other reference.
    putDocuments(item, item.id, { title: itemOf(item), tab, on, medical: medicalKinds.includes(item.kind), lines: linesOf(item.kind) });
  }
  for (const license of person.licenses ?? []) {
    if (isLater(license.issuedOn)) continue;
    const title = license.issuedOn === undefined ? 'Licence' : `Licence, ${dateWords(license.issuedOn)}`;
    putDocuments(license, null, { title, tab: 'B', on: license.issuedOn ?? null, medical: false, lines: linesOf('license-verification') });
  }
  for (const check of context.checksOf(person.id)) {
    if (isLater(check.checkedOn)) continue;
    putDocuments(check, check.id, { title: `Search of ${exclusionListWords[check.list].short}, ${dateWords(check.checkedOn)}`, tab: 'D', on: check.checkedOn, medical: false, lines: searching });
  }
  for (const decision of context.decisionsOf(person.id)) {
    if (isLater(decision.decidedOn)) continue;
    putDocuments(decision, null, { title: `Decision on a possible match, ${dateWords(decision.decidedOn)}`, tab: 'D', on: decision.decidedOn, medical: false, lines: searching });
  }
  if (profile.sections.includes('certificates') && context.options.volume !== 2) {
    for (const { year, title, on, certificates } of certificateYears(context, person)) {
      put({ stands: exhibitKey.certificates(year), tab: 'D', on, title, filed: null, rows: ranked(searching, 2), body: { kind: 'certificates', certificates } });
    }
  }
  for (const row of rows) {
    if (!wantsGapPage(context, row)) continue;
    put({
      stands: exhibitKey.gap(row.standing.requirement, row.standing.employmentId ?? ''), tab: row.tab, on: null, title: `${row.info?.title ?? row.standing.requirement}: not on file`, filed: null,
      rows: ranked([row.number], 0), body: { kind: 'gap', gap: gapPage(context, row) },
    });
  }
  return numbered(context, person.id, [...drafts.values()], rows, findingOf);
}

/** What a volume shows of a document. */
function bodyOf(context: BinderContext, document: DocumentRecord | undefined, ref: DocRef, medical: boolean): ExhibitBody {
  if (medical && context.options.volume !== 2) return { kind: 'volume-2' };
  if (document === undefined) return { kind: 'not-shown', name: 'A document', why: 'It is named, and this record holds nothing of it.' };
  const profile = recipientOf(context.options);
  const shown = shownDocument(document, ref.pages, profile, context.options.examined);
  switch (shown.kind) {
    case 'document':
      return { kind: 'document', document: shown.document };
    case 'kept-file':
      // What is in such a file cannot be looked through, so it is not handed on where anything has to be taken out.
      return { kind: 'kept-file', document: shown.document, attached: profile.redact.length === 0 };
    case 'not-shown':
      return { kind: 'not-shown', name: document.name, why: shown.why };
  }
}

/** The items of a person that stand: recorded by then, not retracted, not corrected; oldest first. */
function standingEvidence(context: BinderContext, personId: string): readonly Evidence[] {
  const { items } = context.known.ofPerson(personId);
  return [...items.values()].flatMap((list) => list.map(({ source }) => source)).sort((a, b) => byText(evidenceDate(a) ?? '9999', evidenceDate(b) ?? '9999') || byText(a.id, b.id));
}

function filedWords(document: DocumentRecord, context: BinderContext): string {
  const day = civilDateAt(Date.parse(document.recordedAt), context.file.agency.timeZone ?? defaultTimeZone);
  return `filed ${dateWords(day)}${document.recordedBy === undefined ? '' : ` by ${document.recordedBy}`}`;
}

/** The tab of the first line that takes evidence of a kind. */
function tabsOfKinds(rows: readonly NumberedRow[]): ReadonlyMap<string, BinderTab> {
  const tabs = new Map<string, BinderTab>();
  for (const row of rows) for (const kind of row.info?.kinds ?? []) if (!tabs.has(kind)) tabs.set(kind, row.tab);
  return tabs;
}

function rowsOfItems(rows: readonly NumberedRow[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const row of rows) {
    for (const id of row.standing.evidenceIds) {
      const known = found.get(id);
      if (known === undefined) found.set(id, [row.number]);
      else known.push(row.number);
    }
  }
  return found;
}

/** The first tab among the lines an item proves. */
const tabOfRow = (rows: readonly NumberedRow[], numbers: readonly number[] | undefined): BinderTab | null =>
  (numbers ?? []).flatMap((number) => rows.find((row) => row.number === number)?.tab ?? []).sort(byText)[0] ?? null;

function numbered(context: BinderContext, personId: string, drafts: readonly Draft[], rows: readonly NumberedRow[], findingOf: (row: number) => number | null): Exhibits {
  const { options } = context;
  const numbers = numberExhibits(drafts, context.sealed.get(personId) ?? []);
  const prefix = context.prefixOf(personId);
  const statusOf = new Map(rows.map((row) => [row.number, row.standing.status]));
  const { sections } = recipientOf(options);
  // Where documents are not bound in, a line leads to none; numbers are given all the same, and what stands apart keeps its own.
  const isBound = ({ body }: Draft): boolean => sections.includes('exhibits') || body.kind === 'certificates' || body.kind === 'volume-2';
  const inVolume = drafts.filter((draft) => (options.volume === 2 ? draft.tab === 'E' : isBound(draft)));
  const found = new Map<number, { readonly number: string; readonly rank: Rank }[]>();
  const inOther = new Set<number>();
  const tabs = binderTabs.flatMap((tab): readonly ExhibitTab[] => {
    const entries = inVolume.filter((draft) => draft.tab === tab)
      .map((draft) => ({ draft, own: numbers.get(draft.stands) ?? '' }))
      .sort((a, b) => byNumber(a.own, b.own))
      .map(({ draft, own }): ExhibitEntry => {
        const lines = [...draft.rows.keys()].sort((a, b) => a - b);
        for (const [row, rank] of draft.rows) {
          found.set(row, [...(found.get(row) ?? []), { number: `${prefix}${own}`, rank }]);
          if (draft.body.kind === 'volume-2') inOther.add(row);
        }
        const statuses: readonly Status[] = lines.flatMap((row) => statusOf.get(row) ?? []);
        const findings = [...new Set(lines.flatMap((row) => findingOf(row) ?? []))];
        return {
          number: `${prefix}${own}`, stands: draft.stands, title: draft.title, filed: draft.filed, rows: lines, findings, body: draft.body,
          status: statuses.length === 0 ? null : statuses.reduce(worseOf, 'not-applicable'),
        };
      });
    return entries.length === 0 ? [] : [{ tab, title: binderTabTitles[tab], entries }];
  });
  const ofRow = new Map([...found].map(([row, list]) => [row, list.sort((a, b) => a.rank - b.rank).map(({ number }) => number)] as const));
  return { tabs, ofRow, inOther };
}
