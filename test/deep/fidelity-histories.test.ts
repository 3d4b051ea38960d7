import { expect, test } from 'vitest';
import { checkHistories } from '../unit/rules/agency/fidelity/random-histories.ts';

test('10,000 random fidelity histories: none throws, none reaches a state without a next step', () => {
  expect(() => { checkHistories(10_000); }).not.toThrow();
});
