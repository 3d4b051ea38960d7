import { civilDate, type CivilDate } from '../../../shared/civil-date.ts';
import type { Employment, Person } from '../../../shared/model/person.ts';
import type { Explanation } from '../../../shared/rules/explanation.ts';
import type { Clearance, RequirementInfo } from '../../../shared/rules/requirement.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import type { Status } from '../../../shared/rules/status.ts';

export const day = (text: string): CivilDate => civilDate(text);

export const employment = (over: Partial<Employment> = {}): Employment => ({
  id: 'e1',
  kind: 'employee',
  hiredOn: day('2025-01-13'),
  firstServiceOn: day('2025-01-27'),
  directCare: true,
  roles: [{ role: 'ips-specialist', from: day('2025-01-13') }],
  ...over,
});

/** An employment of somebody who is not hired yet. */
export function candidate(plannedHireOn: string): Employment {
  const { hiredOn: _hired, firstServiceOn: _service, ...rest } = employment();
  return { ...rest, plannedHireOn: day(plannedHireOn) };
}

export const person = (over: Partial<Person> = {}): Person => ({
  id: 'p1',
  names: [{ kind: 'legal', given: 'Camille', family: 'Robichaux-Dane' }],
  employments: [employment()],
  ...over,
});

export const info = (id: string, clearance: Clearance | null, over: Partial<RequirementInfo> = {}): RequirementInfo => ({
  id,
  title: id.toUpperCase(),
  short: id,
  group: clearance === 'hire' ? 'before-hire' : 'training',
  tab: 'C',
  tabOrder: 1,
  clearance,
  kinds: [],
  windowWords: 'Before hire.',
  parameters: {},
  citations: [],
  ...over,
});

/** An account as the evaluator leaves it, as far as the agenda reads it. */
export const account = (over: Partial<Standing['account']> = {}): Standing['account'] => ({
  rule: { kind: 'before', anchor: 'hire', strict: true }, anchor: null, window: null, parts: [], overrides: [], notes: [], ...over,
});

export const standing = (requirement: string, status: Status, over: Partial<Standing> = {}): Standing => ({
  personId: 'p1',
  employmentId: 'e1',
  requirement,
  status,
  onTime: null,
  validNow: null,
  dueOn: null,
  validThrough: null,
  evidenceIds: [],
  citations: [],
  account: account(),
  ...over,
});

/** A window that ends after its anchor: CPR within 90 days of hire. */
export const graceAccount = account({
  anchor: { name: 'hire', on: day('2025-01-13'), planned: false },
  window: { from: day('2025-01-13'), to: day('2025-04-13') },
});

export const explain = (of: Standing): Explanation => ({
  reason: `Reason of ${of.requirement}.`,
  brief: `brief of ${of.requirement}`,
  headline: `Headline of ${of.requirement}`,
  sums: [],
  arithmetic: [],
  missing: of.missing === undefined ? null : `1 of 2: ${of.missing.join(', ')} missing`,
  effect: null,
  timeline: { anchor: null, window: null, dots: [], cover: [], lapses: [], openUntil: null },
});
