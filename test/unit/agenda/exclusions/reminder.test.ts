import { describe, expect, it } from 'vitest';
import { exclusionReminder, levelOn } from '../../../../shared/agenda/exclusions/reminder.ts';
import { importedOn, listAge, versionInForce, versionsOf } from '../../../../shared/agenda/exclusions/versions.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import type { CivilMonth } from '../../../../shared/civil-date.ts';
import { agencyOf, check } from '../../rules/support.ts';
import { candidate, day, decision, judged, searched, version } from './samples.ts';

const remind = (file: AgencyFile, asOf: string) => exclusionReminder(file, judged(file, asOf));
const close = (month: string) => ({ id: `c-${month}`, kind: 'close' as const, month: month as CivilMonth, closedOn: day('2026-05-01'), holes: [], recordedAt: '2026-05-01T12:00:00Z' });

describe('the level', () => {
  it.each([
    ['2026-05-01', 'calm'], ['2026-05-14', 'calm'], ['2026-05-15', 'due'], ['2026-05-21', 'due'], ['2026-05-22', 'urgent'],
    ['2026-05-28', 'urgent'], ['2026-05-29', 'last-days'], ['2026-05-31', 'last-days'],
    ['2026-02-18', 'due'], ['2026-02-19', 'urgent'], ['2026-02-25', 'urgent'], ['2026-02-26', 'last-days'],
  ])('on %s is %s', (on, level) => {
    expect(levelOn(day(on))).toBe(level);
  });
});

describe('the reminder', () => {
  const march = [check('oig-leie', '2026-03-10'), check('la-adverse-actions', '2026-03-10')];
  const closed = { monthRecords: [close('2026-03')] };

  it('rises from the 1st and says what is left, list by list', () => {
    const file = agencyOf({ checks: [...march, check('oig-leie', '2026-04-03')], file: closed });
    expect(remind(file, '2026-04-02')).toMatchObject({
      level: 'calm', daysLeft: 28, closesOn: '2026-04-30', headline: 'April 2026: 0 of 2 searches made, 2 to go · ends 30 Apr 2026, in 28 days',
      lines: [{ words: 'OIG LEIE: 1 search to make of 1, by 30 Apr 2026.' }, { words: 'LDH: 1 search to make of 1, by 30 Apr 2026.' }],
    });
    expect(remind(file, '2026-04-15')).toMatchObject({ level: 'due', lines: [{ about: 'searches', words: 'LDH: 1 search to make of 1, by 30 Apr 2026.' }] });
    expect(remind(file, '2026-04-21')?.level).toBe('urgent');
    expect(remind(file, '2026-04-30')?.level).toBe('last-days');
  });

  it('is done once nothing is left, calm when the month can be closed', () => {
    const file = agencyOf({ checks: [...march, check('oig-leie', '2026-04-03'), check('la-adverse-actions', '2026-04-03')], file: closed });
    expect(remind(file, '2026-04-28')).toMatchObject({ level: 'done', lines: [], headline: 'April 2026: 2 of 2 searches made, nothing left · ends 30 Apr 2026, in 2 days' });
    expect(remind(file, '2026-04-30')).toMatchObject({ level: 'calm', lines: [{ about: 'close', words: 'April 2026 can be closed.' }] });
  });

  it('tells of matches, of the month before, and of reports', () => {
    const found = agencyOf({ checks: [...march, searched('m', '2026-04-03', [candidate('a')]), check('la-adverse-actions', '2026-04-03')] });
    expect(remind(found, '2026-04-05')?.lines).toMatchObject([
      { about: 'matches', words: '1 possible match waits for a decision.', level: 'calm' },
      { about: 'last-month', words: 'March 2026 is not closed; nothing stands in the way.', level: 'due' },
    ]);
    expect(remind(found, '2026-05-05')?.lines.find((line) => line.about === 'last-month')?.words).toBe('April 2026 is not closed: 1 match to decide.');
    const confirmed = { ...found, decisions: [decision('n', 'm', 'a', 'the-person', '2026-04-03')], monthRecords: [close('2026-03')] };
    expect(remind(confirmed, '2026-04-05')).toMatchObject({ level: 'urgent', lines: [{ about: 'report' }], reports: [{ dueOn: '2026-04-17' }] });
    expect(remind(confirmed, '2026-04-18')?.lines.find((line) => line.about === 'report')?.level).toBe('last-days');
  });

  it('warns of a list that is out of date, and says nothing where nobody owes anything', () => {
    const versions = [version('UPDATED', '2026-03-10T12:00:00Z', { publishedOn: day('2026-03-10') })];
    const file = agencyOf({ checks: march, file: { listVersions: versions, monthRecords: [close('2026-03')] } });
    expect(remind(file, '2026-04-24')?.staleLists).toEqual([]);
    expect(remind(file, '2026-04-25')).toMatchObject({ staleLists: [{ days: 46 }] });
    expect(remind(file, '2026-04-25')?.lines.find((line) => line.about === 'list')?.words).toBe('OIG LEIE may be out of date: UPDATED.csv is 46 days old, over 45. Bring in the current list.');
    expect(remind(agencyOf({ agency: { packs: ['personnel-file'] } }), '2026-04-25')).toBeNull();
  });
});

describe('the version in force', () => {
  const versions = [
    version('jan', '2026-01-12T12:00:00Z', { publishedOn: day('2026-01-10') }),
    version('supplement', '2026-02-20T12:00:00Z', { scope: 'supplement' }),
    // Late in the evening in Louisiana: the 12th there, the 13th in UTC.
    version('feb', '2026-02-13T04:00:00Z', { publishedOn: day('2026-02-10') }),
    version('sam', '2026-03-01T12:00:00Z', { list: 'sam' }),
  ];
  const file = agencyOf({ file: { listVersions: versions } });
  const inForce = (on: string, knownAt?: string) => versionInForce(file, 'oig-leie', day(on), knownAt)?.id ?? null;

  it('is the whole list brought in last by that day, in the agency’s time zone', () => {
    expect([inForce('2026-01-11'), inForce('2026-01-12'), inForce('2026-02-11'), inForce('2026-02-12'), inForce('2026-03-31')]).toEqual([null, 'jan', 'jan', 'feb', 'feb']);
    expect(importedOn(file, versions[2] ?? version('x', '2026-01-01T12:00:00Z'))).toBe('2026-02-12');
    expect(inForce('2026-03-31', '2026-02-01')).toBe('jan');
    expect(versionsOf(file, 'oig-leie').map((each) => each.id)).toEqual(['supplement', 'feb', 'jan']);
  });

  it('of one moment the one that stands later in the record wins', () => {
    const twice = agencyOf({ file: { listVersions: [version('a', '2026-01-12T12:00:00Z'), version('b', '2026-01-12T12:00:00Z')] } });
    expect(versionInForce(twice, 'oig-leie', day('2026-01-12'))?.id).toBe('b');
  });

  it('says how old it is', () => {
    expect(listAge(file, 'oig-leie', day('2026-03-27'))).toMatchObject({ days: 45, stale: false, words: 'OIG LEIE: feb.csv is 45 days old.' });
    expect(listAge(file, 'oig-leie', day('2026-03-28'))).toMatchObject({ days: 46, stale: true });
    expect(listAge(file, 'nc-excluded-providers', day('2026-03-28'))).toMatchObject({ version: null, stale: false, words: 'No version of NC list has been brought in yet.' });
    expect(listAge(file, 'sam', day('2026-03-28')).words).toContain('nothing in sam.csv says how old it is');
  });
});
