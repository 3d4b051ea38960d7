import type { AgencyFile } from '../../agency-file/schema.ts';
import type { Deadline } from '../../agenda/deadlines/deadline.ts';
import { countDeadlines } from '../../agenda/reminders/words.ts';
import type { CivilDate } from '../../civil-date.ts';
import { fullName, shownName, type Person } from '../../model/person.ts';
import { fail, ok, type Result } from '../../result.ts';
import { countOf, dateWords, distanceWords } from '../../wording.ts';
import type { MergeError } from './merge.ts';
import { mergeTemplate, templateOf } from './templates.ts';

/** An e-mail before anybody sends it. `to` is empty where no address is on file. */
export type MailDraft = { readonly to: { readonly name: string; readonly address: string } | null; readonly subject: string; readonly body: string };

export type DraftError = MergeError | { readonly code: 'nothing-due' } | { readonly code: 'nobody-to-write-to' };

type Words = { readonly title: (requirementId: string) => string };

const byDay = (one: Deadline, other: Deadline): number =>
  one.on < other.on ? -1 : one.on > other.on ? 1 : one.subject.name < other.subject.name ? -1 : one.subject.name > other.subject.name ? 1 : 0;

const dated = ({ on }: Deadline, today: CivilDate): string => `${dateWords(on)} (${distanceWords(on, today)})`;

/** A draft to one person about deadlines of their own, the nearest first. */
export function personDraft(file: AgencyFile, personId: string, deadlines: readonly Deadline[], today: CivilDate, words: Words): Result<MailDraft, DraftError> {
  return toSomebody('person', file, personId, deadlines, today, words, (each) => `- ${each.what}: ${dated(each, today)}`);
}

/** A draft to a supervisor about deadlines of others, the nearest first. */
export function supervisorDraft(file: AgencyFile, supervisorId: string, deadlines: readonly Deadline[], today: CivilDate, words: Words): Result<MailDraft, DraftError> {
  return toSomebody('supervisor', file, supervisorId, deadlines, today, words, (each) => `- ${each.subject.name}: ${each.what}: ${dated(each, today)}`);
}

function toSomebody(
  kind: 'person' | 'supervisor',
  file: AgencyFile,
  personId: string,
  deadlines: readonly Deadline[],
  today: CivilDate,
  words: Words,
  line: (deadline: Deadline) => string,
): Result<MailDraft, DraftError> {
  const person = file.people.find((each) => each.id === personId);
  if (person === undefined) return fail({ code: 'nobody-to-write-to' });
  const ordered = deadlines.toSorted(byDay);
  const [nearest] = ordered;
  if (nearest === undefined) return fail({ code: 'nothing-due' });
  const merged = mergeTemplate(templateOf(file.agency, kind), {
    ...common(file, ordered, today),
    name: fullName(shownName(person)),
    given: givenOf(person),
    people: [...new Set(ordered.map((each) => each.subject.name))].join(', '),
    requirement: nearest.requirement === null ? nearest.what : words.title(nearest.requirement),
    what: nearest.what,
    due: dateWords(nearest.on),
    distance: distanceWords(nearest.on, today),
    list: ordered.map(line).join('\n'),
  });
  if (!merged.ok) return merged;
  return ok({ to: person.email === undefined ? null : { name: fullName(shownName(person)), address: person.email }, ...merged.value });
}

const givenOf = (person: Person): string => shownName(person).given;

const common = (file: AgencyFile, deadlines: readonly Deadline[], today: CivilDate) => ({
  count: countOf(deadlines.length, 'deadline'),
  agency: file.agency.name,
  today: dateWords(today),
});

/** A draft for HR itself: deadlines as a table in plain text, by how near they are. It goes to whoever the sender names. */
export function digestDraft(file: AgencyFile, deadlines: readonly Deadline[], today: CivilDate): Result<MailDraft, DraftError> {
  if (deadlines.length === 0) return fail({ code: 'nothing-due' });
  const ordered = deadlines.toSorted(byDay);
  const merged = mergeTemplate(templateOf(file.agency, 'digest'), { ...common(file, ordered, today), list: digestTable(ordered, today) });
  return merged.ok ? ok({ to: null, ...merged.value }) : merged;
}

const digestGroups = [
  ['overdue', 'Overdue'], ['today', 'Today'], ['week', 'Within 7 days'], ['month', 'Within 30 days'], ['later', 'Later'],
] as const;

/** Columns in spaces: it lines up in a fixed-width face and still reads in any other. */
function digestTable(ordered: readonly Deadline[], today: CivilDate): string {
  const rows = ordered.map((each) => ({ each, cells: [dateWords(each.on), distanceWords(each.on, today), each.subject.kind === 'agency' ? 'The agency' : each.subject.name] }));
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map(({ cells }) => Array.from(cells[at] ?? '').length)));
  const padded = (text: string, at: number): string => text + ' '.repeat(Math.max(0, (widths[at] ?? 0) - Array.from(text).length));
  return digestGroups
    .map(([key, title]) => ({ title, some: rows.filter(({ each }) => countDeadlines([each], today)[key] === 1) }))
    .filter(({ some }) => some.length > 0)
    .map(({ title, some }) => [`${title.toUpperCase()} (${some.length})`, ...some.map(({ each, cells }) => `${cells.map(padded).join('  ')}  ${each.what}`)].join('\n'))
    .join('\n\n');
}
