import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { version } from '../../package.json';
import { oneLine } from '../../shared/agency-file/path.ts';
import type { AgencyFileContent } from '../../shared/agency-file/read.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { serialiseAgency, writeAgencyFile } from '../../shared/agency-file/write.ts';
import { importIntoFile, type ImportRequest, type SourceFile } from '../../shared/import/import-into-file.ts';
import type { ImportPlan } from '../../shared/import/plan-import.ts';
import { duplicateWords, importErrorWords, problemWords } from '../../shared/import/words.ts';
import { packIds, type PackId } from '../../shared/model/agency.ts';
import { applyChanges } from '../../shared/model/apply-changes.ts';
import { changeErrorWords } from '../../shared/model/change-error.ts';
import { northCarolinaRoles, type Role } from '../../shared/model/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { countOf } from '../../shared/wording.ts';
import type { Options } from './arguments.ts';
import type { Command } from './command.ts';
import { loadAgency, readInput, resolvePath } from './files.ts';
import type { Io } from './io.ts';
import { todayOf } from './moments.ts';
import { writeTogether } from './output.ts';

/** `muster import`: a roster and an evidence sheet into a new or an existing agency file, all of it or nothing. */
export const importCommand: Command = {
  name: 'import',
  summary: 'bring a roster and evidence from spreadsheets into an agency file, all of it or nothing',
  options: {
    roster: { value: 'FILE' },
    evidence: { value: 'FILE' },
    into: { value: 'AGENCY' },
    out: { value: 'AGENCY' },
    dates: { value: 'us|iso|day-first' },
    'roster-sheet': { value: 'NAME' },
    'evidence-sheet': { value: 'NAME' },
    name: { value: 'AGENCY-NAME' },
    pack: { value: 'PACK', many: true },
    'dry-run': { flag: true },
  },
  run: async (options, io) => {
    const out = options.text('out');
    if (out === undefined && !options.has('dry-run')) return fail('--out is missing, add --out AGENCY, or --dry-run to write nothing');
    const packs = packsOf(options);
    if (!packs.ok) return packs;
    const base = await baseOf(options, io);
    if (!base.ok) return base;
    const request = await requestOf(options, io, base.value);
    if (!request.ok) return request;
    const read = await importIntoFile(request.value, {
      newId: randomUUID, now: new Date(io.now()).toISOString(), today: todayOf(base.value.file, io),
    });
    if (!read.ok) return fail(importErrorWords(read.error));
    const { plan } = read.value;
    for (const line of report(plan, out)) io.stdout(`${oneRow(line)}\n`);
    if (!plan.ready) return fail(refusal(plan));
    const applied = applyChanges(base.value.file, plan.changes);
    if (!applied.ok) return fail(`${changeErrorWords(applied.error)} Nothing was written.`);
    if (out === undefined || options.has('dry-run')) return ok(0);
    const file = options.has('into') ? applied.value : withPacks(applied.value, packs.value);
    const bytes = path.extname(out).toLowerCase() === '.json' ? serialiseAgency(file) : writeAgencyFile(file, base.value.documents, { appVersion: version });
    const written = await writeTogether([{ file: resolvePath(io, out), bytes }]);
    if (!written.ok) return written;
    io.stderr(`Wrote ${oneLine(out)}.\n`);
    return ok(0);
  },
};

function packsOf(options: Options): Result<readonly PackId[], string> {
  const chosen: PackId[] = [];
  for (const text of options.all('pack')) {
    const pack = packIds.find((id) => id === text);
    if (pack === undefined) return fail(`--pack: "${oneLine(text)}" is not one of ${packIds.join(', ')}`);
    chosen.push(pack);
  }
  if (options.has('into') && (chosen.length > 0 || options.has('name'))) return fail('--name and --pack are for a new agency, leave them out with --into');
  return ok(chosen);
}

