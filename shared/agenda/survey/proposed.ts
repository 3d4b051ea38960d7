import type { SurveyFinding } from '../../model/agency-records/agency-record.ts';
import type { Explanation } from '../../rules/explanation.ts';
import { shortCitation } from '../../rules/packs/sources.ts';
import type { Standing } from '../../rules/standing.ts';
import { statusRank, type Status } from '../../rules/status.ts';

/** A finding the record itself suggests: what is not as the rule wants it. */
export type ProposedFinding = { readonly requirement: string; readonly standing: Standing; readonly weight: SurveyFinding['weight']; readonly text: string };

const inOrder: readonly Status[] = ['met', 'exempt', 'not-applicable', 'not-yet-due'];
const ahead: readonly Status[] = ['expiring', 'due-soon'];

/**
 * The findings a surveyor would write about one person, the worst first: every verdict that is neither in order nor open for longer. What runs out
 * or falls due soon is a recommendation. The wording is the verdict's own, with its arithmetic and citations.
 * @param standings of that person.
 */
export function proposedFindings(standings: readonly Standing[], explain: (standing: Standing) => Pick<Explanation, 'headline' | 'brief'>): readonly ProposedFinding[] {
  return standings
    .filter(({ status }) => !inOrder.includes(status))
    .map((standing): ProposedFinding => {
      const { headline, brief } = explain(standing);
      const citations = [...new Set(standing.citations.map(shortCitation))].join('; ');
      return {
        requirement: standing.requirement,
        standing,
        weight: ahead.includes(standing.status) ? 'recommendation' : 'finding',
        text: [headline, ...(brief === '' ? [] : [brief]), ...(citations === '' ? [] : [citations])].join('. ').replace(/\.\./g, '.'),
      };
    })
    .sort((one, other) => statusRank(one.standing.status) - statusRank(other.standing.status) || (one.requirement < other.requirement ? -1 : 1));
}
