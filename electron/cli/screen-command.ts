import { oneLine } from '../../shared/agency-file/path.ts';
import type { AgencyFileContent } from '../../shared/agency-file/read.ts';
import { versionInForce } from '../../shared/agenda/exclusions/versions.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ListWarning } from '../../shared/screening/list.ts';
import { warningsAgainst } from '../../shared/screening/lists/list-version.ts';
import { buildIndex } from '../../shared/screening/match/list-index.ts';
import { search } from '../../shared/screening/match/search.ts';
import { dateWords } from '../../shared/wording.ts';
import type { Options } from './arguments.ts';
import type { Command } from './command.ts';
import { loadAgency } from './files.ts';
import type { Io } from './io.ts';
import { todayOf } from './moments.ts';
import { screenJson } from './screen-json.ts';
import { givenList, type GivenList } from './screen-list.ts';
import { recordScreening, unprovable } from './screen-record.ts';
import { replayScreenings } from './screen-replay.ts';
import { subjectsOn } from './screen-subjects.ts';
import { screenTable } from './screen-table.ts';

type Format = 'table' | 'json';

/** `muster screen`: everybody of an agency searched on one exclusion list, and the recorded searches searched again. */
export const screenCommand: Command = {
  name: 'screen',
  summary: 'search an exclusion list for everybody, or search every recorded list again',
  options: {
    agency: { value: 'FILE', required: true },
    list: { value: 'FILE' },
    kind: { value: 'LIST' },
    on: { value: 'DATE' },
    format: { value: 'table|json' },
    out: { value: 'AGENCY' },
    reason: { value: 'TEXT' },
    replay: { flag: true },
  },
  run: async (options, io) => {
    const format = options.choice('format', ['table', 'json']);
    if (!format.ok) return format;
    const day = options.date('on');
    if (!day.ok) return day;
    const misplaced = misplacedOption(options);
    if (misplaced !== null) return fail(misplaced);
    const agency = await loadAgency(io, options.required('agency'));
    if (!agency.ok) return agency;
    return options.has('replay')
      ? replayScreenings(options, io, agency.value, format.value)
      : screen(options, io, agency.value, day.value ?? todayOf(agency.value.file, io), format.value);
  },
};

function misplacedOption(options: Options): string | null {
  if (!options.has('replay')) {
    if (!options.has('list')) return '--list is missing, add --list FILE, or --replay to search every recorded list again';
    return options.has('reason') && !options.has('out') ? '--reason is kept with what is recorded, add --out AGENCY' : null;
  }
  const stray = ['on', 'out', 'reason'].find((name) => options.has(name));
  if (stray !== undefined) return `--${stray} has no meaning with --replay, which changes nothing, leave it out`;
  return options.has('kind') && !options.has('list') ? '--kind says which list a file is, add --list FILE' : null;
}

async function screen(options: Options, io: Io, agency: AgencyFileContent, on: CivilDate, format: Format): Promise<Result<0, string>> {
  const began = io.now();
  const given = await givenList(options, io, agency.file);
  if (!given.ok) return given;
  const { list } = given.value;
  const out = options.text('out');
  const refused = out === undefined ? null : unprovable(given.value);
  if (refused !== null) return fail(refused);
  const index = buildIndex(list);
  const findings = subjectsOn(agency.file, on).map((subject) => search(index, subject, on));
  const screened = { list, on, elapsedMs: Math.max(0, Math.round(io.now() - began)), findings };
  const warnings = warningsAgainst(list, versionInForce(agency.file, list.list, on), on);
  const recorded = out === undefined ? ok(null) : await recordScreening({ agency, given: given.value, screened, warnings, reason: options.text('reason'), out }, io);
  if (!recorded.ok) return recorded;
  // Only now: a refusal is one line and nothing else.
  for (const line of warningLines(given.value, warnings, on, todayOf(agency.file, io))) io.stderr(`Warning: ${line}\n`);
  if (recorded.value !== null) io.stderr(`${recorded.value}\n`);
  io.stdout(format === 'json' ? `${JSON.stringify(screenJson(screened), null, 2)}\n` : screenTable(agency.file, screened));
  return ok(0);
}

function warningLines({ list }: GivenList, warnings: readonly ListWarning[], on: CivilDate, today: CivilDate): readonly string[] {
  const ahead = on > today ? [`${dateWords(on)} lies ahead; today is ${dateWords(today)}. What is searched is the list as it is now.`] : [];
  return [...warnings.map(({ words }) => words), ...ahead].map((words) => `${oneLine(list.fileName)}: ${words.replaceAll(/[\r\n]+/g, ' ')}`);
}
