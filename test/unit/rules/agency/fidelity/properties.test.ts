import { expect, test } from 'vitest';
import { checkHistories, checkVerdicts } from './random-histories.ts';

test('no random history throws or ends in a state without a next step', () => {
  expect(() => { checkHistories(200); }).not.toThrow();
});

test('every verdict on a random history is explained and leads somewhere', () => {
  expect(() => { checkVerdicts(200); }).not.toThrow();
});
