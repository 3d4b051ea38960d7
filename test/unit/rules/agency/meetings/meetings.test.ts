import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../../shared/civil-date.ts';
import { judgeMeeting } from '../../../../../shared/rules/agency/meetings/judge.ts';
import type { AgencyRecord } from '../../../../../shared/model/agency-records/agency-record.ts';
import type { MeetingRule } from '../../../../../shared/rules/agency/row.ts';
import { contextOf, figure, figures, judged, meeting, missingOf, mode, personOf, statusOf, treatmentTeam, type, weekly, weeklyRule } from './support.ts';

// Monday 2 March 2026; three full weeks of it, and Wednesday 25 March in the fourth.
const three = weekly('2026-03-02', 3, ['a', 'b']);

describe('weekly supervision', () => {
  it('is met week by week, and silent while this week is open', () => {
    const verdict = judged(weeklyRule(), { asOf: '2026-03-24', records: three });
    expect(verdict.periods?.map(({ period, status }) => `${period} ${status}`)).toEqual(['2026-03-09 met', '2026-03-16 met', '2026-03-23 not-yet-due']);
    expect(verdict).toMatchObject({ status: 'met', onTime: true, validNow: true, dueOn: '2026-03-29', validThrough: '2026-03-22', missing: ['no session'] });
  });

  it('judges the first week of a log only where it was whole', () => {
    expect(statusOf(judged(weeklyRule(), { asOf: '2026-03-24', records: [meeting('2026-03-02', ['a', 'b']), ...three] }), '2026-03-02')).toBe('met');
  });

  it('is due soon from Thursday, a gap from Monday', () => {
    expect(judged(weeklyRule(), { asOf: '2026-03-25', records: three }).status).toBe('met');
    expect(judged(weeklyRule(), { asOf: '2026-03-26', records: three }).status).toBe('due-soon');
    expect(judged(weeklyRule(), { asOf: '2026-03-29', records: three }).status).toBe('due-soon');
    const closed = judged(weeklyRule(), { asOf: '2026-03-30', records: three });
    expect(closed).toMatchObject({ status: 'gap', onTime: false, validNow: false, lapses: [{ from: '2026-03-23', to: '2026-03-29' }] });
  });

  it('is not repaired by two sessions in the next week', () => {
    const records = [...three, meeting('2026-03-30', ['a', 'b']), meeting('2026-03-31', ['a', 'b'])];
    expect(statusOf(judged(weeklyRule(), { asOf: '2026-04-06', records }), '2026-03-23')).toBe('gap');
  });

  it.each([['2026-03-23', 'met'], ['2026-03-29', 'met'], ['2026-03-22', 'gap'], ['2026-03-30', 'gap']])('a session on %s leaves the week of 23 March %s', (day, status) => {
    expect(statusOf(judged(weeklyRule(), { asOf: '2026-04-05', records: [...three, meeting(day, ['a', 'b'])] }), '2026-03-23')).toBe(status);
  });

  it('names who was not there', () => {
    const verdict = judged(weeklyRule(), { asOf: '2026-03-30', records: [...three, meeting('2026-03-25', ['a'])] });
    expect(verdict.status).toBe('incomplete');
    expect(missingOf(verdict, '2026-03-23')).toEqual(['B Ample: no session']);
  });

  it('adds individual sessions up, and counts unit meetings', () => {
    const records = [...three, meeting('2026-03-24', ['a'], { individual: true }), meeting('2026-03-27', ['b'], type('unit'))];
    expect(statusOf(judged(weeklyRule(), { asOf: '2026-03-30', records }), '2026-03-23')).toBe('met');
  });

  it('does not look at sessions after the day judged', () => {
    const records = [...three, meeting('2026-03-25', ['a', 'b'])];
    expect(statusOf(judged(weeklyRule(), { asOf: '2026-03-24', records }), '2026-03-23')).toBe('not-yet-due');
    expect(statusOf(judged(weeklyRule(), { asOf: '2026-03-25', records }), '2026-03-23')).toBe('met');
  });

  it('keeps the weeks of a year end whole', () => {
    const records = [...weekly('2026-12-14', 2, ['a', 'b']), meeting('2027-01-01', ['a', 'b'])];
    const verdict = judged(weeklyRule(), { asOf: '2027-01-05', records });
    expect(verdict.periods?.map(({ period, status }) => `${period} ${status}`)).toEqual(['2026-12-21 met', '2026-12-28 met', '2027-01-04 not-yet-due']);
  });

  it('explains itself', () => {
    const { reason, brief, headline, sums, arithmetic, missing, effect } = judged(weeklyRule({ reliefMembers: 9 }), { asOf: '2026-03-30', records: [...three, meeting('2026-03-25', ['a'])] }).explain();
    expect(reason).toBe('2 of 3 closed weeks complete since 4 Mar 2026. Week of 23 Mar 2026 is incomplete (B Ample: no session, caseload not attested). Week of 30 Mar 2026 is open: no session. Supervision or vocational unit meeting every week with every specialist; every second week is enough for whom at most 9 active members are attested. A later meeting does not repair a closed week.');
    expect({ brief, headline, missing, effect }).toEqual({
      brief: '2 of 3 closed weeks complete', headline: 'Weekly supervision: 1 week incomplete', missing: 'No session', effect: 'Permanent. A later meeting does not repair a closed week.',
    });
    expect(sums[0]).toBe('4 Mar 2026 to 30 Mar 2026: 3 closed weeks, 2 complete, 1 not.');
    expect(arithmetic.map((line) => line.value)).toEqual(['3', '2', '1']);
  });
});

