import type { AgencyFile } from '../agency-file/schema.ts';
import { hashOf, isWordless, type CarriedEntry, type LoggedChange } from '../audit/chain.ts';
import { logKinds, logKindWords, type LogKind } from '../audit/events.ts';
import type { CivilDate } from '../civil-date.ts';
import { fullName } from '../model/person.ts';
import { momentsIn } from '../moment.ts';
import { recordsOfPerson } from './person-log.ts';

/** An entry of the log as it is shown. What an entry of another program does not say is null. */
export type LogLine = {
  readonly seq: number;
  readonly at: string | null;
  /** The civil day and the minute, `14:05`, in the agency's time zone. */
  readonly day: CivilDate | null;
  readonly time: string;
  readonly by: string | null;
  readonly kind: LogKind;
  /** Null where a disposal took the words away. */
  readonly what: string | null;
  readonly reason: string | null;
  readonly changes: readonly LoggedChange[];
  readonly hash: string;
  readonly previous: string | null;
};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const isKind = (value: unknown): value is LogKind => (logKinds as readonly unknown[]).includes(value);

function isChange(value: unknown): value is LoggedChange {
  return typeof value === 'object' && value !== null && 'list' in value && typeof value.list === 'string' && 'id' in value && typeof value.id === 'string';
}

/** Tells the entries of a log as they are shown. Each is told once: a log grows at its end, and is shown again after every entry. */
export function logTeller(timeZone: string): (entries: readonly CarriedEntry[]) => readonly LogLine[] {
  const told = new WeakMap<CarriedEntry, LogLine>();
  const momentOf = momentsIn(timeZone);
  return (entries) =>
    entries.map((entry, position) => {
      const line = told.get(entry) ?? lineOf(entry, position, momentOf);
      told.set(entry, line);
      return line;
    });
}

function lineOf(entry: CarriedEntry, position: number, momentOf: ReturnType<typeof momentsIn>): LogLine {
  const at = text(entry['at']);
  const instant = at === null ? Number.NaN : Date.parse(at);
  const moment = Number.isNaN(instant) ? null : momentOf(instant);
  const { changes, kind, seq } = entry;
  return {
    seq: typeof seq === 'number' ? seq : position + 1,
    at: moment === null ? null : at,
    day: moment?.day ?? null,
    time: moment?.time ?? '',
    by: text(entry['by']),
    kind: isKind(kind) ? kind : 'change',
    what: isWordless(entry) ? null : (text(entry['what']) ?? 'An entry of another program'),
    reason: text(entry['reason']),
    changes: Array.isArray(changes) ? changes.filter(isChange) : [],
    hash: hashOf(entry),
    previous: text(entry['previous']),
  };
}

/** What of a log is shown. Days are inclusive; an empty list lets everything through. `by` holds names, an empty one for entries without. */
export type LogFilter = {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly by: readonly string[];
  readonly kinds: readonly LogKind[];
  readonly personId: string | null;
  /** Every word must occur in what, why, who, kind or number. */
  readonly words: string;
};

export const wholeLog: LogFilter = { from: null, to: null, by: [], kinds: [], personId: null, words: '' };

const folded = (value: string): string => value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The lines a filter lets through, in their order. A person's entries are those that changed a record about them, and those whose words name
 * them by any name they ever had, such as an export or an opened document.
 */
export function filteredLog(lines: readonly LogLine[], filter: LogFilter, file: AgencyFile): readonly LogLine[] {
  const words = folded(filter.words).split(/\s+/).filter((word) => word !== '');
  const touches = filter.personId === null ? null : touching(file, filter.personId);
  return lines.filter(
    (line) =>
      (filter.from === null || (line.day !== null && line.day >= filter.from)) &&
      (filter.to === null || (line.day !== null && line.day <= filter.to)) &&
      (filter.kinds.length === 0 || filter.kinds.includes(line.kind)) &&
      (filter.by.length === 0 || filter.by.includes(line.by ?? '')) &&
      (touches === null || touches(line)) &&
      (words.length === 0 || holds(line, words)),
  );
}

function holds({ seq, by, kind, what, reason }: LogLine, words: readonly string[]): boolean {
  const all = folded(`${seq} ${by ?? ''} ${logKindWords[kind]} ${what ?? ''} ${reason ?? ''}`);
  return words.every((word) => all.includes(word));
}

function touching(file: AgencyFile, personId: string): (line: LogLine) => boolean {
  const records = recordsOfPerson(file, personId);
  const names = (file.people.find(({ id }) => id === personId)?.names ?? []).map((name) => folded(fullName(name)));
  return ({ changes, what }) => {
    if (changes.some(({ list, id }) => records.get(list)?.has(id) === true)) return true;
    const said = folded(what ?? '');
    return names.some((name) => said.includes(name));
  };
}

/** Who ever wrote an entry, in the order of the alphabet. */
export const writersOf = (lines: readonly LogLine[]): readonly string[] => [...new Set(lines.flatMap(({ by }) => by ?? []))].sort();
