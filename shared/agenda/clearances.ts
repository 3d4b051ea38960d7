import { fromDay, plusDays, toDay, type CivilDate } from '../civil-date.ts';
import type { Employment, Person } from '../model/person.ts';
import type { Explanation } from '../rules/explanation.ts';
import type { Clearance, RequirementInfo } from '../rules/requirement.ts';
import type { Standing } from '../rules/standing.ts';
import { lastingStatuses, statusRank } from '../rules/status.ts';
import { hasGrace } from './moments.ts';
import { countOf, dateWords, distanceWords } from '../wording.ts';

export const clearanceWords: Readonly<Record<Clearance, string>> = {
  hire: 'Cleared to be hired',
  serve: 'Cleared to serve clients',
  crisis: 'Cleared to handle crises',
};

export type ClearanceVerdict = 'yes' | 'no' | 'decide' | 'not-yet' | 'not-applicable';

/** One of the three daily answers: the verdict, the line that says it, the one reason, and the requirements that block it. */
export type ClearanceAnswer = {
  readonly kind: Clearance;
  readonly verdict: ClearanceVerdict;
  /** "Yes, on 13 Jan 2025", "No, since 12 Mar 2026 · 8 days". */
  readonly headline: string;
  /** At most two short sentences. */
  readonly because: string;
  /** Ids of the requirements that stand in the way, the worst first; empty when cleared. */
  readonly standings: readonly string[];
};

type Facts = {
  readonly employment: Employment;
  readonly asOf: CivilDate;
  readonly explain: (standing: Standing) => Explanation;
  readonly title: (requirement: string) => string;
};

type Effect = 'clear' | 'noted' | 'open' | 'decide' | 'block';

/** How long it has lasted, the first day and the day judged both counted: days up to 90, then months, then years. */
const lengthWords = (from: CivilDate, to: CivilDate): string => distanceWords(fromDay(plusDays(toDay(from), -1)), to).replace(/ ago$/, '');

function effectOf(kind: Clearance, standing: Standing): Effect {
  switch (standing.status) {
    case 'met':
    case 'exempt':
    case 'expiring':
    case 'not-applicable':
      return 'clear';
    case 'review':
      return 'decide';
    case 'not-yet-due':
    case 'due-soon':
      return hasGrace(standing) ? 'clear' : 'open';
    case 'late':
    case 'gap':
      // What was done late is done: it blocks the hire it should have preceded, but nobody's work today.
      return kind === 'hire' || standing.validNow === false ? 'block' : 'noted';
    case 'fail':
    case 'stale':
    case 'expired':
    case 'incomplete':
    case 'overdue':
      return 'block';
  }
}

const worstFirst = (standings: readonly Standing[]): readonly Standing[] =>
  [...standings].sort((one, other) => statusRank(one.status) - statusRank(other.status));

const idsOf = (standings: readonly Standing[]): readonly string[] => [...new Set(standings.map((each) => each.requirement))];

/** The first day the standing was not covered: the open lapse, else the day after what should have been in place. */
function brokenSince(standing: Standing, asOf: CivilDate): CivilDate | null {
  const open = standing.lapses?.find((lapse) => lapse.to === null);
  if (open !== undefined) return open.from;
  const last = standing.status === 'expired' ? (standing.validThrough ?? standing.dueOn) : standing.dueOn;
  if (last === null || last >= asOf) return null;
  return fromDay(plusDays(toDay(last), 1));
}

const earliestOf = (dates: readonly (CivilDate | null)[]): CivilDate | null =>
  dates.reduce<CivilDate | null>((best, date) => (date !== null && (best === null || date < best) ? date : best), null);

const latestOf = (dates: readonly (CivilDate | null)[]): CivilDate | null =>
  dates.reduce<CivilDate | null>((best, date) => (date !== null && (best === null || date > best) ? date : best), null);

const firstSentence = (text: string): string => /^.*?\.(?= [A-Z]|$)/.exec(text)?.[0] ?? text;

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The worst standing in its own words, and how many others stand beside it. */
function because(blockers: readonly Standing[], facts: Facts, also: (rest: readonly Standing[]) => string): string {
  const worst = blockers[0];
  if (worst === undefined) return '';
  const rest = blockers.slice(1).filter((each) => each.requirement !== worst.requirement);
  const first = sentence(facts.explain(worst).headline);
  return rest.length === 0 ? first : `${first} ${also(rest)}`;
}