describe('every second week for a small caseload', () => {
  // B takes part in the weeks of 2 and 16 March only.
  const alternating = [meeting('2026-03-02', ['a', 'b']), meeting('2026-03-09', ['a']), meeting('2026-03-16', ['a', 'b']), meeting('2026-03-23', ['a'])];
  const relief = weeklyRule({ reliefMembers: 9 });
  const withMembers = (members: number): readonly AgencyRecord[] => [...alternating, figures('2026-03', '2026-03-31', [figure('active-members', members, 'b')])];

  it.each([[9, 'met'], [10, 'incomplete']])('with %i active members it is %s', (members, status) => {
    const verdict = judged(relief, { asOf: '2026-03-31', records: withMembers(members), recordsFrom: '2026-03-01' });
    expect(statusOf(verdict, '2026-03-09')).toBe(status);
    expect(statusOf(verdict, '2026-03-23')).toBe(status);
  });

  it('is not accepted for a number nobody attested', () => {
    const verdict = judged(relief, { asOf: '2026-03-31', records: alternating, recordsFrom: '2026-03-01' });
    expect(missingOf(verdict, '2026-03-09')).toEqual(['B Ample: no session, caseload not attested']);
  });

  it('is not accepted where the rule gives no relief', () => {
    expect(statusOf(judged(weeklyRule(), { asOf: '2026-03-31', records: withMembers(3), recordsFrom: '2026-03-01' }), '2026-03-09')).toBe('incomplete');
  });

  it('is broken by a second week without', () => {
    const records = [...withMembers(4), meeting('2026-03-30', ['a'])];
    const verdict = judged(relief, { asOf: '2026-04-06', records, recordsFrom: '2026-03-01' });
    expect(missingOf(verdict, '2026-03-30')).toEqual(['B Ample: none in two weeks']);
  });

  it('does not spare the unit its weekly session', () => {
    const records = [meeting('2026-03-02', ['a', 'b']), meeting('2026-03-16', ['a', 'b']), figures('2026-03', '2026-03-31', [figure('active-members', 2, 'a'), figure('active-members', 2, 'b')])];
    expect(statusOf(judged(relief, { asOf: '2026-03-31', records, recordsFrom: '2026-03-01' }), '2026-03-09')).toBe('gap');
  });

  it('rests on a number of the last two months', () => {
    const old = (period: string): string => statusOf(judged(relief, { asOf: '2026-03-31', records: [...alternating, figures(period, '2026-02-10', [figure('active-members', 5, 'b')])], recordsFrom: '2026-03-01' }), '2026-03-09');
    expect(old('2026-01')).toBe('met');
    expect(old('2025-12')).toBe('incomplete');
  });

  it('says whose every second week was enough', () => {
    const { sums } = judged(relief, { asOf: '2026-03-31', records: withMembers(7), recordsFrom: '2026-03-01' }).explain();
    expect(sums.at(-1)).toBe('Every second week was enough for B Ample: 7 attested active members.');
  });
});

