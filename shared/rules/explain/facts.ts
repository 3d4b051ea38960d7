import type { CivilDate } from '../../civil-date.ts';
import { diffDays } from '../../civil-date.ts';
import { exclusionListWords, type ExclusionList } from '../../model/exclusion.ts';
import { countOf, dateWords } from '../../wording.ts';
import type { PartAccount, Standing } from '../standing.ts';
import { partWords } from './words.ts';

/** Everything a sentence about one part can need. */
export type FactContext = {
  readonly standing: Standing;
  /** The day judged. */
  readonly today: CivilDate;
};

const anchorOn = ({ account }: Standing): string => {
  const { anchor } = account;
  if (anchor?.on == null) return '';
  return anchor.planned ? `the ${anchor.name} if hired on ${dateWords(anchor.on)}` : `the ${anchor.name} on ${dateWords(anchor.on)}`;
};

const of = (part: PartAccount): string => (part.part === null ? '' : `${upper(partWords(part.part))}: `);
export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string, prefixed: boolean): string => (prefixed ? text.charAt(0).toLowerCase() + text.slice(1) : text);

const listWords = (list: string): string => exclusionListWords[list as ExclusionList].short;

/** The fact about one part: what is on file, with its dates and the sum. One sentence, past tense. */
export function factOf(part: PartAccount, { standing, today }: FactContext): string {
  const prefix = of(part);
  const say = (sentence: string): string => prefix + lower(sentence, prefix !== '');
  const { why } = part;
  const anchor = anchorOn(standing);
  switch (why.code) {
    case 'nothing-on-file':
      return say('Nothing is on file.');
    case 'age': {
      const performed = `Performed ${dateWords(why.performedOn)}`;
      const result = why.completedOn === why.performedOn ? '' : `, result ${dateWords(why.completedOn)}`;
      if (anchor === '') return say(`${performed}${result}.`);
      if (why.ageDays > 0) return say(`${performed}${result}, which is ${countOf(why.ageDays, 'day')} before ${anchor}.`);
      return say(why.ageDays === 0 ? `${performed}${result}, the day of the ${standing.account.anchor?.name ?? 'hire'} itself.` : `${performed}${result}, ${countOf(-why.ageDays, 'day')} after ${anchor}.`);
    }
    case 'done': {
      const through = why.validThrough === null ? '' : `, valid through ${dateWords(why.validThrough)}`;
      if (why.daysLate > 0 && why.deadline !== null) return say(`Dated ${dateWords(why.on)}, ${countOf(why.daysLate, 'day')} after ${dateWords(why.deadline)}${through}.`);
      return say(`Dated ${dateWords(why.on)}${through}.`);
    }
    case 'expired':
      return say(`Dated ${dateWords(why.on)}, valid through ${dateWords(why.validThrough)}; ${countOf(diffDays(why.validThrough, today), 'day')} without cover by ${dateWords(today)}.`);
    case 'same-day':
      return say(`Dated ${dateWords(why.on)}, the day of the ${standing.account.anchor?.name ?? 'beginning'} itself; nothing shows which came first.`);
    case 'undated':
      return say('An item is on file without a date.');
    case 'no-result':
      return say(`Performed ${dateWords(why.on)}; no result is recorded.`);
    case 'not-recognised':
      return say(`Dated ${dateWords(why.on)}: ${why.what}.`);
    case 'adverse':
      return say(`The result${why.on === null ? '' : ` of ${dateWords(why.on)}`} is ${why.result === 'confirmed' ? 'a confirmed match' : why.result}.`);
    case 'exempt':
      return say(`Exempt by ${exemptionWords(why.by)}${why.through === null ? '' : ` through ${dateWords(why.through)}`}.`);
    case 'months':
      return say(why.stated ? `${countOf(why.held, 'month')} of ${String(why.needed)} are on file.` : `Experience is on file without its months; ${String(why.needed)} are needed.`);
    case 'no-document':
      return say(why.of === 0 ? 'Nothing is recorded yet that needs a paper.' : why.count === 0 ? `All ${String(why.of)} have their paper.` : `${String(why.of - why.count)} of ${String(why.of)} have their paper.`);
    case 'periods':
      return say(`${String(why.met)} of ${String(why.closed)} closed periods are complete.`);
    case 'checks':
      return say(why.latestOn === null ? 'No search is recorded yet.' : `The latest search, ${dateWords(why.latestOn)}, was clear.`);
    case 'match':
      return say(`A possible match on ${listWords(why.list)} of ${dateWords(why.on)} is not decided.`);
    case 'identifier':
      return say(why.value === null ? 'No NPI is recorded.' : `NPI ${why.value} ${why.valid ? 'passes' : 'does not pass'} its check digit.`);
    case 'licence':
      return say(`The licence is current${why.through === null ? ', without a printed end' : ` through ${dateWords(why.through)}`}.`);
    case 'unwaived':
      return say(`Dated ${dateWords(why.on)}, before the hire, and no waiver is recorded.`);
    case 'reading-missing':
      return say(`A skin test was placed ${dateWords(why.on)}; no reading is recorded.`);
  }
}

const licenceWords: Readonly<Record<string, string>> = {
  psychiatrist: 'psychiatrist', aprn: 'APRN', pa: 'PA', rn: 'RN', lpn: 'LPN', lcsw: 'LCSW', lmsw: 'LMSW', lpc: 'LPC', lmft: 'LMFT', psychologist: 'psychologist', lac: 'LAC', other: 'other',
};

/** `rn` as "the RN licence"; a waiver as it is. */
function exemptionWords(by: string): string {
  const licence = licenceWords[by];
  if (licence !== undefined) return `the ${licence} licence`;
  const waived = /^waiver of training of (\d{4}-\d{2}-\d{2})$/.exec(by)?.[1];
  return waived === undefined ? by : `a recorded waiver of training of ${dateWords(waived as CivilDate)}`;
}
