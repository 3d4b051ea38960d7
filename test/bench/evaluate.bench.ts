import { demoAgency } from '../../shared/demo/demo-agency.ts';
import { civilDate } from '../../shared/civil-date.ts';
import { evaluate } from '../../shared/rules/evaluate.ts';
import { repeated } from './repeated-agency.ts';

type Times = { readonly cpu: number; readonly wall: number };

const cpuNow = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Best of several runs, in milliseconds: the machine's noise only ever adds. The time on the processor (all threads of the process,
 * the collector's included) hardly feels what else runs on the machine; the time by the clock does.
 */
function best(runs: number, work: () => void): Times {
  let cpu = Infinity;
  let wall = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const [from, started] = [cpuNow(), performance.now()];
    work();
    cpu = Math.min(cpu, cpuNow() - from);
    wall = Math.min(wall, performance.now() - started);
  }
  return { cpu, wall };
}

/** A fixed amount of plain arithmetic, to compare machines and their load by. */
function calibration(): void {
  let value = 0;
  for (let step = 0; step < 30_000_000; step += 1) value = (value * 31 + step) | 0;
  if (value === 1) console.log('');
}

/** Prints how long judging takes for 300, 1,000 and 10,000 people, and how it grows. */
export function run(): Promise<void> {
  const asOf = civilDate('2026-03-19');
  const { file } = demoAgency(asOf);
  const plain = best(5, calibration);
  console.log(`30 million steps of plain arithmetic: ${plain.cpu.toFixed(0)} ms on the processor, ${plain.wall.toFixed(0)} ms by the clock`);
  const rows = [300, 1_000, 10_000].map((people) => {
    const agency = repeated(file, people);
    const { standings } = evaluate(agency, { asOf });
    // A fresh list of people each time: the verdicts on the agency and its teams are kept while nothing they rest on changes.
    const times = best(people > 5_000 ? 5 : 15, () => evaluate({ ...agency, people: [...agency.people] }, { asOf }));
    const after = best(people > 5_000 ? 5 : 15, () => evaluate({ ...agency, evidence: [...agency.evidence] }, { asOf }));
    return { people, standings: standings.length, evidence: agency.evidence.length, checks: agency.exclusionChecks?.length ?? 0, teams: agency.teams?.length ?? 0, records: agency.agencyRecords?.length ?? 0, after: after.wall, ...times };
  });
  const base = rows[0];
  console.log('people  teams  records  standings  evidence   checks   cpu ms  clock ms   cpu us/standing   against linear   clock ms after evidence');
  for (const row of rows) {
    const linear = base === undefined ? 1 : row.cpu / (base.cpu * (row.people / base.people));
    console.log(
      `${String(row.people).padStart(6)} ${String(row.teams).padStart(6)} ${String(row.records).padStart(8)} ${String(row.standings).padStart(10)} ${String(row.evidence).padStart(9)} ${String(row.checks).padStart(8)} ${row.cpu.toFixed(1).padStart(8)} ${row.wall.toFixed(1).padStart(9)} ${((row.cpu * 1000) / row.standings).toFixed(2).padStart(17)} ${linear.toFixed(2).padStart(16)} ${row.after.toFixed(1).padStart(24)}`,
    );
  }
  return Promise.resolve();
}