describe('who owes a week', () => {
  const records = weekly('2026-03-02', 4, ['a']);
  const week = '2026-03-16';
  const verdict = (fields: Parameters<typeof personOf>[2], role: Parameters<typeof personOf>[1] = 'ips-specialist'): string =>
    statusOf(judged(weeklyRule(), { asOf: '2026-03-31', records, recordsFrom: '2026-03-01', people: [personOf('a'), personOf('b', role, fields)] }), week);

  it.each([['2026-03-16', 'incomplete'], ['2026-03-17', 'met']])('hired on %s: %s', (hiredOn, status) => {
    expect(verdict({ hiredOn: civilDate(hiredOn) })).toBe(status);
  });

  it.each([['2026-03-20', 'incomplete'], ['2026-03-19', 'met']])('last day %s: %s', (endedOn, status) => {
    expect(verdict({ endedOn: civilDate(endedOn) })).toBe(status);
  });

  it.each([['2026-03-20', 'met'], ['2026-03-15', 'incomplete'], ['2026-03-16', 'met']])('on leave from 9 March to %s: %s', (to, status) => {
    expect(verdict({ leaves: [{ from: civilDate('2026-03-09'), to: civilDate(to) }] })).toBe(status);
  });

  it('is not who leads the team, a candidate, or somebody outside IPS', () => {
    expect(verdict({}, 'ips-supervisor')).toBe('met');
    expect(verdict({}, 'other-direct-care')).toBe('met');
    const { hiredOn, ...planned } = personOf('b').employments[0] ?? { hiredOn: undefined, id: '', kind: 'employee' as const, directCare: true, roles: [] };
    expect(hiredOn).toBeDefined();
    const people = [personOf('a'), { ...personOf('b'), employments: [{ ...planned, plannedHireOn: civilDate('2026-03-02') }] }];
    expect(statusOf(judged(weeklyRule(), { asOf: '2026-03-31', records, recordsFrom: '2026-03-01', people }), week)).toBe('met');
  });

  it('a promotion in mid-week is the same person all week', () => {
    const roles = [{ role: 'ips-peer-specialist' as const, from: civilDate('2020-01-06'), to: civilDate('2026-03-18'), teamId: 't' }, { role: 'ips-specialist' as const, from: civilDate('2026-03-19'), teamId: 't' }];
    expect(verdict({ roles })).toBe('incomplete');
  });

  it('nobody in the team owes nothing', () => {
    expect(judgeMeeting(contextOf(weeklyRule(), { asOf: '2026-03-31', records, people: [personOf('s', 'ips-supervisor')] }))).toBeNull();
  });
});

describe('what is judged back', () => {
  const old = weekly('2024-01-01', 160, ['a', 'b']);
  const first = (world: Partial<Parameters<typeof judged>[1]>): string | undefined => judged(weeklyRule(), { asOf: '2026-11-22', records: old, ...world }).periods?.[0]?.period;

  it('is twelve months', () => expect(first({})).toBe('2025-11-24'));
  it('is cut by where the records begin, the team, and the pack', () => {
    expect(first({ recordsFrom: '2026-03-02' })).toBe('2026-03-02');
    expect(first({ recordsFrom: '2026-03-03' })).toBe('2026-03-09');
    expect(first({ team: { implementedOn: civilDate('2026-05-01') } })).toBe('2026-05-04');
    expect(first({ demandedFrom: '2026-06-01' })).toBe('2026-06-01');
  });
  it('is the open period only where nothing was ever logged', () => expect(judged(weeklyRule(), { asOf: '2026-11-22', records: [] }).periods?.map((each) => each.period)).toEqual(['2026-11-16']));
  it('goes back without a log where the agency says since when it keeps records', () => expect(judged(weeklyRule(), { asOf: '2026-03-30', records: [], recordsFrom: '2026-03-02' }).status).toBe('gap'));
  it('a figure begins the log as a meeting does', () => expect(judged(weeklyRule(), { asOf: '2026-03-30', records: [figures('2026-03', '2026-03-05', [figure('active-members', 4, 'a')])] }).periods?.[0]?.period).toBe('2026-03-02'));
});

