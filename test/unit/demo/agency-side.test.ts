import { describe, expect, it } from 'vitest';
import { checkReferences } from '../../../shared/agency-file/references.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate, plusDays, toDay, weekdayOf } from '../../../shared/civil-date.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import type { AgencyRecordKind } from '../../../shared/model/agency-records/agency-record.ts';
import { caseloadOf } from '../../../shared/model/agency-records/caseload.ts';
import { noticesOwed } from '../../../shared/model/agency-records/notices.ts';
import { standingRecords } from '../../../shared/model/agency-records/standing-records.ts';
import { isValidNpi } from '../../../shared/rules/npi.ts';

const days = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-01-05', '2026-03-19', '2026-11-22', '2028-12-31'].map(civilDate);
const today = civilDate('2026-03-19');
const { file } = demoAgency(today);
const records = standingRecords(file.agencyRecords ?? []);
const totalsOf = (teamId: string): readonly (number | undefined)[] =>
  records.of('fidelity-review').filter((review) => review.teamId === teamId && review.heldTo !== undefined).map((review) => review.total);

describe('the agency side of the demo', () => {
  it.each(days)('on %s holds together and has every kind of record the demo tells of', (day) => {
    const made = demoAgency(day).file;
    expect(checkReferences(made)).toEqual([]);
    const kinds = new Set(made.agencyRecords?.map((record) => record.kind));
    const told: readonly AgencyRecordKind[] = [
      'credential', 'accreditation-application', 'accreditation-survey', 'accreditation-decision', 'accreditation-task', 'written-notice', 'fidelity-review', 'fidelity-plan',
      'fidelity-contest', 'technical-assistance', 'meeting', 'treatment-team', 'field-support', 'figures', 'report',
    ];
    expect(told.filter((kind) => !kinds.has(kind))).toEqual([]);
    expect(kinds.has('scale-names')).toBe(false);
  });

  it.each(days)('on %s has done and recorded nothing that lies ahead', (day) => {
    const made: AgencyFile = demoAgency(day).file;
    for (const record of made.agencyRecords ?? []) {
      expect(record.recordedAt <= `${day}T00:05:00Z`).toBe(true);
      for (const [key, value] of Object.entries(record)) {
        if (['heldOn', 'heldFrom', 'heldTo', 'attestedOn', 'submittedOn', 'decidedOn', 'notifiedOn', 'sentOn', 'doneOn', 'approvedOn', 'implementedOn', 'finalReceivedOn', 'draftReceivedOn', 'signedOn', 'feePaidOn'].includes(key)) {
          expect(String(value) < day, `${record.id} ${key}`).toBe(true);
        }
      }
      for (const line of record.kind === 'fidelity-plan' ? record.lines : []) expect(line.doneOn === undefined || line.doneOn < day).toBe(true);
    }
  });

  it('tells the histories of three teams with all 25 items each', () => {
    expect(totalsOf('t-bayou')).toEqual([85, 88, 97, 103, 106, 109]);
    expect(totalsOf('t-river')).toEqual([86, 91, 101, 104, 96]);
    expect(totalsOf('t-piedmont')).toEqual([84, 101, 92]);
    for (const review of records.of('fidelity-review')) if (review.heldTo !== undefined) expect(review.scores).toHaveLength(25);
    const running = records.find('fidelity-plan', 'f-river-4-plan');
    expect([running?.lines.filter((line) => line.doneOn !== undefined).length, running?.lines.length, running?.implementedOn]).toEqual([2, 5, undefined]);
  });

  it('applied before the first contract, and told two payers in writing, one of them late', () => {
    const applied = records.of('accreditation-application').map((each) => each.feePaidOn ?? '').sort()[0] ?? '';
    const contracts = records.of('credential').filter((each) => each.credential === 'payer-contract');
    expect(contracts).toHaveLength(3);
    for (const contract of contracts) expect(applied < (contract.effectiveOn ?? '')).toBe(true);
    expect(noticesOwed(records, today).map((owed) => owed.state)).toEqual(['done', 'late']);
    expect(records.of('accreditation-decision').map((each) => each.outcome)).toEqual(['full', 'provisional', 'full']);
  });

  it('has one caseload over its ratio, and relief where a caseload is small', () => {
    const of = (id: string): number | undefined => caseloadOf(records, id, today)?.value;
    expect(of('p12')).toBe(22);
    expect(of('p16')).toBe(8);
    for (const id of ['p02', 'p03', 'p13', 'p14', 'p15', 'p18']) expect(of(id)).toBeLessThanOrEqual(20);
    expect(of('p21')).toBeLessThanOrEqual(25);
    expect(of('p20')).toBeLessThanOrEqual(9);
  });

  it.each(days)('on %s has its holes in the logs: a week without supervision, a telephone meeting, four by video in one month', (day) => {
    const made = standingRecords(demoAgency(day).file.agencyRecords ?? []);
    const meetings = made.of('meeting');
    const supervised = new Set(meetings.filter((each) => each.teamId === 't-river' && each.meeting === 'supervision').map((each) => toDay(each.heldOn)));
    const lost = plusDays(toDay(day), 3 - weekdayOf(toDay(day)) - 9 * 7);
    expect([supervised.has(lost), supervised.has(plusDays(lost, -7)), supervised.has(plusDays(lost, 7))]).toEqual([false, true, true]);
    expect(meetings.filter((each) => each.mode === 'telephone')).toHaveLength(1);
    const videos = new Map<string, number>();
    for (const each of meetings) if (each.mode === 'video') videos.set(each.heldOn.slice(0, 7), (videos.get(each.heldOn.slice(0, 7)) ?? 0) + 1);
    expect([...videos.values()].filter((count) => count > 3)).toEqual([4]);
    const reports = made.of('report');
    expect(reports.filter((each) => each.report === 'nc-topps').length - reports.filter((each) => each.report === 'outcome-tracking').length).toBe(1);
  });

  it('carries a number of the agency that no provider has', () => {
    expect(file.agency.npi).toMatch(/^\d{10}$/);
    expect(isValidNpi(file.agency.npi ?? '')).toBe(false);
  });
});
