import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf } from '../../../renderer/ui/window-axis.ts';

describe('the shared axis', () => {
  const axis = axisOf(1000, 1400, [1500, 1800]);

  it('gives the 100 days before the anchor 30 % of the width', () => {
    expect(axis.at(900)).toBe(0);
    expect(axis.at(950)).toBeCloseTo(0.15);
    expect(axis.at(1000)).toBeCloseTo(0.3);
    expect(axis.at(1400)).toBeCloseTo(0.65);
    expect(axis.at(1800)).toBe(1);
  });

  it('keeps what lies outside at the edge', () => {
    expect(axis.at(0)).toBe(0);
    expect(axis.at(9999)).toBe(1);
  });

  it('shows at least 400 days after the anchor, and 30 beyond the day looked at', () => {
    expect(axisOf(1000, 1010, []).last).toBe(1400);
    expect(axisOf(1000, 2000, []).last).toBe(2030);
  });

  it('never turns back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }), (one, other) => (one <= other ? axis.at(one) <= axis.at(other) : axis.at(one) >= axis.at(other))),
    );
  });
});