describe('treatment teams', () => {
  const attended: MeetingRule = { kind: 'meeting', meetings: ['treatment-team'], every: 'week', per: 'specialist', reliefMembers: 9 };
  const east = treatmentTeam('East', ['a', 'b'], { id: 'east' });
  const west = treatmentTeam('West', ['b'], { id: 'west' });
  const at = (day: string, id: string | undefined, people: readonly string[]): AgencyRecord => meeting(day, people, { meeting: 'treatment-team', ...(id !== undefined && { treatmentTeamId: id }) });
  const people = [personOf('a'), personOf('b')];
  const week = (records: readonly AgencyRecord[]): ReturnType<typeof judged> => judged(attended, { asOf: '2026-03-16', records, recordsFrom: '2026-03-09', people });

  it('each specialist at each of theirs', () => {
    const both = [east, west, at('2026-03-10', 'east', ['a', 'b'])];
    expect(missingOf(week(both), '2026-03-09')).toEqual(['B Ample: not at West, caseload not attested']);
    expect(statusOf(week([...both, at('2026-03-12', 'west', ['b'])]), '2026-03-09')).toBe('met');
  });

  it('follows a treatment team through its corrections', () => {
    const corrected = { ...treatmentTeam('East side', ['a', 'b'], { id: 'east-2', supersedes: 'east' }), recordedAt: '2026-02-01T12:00:00Z' };
    expect(statusOf(week([east, corrected, at('2026-03-10', 'east', ['a', 'b'])]), '2026-03-09')).toBe('met');
  });

  it('a meeting without the name of its team counts where there is one team only', () => {
    expect(statusOf(week([east, at('2026-03-10', undefined, ['a', 'b'])]), '2026-03-09')).toBe('met');
    expect(statusOf(week([east, west, at('2026-03-10', undefined, ['a', 'b'])]), '2026-03-09')).toBe('gap');
  });

  it('who is attached to none is a question', () => {
    const verdict = week([treatmentTeam('East', ['a'], { id: 'east' }), at('2026-03-10', 'east', ['a'])]);
    expect(statusOf(verdict, '2026-03-09')).toBe('review');
    expect(missingOf(verdict, '2026-03-09')).toEqual(['B Ample: attached to no treatment team']);
  });

  it.each([['2026-03-09', 'gap'], ['2026-03-10', 'absent']])('attached from %s: %s', (from, status) => {
    const records = [{ ...treatmentTeam('East', []), members: [{ personId: 'a', from: civilDate(from) }] }, meeting('2026-03-04', ['a'])];
    expect(statusOf(judged(attended, { asOf: '2026-03-16', records, recordsFrom: '2026-03-02', people: [personOf('a')] }), '2026-03-09')).toBe(status);
  });

  it('the supervisor comes to each of them in every quarter', () => {
    const rule: MeetingRule = { kind: 'meeting', meetings: ['supervisor-treatment-team'], every: 'quarter', per: 'treatment-team' };
    const visit = (day: string, id: string): AgencyRecord => meeting(day, ['s'], { meeting: 'supervisor-treatment-team', treatmentTeamId: id });
    const quarter = (records: readonly AgencyRecord[], asOf = '2026-04-01'): ReturnType<typeof judged> => judged(rule, { asOf, records: [east, west, ...records], recordsFrom: '2026-01-01' });
    expect(statusOf(quarter([visit('2026-01-01', 'east'), visit('2026-03-31', 'west')]), '2026-Q1')).toBe('met');
    expect(missingOf(quarter([visit('2026-01-01', 'east'), visit('2026-04-01', 'west')]), '2026-Q1')).toEqual(['West: no meeting']);
    // Logged as a meeting of the treatment team at which the supervisor was.
    expect(statusOf(quarter([visit('2026-01-01', 'east'), at('2026-02-02', 'west', ['b', 's'])]), '2026-Q1')).toBe('met');
    expect(statusOf(quarter([], '2026-02-28'), '2026-Q1')).toBe('not-yet-due');
    expect(statusOf(quarter([], '2026-03-01'), '2026-Q1')).toBe('due-soon');
    expect(statusOf(quarter([]), '2026-Q1')).toBe('gap');
    expect(statusOf(judged(rule, { asOf: '2026-04-01', records: [], recordsFrom: '2026-01-01' }), '2026-Q1')).toBe('review');
  });
});

