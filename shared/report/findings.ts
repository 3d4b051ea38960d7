import { toDay, type CivilDate } from '../civil-date.ts';
import { dateWords, monthWords } from '../wording.ts';
import { shownId } from '../rules/requirement.ts';
import type { Standing } from '../rules/standing.ts';
import { lastingStatuses, statusRank } from '../rules/status.ts';
import type { Finding, LapseRow } from './binder-model.ts';
import { byText } from './by-text.ts';
import type { BinderContext } from './context.ts';
import type { NumberedRow } from './checklist.ts';
import { itemOf } from './evidence-words.ts';
import { isFinding } from './tally.ts';

/** What was noted about a finding, each note with its day and who wrote it. `period`: only notes about it, or about no period in particular; null: all. */
export function notesOf(context: BinderContext, standing: Standing, period: string | null): readonly string[] {
  const notes = standing.personId === undefined ? [] : context.acknowledgements(standing.personId, standing.requirement);
  return notes.filter((note) => period === null || note.period === undefined || note.period === period).map((note) => {
    const by = note.recordedBy === undefined ? '' : ` ${note.recordedBy}.`;
    const said = note.note.trim().replace(/[.;,\s]+$/, '');
    return `${note.period === undefined ? '' : `${/^\d{4}-\d{2}$/.test(note.period) ? monthWords(note.period) : note.period}: `}${said}, ${dateWords(note.recordedAt.slice(0, 10) as CivilDate)}.${by}`;
  });
}

/** The same in one text, or that nothing was noted. */
export function actionOf(context: BinderContext, standing: Standing): string {
  const notes = notesOf(context, standing, null);
  return notes.length === 0 ? 'None recorded.' : notes.join(' ');
}

/** The findings of a chapter, worst first (rules 0.6.3), then in the order of the checklist. Numbers begin at 1. */
export function findingsOf(context: BinderContext, rows: readonly NumberedRow[]): readonly Finding[] {
  return rows
    .filter((row) => isFinding(row.standing.status))
    .sort((a, b) => statusRank(a.standing.status) - statusRank(b.standing.status) || a.number - b.number)
    .map((row, index) => {
      const { standing } = row;
      const explanation = context.explain(standing);
      const missing = explanation.missing === null || explanation.sums.some((sum) => sum.includes(explanation.missing ?? '')) ? [] : [explanation.missing];
      const shows = [...explanation.sums, ...missing];
      return {
        number: index + 1,
        status: standing.status,
        shownId: shownId(standing.requirement),
        tab: row.tab,
        row: row.number,
        headline: explanation.headline,
        fileShows: (shows.length > 0 ? shows : [explanation.reason]).map(sentence).join(' '),
        effect: sentence(explanation.effect ?? (lastingStatuses.includes(standing.status) ? 'Permanent' : 'Open')),
        action: actionOf(context, standing),
        lasting: lastingStatuses.includes(standing.status),
      };
    });
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What began cover again on the day after a lapse, where the record tells. */
function endedBy(context: BinderContext, standing: Standing, to: CivilDate | null, judged: CivilDate): string {
  if (to === null) return `Open on ${dateWords(judged)}`;
  const next = toDay(to) + 1;
  for (const part of standing.account.parts) {
    const cover = part.cover.find((each) => toDay(each.from) === next);
    const item = cover === undefined ? undefined : context.evidence(cover.evidenceId);
    if (item !== undefined) return itemOf(item);
  }
  if (standing.periods === undefined) return 'Cover from the next day';
  // A later search repairs no month; it only tells when searching went on.
  const search = standing.evidenceIds.flatMap((id) => context.check(id)?.checkedOn ?? []).filter((date) => date > to).sort(byText)[0];
  return search === undefined ? 'The period closed' : `Next search ${dateWords(search)}`;
}

/** Every stretch of days without cover, oldest first, in the order of the checklist on the same day. */
export function lapsesOf(context: BinderContext, rows: readonly NumberedRow[], judgedOn: (employmentId: string | undefined) => CivilDate): readonly LapseRow[] {
  return rows
    .flatMap((row) => (row.standing.lapses ?? []).map((lapse) => {
      const judged = judgedOn(row.standing.employmentId);
      return {
        shownId: shownId(row.standing.requirement),
        what: row.info?.title ?? row.standing.requirement,
        from: lapse.from,
        to: lapse.to,
        days: toDay(lapse.to ?? judged) - toDay(lapse.from) + 1,
        endedBy: endedBy(context, row.standing, lapse.to, judged),
      };
    }))
    .sort((a, b) => byText(a.from, b.from));
}
