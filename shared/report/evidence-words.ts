import { dateWords } from '../wording.ts';
import { evidenceKindWords, medicalKinds, type Evidence } from '../model/evidence.ts';

const resultWords: Readonly<Record<NonNullable<Evidence['result']>, string>> = {
  pass: 'passed', fail: 'not passed', negative: 'negative', positive: 'positive', cleared: 'cleared',
  'not-communicable': 'not communicable', complete: 'complete', waived: 'waived',
};

/** The date an item is known by: performed, else issued, else its result, else requested. */
export const evidenceDate = (item: Evidence) => item.performedOn ?? item.issuedOn ?? item.resultOn ?? item.requestedOn;

/**
 * One item as the checklist prints it: what, when, result, issuer, approving body, hours. A health item prints date and
 * result only: the rest belongs to the medical volume.
 * @param named whether to say what kind of item it is, where the requirement accepts several
 */
export function evidenceWords(item: Evidence, named: boolean): string {
  const date = evidenceDate(item);
  const when = date === undefined ? 'undated' : dateWords(date);
  const read = item.resultOn !== undefined && item.resultOn !== date ? `read ${dateWords(item.resultOn)}` : null;
  const result = item.result === undefined || item.result === 'complete' ? null : resultWords[item.result];
  if (medicalKinds.includes(item.kind)) return [when, read, result ?? (item.result === undefined ? 'no result recorded' : 'complete')].filter(Boolean).join(', ');
  const details = [
    when,
    read,
    result,
    item.parts === undefined ? null : item.parts.join(', ').replaceAll('-', ' '),
    item.hours === undefined ? null : `${item.hours} hours`,
    item.months === undefined ? null : `${item.months} months`,
    item.issuer ?? null,
    item.approvingBody === undefined ? null : `approved by ${item.approvingBody}`,
    item.expiresOn === undefined ? null : `printed expiry ${dateWords(item.expiresOn)}`,
  ].filter((detail) => detail !== null && detail !== '');
  return named ? `${evidenceKindWords[item.kind]}: ${details.join(', ')}` : details.join(', ');
}

/** `Card of 22 Jul 2025` in general: the kind and its day, for what ended a lapse. */
export function itemOf(item: Evidence): string {
  const date = evidenceDate(item);
  return date === undefined ? evidenceKindWords[item.kind] : `${evidenceKindWords[item.kind]}, ${dateWords(date)}`;
}
