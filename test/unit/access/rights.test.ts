import { describe, expect, it } from 'vitest';
import { hasRight, mayChange, mayWrite, rights, rolesFor } from '../../../shared/access/rights.ts';
import { userProblems, type User } from '../../../shared/access/user.ts';
import type { Change } from '../../../shared/model/changes.ts';

const user = (changes: Partial<User> = {}): User => ({ id: 'u1', name: 'Ana Ruiz', roles: ['hr'], medical: false, administrator: false, ...changes });

describe('roles', () => {
  const agency: Change = { kind: 'set-agency', agency: { name: 'Pelican', packs: [] } };
  const person: Change = { kind: 'put-person', person: { id: 'p1', names: [{ kind: 'legal', given: 'A', family: 'B' }], employments: [] } };
  const site: Change = { kind: 'put-site', site: { id: 's1', name: 'Main' } };

  it('divide the work: people are HR, what the agency is judged by is compliance, the rest is both', () => {
    const hr = user();
    const compliance = user({ roles: ['compliance'] });
    expect([agency, person, site].map((change) => mayChange(hr, change))).toEqual([false, true, true]);
    expect([agency, person, site].map((change) => mayChange(compliance, change))).toEqual([true, false, true]);
    expect([agency, person, site].every((change) => mayChange(user({ roles: ['hr', 'compliance'] }), change))).toBe(true);
  });

  it('let an auditor look and nothing else, whatever rights he was given', () => {
    const auditor = user({ roles: ['auditor'], medical: true });
    expect([agency, person, site].some((change) => mayChange(auditor, change))).toBe(false);
    expect(mayWrite(auditor)).toBe(false);
    expect(rights.filter((right) => hasRight(auditor, right))).toEqual(['back-up', 'read-medical']);
  });

  it('ask nothing where an agency has no users', () => {
    expect(mayChange(null, agency)).toBe(true);
    expect(mayWrite(null)).toBe(true);
    expect(rights.every((right) => hasRight(null, right))).toBe(true);
  });

  it('leave what teams log week by week to both, and licences to compliance', () => {
    const at = { recordedAt: '2026-03-19T15:00:00Z' };
    expect(rolesFor({ kind: 'add-agency-record', record: { id: 'r1', kind: 'snooze', deadline: 'k', until: '2026-03-20', reason: 'waiting', ...at } as never })).toEqual(['hr', 'compliance']);
    expect(rolesFor({ kind: 'add-agency-record', record: { id: 'r1', kind: 'credential', ...at } as never })).toEqual(['compliance']);
  });
});

describe('users', () => {
  it('stand when one administers, names differ and auditors only audit', () => {
    const admin = user({ administrator: true });
    expect(userProblems([admin])).toEqual([]);
    expect(userProblems([user()])).toEqual(['no-administrator']);
    expect(userProblems([admin, user({ id: 'u2', name: 'ana ruiz ' })])).toEqual(['name-taken']);
    expect(userProblems([admin, user({ id: 'u2', name: ' ' })])).toEqual(['name-missing']);
    expect(userProblems([admin, user({ id: 'u2', name: 'Auditor', roles: ['auditor', 'hr'] })])).toEqual(['auditor-alone']);
    expect(userProblems([admin, user({ id: 'u2', name: 'Auditor', roles: ['auditor'], administrator: true })])).toEqual(['auditor-alone']);
  });
});
