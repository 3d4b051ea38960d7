import type { AgencyFile } from '../agency-file/schema.ts';
import type { CivilDate } from '../civil-date.ts';
import type { DateOrder } from '../date-entry.ts';
import type { Change } from '../model/changes.ts';
import type { Person } from '../model/person.ts';
import type { Purpose } from './guess-mapping.ts';
import { peopleOf, type Duplicate, type People, type Question } from './match-people.ts';
import { mergeRow, personOf } from './merge-person.ts';
import { nameKey } from './person-names.ts';
import { plain } from './plain.ts';
import { itemsOf, teamsOf } from './new-records.ts';
import type { Problem } from './problem.ts';
import { readChecks, readEvidence, type CheckDraft, type EvidenceDraft } from './read-item-row.ts';
import { readIdentity, readPersonRow, type Identity, type PersonRow } from './read-person-row.ts';
import { cellsOf, type RowCells, type Sheet } from './row-cells.ts';
import type { Table } from './table.ts';
import type { Target } from './targets.ts';

/** A file ready for planning: its table, what each column means, how its dates are read. */
export type MappedTable = { readonly table: Table; readonly columns: readonly Target[]; readonly order: DateOrder };

/** What a person decided on the way. */
export type ImportChoices = {
  /** Rows left out on purpose, by file. */
  readonly leaveOut: Readonly<Record<Purpose, readonly number[]>>;
  /** Whom an uncertain identity means: by `Duplicate.key`, a candidate's `ref` or `new`. */
  readonly people: Readonly<Record<string, string>>;
  /** What a word stands for, by `wordKey`: a key of its vocabulary. */
  readonly words: Readonly<Record<string, string>>;
};
export const noChoices: ImportChoices = { leaveOut: { roster: [], evidence: [] }, people: {}, words: {} };

export type Counts = { readonly created: number; readonly updated: number; readonly unchanged: number };

/** What an import would do. Nothing has happened yet; `changes` is for one commit. */
export type ImportPlan = {
  /** Empty unless `ready`: all of it lands, or none. */
  readonly changes: readonly Change[];
  /** No error is left and nobody is undecided. */
  readonly ready: boolean;
  readonly counts: Readonly<Record<'people' | 'teams' | 'evidence' | 'checks', Counts>>;
  readonly problems: readonly Problem[];
  readonly duplicates: readonly Duplicate[];
  /** Rows left out because a person said so. */
  readonly leftOut: Readonly<Record<Purpose, readonly number[]>>;
  /** What was taken for granted for the whole file. */
  readonly notices: readonly string[];
};

export type PlanInput = {
  readonly roster?: MappedTable | undefined;
  readonly evidence?: MappedTable | undefined;
  /** The agency it goes into; null for a new one. */
  readonly into: AgencyFile | null;
  readonly choices: ImportChoices;
};

export type PlanContext = {
  readonly newId: () => string;
  /** ISO instant, for `recordedAt`. */
  readonly now: string;
  readonly today: CivilDate;
};

type OpenRow = { readonly cells: RowCells; readonly evidence: readonly EvidenceDraft[]; readonly checks: readonly CheckDraft[] };

/**
 * Works out what importing a roster and an evidence sheet would do, without doing it. Importing the same file again yields no
 * change: people are matched, and items and checks that are on file are not added twice. Nothing on file is overwritten.
 */
export function planImport(input: PlanInput, context: PlanContext): ImportPlan {
  const run = startRun(input, context);
  if (input.roster !== undefined) run.file('roster', input.roster);
  if (input.evidence !== undefined) run.file('evidence', input.evidence);
  return run.finish();
}

