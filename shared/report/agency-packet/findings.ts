import type { CivilDate } from '../../civil-date.ts';
import { isLasting, notesOn } from '../../agenda/acknowledgements.ts';
import { agencyPeriodWords } from '../../model/agency-records/period.ts';
import { shownId } from '../../rules/requirement.ts';
import type { Standing } from '../../rules/standing.ts';
import { statusRank } from '../../rules/status.ts';
import { dateWords } from '../../wording.ts';
import { isFinding } from '../tally.ts';
import { dutyPlace } from './cells.ts';
import type { PacketContext } from './context.ts';
import type { PacketFinding } from './model.ts';

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Verdicts about the agency and its teams; what concerns people stands in their binders. */
export const agencyStandings = (context: PacketContext): readonly Standing[] =>
  context.evaluation.standings.filter((standing) =>
    standing.personId === undefined && standing.vendorId === undefined && standing.status !== 'not-applicable'
    && (standing.teamId === undefined || context.teams.some((team) => team.id === standing.teamId)));

function actionOf(context: PacketContext, standing: Standing): string {
  const notes = notesOn(context.file, standing, context.binder.options.knownAt).map((note) => {
    const said = note.note.trim().replace(/[.;,\s]+$/, '');
    return `${note.period === undefined ? '' : `${agencyPeriodWords(note.period)}: `}${said}, ${dateWords(note.recordedAt.slice(0, 10) as CivilDate)}.${note.recordedBy === undefined ? '' : ` ${note.recordedBy}.`}`;
  });
  return notes.length === 0 ? 'None recorded.' : notes.join(' ');
}

/** The findings of the agency and its teams, worst first, then in the order of the evaluation. Numbers begin at 1. */
export function packetFindings(context: PacketContext): readonly PacketFinding[] {
  return agencyStandings(context)
    .map((standing, index) => ({ standing, index }))
    .filter(({ standing }) => isFinding(standing.status))
    .sort((a, b) => statusRank(a.standing.status) - statusRank(b.standing.status) || a.index - b.index)
    .map(({ standing }, index) => {
      const explanation = context.explain(standing);
      const missing = explanation.missing === null || explanation.sums.some((sum) => sum.includes(explanation.missing ?? '')) ? [] : [explanation.missing];
      const shows = [...explanation.sums, ...missing];
      return {
        number: index + 1,
        status: standing.status,
        shownId: shownId(standing.requirement),
        whose: standing.teamId === undefined ? 'Agency' : (context.team(standing.teamId)?.name ?? standing.teamId),
        headline: explanation.headline,
        fileShows: (shows.length > 0 ? shows : [explanation.reason]).map(sentence).join(' '),
        effect: sentence(explanation.effect ?? (isLasting(standing) ? 'Permanent' : 'Open')),
        action: actionOf(context, standing),
        lasting: isLasting(standing),
        to: dutyPlace(standing),
      };
    });
}