async function baseOf(options: Options, io: Io): Promise<Result<AgencyFileContent, string>> {
  const into = options.text('into');
  if (into !== undefined) return loadAgency(io, into);
  const file: AgencyFile = { format: 'muster-agency', version: 1, agency: { name: options.text('name') ?? 'My agency', packs: [] }, people: [], evidence: [] };
  return ok({ file, documents: new Map() });
}

async function requestOf(options: Options, io: Io, base: AgencyFileContent): Promise<Result<ImportRequest, string>> {
  if (!options.has('roster') && !options.has('evidence')) return fail('--roster is missing, add --roster FILE, or --evidence FILE with --into');
  if (!options.has('roster') && !options.has('into')) return fail('--evidence alone needs people to belong to, add --roster FILE or --into AGENCY');
  const dates = options.choice('dates', ['us', 'iso', 'day-first']);
  if (!dates.ok) return dates;
  const roster = await sourceOf('roster', options, io);
  if (!roster.ok) return roster;
  const evidence = await sourceOf('evidence', options, io);
  if (!evidence.ok) return evidence;
  return ok({
    roster: roster.value, evidence: evidence.value, into: options.has('into') ? base.file : null,
    dates: options.has('dates') ? dates.value : undefined,
  });
}

async function sourceOf(name: 'roster' | 'evidence', options: Options, io: Io): Promise<Result<SourceFile | undefined, string>> {
  const fileName = options.text(name);
  const sheet = options.text(`${name}-sheet`);
  if (fileName === undefined) return sheet === undefined ? ok(undefined) : fail(`--${name}-sheet names a sheet of a workbook, add --${name} FILE`);
  const bytes = await readInput(io, fileName);
  return bytes.ok ? ok({ bytes: bytes.value, fileName, ...(sheet === undefined ? {} : { sheet }) }) : bytes;
}

/** A new agency without packs named follows the states its people's roles belong to. */
function withPacks(file: AgencyFile, chosen: readonly PackId[]): AgencyFile {
  const roles = file.people.flatMap((person) => person.employments.flatMap((employment) => employment.roles.map((span) => span.role)));
  const northern = roles.filter((role) => (northCarolinaRoles as readonly Role[]).includes(role)).length;
  const byRoles: readonly PackId[] = [
    ...(northern < roles.length || northern === 0 ? ['la-medicaid' as const] : []),
    ...(northern > 0 ? ['nc-state-funded' as const] : []),
  ];
  return { ...file, agency: { ...file.agency, packs: [...(chosen.length > 0 ? chosen : byRoles)] } };
}

function report(plan: ImportPlan, out: string | undefined): readonly string[] {
  const counted = (['people', 'teams', 'evidence', 'checks'] as const).map((list) => {
    const { created, updated, unchanged } = plan.counts[list];
    return `${list}: ${created} new, ${updated} changed, ${unchanged} as on file`;
  });
  return [
    ...plan.notices,
    ...plan.problems.map((problem) => `${problem.severity === 'error' ? 'Error' : 'Warning'}: ${problemWords(problem)}`),
    ...plan.duplicates.map((duplicate) => `Undecided: ${duplicateWords(duplicate)}`),
    ...(plan.ready ? counted : []),
    ...(plan.ready && out === undefined ? ['Dry run: nothing was written.'] : []),
  ];
}

/** The whole refusal in one line: how much is wrong, the first of it, and that nothing happened. The report has the rest. */
function refusal(plan: ImportPlan): string {
  const errors = plan.problems.filter((problem) => problem.severity === 'error');
  const first = errors[0] === undefined ? plan.duplicates.slice(0, 1).map(duplicateWords).join('') : problemWords(errors[0]);
  const total = errors.length + plan.duplicates.length;
  return `${first}${total > 1 ? ` (and ${countOf(total - 1, 'more problem')}, listed on standard output)` : ''} Nothing was written.`;
}

const oneRow = (line: string): string => line.replaceAll(/[\r\n]+/g, ' ');
