import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../shared/audit/kind-of.ts';
import type { Change } from '../../../shared/model/changes.ts';

const of = (...kinds: readonly Change['kind'][]): readonly Change[] => kinds.map((kind) => ({ kind }) as Change);

describe('the kind of an entry', () => {
  it('is a change where nothing weightier is in it', () => {
    expect(kindOf(of('put-person', 'add-document', 'add-evidence'))).toBe('change');
    expect(kindOf([])).toBe('change');
  });

  it('is a screening where checks or a list were recorded, also with their proof', () => {
    expect(kindOf(of('add-document', 'add-check'))).toBe('screening');
    expect(kindOf(of('add-document', 'add-list-version'))).toBe('screening');
  });

  it('is a decision where a match or a month was decided, though a check came with it', () => {
    expect(kindOf(of('add-check', 'add-decision'))).toBe('decision');
    expect(kindOf(of('add-month-record'))).toBe('decision');
  });
});
