import type { AgencyFile } from '../../agency-file/schema.ts';
import { endOfMonth, firstDayOf, fromDay, type CivilDate, type CivilMonth } from '../../civil-date.ts';
import { latestBy } from '../../model/check-outcome.ts';
import { exclusionLists, exclusionListWords, type Decision, type ExclusionCheck, type ExclusionList } from '../../model/exclusion.ts';
import { roleWords, type Employment, type Role } from '../../model/person.ts';
import type { ExportTable } from '../../export-table.ts';
import type { Evaluation } from '../../rules/standing.ts';
import { dateWords, longMonthWords } from '../../wording.ts';
import { obligationsOf, type Obligation } from './obligations.ts';
import { whyNotRequired, type NotRequired } from './not-required.ts';
import { byListName, personSubject, vendorSubject, type NamedSubject } from './subject.ts';

/** One list of the month for somebody employed on the day. */
export type EmployedCheck = {
  readonly list: ExclusionList;
  readonly status: Obligation['status'] | 'not-required';
  readonly check: ExclusionCheck | null;
  readonly decision: Decision | null;
  /** "Clear", "Not searched", "Match decided: not the person". */
  readonly outcome: string;
};

export type EmployedRow = {
  readonly subject: NamedSubject;
  /** Null for a vendor. */
  readonly employment: Employment | null;
  readonly roles: readonly Role[];
  readonly team: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly checks: readonly EmployedCheck[];
  /** Where nothing was required of them in that month. */
  readonly notRequired: NotRequired | null;
};

export type EmployedOn = {
  readonly on: CivilDate;
  readonly month: CivilMonth;
  readonly lists: readonly ExclusionList[];
  readonly rows: readonly EmployedRow[];
  /** Of those something was required of, how many were searched on every list and how many were not. */
  readonly screened: number;
  readonly notScreened: number;
};

const settledStatuses: readonly EmployedCheck['status'][] = ['met', 'fail', 'not-required'];

/**
 * "Who was employed on a day, and was everyone screened in a month?" People whose employment holds the day (first and last day inclusive),
 * those who left since included, then vendors engaged on it.
 */
export function employedOn(file: AgencyFile, evaluation: Evaluation, { on, month }: { readonly on: CivilDate; readonly month: CivilMonth }): EmployedOn {
  const obligations = obligationsOf(file, evaluation);
  const why = whyNotRequired(file, evaluation);
  const teams = new Map((file.teams ?? []).map((team) => [team.id, team.name]));
  const lists = exclusionLists.filter((list) => obligations.inMonth(month).some((each) => each.list === list));
  const checksOf = (subject: NamedSubject): Pick<EmployedRow, 'checks' | 'notRequired'> => {
    const owed = obligations.of(subject.key, month);
    const checks = lists.map((list): EmployedCheck => {
      const obligation = owed.find((each) => each.list === list);
      if (obligation === undefined) return { list, status: 'not-required', check: null, decision: null, outcome: 'Not required' };
      const about = obligation.check === null ? null : obligations.about(obligation.check);
      const decision = about === null ? null : latestBy([...about.whole, ...about.rows.flatMap((row) => row.decisions)], evaluation.asOf);
      return { list, status: obligation.status, check: obligation.check, decision, outcome: outcomeWords(obligation, decision, fromDay(endOfMonth(firstDayOf(month)))) };
    });
    return { checks, notRequired: owed.length === 0 ? why(subject, month, null) : null };
  };
  const people = file.people.map(personSubject).sort(byListName).flatMap((subject) => subject.person.employments
    .filter((each) => each.withdrawnOn === undefined && each.hiredOn !== undefined && each.hiredOn <= on && (each.endedOn === undefined || each.endedOn >= on))
    .map((employment): EmployedRow => {
      const held = employment.roles.filter((role) => role.from <= on && (role.to === undefined || role.to >= on));
      return {
        subject, employment, roles: [...new Set(held.map((role) => role.role))],
        team: [...new Set(held.flatMap((role) => (role.teamId === undefined ? [] : [teams.get(role.teamId) ?? ''])))].filter((name) => name !== '').join(', '),
        from: employment.hiredOn ?? on, to: employment.endedOn ?? null, ...checksOf(subject),
      };
    }));
  const vendors = (file.vendors ?? []).filter((each) => each.from <= on && (each.to === undefined || each.to >= on)).map(vendorSubject).sort(byListName)
    .map((subject): EmployedRow => ({ subject, employment: null, roles: [], team: '', from: subject.vendor.from, to: subject.vendor.to ?? null, ...checksOf(subject) }));
  const rows = [...people, ...vendors];
  const asked = rows.filter((row) => row.notRequired === null);
  const screened = asked.filter((row) => row.checks.every((each) => settledStatuses.includes(each.status))).length;
  return { on, month, lists, rows, screened, notScreened: asked.length - screened };
}

function outcomeWords({ status, check }: Obligation, decision: Decision | null, endsOn: CivilDate): string {
  switch (status) {
    case 'met':
      return decision?.verdict === 'not-the-person' ? `Match decided on ${dateWords(decision.decidedOn)}: not the person` : 'Clear';
    case 'review':
      return 'Possible match, not decided';
    case 'fail':
      return decision === null ? 'Found on the list' : `Match decided on ${dateWords(decision.decidedOn)}: the person`;
    case 'gap':
      return check === null ? 'Not searched' : 'Could not be determined';
    case 'due-soon':
    case 'not-yet-due':
      return `Open until ${dateWords(endsOn)}`;
  }
}

/** The answer as a table for a spreadsheet; dates as `YYYY-MM-DD`. */
export function employedOnTable(answer: EmployedOn): ExportTable {
  const ofList = (list: ExclusionList): readonly string[] => ['searched on', 'version', 'outcome', 'decision'].map((head) => `${exclusionListWords[list].short} ${head}`);
  return {
    heads: ['Name', 'Kind', 'Roles', 'Team', 'From', 'Last day', `In ${longMonthWords(answer.month)}`, ...answer.lists.flatMap(ofList)],
    rows: answer.rows.map((row) => [
      row.subject.name,
      row.employment?.kind ?? `vendor, ${row.subject.vendor?.kind ?? ''}`,
      row.roles.map((role) => roleWords[role]).join(', '),
      row.team,
      row.from,
      row.to ?? '',
      row.notRequired?.words ?? (row.checks.every((each) => settledStatuses.includes(each.status)) ? 'Searched on every list owed' : 'Not searched on every list owed'),
      ...row.checks.flatMap(({ check, outcome, decision }) => [
        check?.checkedOn ?? '',
        check === null ? '' : check.listVersion?.name ?? (check.method === 'website' ? 'web site' : ''),
        outcome,
        decision === null ? '' : `${decision.reason} (${decision.decidedOn}${decision.recordedBy === undefined ? '' : `, ${decision.recordedBy}`})`,
      ]),
    ]),
  };
}
