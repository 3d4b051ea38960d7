/** What one line draws. Days are whole numbers on any day count; intervals are inclusive, null means without an end. */
export type LineInput = {
  readonly anchor: number | null;
  readonly window: { readonly from: number | null; readonly to: number | null } | null;
  readonly dots: readonly number[];
  readonly cover: readonly { readonly from: number; readonly to: number | null }[];
  readonly lapses: readonly { readonly from: number; readonly to: number | null }[];
  readonly openFrom: number | null;
  readonly openUntil: number | null;
};

export type Axis = {
  readonly anchor: number;
  readonly now: number;
  readonly last: number;
  /** Where a day lies, 0 at the left edge to 1 at the right; days outside stay at the edge. */
  readonly at: (day: number) => number;
};

/** Before the anchor windows are 30 and 90 days long, after it years: one scale would make the first unreadable. */
const daysBefore = 100;
const shareBefore = 0.3;

/**
 * A shared axis of two linear pieces: the 100 days before the anchor take 30 % of the width, everything after it the rest.
 * It ends at the latest of the given days, at least `least` days (400) after the anchor, so that lines can be compared.
 */
export function axisOf(anchor: number, now: number, days: readonly number[], least = 400): Axis {
  const last = Math.max(anchor + least, now + 30, ...days);
  const at = (day: number): number => {
    if (day <= anchor) return Math.max(0, ((day - (anchor - daysBefore)) / daysBefore) * shareBefore);
    return Math.min(1, shareBefore + ((day - anchor) / (last - anchor)) * (1 - shareBefore));
  };
  return { anchor, now, last, at };
}
