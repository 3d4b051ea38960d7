import { oneLine } from '../../shared/agency-file/path.ts';
import { deadlineAreas, type DeadlineArea } from '../../shared/agenda/deadlines/deadline.ts';
import { deadlineWords } from '../../shared/agenda/deadlines/titles.ts';
import { agencyCalendar } from '../../shared/report/calendar.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { evaluate } from '../../shared/rules/evaluate.ts';
import { countOf } from '../../shared/wording.ts';
import type { Options } from './arguments.ts';
import type { Command } from './command.ts';
import { loadAgency, resolvePath } from './files.ts';
import { momentsOf } from './moments.ts';
import { writeTogether } from './output.ts';

/** `muster calendar`: every deadline of an agency as an iCalendar file. */
export const calendarCommand: Command = {
  name: 'calendar',
  summary: 'write every deadline as iCalendar',
  options: {
    agency: { value: 'FILE', required: true },
    out: { value: 'FILE.ics', required: true },
    'as-of': { value: 'DATE' },
    'known-at': { value: 'DATE-OR-INSTANT' },
    area: { value: deadlineAreas.join('|'), many: true },
    'no-names': { flag: true },
    'no-alarms': { flag: true },
  },
  run: async (options, io) => {
    const areas = areasOf(options);
    if (!areas.ok) return areas;
    const out = options.required('out');
    if (!/\.ics$/i.test(out)) return fail(`--out ${oneLine(out)}: a calendar is a file whose name ends in .ics`);
    const loaded = await loadAgency(io, options.required('agency'));
    if (!loaded.ok) return loaded;
    const { file } = loaded.value;
    const moments = momentsOf(options, file, io);
    if (!moments.ok) return moments;
    const { text, deadlines } = agencyCalendar(file, evaluate(file, moments.value), deadlineWords(file, moments.value.asOf), {
      areas: areas.value, names: !options.has('no-names'), alarms: !options.has('no-alarms'),
    });
    const written = await writeTogether([{ file: resolvePath(io, out), bytes: text }]);
    if (!written.ok) return written;
    io.stdout(`${oneLine(out)}\t${countOf(deadlines, 'deadline')}\n`);
    return ok(0);
  },
};

/** --area, as often as wanted; all of them where none is named. */
function areasOf(options: Options): Result<readonly DeadlineArea[], string> {
  const asked = options.all('area');
  const unknown = asked.find((text) => !deadlineAreas.some((area) => area === text));
  if (unknown !== undefined) return fail(`--area: "${oneLine(unknown)}" is not one of ${deadlineAreas.join(', ')}`);
  return ok(asked.length === 0 ? deadlineAreas : deadlineAreas.filter((area) => asked.includes(area)));
}
