import type { AgencyFile } from '../../agency-file/schema.ts';
import { fromDay, isCivilDate, plusDays, toDay, type CivilDate } from '../../civil-date.ts';
import { spanOf } from '../../model/agency-records/period.ts';
import { exclusionLists } from '../../model/exclusion.ts';
import { evaluate } from '../../rules/evaluate.ts';
import type { Evaluation, Standing } from '../../rules/standing.ts';
import { keyOf, keyText } from '../exclusions/subject.ts';
import { recordsOfArea } from './agency.ts';
import type { Deadlines, DeadlineWords } from './context.ts';
import type { Deadline } from './deadline.ts';
import { deadlineContext } from './deadlines.ts';
import { formerExclusionKeys } from './exclusions.ts';
import { agencyKey, isMonthly, listKey, personKey, reportKey, vendorKey, type Named } from './key.ts';
import { noticesEver, recordDaysEver } from './records.ts';

/** A duty that may have had a day and has none any more: done for good, given up, or of somebody who left. */
export type EndedDeadline = { readonly key: string; readonly on: CivilDate; readonly changedAt: string | null };

/** How far back a calendar made earlier is put right: a duty is done, or its day lies, within so many days; a week or month within fewer. */
export const endedWithin = { days: 400, periods: 100 } as const;

/** The last day of a period of any kind. */
function lastDayOf(period: string): CivilDate | null {
  const end = period.split('/')[1];
  if (end !== undefined) return isCivilDate(end) ? end : null;
  const span = spanOf(period);
  return span === null ? null : fromDay(span.last);
}

const keyOfStanding = (standing: Named): string => (standing.vendorId !== undefined ? vendorKey(standing) : standing.personId !== undefined ? personKey(standing) : agencyKey(standing));

const dayOfInstant = (instant: string | null): CivilDate | null => {
  const text = instant?.slice(0, 10) ?? '';
  return isCivilDate(text) ? text : null;
};

const later = (one: string | null, other: string | null): string | null => (one === null || (other !== null && other > one) ? other : one);

/** When anything behind a verdict was recorded last. */
function changedOf(standing: Standing, { file, changed, infos }: Deadlines): string | null {
  if (standing.vendorId !== undefined) return changed.ofSearches({ vendorId: standing.vendorId }, standing.requirement);
  if (standing.personId === undefined) return changed.ofRecords(Object.values(recordsOfArea).flat(), standing.teamId ?? null, standing.requirement);
  const kinds = infos.get(standing.requirement)?.kinds ?? [];
  const roles = file.people.find((person) => person.id === standing.personId)?.employments.flatMap((employment) => employment.roles) ?? [];
  const own = changed.ofRequirement(standing.personId, standing.requirement, kinds, roles.flatMap((role) => role.teamId ?? []));
  return kinds.length > 0 ? own : later(own, changed.ofSearches({ personId: standing.personId }, standing.requirement));
}

/** The days a verdict had: its own, and those of its weeks, months or years. */
function* daysOf(standing: Standing, context: Deadlines, endedOn: CivilDate | null): Generator<EndedDeadline> {
  if (isMonthly(standing) && standing.teamId === undefined && (standing.personId !== undefined || standing.vendorId !== undefined)) return;
  const changedAt = later(changedOf(standing, context), endedOn === null ? null : `${endedOn}T00:00:00Z`);
  for (const { period } of standing.periods ?? []) {
    const on = lastDayOf(period);
    if (on !== null) yield { key: keyOfStanding(inPeriod(standing, period, on)), on, changedAt };
  }
  if (standing.periods !== undefined && standing.dueOn === null) return;
  const on = standing.dueOn ?? standing.validThrough ?? dayOfInstant(changedAt);
  if (on !== null) yield { key: keyOfStanding(standing), on, changedAt };
}

// What names a duty, without the account, which a verdict would make for being copied.
const inPeriod = ({ personId, vendorId, teamId, employmentId, requirement }: Standing, period: string, dueOn: CivilDate): Named => ({
  ...(personId === undefined ? {} : { personId }), ...(vendorId === undefined ? {} : { vendorId }), ...(teamId === undefined ? {} : { teamId }),
  ...(employmentId === undefined ? {} : { employmentId }), requirement, dueOn, periods: [{ period, status: 'met' }],
});

