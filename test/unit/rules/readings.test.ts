import { expect, test } from 'vitest';
import { readingsPage } from '../../../shared/rules/readings.ts';

test('docs/rule-readings.md is what the packs say (npx vitest run test/unit/rules/readings.test.ts -u writes it)', async () => {
  await expect(readingsPage()).toMatchFileSnapshot('../../../docs/rule-readings.md');
});
