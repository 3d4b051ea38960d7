import type { AgencyFile } from '../../agency-file/schema.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../../civil-date.ts';
import { requirementsOf } from '../../rules/catalogue.ts';
import { evaluate } from '../../rules/evaluate.ts';
import { explainer } from '../../rules/explain.ts';
import type { RequirementInfo } from '../../rules/requirement.ts';
import type { Standing } from '../../rules/standing.ts';
import { statusFacts, type Status } from '../../rules/status.ts';
import { momentOf, moments, type Moment } from '../moments.ts';
import { assumedBy, stepFor, type Step } from './assumed.ts';
import { draftIds, drafting, serviceOn, type Assumed, type HireQuestion } from './draft.ts';
import { leadTimes, type LeadTime } from './lead-time.ts';
import { onFileWords } from './on-file.ts';

/** How many days of hire dates are looked at, from today. */
export const hireHorizonDays = 120;

/** Hire dates, first and last inclusive; `to` null: beyond the days looked at. */
export type HireDates = { readonly from: CivilDate; readonly to: CivilDate | null };

/**
 * How one requirement stands for a hire: `in-order` it counts that day; `too-old` it will be stale; `missing` nothing, or not all of it, is on
 * file; `too-late` it came, or its last day lies, after the moment it had to precede; `decide` a person must; `adverse`; `after` it is due only once employed.
 */
export const lineStates = ['adverse', 'too-old', 'too-late', 'missing', 'decide', 'in-order', 'after'] as const;
export type LineState = (typeof lineStates)[number];

/** One requirement of the planned employment. */
export type HireLine = {
  readonly requirement: string;
  readonly title: string;
  readonly moment: Moment;
  readonly state: LineState;
  /** The verdict as of the day of hire (or of first service, where that is later) with what is on file today. */
  readonly status: Status;
  /** Six words: "53 days before hire, limit 90". */
  readonly brief: string;
  /** The rule's window in words. */
  readonly rule: string;
  readonly onFile: readonly string[];
  /** First and last day it may be done for this hire, inclusive; null where open on that side. */
  readonly window: { readonly from: CivilDate | null; readonly to: CivilDate | null };
  /** The moment it is measured from. */
  readonly anchor: { readonly name: string; readonly on: CivilDate } | null;
  /** Days on which what is on file was done. */
  readonly done: readonly CivilDate[];
  /** The hire dates for which what is on file counts; null where it counts for none, or nothing is on file. */
  readonly counts: HireDates | null;
  /** How long such an item usually takes this agency; null where its record does not tell. */
  readonly lead: LeadTime | null;
  /** The first day it is worth doing, not before today; null where nothing is to be done. */
  readonly doFrom: CivilDate | null;
  /** The last day it can be done; for `after` its deadline. */
  readonly doBy: CivilDate | null;
  /** The last day to order it, by the usual lead time; null where that is not known. */
  readonly orderBy: CivilDate | null;
};

export type EarliestStart = {
  readonly on: CivilDate;
  /** What has to be done for it, if begun today. */
  readonly steps: readonly (Step & { readonly title: string })[];
  readonly assumed: Assumed;
};

export type HirePlan = {
  readonly hireOn: CivilDate;
  readonly serviceOn: CivilDate;
  readonly today: CivilDate;
  /** The requirements that guard the start first, in order of what is to be done; then those due after it. */
  readonly lines: readonly HireLine[];
  /** True where every requirement that guards the start is in order on the day of hire with what is on file. */
  readonly ready: boolean;
  /** Null where no day looked at is one: `blockers` says why. */
  readonly earliest: EarliestStart | null;
  readonly blockers: readonly { readonly requirement: string; readonly title: string; readonly because: string }[];
  /** The hire dates, from today, for which everything on file that counts on `hireOn` goes on counting; null where nothing does. */
  readonly fresh: (HireDates & { readonly endsWith: readonly string[] }) | null;
  /** The requirements judged for the start. */
  readonly guards: readonly string[];
};

type Judged = { readonly byId: ReadonlyMap<string, Standing>; readonly all: readonly Standing[] };

/**
 * In order on a day judged. What must be there on the day itself at the latest is still open that day for the evaluator; a plan that
 * leaves it so would be overdue the next morning.
 */