/** The days on which something that asks for duties ended: roles, packs, teams. */
function* endings(file: AgencyFile, from: CivilDate, asOf: CivilDate): Generator<{ readonly on: CivilDate; readonly personId?: string }> {
  const within = (date: CivilDate | undefined): date is CivilDate => date !== undefined && date >= from && date < asOf;
  for (const person of file.people) {
    for (const role of person.employments.flatMap((employment) => employment.roles)) if (within(role.to)) yield { on: role.to, personId: person.id };
  }
  for (const use of file.agency.packs) if (typeof use !== 'string' && within(use.to)) yield { on: use.to };
  for (const team of file.teams ?? []) if (within(team.closedOn)) yield { on: team.closedOn };
}

/** The record as it would be judged had nothing been switched off since: what such a requirement asked for is found by it. */
function unswitched(file: AgencyFile, from: CivilDate): AgencyFile | null {
  const overrides = file.agency.overrides ?? [];
  const kept = overrides.filter((each) => each.set.enabled !== false || each.recordedAt.slice(0, 10) < from);
  return kept.length === overrides.length ? null : { ...file, agency: { ...file.agency, overrides: kept } };
}

/**
 * The duties whose day a calendar made earlier may still show and that have none now, so that an import takes them out again. Decided
 * from the record alone: verdicts without a day, periods that are over, people who left, roles, packs and teams that ended,
 * requirements switched off, and every day any version of an agency record ever carried.
 * @param current the deadlines of the same evaluation; none of their keys is answered.
 */
export function endedDeadlines(file: AgencyFile, evaluation: Evaluation, words: DeadlineWords, current: readonly Deadline[]): readonly EndedDeadline[] {
  const { asOf, knownAt } = evaluation;
  const context = deadlineContext(file, evaluation, words);
  const from = fromDay(plusDays(toDay(asOf), -endedWithin.days));
  const periodsFrom = fromDay(plusDays(toDay(asOf), -endedWithin.periods));
  const present = new Set(current.map((each) => each.key));
  const ended = new Map<string, EndedDeadline>();
  const add = (each: EndedDeadline): void => {
    if (present.has(each.key) || (each.on < from && (dayOfInstant(each.changedAt) ?? '') < from)) return;
    const known = ended.get(each.key);
    if (known === undefined || (later(known.changedAt, each.changedAt) ?? '') !== (known.changedAt ?? '')) ended.set(each.key, each);
  };
  const addStandings = (standings: readonly Standing[], endedOn: CivilDate | null): void => {
    for (const standing of standings) {
      for (const each of daysOf(standing, context, endedOn)) if (standing.periods === undefined || each.on >= periodsFrom) add(each);
    }
  };
  const known = knownAt === undefined ? {} : { knownAt };
  addStandings(evaluation.standings, null);
  const seen = new Set<string>();
  for (const { on, personId } of endings(file, from, asOf)) {
    const question = `${on} ${personId ?? ''}`;
    if (seen.has(question)) continue;
    seen.add(question);
    addStandings(evaluate(file, { asOf: on, ...known, ...(personId === undefined ? {} : { personId }) }).standings, on);
  }
  const before = unswitched(file, from);
  if (before !== null) addStandings(evaluate(before, { asOf, ...known }).standings, null);
  for (const each of [...recordDaysEver(context), ...noticesEver(context)]) add(each);
  const screened = context.changed.ofScreening();
  for (const each of formerExclusionKeys(asOf, 3)) add({ ...each, changedAt: screened });
  for (const list of exclusionLists) {
    if ((file.listVersions ?? []).some((version) => version.list === list)) add({ key: listKey(list), on: dayOfInstant(screened) ?? asOf, changedAt: screened });
  }
  for (const decision of file.decisions ?? []) {
    const key = keyOf(decision);
    if (key !== null && decision.verdict === 'the-person') {
      add({ key: reportKey(keyText(key), decision.list, decision.rowDigest ?? ''), on: decision.decidedOn, changedAt: screened });
    }
  }
  return [...ended.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}
