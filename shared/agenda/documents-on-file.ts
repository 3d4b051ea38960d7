import type { AgencyFile } from '../agency-file/schema.ts';
import type { CivilDate } from '../civil-date.ts';
import type { DocRef, DocumentRecord } from '../model/document.ts';
import { replaced } from '../model/corrections.ts';
import { evidenceKindWords, type Evidence } from '../model/evidence.ts';
import { exclusionListWords } from '../model/exclusion.ts';
import type { LicenseKind } from '../model/person.ts';
import { dayOf } from './evidence-history.ts';
import { resultWords } from './evidence-fields.ts';

/** What kind of record rests on a document. */
export type UseKind = 'evidence' | 'licence' | 'check' | 'decision' | 'agency';

/** One record that rests on a document. */
export type DocumentUse = {
  readonly kind: UseKind;
  /** Null for the agency's and its teams' own records, and for vendors. */
  readonly personId: string | null;
  readonly recordId: string;
  /** "TB test", "RN licence", "OIG LEIE check". */
  readonly title: string;
  readonly day: CivilDate | null;
  /** "negative"; null where the record has none. */
  readonly result: string | null;
  /** Which pages of it, such as "3-5"; null is all. */
  readonly pages: string | null;
  /** Whether the record stands: neither corrected nor retracted. */
  readonly counts: boolean;
};

/** What should be noticed about a document. `same-file`: evidence or licences of more than one person rest on these bytes, in one document or in several; `unused`: nothing that stands rests on it; `not-looked-over`: nobody said what on its pages must be taken out. */
export const documentFlags = ['same-file', 'unused', 'apart', 'not-looked-over', 'purged'] as const;
export type DocumentFlag = (typeof documentFlags)[number];