const isOk = (standing: Standing, on: CivilDate): boolean =>
  statusFacts[standing.status].compliant && !(isOpen(standing.status) && standing.dueOn !== null && standing.dueOn <= on);

const isOpen = (status: Status): boolean => status === 'not-yet-due' || status === 'due-soon';

/**
 * Whether a verdict belongs to the start: it clears a hire, the first client or crises, and is not a duty of months. What only falls due
 * later is compliant on the day, so it never holds the start up.
 */
const guardsStart = (info: RequirementInfo | undefined, standing: Standing): boolean =>
  info !== undefined && info.clearance !== null && standing.periods === undefined;

/**
 * Judges hire dates for one person with the evaluator itself: the employment is set to each date, the record is judged as of that day (or of
 * first service, where that is later), and nothing is written. Civil dates; spans inclusive.
 * @throws when the question names no role
 */
export function hirePlan(file: AgencyFile, question: HireQuestion): HirePlan {
  if (question.employment.roles.length === 0) throw new Error('a planned employment has a role');
  const { today, hireOn } = question;
  const { personId, employmentId } = draftIds(question);
  const draft = drafting(file, question);
  const infos = new Map(requirementsOf(draft(hireOn), hireOn).map((info) => [info.id, info]));
  const leads = leadTimes(file.evidence, today);

  const judge = (on: CivilDate, assumed?: Assumed): Judged => {
    const { standings } = evaluate(draft(on, assumed), { asOf: serviceOn(question, on), personId });
    const all = standings.filter((each) => each.personId === personId && each.employmentId === employmentId);
    return { all, byId: new Map(all.map((each) => [each.requirement, each])) };
  };
  const guardsOf = (judged: Judged): readonly Standing[] => judged.all.filter((each) => guardsStart(infos.get(each.requirement), each));
  const start = toDay(today);
  const days = Array.from({ length: hireHorizonDays + 1 }, (_, index) => fromDay(plusDays(start, index)));
  const asItIs = new Map(days.map((on) => [on, judge(on)]));
  const onHire = asItIs.get(hireOn) ?? judge(hireOn);

  /** Judges one hire date as if what is wanting that day were begun today. */
  const mended = (on: CivilDate, before: Judged) => {
    const day = serviceOn(question, on);
    const wanting = guardsOf(before).filter((each) => !isOk(each, day));
    const steps = wanting.flatMap((each) => stepFor(each, infos.get(each.requirement), today, leads) ?? []);
    const assumed = assumedBy(steps, before.byId, infos, personId, today);
    const after = steps.length === 0 ? before : judge(on, assumed);
    return { steps, assumed, left: guardsOf(after).filter((each) => !isOk(each, day)) };
  };

  let earliest: EarliestStart | null = null;
  const title = (id: string): string => infos.get(id)?.title ?? id;
  for (const [on, before] of asItIs) {
    const { steps, assumed, left } = mended(on, before);
    if (left.length > 0) continue;
    earliest = { on, steps: steps.map((step) => ({ ...step, title: title(step.requirement) })), assumed };
    break;
  }

  const explain = explainer(draft(hireOn), { asOf: serviceOn(question, hireOn), standings: onHire.all });
  const last = days.at(-1) ?? today;
  const lines = onHire.all
    .filter((each) => each.status !== 'not-applicable' && (each.status !== 'exempt' || guardsStart(infos.get(each.requirement), each)))
    .map((standing) => lineOf(standing))
    .sort((a, b) => Number(a.state === 'after') - Number(b.state === 'after') || moments.indexOf(a.moment) - moments.indexOf(b.moment)
      || lineStates.indexOf(a.state) - lineStates.indexOf(b.state));

  function lineOf(standing: Standing): HireLine {
    const info = infos.get(standing.requirement);
    const guard = guardsStart(info, standing);
    const state = stateOf(standing, serviceOn(question, hireOn));
    const { account } = standing;
    const step = guard && state !== 'in-order' ? stepFor(standing, info, today, leads) : null;
    const lead = step?.lead ?? null;
    const window = account.window ?? { from: null, to: null };
    const to = state === 'after' ? standing.dueOn : window.to;
    const open = state !== 'in-order' && state !== 'after';
    return {
      requirement: standing.requirement,
      title: title(standing.requirement),
      moment: guard ? momentOf(info, standing) : 'while-employed',
      state,
      status: standing.status,
      brief: explain(standing).brief,
      rule: info?.windowWords ?? '',
      onFile: onFileWords(file, question.personId, info, standing),
      window,
      anchor: account.anchor?.on == null ? null : { name: account.anchor.name, on: account.anchor.on },
      done: [...new Set(account.parts.flatMap((part) => doneDays(part.why)))].sort(),
      counts: guard && standing.evidenceIds.length > 0 ? countsFor(standing.requirement) : null,
      lead,
      doFrom: open ? (window.from !== null && window.from > today ? window.from : today) : null,
      doBy: to,
      orderBy: lead === null || to === null ? null : fromDay(plusDays(toDay(to), -lead.days)),
    };
  }

  /** The stretch of hire dates on which a requirement is in order: the one that holds the asked date, else the nearest before it, else after. */
  function countsFor(requirement: string): HireDates | null {
    const good = days.map((on) => {
      const standing = asItIs.get(on)?.byId.get(requirement);
      return standing !== undefined && standing.evidenceIds.length > 0 && isOk(standing, serviceOn(question, on));
    });
    const at = days.indexOf(hireOn);
    let index = at >= 0 && good[at] === true ? at : good.lastIndexOf(true, at < 0 ? undefined : at);
    if (index < 0) index = good.indexOf(true);
    if (index < 0) return null;
    let first = index;
    while (first > 0 && good[first - 1] === true) first -= 1;
    let end = index;
    while (end < good.length - 1 && good[end + 1] === true) end += 1;
    const to = days[end] ?? last;
    return { from: days[first] ?? today, to: end === good.length - 1 ? null : to };
  }

  const guards = guardsOf(onHire);
  const atHire = earliest === null ? mended(hireOn > today ? hireOn : last, asItIs.get(hireOn > today ? hireOn : last) ?? onHire).left : [];
  return {
    hireOn, serviceOn: serviceOn(question, hireOn), today, lines,
    ready: guards.every((each) => isOk(each, serviceOn(question, hireOn))),
    earliest,
    blockers: atHire.map((each) => ({ requirement: each.requirement, title: title(each.requirement), because: explain(each).brief })),
    fresh: freshOf(lines, hireOn),
    guards: guards.map((each) => each.requirement),
  };
}

