import { dateWords } from '../../wording.ts';
import type { ListRow } from '../list.ts';
import type { SubjectProfile } from './profile.ts';
import type { Judgement, Rule } from './tier.ts';

const ruleWords: Readonly<Record<Rule, string>> = {
  npi: 'The NPI is the same',
  name: 'Surname and first name agree',
  'one-typo': 'Surname and first name agree but for one letter',
  'two-typos': 'Surname and first name agree but for two letters',
  initial: 'The surname agrees, and of the first name the initial',
  swapped: 'The names agree with first name and surname in each other’s place',
  'middle-as-given': 'The surname agrees, and the first name is the other side’s middle name',
  'given-and-birth': 'First name and birth date agree, the surname does not',
  'given-birth-middle': 'First name, middle name and birth date agree, the surname does not',
  'given-birth-surname': 'First name and birth date agree, and one side’s middle name is the other’s surname',
  'surname-and-birth': 'Surname and birth date agree, and the list row has no first name',
  business: 'The business’s name agrees without its legal form',
  'business-near': 'The business’s name nearly agrees',
  none: 'Nothing agrees enough',
};

function agreeing({ rule, surname }: Judgement): string {
  const from = surname.ours?.from;
  const bySurname = rule === 'name' || rule === 'one-typo' || rule === 'two-typos';
  return bySurname && from !== undefined && from !== 'legal name' ? `${ruleWords[rule]} with a ${from}` : ruleWords[rule];
}

function birthWords({ birth, rule }: Judgement, us: SubjectProfile, row: ListRow): string {
  if (rule === 'business' || rule === 'business-near' || rule === 'npi') return '';
  switch (birth) {
    case 'equal':
      return rule === 'given-and-birth' || rule === 'given-birth-middle' || rule === 'given-birth-surname' || rule === 'surname-and-birth' ? '' : ', and the birth dates are equal';
    case 'unknown':
      return us.birth === null ? (row.birthDate === null ? ', and neither side has a birth date' : ', and Muster has no birth date') : ', and the list row has no birth date';
    case 'one-digit':
      return ', but one digit of the birth dates differs';
    case 'swapped':
      return ', but day and month of the birth dates are swapped';
    case 'differs':
      return ', but the birth dates differ';
  }
}

/** What would have to be so for the tier to be higher. */
function notHigher(judged: Judgement, us: SubjectProfile, row: ListRow): string {
  const { tier, rule, birth, heldBack } = judged;
  if (tier === 'strong') return 'Muster never clears it alone.';
  if (heldBack === 'ended') return `The entry ended on ${row.endsOn === null ? 'an earlier day' : dateWords(row.endsOn)}, so it is weak.`;
  if (heldBack === 'middle') return 'The names beside it differ, so it is weak; an equal birth date would make it higher.';
  if (heldBack === 'suffix') return 'The suffixes differ, so it is weak; an equal birth date would make it strong.';
  if (rule === 'business') return 'A name alone is never strong: an equal NPI would make it so. Muster never clears it alone.';
  if (rule === 'business-near') return 'Only the whole name in its order would make it possible.';
  if (tier === 'weak') return rule === 'given-and-birth' ? 'That happens by chance; an agreeing middle initial would make it possible.' : 'Equal birth dates would make it higher.';
  if (birth === 'unknown') {
    const missing = us.birth === null ? 'A birth date in Muster' : 'Only a birth date on the list';
    return `${missing} could tell: without one it stays possible. Muster never clears it alone.`;
  }
  return 'The names do not agree enough for a strong match. Muster never clears it alone.';
}

/** The tier in a sentence, and why it is not higher. */
export function whyWords(judged: Judgement, us: SubjectProfile, row: ListRow): string {
  return `${agreeing(judged)}${birthWords(judged, us, row)}. That makes it a ${judged.tier} match. ${notHigher(judged, us, row)}`;
}

/** Why a row that came near is no match. */
export function whyNoMatch(judged: Judgement): string {
  const words: string[] = [];
  const { surname, given, birth, middle } = judged;
  words.push(surname.how === 'none' ? 'the surnames differ' : 'the surname agrees');
  words.push(given.how === 'none' ? 'the first names differ' : given.how === 'initial' ? 'of the first names only the initial agrees' : given.typos > 0 ? 'the first names nearly agree' : 'the first name agrees');
  if (birth === 'equal') words.push('the birth dates are equal');
  else if (birth === 'unknown') words.push('a birth date is missing');
  else words.push(birth === 'differs' ? 'the birth dates differ' : 'the birth dates nearly agree');
  if (middle === 'differs') words.push('the middle names differ');
  const sentence = words.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
