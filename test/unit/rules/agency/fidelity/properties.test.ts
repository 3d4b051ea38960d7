import { expect, test } from 'vitest';
import { checkHistories } from './random-histories.ts';

test('no random history throws or ends in a state without a next step', () => {
  expect(() => { checkHistories(200); }).not.toThrow();
});
