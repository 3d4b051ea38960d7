import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { agencyFileSchema } from '../../../shared/agency-file/schema.ts';

const page = readFileSync(new URL('../../../docs/agency-file.md', import.meta.url), 'utf8');

/** Every key and every closed value a schema knows. */
function wordsOf(schema: z.core.$ZodType, found: Set<string> = new Set()): Set<string> {
  if (schema instanceof z.ZodObject) {
    for (const [key, inner] of Object.entries<z.core.$ZodType>(schema.shape)) {
      found.add(key);
      wordsOf(inner, found);
    }
  } else if (schema instanceof z.ZodArray) wordsOf(schema.def.element, found);
  else if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) wordsOf(schema.def.innerType, found);
  else if (schema instanceof z.ZodUnion) for (const option of schema.def.options) wordsOf(option, found);
  else if (schema instanceof z.ZodEnum) for (const option of schema.options) found.add(String(option));
  else if (schema instanceof z.ZodLiteral) for (const value of schema.values) found.add(String(value));
  return found;
}

describe('docs/agency-file.md', () => {
  it('names every key and every value of the format', () => {
    const words = wordsOf(agencyFileSchema);
    expect(words.size).toBeGreaterThan(200);
    expect([...words].filter((word) => !new RegExp(`(?<![\\w-])${word.replaceAll('.', '\\.')}(?![\\w-])`).test(page))).toEqual([]);
  });
});
