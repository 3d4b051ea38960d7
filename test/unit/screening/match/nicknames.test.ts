import { describe, expect, it } from 'vitest';
import { nicknameLines } from '../../../../shared/screening/match/nickname-table.ts';
import { nicknamesOf } from '../../../../shared/screening/match/nicknames.ts';

const everyName = [...new Set(nicknameLines.flatMap((line) => line.replace(':', '').split(' ')))];

describe('nicknames', () => {
  it.each([
    ['ROBERT', 'BOB'], ['WILLIAM', 'BILL'], ['MARGARET', 'PEGGY'], ['ELIZABETH', 'BETH'], ['KATHERINE', 'CATHY'], ['THERESA', 'TERRY'],
    ['JOSE', 'PEPE'], ['FRANCISCO', 'PACO'], ['GUADALUPE', 'LUPE'], ['JESUS', 'CHUY'], ['ROSARIO', 'CHARO'], ['IGNACIO', 'NACHO'],
    ['ANTOINE', 'TOINE'], ['ETIENNE', 'STEVE'], ['THEOPHILE', 'TEO'], ['PIERRE', 'PETE'],
  ])('%s is %s and %s is its other side', (formal, short) => {
    expect(nicknamesOf(formal)).toContain(short);
    expect(nicknamesOf(short)).toContain(formal);
  });

  it('two nicknames of one name stand for one another', () => {
    expect(nicknamesOf('BETH')).toContain('LIZ');
    expect(nicknamesOf('PACO')).toContain('PANCHO');
  });

  it.each([
    ['ALEX', 'SANDRA'], ['ALEXANDER', 'ALEXANDRA'], ['PATRICK', 'PATRICIA'], ['CHRISTOPHER', 'CHRISTINE'], ['SAMUEL', 'SAMANTHA'],
    ['EDWARD', 'THEODORE'], ['ALBERTO', 'ROBERTO'], ['LUCINDA', 'CYNTHIA'], ['BRADLEY', 'BRADFORD'], ['JOHN', 'JANE'],
  ])('%s and %s, which only share a nickname, do not', (one, other) => {
    expect(nicknamesOf(one).has(other)).toBe(false);
    expect(nicknamesOf(other).has(one)).toBe(false);
  });

  it('a name that is not in the table has none', () => {
    expect(nicknamesOf('QWERTY').size).toBe(0);
    expect(nicknamesOf('').size).toBe(0);
  });

  it('every line reads NAMES: FORMS, A to Z, no name twice, and says something', () => {
    expect(nicknameLines.filter((line) => !/^[A-Z]{2,}(?: [A-Z]{2,})*: [A-Z]{2,}(?: [A-Z]{2,})*$/u.test(line))).toEqual([]);
    const repeating = nicknameLines.filter((line) => {
      const names = line.replace(':', '').split(' ');
      return new Set(names).size !== names.length;
    });
    expect(repeating).toEqual([]);
    expect(nicknameLines.length).toBeGreaterThan(350);
  });

  it('is symmetric over the whole table, and no name stands for itself', () => {
    const oneSided = everyName.flatMap((name) => [...nicknamesOf(name)].filter((other) => !nicknamesOf(other).has(name)).map((other) => `${name} ${other}`));
    expect(oneSided).toEqual([]);
    expect(everyName.filter((name) => nicknamesOf(name).has(name) || nicknamesOf(name).size === 0)).toEqual([]);
  });
});
