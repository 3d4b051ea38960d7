import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CivilDate } from '../../civil-date.ts';
import type { Credential } from '../../model/agency-records/agency-record.ts';
import { noticesOwed, type NoticeOwed, type NoticeState } from '../../model/agency-records/notices.ts';
import type { Status } from '../../rules/status.ts';
import { agencyRecordsOf } from '../agency-records.ts';

/** One written notice to be sent, or sent: to whom, and how it stands. */
export type NoticeTask = NoticeOwed & { readonly payer: string; readonly status: Status };

const statuses: Readonly<Record<NoticeState, Status>> = { done: 'met', late: 'late', open: 'due-soon', overdue: 'overdue' };

/** The payer of a contract as people call it. */
export const payerOf = (contract: Credential): string => contract.party ?? contract.title ?? contract.number ?? 'A payer without a name';

/** Every notice owed because of a denial, a loss or a change for the worse, as of a day and as known at a moment; what is open comes first. */
export function noticeTasks(file: AgencyFile, asOf: CivilDate, knownAt: string | null): readonly NoticeTask[] {
  const tasks = noticesOwed(agencyRecordsOf(file, knownAt), asOf).map((owed) => ({ ...owed, payer: payerOf(owed.contract), status: statuses[owed.state] }));
  return [...tasks.filter((task) => task.notice === null), ...tasks.filter((task) => task.notice !== null)];
}
