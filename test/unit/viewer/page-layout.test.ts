import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf, pageAt, pageGap, scaleOf, steppedZoom, turnedSize, zoomWords } from '../../../renderer/viewer/page-layout.ts';
import { mostPixels, paintedScale } from '../../../renderer/viewer/page-source.ts';

const letter = { width: 612, height: 792 };

describe('the column of pages', () => {
  it('fits the widest page, or the tallest too, or takes the zoom', () => {
    const window = { width: 612 + 2 * pageGap, height: 396 + 2 * pageGap };
    expect(scaleOf('width', [letter], window)).toBe(1);
    expect(scaleOf('page', [letter], window)).toBe(0.5);
    expect(scaleOf('width', [letter, { width: 1224, height: 792 }], window)).toBe(0.5);
    expect(scaleOf(1, [letter], window)).toBeCloseTo(96 / 72);
    expect(zoomWords(96 / 72)).toBe('100 %');
    expect(scaleOf('page', [letter], { width: 0, height: 0 })).toBeGreaterThan(0);
  });

  it('finds the page at every height: its own top is the first of it', () => {
    const size = fc.record({ width: fc.integer({ min: 10, max: 2000 }), height: fc.integer({ min: 10, max: 3000 }) });
    fc.assert(fc.property(fc.array(size, { minLength: 1, maxLength: 40 }), fc.double({ min: 0.1, max: 4, noNaN: true }), (pages, scale) => {
      const layout = layoutOf(pages, scale);
      layout.tops.forEach((top, index) => {
        expect(pageAt(layout, top)).toBe(index + 1);
        expect(pageAt(layout, top - 0.01)).toBe(Math.max(1, index));
      });
      expect(pageAt(layout, -10)).toBe(1);
      expect(pageAt(layout, layout.total + 10)).toBe(pages.length);
    }));
  });

  it('steps up and down, and stays at the ends', () => {
    expect(steppedZoom(96 / 72, 1)).toBe(1.25);
    expect(steppedZoom(96 / 72, -1)).toBe(0.75);
    expect(steppedZoom((96 / 72) * 4, 1)).toBe(4);
    expect(steppedZoom((96 / 72) * 0.25, -1)).toBe(0.25);
    expect(steppedZoom((96 / 72) * 0.9, 1)).toBe(1);
  });

  it('turns sizes with the page, and paints no finer than a canvas holds', () => {
    expect(turnedSize(letter, 90)).toEqual({ width: 792, height: 612 });
    expect(turnedSize(letter, 180)).toEqual(letter);
    expect(paintedScale(letter, 2)).toBe(2);
    const scale = paintedScale({ width: 5000, height: 5000 }, 10);
    expect(5000 * scale * 5000 * scale).toBeLessThanOrEqual(mostPixels * 1.001);
  });
});
