import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import { hire, item, standing, statusOf } from './support.ts';

const later = '2026-07-01';
const on = (date: string) => ({ performedOn: civilDate(date) });
const diploma = (part = 'high-school', date = '2010-05-30'): Evidence => item('education', { ...on(date), parts: [part] });
const experience = (part: string, months: number | undefined, date = '2025-12-31'): Evidence =>
  item('experience', { ...on(date), parts: [part], ...(months === undefined ? {} : { months }) });

describe('LA-EDU-S at the role start', () => {
  const full = (): Evidence[] => [diploma(), experience('employment', 24), experience('severe-mental-illness', 12)];
  test('all three held on the role start are met, a day later late', () => {
    expect(statusOf({ evidence: full() }, 'la.edu-s', later)).toBe('met');
    const [school, work, health] = full();
    expect(school && work && health).toBeDefined();
    expect(statusOf({ evidence: [diploma('high-school', '2026-03-02'), ...full().slice(1)] }, 'la.edu-s', later)).toBe('met');
    expect(statusOf({ evidence: [diploma('high-school', '2026-03-03'), ...full().slice(1)] }, 'la.edu-s', later)).toBe('late');
  });
  test('months add up over items and fall short by one', () => {
    const rest = [diploma(), experience('severe-mental-illness', 12)];
    expect(statusOf({ evidence: [...rest, experience('employment', 10), experience('employment', 14)] }, 'la.edu-s', later)).toBe('met');
    expect(standing({ evidence: [...rest, experience('employment', 10), experience('employment', 13)] }, 'la.edu-s', later)).toMatchObject({ status: 'incomplete', missing: ['employment'] });
    expect(statusOf({ evidence: [...rest, experience('employment', undefined)] }, 'la.edu-s', later)).toBe('review');
    expect(standing({ evidence: [...rest, experience('employment', undefined), experience('employment', 12)] }, 'la.edu-s', later)).toMatchObject({ status: 'incomplete' });
  });
  test('a degree implies the diploma; equivalency alone is review', () => {
    expect(statusOf({ evidence: [diploma('bachelors'), ...full().slice(1)] }, 'la.edu-s', later)).toBe('met');
    expect(statusOf({ evidence: [diploma('ged'), ...full().slice(1)] }, 'la.edu-s', later)).toBe('review');
    expect(statusOf({ evidence: [diploma('ged'), ...full()] }, 'la.edu-s', later)).toBe('met');
  });
});

describe('LA-EDU-V', () => {
  const base = { role: 'ips-supervisor' as const };
  const full = [diploma('bachelors'), experience('employment-specialist', undefined), experience('severe-mental-illness', undefined), experience('employment-services', 12)];
  test('degree and three kinds of experience; the preferred degree is only a remark', () => {
    const judged = standing({ ...base, evidence: full }, 'la.edu-v', later);
    expect(judged).toMatchObject({ status: 'met' });
    expect(judged?.account.notes.join(' ')).toContain('not held');
    expect(standing({ ...base, evidence: [...full.slice(0, 3), experience('employment-services', 11)] }, 'la.edu-v', later)).toMatchObject({ status: 'incomplete', missing: ['employment-services'] });
  });
});

describe('LA-EDU-P, current at the role start and kept so', () => {
  const base = { role: 'ips-peer-specialist' as const };
  test.each([['2026-03-02', 'met'], ['2026-03-03', 'late']])('certified %s: %s', (date, status) => {
    expect(statusOf({ ...base, evidence: [item('peer-certification', on(date))] }, 'la.edu-p', later)).toBe(status);
  });
  test('its printed expiry ends it', () => {
    const world = { ...base, evidence: [item('peer-certification', { ...on('2025-01-10'), expiresOn: civilDate('2026-06-30') })] };
    expect(statusOf(world, 'la.edu-p', '2026-06-30')).toBe('expiring');
    expect(standing(world, 'la.edu-p', '2026-07-01')).toMatchObject({ status: 'expired', dueOn: '2026-06-30' });
  });
});

describe('North Carolina qualification rows', () => {
  const nc = { agency: { packs: ['nc-state-funded' as const] } };
  test('ESP: any one of four, one route unbroken', () => {
    const esp = { ...nc, role: 'employment-support-professional' as const };
    for (const kind of ['qmhp', 'amhp', 'cips', 'cesp'] as const) {
      expect(statusOf({ ...esp, evidence: [item(kind, on('2026-03-02'))] }, 'nc.esp-q', later)).toBe('met');
      expect(statusOf({ ...esp, evidence: [item(kind, on('2026-03-03'))] }, 'nc.esp-q', later)).toBe('late');
    }
    const handover = [item('qmhp', { ...on('2025-01-01'), expiresOn: civilDate('2026-05-31') }), item('cesp', on('2026-05-01'))];
    expect(statusOf({ ...esp, evidence: handover }, 'nc.esp-q', later)).toBe('late');
    expect(statusOf({ ...esp, evidence: [item('qmhp', { ...on('2025-01-01'), expiresOn: civilDate('2026-05-31') })] }, 'nc.esp-q', later)).toBe('expired');
  });
  test('team lead: QMHP and six months', () => {
    const lead = { ...nc, role: 'team-lead' as const };
    expect(statusOf({ ...lead, evidence: [item('qmhp', on('2025-01-01')), experience('vocational', 6)] }, 'nc.tl-q', later)).toBe('met');
    expect(standing({ ...lead, evidence: [item('qmhp', on('2025-01-01')), experience('vocational', 5)] }, 'nc.tl-q', later)).toMatchObject({ status: 'incomplete', missing: ['vocational'] });
  });
  test('peer mentor: certificate to the end of the month two years on, and a diploma or GED', () => {
    const mentor = { ...nc, role: 'employment-peer-mentor' as const, evidence: [item('cpss', on('2025-04-10')), diploma('ged')] };
    expect(standing(mentor, 'nc.epm-q', later)).toMatchObject({ status: 'met', validThrough: '2027-04-30' });
    expect(statusOf(mentor, 'nc.epm-q', '2027-05-01')).toBe('expired');
  });
  test('benefits counselor: the certificate within six months of the hire, not of the role', () => {
    const counselor = (date: string) => ({ ...nc, employment: { roles: [{ role: 'benefits-counselor' as const, from: civilDate('2026-06-01') }] }, evidence: [diploma('ged'), item('cwic', on(date))] });
    expect(statusOf(counselor('2026-09-02'), 'nc.bc-q', '2026-12-01')).toBe('met');
    expect(statusOf(counselor('2026-09-03'), 'nc.bc-q', '2026-12-01')).toBe('late');
    expect(standing({ ...nc, role: 'benefits-counselor', evidence: [diploma('ged')] }, 'nc.bc-q', later)).toMatchObject({ status: 'not-yet-due', dueOn: '2026-09-02', missing: ['benefits-certification'] });
  });
  test('program assistant: a diploma or GED', () => {
    expect(statusOf({ ...nc, role: 'program-assistant', evidence: [diploma('ged', hire)] }, 'nc.pa-q', later)).toBe('met');
    expect(statusOf({ ...nc, role: 'program-assistant' }, 'nc.pa-q', later)).toBe('overdue');
  });
});
