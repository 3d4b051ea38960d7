import { z } from 'zod';
import { oneLine, pathWords, type PathStep } from './path.ts';
import type { AgencyFileProblem } from './problem.ts';
import { suggest } from './suggest.ts';

type Issue = z.core.$ZodIssue;
type AnySchema = z.core.$ZodType;

/** Turns what the schema found wrong into problems that name the place, the fault and, where one is near, the likely meaning. */
export function schemaProblems(schema: AnySchema, input: unknown, issues: readonly Issue[]): AgencyFileProblem[] {
  return issues.flatMap((issue) => problemsOf(schema, input, issue, []));
}

function problemsOf(schema: AnySchema, input: unknown, issue: Issue, above: readonly PathStep[]): AgencyFileProblem[] {
  const steps = [...above, ...issue.path.filter((step) => typeof step !== 'symbol')];
  const path = pathWords(steps);
  const value = valueAt(input, steps);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, input, steps);
      return issue.keys.map((key) => ({ code: 'unknown-key', path: pathWords([...steps, key]), suggestion: suggest(key, known) }));
    }
    case 'invalid_value':
      return [ofValue(path, value, issue.values)];
    case 'invalid_type':
      if (value === undefined) return [{ code: 'missing-key', path }];
      if (typeof value === 'number' && issue.expected === 'int') return [{ code: 'bad-value', path, value: shown(value), rule: 'expected a whole number' }];
      return [{ code: 'wrong-type', path, expected: typeWords(issue.expected), found: foundWords(value) }];
    case 'invalid_union': {
      if (issue.errors.length === 0) return [ofValue(path, value, discriminatorValues(schema, input, steps.slice(0, -1), String(steps.at(-1))))];
      return problemsOfUnion(schema, input, issue.errors, steps);
    }
    case 'too_small':
    case 'too_big':
      return [{ code: 'bad-value', path, value: shown(value), rule: boundWords(issue) }];
    default:
      if (value === undefined) return [{ code: 'missing-key', path }];
      return [{ code: 'bad-value', path, value: shown(value), rule: issue.message }];
  }
}

/** Of the alternatives, the one that fits the value's own type speaks: its mistakes are the ones a person can mend. */
function problemsOfUnion(schema: AnySchema, input: unknown, alternatives: readonly (readonly Issue[])[], steps: readonly PathStep[]): AgencyFileProblem[] {
  const fitting = alternatives.filter((issues) => !issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0));
  const value = valueAt(input, steps);
  const chosen = typeof value === 'string' || (typeof value === 'object' && value !== null) ? fitting[0] : undefined;
  if (chosen === undefined) {
    return [{ code: 'wrong-type', path: pathWords(steps), expected: 'text or an object', found: foundWords(value) }];
  }
  return chosen.flatMap((issue) => problemsOf(schema, input, issue, steps));
}

function ofValue(path: string, value: unknown, values: readonly unknown[]): AgencyFileProblem {
  if (value === undefined) return { code: 'missing-key', path };
  const allowed = values.map(String);
  if (typeof value !== 'string' || values.every((each) => typeof each !== 'string')) return { code: 'wrong-type', path, expected: allowed.length === 1 ? allowed.join('') : `one of ${allowed.slice(0, 12).join(', ')}`, found: foundWords(value) };
  return { code: 'unknown-value', path, value, allowed, suggestion: suggest(value, allowed) };
}

function boundWords(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  // Only our own messages are words a person can use; the library's begin with "Too small" or "Too big".
  if (!issue.message.startsWith('Too ')) return issue.message;
  const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  const strict = issue.inclusive === true ? '' : 'more than ';
  if (issue.origin === 'array' || issue.origin === 'string') return issue.code === 'too_small' ? 'cannot be empty' : 'is too long';
  return issue.code === 'too_small' ? `expected ${strict === '' ? 'at least ' : strict}${bound}` : `expected at most ${bound}`;
}

function valueAt(input: unknown, steps: readonly PathStep[]): unknown {
  let value = input;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<PathStep, unknown>>)[step];
  }
  return value;
}

/** The object schemas a place can hold: one, or the branches of a union (narrowed by what the value says it is). */
const objectsAt = (schema: AnySchema, input: unknown, steps: readonly PathStep[]): readonly z.ZodObject[] =>
  schemasAt(schema, input, steps).flatMap((place) => branches(place, valueAt(input, steps))).filter((place) => place instanceof z.ZodObject);

function schemasAt(schema: AnySchema, input: unknown, steps: readonly PathStep[]): readonly AnySchema[] {
  let places: readonly AnySchema[] = [schema];
  for (const [depth, step] of steps.entries()) {
    const value = valueAt(input, steps.slice(0, depth));
    places = places.flatMap((place) => branches(place, value)).flatMap((place) => below(place, step));
  }
  return places;
}

function below(schema: AnySchema, step: PathStep): readonly AnySchema[] {
  if (schema instanceof z.ZodArray) return [schema.element];
  return schema instanceof z.ZodObject ? shapeOf(schema, String(step)) : [];
}

function shapeOf(object: z.ZodObject, key: string): readonly AnySchema[] {
  const shape: Readonly<Record<string, AnySchema>> = object.shape;
  const found = Object.hasOwn(shape, key) ? shape[key] : undefined;
  return found === undefined ? [] : [found];
}

const unwrapped = (schema: AnySchema): AnySchema =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional ? unwrapped(schema.unwrap()) : schema;

function branches(wrapped: AnySchema, value: unknown): readonly AnySchema[] {
  const schema = unwrapped(wrapped);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const key = schema.def.discriminator;
    return objectsOf(schema).filter((option) => literalsOf(option, key).includes(String(valueAt(value, [key]))));
  }
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap((option) => branches(option, value));
  return [schema];
}

const objectsOf = (union: z.ZodDiscriminatedUnion): readonly z.ZodObject[] =>
  union.def.options.filter((option) => option instanceof z.ZodObject);

const literalsOf = (object: z.ZodObject, key: string): readonly string[] =>
  shapeOf(object, key).flatMap((literal) => (literal instanceof z.ZodLiteral ? [...literal.values].map(String) : []));

const keysAt = (schema: AnySchema, input: unknown, steps: readonly PathStep[]): readonly string[] =>
  [...new Set(objectsAt(schema, input, steps).flatMap((object) => Object.keys(object.shape)))];

/** What the deciding key of the union at a place may say. */
const discriminatorValues = (schema: AnySchema, input: unknown, steps: readonly PathStep[], key: string): readonly string[] =>
  schemasAt(schema, input, steps).map(unwrapped).flatMap((place) =>
    place instanceof z.ZodDiscriminatedUnion ? objectsOf(place).flatMap((option) => literalsOf(option, key)) : []);

const typeWordsBy: Readonly<Record<string, string>> = {
  string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'an object',
};
const typeWords = (expected: string): string => typeWordsBy[expected] ?? expected;

function foundWords(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? `text ${shown(value) ?? ''}` : typeof value === 'object' ? 'an object' : shown(value) ?? typeof value;
}

/** A short quotation of a scalar, or null where quoting would say nothing. */
function shown(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : `"${oneLine(value)}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