export type DocumentOnFile = {
  readonly document: DocumentRecord;
  /** The newest day first; what counts before what does not. */
  readonly uses: readonly DocumentUse[];
  readonly people: readonly string[];
  /** The people other than `people` whose records rest on the same bytes, and the ids of the documents they lie in. */
  readonly sameFile: { readonly people: readonly string[]; readonly documents: readonly string[] };
  readonly flags: readonly DocumentFlag[];
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * Every document of the agency with what rests on it, in the order it was filed, the newest first. Kept copies of exclusion lists are left out: they
 * are papers of nobody. One walk over the file, whatever its size.
 */
export function documentsOnFile(file: AgencyFile): readonly DocumentOnFile[] {
  const uses = usesByDocument(file);
  const lists = new Set((file.listVersions ?? []).flatMap((version) => (version.documents ?? []).map(({ id }) => id)));
  const bySha = new Map<string, DocumentRecord[]>();
  const documents = (file.documents ?? []).filter(({ id }) => !lists.has(id) || uses.has(id));
  for (const document of documents) {
    if (document.purgedAt === undefined) bySha.set(document.sha256, [...(bySha.get(document.sha256) ?? []), document]);
  }
  return documents
    .map((document): DocumentOnFile => {
      const own = [...(uses.get(document.id) ?? [])].sort(byStandingThenDay);
      const people = peopleOf(own);
      const holders = peopleOf(own.filter(isOwnPaper));
      const twins = (bySha.get(document.sha256) ?? []).filter(({ id }) => id !== document.id);
      const others = [...new Set(twins.flatMap(({ id }) => peopleOf((uses.get(id) ?? []).filter(isOwnPaper))))].filter((id) => !people.includes(id));
      const flags = flagsOf(document, own, holders.length > 1 || others.length > 0);
      return { document, uses: own, people, sameFile: { people: others, documents: twins.map(({ id }) => id) }, flags };
    })
    .sort((one, other) => (one.document.recordedAt === other.document.recordedAt ? (one.document.id < other.document.id ? -1 : 1) : one.document.recordedAt < other.document.recordedAt ? 1 : -1));
}

/** A paper about one person. The print of a search stands for everybody who was searched that day. */
const isOwnPaper = ({ kind }: DocumentUse): boolean => kind === 'evidence' || kind === 'licence';

const peopleOf = (uses: readonly DocumentUse[]): readonly string[] => [...new Set(uses.flatMap(({ personId }) => (personId === null ? [] : [personId])))];

function byStandingThenDay(one: DocumentUse, other: DocumentUse): number {
  if (one.counts !== other.counts) return one.counts ? -1 : 1;
  const [a, b] = [one.day ?? '', other.day ?? ''];
  return a === b ? 0 : a < b ? 1 : -1;
}

function flagsOf(document: DocumentRecord, uses: readonly DocumentUse[], shared: boolean): readonly DocumentFlag[] {
  if (document.purgedAt !== undefined) return ['purged'];
  return [
    ...(shared ? (['same-file'] as const) : []),
    ...(uses.some(({ counts }) => counts) ? [] : (['unused'] as const)),
    ...(document.apart === undefined ? [] : (['apart'] as const)),
    ...(document.lookedOver === undefined ? (['not-looked-over'] as const) : []),
  ];
}

/** The day and the result a document is spoken of by where its name may not be shown: those of what rests on it first. Null where it says neither. */
export function factsInsteadOfName(uses: readonly DocumentUse[]): { readonly day: CivilDate | null; readonly result: string | null } {
  const first = uses.find(({ counts }) => counts) ?? uses[0];
  return { day: first?.day ?? null, result: first?.result ?? null };
}

type Restable = { readonly id: string; readonly documents?: readonly DocRef[] };

function usesByDocument(file: AgencyFile): ReadonlyMap<string, readonly DocumentUse[]> {
  const uses = new Map<string, DocumentUse[]>();
  const add = (record: Restable, use: Omit<DocumentUse, 'recordId' | 'pages'>): void => {
    for (const { id, pages } of record.documents ?? []) {
      const known = uses.get(id);
      const next = { ...use, recordId: record.id, pages: pages ?? null };
      if (known === undefined) uses.set(id, [next]);
      else known.push(next);
    }
  };
  const gone = replaced(file.evidence, (item) => item.retractedAt === undefined);
  for (const item of file.evidence) {
    if (item.documents === undefined) continue;
    add(item, { kind: 'evidence', personId: item.personId, title: titleOf(item), day: dayOf(item), result: item.result === undefined ? null : lower(resultWords[item.result]), counts: item.retractedAt === undefined && !gone.has(item) });
  }
  for (const check of file.exclusionChecks ?? []) {
    add(check, { kind: 'check', personId: check.personId ?? null, title: `${exclusionListWords[check.list].short} check`, day: check.checkedOn, result: null, counts: true });
  }
  for (const decision of file.decisions ?? []) {
    add(decision, { kind: 'decision', personId: decision.personId ?? null, title: `${exclusionListWords[decision.list].short} decision`, day: decision.decidedOn, result: null, counts: true });
  }
  for (const person of file.people) {
    for (const license of person.licenses ?? []) {
      add({ id: person.id, ...(license.documents !== undefined && { documents: license.documents }) }, { kind: 'licence', personId: person.id, title: licenceTitle(license.kind), day: license.issuedOn ?? license.verifiedOn ?? license.expiresOn ?? null, result: null, counts: true });
    }
  }
  const records = file.agencyRecords ?? [];
  const corrected = replaced(records, (record) => record.retractedAt === undefined);
  for (const record of records) {
    const words = record.kind.replaceAll('-', ' ');
    add(record, { kind: 'agency', personId: null, title: words.charAt(0).toUpperCase() + words.slice(1), day: null, result: null, counts: record.retractedAt === undefined && !corrected.has(record) });
  }
  return uses;
}

/** Licences go by the letters behind a name, but for the two that are words. */
function licenceTitle(kind: LicenseKind): string {
  if (kind === 'other') return 'Licence';
  return `${kind.length > 5 ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}` : kind.toUpperCase()} licence`;
}

const titleOf = (item: Evidence): string => (item.kind === 'other' && item.category !== undefined ? item.category : evidenceKindWords[item.kind]);
