import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate, type CivilDate } from '../../../shared/civil-date.ts';
import type { Change } from '../../../shared/model/changes.ts';
import type { Person } from '../../../shared/model/person.ts';
import type { Random } from '../../support/random.ts';

/** Everything here is invented. */
const at = '2026-03-19T15:00:00Z';
const families = ['Guidry', 'Trần', 'Łuczak', 'Muñoz', 'Boudreaux', 'O’Neal'];

const day = (random: Random): CivilDate => civilDate(`202${1 + random.below(5)}-0${1 + random.below(9)}-1${random.below(10)}`);

const personOf = (id: string, random: Random): Person => ({
  id,
  names: [{ kind: 'legal', given: `Given ${random.below(1_000)}`, family: random.pick(families) }],
  birthDate: day(random),
  employments: [{ id: `${id}-e`, kind: 'employee', hiredOn: civilDate('2025-02-10'), directCare: true, roles: [{ role: 'ips-specialist', from: civilDate('2025-02-10'), teamId: 't1' }] }],
});

/** The agency every world begins with: one of each thing that the steps touch. */
export function firstAgency(random: Random): AgencyFile {
  const people = Array.from({ length: 4 + random.below(5) }, (_each, number) => personOf(`p${number}`, random));
  return {
    format: 'muster-agency',
    version: 1,
    agency: { name: 'Bayou Work First', packs: ['la-medicaid'], soonDays: 30 },
    sites: [{ id: 's1', name: 'Lafayette' }],
    teams: [{ id: 't1', name: 'Team A', siteId: 's1' }],
    people,
    vendors: [{ id: 'v1', name: 'Acadia Staffing', kind: 'staffing', from: civilDate('2024-01-01') }],
    evidence: people.map(({ id }) => ({ id: `ev-${id}`, personId: id, kind: 'tb-test', performedOn: day(random), result: 'negative', note: `Read by the nurse, ${id}`, recordedAt: at })),
    documents: [{ id: 'd1', sha256: 'a'.repeat(64), name: 'tb.pdf', mediaType: 'application/pdf', bytes: 10, vault: 'medical', recordedAt: at }],
    exclusionChecks: [{ id: 'c1', personId: 'p0', list: 'oig-leie', checkedOn: civilDate('2026-03-02'), method: 'website', outcome: 'clear', recordedAt: at }],
  };
}

/** A month no check of these worlds falls into, so that closing it holds nothing fast. */
const quietMonth = (number: number): string => `19${50 + Math.floor(number / 12) % 40}-${String((number % 12) + 1).padStart(2, '0')}`;

/** One change of any sort; `number` is new, and makes its ids. */
export function someChange(file: AgencyFile, number: number, random: Random): Change {
  const own = file.people.filter(({ id }) => !id.startsWith('imported'));
  const personId = random.pick(own).id;
  const id = `n${number}`;
  switch (random.below(13)) {
    case 0:
      return { kind: 'set-agency', agency: { ...file.agency, soonDays: random.below(60) } };
    case 1:
      return { kind: 'put-site', site: { id: random.chance(0.5) ? 's1' : id, name: `Office ${number}` } };
    case 2:
      return { kind: 'put-team', team: { id: random.chance(0.5) ? 't1' : id, name: `Team ${number}`, siteId: 's1' } };
    case 3:
      return { kind: 'put-person', person: personOf(random.chance(0.5) ? personId : id, random) };
    case 4:
      return { kind: 'put-vendor', vendor: { id, name: `Vendor ${number}`, kind: 'owner', from: day(random) } };
    case 5:
      return { kind: 'add-document', document: { id, sha256: number.toString(16).padStart(64, '0'), name: `${id}.pdf`, mediaType: 'application/pdf', bytes: number, vault: 'personnel', recordedAt: at } };
    case 6: {
      const open = file.evidence.filter((item) => item.retractedAt === undefined && !item.id.startsWith('imported'));
      if (open.length > 0) return { kind: 'retract-evidence', evidenceId: random.pick(open).id, retractedAt: at, reason: 'Filed under the wrong person' };
      break;
    }
    case 7:
      return { kind: 'add-check', check: { id, personId, list: 'oig-leie', checkedOn: day(random), method: 'website', outcome: random.pick(['clear', 'possible', 'unable']), recordedAt: at } };
    case 8:
      return { kind: 'add-decision', decision: { id, personId, list: 'oig-leie', verdict: 'not-the-person', decidedOn: day(random), reason: 'Another birth date', recordedAt: at } };
    case 9:
      return { kind: 'add-list-version', version: { id, list: 'oig-leie', name: 'UPDATED.csv', sha256: 'b'.repeat(64), bytes: 300, rows: 2, scope: 'full', source: 'file', recordedAt: at } };
    case 10:
      return { kind: 'add-month-record', record: { id, kind: 'close', month: quietMonth(number) as never, closedOn: day(random), holes: [], recordedAt: at } };
    case 11:
      return { kind: 'acknowledge', acknowledgement: { requirement: 'la.ex-2', personId, note: `Explained ${number}`, recordedAt: at } };
    case 12:
      return { kind: 'add-agency-record', record: { id, kind: 'snooze', deadline: `deadline ${number}`, until: day(random), reason: 'Waiting for the paper', recordedAt: at } };
  }
  return { kind: 'add-evidence', evidence: { id, personId, kind: 'drug-screen', performedOn: day(random), result: 'negative', note: `Screen ${number}`, recordedAt: at } };
}

/** An import of hundreds of rows: new people, each with evidence. Nothing else ever refers to them, so that undoing it removes them all. */
export function someImport(number: number, random: Random): readonly Change[] {
  const count = 60 + random.below(120);
  return Array.from({ length: count }, (_each, row) => {
    const id = `imported-${number}-${row}`;
    const item = (part: string): Change => ({ kind: 'add-evidence', evidence: { id: `${id}-${part}`, personId: id, kind: part === 'tb' ? 'tb-test' : 'background-check', performedOn: day(random), result: part === 'tb' ? 'negative' : 'cleared', ...(part === 'tb' && { note: 'From the spreadsheet' }), recordedAt: at } });
    return [{ kind: 'put-person' as const, person: personOf(id, random) }, item('tb'), item('bgc')];
  }).flat();
}

/** The record without what an import brought. */
export function withoutImport(file: AgencyFile, number: number): AgencyFile {
  const stays = ({ id }: { readonly id: string }): boolean => !id.startsWith(`imported-${number}-`);
  return { ...file, people: file.people.filter(stays), evidence: file.evidence.filter(stays) };
}
