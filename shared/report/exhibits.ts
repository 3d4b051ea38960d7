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
import { recipientOf } from './recipient.ts';

/** The exhibits of one chapter: by tab, which ones prove which checklist line, and what every number stands for, to be kept once the binder is sealed. */
export type Exhibits = {
  readonly tabs: readonly ExhibitTab[];
  readonly ofRow: ReadonlyMap<number, readonly string[]>;
  readonly given: readonly { readonly number: string; readonly stands: string }[];
};

/** An exhibit that has no number yet. */
type Draft = {
  readonly stands: string;
  readonly tab: BinderTab;
  readonly on: CivilDate | null;
  readonly title: string;
  readonly filed: string | null;
  readonly rows: Set<number>;
  readonly body: ExhibitBody;
};

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

  const put = (draft: Draft): void => {
    const known = drafts.get(draft.stands);
    if (known === undefined) drafts.set(draft.stands, draft);
    else for (const row of draft.rows) known.rows.add(row);
  };

  const putDocuments = (holder: Holder, itemId: string | null, what: { readonly title: string; readonly tab: BinderTab; readonly on: CivilDate | null; readonly medical: boolean; readonly lines?: readonly number[] }): void => {
    for (const ref of holder.documents ?? []) {
      const document = context.document(ref.id);
      if (document === undefined || (document.apart !== undefined && !profile.include.includes(document.apart))) continue;
      const medical = what.medical || document.vault === 'medical';
      const rowNumbers = itemId === null ? [] : (rowsOf.get(itemId) ?? what.lines ?? []);
      put({
        stands: exhibitKey.document(ref), tab: medical ? 'E' : what.tab, on: what.on, title: what.title, filed: filedWords(document, context), rows: new Set(rowNumbers),
        body: bodyOf(context, document, ref, medical),
      });
    }
  };

  for (const item of standingEvidence(context, person.id)) {
    const tab = tabOfRow(rows, rowsOf.get(item.id)) ?? tabOfKind.get(item.kind) ?? 'I';
    // What did not decide is the history of the line that takes its kind: the card before this one, the other reference.
    const line = rows.find((row) => row.info?.kinds.includes(item.kind) === true);
    putDocuments(item, item.id, { title: itemOf(item), tab, on: evidenceDate(item) ?? null, medical: medicalKinds.includes(item.kind), lines: line === undefined ? [] : [line.number] });
  }
  for (const license of person.licenses ?? []) {
    putDocuments(license, null, { title: license.issuedOn === undefined ? 'Licence' : `Licence, ${dateWords(license.issuedOn)}`, tab: 'B', on: license.issuedOn ?? null, medical: false });
  }
  for (const check of context.checksOf(person.id)) {
    putDocuments(check, check.id, { title: `Search of ${exclusionListWords[check.list].short}, ${dateWords(check.checkedOn)}`, tab: 'D', on: check.checkedOn, medical: false });
  }
  for (const decision of context.decisionsOf(person.id)) {
    putDocuments(decision, null, { title: `Decision on a possible match, ${dateWords(decision.decidedOn)}`, tab: 'D', on: decision.decidedOn, medical: false });
  }
  if (profile.sections.includes('certificates') && context.options.volume !== 2) {
    const searching = rows.filter((row) => row.tab === 'D' && row.standing.periods !== undefined).map((row) => row.number);
    for (const { year, title, on, certificates } of certificateYears(context, person)) {
      put({ stands: exhibitKey.certificates(year), tab: 'D', on, title, filed: null, rows: new Set(searching), body: { kind: 'certificates', certificates } });
    }
  }
  for (const row of rows) {
    if (!wantsGapPage(context, row)) continue;
    put({
      stands: exhibitKey.gap(row.standing.requirement, row.standing.employmentId ?? ''), tab: row.tab, on: null, title: `${row.info?.title ?? row.standing.requirement}: not on file`, filed: null,
      rows: new Set([row.number]), body: { kind: 'gap', gap: gapPage(context, row) },
    });
  }
  return numbered(context, person.id, [...drafts.values()], rows, findingOf);
}

/** What a volume shows of a document. */
function bodyOf(context: BinderContext, document: DocumentRecord, ref: DocRef, medical: boolean): ExhibitBody {
  if (medical && context.options.volume !== 2) return { kind: 'volume-2' };
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

/** The items of a person that stand: recorded by then, not retracted, not corrected. */
function standingEvidence(context: BinderContext, personId: string): readonly Evidence[] {
  const { items } = context.known.ofPerson(personId);
  return [...items.values()].flatMap((list) => list.map(({ source }) => source));
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
  const inVolume = drafts.filter((draft) => options.volume !== 2 || draft.tab === 'E');
  const ofRow = new Map<number, string[]>();
  const tabs = binderTabs.flatMap((tab): readonly ExhibitTab[] => {
    const entries = inVolume.filter((draft) => draft.tab === tab)
      .map((draft) => ({ draft, own: numbers.get(draft.stands) ?? '' }))
      .sort((a, b) => byNumber(a.own, b.own))
      .map(({ draft, own }): ExhibitEntry => {
        const lines = [...draft.rows].sort((a, b) => a - b);
        for (const row of lines) ofRow.set(row, [...(ofRow.get(row) ?? []), `${prefix}${own}`]);
        const statuses: readonly Status[] = lines.flatMap((row) => statusOf.get(row) ?? []);
        const findings = [...new Set(lines.flatMap((row) => findingOf(row) ?? []))];
        return {
          number: `${prefix}${own}`, stands: draft.stands, title: draft.title, filed: draft.filed, rows: lines, findings, body: draft.body,
          status: statuses.length === 0 ? null : statuses.reduce(worseOf, 'not-applicable'),
        };
      });
    return entries.length === 0 ? [] : [{ tab, title: binderTabTitles[tab], entries }];
  });
  return { tabs, ofRow, given: drafts.flatMap(({ stands }) => { const number = numbers.get(stands); return number === undefined ? [] : [{ number, stands }]; }) };
}
