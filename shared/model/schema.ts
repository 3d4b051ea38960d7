import { z } from 'zod';
import { isCivilDate, type CivilDate, type CivilMonth } from '../civil-date.ts';

/** Makes a parsed shape readonly all the way down: records are values, never edited in place. */
export type Readonlyed<Value> = unknown extends Value
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Readonlyed<Item>[]
    : Value extends string | number | boolean | null | undefined
      ? Value
      : { readonly [Key in keyof Value]: Readonlyed<Value[Key]> };

/** A day of the calendar as `YYYY-MM-DD`. A date that does not exist is refused, never rolled over. */
export const dateSchema = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value), {
  error: 'expected a date of the calendar as YYYY-MM-DD',
});

/** A calendar month as `YYYY-MM`. */
export const monthSchema = z.custom<CivilMonth>((value) => typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) && isCivilDate(`${value}-01`), {
  error: 'expected a calendar month as YYYY-MM',
});

/** A SHA-256. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected 64 lower-case hexadecimal digits' });

const instantPattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?Z$/;

/** An instant in UTC, ISO 8601 with a trailing `Z`. */
export const instantSchema = z.string().refine(
  (value) => {
    const match = instantPattern.exec(value);
    return match?.[1] !== undefined && isCivilDate(match[1]);
  },
  { error: 'expected an instant in UTC such as 2026-03-19T14:05:00Z' },
);

/** An id: any non-empty string, unique in its list. */
export const idSchema = z.string().min(1, { error: 'an id cannot be empty' });

/** Text a person typed that must say something. */
export const textSchema = z.string().min(1, { error: 'cannot be empty' });

/** When and by whom a record was made: what known-at looks at. */
export const recordedShape = {
  recordedAt: instantSchema,
  recordedBy: z.string().exactOptional(),
};
