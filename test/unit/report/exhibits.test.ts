import { describe, expect, it } from 'vitest';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { required } from '../../../shared/assert.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import type { DocumentRecord } from '../../../shared/model/document.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import type { BinderOptions } from '../../../shared/report/context.ts';
import { agencyOf, asOf, infoOf, modelOf, standingOf } from './fixture.ts';

const documentOf = (id: string, more: Partial<DocumentRecord> = {}): DocumentRecord => ({
  id, sha256: id.padEnd(64, '0'), name: `${id}.pdf`, mediaType: 'application/pdf', bytes: 10, pages: 3, vault: 'personnel', recordedAt: '2026-01-02T10:00:00Z', ...more,
});
const itemOf = (id: string, on: string, more: Partial<Evidence> = {}): Evidence => ({ id, personId: 'p1', kind: 'cpr-first-aid', performedOn: civilDate(on), recordedAt: '2026-01-02T10:00:00Z', ...more });
const card = (id: string, on: string, pages?: string): Evidence => itemOf(id, on, { documents: [{ id: 'd1', ...(pages !== undefined && { pages }) }] });

const infos = [infoOf('la.ref', 'A', 1, ['reference']), infoOf('la.cpr', 'F', 1, ['cpr-first-aid']), infoOf('la.tb', 'E', 1, ['tb-test'])];
const chapterOf = (extra: Partial<AgencyFile>, standings: Parameters<typeof modelOf>[2], more: Partial<BinderOptions> = {}) =>
  required(modelOf(agencyOf(extra), infos, standings, { exhibits: true, ...more }).chapters[0], 'one person');
const entriesOf = (chapter: ReturnType<typeof chapterOf>) => chapter.exhibits.flatMap(({ entries }) => entries.map(({ number, rows, body }) => [number, rows, body.kind]));
const exhibitOf = (chapter: ReturnType<typeof chapterOf>, id: string) => chapter.checklist[0]?.tabs.flatMap(({ rows }) => rows).find((row) => row.id === id)?.exhibit;

describe('the exhibits of a line', () => {
  it('are one for one document, whatever it proves, and several for several parts of one scan', () => {
    const evidence = [card('a', '2024-01-05', '1'), card('b', '2025-01-05', '2-3'), itemOf('r', '2024-02-01', { kind: 'reference', documents: [{ id: 'd1', pages: '1' }] })];
    const chapter = chapterOf({ evidence, documents: [documentOf('d1')] }, [standingOf('la.ref', 'met', { evidenceIds: ['r'] }), standingOf('la.cpr', 'met', { evidenceIds: ['b'] })]);
    // The first page came first as a card: there it lies, and proves the reference as well.
    expect(entriesOf(chapter)).toEqual([['F-1', [1, 2], 'document'], ['F-2', [2], 'document']]);
    expect(exhibitOf(chapter, 'la.cpr')).toEqual({ numbers: ['F-2', 'F-1'], words: '' });
  });

  it('begin with the page that says what is missing, then what decided, then what was before', () => {
    const evidence = [card('old', '2021-01-05', '1'), card('last', '2023-01-05', '2')];
    const chapter = chapterOf({ evidence, documents: [documentOf('d1')] }, [standingOf('la.cpr', 'expired', { evidenceIds: ['last'] })]);
    expect(exhibitOf(chapter, 'la.cpr')).toEqual({ numbers: ['F-3', 'F-2', 'F-1'], words: '' });
  });

  it('hold what is dated up to the day judged: its last day does, the next one does not', () => {
    const evidence = [card('on', asOf, '1'), card('after', '2026-04-01', '2')];
    expect(entriesOf(chapterOf({ evidence, documents: [documentOf('d1')] }, [standingOf('la.cpr', 'met', { evidenceIds: ['on'] })]))).toEqual([['F-1', [1], 'document']]);
  });

  it('say of a health document where it is: in volume 2, or nowhere where none is made', () => {
    const file = { evidence: [itemOf('t', '2025-06-01', { kind: 'tb-test', result: 'negative', documents: [{ id: 'd1' }] })], documents: [documentOf('d1', { vault: 'medical' })] };
    const standings = [standingOf('la.tb', 'met', { evidenceIds: ['t'] })];
    expect(exhibitOf(chapterOf(file, standings, { volume: 1, volumes: 2 }), 'la.tb')).toEqual({ numbers: ['E-1'], words: 'vol. 2' });
    expect(exhibitOf(chapterOf(file, standings), 'la.tb')).toEqual({ numbers: ['E-1'], words: 'date and result only' });
    expect(exhibitOf(chapterOf(file, standings, { volume: 2, volumes: 2 }), 'la.tb')).toEqual({ numbers: ['E-1'], words: '' });
    const missing = chapterOf({}, [standingOf('la.tb', 'overdue')], { volume: 1, volumes: 2 });
    expect(entriesOf(missing)).toEqual([['E-1', [1], 'gap']]);
    expect(exhibitOf(missing, 'la.tb')).toEqual({ numbers: ['E-1'], words: '' });
  });

  it('tell that a paper is kept apart, and that nothing is known of a document', () => {
    const kept = chapterOf({ evidence: [card('a', '2025-01-05')], documents: [documentOf('d1', { apart: 'i-9' })] }, [standingOf('la.cpr', 'met', { evidenceIds: ['a'] })]);
    expect(exhibitOf(kept, 'la.cpr')).toEqual({ numbers: [], words: 'kept apart' });
    expect(kept.crosswalk.map(({ words }) => words)).toEqual(['kept apart']);
    expect(entriesOf(chapterOf({ evidence: [card('a', '2025-01-05')] }, [standingOf('la.cpr', 'met', { evidenceIds: ['a'] })]))).toEqual([['F-1', [1], 'not-shown']]);
  });

  it('have a gap page where something was recorded as done without its document', () => {
    const chapter = chapterOf({ evidence: [itemOf('a', '2025-01-05')] }, [standingOf('la.cpr', 'met', { evidenceIds: ['a'] })]);
    expect(entriesOf(chapter)).toEqual([['F-1', [1], 'gap']]);
    const body = chapter.exhibits[0]?.entries[0]?.body;
    expect(body?.kind === 'gap' ? body.gap.facts.map(({ label }) => label) : []).toEqual(['Required', 'Last on file', 'Arithmetic', 'Searched', 'Recorded reason', 'What closes it']);
  });

  it('stay where a binder has put them, whatever else they come to prove', () => {
    const made = {
      id: 'b1', kind: 'binder', recipient: 'Payer', profileId: 'payer', asOf, generatedAt: '2026-02-01T10:00:00Z', personIds: ['p1'], files: [{ name: 'a.pdf', sha256: '0'.repeat(64), pages: 1, bytes: 1, volume: 1 as const }],
      numbers: [{ personId: 'p1', number: 'F-4', stands: 'document d1' }], recordedAt: '2026-02-01T10:00:00Z',
    } as const;
    const evidence = [card('a', '2025-01-05'), itemOf('r', '2024-02-01', { kind: 'reference', documents: [{ id: 'd1' }] })];
    const standings = [standingOf('la.ref', 'met', { evidenceIds: ['r'] }), standingOf('la.cpr', 'met', { evidenceIds: ['a'] })];
    expect(entriesOf(chapterOf({ evidence, documents: [documentOf('d1')] }, standings))).toEqual([['A-1', [1, 2], 'document']]);
    expect(entriesOf(chapterOf({ evidence, documents: [documentOf('d1')], agencyRecords: [made] }, standings))).toEqual([['F-4', [1, 2], 'document']]);
  });
});
