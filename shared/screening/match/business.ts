import { wordsOf } from './name-forms.ts';
import { typosBetween } from './typos.ts';

/** A business's name as it is compared: without its legal form, articles and signs. */
export type BusinessForms = { readonly printed: string; readonly text: string; readonly sorted: string; readonly cut: boolean };

const legalForms = new Set([
  'INC', 'INCORPORATED', 'LLC', 'LTD', 'LIMITED', 'PA', 'PC', 'LLP', 'LP', 'PLLC', 'PLC', 'CORP', 'CORPORATION', 'CO', 'COMPANY', 'THE', 'DBA', 'AND',
]);

/** A short beginning fits too many names: a cut name is compared only from this length on. */
const leastCut = 10;
/** Names from this length on may differ by one typing mistake. */
const leastTypo = 8;

/** Brings a business's name to the form that is compared. `cut` where the list's field ends before the name may. */
export function businessForms(printed: string, cut: boolean): BusinessForms {
  // L.L.C. comes without its stops already; "L L C" and "P C" are put together first.
  const spelled = printed.replace(/&/g, ' and ').replace(/\b(L)\s+(L)\s+([CP])\b|\b(P)\s+([CA])\b/gi, '$1$2$3$4$5');
  const words = wordsOf(spelled);
  const kept = words.filter((word) => !legalForms.has(word));
  const named = kept.length > 0 ? kept : words;
  return { printed, text: named.join(''), sorted: [...named].sort().join(' '), cut };
}

export type BusinessVerdict = { readonly how: 'equal' | 'cut' | 'order' | 'typo'; readonly ours: BusinessForms };

/** How one of our business names agrees with a row's, the best way first; null where none does. */
export function compareBusiness(ours: readonly BusinessForms[], theirs: BusinessForms): BusinessVerdict | null {
  const ways: readonly (readonly [BusinessVerdict['how'], (name: BusinessForms) => boolean])[] = [
    ['equal', (name) => name.text === theirs.text],
    ['cut', (name) => theirs.cut && theirs.text.length >= leastCut && name.text.startsWith(theirs.text)],
    ['order', (name) => name.sorted === theirs.sorted],
    ['typo', (name) => Math.min(name.text.length, theirs.text.length) >= leastTypo && typosBetween(name.text, theirs.text, 1) === 1],
  ];
  for (const [how, agrees] of ways) {
    const found = ours.find((name) => name.text !== '' && agrees(name));
    if (found !== undefined) return { how, ours: found };
  }
  return null;
}
