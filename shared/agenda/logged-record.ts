import type { AgencyFile } from '../agency-file/schema.ts';
import type { LoggedChange } from '../audit/chain.ts';
import { evidenceKindWords } from '../model/evidence.ts';
import { exclusionListWords } from '../model/exclusion.ts';
import { fullName, shownName } from '../model/person.ts';
import { longMonthWords } from '../wording.ts';

/** Where a record can be looked at. */
export type RecordPlace =
  | { readonly kind: 'person'; readonly personId: string; readonly tab: 'requirements' | 'evidence' | 'checks' }
  | { readonly kind: 'agency' }
  | { readonly kind: 'settings'; readonly section: 'agency' | 'teams' }
  | { readonly kind: 'exclusions'; readonly part: 'lists' | 'coverage' };

/** A record an entry of the log changed: what happened to it, what it is, and where it is now; `title` null where it is no longer on file. */
export type LoggedRecord = {
  readonly key: string;
  readonly did: 'added' | 'changed' | 'removed' | 'words taken away';
  readonly noun: string;
  readonly title: string | null;
  readonly place: RecordPlace | null;
};

const nouns: Readonly<Record<string, string>> = {
  agency: 'Agency', sites: 'Site', teams: 'Team', people: 'Person', vendors: 'Vendor', documents: 'Document', evidence: 'Evidence', exclusionChecks: 'Exclusion check',
  decisions: 'Decision', listVersions: 'List', monthRecords: 'Month', acknowledgements: 'Explanation', agencyRecords: 'Agency record', log: 'Entry of the log',
};

/** Finds records of a file as the log names them, each list indexed when it is first asked for. */
export function loggedRecords(file: AgencyFile): (change: LoggedChange) => LoggedRecord {
  const indexes = new Map<string, ReadonlyMap<string, unknown>>();
  const find = <Item extends { readonly id: string }>(list: string, items: readonly Item[] | undefined, id: string): Item | undefined => {
    const index = indexes.get(list) ?? new Map((items ?? []).map((item) => [item.id, item]));
    indexes.set(list, index);
    return index.get(id) as Item | undefined;
  };
  const person = (id: string | undefined): string => {
    const found = id === undefined ? undefined : find('people', file.people, id);
    return found === undefined ? '' : fullName(shownName(found));
  };
  const vendor = (id: string | undefined): string => (id === undefined ? '' : (find('vendors', file.vendors, id)?.name ?? ''));
  const of = (what: string, ...who: readonly string[]): string => [what, ...who.filter((name) => name !== '').slice(0, 1)].join(', ');
  const at = (personId: string | undefined, tab: 'requirements' | 'evidence' | 'checks'): RecordPlace | null =>
    personId === undefined || person(personId) === '' ? null : { kind: 'person', personId, tab };
  const coverage: RecordPlace = { kind: 'exclusions', part: 'coverage' };

  const shown = (list: string, id: string): Pick<LoggedRecord, 'title' | 'place'> => {
    const gone = { title: null, place: null };
    switch (list) {
      case 'agency':
        return { title: file.agency.name, place: { kind: 'settings', section: 'agency' } };
      case 'people':
        return person(id) === '' ? gone : { title: person(id), place: at(id, 'requirements') };
      case 'evidence': {
        const item = find(list, file.evidence, id);
        return item === undefined ? gone : { title: of(evidenceKindWords[item.kind], person(item.personId)), place: at(item.personId, 'evidence') };
      }
      case 'exclusionChecks':
      case 'decisions': {
        const item = list === 'decisions' ? find(list, file.decisions, id) : find(list, file.exclusionChecks, id);
        if (item === undefined) return gone;
        return { title: of(exclusionListWords[item.list].short, person(item.personId), vendor(item.vendorId)), place: at(item.personId, 'checks') ?? coverage };
      }
      case 'documents': {
        const item = find(list, file.documents, id);
        return item === undefined ? gone : { title: item.name, place: null };
      }
      case 'teams':
      case 'sites': {
        const item = list === 'teams' ? find(list, file.teams, id) : find(list, file.sites, id);
        return item === undefined ? gone : { title: item.name, place: { kind: 'settings', section: 'teams' } };
      }
      case 'vendors':
        return vendor(id) === '' ? gone : { title: vendor(id), place: { kind: 'agency' } };
      case 'listVersions': {
        const item = find(list, file.listVersions, id);
        return item === undefined ? gone : { title: of(exclusionListWords[item.list].short, item.name), place: { kind: 'exclusions', part: 'lists' } };
      }
      case 'monthRecords': {
        const item = find(list, file.monthRecords, id);
        return item === undefined ? gone : { title: `${longMonthWords(item.month)}, ${item.kind === 'close' ? 'closed' : 'note'}`, place: coverage };
      }
      case 'acknowledgements': {
        const item = (file.acknowledgements ?? [])[Number(id)];
        return item === undefined ? gone : { title: of(item.requirement, person(item.personId)), place: at(item.personId, 'requirements') };
      }
      case 'agencyRecords': {
        const item = find(list, file.agencyRecords, id);
        return item === undefined ? gone : { title: item.kind.replaceAll('-', ' '), place: { kind: 'agency' } };
      }
      default:
        return gone;
    }
  };
  return ({ list, id, before, after }) => ({
    key: `${list} ${id}`,
    did: list === 'log' ? 'words taken away' : before === null ? 'added' : after === null ? 'removed' : 'changed',
    noun: nouns[list] ?? list,
    ...shown(list, id),
  });
}