const named = (standings: readonly Standing[], facts: Facts): string => {
  const titles = idsOf(standings).map(facts.title);
  return titles.length <= 2 ? titles.join(' and ') : `${titles.slice(0, 2).join(', ')} and ${titles.length - 2} more`;
};

const hireDay = (employment: Employment): CivilDate | null => employment.hiredOn ?? employment.plannedHireOn ?? null;

const isHired = (employment: Employment, asOf: CivilDate): boolean => employment.hiredOn !== undefined && employment.hiredOn <= asOf;

/** "on 13 Jan 2025", "if hired on 2 Apr 2026", or nothing when no date is known. */
function hireWords(facts: Facts): string {
  const day = hireDay(facts.employment);
  if (day === null) return '';
  return isHired(facts.employment, facts.asOf) ? `, on ${dateWords(day)}` : `, if hired on ${dateWords(day)}`;
}

function whenCleared(kind: Clearance, own: readonly Standing[], facts: Facts): string {
  if (kind === 'hire') return `Yes${hireWords(facts)}`;
  if (!isHired(facts.employment, facts.asOf)) return `Yes, once hired`;
  const began = kind === 'serve'
    ? (facts.employment.firstServiceOn ?? null)
    : (earliestOf([facts.employment.crisisDutyOn ?? null, facts.employment.firstServiceOn ?? null]));
  // A lapse that ended, or an item that came late, moves the first day of the present clearance.
  const mended = own.flatMap((each) => (each.lapses ?? []).map((lapse) => (lapse.to === null ? null : fromDay(plusDays(toDay(lapse.to), 1)))));
  const since = latestOf([began, ...mended]);
  return since === null || since > facts.asOf ? 'Yes' : `Yes, since ${dateWords(since)}`;
}

function whyCleared(kind: Clearance, own: readonly Standing[], noted: readonly Standing[], lasting: readonly Standing[], facts: Facts): string {
  const count = own.length;
  const first = kind === 'hire'
    ? `${count} of ${count} checks ${isHired(facts.employment, facts.asOf) ? 'were' : 'will be'} inside their windows.`
    : `${count} of ${countOf(count, 'requirement')} in place.`;
  const near = own.filter((each) => each.status === 'expiring' && each.validThrough !== null);
  const next = [...near].sort((one, other) => ((one.validThrough ?? '') < (other.validThrough ?? '') ? -1 : 1))[0];
  if (noted.length > 0) return `${first} ${named(noted, facts)} came late, valid today.`;
  if (next?.validThrough != null) return `${first} ${facts.title(next.requirement)} ends ${dateWords(next.validThrough)} · ${distanceWords(next.validThrough, facts.asOf)}.`;
  if (lasting.length > 0) return `${first} The hire carries ${countOf(lasting.length, 'lasting finding')}.`;
  if (kind !== 'hire') return first;
  const day = facts.employment.hiredOn;
  return day === undefined ? first : `Employment of ${dateWords(day)}. ${first}`;
}

/** What nobody has done yet, with the last day to do it. */
function openWords(open: readonly Standing[], facts: Facts): string {
  const next = [...open].sort((one, other) => ((one.dueOn ?? '9') < (other.dueOn ?? '9') ? -1 : 1))[0];
  if (next === undefined) return '';
  const title = facts.title(next.requirement);
  const first = next.dueOn === null
    ? `${title} is not on file yet.`
    : `${title} by ${dateWords(next.dueOn)} · ${distanceWords(next.dueOn, facts.asOf)}.`;
  const rest = idsOf(open).length - 1;
  return rest === 0 ? first : `${first} ${countOf(rest, 'more', 'more')} open.`;
}

