import type { AgencyFile } from '../../agency-file/schema.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../../civil-date.ts';
import { agencyPeriodWords, spanOf } from '../../model/agency-records/period.ts';
import { listName, shownName } from '../../model/person.ts';
import { evaluate } from '../../rules/evaluate.ts';
import { explainer } from '../../rules/explain.ts';
import type { Evaluation, Standing } from '../../rules/standing.ts';
import { statusFacts, statusRank, type Status } from '../../rules/status.ts';
import { countOf, dateWords } from '../../wording.ts';
import { isLasting, notesOn } from '../acknowledgements.ts';
import { rolesOn } from '../employment.ts';
import { compareNames } from '../people-list.ts';
import { standingKey, turningDays } from './survey-days.ts';

/** Whom a gap is about. A person may work in several teams; the agency itself has no id. */
export type SurveySubject = {
  readonly kind: 'person' | 'vendor' | 'team' | 'agency';
  readonly id: string | null;
  readonly name: string;
  readonly teamIds: readonly string[];
  readonly siteIds: readonly string[];
  /** The employment ended before the survey, or the vendor's engagement did. */
  readonly left: boolean;
};

/**
 * `now`: a gap today already. `turns`: in order today, not any more on the survey's day. `owed`: weeks, months or quarters that have not
 * come or are open, in which something will have to be done; no finding of anybody yet.
 */
export const surveyKinds = ['now', 'turns', 'owed'] as const;
export type SurveyKind = (typeof surveyKinds)[number];

/** One gap a survey would find if nothing were done from today on. */
export type SurveyGap = {
  readonly key: string;
  readonly kind: SurveyKind;
  readonly subject: SurveySubject;
  readonly requirement: string;
  readonly title: string;
  /** The verdict on the survey's day; of `owed` the one of the next period. */
  readonly status: Status;
  /** `turns`: the first day it is not in order. `owed`: the last day of the next period. `now`: null. */
  readonly on: CivilDate | null;
  /** The last day something can still be done about it in time; null where it is too late or nothing cures it. */
  readonly doBy: CivilDate | null;
  readonly headline: string;
  /** What becomes of it: open until something is filed, or permanent. Null for `owed`. */
  readonly effect: string | null;
  /** Nothing cures it: it can only be explained. */
  readonly lasting: boolean;
  /** Somebody has written a note that explains it. */
  readonly noted: boolean;
  /** How many periods are to come; 0 for the others. */
  readonly periods: number;
};

export type SurveyPlan = {
  readonly surveyOn: CivilDate;
  readonly today: CivilDate;
  /** By the day they turn (today's first), then by consequence, then by name. */
  readonly gaps: readonly SurveyGap[];
  readonly judged: number;
};

/** Weeks, months and quarters recur; a training year is a deadline like any other. */
const recurring = (standing: Standing): boolean => (standing.periods ?? []).some((period) => spanOf(period.period) !== null && !period.period.includes('/'));

const isBad = (status: Status): boolean => !statusFacts[status].compliant;

/**
 * Every gap on a day to come if nothing is recorded until then: the whole agency is judged today and on that day by the same evaluator,
 * and for everything that turns (a duty that only begins by then included) the first bad day is looked up. Periods still open or to come are told apart from findings.
 * @param words titles of requirements
 */
export function surveyPlan(file: AgencyFile, surveyOn: CivilDate, today: CivilDate, words: { readonly title: (requirementId: string) => string }): SurveyPlan {
  const on = surveyOn < today ? today : surveyOn;
  const now = evaluate(file, { asOf: today });
  const then = on === today ? now : evaluate(file, { asOf: on });
  const before = new Map(now.standings.map((each) => [standingKey(each), each]));
  const explainNow = explaining(file, now);
  const explainThen = explaining(file, then);
  const turnedOn = turningDays(file);
  const subjectOf = subjects(file, on);
  const gaps: SurveyGap[] = [];

  for (const standing of then.standings) {
    const key = standingKey(standing);
    const earlier = before.get(key);
    const common = { key, subject: subjectOf(standing), requirement: standing.requirement, title: words.title(standing.requirement) };
    const noted = notesOn(file, standing).length > 0;
    const finding = (said: Standing, kind: 'now' | 'turns', day: CivilDate | null): void => {
      const { headline, effect } = (said === standing ? explainThen : explainNow)(said);
      const lasting = isLasting(said);
      gaps.push({
        ...common, kind, status: said.status, on: day, doBy: day === null ? null : fromDay(plusDays(toDay(day), -1)), headline, effect, lasting, noted: noted && lasting, periods: 0,
      });
    };
    if (recurring(standing) || (earlier !== undefined && recurring(earlier))) {
      if (earlier !== undefined && isBad(earlier.status)) finding(earlier, 'now', null);
      const owed = owedPeriods(standing, today, on);
      const next = owed[0];
      if (next !== undefined) gaps.push({ ...common, ...owedGap(common.title, owed.map((each) => each.name), next.last), status: 'not-yet-due' });
    } else if (isBad(standing.status)) {
      if (earlier !== undefined && isBad(earlier.status)) finding(standing, 'now', null);
      else finding(standing, 'turns', turnedOn(earlier ?? standing, today, on));
    }
  }
  return { surveyOn: on, today, gaps: gaps.sort(byDay), judged: then.standings.filter((each) => each.status !== 'not-applicable').length };
}

