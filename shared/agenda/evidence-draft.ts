import { toDay, type CivilDate } from '../civil-date.ts';
import { partsByKind, type Evidence, type EvidenceKind, type EvidenceResult } from '../model/evidence.ts';
import type { DocRef } from '../model/document.ts';
import { evidenceFields, type EvidenceDateField } from './evidence-fields.ts';

/** What a form holds while somebody fills it in. Numbers stay text until they are read. */
export type EvidenceDraft = {
  readonly kind: EvidenceKind;
  readonly dates: Partial<Readonly<Record<EvidenceDateField, CivilDate>>>;
  readonly result: EvidenceResult | null;
  readonly parts: readonly string[];
  readonly hours: string;
  readonly months: string;
  readonly issuer: string;
  readonly approvingBody: string;
  readonly onlineOnly: boolean;
  readonly category: string;
  readonly note: string;
  readonly about: string | null;
  readonly supersedes: string | null;
};

/** What is wrong with one field, in a sentence that names the mend. */
export type DraftProblem = { readonly field: string; readonly message: string };

/** A blank form. Nothing is ticked beforehand: what is recorded has been read off the paper. */
export function emptyDraft(kind: EvidenceKind): EvidenceDraft {
  return {
    kind, dates: {}, result: null, parts: [], hours: '', months: '', issuer: '', approvingBody: '', onlineOnly: false, category: '', note: '',
    about: null, supersedes: null,
  };
}

/** The parts an item of the kind can speak for, in the model's order. */
export function partsOf(kind: EvidenceKind): readonly string[] {
  const table: Partial<Readonly<Record<EvidenceKind, readonly string[]>>> = partsByKind;
  return table[kind] ?? [];
}

/** A draft that corrects an item: filled with what the item says, and pointing at it. */
export function draftCorrecting(item: Evidence): EvidenceDraft {
  const dates: { [Field in EvidenceDateField]?: CivilDate } = {};
  for (const field of ['requestedOn', 'performedOn', 'resultOn', 'issuedOn', 'expiresOn'] as const) {
    const day = item[field];
    if (day !== undefined) dates[field] = day;
  }
  return {
    kind: item.kind,
    dates,
    result: item.result ?? null,
    parts: item.parts ?? [],
    hours: item.hours === undefined ? '' : String(item.hours),
    months: item.months === undefined ? '' : String(item.months),
    issuer: item.issuer ?? '',
    approvingBody: item.approvingBody ?? '',
    onlineOnly: item.category === 'online-only',
    category: item.category !== undefined && item.category !== 'online-only' ? item.category : '',
    note: item.note ?? '',
    about: item.about ?? null,
    supersedes: item.id,
  };
}

const amount = (text: string): number | null => {
  const value = text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
  return Number.isFinite(value) && value > 0 ? value : null;
};

/**
 * Everything that keeps a draft from being recorded, in the order of the form; empty when it can be.
 * @param today a fact cannot be dated later than this.
 */
export function draftProblems(draft: EvidenceDraft, today: CivilDate): readonly DraftProblem[] {
  const fields = evidenceFields[draft.kind];
  const problems: DraftProblem[] = [];
  for (const { field, label, optional } of fields.dates) {
    const day = draft.dates[field];
    if (day === undefined) {
      if (optional !== true) problems.push({ field, message: `${label}: type a date, such as 3/2/26.` });
    } else if (field !== 'expiresOn' && toDay(day) > toDay(today)) {
      problems.push({ field, message: `${label}: this day has not come yet. Record it when it has happened.` });
    }
  }
  const { performedOn, resultOn, requestedOn, expiresOn } = draft.dates;
  if (performedOn !== undefined && resultOn !== undefined && resultOn < performedOn) {
    problems.push({ field: 'resultOn', message: 'The result is dated before the day it was performed. One of the two is wrong.' });
  }
  if (performedOn !== undefined && requestedOn !== undefined && requestedOn > performedOn) {
    problems.push({ field: 'requestedOn', message: 'It was requested after it was performed. One of the two is wrong.' });
  }
  if (performedOn !== undefined && expiresOn !== undefined && expiresOn < performedOn) {
    problems.push({ field: 'expiresOn', message: 'It would end before it begins. One of the two dates is wrong.' });
  }
  if (fields.results !== undefined && fields.resultOptional !== true && draft.result === null) {
    problems.push({ field: 'result', message: 'Choose the result. Without one nothing can be decided.' });
  }
  if (fields.partsLabel !== undefined && draft.parts.length === 0) {
    problems.push({ field: 'parts', message: `${fields.partsLabel}: choose at least one.` });
  }
  if (fields.hours === true && amount(draft.hours) === null) problems.push({ field: 'hours', message: 'Hours: type a number above 0, such as 2.5.' });
  if (fields.months === true && draft.months.trim() !== '' && amount(draft.months) === null) {
    problems.push({ field: 'months', message: 'Months: type a number above 0, or leave it empty.' });
  }
  if (fields.noteRequired === true && draft.note.trim() === '') {
    problems.push({ field: 'note', message: 'Write what is attested, and who attests it.' });
  }
  return problems;
}

/**
 * The item a draft describes. Call it only when `draftProblems` is empty for what must be recorded; a preview may call it
 * earlier. Fields the kind does not ask for are left out, so that changing the kind leaves nothing behind.
 */
export function evidenceFromDraft(
  draft: EvidenceDraft,
  known: { readonly id: string; readonly personId: string; readonly recordedAt: string; readonly documents: readonly DocRef[] },
): Evidence {
  const fields = evidenceFields[draft.kind];
  const text = (value: string): string | undefined => (value.trim() === '' ? undefined : value.trim());
  const hours = fields.hours === true ? amount(draft.hours) : null;
  const months = fields.months === true ? amount(draft.months) : null;
  const category = fields.onlineOnly === true ? (draft.onlineOnly ? 'online-only' : undefined)
    : fields.categoryLabel !== undefined ? text(draft.category) : undefined;
  const issuer = fields.issuerLabel === undefined ? undefined : text(draft.issuer);
  const approvingBody = fields.approvingBody === true ? text(draft.approvingBody) : undefined;
  const note = text(draft.note);
  const dates: { [Field in EvidenceDateField]?: CivilDate } = {};
  for (const { field } of fields.dates) {
    const day = draft.dates[field];
    if (day !== undefined) dates[field] = day;
  }
  const parts = partsOf(draft.kind).filter((part) => draft.parts.includes(part));
  return {
    id: known.id,
    personId: known.personId,
    kind: draft.kind,
    ...dates,
    ...(fields.results !== undefined && draft.result !== null ? { result: draft.result } : {}),
    ...(parts.length > 0 ? { parts } : {}),
    ...(hours === null ? {} : { hours }),
    ...(months === null ? {} : { months }),
    ...(category === undefined ? {} : { category }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(approvingBody === undefined ? {} : { approvingBody }),
    ...(known.documents.length > 0 ? { documents: known.documents } : {}),
    ...(note === undefined ? {} : { note }),
    ...(draft.about === null ? {} : { about: draft.about }),
    ...(draft.supersedes === null ? {} : { supersedes: draft.supersedes }),
    recordedAt: known.recordedAt,
  };
}
