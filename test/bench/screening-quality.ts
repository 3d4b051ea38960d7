import { civilDate } from '../../shared/civil-date.ts';
import type { Candidate, Finding } from '../../shared/screening/finding.ts';
import { buildIndex, search } from '../../shared/screening/match/search.ts';
import { chanceOf, leieFile, syntheticEntries, type Entry } from '../support/synthetic-list.ts';
import { innocentPeople, plantedKinds, plantedPeople, type Planted, type PlantedKind } from '../support/synthetic-roster.ts';
import { fullListRows, readLeie, subjectOf } from './synthetic-leie.ts';

const seeds = [101, 202, 303, 404, 505];
const on = civilDate('2026-03-19');
const people = 300;
/** Rosters of so many innocent people for each list: a single one raises a handful, which says little. */
const rosters = 10;
const plantedEach = 40;

const isDecided = ({ tier }: Candidate): boolean => tier === 'strong' || tier === 'possible';
const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(part === whole ? 0 : 1)} %`);

/** What became of the planted people of a kind. `others`: strong and possible candidates that are somebody else's entry. */
type Tally = { planted: number; strong: number; possible: number; weak: number; missed: number; others: number };
const noTally = (): Tally => ({ planted: 0, strong: 0, possible: 0, weak: 0, missed: 0, others: 0 });

function count(tally: Tally, { candidates }: Finding, row: number): void {
  tally.planted += 1;
  const own = candidates.find((candidate) => candidate.row === row);
  tally[own?.tier ?? 'missed'] += 1;
  tally.others += candidates.filter((candidate) => candidate.row !== row && isDecided(candidate)).length;
}

function printKinds(title: string, tallies: ReadonlyMap<PlantedKind, Tally>): void {
  console.log(`\n${title}\nkind                planted  strong  possible  weak  missed   recall  precision`);
  for (const [kind, { planted, strong, possible, weak, missed, others }] of tallies) {
    const found = strong + possible;
    console.log(
      `${kind.padEnd(18)} ${String(planted).padStart(8)} ${String(strong).padStart(7)} ${String(possible).padStart(9)} ${String(weak).padStart(5)} ${String(missed).padStart(7)} ${percent(found, planted).padStart(8)} ${percent(found, found + others).padStart(10)}`,
    );
  }
}

const byKind = (): Map<PlantedKind, Tally> => new Map(plantedKinds.map((kind) => [kind, noTally()]));

/** Prints how many matches innocent people raise, and how many of the guilty are found, kind by kind; throws where a planted person is missed. */
export async function quality(): Promise<void> {
  const both = byKind();
  const namesOnly = byKind();
  const innocents: { readonly strong: number; readonly possible: number; readonly weak: number }[] = [];
  console.log(`\nQuality: seeds ${seeds.join(', ')}; for each a list, ${String(rosters)} rosters of ${String(people)} innocent people with birth dates (figures: the average roster), ${String(plantedEach * plantedKinds.length * 2)} planted`);
  console.log('seed   given agree  surname agree   birth agree   strong  possible    weak');
  for (const seed of seeds) {
    const planted: readonly (readonly [Planted, Map<PlantedKind, Tally>])[] = [
      ...plantedPeople(seed * 7, plantedEach, true).map((each) => [each, both] as const),
      ...plantedPeople(seed * 11, plantedEach, false).map((each) => [each, namesOnly] as const),
    ];
    const entries = syntheticEntries(seed, fullListRows, planted.map(([{ entry }]) => entry));
    const file = leieFile(entries, seed);
    const index = buildIndex(await readLeie(file.bytes));
    const plantedRows = new Set(file.of.slice(0, planted.length));
    const found = { strong: 0, possible: 0, weak: 0 };
    for (const person of innocentPeople(seed * 13, people * rosters)) {
      for (const { row, tier } of search(index, subjectOf(person), on).candidates) {
        // The planted entries are not the list's own: it has as few without a birth date as a real one.
        if (!plantedRows.has(row)) found[tier] += 1 / rosters;
      }
    }
    innocents.push(found);
    for (const [at, [{ kind, person }, tallies]] of planted.entries()) {
      const tally = tallies.get(kind);
      if (tally !== undefined) count(tally, search(index, subjectOf(person), on), file.of[at] ?? 0);
    }
    const agree = (value: (entry: Entry) => string | null): number => chanceOf(entries, value);
    console.log(
      `${String(seed).padEnd(6)} ${agree((entry) => entry.given).toFixed(5).padStart(11)} ${agree((entry) => entry.family).toFixed(5).padStart(14)} ${agree((entry) => entry.birthDate).toFixed(7).padStart(13)} ${found.strong.toFixed(2).padStart(8)} ${found.possible.toFixed(2).padStart(9)} ${found.weak.toFixed(1).padStart(7)}`,
    );
  }
  const mean = (value: (each: (typeof innocents)[number]) => number): number => innocents.reduce((sum, each) => sum + value(each), 0) / innocents.length;
  const toDecide = mean(({ strong, possible }) => strong + possible);
  console.log(`on average ${toDecide.toFixed(2)} to be decided by a person (bar: at most 3: ${toDecide <= 3 ? 'met' : 'missed'}), ${mean(({ weak }) => weak).toFixed(1)} weak`);
  printKinds('Birth date on both sides', both);
  printKinds('No birth date on the list', namesOnly);
  const missed = [...both.values(), ...namesOnly.values()].reduce((sum, tally) => sum + tally.weak + tally.missed, 0);
  if (missed > 0) throw new Error(`${String(missed)} planted people were not found as strong or possible`);
}
