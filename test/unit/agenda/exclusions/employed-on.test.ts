import { describe, expect, it } from 'vitest';
import { employedOn, employedOnTable } from '../../../../shared/agenda/exclusions/employed-on.ts';
import { websiteChecks, websiteErrorWords, type WebsiteChecks } from '../../../../shared/agenda/exclusions/website-checks.ts';
import type { CivilMonth } from '../../../../shared/civil-date.ts';
import { demoAgency } from '../../../../shared/demo/demo-agency.ts';
import { toCsv } from '../../../../shared/export-table.ts';
import { agencyOf, check } from '../../rules/support.ts';
import { after, candidate, day, decision, judged, searched, stamp, value } from './samples.ts';

const month = '2026-04' as CivilMonth;

describe('who was employed on a day, and whether everyone was screened in a month', () => {
  const checks = [check('oig-leie', '2026-03-10'), check('la-adverse-actions', '2026-03-10'), searched('m', '2026-04-08', [candidate('a')])];
  const file = agencyOf({ checks, employment: { endedOn: day('2026-05-20') }, file: { decisions: [decision('n', 'm', 'a', 'not-the-person', '2026-04-09', { recordedBy: 'M. T.' })], vendors: [{ id: 'v', name: '=Delta', kind: 'staffing', from: day('2026-04-20') }] } });
  const ask = (on: string) => employedOn(file, judged(file, '2026-06-10'), { on: day(on), month });

  it('holds the first and the last day, those who left since included', () => {
    const names = (on: string) => ask(on).rows.map((row) => row.subject.name);
    expect([names('2026-03-01'), names('2026-03-02'), names('2026-04-20'), names('2026-05-20'), names('2026-05-21')]).toEqual([
      [], ['Ada Ample'], ['Ada Ample', '=Delta'], ['Ada Ample', '=Delta'], ['=Delta'],
    ]);
  });

  it('says list by list when, by which version, with what outcome and decision', () => {
    const answer = ask('2026-04-15');
    expect(answer).toMatchObject({ lists: ['oig-leie', 'la-adverse-actions'], screened: 0, notScreened: 1 });
    expect(answer.rows[0]).toMatchObject({
      roles: ['ips-specialist'], from: '2026-03-02', to: '2026-05-20',
      checks: [{ list: 'oig-leie', status: 'met', check: { id: 'm' }, decision: { id: 'n' }, outcome: 'Match decided on 9 Apr 2026: not the person' }, { status: 'gap', outcome: 'Not searched' }],
    });
  });

  it('leaves as a table a spreadsheet cannot run', () => {
    const table = employedOnTable(ask('2026-04-20'));
    expect(table.heads).toHaveLength(7 + 8);
    expect(table.rows[0]).toEqual([
      'Ada Ample', 'employee', 'IPS specialist', '', '2026-03-02', '2026-05-20', 'Not searched on every list owed',
      '2026-04-08', 'UPDATED.csv', 'Match decided on 9 Apr 2026: not the person', 'Another birth date (2026-04-09, M. T.)', '', '', 'Not searched', '',
    ]);
    expect(toCsv(table)).toContain("\r\n'=Delta,");
  });

  it('says why nothing was required', () => {
    const free = agencyOf({ employment: { medicaidPaid: false } });
    expect(employedOn(free, judged(free, '2026-06-10'), { on: day('2026-04-15'), month }).rows).toMatchObject([{ notRequired: { code: 'not-paid-by-medicaid' }, checks: [] }]);
  });

  it('answers for the demo agency whom its grid shows', () => {
    const { file: demo } = demoAgency(day('2026-03-19'));
    const answer = employedOn(demo, judged(demo, '2026-03-19'), { on: day('2026-02-10'), month: '2026-02' as CivilMonth });
    expect(answer.rows.length).toBeGreaterThan(15);
    expect(answer.screened + answer.notScreened + answer.rows.filter((row) => row.notRequired !== null).length).toBe(answer.rows.length);
    expect(answer.screened).toBeGreaterThan(10);
  });
});

describe('one search on a web site for many people', () => {
  const file = agencyOf({ file: { vendors: [{ id: 'v', name: 'Delta', otherNames: ['Delta Temps'], kind: 'staffing', from: day('2026-01-01') }] } });
  const document = { id: 'print', sha256: '1'.repeat(64), name: 'ldh.pdf', mediaType: 'application/pdf', bytes: 1, vault: 'personnel' as const, recordedAt: '2026-04-08T15:00:00Z' };
  const asked = (more: Partial<WebsiteChecks> = {}): WebsiteChecks => ({
    subjects: [{ personId: 'p' }, { vendorId: 'v' }], list: 'la-adverse-actions', on: day('2026-04-08'), today: day('2026-04-08'), proof: { store: document }, ...stamp('2026-04-08T15:00:00Z', 'M. T.'), ...more,
  });

  it('records a clear check each, by every name, with the one proof', () => {
    const done = after(file, value(websiteChecks(file, asked())));
    expect(done.documents?.at(-1)?.id).toBe('print');
    expect(done.exclusionChecks).toMatchObject([
      { personId: 'p', list: 'la-adverse-actions', checkedOn: '2026-04-08', method: 'website', outcome: 'clear', namesSearched: ['Ada Ample'], documents: [{ id: 'print' }], recordedBy: 'M. T.' },
      { vendorId: 'v', namesSearched: ['Delta', 'Delta Temps'], documents: [{ id: 'print' }] },
    ]);
    expect(after(file, value(websiteChecks(file, asked({ proof: { onFile: { id: 'd', pages: '1-2' } } })))).exclusionChecks?.[0]?.documents).toEqual([{ id: 'd', pages: '1-2' }]);
  });

  it.each<[Partial<WebsiteChecks>, string]>([
    [{ subjects: [] }, 'nobody'],
    [{ proof: null }, 'proof-missing'],
    [{ on: day('2026-04-09') }, 'date-ahead'],
    [{ on: day('2026-03-31') }, 'month-closed'],
  ])('is refused %# with words', (more, code) => {
    const closed = { ...file, monthRecords: [{ id: 'c', kind: 'close' as const, month: '2026-03' as CivilMonth, closedOn: day('2026-04-01'), holes: [], recordedAt: '2026-04-01T12:00:00Z' }] };
    const refused = websiteChecks(closed, asked(more));
    expect(refused).toMatchObject({ ok: false, error: { code } });
    if (!refused.ok) expect(websiteErrorWords(refused.error)).toMatch(/\.$/);
  });
});
