import { agencyRecordSchema, type AgencyRecord } from '../../../../shared/model/agency-records/agency-record.ts';
import type { DocRef } from '../../../../shared/model/document.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';

/** What was answered, by the record's own field names; dates as `YYYY-MM-DD`, a flag as `yes`, nothing as an empty text. */
export type FormValues = Readonly<Record<string, string>>;

type Common = { readonly name: string; readonly label: string; readonly required?: true; readonly hint?: string };

export type FormField =
  | (Common & { readonly kind: 'date' | 'flag' })
  | (Common & { readonly kind: 'text'; readonly placeholder?: string; readonly suggestions?: readonly string[] })
  | (Common & { readonly kind: 'choice'; readonly choices: readonly { readonly value: string; readonly label: string }[] });

/** Choices from a table of words, in its order. */
export const choicesOf = (words: Readonly<Record<string, string>>): readonly { readonly value: string; readonly label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The answers a record stands for, to begin a correction with. */
export function valuesOf(record: AgencyRecord): FormValues {
  return Object.fromEntries(Object.entries(record).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : value === true ? [[key, 'yes']] : [])));
}

const missingWords: Readonly<Record<FormField['kind'], (label: string) => string>> = {
  date: (label) => `type the date of “${label}”.`,
  text: (label) => `fill in “${label}”.`,
  choice: (label) => `choose “${label}”.`,
  flag: (label) => `tick “${label}”.`,
};

/** What is required and not answered, by field. */
export const fieldProblems = (fields: readonly FormField[], values: FormValues): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.flatMap((field) => (field.required === true && (values[field.name] ?? '').trim() === '' ? [[field.name, missingWords[field.kind](field.label)]] : [])));

/** Only of this one record, never of what takes its place. */
const ofItself: ReadonlySet<string> = new Set(['id', 'recordedAt', 'recordedBy', 'supersedes', 'retractedAt', 'retractedReason', 'documents', 'note']);

/** The record that was filled in. What a correction does not ask about stays as it was. Fails with the sentence that says what does not fit. */
export function recordFrom({ kind, fields, values, fixed, replaces, note, documents, id, recordedAt }: {
  readonly kind: AgencyRecord['kind'];
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  readonly fixed: Readonly<Record<string, string>>;
  readonly replaces: AgencyRecord | null;
  readonly note: string;
  readonly documents: readonly DocRef[];
  readonly id: string;
  readonly recordedAt: string;
}): Result<AgencyRecord, string> {
  const asked = new Set(fields.map((field) => field.name));
  const carried = Object.entries(replaces ?? {}).filter(([key]) => !asked.has(key) && !ofItself.has(key));
  const answered = fields.flatMap((field): (readonly [string, string | true])[] => {
    const value = (values[field.name] ?? '').trim();
    return value === '' ? [] : [[field.name, field.kind === 'flag' ? true : value]];
  });
  const read = agencyRecordSchema.safeParse({
    ...Object.fromEntries([...carried, ...answered]),
    ...fixed,
    kind,
    id,
    recordedAt,
    ...(replaces === null ? {} : { supersedes: replaces.id }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(documents.length === 0 ? {} : { documents }),
  });
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const field = fields.find(({ name }) => name === String(issue?.path[0] ?? ''));
  return fail(`${field === undefined ? '' : `${field.label}: `}${issue?.message ?? 'the record does not fit'}.`);
}