describe('video and telephone', () => {
  const rule: MeetingRule = { kind: 'meeting', meetings: ['unit'], every: 'week', per: 'staff', noTelephone: true, videoPerMonth: 3 };
  const people = [personOf('a', 'employment-support-professional'), personOf('c', 'program-assistant'), personOf('s', 'team-lead')];
  const unit = (day: string, by: 'in-person' | 'video' | 'telephone', who = ['a', 'c']): AgencyRecord => meeting(day, who, { ...type('unit'), ...mode(by) });
  const march = (...records: readonly AgencyRecord[]): ReturnType<typeof judged> => judged(rule, { asOf: '2026-03-30', records, recordsFrom: '2026-03-02', people });

  it('three by video in a month count, the fourth does not', () => {
    const three = [unit('2026-03-03', 'video'), unit('2026-03-10', 'video'), unit('2026-03-17', 'video')];
    const fourth = march(...three, unit('2026-03-24', 'video'));
    expect(statusOf(fourth, '2026-03-16')).toBe('met');
    expect(statusOf(fourth, '2026-03-23')).toBe('gap');
    expect(missingOf(fourth, '2026-03-23')).toEqual(['by video, after 3 others in Mar 2026']);
    expect(march(...three, unit('2026-03-24', 'in-person')).validNow).toBe(true);
  });

  it('counts calendar months: a week over the end of one has the next month’s video', () => {
    const records = [unit('2026-03-03', 'video'), unit('2026-03-10', 'video'), unit('2026-03-17', 'video'), unit('2026-03-24', 'in-person'), unit('2026-04-01', 'video')];
    expect(statusOf(judged(rule, { asOf: '2026-04-06', records, recordsFrom: '2026-03-02', people }), '2026-03-30')).toBe('met');
  });

  it('telephone never counts', () => {
    const verdict = march(unit('2026-03-03', 'telephone'));
    expect(missingOf(verdict, '2026-03-02')).toEqual(['by telephone, which does not count']);
    expect(statusOf(verdict, '2026-03-02')).toBe('gap');
  });

  it('everybody of the team is looked at, but not who leads it', () => {
    expect(missingOf(march(unit('2026-03-03', 'in-person', ['a'])), '2026-03-02')).toEqual(['C Ample: no session']);
    expect(statusOf(march(unit('2026-03-03', 'in-person', ['a', 'c'])), '2026-03-02')).toBe('met');
  });
});