function startRun({ into, choices }: PlanInput, context: PlanContext) {
  const personOnFile = new Map((into?.people ?? []).map((person) => [person.id, person]));
  const employmentsOnFile = new Set((into?.people ?? []).flatMap(({ employments }) => employments.map(({ id }) => id)));
  const madeInRow = new Map<string, number>();
  const people: People = peopleOf(into?.people ?? [], (id) => {
    const row = madeInRow.get(id);
    return row === undefined ? id : `row:${row}`;
  });
  const problems: Problem[] = [];
  const duplicates = new Map<string, Duplicate>();
  const teams = teamsOf(into, context);
  const items = itemsOf(into, context);
  const touched = new Set<string>();
  const notices = new Set<string>();

  const ask = (asked: Question | undefined, file: Purpose, row: number, identity: Identity, hiredOn: CivilDate | undefined): void => {
    if (asked === undefined) return;
    const before = duplicates.get(asked.key);
    duplicates.set(asked.key, {
      key: asked.key,
      file,
      rows: [...(before?.rows ?? []), row],
      name: identity.name === null ? '' : [identity.name.given, identity.name.middle, identity.name.family].filter((part) => part !== '').join(' '),
      birthDate: identity.birthDate,
      hiredOn,
      candidates: asked.candidates,
      choice: before === undefined ? asked.choice : before.choice === null ? null : asked.choice,
    });
  };

  const rosterRow = (cells: RowCells, row: PersonRow): Person | null => {
    if (row.name === null && !(row.id !== '' && people.get(row.id) !== undefined)) {
      if (!hasError(cells)) cells.refuseRow('The row names nobody', 'Fill in first and family name, or leave the row out.');
      return null;
    }
    const hiredOn = row.hiredOn ?? row.plannedHireOn;
    const match = people.match(row, { hiredOn, nameIsEnough: false, choices: choices.people });
    ask(match.asked, 'roster', cells.row, row, hiredOn);
    if (match.kind === 'undecided') return null;
    const known = match.kind === 'person' ? people.get(match.id) : undefined;
    if (known === undefined && row.name === null) return null;
    const freshId = row.id === '' || personOnFile.has(row.id) ? context.newId() : row.id;
    const person = known ?? (row.name === null ? null : personOf(freshId, row.name, row));
    if (person === null) return null;
    if (known !== undefined && row.name !== null && !known.names.some((name) => nameKey(name) === (row.name === null ? '' : nameKey(row.name)))) {
      cells.refuseRow(`Muster knows person ${known.id} by another name`, 'The name is not taken over. Add it on the person’s own screen, with the day it changed.', 'warning');
    }
    const merged = mergeRow(person, row, { cells, newId: context.newId, wasOnFile: (id) => employmentsOnFile.has(id), teamId: teams.idOf });
    if (known === undefined) madeInRow.set(merged.id, cells.row);
    people.put(merged);
    touched.add(merged.id);
    return merged;
  };

  const evidenceRow = (cells: RowCells, open: OpenRow, sheet: Sheet): string | null => {
    if (open.evidence.length === 0 && open.checks.length === 0) {
      const wide = sheet.columns.some(({ to }) => to === 'item' || to === 'month-check');
      if (!wide && !hasError(cells)) cells.refuseRow('The row holds no item', 'Nothing is taken from it. Name the kind of item if there is one.', 'warning');
      return null;
    }
    const identity = readIdentity(cells);
    const match = people.match(identity, { hiredOn: undefined, nameIsEnough: true, choices: choices.people });
    ask(match.asked, 'evidence', cells.row, identity, undefined);
    if (match.kind === 'person') return match.id;
    if (match.kind === 'undecided') return null;
    if (identity.name === null && identity.id === '') {
      if (!hasError(cells)) cells.refuseRow('The row does not say whose item it is', 'Fill in the name, or the person id.');
    } else if (![...duplicates.values()].some(({ name }) => identity.name !== null && plain(name).startsWith(plain(identity.name.given)) && plain(name).endsWith(plain(identity.name.family)))) {
      // Where the roster's row of that name waits for a decision, one question is enough.
      const who = identity.name === null ? `the id ${identity.id}` : `${identity.name.given} ${identity.name.family}${identity.birthDate === undefined ? '' : ', with this birth date'}`;
      cells.refuseRow(`Nobody is called ${who}`, 'Add the person to the roster first, or write the name as the roster does.');
    }
    return null;
  };

  return {
    file(file: Purpose, mapped: MappedTable): void {
      const sheet: Sheet = { file, table: mapped.table, columns: mapped.columns, order: mapped.order, words: choices.words, today: context.today };
      noticesFor(sheet).forEach((notice) => notices.add(notice));
      const left = new Set(choices.leaveOut[file]);
      for (const row of mapped.table.rows) {
        if (left.has(row.row)) continue;
        const cells = cellsOf(sheet, row);
        if (mapped.table.tooLong.includes(row.row)) cells.refuseRow('The row has more cells than the header', 'A cell probably holds the delimiter without quotes. Correct the row and save the file again.');
        const open = { cells, evidence: readEvidence(cells, sheet), checks: readChecks(cells, sheet) };
        const personId = file === 'roster' ? (rosterRow(cells, readPersonRow(cells, sheet))?.id ?? null) : evidenceRow(cells, open, sheet);
        if (personId !== null && !hasError(cells)) items.add(personId, open);
        problems.push(...cells.problems);
      }
    },

    finish(): ImportPlan {
      const changed = [...touched].flatMap((id) => people.get(id) ?? []);
      const created = changed.filter(({ id }) => !personOnFile.has(id));
      const updated = changed.filter((person) => {
        const before = personOnFile.get(person.id);
        return before !== undefined && JSON.stringify(sorted(before)) !== JSON.stringify(sorted(person));
      });
      const ready = [...duplicates.values()].every(({ choice }) => choice !== null) && !problems.some(({ severity }) => severity === 'error');
      const changes: readonly Change[] = [
        ...teams.fresh().map((team): Change => ({ kind: 'put-team', team })),
        ...[...created, ...updated].map((person): Change => ({ kind: 'put-person', person })),
        ...items.evidence.map((evidence): Change => ({ kind: 'add-evidence', evidence })),
        ...items.checks.map((check): Change => ({ kind: 'add-check', check })),
      ];
      return {
        changes: ready ? changes : [],
        ready,
        counts: {
          people: { created: created.length, updated: updated.length, unchanged: changed.length - created.length - updated.length },
          teams: { created: teams.fresh().length, updated: 0, unchanged: teams.met() },
          evidence: { created: items.evidence.length, updated: 0, unchanged: items.known().evidence },
          checks: { created: items.checks.length, updated: 0, unchanged: items.known().checks },
        },
        problems,
        duplicates: [...duplicates.values()],
        leftOut: choices.leaveOut,
        notices: [...notices],
      };
    },
  };
}

const hasError = (cells: RowCells): boolean => cells.problems.some(({ severity }) => severity === 'error');

function noticesFor({ columns, file, table }: Sheet): readonly string[] {
  const has = (key: string): boolean => columns.some((column) => ('field' in column ? `${column.to}:${column.field}` : column.to) === key);
  return [
    ...(file === 'roster' && !has('person:direct-care') && has('person:role') ? ['The roster does not say who gives direct care: everybody does but “other” and program assistants.'] : []),
    ...(file === 'roster' && !has('person:birth-date') && table.rows.length > 0 ? ['The roster has no birth dates: people of the same name are told apart by their hire date, and exclusion matches will be harder to decide.'] : []),
    ...(has('check:list') && !has('check:outcome') ? ['The file names no outcome: every check in it is recorded as clear.'] : []),
    ...(has('month-check') ? ['A date in the column of an exclusion list is recorded as a clear check on the list’s website.'] : []),
  ];
}

/** The same record whatever the order its keys were written in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

