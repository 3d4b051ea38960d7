import { describe, expect, it } from 'vitest';
import { documentsOnFile, factsInsteadOfName, type DocumentOnFile } from '../../../shared/agenda/documents-on-file.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import type { DocumentRecord } from '../../../shared/model/document.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import type { Person } from '../../../shared/model/person.ts';

const at = '2026-03-01T10:00:00Z';
const person = (id: string, more: Partial<Person> = {}): Person => ({ id, names: [{ kind: 'legal', given: 'Ana', family: id }], employments: [], ...more });
const document = (id: string, sha: string, more: Partial<DocumentRecord> = {}): DocumentRecord => ({ id, sha256: sha.repeat(64), name: `${id}.pdf`, mediaType: 'application/pdf', bytes: 9, vault: 'personnel', recordedAt: at, ...more });
const evidence = (id: string, personId: string, documents: Evidence['documents'], more: Partial<Evidence> = {}): Evidence => ({ id, personId, kind: 'application', performedOn: civilDate('2026-02-01'), recordedAt: at, ...(documents !== undefined && { documents }), ...more });
const file = (part: Partial<AgencyFile>): AgencyFile => ({ format: 'muster-agency', version: 1, agency: { name: 'A', packs: [] }, people: [person('a'), person('b')], evidence: [], ...part });
const flagsOf = (entries: readonly DocumentOnFile[], id: string) => entries.find((each) => each.document.id === id)?.flags;

describe('documentsOnFile', () => {
  it('says what rests on a document, on which pages, and whether it stands', () => {
    const entries = documentsOnFile(file({
      documents: [document('d', '1', { lookedOver: '1-9' })],
      evidence: [
        evidence('e1', 'a', [{ id: 'd', pages: '1-4' }]),
        evidence('e2', 'a', [{ id: 'd', pages: '3' }], { supersedes: 'e1', recordedAt: '2026-03-02T10:00:00Z' }),
        evidence('e3', 'a', [{ id: 'd' }], { kind: 'tb-test', result: 'negative', performedOn: civilDate('2026-02-20'), retractedAt: at, retractedReason: 'x' }),
      ],
    }));
    expect(entries[0]?.uses.map(({ recordId, pages, counts, title, result }) => [recordId, pages, counts, title, result])).toEqual([
      ['e2', '3', true, 'Application', null], ['e3', null, false, 'TB test', 'negative'], ['e1', '1-4', false, 'Application', null],
    ]);
    expect(entries[0]?.flags).toEqual([]);
    expect(factsInsteadOfName(entries[0]?.uses ?? [])).toEqual({ day: '2026-02-01', result: null });
    expect(factsInsteadOfName([])).toEqual({ day: null, result: null });
  });

  it('flags the same file on two people: two documents with the same bytes, or one that both rest on', () => {
    const entries = documentsOnFile(file({
      documents: [document('one', '1'), document('two', '1'), document('three', '3'), document('four', '4')],
      evidence: [evidence('e1', 'a', [{ id: 'one' }]), evidence('e2', 'b', [{ id: 'two' }]), evidence('e3', 'a', [{ id: 'three' }]), evidence('e4', 'b', [{ id: 'three' }]), evidence('e5', 'b', [{ id: 'four' }])],
    }));
    expect(['one', 'two', 'three', 'four'].map((id) => flagsOf(entries, id)?.includes('same-file'))).toEqual([true, true, true, false]);
    expect(entries.find((each) => each.document.id === 'one')?.sameFile).toEqual({ people: ['b'], documents: ['two'] });
  });

  it('twice for the same person is no flag, nor is the print of one search for everybody', () => {
    const check = (id: string, personId: string) => ({ id, personId, list: 'oig-leie' as const, checkedOn: civilDate('2026-03-01'), method: 'website' as const, outcome: 'clear' as const, documents: [{ id: 'print' }], recordedAt: at });
    const entries = documentsOnFile(file({
      documents: [document('one', '1'), document('two', '1'), document('print', '2')],
      evidence: [evidence('e1', 'a', [{ id: 'one' }]), evidence('e2', 'a', [{ id: 'two' }])],
      exclusionChecks: [check('c1', 'a'), check('c2', 'b')],
    }));
    expect(entries.some((each) => each.flags.includes('same-file'))).toBe(false);
    expect(entries.find((each) => each.document.id === 'print')?.people).toEqual(['a', 'b']);
  });

  it('flags what nothing that stands rests on, what is kept apart, and what nobody looked over', () => {
    const entries = documentsOnFile(file({
      documents: [document('none', '1'), document('gone', '2', { lookedOver: '1' }), document('licence', '3', { apart: 'payroll', lookedOver: '1' }), document('purged', '0', { purgedAt: at, purgedReason: 'x' })],
      evidence: [evidence('e', 'a', [{ id: 'gone' }], { retractedAt: at, retractedReason: 'x' })],
      people: [person('a', { licenses: [{ kind: 'lpc', documents: [{ id: 'licence' }] }] }), person('b')],
    }));
    expect(flagsOf(entries, 'none')).toEqual(['unused', 'not-looked-over']);
    expect(flagsOf(entries, 'gone')).toEqual(['unused']);
    expect(flagsOf(entries, 'licence')).toEqual(['apart']);
    expect(flagsOf(entries, 'purged')).toEqual(['purged']);
    expect(entries.find((each) => each.document.id === 'licence')?.uses[0]).toMatchObject({ kind: 'licence', title: 'LPC licence', personId: 'a' });
  });

  it('leaves the kept copies of lists out, and puts what was filed last first', () => {
    const version = { id: 'v', list: 'oig-leie' as const, name: 'x', sha256: '9'.repeat(64), bytes: 1, rows: 1, scope: 'full' as const, source: 'file' as const, documents: [{ id: 'copy' }], recordedAt: at };
    const entries = documentsOnFile(file({ documents: [document('old', '1'), document('copy', '9'), document('new', '2', { recordedAt: '2026-03-05T10:00:00Z' })], listVersions: [version] }));
    expect(entries.map((each) => each.document.id)).toEqual(['new', 'old']);
  });

  it('walks ten thousand documents at once', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => index);
    const large = file({ documents: many.map((each) => document(`d${each}`, '1', { sha256: String(each).padStart(64, '0') })), evidence: many.map((each) => evidence(`e${each}`, each % 2 === 0 ? 'a' : 'b', [{ id: `d${each}` }])) });
    const from = performance.now();
    expect(documentsOnFile(large)).toHaveLength(10_000);
    expect(performance.now() - from).toBeLessThan(3_000);
  });
});
