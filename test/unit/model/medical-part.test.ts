import { expect, it } from 'vitest';
import { medicalKinds } from '../../../shared/model/evidence.ts';
import { joined, partsOf } from '../../../shared/model/medical-part.ts';
import { evidence } from './small-agency.ts';

it.each(medicalKinds)('the note of %s is apart, result and dates are not, and together they are what they were', (kind) => {
  const item = evidence('e1', 'p1', { kind, note: 'Induration 12 mm' });
  const { general, medical } = partsOf('evidence', item);
  expect(medical).toEqual({ note: 'Induration 12 mm' });
  expect(general).toEqual(Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'note')));
  expect(joined(general, medical)).toEqual(item);
  expect(joined(general, null)).toEqual(general);
});

it('nothing else has a medical part', () => {
  const card = evidence('e1', 'p1', { kind: 'cpr-first-aid', note: 'Seen' } as never);
  expect(partsOf('evidence', card)).toEqual({ general: card, medical: null });
  const withoutNote = evidence('e2', 'p1');
  expect(partsOf('evidence', withoutNote)).toEqual({ general: withoutNote, medical: null });
  const acknowledgement = { kind: 'tb-test', note: 'Explained' };
  expect(partsOf('acknowledgements', acknowledgement)).toEqual({ general: acknowledgement, medical: null });
  expect(partsOf('evidence', null)).toEqual({ general: null, medical: null });
});
