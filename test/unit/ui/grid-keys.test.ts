import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedBy } from '../../../renderer/ui/grid-keys.ts';
import { matchesKeys } from '../../../renderer/ui/keys.ts';

const key = (name: string, held: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean; shiftKey?: boolean } = {}) => ({
  key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held,
});
const size = { rows: 10, columns: 4, page: 3 };
const at = { row: 4, column: 1 };

describe('moving in a grid', () => {
  it.each([
    ['ArrowUp', {}, { row: 3, column: 1 }],
    ['ArrowDown', {}, { row: 5, column: 1 }],
    ['ArrowLeft', {}, { row: 4, column: 0 }],
    ['ArrowRight', {}, { row: 4, column: 2 }],
    ['PageDown', {}, { row: 7, column: 1 }],
    ['PageUp', {}, { row: 1, column: 1 }],
    ['Home', {}, { row: 4, column: 0 }],
    ['End', {}, { row: 4, column: 3 }],
    ['Home', { ctrlKey: true }, { row: 0, column: 0 }],
    ['End', { metaKey: true }, { row: 9, column: 3 }],
    ['ArrowDown', { ctrlKey: true }, { row: 9, column: 1 }],
    ['ArrowLeft', { ctrlKey: true }, { row: 4, column: 0 }],
  ] as const)('%s %j', (name, held, expected) => {
    expect(movedBy(key(name, held), at, size)).toEqual(expected);
  });

  it('stays inside, wherever it begins', () => {
    const names = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.array(fc.tuple(names, fc.boolean())), (rows, columns, presses) => {
        let place = { row: 0, column: 0 };
        for (const [name, ctrlKey] of presses) place = movedBy(key(name, { ctrlKey }), place, { rows: rows + 1, columns: columns + 1, page: 5 }) ?? place;
        return place.row >= 0 && place.row <= rows && place.column >= 0 && place.column <= columns;
      }),
    );
  });

  it('does nothing with other keys, with Alt, or in an empty grid', () => {
    expect(movedBy(key('a'), at, size)).toBeNull();
    expect(movedBy(key('ArrowUp', { altKey: true }), at, size)).toBeNull();
    expect(movedBy(key('ArrowUp'), at, { rows: 0, columns: 4, page: 1 })).toBeNull();
  });
});

describe('keys by name', () => {
  it.each([
    ['Ctrl+Shift+F', key('F', { ctrlKey: true, shiftKey: true }), true],
    ['Ctrl+Shift+F', key('f', { ctrlKey: true }), false],
    ['Ctrl+E', key('e', { metaKey: true }), true],
    ['P', key('p'), true],
    ['P', key('p', { ctrlKey: true }), false],
    ['P', key('P', { shiftKey: true }), false],
    ['?', key('?', { shiftKey: true }), true],
    ['?', key('?'), true],
    ['/', key('/'), true],
    ['Alt+2', key('2', { altKey: true }), true],
    ['Escape', key('Escape'), true],
  ] as const)('%s is %j: %s', (name, event, expected) => {
    expect(matchesKeys(event, name)).toBe(expected);
  });
});
