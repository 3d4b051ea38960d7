import { referencesOf, type Reference } from '../../shared/model/references.ts';
import type { Change } from '../../shared/model/changes.ts';
import type { AgencyDatabase, ListTable, Row } from './agency-database.ts';
import { bodyOf, idIn } from './rows.ts';

const asChange = {
  teams: (body) => ({ kind: 'put-team', team: body }),
  people: (body) => ({ kind: 'put-person', person: body }),
  evidence: (body) => ({ kind: 'add-evidence', evidence: body }),
  exclusionChecks: (body) => ({ kind: 'add-check', check: body }),
  decisions: (body) => ({ kind: 'add-decision', decision: body }),
  listVersions: (body) => ({ kind: 'add-list-version', version: body }),
  monthRecords: (body) => ({ kind: 'add-month-record', record: body }),
  agencyRecords: (body) => ({ kind: 'add-agency-record', record: body }),
  acknowledgements: (body) => ({ kind: 'acknowledge', acknowledgement: body }),
} satisfies Partial<Record<ListTable, (body: never) => Change>>;

const listsOf: Readonly<Record<Reference['to'], readonly ListTable[]>> = {
  site: ['sites'],
  team: ['teams'],
  person: ['people'],
  vendor: ['vendors'],
  document: ['documents'],
  evidence: ['evidence'],
  check: ['exclusionChecks'],
  decision: ['decisions'],
  listVersion: ['listVersions'],
  monthRecord: ['monthRecords'],
  agencyRecord: ['agencyRecords'],
  'evidence-or-check': ['evidence', 'exclusionChecks'],
};

/** Who refers to whom, read from the whole database: from `list id` of a record to the `list id`s of the records that refer to it. */
export async function referrers(db: AgencyDatabase): Promise<(key: string) => readonly string[]> {
  const from = new Map<string, string[]>();
  const note = (target: string, source: string): void => {
    const known = from.get(target);
    if (known === undefined) from.set(target, [source]);
    else known.push(source);
  };
  for (const list of Object.keys(asChange) as (keyof typeof asChange)[]) {
    for (const row of await db.table<Row, string>(list).toArray()) {
      const body = bodyOf(db.codec, list, row) as never;
      const source = `${list} ${idIn(body, row)}`;
      for (const { to, id } of referencesOf(asChange[list](body))) {
        for (const target of listsOf[to]) note(`${target} ${id}`, source);
      }
      const supersedes = list === 'evidence' || list === 'agencyRecords' ? (body as { readonly supersedes?: string }).supersedes : undefined;
      if (supersedes !== undefined) note(`${list} ${supersedes}`, source);
    }
  }
  return (key) => from.get(key) ?? [];
}
