import { describe, expect, it } from 'vitest';
import { documentsOnFile } from '../../../shared/agenda/documents-on-file.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { documentRows } from '../../../renderer/viewer/document-rows.ts';

const at = '2026-03-01T10:00:00Z';
const file: AgencyFile = {
  format: 'muster-agency', version: 1, agency: { name: 'A', packs: [] },
  people: [{ id: 'a', names: [{ kind: 'legal', given: 'Ana', family: 'Ruiz' }], employments: [] }],
  documents: [
    { id: 'tb', sha256: '1'.repeat(64), name: 'hepatitis panel Ruiz.pdf', mediaType: 'application/pdf', bytes: 9, pages: 4, vault: 'medical', recordedAt: at },
    { id: 'gone', sha256: '2'.repeat(64), name: 'Purged document', mediaType: 'application/octet-stream', bytes: 0, vault: 'personnel', recordedAt: '2026-02-01T10:00:00Z', purgedAt: at, purgedReason: 'x' },
    { id: 'scan', sha256: '3'.repeat(64), name: 'scan.pdf', mediaType: 'application/pdf', bytes: 9, pages: 12, vault: 'personnel', recordedAt: '2026-01-01T10:00:00Z', apart: 'i-9' },
  ],
  evidence: [
    { id: 'e1', personId: 'a', kind: 'tb-test', performedOn: civilDate('2026-02-20'), result: 'negative', documents: [{ id: 'tb' }], recordedAt: at },
    { id: 'e2', personId: 'a', kind: 'application', performedOn: civilDate('2026-01-10'), documents: [{ id: 'scan', pages: '3-5' }], recordedAt: at },
    { id: 'e3', personId: 'a', kind: 'orientation', performedOn: civilDate('2026-01-11'), documents: [{ id: 'scan', pages: '7' }], recordedAt: at },
  ],
};
const rows = (medical: boolean) => documentRows(documentsOnFile(file), new Map([['a', 'Ana Ruiz']]), medical, null);

describe('documentRows', () => {
  it('names a medical document only to who has the right: to others it is date and result', () => {
    expect(rows(true)[0]?.name).toBe('hepatitis panel Ruiz.pdf');
    const { entry: _entry, ...shown } = rows(false)[0] ?? { entry: null };
    expect(shown).toMatchObject({ name: 'Medical document, 20 Feb 2026, negative', people: 'Ana Ruiz', day: '2026-02-20' });
    expect(JSON.stringify(shown)).not.toContain('hepatitis');
  });

  it('says what rests on a document, on which of its pages, and what to notice', () => {
    expect(rows(false)[2]).toMatchObject({ name: 'scan.pdf', what: 'Orientation and 1 more', pages: '7 of 12', flags: ['Kept apart: Form I-9'] });
    expect(rows(false)[1]).toMatchObject({ name: 'Purged document', flags: ['Purged'], what: '', pages: '' });
  });
});
