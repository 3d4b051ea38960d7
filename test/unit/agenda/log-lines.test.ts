import { describe, expect, it } from 'vitest';
import { filteredLog, logTeller, wholeLog, writersOf, type LogFilter } from '../../../shared/agenda/log-lines.ts';
import { loggedRecords } from '../../../shared/agenda/logged-record.ts';
import { logOf } from '../../../shared/agenda/person-log.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { chained, withoutWords, type LoggedChange, type LogEntry } from '../../../shared/audit/chain.ts';
import { civilDate } from '../../../shared/civil-date.ts';

const change = (list: string, id: string, before: string | null = null, after: string | null = 'a'): LoggedChange => ({ list, id, before, after });
let log: LogEntry[] = [];
const write = (entry: Partial<LogEntry> & Pick<LogEntry, 'at' | 'what'>): void => {
  log = [...log, chained(log.at(-1) ?? null, { id: `l${log.length + 1}`, salt: 'a'.repeat(32), changes: [], ...entry })];
};
// Ten in the evening of the 18th in Chicago is the 19th in UTC.
write({ at: '2026-03-19T03:00:00Z', by: 'Dana Whitfield', what: 'Added Zoë Amand', changes: [change('people', 'p1')] });
write({ at: '2026-03-19T15:00:00Z', by: 'Ines Moreau', kind: 'screening', what: 'Recorded a check', changes: [change('exclusionChecks', 'c1')] });
write({ at: '2026-03-19T16:00:00Z', by: 'Dana Whitfield', kind: 'export', what: 'Exported a copy of the document x.pdf, of Zoe Amand: x.pdf', reason: 'Asked for by the payer' });
write({ at: '2026-03-20T16:00:00Z', kind: 'medical-opening', what: 'Opened tb.pdf of the medical vault, of Zoé Lark' });

const file = {
  agency: { name: 'Gulf Bridge', packs: [] },
  people: [{ id: 'p1', names: [{ kind: 'legal', given: 'Zoë', family: 'Amand' }, { kind: 'former', given: 'Zoé', family: 'Lark' }], employments: [] }, { id: 'p2', names: [{ kind: 'legal', given: 'Ben', family: 'Cole' }], employments: [] }],
  evidence: [{ id: 'e1', personId: 'p2', kind: 'tb-test' }],
  exclusionChecks: [{ id: 'c1', personId: 'p1', list: 'oig-leie' }, { id: 'c2', vendorId: 'v1', list: 'sam' }],
  vendors: [{ id: 'v1', name: 'Acadia Staff' }],
  documents: [{ id: 'd1', name: 'card.pdf' }],
  teams: [{ id: 't1', name: 'Houma' }],
  monthRecords: [{ id: 'm1', kind: 'close', month: '2026-02' }],
  acknowledgements: [{ requirement: 'LA-TB', personId: 'p1' }],
  agencyRecords: [{ id: 'a1', kind: 'written-notice' }],
} as unknown as AgencyFile;

const tell = logTeller('America/Chicago');
const lines = tell(log);
const shown = (filter: Partial<LogFilter>): readonly number[] => filteredLog(lines, { ...wholeLog, ...filter }, file).map(({ seq }) => seq);

describe('the lines of the log', () => {
  it('say the day and the minute where the agency is', () => {
    expect(lines.map(({ day, time }) => `${day ?? ''} ${time}`)).toEqual(['2026-03-18 22:00', '2026-03-19 10:00', '2026-03-19 11:00', '2026-03-20 11:00']);
  });

  it('are told once: an entry shown before is the same line after the log has grown', () => {
    expect(tell(log)[0]).toBe(lines[0]);
  });

  it('keep an entry of another program, and one whose words are gone', () => {
    expect(tell([{ note: 'elsewhere' }])[0]).toMatchObject({ seq: 1, at: null, day: null, by: null, kind: 'change', what: 'An entry of another program', changes: [] });
    expect(tell([withoutWords(log[0] as LogEntry)])[0]).toMatchObject({ seq: 1, what: null, by: 'Dana Whitfield' });
  });
});

