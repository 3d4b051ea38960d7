import { monthOf, type CivilMonth } from '../../shared/civil-date.ts';
import type { Change } from '../../shared/model/changes.ts';
import { closeOf, type MonthRecord } from '../../shared/model/exclusion.ts';
import type { RecordKind, RecordLookup } from '../../shared/model/record-lookup.ts';
import { referencesOf } from '../../shared/model/references.ts';
import type { AgencyDatabase, ListTable, Row } from './agency-database.ts';
import { bodyOf } from './rows.ts';

/** The records a list of changes touches or refers to, read in one go before anything is judged. */
export type Gathered = {
  readonly agency: unknown;
  /** The body of a record, null where it is not on file. */
  readonly body: (list: ListTable, id: string) => unknown;
  readonly lookup: RecordLookup;
  /** The number of the next acknowledgement; they have no id of their own. */
  readonly nextAcknowledgement: number;
};

const listOf: Readonly<Record<RecordKind, ListTable>> = {
  site: 'sites',
  team: 'teams',
  person: 'people',
  vendor: 'vendors',
  document: 'documents',
  evidence: 'evidence',
  check: 'exclusionChecks',
  decision: 'decisions',
  listVersion: 'listVersions',
  monthRecord: 'monthRecords',
  agencyRecord: 'agencyRecords',
};

function wantedBy(changes: readonly Change[]): ReadonlyMap<ListTable, ReadonlySet<string>> {
  const wanted = new Map<ListTable, Set<string>>();
  const want = (noun: RecordKind, id: string | undefined): void => {
    if (id === undefined) return;
    const list = listOf[noun];
    const ids = wanted.get(list) ?? new Set();
    wanted.set(list, ids.add(id));
  };
  for (const change of changes) {
    for (const { to, id } of referencesOf(change)) {
      if (to === 'evidence-or-check') {
        want('evidence', id);
        want('check', id);
      } else want(to, id);
    }
    switch (change.kind) {
      case 'put-site':
        want('site', change.site.id);
        break;
      case 'put-team':
        want('team', change.team.id);
        break;
      case 'put-person':
        want('person', change.person.id);
        break;
      case 'put-vendor':
        want('vendor', change.vendor.id);
        break;
      case 'add-document':
        want('document', change.document.id);
        break;
      case 'amend-document':
      case 'purge-document':
        want('document', change.documentId);
        break;
      case 'add-evidence':
        want('evidence', change.evidence.id);
        want('evidence', change.evidence.supersedes);
        break;
      case 'retract-evidence':
        want('evidence', change.evidenceId);
        break;
      case 'add-agency-record':
        want('agencyRecord', change.record.id);
        want('agencyRecord', change.record.supersedes);
        break;
      case 'retract-agency-record':
        want('agencyRecord', change.recordId);
        break;
      case 'add-check':
        want('check', change.check.id);
        break;
      case 'add-decision':
        want('decision', change.decision.id);
        break;
      case 'add-list-version':
        want('listVersion', change.version.id);
        break;
      case 'add-month-record':
        want('monthRecord', change.record.id);
        break;
      case 'set-agency':
      case 'acknowledge':
        break;
    }
  }
  return wanted;
}

/** The months a list of changes may only touch while they are open, or only once they are closed. */
const monthsOf = (changes: readonly Change[]): readonly CivilMonth[] => [...new Set(changes.flatMap((change) =>
  change.kind === 'add-check' ? [monthOf(change.check.checkedOn)] : change.kind === 'add-month-record' ? [change.record.month] : []))];

/** Reads what a list of changes needs. Call it inside the transaction that writes. */
export async function gather(db: AgencyDatabase, changes: readonly Change[]): Promise<Gathered> {
  const found = new Map<ListTable, Map<string, unknown>>();
  for (const [list, ids] of wantedBy(changes)) {
    const names = [...ids];
    const rows = await db.table<Row, string>(list).bulkGet(names.map((id) => db.codec.rowId(list, id)));
    found.set(list, new Map(rows.flatMap((row, index) => (row === undefined ? [] : [[names[index] ?? '', bodyOf(db.codec, list, row)]]))));
  }
  const monthRows = await db.monthRecords.where('month').anyOf(monthsOf(changes)).toArray();
  const monthRecords = monthRows.map((row) => bodyOf(db.codec, 'monthRecords', row) as MonthRecord);
  const agency = await db.agency.get('agency');
  const lastAcknowledgement = await db.acknowledgements.orderBy('n').last();
  const body = (list: ListTable, id: string): unknown => found.get(list)?.get(id) ?? null;
  // Bodies were judged by their schema when the agency was opened, and everything written since came through this door.
  const find = (noun: RecordKind) => (id: string) => (found.get(listOf[noun])?.get(id)) as never;
  const lookup: RecordLookup = {
    site: find('site'),
    team: find('team'),
    person: find('person'),
    vendor: find('vendor'),
    document: find('document'),
    evidence: find('evidence'),
    check: find('check'),
    decision: find('decision'),
    listVersion: find('listVersion'),
    monthRecord: find('monthRecord'),
    agencyRecord: find('agencyRecord'),
    closeOf: (month) => closeOf(monthRecords, month),
  };
  return {
    agency: agency === undefined ? null : bodyOf(db.codec, 'agency', agency),
    body,
    lookup,
    nextAcknowledgement: (lastAcknowledgement?.n ?? -1) + 1,
  };
}