/** Duties that bring their own words use them; those of people are worded from their account. */
function explaining(file: AgencyFile, evaluation: Evaluation): ReturnType<typeof explainer> {
  const explain = explainer(file, evaluation);
  return (standing) => standing.explanation?.() ?? explain(standing);
}

type Owed = { readonly name: string; readonly last: CivilDate };

/** The periods that end today or later, begin by the survey's day, and are not done. */
function owedPeriods(standing: Standing, today: CivilDate, on: CivilDate): readonly Owed[] {
  return (standing.periods ?? []).flatMap((period) => {
    const span = spanOf(period.period);
    if (span === null || period.status === 'met' || period.status === 'exempt' || period.status === 'not-applicable') return [];
    const last = fromDay(span.last);
    return last >= today && fromDay(span.first) <= on ? [{ name: period.period, last }] : [];
  });
}

function owedGap(title: string, names: readonly string[], last: CivilDate): Pick<SurveyGap, 'kind' | 'on' | 'doBy' | 'headline' | 'effect' | 'lasting' | 'noted' | 'periods'> {
  const unit = names[0] === undefined ? 'period' : (spanOf(names[0])?.every ?? 'period');
  const first = agencyPeriodWords(names[0] ?? '');
  const end = agencyPeriodWords(names.at(-1) ?? '');
  const span = names.length === 1 ? first : `${first} to ${end}`;
  return {
    kind: 'owed', on: last, doBy: last, headline: `${title}: ${countOf(names.length, unit)} to do, ${span}`, effect: `The next is due by ${dateWords(last)}.`, lasting: false, noted: false, periods: names.length,
  };
}

function subjects(file: AgencyFile, on: CivilDate): (standing: Standing) => SurveySubject {
  const teams = new Map((file.teams ?? []).map((team) => [team.id, team]));
  const people = new Map(file.people.map((person) => [person.id, person]));
  const vendors = new Map((file.vendors ?? []).map((vendor) => [vendor.id, vendor]));
  const sitesOf = (teamIds: readonly string[]): readonly string[] => [...new Set(teamIds.flatMap((id) => teams.get(id)?.siteId ?? []))];
  return ({ personId, vendorId, teamId, employmentId }) => {
    const person = personId === undefined ? undefined : people.get(personId);
    if (person !== undefined) {
      const employment = person.employments.find((each) => each.id === employmentId);
      const teamIds = employment === undefined ? [] : [...new Set(rolesOn(employment, on).flatMap((each) => each.teamId ?? []))];
      return { kind: 'person', id: person.id, name: listName(shownName(person)), teamIds, siteIds: sitesOf(teamIds), left: employment?.endedOn !== undefined && employment.endedOn < on };
    }
    const vendor = vendorId === undefined ? undefined : vendors.get(vendorId);
    if (vendor !== undefined) return { kind: 'vendor', id: vendor.id, name: vendor.name, teamIds: [], siteIds: [], left: vendor.to !== undefined && vendor.to < on };
    const team = teamId === undefined ? undefined : teams.get(teamId);
    if (team !== undefined) return { kind: 'team', id: team.id, name: team.name, teamIds: [team.id], siteIds: sitesOf([team.id]), left: team.closedOn !== undefined && team.closedOn < on };
    return { kind: 'agency', id: null, name: file.agency.name, teamIds: [], siteIds: [], left: false };
  };
}

/** Whose gap is told first on a day: the agency's own duties, its teams, people, vendors. */
const kindOrder: readonly SurveySubject['kind'][] = ['agency', 'team', 'person', 'vendor'];

function byDay(one: SurveyGap, other: SurveyGap): number {
  const a = one.on ?? '';
  const b = other.on ?? '';
  if (a !== b) return a < b ? -1 : 1;
  return surveyKinds.indexOf(one.kind) - surveyKinds.indexOf(other.kind)
    || Number(one.lasting) - Number(other.lasting)
    || statusRank(one.status) - statusRank(other.status)
    || kindOrder.indexOf(one.subject.kind) - kindOrder.indexOf(other.subject.kind)
    || compareNames(one.subject.name, other.subject.name)
    || (one.key < other.key ? -1 : 1);
}
