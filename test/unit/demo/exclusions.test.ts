import { describe, expect, it } from 'vitest';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { matchQueue } from '../../../shared/agenda/exclusions/match-queue.ts';
import { monthState } from '../../../shared/agenda/exclusions/month-close.ts';
import { monthsUpTo } from '../../../shared/agenda/exclusions/coverage.ts';
import { replay } from '../../../shared/agenda/exclusions/replay.ts';
import { reportTasks } from '../../../shared/agenda/exclusions/report-tasks.ts';
import { civilDate, monthOf, type CivilDate } from '../../../shared/civil-date.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import { certificatesOf } from '../../../shared/report/certificate.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import type { ReadList } from '../../../shared/screening/list.ts';
import { unpackCopy } from '../../../shared/screening/lists/kept-copy.ts';
import { readList } from '../../../shared/screening/lists/read-list.ts';

const days = [
  '2024-02-29', '2025-12-31', '2026-01-01', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-12', '2026-03-06', '2026-03-07', '2026-03-12', '2026-03-19', '2026-05-05', '2026-07-31', '2028-02-29',
].map(civilDate);

/** The months of the demo, the current one first. */
const monthsBack = (today: CivilDate) => monthsUpTo(today, 9).toReversed();

describe.each(days)('the exclusion checks of the demo on %s', (today) => {
  const { file, documents } = demoAgency(today);
  const queue = matchQueue(file, today);
  const told = (items: readonly { readonly key: object; readonly list: string; readonly candidate: { readonly tier: string } | null }[]) =>
    items.map(({ key, list, candidate }) => `${'personId' in key ? String(key.personId) : 'vendor'} ${list} ${candidate?.tier ?? '-'}`).sort();

  it('have one strong match to decide, three possible ones, one that came back, one undetermined, one confirmed, two remembered, and namesakes in the log; nothing by accident', () => {
    expect(told(queue.open)).toEqual(['p01 oig-leie possible', 'p08 la-adverse-actions possible', 'p10 oig-leie possible', 'p13 oig-leie possible', 'p18 oig-leie strong']);
    expect(told(queue.unable)).toEqual(['p12 la-adverse-actions possible']);
    expect(told(queue.confirmed)).toEqual(['p14 oig-leie strong']);
    expect(told(queue.remembered)).toEqual(['p02 oig-leie possible', 'p24 sam possible']);
    expect(told(queue.weak)).toEqual(['p03 oig-leie weak', 'p05 oig-leie weak', 'p16 oig-leie weak', 'p21 oig-leie weak', 'p22 oig-leie weak']);
  });

  it('say why one came back: a name was added', () => {
    const again = queue.open.filter((item) => item.reopened !== null);
    expect(told(again)).toEqual(['p13 oig-leie possible']);
    expect(JSON.stringify(again[0]?.reopened)).toContain('Savoie');
  });

  it('owe one report, still in time', () => {
    expect(reportTasks(file, today).map(({ status, subject }) => `${subject.name} ${status}`)).toEqual(['Marcus Villeré-Hayes open']);
  });

  it('have closed months without anything undecided, each hole explained, and the last ones open', () => {
    const evaluation = evaluate(file, { asOf: today, all: true });
    monthsBack(today).slice(0, 7).forEach((month, back) => {
      const state = monthState(file, evaluation, month);
      expect(state.close !== null).toBe(back >= 2);
      if (back < 2) return;
      expect([...state.undecided, ...state.unable]).toEqual([]);
      expect(state.holes.filter((hole) => hole.reason === null)).toEqual([]);
      expect(state.holes.map((hole) => hole.name)).toEqual(back === 4 ? ['Wendell Batiste', 'Wendell Batiste'] : back === 6 ? ['Howard Lindqvist'] : []);
      expect(state.notes).toHaveLength(back === 4 ? 1 : 0);
    });
  });

  it('run the open month only once its search day is over', () => {
    const month = monthOf(today);
    // Somebody found out of turn is searched again on that day alone.
    const run = (file.exclusionChecks ?? []).filter((check) => check.search !== undefined && monthOf(check.checkedOn) === month && check.personId !== 'p14');
    expect(run.length > 0).toBe(today.slice(8) > '06');
  });

  it('rest on versions whose kept copies read as they were searched: searched again, every search is the same', async () => {
    const lists = new Map<string, ReadList>();
    for (const version of file.listVersions ?? []) {
      const record = file.documents?.find((document) => document.id === version.documents?.[0]?.id);
      const bytes = unpackCopy(documents.get(record?.sha256 ?? '') ?? new Uint8Array());
      if (!bytes.ok) throw new Error(bytes.error.code);
      const read = await readList(bytes.value, version.name);
      if (!read.ok) throw new Error(read.error.code);
      expect(read.value).toMatchObject({ list: version.list, sha256: version.sha256, scope: 'full', bytes: version.bytes });
      lists.set(version.sha256, read.value);
    }
    expect(lists.size).toBeGreaterThanOrEqual(13);
    const { counts } = replay(file, lists);
    expect(counts).toEqual({ same: (file.exclusionChecks ?? []).filter((check) => check.search !== undefined).length, different: 0, 'other-engine': 0, 'list-missing': 0, 'list-changed': 0 });
    expect(counts.same).toBeGreaterThan(150);
  });
});

describe('certificates of the demo', () => {
  const today = civilDate('2026-03-19');
  const { file } = demoAgency(today);
  const of = (agency: AgencyFile, month: string) => certificatesOf(agency, { month: month as ReturnType<typeof monthOf>, asOf: today, generatedAt: '2026-03-19T14:05:00Z' })[0];

  it('are complete for a closed month searched here, not complete for one with a hole, and not for the last two', () => {
    expect(['2026-03', '2026-02', '2026-01', '2025-12', '2025-11'].map((month) => of(file, month)?.standing)).toEqual(['not-complete', 'not-complete', 'complete', 'complete', 'not-complete']);
    expect(of(file, '2025-11')?.lead.at(-1)).toContain('two holes explained');
    const duhon = of(file, '2026-03')?.subjects.find((subject) => subject.name === 'Colette Duhon');
    expect(duhon?.searches[0]?.found[0]).toContain('not decided. Decided on 8 Dec 2025 (not the person) and asked again: the name Colette Savoie was added.');
    expect(of(file, '2026-01')?.decisions.map((decision) => `${decision.subject}: ${decision.remembered}`)).toEqual(['Owen Castellanos: true', 'Colette Duhon: true', 'Denise Thibodeaux-Marsh: false']);
  });
});
