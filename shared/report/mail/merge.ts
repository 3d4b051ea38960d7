import { fail, ok, type Result } from '../../result.ts';

/** What a template may name. */
export const mergeFields = ['name', 'given', 'people', 'requirement', 'what', 'due', 'distance', 'count', 'list', 'agency', 'today'] as const;
export type MergeField = (typeof mergeFields)[number];

export const mergeFieldWords: Readonly<Record<MergeField, string>> = {
  name: 'The full name of whom it goes to',
  given: 'Their first name',
  people: 'Whom the deadlines are about',
  requirement: 'The requirement of the nearest deadline',
  what: 'The nearest deadline in words',
  due: 'Its day',
  distance: 'How far away it is',
  count: 'How many deadlines: “3 deadlines”',
  list: 'All of them, one a line',
  agency: "The agency's name",
  today: 'The day of writing',
};

export type MergeValues = Readonly<Partial<Record<MergeField, string>>>;

export type MergeError =
  /** `{{nmae}}`: no such field; */
  | { readonly code: 'unknown-field'; readonly field: string }
  /** A field that this kind of draft has nothing for: a digest goes to nobody by name. */
  | { readonly code: 'no-value'; readonly field: MergeField }
  /** Braces that do not pair up. */
  | { readonly code: 'stray-braces'; readonly near: string };

const isField = (text: string): text is MergeField => (mergeFields as readonly string[]).includes(text);

/** Puts values in the place of `{{field}}`. Fails, and merges nothing, on a field that is unknown or empty, and on stray braces. */
export function merge(template: string, values: MergeValues): Result<string, MergeError> {
  const problems: MergeError[] = [];
  // Values are put in last and never looked at again: a name in braces stays a name.
  const pieces = template.split(/\{\{([^{}]*)\}\}/);
  const merged = pieces.map((piece, index) => {
    if (index % 2 === 0) {
      const stray = /\{\{|\}\}/.exec(piece);
      if (stray !== null) problems.push({ code: 'stray-braces', near: piece.slice(Math.max(0, stray.index - 12), stray.index + 14).trim() });
      return piece;
    }
    const field = piece.trim();
    if (!isField(field)) {
      problems.push({ code: 'unknown-field', field });
      return '';
    }
    const value = values[field];
    if (value === undefined) problems.push({ code: 'no-value', field });
    return value ?? '';
  });
  const [problem] = problems;
  return problem === undefined ? ok(merged.join('')) : fail(problem);
}

/** Why a template was not merged, and what to do. */
export function mergeErrorWords(error: MergeError): string {
  switch (error.code) {
    case 'unknown-field':
      return `There is no field {{${error.field}}}. The fields are ${mergeFields.map((field) => `{{${field}}}`).join(', ')}.`;
    case 'no-value':
      return `{{${error.field}}} has no value in this draft. Take it out of the template, or write the words there.`;
    case 'stray-braces':
      return `Braces near “${error.near}” do not pair up. A field is written {{name}}.`;
  }
}
