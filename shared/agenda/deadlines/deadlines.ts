import type { AgencyFile } from '../../agency-file/schema.ts';
import { defaultSoonDays } from '../../model/agency.ts';
import { requirementsOf } from '../../rules/catalogue.ts';
import type { Evaluation } from '../../rules/standing.ts';
import { statusRank } from '../../rules/status.ts';
import { agencyRecordsOf } from '../agency-records.ts';
import { agencyDeadline } from './agency.ts';
import { changedIn } from './changed.ts';
import type { Deadlines, DeadlineWords } from './context.ts';
import type { Deadline } from './deadline.ts';
import { exclusionDeadlines } from './exclusions.ts';
import { personDeadline, vendorDeadline } from './people.ts';
import { noticeDeadlines, recordDeadlines } from './records.ts';

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** By day; of one day the worse verdict first, then by name, then by what. */
const byDay = (one: Deadline, other: Deadline): number =>
  inOrder(one.on, other.on) || statusRank(one.status) - statusRank(other.status) || inOrder(one.subject.name, other.subject.name) || inOrder(one.what, other.what) || inOrder(one.key, other.key);

/** Everything deadlines are made from, read once. */
export function deadlineContext(file: AgencyFile, evaluation: Evaluation, words: DeadlineWords): Deadlines {
  return {
    file, evaluation, words,
    infos: new Map(requirementsOf(file, evaluation.asOf).map((info) => [info.id, info])),
    soonDays: file.agency.soonDays ?? defaultSoonDays,
    changed: changedIn(file, evaluation.knownAt),
    records: agencyRecordsOf(file, evaluation.knownAt ?? null),
  };
}

const made = new WeakMap<Evaluation, { readonly file: AgencyFile; readonly words: DeadlineWords; readonly deadlines: readonly Deadline[] }>();

/**
 * Every day by which something must be done, as an evaluation of everybody sees it: duties of people at work or about to be, vendors,
 * exclusion screening, the agency and its teams, and the plain days of agency records. Overdue ones keep their past day; what was met for
 * good, what lasts and cannot be put right, and people who left are not on it. Each duty once, keys unique; in order of the day.
 * @param evaluation of everybody, as of the day asked about; its known-at counts.
 * @param words how requirements are called, those of the agency included.
 */
export function deadlinesOf(file: AgencyFile, evaluation: Evaluation, words: DeadlineWords): readonly Deadline[] {
  const known = made.get(evaluation);
  if (known?.file === file && known.words === words) return known.deadlines;
  const deadlines = allDeadlines(deadlineContext(file, evaluation, words));
  made.set(evaluation, { file, words, deadlines });
  return deadlines;
}

const listOf = (deadline: Deadline | null): readonly Deadline[] => (deadline === null ? [] : [deadline]);

function allDeadlines(context: Deadlines): readonly Deadline[] {
  const { file, evaluation } = context;
  const people = new Map(file.people.map((person) => [person.id, { person, employments: new Map(person.employments.map((each) => [each.id, each])) }]));
  const records = new Map((file.agencyRecords ?? []).map((record) => [record.id, record]));
  const judged = evaluation.standings.flatMap((standing): readonly Deadline[] => {
    if (standing.dueOn === null) return [];
    if (standing.vendorId !== undefined) return listOf(vendorDeadline(standing, context));
    if (standing.personId === undefined) return listOf(agencyDeadline(standing, records, context));
    const known = people.get(standing.personId);
    const employment = known?.employments.get(standing.employmentId ?? '');
    return known === undefined || employment === undefined ? [] : listOf(personDeadline(standing, known.person, employment, context));
  });
  const notices = noticeDeadlines(context, judged);
  const unique = new Map<string, Deadline>();
  for (const each of [...judged.filter((one) => !notices.replaced.has(one)), ...notices.deadlines, ...recordDeadlines(context, judged), ...exclusionDeadlines(context)]) {
    const other = unique.get(each.key);
    if (other === undefined || byDay(each, other) < 0) unique.set(each.key, each);
  }
  return [...unique.values()].sort(byDay);
}