function stateOf(standing: Standing, on: CivilDate): LineState {
  const { status } = standing;
  if (status === 'fail') return 'adverse';
  if (isOpen(status)) return isOk(standing, on) ? 'after' : 'missing';
  if (statusFacts[status].compliant) return 'in-order';
  if (status === 'stale') return 'too-old';
  if (status === 'review') return 'decide';
  return status === 'late' ? 'too-late' : 'missing';
}

function doneDays(why: Standing['account']['parts'][number]['why']): readonly CivilDate[] {
  switch (why.code) {
    case 'age': return [why.performedOn];
    case 'done':
    case 'expired':
    case 'same-day':
    case 'no-result':
    case 'not-recognised':
    case 'unwaived':
    case 'reading-missing':
    case 'match': return [why.on];
    case 'checks': return why.latestOn === null ? [] : [why.latestOn];
    case 'months': return why.on === null ? [] : [why.on];
    default: return [];
  }
}

/** The stretch common to everything on file that counts on the day; `endsWith` names what ends it. */
function freshOf(lines: readonly HireLine[], hireOn: CivilDate): HirePlan['fresh'] {
  const spans = lines.flatMap((line) => (line.state === 'in-order' && line.counts !== null && line.counts.from <= hireOn && (line.counts.to === null || line.counts.to >= hireOn) ? [{ title: line.title, ...line.counts }] : []));
  if (spans.length === 0) return null;
  const from = spans.reduce((latest, span) => (span.from > latest ? span.from : latest), spans[0]?.from ?? hireOn);
  const to = spans.reduce<CivilDate | null>((first, span) => (span.to !== null && (first === null || span.to < first) ? span.to : first), null);
  return { from, to, endsWith: to === null ? [] : spans.filter((span) => span.to === to).map((span) => span.title) };
}