function judge(kind: Clearance, own: readonly Standing[], hire: readonly Standing[], facts: Facts): Omit<ClearanceAnswer, 'kind'> {
  const hired = isHired(facts.employment, facts.asOf);
  const effects = new Map(own.map((each) => [each, effectOf(kind, each)]));
  const having = (effect: Effect): readonly Standing[] => worstFirst(own.filter((each) => effects.get(each) === effect));
  // What should have preceded the hire and is still not on file bars the work too; what was done at the wrong time is a
  // finding of that hire, for good, and bars nothing today.
  const unhired = kind === 'hire' ? [] : worstFirst(hire.filter((each) => effectOf('hire', each) === 'block' && !lastingStatuses.includes(each.status)));
  const blockers = [...having('block'), ...unhired];
  if (blockers.length > 0) {
    const since = kind === 'hire' ? null : earliestOf(blockers.map((each) => brokenSince(each, facts.asOf)));
    const headline = since !== null
      ? `No, since ${dateWords(since)} · ${lengthWords(since, facts.asOf)}`
      : kind === 'hire' ? `No${hireWords(facts)}` : `No: ${countOf(idsOf(blockers).length, 'requirement')} not met`;
    return { verdict: 'no', headline, because: because(blockers, facts, (rest) => `Also ${named(rest, facts)}.`), standings: idsOf(blockers) };
  }
  const undecided = having('decide');
  if (undecided.length > 0) {
    return {
      verdict: 'decide',
      headline: `Not settled: ${countOf(idsOf(undecided).length, 'decision')}`,
      because: because(undecided, facts, (rest) => `Also ${named(rest, facts)}.`),
      standings: idsOf(undecided),
    };
  }
  const open = having('open');
  if (open.length > 0) {
    return { verdict: 'not-yet', headline: `Not yet: ${idsOf(open).length} of ${own.length} open`, because: openWords(open, facts), standings: idsOf(open) };
  }
  if (kind !== 'hire' && !hired) {
    const before = worstFirst(hire.filter((each) => effectOf('hire', each) !== 'clear'));
    if (before.length > 0) return { verdict: 'not-yet', headline: 'Not yet: the hire comes first', because: openWords(before, facts), standings: idsOf(before) };
  }
  const lasting = kind === 'hire' ? [] : hire.filter((each) => lastingStatuses.includes(each.status));
  return { verdict: 'yes', headline: whenCleared(kind, own, facts), because: whyCleared(kind, own, having('noted'), lasting, facts), standings: [] };
}

const notApplicable = (headline: string, reason: string): Omit<ClearanceAnswer, 'kind'> => ({
  verdict: 'not-applicable', headline, because: reason, standings: [],
});

function answer(kind: Clearance, standings: readonly Standing[], requirements: ReadonlyMap<string, RequirementInfo>, facts: Facts): Omit<ClearanceAnswer, 'kind'> {
  const { employment, asOf, explain } = facts;
  if (employment.withdrawnOn !== undefined && employment.withdrawnOn <= asOf) {
    return notApplicable('Does not apply', `The candidacy ended on ${dateWords(employment.withdrawnOn)}.`);
  }
  const applying = standings.filter((each) => each.status !== 'not-applicable');
  const guarding = (which: Clearance): readonly Standing[] =>
    applying.filter((each) => requirements.get(each.requirement)?.clearance === which);
  const left = employment.endedOn !== undefined && employment.endedOn < asOf ? employment.endedOn : null;
  if (left !== null && kind !== 'hire') return notApplicable('Left', `The last day worked was ${dateWords(left)} · ${distanceWords(left, asOf)}.`);
  // The finding itself before the months it stains.
  const stopped = applying.filter((each) => each.status === 'fail')
    .sort((one, other) => Number(one.periods !== undefined) - Number(other.periods !== undefined));
  const [finding] = stopped;
  if (finding !== undefined) {
    return {
      verdict: 'no',
      headline: left === null ? 'No. Stop work' : `No${hireWords(facts)}`,
      because: firstSentence(explain(finding).reason),
      standings: idsOf(stopped),
    };
  }
  const own = guarding(kind);
  if (own.length === 0) {
    return kind === 'serve' && !employment.directCare
      ? notApplicable('Does not apply', 'No direct care in this employment.')
      : notApplicable('Does not apply', 'No requirement in force guards this for the roles held.');
  }
  return judge(kind, own, guarding('hire'), facts);
}

/**
 * HR's daily question for one employment: may this person be hired, serve clients, handle crises? One answer each, in that
 * order. An adverse result anywhere answers no to all three (rules 0.2: stop work); an undecided item asks for a decision;
 * an open duty whose deadline lies after its moment does not hold the moment up. Standings of other employments are ignored.
 * Dates are civil; `asOf` is the day the standings were judged.
 */
export function clearancesOf(
  person: Person,
  employment: Employment,
  standings: readonly Standing[],
  requirements: readonly RequirementInfo[],
  explain: (standing: Standing) => Explanation,
  asOf: CivilDate,
): readonly ClearanceAnswer[] {
  const byId = new Map(requirements.map((each) => [each.id, each]));
  const own = standings.filter(
    (each) => each.personId === person.id && (each.employmentId === undefined || each.employmentId === employment.id),
  );
  const facts: Facts = { employment, asOf, explain, title: (id) => byId.get(id)?.title ?? id };
  const kinds: readonly Clearance[] = ['hire', 'serve', 'crisis'];
  return kinds.map((kind) => ({ kind, ...answer(kind, own, byId, facts) }));
}
