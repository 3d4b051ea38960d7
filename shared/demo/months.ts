import { fromDay, monthOf, plusDays, plusMonths, startOfMonth, type Day } from '../civil-date.ts';
import { exclusionLists, type MonthHole, type MonthRecord } from '../model/exclusion.ts';
import { listsOf } from './checks.ts';
import { recordKeeper } from './filing.ts';
import { profiles } from './people.ts';

/** The months that were closed, counted back from the current one. The last one waits for decisions. */
const closedMonths = [6, 5, 4, 3, 2] as const;

const reasons: Readonly<Record<string, string>> = {
  p08: 'The state’s site was down on the search day, and the search was not made up before the month ended.',
  p16: 'Left off the search sheet by mistake after a change of team; found when the month was closed. The sheet is now made from the roster.',
};

/** The closings of the demo's months, each with the holes the stories left in it, and a note on one of them. */
export function monthsOf(today: Day): readonly MonthRecord[] {
  return closedMonths.flatMap((back): readonly MonthRecord[] => {
    const first = plusMonths(startOfMonth(today), -back);
    const month = monthOf(fromDay(first));
    // On the third of the month that follows.
    const closedOn = fromDay(plusDays(plusMonths(first, 1), 2));
    const by = { recordedBy: recordKeeper };
    const closing: MonthRecord = { id: `m-${month}`, kind: 'close', month, closedOn, holes: [...holesOf(back)], recordedAt: `${closedOn}T16:30:00Z`, ...by };
    if (back !== 4) return [closing];
    const note = fromDay(plusDays(plusMonths(first, 1), 16));
    return [closing, {
      id: `m-${month}-note`, kind: 'note', month, recordedAt: `${note}T15:05:00Z`, ...by,
      note: 'The person left off the sheet was searched the next month on both lists and was clear. The hole stays.',
    }];
  });
}

/** Who was not searched in a month so far back, and on which lists. */
function holesOf(back: number): readonly MonthHole[] {
  return profiles.flatMap(({ id, jobs, checks }): readonly MonthHole[] => {
    const lists = jobs.flatMap((job) => listsOf(job.role));
    const missing = exclusionLists.filter((list) => lists.includes(list) && (checks?.missedMonth === back || (checks?.halfMonth === back && list !== 'oig-leie')));
    return missing.map((list) => ({ personId: id, list, reason: reasons[id] ?? 'The search was not made in time.' }));
  });
}
