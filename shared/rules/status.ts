/** The verdict words of a standing, in order of consequence: a standing made of parts shows its worst (rules 0.6.3). */
export const statusPrecedence = [
  'fail', 'stale', 'gap', 'expired', 'incomplete', 'overdue', 'review', 'late', 'due-soon', 'expiring', 'not-yet-due',
  'met', 'exempt', 'not-applicable',
] as const;
export type Status = (typeof statusPrecedence)[number];

/** The seven families the screens and the binder group statuses by. */
export const statusFamilies = ['fail', 'act', 'finding', 'review', 'near', 'open', 'ok'] as const;
export type StatusFamily = (typeof statusFamilies)[number];

type StatusFacts = { readonly word: string; readonly family: StatusFamily | null; readonly compliant: boolean };

export const statusFacts: Readonly<Record<Status, StatusFacts>> = {
  fail: { word: 'Fail', family: 'fail', compliant: false },
  stale: { word: 'Stale', family: 'finding', compliant: false },
  gap: { word: 'Gap', family: 'finding', compliant: false },
  expired: { word: 'Expired', family: 'act', compliant: false },
  incomplete: { word: 'Incomplete', family: 'act', compliant: false },
  overdue: { word: 'Overdue', family: 'act', compliant: false },
  review: { word: 'Review', family: 'review', compliant: false },
  late: { word: 'Late', family: 'finding', compliant: false },
  'due-soon': { word: 'Due soon', family: 'near', compliant: true },
  expiring: { word: 'Expiring', family: 'near', compliant: true },
  'not-yet-due': { word: 'Not yet due', family: 'open', compliant: true },
  met: { word: 'Met', family: 'ok', compliant: true },
  exempt: { word: 'Exempt', family: 'ok', compliant: true },
  'not-applicable': { word: 'Does not apply', family: null, compliant: true },
};

const rank = new Map<Status, number>(statusPrecedence.map((status, index) => [status, index]));

/** Position in the order of consequence: 0 is the worst. */
export const statusRank = (status: Status): number => rank.get(status) ?? statusPrecedence.length;

/** The worse of two statuses. */
export const worseOf = (one: Status, other: Status): Status => (statusRank(one) <= statusRank(other) ? one : other);

/** Statuses no later evidence can undo for the same employment: they are explained, not cured. */
export const lastingStatuses: readonly Status[] = ['stale', 'gap', 'late'];
