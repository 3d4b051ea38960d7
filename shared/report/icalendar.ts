import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { deadlineAreaWords, type Deadline } from '../agenda/deadlines/deadline.ts';
import type { EndedDeadline } from '../agenda/deadlines/ended.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../civil-date.ts';
import { shortCitation } from '../rules/packs/sources.ts';

/** What a calendar file is written with besides the deadlines. */
export type CalendarOptions = {
  readonly agencyName: string;
  /** The day the deadlines are of: what lies before it has no alarm. */
  readonly asOf: CivilDate;
  /** False: people and vendors by their initials, and what somebody typed freely is left out. For calendars others can read. */
  readonly names: boolean;
  /** Days ahead an alarm rings, 0 on the day itself; empty for none. Negative numbers are passed over. */
  readonly leadDays: (deadline: Deadline) => readonly number[];
  /** Why the day is what it is: the rule in words, or null. It must not speak of the day looked at, so that the text stays while the record does. */
  readonly reason: (deadline: Deadline) => string | null;
  /** Duties that had a day and have none any more: written as cancelled, so that an import takes them out. */
  readonly ended: readonly EndedDeadline[];
};

const crlf = '\r\n';
/** RFC 5545 3.1: lines of at most 75 octets without the break; what follows begins with a space. */
const lineOctets = 75;
/** Where SEQUENCE begins to count. Seconds from here fit the 31 bits a calendar keeps until 2088. */
const epoch = Date.UTC(2020, 0, 1);
const mostSequence = 2 ** 31 - 1;
/** What stands where nothing says when something was recorded. */
const neverRecorded = '20000101T000000Z';

/** RFC 5545 3.3.11: backslash, semicolon and comma are written with a backslash, a line break as `\n`; other control characters go. */
export const escapeText = (text: string): string =>
  text
    .replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[^\t -\u{10FFFF}]/gu, '')
    .replaceAll('\u007F', '');

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Breaks a content line so that no part is longer than 75 octets and no character is cut apart. */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > lineOctets) {
      folded += `${crlf} `;
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** The name of an event, the same for the same key on every machine. A digest, since keys hold ids that may have been typed by hand. */
export const uidOf = (key: string): string => `${bytesToHex(sha256(utf8ToBytes(key))).slice(0, 40)}@muster`;

/** Grows with the moment anything behind a deadline was recorded: whole seconds since 2020 in UTC, 0 before and where nothing is known. */
export function sequenceOf(changedAt: string | null): number {
  const at = changedAt === null ? Number.NaN : Date.parse(changedAt);
  return Number.isNaN(at) ? 0 : Math.min(mostSequence, Math.max(0, Math.floor((at - epoch) / 1000)));
}

const stampOf = (changedAt: string | null): string => {
  const at = changedAt === null ? Number.NaN : Date.parse(changedAt);
  return Number.isNaN(at) ? neverRecorded : new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
};

const dateValue = (date: CivilDate): string => date.replaceAll('-', '');

/** Nine in the morning of the day so many days before an all-day event, whose own beginning is midnight. */
const triggerOf = (days: number): string => (days === 0 ? 'PT9H' : days === 1 ? '-PT15H' : `-P${days - 1}DT15H`);

/** `Denise Thibodeaux-Marsh` as `DTM`. */
export const initialsOf = (name: string): string =>
  Array.from(name.matchAll(/[\p{L}\p{N}]+/gu), ([word]) => Array.from(word)[0]?.toUpperCase() ?? '').join('');

function summaryOf({ subject, what, requirement }: Deadline, names: boolean): string {
  // What comes after a colon in a line no requirement words was typed by somebody, or says what was found about them.
  const said = names || requirement !== null ? what : (what.split(': ', 1)[0] ?? what);
  if (subject.kind === 'agency') return said;
  return `${names || subject.kind === 'team' ? subject.name : initialsOf(subject.name)}: ${said}`;
}

function descriptionOf(deadline: Deadline, { reason }: CalendarOptions): string {
  const why = reason(deadline);
  const cited = [...new Set(deadline.citations.map(shortCitation))];
  return [
    ...(why === null || why === '' ? [] : [why]),
    ...(cited.length === 0 ? [] : [`Source: ${cited.join('; ')}`]),
    'This is the last good day. From Muster; changes belong there, they arrive with the next export.',
  ].join('\n');
}

/** A day and the one after it, which is not part of the event. The last day a date can name stands alone: it is one day by itself. */
const dayLines = (on: CivilDate): readonly string[] => [
  `DTSTART;VALUE=DATE:${dateValue(on)}`,
  ...(on === '9999-12-31' ? [] : [`DTEND;VALUE=DATE:${dateValue(fromDay(plusDays(toDay(on), 1)))}`]),
];

const headLines = (key: string, changedAt: string | null): readonly string[] => [
  'BEGIN:VEVENT', `UID:${uidOf(key)}`, `DTSTAMP:${stampOf(changedAt)}`, `LAST-MODIFIED:${stampOf(changedAt)}`, `SEQUENCE:${sequenceOf(changedAt)}`,
];

function eventLines(deadline: Deadline, options: CalendarOptions): readonly string[] {
  const summary = escapeText(summaryOf(deadline, options.names));
  const leads = deadline.on < options.asOf ? [] : [...new Set(options.leadDays(deadline))].filter((days) => Number.isInteger(days) && days >= 0).toSorted((one, other) => other - one);
  return [
    ...headLines(deadline.key, deadline.changedAt),
    ...dayLines(deadline.on),
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escapeText(descriptionOf(deadline, options))}`,
    `CATEGORIES:${escapeText(deadlineAreaWords[deadline.area])}`,
    'STATUS:CONFIRMED', 'TRANSP:TRANSPARENT', 'CLASS:PRIVATE',
    ...leads.flatMap((days) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:${triggerOf(days)}`, `DESCRIPTION:${summary}`, 'END:VALARM']),
    'END:VEVENT',
  ];
}

const cancelledLines = ({ key, on, changedAt }: EndedDeadline): readonly string[] => [
  ...headLines(key, changedAt), ...dayLines(on), 'SUMMARY:No longer due', 'STATUS:CANCELLED', 'TRANSP:TRANSPARENT', 'END:VEVENT',
];

/**
 * Deadlines as an iCalendar file (RFC 5545): one all-day event each, named by its key, so that importing a later export moves, changes
 * or takes out what is there. Events in the order given, then the cancelled ones; the same input gives the same bytes.
 * @returns UTF-8 text with CRLF line ends, no line longer than 75 octets.
 */
export function toICalendar(deadlines: readonly Deadline[], options: CalendarOptions): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Muster//Deadlines//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(`${options.agencyName}, deadlines`)}`,
    ...deadlines.flatMap((deadline) => eventLines(deadline, options)),
    ...options.ended.flatMap(cancelledLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}${crlf}`).join('');
}
