import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disposalCover } from '../../../../shared/agenda/retention/disposal.ts';
import { openFindings } from '../../../../shared/agenda/retention/findings.ts';
import { initialsOf, namesPerson } from '../../../../shared/agenda/retention/names.ts';
import { mayDispose, retentionOf, retentionRuleWords, separatedOn } from '../../../../shared/agenda/retention/retention.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { civilDate, fromDay, plusDays, plusYears, toDay } from '../../../../shared/civil-date.ts';
import { agencySchema } from '../../../../shared/model/agency.ts';
import type { LegalHold } from '../../../../shared/model/agency-records/agency-record.ts';
import type { Employment, Person } from '../../../../shared/model/person.ts';
import { at, check, evidence, person, smallAgency } from '../../model/small-agency.ts';

const employment = (id: string, more: Partial<Employment>): Employment => ({ id, kind: 'employee', directCare: true, roles: [], ...more });
const worked = (...ends: readonly (string | undefined)[]): Person => ({
  ...person('left'),
  employments: ends.map((end, index) => employment(`e${index}`, { hiredOn: civilDate('2001-01-01'), ...(end !== undefined && { endedOn: civilDate(end) }) })),
});
const fileWith = (them: Person, more: Partial<AgencyFile> = {}): AgencyFile => ({ ...smallAgency(), people: [...smallAgency().people, them], ...more });
const nothing = () => 0;
const only = (file: AgencyFile, on: string, findings: (id: string) => number = nothing) => retentionOf(file, civilDate(on), findings).find(({ personId }) => personId === 'left');

describe('how long a file is kept', () => {
  it('is ten years after the last day of work, and due the day after', () => {
    const file = fileWith(worked('2015-06-30'));
    expect(retentionRuleWords(file.agency)).toBe('10 years after separation');
    expect(only(file, '2025-06-30')).toMatchObject({ separatedOn: '2015-06-30', dueFrom: '2025-07-01', due: false });
    expect(only(file, '2025-07-01')).toMatchObject({ due: true, keptBack: [] });
  });

  it('ends on the last day of February where the day does not exist', () => {
    expect(only(fileWith(worked('2012-02-29')), '2022-02-28')).toMatchObject({ dueFrom: '2022-03-01', due: false });
    expect(only(fileWith(worked('2012-02-29')), '2022-03-01')?.due).toBe(true);
  });

  it('does not run while somebody works, is about to, or came back', () => {
    expect(separatedOn(worked('2010-01-01', undefined))).toBeNull();
    expect(separatedOn({ ...person('left'), employments: [] })).toBeNull();
    expect(separatedOn({ ...person('left'), employments: [employment('e', { plannedHireOn: civilDate('2030-01-01') })] })).toBeNull();
    expect(separatedOn({ ...person('left'), employments: [employment('e', { withdrawnOn: civilDate('2012-05-05') })] })).toBe('2012-05-05');
    expect(separatedOn(worked('2010-01-01', '2014-02-03', '2012-01-01'))).toBe('2014-02-03');
  });

  it('follows the years of the agency for every end', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_000, max: 12_000 }), fc.integer({ min: 1, max: 40 }), (day, years) => {
        const end = fromDay(plusDays(toDay(civilDate('2000-01-01')), day));
        const file = fileWith(worked(end), { agency: { ...smallAgency().agency, retention: { years, reason: 'a contract' } } });
        const found = retentionOf(file, end, nothing).find(({ personId }) => personId === 'left');
        expect(found?.dueFrom).toBe(fromDay(plusDays(plusYears(toDay(end), years), 1)));
        expect(found?.due).toBe(false);
      }),
    );
  });

  it('of fewer than ten years needs a reason', () => {
    const withRetention = (retention: unknown) => agencySchema.safeParse({ ...smallAgency().agency, retention }).success;
    expect(withRetention({ years: 10 })).toBe(true);
    expect(withRetention({ years: 9 })).toBe(false);
    expect(withRetention({ years: 9, reason: ' ' })).toBe(false);
    expect(withRetention({ years: 9, reason: 'State rule' })).toBe(true);
    expect(withRetention({ years: 0, reason: 'x' })).toBe(false);
  });
});

