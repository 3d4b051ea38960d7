import type { Evidence } from '../model/evidence.ts';
import type { Status } from '../rules/status.ts';
import { countOf, dateWords } from '../wording.ts';
import type { GapPage } from './binder-model.ts';
import { sourceWords, type NumberedRow } from './checklist.ts';
import { byText } from './by-text.ts';
import type { BinderContext } from './context.ts';
import { evidenceDate, itemOf } from './evidence-words.ts';
import { actionOf } from './findings.ts';

/** Statuses that say that evidence is missing; what was late or stale is there, and stands as an exhibit. */
const missing: readonly Status[] = ['gap', 'expired', 'overdue', 'incomplete'];

const itemsOf = (context: BinderContext, row: NumberedRow): readonly Evidence[] =>
  row.standing.evidenceIds.flatMap((id) => context.evidence(id) ?? []).sort((a, b) => byText(evidenceDate(a) ?? '', evidenceDate(b) ?? '') || byText(a.id, b.id));

/** Items recorded as done without a document on file. */
const undocumented = (context: BinderContext, row: NumberedRow): readonly Evidence[] => itemsOf(context, row).filter((item) => (item.documents ?? []).length === 0);

/** Whether a page has to stand where the evidence of a line would: it is missing, or was recorded without its document. */
export const wantsGapPage = (context: BinderContext, row: NumberedRow): boolean =>
  (context.options.volume !== 2 || row.tab === 'E') && (missing.includes(row.standing.status) || undocumented(context, row).length > 0);

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The page that stands where evidence is missing, and says what would close it. */
export function gapPage(context: BinderContext, row: NumberedRow): GapPage {
  const { standing, info } = row;
  const explanation = context.explain(standing);
  const items = itemsOf(context, row);
  const bare = undocumented(context, row);
  const last = items.at(-1);
  const isMissing = missing.includes(standing.status);
  const closes = explanation.missing ?? (isMissing ? explanation.effect : null);
  const { asOf } = context.options;
  return {
    title: info?.title ?? standing.requirement,
    status: standing.status,
    facts: [
      { label: 'Required', text: sentence([info?.windowWords.replace(/\.$/, '') ?? '', sourceWords(standing.citations)].filter((part) => part !== '').join('. ')) },
      { label: 'Last on file', text: last === undefined ? 'Nothing.' : sentence(`${itemOf(last)}${(last.documents ?? []).length === 0 ? ', without a document' : ''}`) },
      ...(explanation.sums.length === 0 ? [] : [{ label: 'Arithmetic', text: explanation.sums.map(sentence).join(' ') }]),
      { label: 'Searched', text: `The records of this agency, as of ${dateWords(asOf)}. ${bare.length === 0 ? 'Nothing else was found.' : `${countOf(bare.length, 'item')} recorded without a document: ${bare.slice(-6).map(itemOf).join('; ')}.`}` },
      { label: 'Recorded reason', text: actionOf(context, standing) },
      { label: 'What closes it', text: sentence(isMissing ? (closes ?? 'Evidence that meets the requirement') : 'The document of what is recorded') },
    ],
  };
}
