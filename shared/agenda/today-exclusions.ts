import type { AgencyFile } from '../agency-file/schema.ts';
import { endOfMonth, fromDay, toDay } from '../civil-date.ts';
import { exclusionListWords } from '../model/exclusion.ts';
import type { Evaluation } from '../rules/standing.ts';
import { entryName } from '../screening/entry-name.ts';
import { fileLists, type FileList } from '../screening/list.ts';
import { rowFromRecord } from '../screening/lists/row-record.ts';
import { countOf } from '../wording.ts';
import { matchQueue, type QueueItem } from './exclusions/match-queue.ts';
import { reportTasks, type ReportTask } from './exclusions/report-tasks.ts';
import { keyText, type NamedSubject } from './exclusions/subject.ts';
import type { TodayItem, TodaySubject } from './today-list.ts';

/** What exclusion screening asks of a day, and the checks that wait for a decision. */
export type ExclusionThings = { readonly items: readonly TodayItem[]; readonly undecided: ReadonlySet<string> };

const isFileList = (list: string): list is FileList => (fileLists as readonly string[]).includes(list);

const subjectOf = ({ key, name, person, vendor }: NamedSubject): TodaySubject =>
  'personId' in key ? { kind: 'person', id: person?.id ?? key.personId, name } : { kind: 'vendor', id: vendor?.id ?? key.vendorId, name };

/** `HEBERT, DANIELLE M`, or the business; empty for a search on a web site. */
function entryOf({ list, candidate, version }: QueueItem): string {
  if (candidate === null || !isFileList(list)) return '';
  return entryName(rowFromRecord(list, candidate.record, candidate.row, version?.columns ?? null));
}

/** The matches of one subject on one list are one thing to do: it leads to the strongest. */
function matchThing(items: readonly [QueueItem, ...QueueItem[]], evaluation: Evaluation): TodayItem {
  const [first] = items;
  const list = exclusionListWords[first.list].short;
  const changed = items.some((item) => item.reopened !== null);
  const tier = first.candidate?.tier === 'strong' ? 'Strong match' : 'Possible match';
  const entry = entryOf(first);
  const one = `${tier} on ${list}${entry === '' ? '' : `: ${entry}`}${changed ? ', asked again since something changed' : ''}`;
  return {
    key: `match ${keyText(first.key)} ${first.list}`,
    group: 'decide',
    status: 'review',
    standing: null,
    leadsTo: { kind: 'match', checkId: first.check.id, digest: first.candidate?.digest ?? null },
    standings: items.length,
    subjects: [subjectOf(first.subject)],
    what: items.length === 1 ? one : `${countOf(items.length, 'match', 'matches')} on ${list}${entry === '' ? '' : `, the nearest ${entry}`}`,
    whoActs: null,
    // The month it was found in cannot be closed before; one of an earlier month is late already.
    dueOn: fromDay(endOfMonth(toDay(first.openIn.at(-1)?.checkedOn ?? evaluation.asOf))),
  };
}

const reportThing = ({ match, subject, status, dueOn, to }: ReportTask): TodayItem => ({
  key: `report ${keyText(match.key)} ${match.list} ${match.candidate?.digest ?? ''}`,
  group: 'stop',
  status: status === 'overdue' ? 'overdue' : 'due-soon',
  standing: null,
  leadsTo: { kind: 'report', checkId: match.check.id, digest: match.candidate?.digest ?? null },
  standings: 1,
  subjects: [subjectOf(subject)],
  what: `Report to ${to}: confirmed on ${exclusionListWords[match.list].short}`,
  whoActs: null,
  dueOn,
});

/**
 * Matches to decide and reports owed on the day of an evaluation, as things to do. Those who left are on it too: their match holds
 * its month all the same. `undecided` are the checks the matches are open in.
 */
export function exclusionThings(file: AgencyFile, evaluation: Evaluation): ExclusionThings {
  const { asOf, knownAt } = evaluation;
  const { open } = matchQueue(file, asOf, knownAt);
  const groups = new Map<string, [QueueItem, ...QueueItem[]]>();
  for (const item of open) {
    const place = `${keyText(item.key)} ${item.list}`;
    const known = groups.get(place);
    if (known === undefined) groups.set(place, [item]);
    else known.push(item);
  }
  const reports = reportTasks(file, asOf, knownAt).filter((task) => task.status !== 'done');
  return {
    items: [...[...groups.values()].map((items) => matchThing(items, evaluation)), ...reports.map(reportThing)],
    undecided: new Set(open.flatMap((item) => item.openIn.map((check) => check.id))),
  };
}
