import type { ExportTable } from '../../export-table.ts';
import { shownId } from '../../rules/requirement.ts';
import { statusFacts } from '../../rules/status.ts';
import type { SurveyGap, SurveyKind, SurveyPlan } from './survey-plan.ts';

export const surveyKindWords: Readonly<Record<SurveyKind, string>> = { now: 'Gap today', turns: 'Turns before the survey', owed: 'Will be owed' };

/** Names of teams and sites by id, as the export spells them out. */
export type SurveyNames = { readonly team: (id: string) => string; readonly site: (id: string) => string };

/** The gaps shown, one row each, dates as ISO dates so that a spreadsheet sorts them. */
export function surveyTable(gaps: readonly SurveyGap[], plan: Pick<SurveyPlan, 'surveyOn' | 'today'>, names: SurveyNames): ExportTable {
  return {
    heads: ['What', 'First bad day or next due', 'Do by', 'Who', 'Kind', 'Team', 'Site', 'Requirement', 'Id', `Status on ${plan.surveyOn}`, 'Finding', 'Effect', 'Lasting', 'Explained', `Judged on ${plan.today} for ${plan.surveyOn}`],
    rows: gaps.map((gap) => [
      surveyKindWords[gap.kind], gap.on ?? '', gap.doBy ?? '', gap.subject.name, gap.subject.kind, gap.subject.teamIds.map(names.team).join('; '), gap.subject.siteIds.map(names.site).join('; '),
      gap.title, shownId(gap.requirement), gap.kind === 'owed' ? 'To do' : statusFacts[gap.status].word, gap.headline, gap.effect ?? '', gap.lasting ? 'yes' : 'no', gap.noted ? 'yes' : 'no', gap.kind === 'owed' ? `${gap.periods} to do` : '',
    ]),
  };
}
