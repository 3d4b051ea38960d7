import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { endOfMonth, fromDay, monthOf, toDay, type CivilDate } from '../../../../shared/civil-date.ts';
import { closeOf, type ExclusionCheck } from '../../../../shared/model/exclusion.ts';
import { isAbout } from '../../../../shared/agenda/exclusions/subject.ts';
import type { RequirementInfo } from '../../../../shared/rules/requirement.ts';
import type { Evaluation } from '../../../../shared/rules/standing.ts';
import { dateWords, distanceWords, longMonthWords } from '../../../../shared/wording.ts';
import type { Item } from './items.ts';
import type { Dependent } from './match-facts.tsx';

/** What stands with a match that is not open, in sentences: what it waits for, or how long its decision holds. */
export function stateWords({ place, decision }: Item): readonly string[] | null {
  if (place === 'open') return null;
  if (place === 'waiting') return ['It could not be determined, and the answer is awaited. It holds the month until it is decided.'];
  if (decision === null) return ['A name agrees, something else does not. It holds nothing up and stays in the log.'];
  return decision.verdict === 'the-person'
    ? ['It was decided that this is the person. A later decision can revise that.']
    : ['It was decided that this is not the person. The decision holds as long as neither the row nor a name, the birth date or the NPI changes.'];
}

/** What waits for a match: the verdicts it holds open, and the closing of the months it was found in. */
export function dependsOn(file: AgencyFile, evaluation: Evaluation, requirement: (id: string) => RequirementInfo | undefined, item: Item): readonly Dependent[] {
  const { asOf } = evaluation;
  const checks: readonly ExclusionCheck[] = item.openIn.length > 0 ? item.openIn : [item.check];
  const ids = new Set(checks.map((check) => check.id));
  const standings = evaluation.standings
    .filter((standing) => isAbout(standing, item.key) && standing.evidenceIds.some((id) => ids.has(id)))
    .map((standing): Dependent => ({
      key: `${standing.employmentId ?? ''} ${standing.requirement}`,
      title: requirement(standing.requirement)?.title ?? standing.requirement,
      status: standing.status,
      when: standing.status === 'review' ? 'until decided' : '',
    }));
  const months = [...new Set(checks.map((check) => monthOf(check.checkedOn)))].sort().map((month): Dependent => {
    const closed = closeOf(file.monthRecords ?? [], month);
    const ends = fromDay(endOfMonth(toDay(`${month}-01` as CivilDate)));
    return {
      key: month,
      title: `Close ${longMonthWords(month)}`,
      status: closed === undefined ? 'not-yet-due' : 'met',
      when: closed === undefined ? `${dateWords(ends)} · ${distanceWords(ends, asOf)}` : `closed ${dateWords(closed.closedOn)}`,
    };
  });
  return [...standings, ...months];
}
