import type { AgencyFile } from '../../agency-file/schema.ts';
import { fromDay, isCivilDate, plusDays, toDay, type CivilDate } from '../../civil-date.ts';
import { nextPeriod, periodAt, periodsBetween, spanOf } from '../../model/agency-records/period.ts';
import { exclusionLists } from '../../model/exclusion.ts';
import { evaluate } from '../../rules/evaluate.ts';
import type { Evaluation, Standing } from '../../rules/standing.ts';
import { keyOf, keyText } from '../exclusions/subject.ts';
import { recordsOfArea } from './agency.ts';
import { cadenceOfRequirement } from './areas.ts';
import type { Deadlines, DeadlineWords } from './context.ts';
import type { Deadline } from './deadline.ts';
import { deadlineContext } from './deadlines.ts';
import { screeningKeysAbout } from './exclusions.ts';
import { agencyKey, isMonthly, listKey, personKey, reportKey, vendorKey, type Named } from './key.ts';
import { noticesEver, recordDaysEver } from './records.ts';

/** A duty that may have had a day and has none any more: done for good, given up, or of somebody who left. */
export type EndedDeadline = { readonly key: string; readonly on: CivilDate; readonly changedAt: string | null };

/** How far back a calendar made earlier is put right: a duty is done, or its day lies, within so many days; of weeks, which nothing brings back, fewer. */
const endedWithin = { days: 400, weeks: 100 } as const;

/** The last day of a period of any kind. */
function lastDayOf(period: string): CivilDate | null {
  const end = period.split('/')[1];
  if (end !== undefined) return isCivilDate(end) ? end : null;
  const span = spanOf(period);
  return span === null ? null : fromDay(span.last);
}

/** The training years of a verdict, and those about the day looked at: they follow the day of hire, which may be put right. */
function yearsAround({ periods }: Standing, asOf: CivilDate): readonly { readonly period: string; readonly on: CivilDate }[] {
  const first = periods?.[0]?.period;
  if (periods === undefined || first === undefined) return [];
  const judged = periods.flatMap(({ period }) => {
    const on = lastDayOf(period);
    return on === null ? [] : [{ period, on }];
  });
  const year = Number(asOf.slice(0, 4));
  const years = [year - 1, year, year + 1, year + 2].map((each) => `${String(each).padStart(4, '0')}-12-31`).filter((date) => isCivilDate(date));
  return [...judged, ...years.map((on) => ({ period: `${on}/${on}`, on }))];
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
  // What does not apply may have applied before a record was put right: of people only where theirs was changed.
  if (standing.status === 'not-applicable' && (standing.vendorId !== undefined || (standing.personId !== undefined && context.changed.ofEdit(standing.personId) === null))) return;
  const every = standing.personId === undefined && standing.vendorId === undefined ? cadenceOfRequirement(standing.requirement) : null;
  if (every !== null) {
    // Which periods are judged depends on the records too: all of them, and the next, are those of the duty.
    const { asOf } = context.evaluation;
    const spans = [...periodsBetween(every, plusDays(toDay(asOf), -endedWithin[every === 'week' ? 'weeks' : 'days']), toDay(asOf)), nextPeriod(periodAt(every, toDay(asOf)))];
    for (const { period, last } of spans) yield { key: keyOfStanding(inPeriod(standing, period, fromDay(last))), on: fromDay(last), changedAt };
    return;
  }
  for (const { period, on } of yearsAround(standing, context.evaluation.asOf)) yield { key: keyOfStanding(inPeriod(standing, period, on)), on, changedAt };
  if (standing.periods !== undefined && standing.dueOn === null) return;
  const on = standing.dueOn ?? standing.validThrough ?? dayOfInstant(changedAt);
  if (on !== null) yield { key: keyOfStanding(standing), on, changedAt };
}

