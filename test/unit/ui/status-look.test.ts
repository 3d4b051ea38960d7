import { describe, expect, it } from 'vitest';
import { glyphNames } from '../../../renderer/ui/glyph.tsx';
import { statusPrecedence } from '../../../shared/rules/status.ts';
import { lookOf } from '../../../shared/status-look.ts';

describe('how a status looks', () => {
  it('has a shape of its own that the page can draw', () => {
    const glyphs = statusPrecedence.map((status) => lookOf(status).glyph);
    expect(new Set(glyphs).size).toBe(statusPrecedence.length);
    expect([...glyphs].sort()).toEqual([...glyphNames].sort());
  });

  it('has a word of its own', () => {
    expect(new Set(statusPrecedence.map((status) => lookOf(status).word)).size).toBe(statusPrecedence.length);
  });
});
