import { oneLine } from '../../shared/agency-file/path.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { civilDateAt, isCivilDate, type CivilDate } from '../../shared/civil-date.ts';
import { defaultTimeZone } from '../../shared/model/agency.ts';
import { instantSchema } from '../../shared/model/schema.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Options } from './arguments.ts';
import type { Io } from './io.ts';

/** Which day, and as known when, a command judges. */
export type Moments = { readonly asOf: CivilDate; readonly from?: CivilDate; readonly knownAt?: string };

/** Today in the agency's own time zone. */
export const todayOf = (file: AgencyFile, io: Io): CivilDate => civilDateAt(io.now(), file.agency.timeZone ?? defaultTimeZone);

/** Reads --as-of, or --from with --to, and --known-at; without a day, today in the agency's time zone. */
export function momentsOf(options: Options, file: AgencyFile, io: Io): Result<Moments, string> {
  const asOf = options.date('as-of');
  if (!asOf.ok) return asOf;
  const from = options.date('from');
  if (!from.ok) return from;
  const to = options.date('to');
  if (!to.ok) return to;
  const knownAt = knownAtOf(options);
  if (!knownAt.ok) return knownAt;
  const known = knownAt.value === undefined ? {} : { knownAt: knownAt.value };
  if (from.value === undefined && to.value === undefined) return ok({ asOf: asOf.value ?? todayOf(file, io), ...known });
  if (asOf.value !== undefined) return fail('--as-of names one day and --from with --to a period, keep one of them');
  if (from.value === undefined) return fail('--to ends a period, add --from D where it begins');
  if (to.value === undefined) return fail('--from begins a period, add --to D where it ends');
  if (to.value < from.value) return fail(`--to ${to.value} lies before --from ${from.value}, swap them`);
  return ok({ asOf: to.value, from: from.value, ...known });
}

/** An instant, or a bare date, which means the end of that day in the agency's time zone. */
function knownAtOf(options: Options): Result<string | undefined, string> {
  const text = options.text('known-at');
  if (text === undefined || isCivilDate(text) || instantSchema.safeParse(text).success) return ok(text);
  return fail(`--known-at: "${oneLine(text)}" is neither a date (YYYY-MM-DD) nor an instant in UTC such as 2026-03-19T14:05:00Z`);
}

/** Fails for an id that is not a person's, with the one likely meant. */
export function knownPerson(file: AgencyFile, id: string, suggestion: string | null): Result<null, string> {
  if (file.people.some((person) => person.id === id)) return ok(null);
  return fail(`--person: nobody has the id "${oneLine(id)}"${suggestion === null ? ', use an id of people in the agency file' : `, did you mean ${oneLine(suggestion)}?`}`);
}
