import { partWords, resultWords } from '../../../shared/agenda/evidence-fields.ts';
import { evidenceKindWords, type Evidence } from '../../../shared/model/evidence.ts';
import { dateWords } from '../../../shared/wording.ts';

/** "Performed 11 Mar 2025" and whatever else an item says, in the order of its form; separated by the caller. */
export function factsOf(item: Evidence): readonly string[] {
  const facts: string[] = [];
  if (item.requestedOn !== undefined) facts.push(`requested ${dateWords(item.requestedOn)}`);
  if (item.performedOn !== undefined) facts.push(`performed ${dateWords(item.performedOn)}`);
  if (item.resultOn !== undefined) facts.push(`result ${dateWords(item.resultOn)}`);
  if (item.issuedOn !== undefined) facts.push(`issued ${dateWords(item.issuedOn)}`);
  if (item.expiresOn !== undefined) facts.push(`valid through ${dateWords(item.expiresOn)}`);
  if (item.result !== undefined) facts.push(resultWords[item.result].toLowerCase());
  if (item.parts !== undefined && item.parts.length > 0) facts.push(item.parts.map((part) => partWords[part] ?? part).join(', '));
  if (item.hours !== undefined) facts.push(`${item.hours} hours`);
  if (item.months !== undefined) facts.push(`${item.months} months`);
  if (item.category !== undefined) facts.push(item.category === 'online-only' ? 'online only' : item.category);
  if (item.issuer !== undefined) facts.push(item.issuer);
  if (item.approvingBody !== undefined) facts.push(`approved by ${item.approvingBody}`);
  return facts;
}

/** What an item is called in a list. */
export const itemTitle = (item: Evidence): string =>
  item.kind === 'other' && item.category !== undefined ? item.category : evidenceKindWords[item.kind];

/** A first letter for a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
