import { describe, expect, it } from 'vitest';
import { checkStatus, monthCoverage } from '../../../shared/agenda/month-coverage.ts';
import { logOf } from '../../../shared/agenda/person-log.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { Decision, ExclusionCheck } from '../../../shared/model/exclusion.ts';
import type { PartAccount, Standing } from '../../../shared/rules/standing.ts';
import { account, day, person, standing } from './samples.ts';

const check = (id: string, list: ExclusionCheck['list'], on: string, outcome: ExclusionCheck['outcome'] = 'clear'): ExclusionCheck => ({
  id, personId: 'p1', list, checkedOn: day(on), method: 'website', outcome, recordedAt: `${on}T10:00:00Z`,
});
const decided = (checkId: string, verdict: Decision['verdict'], on: string): Decision => ({
  id: `d-${checkId}-${on}`, personId: 'p1', list: 'oig-leie', checkId, verdict, decidedOn: day(on), reason: 'other birth date', recordedAt: `${on}T10:00:00Z`,
});
const part = (list: string): PartAccount => ({ part: list, status: 'met', why: { code: 'undated' }, cover: [] });
const monthly = (periods: Standing['periods']): Standing => standing('la.ex-2', 'gap', {
  ...(periods === undefined ? {} : { periods }),
  account: account({ parts: [part('oig-leie'), part('la-adverse-actions')] }),
});

describe('the months of exclusion checks', () => {
  const asOf = day('2026-03-19');
  const standingOf = monthly([
    { period: '2025-12', status: 'met' },
    { period: '2026-01', status: 'gap' },
    { period: '2026-02', status: 'incomplete', missing: ['la-adverse-actions'] },
    { period: '2026-03', status: 'not-yet-due' },
  ]);
  const checks = [check('a', 'oig-leie', '2025-12-05'), check('b', 'oig-leie', '2026-02-10'), check('c', 'oig-leie', '2026-03-25')];
  const coverage = monthCoverage(standingOf, checks, [], asOf);

  it('marks every judged month on every list', () => {
    expect(coverage.lists.map((each) => [each.list, each.months.map((mark) => mark.status)])).toEqual([
      ['oig-leie', ['met', 'gap', 'met', 'not-yet-due']],
      // December was covered by a check before the hire, which no month holds.
      ['la-adverse-actions', ['met', 'gap', 'gap', 'not-yet-due']],
    ]);
  });
  it('counts what is closed, and names the holes', () => {
    expect([coverage.closed, coverage.covered, coverage.holes]).toEqual([3, 1, ['2026-01', '2026-02']]);
  });
  it('knows no check of a later day', () => {
    expect(coverage.lastCheck?.id).toBe('b');
  });
  it('counts the open month once it is done', () => {
    const done = monthCoverage(monthly([{ period: '2026-03', status: 'met' }]), [check('m', 'oig-leie', '2026-03-02')], [], asOf);
    expect([done.closed, done.covered]).toEqual([1, 1]);
  });
  it.each([
    ['possible', [], 'review'],
    ['possible', [decided('x', 'not-the-person', '2026-02-11')], 'met'],
    ['possible', [decided('x', 'not-the-person', '2026-02-11'), decided('x', 'the-person', '2026-02-12')], 'fail'],
    ['possible', [decided('x', 'the-person', '2026-03-20')], 'review'],
    ['possible', [decided('x', 'unable', '2026-02-11')], 'gap'],
    ['confirmed', [], 'fail'],
    ['unable', [], 'gap'],
  ] as const)('reads a check by its latest decision: %s %#', (outcome, decisions, status) => {
    expect(checkStatus(check('x', 'oig-leie', '2026-02-10', outcome), decisions, asOf)).toBe(status);
  });
});

describe('the log of a person', () => {
  const file: AgencyFile = {
    format: 'muster-agency', version: 1, agency: { name: 'A', packs: [] }, people: [person()],
    evidence: [{ id: 'e', personId: 'p1', kind: 'cips', recordedAt: '2026-01-01T00:00:00Z', documents: [{ id: 'doc' }] }],
    acknowledgements: [{ requirement: 'la.bgc', personId: 'p1', note: 'n', recordedAt: '2026-01-01T00:00:00Z' }],
    audit: [
      { seq: 1, at: '2026-01-01T00:00:00Z', what: 'Recorded', changes: [{ list: 'evidence', id: 'e' }, { list: 'documents', id: 'doc' }, { list: 'evidence', id: 'of somebody else' }] },
      { seq: 2, at: '2026-01-02T00:00:00Z', what: 'Settings', changes: [{ list: 'agency', id: 'agency' }] },
      { seq: 3, at: '2026-01-03T00:00:00Z', what: 'Retracted', reason: 'wrong paper', by: 'Ana', changes: [{ list: 'evidence', id: 'e' }, { list: 'acknowledgements', id: '0' }] },
      { foreign: true },
      { seq: 4, at: '2026-01-04T00:00:00Z', what: 'Renamed', changes: [{ list: 'people', id: 'p1' }, null, 'odd'] },
    ],
  };
  it('holds the entries that touched the person, the newest first, and passes over what it cannot read', () => {
    expect(logOf(file, 'p1')).toEqual([
      { seq: 4, at: '2026-01-04T00:00:00Z', what: 'Renamed', reason: null, by: null, records: 'identity' },
      { seq: 3, at: '2026-01-03T00:00:00Z', what: 'Retracted', reason: 'wrong paper', by: 'Ana', records: '1 item of evidence, 1 note' },
      { seq: 1, at: '2026-01-01T00:00:00Z', what: 'Recorded', reason: null, by: null, records: '1 item of evidence, 1 document' },
    ]);
    expect(logOf(file, 'nobody')).toEqual([]);
  });
});
