import { evidenceFields, type EvidenceDateField } from '../agenda/evidence-fields.ts';
import { civilDate, type CivilDate } from '../civil-date.ts';
import type { EvidenceKind, EvidenceResult } from '../model/evidence.ts';
import type { Confidence } from './confidence.ts';
import type { DateRole, FoundDate } from './dates.ts';

/** A value for one field of the form, and where it was read. */
export type FactProposal<Value> = { readonly value: Value | null; readonly confidence: Confidence; readonly why: string };

const rolesOf: Readonly<Record<EvidenceDateField, readonly DateRole[]>> = {
  performedOn: ['performed', 'issued'],
  issuedOn: ['issued'],
  resultOn: ['result'],
  requestedOn: ['requested'],
  expiresOn: ['expires'],
};

type Read = FoundDate & { readonly from: 'name' | 'text' };

const saying = (each: Read): string => `${each.from === 'name' ? 'file name' : 'the text'} says “${each.printed}”${each.doubt === null ? '' : `; ${each.doubt}`}`;

/**
 * The dates of a paper for the fields its kind asks for. A labelled date goes to its field; a single date without a label is the day of the paper, or its
 * end where it has not come yet. Several that differ leave the field open. Nothing dated after `today` is proposed as done.
 */
export function chooseDates(kind: EvidenceKind, inName: readonly FoundDate[], inText: readonly FoundDate[], today: CivilDate): Partial<Readonly<Record<EvidenceDateField, FactProposal<CivilDate>>>> {
  const all: readonly Read[] = [...inName.map((each) => ({ ...each, from: 'name' as const })), ...inText.map((each) => ({ ...each, from: 'text' as const }))].filter(({ role }) => role !== 'birth' && role !== 'form');
  const chosen: Partial<Record<EvidenceDateField, FactProposal<CivilDate>>> = {};
  const fields = evidenceFields[kind].dates.map(({ field }) => field);
  for (const field of fields) {
    const fitting = all.filter(({ role, date }) => rolesOf[field].includes(role) && (field === 'expiresOn' || date <= today));
    // What was issued is not the day it was done, where both are printed.
    const exact = fitting.filter(({ role }) => role === rolesOf[field][0]);
    const read = exact.length > 0 ? exact : fitting;
    const days = [...new Set(read.map(({ date }) => date))];
    const [first] = read;
    if (first === undefined) continue;
    chosen[field] = days.length === 1
      ? { value: first.date, confidence: first.doubt === null || read.some(({ doubt }) => doubt === null) ? 'sure' : 'likely', why: saying(first) }
      : { value: null, confidence: 'open', why: `Several dates are printed: ${read.slice(0, 3).map(({ printed }) => printed).join(', ')}` };
  }
  const bare = (from: 'name' | 'text'): readonly Read[] => all.filter((each) => each.from === from && each.role === 'none');
  const unlabelled = bare('name').length > 0 ? bare('name') : bare('text');
  const [only] = unlabelled;
  if (only !== undefined && new Set(unlabelled.map(({ date }) => date)).size === 1) {
    const field = only.date > today ? 'expiresOn' : 'performedOn';
    if (fields.includes(field) && chosen[field] === undefined) chosen[field] = { value: only.date, confidence: 'likely', why: `${saying(only)}, without saying what it is the date of` };
  } else if (unlabelled.length > 1 && chosen.performedOn === undefined) {
    chosen.performedOn = { value: null, confidence: 'open', why: `Several dates are printed: ${unlabelled.slice(0, 3).map(({ printed }) => printed).join(', ')}` };
  }
  // An end before the beginning: one of the two was read wrongly.
  const { performedOn, expiresOn } = chosen;
  if (performedOn?.value != null && expiresOn?.value != null && expiresOn.value < performedOn.value) {
    chosen.expiresOn = { value: null, confidence: 'open', why: `${expiresOn.why}, which lies before ${performedOn.value}` };
  }
  return chosen;
}

const resultPatterns: readonly (readonly [EvidenceResult, RegExp])[] = [
  ['negative', /(?<!non[- ]?)(?<!not )\b(?:negative|neg|0 ?mm|not detected|none detected|no evidence of (?:active )?(?:tb|tuberculosis))\b/iu],
  ['positive', /(?<!non[- ]?)(?<!not )\b(?:positive|pos|non[- ]?negative)\b/iu],
  ['not-communicable', /\b(?:not communicable|non[- ]?communicable|free (?:of|from) communicable)\b/iu],
  ['pass', /\b(?:no (?:criminal )?(?:record|records|hits?|matches|match|results?) (?:was |were )?(?:found|on file|located)|no records?|clear(?:ed)?|passed|pass|eligible)\b/iu],
  ['fail', /\b(?:(?<!\bno (?:criminal )?)(?:hits?|records?) found|failed|fail|ineligible|not eligible|disqualif\w+|not (?:clear(?:ed)?|passed?))\b/iu],
  ['complete', /\b(?:successfully completed|has completed|completed|certificate of completion)\b/iu],
  ['cleared', /\bcleared\b/iu],
];

/** The result a paper states; open where it states two. A form that offers both to tick says nothing. */
export function chooseResult(kind: EvidenceKind, name: string, text: string): FactProposal<EvidenceResult> {
  const offered = evidenceFields[kind].results ?? [];
  for (const [where, read] of [['file name', name], ['the text', text]] as const) {
    const found = resultPatterns.flatMap(([result, pattern]) => {
      const match = offered.includes(result) ? pattern.exec(read) : null;
      return match === null ? [] : [{ result, printed: match[0] }];
    });
    const [first, second] = found;
    if (first === undefined) continue;
    if (second !== undefined) return { value: null, confidence: 'open', why: `${where} says “${first.printed}” and “${second.printed}”` };
    return { value: first.result, confidence: 'likely', why: `${where} says “${first.printed}”` };
  }
  return { value: null, confidence: 'open', why: '' };
}

/** The number of a licence or certificate; null where none is labelled as one. */
export function licenceNumber(text: string): string | null {
  const match = /\b(?:licen[sc]e|lic|certificate|cert|registration|card)\.?\s*(?:no|number|num|id)?\.?\s*[:#]\s*([A-Z]{0,4}[- ]?\d{3,10}[A-Z]?)\b/iu.exec(text);
  return match?.[1]?.trim() ?? null;
}

/** The hours a training states; null where none or several differ. */
export function hoursIn(text: string): string | null {
  const found = [...text.matchAll(/\b(\d{1,3}(?:\.\d{1,2})?)\s*(?:contact |credit |clock |ce |training )?(?:hours?|hrs?|ceus?)\b/giu)].map((match) => match[1] ?? '');
  return new Set(found).size === 1 ? (found[0] ?? null) : null;
}

const issuers: readonly (readonly [string, RegExp])[] = [
  ['American Heart Association', /american heart association|\bAHA\b/iu],
  ['American Red Cross', /(?:american )?red cross/iu],
  ['National Safety Council', /national safety council/iu],
  ['American Safety and Health Institute', /american safety (?:and|&) health institute|\bASHI\b/iu],
];
/** Who issued a card, of the usual ones; null where none or several are named. */
export function issuerIn(text: string): string | null {
  const found = issuers.filter(([, pattern]) => pattern.test(text));
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

/** Birth dates printed on a paper. */
export const birthsIn = (dates: readonly FoundDate[]): readonly CivilDate[] => dates.filter(({ role }) => role === 'birth').map(({ date }) => civilDate(date));
