import { plusMonths, type Day } from '../../civil-date.ts';
import type { ExclusionList } from '../../model/exclusion.ts';
import type { Validity } from '../../model/window.ts';
import { outcomeOn, type Check } from '../known.ts';
import type { Status } from '../status.ts';
import type { Why } from '../standing.ts';
import { judgeCover, type Cover } from './cover.ts';
import { dateOrNull, nothingOnFile, type Judged } from './judged.ts';

export type ListQuestion = {
  readonly list: ExclusionList;
  readonly checks: readonly Check[];
  readonly anchor: Day;
  readonly maxAgeDays: number | null;
  readonly strict: boolean;
  readonly sameDay: 'review' | 'accept';
  /** Only checks dated after this day count: the former last day worked. */
  readonly after: number;
  readonly attested: ReadonlyMap<string, number | null>;
  readonly today: Day;
  readonly soonDays: number;
};

const dateOf = (day: number): Exclude<ReturnType<typeof dateOrNull>, null> => {
  const date = dateOrNull(day);
  if (date === null) throw new Error('a check has a date');
  return date;
};

/** The searches of a list that count on a day, oldest first; "unable to determine" is no search (0.6.11). */
const effective = (question: ListQuestion): readonly { readonly check: Check; readonly outcome: 'clear' | 'possible' | 'confirmed' }[] =>
  question.checks.flatMap((check) => {
    if (check.on > question.today || check.on <= question.after) return [];
    const outcome = outcomeOn(check, question.today);
    return outcome === null || outcome === 'unable' ? [] : [{ check, outcome }];
  });

/** One list searched before an anchor: any clear search before it; the same day is review; only later ones are late (0.6.12, 0.6.28). */
export function judgeListBefore(question: ListQuestion): Judged {
  const { anchor, today, soonDays, strict } = question;
  const deadline = strict ? anchor - 1 : anchor;
  const found = effective(question);
  const before = found.filter((each) => each.check.on <= deadline);
  const onDay = strict ? found.filter((each) => each.check.on === anchor) : [];
  const after = found.filter((each) => each.check.on > anchor);
  const answer = (status: Status, check: Check, why: Why): Judged => ({
    status,
    missed: status === 'late' || status === 'stale' || status === 'fail',
    dueOn: status === 'review' || status === 'stale' ? deadline : null,
    validThrough: null,
    cover: status === 'stale' || status === 'fail' ? [] : [{ from: check.on, to: Infinity, evidenceId: check.id }],
    owedFrom: status === 'fail' ? Infinity : anchor,
    evidenceIds: [check.id],
    onFile: true,
    why,
  });
  const ageOf = (check: Check): Why => ({
    code: 'age', performedOn: dateOf(check.on), completedOn: dateOf(check.on), ageDays: anchor - check.on, maxAgeDays: question.maxAgeDays,
  });

  const latest = before.at(-1);
  if (latest?.outcome === 'confirmed') return answer('fail', latest.check, { code: 'adverse', on: dateOf(latest.check.on), result: 'confirmed' });
  const clear = before.filter((each) => each.outcome === 'clear').at(-1)?.check;
  const tooOld = clear !== undefined && question.maxAgeDays !== null && anchor - clear.on > question.maxAgeDays;
  if (clear !== undefined && !tooOld) return answer('met', clear, ageOf(clear));
  const same = onDay.at(-1);
  if (same?.outcome === 'confirmed') return answer('fail', same.check, { code: 'adverse', on: dateOf(same.check.on), result: 'confirmed' });
  if (same?.outcome === 'clear') {
    const attested = question.attested.get(same.check.id);
    const accepted = question.sameDay === 'accept' || (attested !== undefined && (attested === null || attested <= today));
    return answer(accepted ? 'met' : 'review', same.check, accepted ? ageOf(same.check) : { code: 'same-day', on: dateOf(same.check.on) });
  }
  const possible = [...before, ...onDay].filter((each) => each.outcome === 'possible').at(-1)?.check;
  if (possible !== undefined) return answer('review', possible, { code: 'match', on: dateOf(possible.on), list: question.list });
  const late = after[0]?.check;
  if (late !== undefined) return answer('late', late, ageOf(late));
  if (clear !== undefined) return answer('stale', clear, ageOf(clear));
  return { ...nothingOnFile(deadline, today, soonDays), owedFrom: anchor };
}

/** One registry searched before an anchor and again every so many months. */
export function judgeListRenewed(question: ListQuestion, validity: Validity): Judged {
  const found = effective(question);
  const latest = found.at(-1);
  if (latest?.outcome === 'confirmed') {
    return {
      status: 'fail', missed: true, dueOn: null, validThrough: null, cover: [], owedFrom: Infinity, evidenceIds: [latest.check.id], onFile: true,
      why: { code: 'adverse', on: dateOf(latest.check.on), result: 'confirmed' },
    };
  }
  const covers = found
    .filter((each) => each.outcome !== 'confirmed')
    .map(({ check, outcome }): Cover => ({
      from: check.on,
      to: 'months' in validity ? plusMonths(check.on, validity.months) : Infinity,
      evidenceId: check.id,
      quality: outcome === 'clear' ? 'good' : 'review',
      ...(outcome === 'possible' ? { why: { code: 'match' as const, on: dateOf(check.on), list: question.list } } : {}),
      ...(question.strict && check.on === question.anchor ? { sameDay: question.sameDay === 'accept' || question.attested.has(check.id) ? 'accepted' as const : 'review' as const } : {}),
    }));
  return judgeCover({
    covers, deadline: question.strict ? question.anchor - 1 : question.anchor, beginning: question.anchor, exempt: [], today: question.today, soonDays: question.soonDays,
  });
}