describe('what keeps a file back', () => {
  const hold = (more: Partial<LegalHold> = {}): LegalHold => ({ id: 'h1', kind: 'legal-hold', hold: 'audit', from: civilDate('2026-01-01'), reason: 'State audit', recordedAt: at, ...more });
  const held = (on: string, ...records: readonly LegalHold[]) => only(fileWith(worked('2010-01-01'), { agencyRecords: records }), on)?.keptBack.length;

  it('is a hold on everybody or on them, from its first day to the day before its release', () => {
    expect(held('2025-12-31', hold())).toBe(0);
    expect(held('2026-01-01', hold())).toBe(1);
    expect(held('2026-01-01', hold({ personId: 'left' }))).toBe(1);
    expect(held('2026-01-01', hold({ personId: 'p1' }))).toBe(0);
    const released = hold({ id: 'h2', supersedes: 'h1', releasedOn: civilDate('2026-02-01') });
    expect(held('2026-01-31', hold(), released)).toBe(1);
    expect(held('2026-02-01', hold(), released)).toBe(0);
    expect(held('2026-01-01', hold({ retractedAt: at, retractedReason: 'a mistake' }))).toBe(0);
  });

  it('is an open finding', () => {
    const found = only(fileWith(worked('2010-01-01')), '2026-01-01', () => 2);
    expect(found?.keptBack).toEqual([{ why: 'finding', findings: 2 }]);
    expect(found !== undefined && mayDispose(found)).toBe(false);
    const undecided = { ...check('c9', 'left', '2010-01-01'), outcome: 'possible' as const };
    const file = fileWith(worked('2010-01-01'), { exclusionChecks: [undecided] });
    expect(openFindings(file, civilDate('2026-03-19')).get('left')).toBeGreaterThan(0);
    expect(openFindings(fileWith(worked('2010-01-01')), civilDate('2026-03-19')).get('left')).toBeUndefined();
  });
});

describe('whom a text names', () => {
  const them: Person = { ...person('x'), names: [{ kind: 'legal', given: 'Zoë', middle: 'Ann', family: "O'Brien" }, { kind: 'maiden', given: 'Zoe', family: 'Nguyễn' }] };
  it('is found in either order, in file names, without accents, with a middle name', () => {
    const names = namesPerson(them, ['TB result.pdf']);
    for (const text of ["Recorded a TB test of Zoë O'Brien", 'obinder: O-Brien_Zoe-2026.pdf', 'NGUYEN, ZOE', 'Zoe Ann Nguyễn left', "Zoë A. O'Brien", 'Opened TB result.pdf of the medical vault']) expect(names(text)).toBe(true);
    for (const text of ['Zoe', "O'Brien's team", 'Zoey OBrien', 'zoe and brien', 'TB results.pdf']) expect(names(text)).toBe(false);
  });

  it('leaves initials of the legal name', () => {
    expect(initialsOf(them)).toBe('Z. O.');
    expect(initialsOf({ ...them, names: [{ kind: 'alias', given: 'émile', family: 'Đặng' }] })).toBe('É. Đ.');
  });
});

describe('what a disposal covers', () => {
  it('is nothing of others whose ids begin alike, and shared documents of two who go together go', () => {
    const file = fileWith({ ...worked('2010-01-01'), id: 'p10' }, {
      evidence: [evidence('e1', 'p1', { documents: [{ id: 'd1' }] }), evidence('e2', 'p10', { documents: [{ id: 'd1' }] })],
      agencyRecords: [{ id: 's', kind: 'snooze', deadline: 'staff p10 la.tb', until: civilDate('2026-04-01'), reason: 'x', recordedAt: at }, { id: 's2', kind: 'snooze', deadline: 'staff p1 la.tb', until: civilDate('2026-04-01'), reason: 'x', recordedAt: at }],
    });
    const one = disposalCover(file, new Set(['p1']));
    expect(one.writes.map(({ list, id }) => `${list} ${id}`)).toEqual(['people p1', 'evidence e1', 'exclusionChecks c1', 'agencyRecords s2']);
    expect(one.documents).toEqual([]);
    expect(one.sharedDocuments).toBe(1);
    const both = disposalCover(file, new Set(['p1', 'p10']));
    expect(both.documents.map(({ id }) => id)).toEqual(['d1']);
    expect(both.counts.get('p10')).toEqual({ evidence: 1, documents: 1, checks: 0, decisions: 0, explanations: 0 });
  });
});
