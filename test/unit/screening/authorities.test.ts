import { describe, expect, it } from 'vitest';
import { authorityOf } from '../../../shared/screening/lists/authorities.ts';

describe('the authority of an exclusion', () => {
  it.each([
    ['1128a1', '1128(a)(1)', 'mandatory, at least 5 years'],
    ['1128b4', '1128(b)(4)', ''],
    ['1128b14', '1128(b)(14)', ''],
    ['1128b2', '1128(b)(2)', 'baseline 3 years'],
    ['1128Aa', '1128A(a)', ''],
    ['1128c3gi', '1128(c)(3)(G)(i)', 'at least 10 years'],
    ['1128c3gii', '1128(c)(3)(G)(ii)', 'permanent'],
    ['1156', '1156', ''],
    ['BRCH CIA', 'Breach of CIA', ''],
  ])('%s is %s', (code, citation, length) => {
    const authority = authorityOf(code);
    expect(authority).toMatchObject({ citation, length });
    expect(authority?.meaning).not.toBe('');
  });

  it('reads codes however they are written', () => {
    const printed = authorityOf('1128b4');
    for (const code of ['1128B4', ' 1128(b)(4) ', '1128 b4', '1128b4   ']) expect(authorityOf(code)).toEqual(printed);
    expect(authorityOf('1128b8A')).not.toEqual(authorityOf('1128b8'));
  });

  it('prints a code it does not know as it is, and nothing for none', () => {
    expect(authorityOf(' 1128b99 ')).toEqual({ citation: '1128b99', meaning: '', length: '' });
    // Names every object has are no codes.
    expect(authorityOf('constructor')).toEqual({ citation: 'constructor', meaning: '', length: '' });
    expect(authorityOf('  ')).toBeNull();
  });
});