describe('the filters of the log', () => {
  it('let everything through at first', () => expect(shown({})).toEqual([1, 2, 3, 4]));

  it('count both ends of a period, in the days of the agency', () => {
    expect(shown({ from: civilDate('2026-03-19') })).toEqual([2, 3, 4]);
    expect(shown({ to: civilDate('2026-03-18') })).toEqual([1]);
    expect(shown({ from: civilDate('2026-03-19'), to: civilDate('2026-03-19') })).toEqual([2, 3]);
  });

  it('take kinds and writers, and those without a writer', () => {
    expect(shown({ kinds: ['export', 'medical-opening'] })).toEqual([3, 4]);
    expect(shown({ by: ['Dana Whitfield'] })).toEqual([1, 3]);
    expect(shown({ by: [''] })).toEqual([4]);
    expect(writersOf(lines)).toEqual(['Dana Whitfield', 'Ines Moreau']);
  });

  it('find a person by the records changed and by every name in the words, accents put aside', () => {
    expect(shown({ personId: 'p1' })).toEqual([1, 2, 3, 4]);
    expect(shown({ personId: 'p2' })).toEqual([]);
  });

  it('find every word in what, why, who, kind and number', () => {
    expect(shown({ words: 'payer zoe' })).toEqual([3]);
    expect(shown({ words: 'SCREENING' })).toEqual([2]);
    expect(shown({ words: 'medical 4' })).toEqual([4]);
    expect(shown({ words: 'nothing like it' })).toEqual([]);
  });
});

describe('the records of an entry', () => {
  const record = loggedRecords(file);

  it('are named with whose they are and where they can be looked at', () => {
    expect(record(change('people', 'p1'))).toMatchObject({ did: 'added', noun: 'Person', title: 'Zoë Amand', place: { kind: 'person', personId: 'p1', tab: 'requirements' } });
    expect(record(change('evidence', 'e1', 'x'))).toMatchObject({ did: 'changed', title: 'TB test, Ben Cole', place: { tab: 'evidence' } });
    expect(record(change('exclusionChecks', 'c2'))).toMatchObject({ title: 'SAM, Acadia Staff', place: { kind: 'exclusions', part: 'coverage' } });
    expect(record(change('documents', 'd1'))).toMatchObject({ title: 'card.pdf', place: null });
    expect(record(change('teams', 't1'))).toMatchObject({ title: 'Houma', place: { kind: 'settings', section: 'teams' } });
    expect(record(change('monthRecords', 'm1'))).toMatchObject({ title: 'February 2026, closed' });
    expect(record(change('acknowledgements', '0'))).toMatchObject({ title: 'LA-TB, Zoë Amand' });
    expect(record(change('agencyRecords', 'a1'))).toMatchObject({ title: 'written notice', place: { kind: 'agency' } });
    expect(record(change('agency', 'agency', 'x'))).toMatchObject({ title: 'Gulf Bridge' });
  });

  it('say what is no longer on file, and what a disposal took', () => {
    expect(record(change('evidence', 'gone', 'x', null))).toMatchObject({ did: 'removed', noun: 'Evidence', title: null, place: null });
    expect(record(change('log', 'l1', null, null))).toMatchObject({ did: 'words taken away', noun: 'Entry of the log', title: null });
    expect(record(change('of-a-newer-muster', 'x'))).toMatchObject({ noun: 'of-a-newer-muster', title: null });
  });
});

describe('the history of a person', () => {
  it('keeps an entry whose words were disposed of', () => {
    const audit = [withoutWords(log[0] as LogEntry), ...log.slice(1)];
    expect(logOf({ ...file, audit }, 'p1').map(({ seq, what }) => [seq, what])).toEqual([[2, 'Recorded a check'], [1, 'The words were taken away by a disposal']]);
  });
});