// What names a duty, without the account, which a verdict would make for being copied.
const inPeriod = ({ personId, vendorId, teamId, employmentId, requirement }: Standing, period: string, dueOn: CivilDate): Named => ({
  ...(personId === undefined ? {} : { personId }), ...(vendorId === undefined ? {} : { vendorId }), ...(teamId === undefined ? {} : { teamId }),
  ...(employmentId === undefined ? {} : { employmentId }), requirement, dueOn, periods: [{ period, status: 'met' }],
});

/**
 * The record as if nothing had ended since a day: people still employed, roles, teams, vendors and packs still in force, nothing
 * switched off. What is asked for then and not now is what ended, also where the end was recorded with a day gone by.
 */
function unended(file: AgencyFile, from: CivilDate, asOf: CivilDate): AgencyFile {
  const open = (date: CivilDate | undefined): boolean => date !== undefined && date >= from && date <= asOf;
  return {
    ...file,
    agency: {
      ...file.agency,
      packs: file.agency.packs.map((use) => (typeof use === 'string' || !open(use.to) ? use : without(use, 'to'))),
      ...(file.agency.overrides === undefined ? {} : { overrides: file.agency.overrides.filter((each) => each.set.enabled !== false || each.recordedAt.slice(0, 10) < from) }),
    },
    people: file.people.map((person) => ({
      ...person,
      employments: person.employments.map((each) => {
        const roles = each.roles.map((role) => (open(role.to) ? without(role, 'to') : role));
        const going = open(each.endedOn) ? without(each, 'endedOn') : each;
        return { ...(open(each.withdrawnOn) ? without(going, 'withdrawnOn') : going), roles };
      }),
    })),
    ...(file.teams === undefined ? {} : { teams: file.teams.map((team) => (open(team.closedOn) ? without(team, 'closedOn') : team)) }),
    ...(file.vendors === undefined ? {} : { vendors: file.vendors.map((vendor) => (open(vendor.to) ? without(vendor, 'to') : vendor)) }),
  };
}

const without = <Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key): Omit<Whole, Key> => {
  const { [key]: _gone, ...rest } = whole;
  return rest;
};

/** The last end of anything about a subject by a day: an end is itself a change, where no log says when it was recorded. */
function endOf(standing: Standing, file: AgencyFile, asOf: CivilDate): CivilDate | null {
  const ends = standing.vendorId !== undefined
    ? (file.vendors ?? []).filter((vendor) => vendor.id === standing.vendorId).map((vendor) => vendor.to)
    : standing.personId !== undefined
      ? (file.people.find((person) => person.id === standing.personId)?.employments ?? []).flatMap((each) => [each.endedOn, each.withdrawnOn, ...each.roles.map((role) => role.to)])
      : [...(file.teams ?? []).filter((team) => team.id === standing.teamId).map((team) => team.closedOn)];
  const packs = file.agency.packs.map((use) => (typeof use === 'string' ? undefined : use.to));
  return [...ends, ...packs].filter((date) => date !== undefined).filter((date) => date <= asOf).toSorted().at(-1) ?? null;
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
  const present = new Set(current.map((each) => each.key));
  const ended = new Map<string, EndedDeadline>();
  const add = (each: EndedDeadline): void => {
    if (present.has(each.key) || (each.on < from && (dayOfInstant(each.changedAt) ?? '') < from)) return;
    const known = ended.get(each.key);
    if (known === undefined || (later(known.changedAt, each.changedAt) ?? '') !== (known.changedAt ?? '')) ended.set(each.key, each);
  };
  const known = knownAt === undefined ? {} : { knownAt };
  for (const standing of [...evaluation.standings, ...evaluate(unended(file, from, asOf), { asOf, all: true, ...known }).standings]) {
    const end = endOf(standing, file, asOf);
    for (const each of daysOf(standing, context, end)) add(each);
  }
  for (const each of [...recordDaysEver(context), ...noticesEver(context)]) add(each);
  const screened = context.changed.ofScreening();
  for (const each of screeningKeysAbout(asOf, 3)) add({ ...each, changedAt: screened });
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
