import type { ChangesSince, PersonChapter } from '../report/binder-model.ts';
import { dateWords } from '../wording.ts';
import type { Faces } from './faces.ts';
import { elsewhere, type BodyFacts } from './frame.ts';
import { type } from './ink.ts';
import type { PagePlan } from './page-plan.ts';
import { exhibitPlace } from './places.ts';
import { tableSection, type TableRow } from './rows-pages.ts';

const mostNotes = 6;
const mostExhibits = 12;

/** What became of every finding there ever was: since when, what was noted, when it was cured. */
export function historyPages(faces: Faces, facts: BodyFacts, chapter: PersonChapter): readonly PagePlan[] {
  return tableSection(faces, facts, {
    title: 'History of findings', lead: 'Every finding on record since the beginning, the open ones with the others. What was once a finding stays in this list.',
    place: `person:${chapter.personId}/history`,
    columns: [{ head: 'RULE', width: 62 }, { head: 'WHAT', width: 128 }, { head: 'STATUS', width: 88 }, { head: 'FROM', width: 62 }, { head: 'TO', width: 62 }, { head: 'NOTED', width: 90 }],
    rows: chapter.history.map((row): TableRow => ({
      to: null,
      cells: [
        { kind: 'text', text: row.shownId }, { kind: 'text', text: row.what }, { kind: 'status', status: row.status },
        { kind: 'text', text: dateWords(row.from), lines: 2 }, { kind: 'text', text: row.to === null ? 'open' : dateWords(row.to), lines: 2 },
        { kind: 'text', text: row.notes.length > mostNotes ? `${row.notes.slice(0, mostNotes).join(' · ')} · and ${row.notes.length - mostNotes} more` : row.notes.join(' · '), style: type.evidence, lines: 12 },
      ],
    })),
    none: 'No finding is on record.',
  }).finish();
}

/** Item by item, as an auditor asks for them: status, exhibit and the page it is on. */
export function crosswalkPages(faces: Faces, facts: BodyFacts, chapter: PersonChapter): readonly PagePlan[] {
  const base = `person:${chapter.personId}`;
  return tableSection(faces, facts, {
    title: 'Crosswalk: item, exhibit, page', lead: 'Each item that is asked for, and where in this binder it is proved.', place: `${base}/crosswalk`,
    columns: [{ head: 'ITEM', width: 196 }, { head: 'STATUS', width: 92 }, { head: 'EXHIBIT', width: 64 }, { head: 'WHAT IT SAYS', width: 94 }, { head: 'PAGE', width: 46, align: 'right' }],
    rows: chapter.crosswalk.flatMap((row): readonly TableRow[] => {
      const first = { kind: 'text', text: row.item, style: type.cellBold, below: `row ${row.row}` } as const;
      const said = { kind: 'text', text: row.words, style: type.evidence, lines: 6 } as const;
      const line = `${base}/row/${row.row}`;
      if (row.exhibits.length === 0) return [{ to: line, cells: [first, { kind: 'status', status: row.status }, { kind: 'text', text: '–' }, said, { kind: 'page', to: line }] }];
      return row.exhibits.slice(0, mostExhibits).map((number, index): TableRow => {
        const to = exhibitPlace(row.personId, number);
        const page = { kind: 'page', to, words: { otherwise: elsewhere(facts) } } as const;
        if (index > 0) return { to, cells: [{ kind: 'text', text: '' }, { kind: 'text', text: '' }, { kind: 'text', text: number, style: type.cellBold }, { kind: 'text', text: '' }, page] };
        const more = row.exhibits.length - mostExhibits;
        return { to, cells: [first, { kind: 'status', status: row.status }, { kind: 'text', text: number, style: type.cellBold, ...(more > 0 && { below: `and ${more} more` }) }, said, page] };
      });
    }),
    none: 'No item is asked for.',
  }).finish();
}

/** What is new, gone or judged otherwise since the last binder for the same recipient. */
export function changesPages(faces: Faces, facts: BodyFacts, chapter: PersonChapter, changes: ChangesSince): readonly PagePlan[] {
  return tableSection(faces, facts, {
    title: 'What changed since the last binder', lead: changes.lead, place: `person:${chapter.personId}/changes`,
    columns: [{ head: 'WHAT', width: 170 }, { head: 'CHANGE', width: 276 }, { head: 'PAGE', width: 46, align: 'right' }],
    rows: changes.rows.map((row): TableRow => ({
      to: row.to,
      cells: [{ kind: 'text', text: row.what, style: type.cellBold }, { kind: 'text', text: row.words, lines: 6 }, ...(row.to === null ? [] : [{ kind: 'page', to: row.to } as const])],
    })),
    none: 'Nothing changed.',
  }).finish();
}