describe('months', () => {
  const dvrs: MeetingRule = { kind: 'meeting', meetings: ['vr'], every: 'month', per: 'unit', noTelephone: true };
  const vr = (day: string, fields = {}): AgencyRecord => meeting(day, ['a'], { ...type('vr'), ...fields });

  it.each([['2026-03-31', 'met'], ['2026-04-01', 'gap'], ['2026-03-01', 'met'], ['2026-02-28', 'gap']])('a meeting on %s leaves March %s', (day, status) => {
    expect(statusOf(judged(dvrs, { asOf: '2026-04-02', records: [vr(day)], recordsFrom: '2026-03-01' }), '2026-03')).toBe(status);
  });

  it('the open month is due soon ten days before its end', () => {
    const on = (asOf: string): string => statusOf(judged(dvrs, { asOf, records: [] }), '2026-03');
    expect([on('2026-03-20'), on('2026-03-21')]).toEqual(['not-yet-due', 'due-soon']);
  });

  describe('owed where members are shared', () => {
    const lrs: MeetingRule = { kind: 'meeting', meetings: ['vr'], every: 'month', per: 'unit', ifShared: true };
    const march = (...records: readonly AgencyRecord[]): string => statusOf(judged(lrs, { asOf: '2026-04-02', records: [meeting('2026-02-02', ['a']), ...records] }), '2026-03');
    const shared = (value: number, period = '2026-03', personId?: string): AgencyRecord => figures(period, '2026-04-01', [figure('shared-members', value, personId)]);

    it.each([[1, 'gap'], [0, 'not-applicable']])('%i shared without a meeting: %s', (value, status) => expect(march(shared(value))).toBe(status));
    it('met with a meeting, whatever is attested', () => expect([march(vr('2026-03-31')), march(vr('2026-03-31'), shared(2))]).toEqual(['met', 'met']));
    it('a question where nobody attested', () => expect(march()).toBe('review'));
    it('adds the specialists up', () => {
      expect(march(shared(0, '2026-03', 'a'))).toBe('review');
      expect(march(shared(0, '2026-03', 'a'), shared(0, '2026-03', 'b'))).toBe('not-applicable');
      expect(march(shared(0, '2026-03', 'a'), shared(1, '2026-03', 'b'))).toBe('gap');
    });
    it('a quarter without any speaks for its months', () => expect([march(shared(0, '2026-Q1')), march(shared(2, '2026-Q1'))]).toEqual(['not-applicable', 'gap']));
    it('is a question of the month while it is open', () => {
      const verdict = judged(lrs, { asOf: '2026-03-05', records: [] });
      expect(verdict).toMatchObject({ status: 'not-yet-due', missing: ['attest whether members are shared'] });
    });
  });

  it('field accompaniment for those flagged, from the first whole month', () => {
    const rule: MeetingRule = { kind: 'meeting', meetings: ['field-mentoring'], every: 'month', per: 'field-support' };
    const flag = (from: string, to?: string): AgencyRecord => ({ kind: 'field-support', id: `f-${from}`, teamId: 't', personId: 'a', from: civilDate(from), ...(to !== undefined && { to: civilDate(to) }), reason: 'new', recordedAt: '2026-01-01T12:00:00Z' });
    const march = (...records: readonly AgencyRecord[]): string => statusOf(judged(rule, { asOf: '2026-04-02', records: [flag('2026-04-01'), ...records], recordsFrom: '2026-02-01' }), '2026-03');
    // 1 March 2026 is a Sunday: who is flagged on Monday was so all month.
    expect([march(flag('2026-03-02')), march(flag('2026-03-03'))]).toEqual(['gap', 'absent']);
    expect([march(flag('2026-02-02', '2026-03-31')), march(flag('2026-02-02', '2026-03-30'))]).toEqual(['gap', 'absent']);
    expect(march(flag('2026-03-02'), meeting('2026-03-31', ['a', 's'], type('field-mentoring')))).toBe('met');
    expect(march(flag('2026-03-02'), meeting('2026-03-31', ['b', 's'], type('field-mentoring')))).toBe('gap');
  });

  it('mentoring with each staff member, but not in an office', () => {
    const rule: MeetingRule = { kind: 'meeting', meetings: ['field-mentoring'], every: 'month', per: 'staff' };
    const people = [personOf('a', 'employment-support-professional'), personOf('b', 'employment-peer-mentor'), personOf('c', 'program-assistant'), personOf('s', 'team-lead')];
    const verdict = judged(rule, { asOf: '2026-04-02', records: [meeting('2026-03-31', ['a'], type('field-mentoring'))], recordsFrom: '2026-03-01', people });
    expect(missingOf(verdict, '2026-03')).toEqual(['B Ample: no session']);
  });
});
