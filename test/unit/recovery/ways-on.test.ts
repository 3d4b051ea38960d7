import { describe, expect, it } from 'vitest';
import type { OpenFailure } from '../../../renderer/db/failures.ts';
import { salvageWords } from '../../../renderer/features/recovery/use-salvage.ts';
import { goneWords, waysOn, type Circumstances } from '../../../renderer/features/recovery/ways-on.ts';
import { smallAgency } from '../model/small-agency.ts';

const failures: readonly OpenFailure[] = [
  { code: 'not-here' },
  { code: 'damaged', where: 'people[0]', detail: 'x' },
  { code: 'lost-entries', seen: 9, found: 7 },
  { code: 'storage-failed', detail: 'UnknownError' },
  { code: 'keys-missing', keys: 'damaged' },
  { code: 'newer', found: 3, known: 2 },
  { code: 'locked' },
  { code: 'in-use' },
  { code: 'storage-full' },
];
const known: Circumstances = { keys: true, users: [{ id: 'u1', name: 'Ines Fontenot' }, { id: 'u2', name: 'Paul Guidry' }], entriesSeen: 214, backups: { folder: null, lastGood: null } };

describe('the ways on', () => {
  it.each(failures)('from $code lead back, to a backup and to the first screen, each once', (failure) => {
    const ways = waysOn(failure);
    for (const way of ['restore', 'try-again', 'leave'] as const) expect(ways).toContain(way);
    expect(new Set(ways).size).toBe(ways.length);
    expect(ways.at(-1)).toBe('leave');
  });

  it('begin with the backup where something is lost, and with another try where nothing is', () => {
    expect(failures.filter((failure) => waysOn(failure)[0] === 'restore').map(({ code }) => code)).toEqual(['not-here', 'damaged', 'lost-entries', 'storage-failed', 'keys-missing']);
    expect(failures.filter((failure) => waysOn(failure)[0] === 'try-again').map(({ code }) => code)).toEqual(['newer', 'locked', 'in-use', 'storage-full']);
  });

  it('offer to save what can be read wherever there is something to read with keys that exist', () => {
    expect(failures.filter((failure) => !waysOn(failure).includes('save-readable')).map(({ code }) => code)).toEqual(['not-here', 'keys-missing']);
  });
});

describe('an agency whose database is gone', () => {
  it('is told as that where its keys are here, with whose it is and how much was recorded', () => {
    const words = goneWords({ code: 'not-here' }, known);
    expect(words?.title).toContain('gone');
    expect(words?.happened).toContain('Ines Fontenot, Paul Guidry');
    expect(words?.happened).toContain('214 entries');
    expect(words?.safe).toMatch(/Nothing was written over.*restore it/s);
    expect(goneWords({ code: 'not-here' }, { ...known, users: [], entriesSeen: null })?.happened).toMatch(/^Its keys are here, but the database is not\. A damaged/);
  });

  it('is not one without keys, or when it failed for another reason', () => {
    expect(goneWords({ code: 'not-here' }, { ...known, keys: false })).toBeNull();
    expect(failures.slice(1).map((failure) => goneWords(failure, known))).toEqual(failures.slice(1).map(() => null));
  });
});

describe('what was saved', () => {
  it('is counted, what was not is named, and that it lies open is said', () => {
    expect(salvageWords({ file: smallAgency(), records: 1, lost: [], whole: true })).toBe(
      '1 record saved. None was unreadable. The file can be opened from the first screen. The file is not encrypted: keep it where only you can read it, and delete it when the agency is open again.',
    );
    const lost = ['evidence e1', 'evidence e2', 'evidence e3', 'evidence e4', 'evidence e5', 'people p1'];
    expect(salvageWords({ file: smallAgency(), records: 40, lost, whole: false })).toContain('6 records could not be read: evidence e1, evidence e2, evidence e3, evidence e4, evidence e5 and 1 more. Some records refer to');
  });
});
