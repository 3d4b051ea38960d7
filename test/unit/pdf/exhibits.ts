import { required } from '../../../shared/assert.ts';
import type { BinderModel, ExhibitDocument, ExhibitEntry, ExhibitPage, PersonChapter } from '../../../shared/report/binder-model.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import { binderPrint, ownOps, runningOps, type PageSeat } from '../../../shared/pdf/frame.ts';
import type { Faces } from '../../../shared/pdf/faces.ts';
import type { Op } from '../../../shared/pdf/page-plan.ts';
import { infoOf, modelOf, standingOf, agencyOf } from '../report/fixture.ts';

/** All that stands above the body of a page. */
export const roundOf = (faces: Faces, facts: BinderModel['facts'], seat: PageSeat): readonly Op[] => [...runningOps(faces, binderPrint(facts), seat).over, ...ownOps(faces, binderPrint(facts), seat)];

const sha256 = '3f9a22c1'.repeat(8);
export const pageOf = (page: number, more: Partial<ExhibitPage> = {}): ExhibitPage => ({ page, turn: 0, show: 'as-it-is', marks: [], why: null, ...more });
export const documentOf = (more: Partial<ExhibitDocument> = {}): ExhibitDocument =>
  ({ documentId: 'd1', sha256, name: 'report.pdf', mediaType: 'application/pdf', vault: 'personnel', bytes: 81_234, pages: [pageOf(1), pageOf(2)], ...more });
export const entryOf = (number: string, body: ExhibitEntry['body'], more: Partial<ExhibitEntry> = {}): ExhibitEntry =>
  ({ number, stands: `document ${number}`, title: 'Criminal background report, 9 Jan 2023', status: 'met', rows: [1], findings: [], filed: 'filed 11 Jan 2023 by José Muñoz-Peña', body, ...more });

/** One of every kind of exhibit, all sections, and rows that lead to them. */
export function everyKind(prefix = ''): PersonChapter {
  const chapter = required(modelOf(agencyOf(), [infoOf('la.a', 'C'), infoOf('la.b', 'F')], [standingOf('la.a', 'late'), standingOf('la.b', 'met')]).chapters[0], 'a chapter');
  const numbers = [`${prefix}C-1`, `${prefix}C-2`];
  return {
    ...chapter,
    checklist: chapter.checklist.map((part) => ({ ...part, tabs: part.tabs.map((tab) => ({ ...tab, rows: tab.rows.map((row) => ({ ...row, exhibit: { numbers: tab.tab === 'C' ? numbers : [], words: tab.tab === 'C' ? '' : 'vol. 2' } })) })) })),
    sections: ['checklist', 'findings', 'history', 'grid', 'certificates', 'exhibits', 'crosswalk', 'citations', 'manifest'],
    exhibits: [
      {
        tab: 'C', title: 'Background',
        entries: [
          entryOf(`${prefix}C-1`, { kind: 'document', document: documentOf({ pages: [pageOf(1), pageOf(2, { show: 'rasterised', why: 'birth date' }), pageOf(3, { show: 'left-out', why: 'Nobody looked this page over.' })] }) }),
          entryOf(`${prefix}C-2`, { kind: 'gap', gap: { title: 'Sex-offender registry search', status: 'gap', facts: [{ label: 'Required', text: 'Before the first service.' }, { label: 'Searched', text: 'Muster records, 31 Mar 2026.' }] } }, { status: 'gap', findings: [1] }),
          entryOf(`${prefix}C-3`, { kind: 'kept-file', document: documentOf({ name: 'letter.docx', mediaType: 'application/msword', pages: [] }), attached: true }),
          entryOf(`${prefix}C-4`, { kind: 'not-shown', name: 'scan.tiff', why: 'It is not on this machine.' }, { filed: null }),
        ],
      },
      { tab: 'E', title: 'Health items', entries: [entryOf(`${prefix}E-1`, { kind: 'volume-2' }, { title: 'Tuberculosis test', rows: [2] })] },
    ],
    history: [{ shownId: 'LA-A', what: 'First aid renewed late', from: civilDate('2025-01-01'), to: null, status: 'late', notes: ['noted by Ana Ruiz'] }],
    crosswalk: [
      { item: 'Criminal background', personId: chapter.personId, name: chapter.name, row: 1, status: 'met', exhibits: numbers, words: 'On file.' },
      { item: 'Tuberculosis', personId: chapter.personId, name: chapter.name, row: 2, status: 'met', exhibits: [`${prefix}E-1`], words: 'Date and result.' },
      { item: 'Diploma', personId: chapter.personId, name: chapter.name, row: 2, status: 'gap', exhibits: [], words: 'Not on file.' },
    ],
    changes: { lead: 'Since 3 Feb 2026.', rows: [{ what: 'Criminal background', words: 'New document', to: `person:${chapter.personId}/exhibit/${prefix}C-1` }, { what: 'Diploma', words: 'Overdue now', to: null }] },
  };
}

export const factsOf = (): BinderModel['facts'] => modelOf(agencyOf(), [infoOf('la.a', 'C')], [standingOf('la.a', 'met')]).facts;
