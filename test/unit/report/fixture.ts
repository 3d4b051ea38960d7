import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import type { BinderModel } from '../../../shared/report/binder-model.ts';
import { binderModel } from '../../../shared/report/build-binder.ts';
import type { BinderOptions } from '../../../shared/report/context.ts';
import { requirementsOf } from '../../../shared/rules/catalogue.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import { explainer } from '../../../shared/rules/explain.ts';
import type { Explanation } from '../../../shared/rules/explanation.ts';
import type { RequirementInfo } from '../../../shared/rules/requirement.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import type { Status } from '../../../shared/rules/status.ts';

export const asOf = civilDate('2026-03-31');
export const generatedAt = '2026-04-02T14:14:00Z';

export const options: BinderOptions = { people: 'all', asOf, generatedAt, synthetic: true, paper: 'letter' };

/** An agency of one person hired on 3 April 2023, with whatever a test adds. */
export function agencyOf(extra: Partial<AgencyFile> = {}): AgencyFile {
  return {
    format: 'muster-agency',
    version: 1,
    agency: { name: 'Invented Agency, Inc.', packs: ['la-medicaid'] },
    people: [{
      id: 'p1',
      names: [{ kind: 'legal', given: 'Ánh', family: 'Đặng' }, { kind: 'former', given: 'Anh', family: 'Dang', from: civilDate('2019-01-01'), to: civilDate('2022-01-01') }],
      employments: [{ id: 'e1', kind: 'employee', hiredOn: civilDate('2023-04-03'), directCare: true, roles: [{ role: 'ips-specialist', from: civilDate('2023-04-03') }] }],
    }],
    evidence: [],
    ...extra,
  };
}

export const infoOf = (id: string, tab: RequirementInfo['tab'], tabOrder = 1, kinds: RequirementInfo['kinds'] = ['other']): RequirementInfo => ({
  id, title: `Title of ${id}`, short: id, group: 'files', tab, tabOrder, clearance: null, kinds, windowWords: `Window of ${id}.`, parameters: {}, citations: [{ source: 'S2', section: 'Agency 3' }],
});

export const standingOf = (requirement: string, status: Status, extra: Partial<Standing> = {}): Standing => ({
  personId: 'p1', employmentId: 'e1', requirement, status, onTime: null, validNow: null, dueOn: null, validThrough: null, evidenceIds: [],
  citations: [{ source: 'S2', section: 'Agency 3' }], account: { rule: { kind: 'always', validity: { by: 'forever' } }, anchor: null, window: null, parts: [], overrides: [], notes: [] }, ...extra,
});

export const explanationOf = (standing: Standing): Explanation => ({
  reason: `Reason of ${standing.requirement}.`, brief: 'brief', headline: `Headline of ${standing.requirement}`, sums: [`Sum of ${standing.requirement}`],
  arithmetic: [], missing: null, effect: null, timeline: { anchor: null, window: null, dots: [], cover: [], lapses: [], openUntil: null },
});

/** A binder of hand-made verdicts. */
export const modelOf = (file: AgencyFile, infos: readonly RequirementInfo[], standings: readonly Standing[], more: Partial<BinderOptions> = {}): BinderModel =>
  binderModel(file, { asOf, standings }, infos, explanationOf, { ...options, ...more });

/** A binder as the program makes it: really judged. */
export function judgedModel(file: AgencyFile, more: Partial<BinderOptions> = {}): BinderModel {
  const evaluation = evaluate(file, { asOf, all: true });
  return binderModel(file, evaluation, requirementsOf(file, asOf), explainer(file, evaluation), { ...options, ...more });
}
