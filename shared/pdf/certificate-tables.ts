import type { CertifiedDecision, CertifiedSearch, CertifiedSubject, ListUsed, SearchOutcome } from '../report/certificate-model.ts';
import { countOf, dateWords } from '../wording.ts';
import type { Faces } from './faces.ts';
import type { Flow } from './flow.ts';
import { ink, measure, type, type Ink } from './ink.ts';
import type { Mark } from './page-plan.ts';
import { cellInset, drawStretches, rowPadding, stretch, stretchHeight, type Column, type Stretch } from './table.ts';

export const listColumns: readonly Column[] = [
  { head: 'LIST', width: 52 }, { head: 'FILE OR SAVED RESULT', width: 148 }, { head: 'ENTRIES', width: 52 }, { head: 'NEWEST', width: 66 }, { head: 'LOADED', width: 96 }, { head: 'SEARCHED', width: 78 },
];
export const peopleColumns: readonly Column[] = [
  { head: '', width: 22 }, { head: 'WHO, AND NAMES SEARCHED', width: 134 }, { head: 'LIST', width: 48 }, { head: 'SEARCHED', width: 56 }, { head: 'OUTCOME', width: 88 }, { head: 'MATCH OR NEAREST ENTRY', width: 144 },
];
export const searchColumns: readonly Column[] = [{ head: 'LIST', width: 62 }, { head: 'SEARCHED', width: 62 }, { head: 'OUTCOME', width: 110 }, { head: 'MATCH OR NEAREST ENTRY', width: 258 }];
export const decisionColumns: readonly Column[] = [{ head: '', width: 22 }, { head: 'WHO AND ENTRY', width: 156 }, { head: 'COMPARISON AND REASON', width: 226 }, { head: 'DECISION', width: 88 }];
export const holeColumns: readonly Column[] = [{ head: 'WHO', width: 156 }, { head: 'LIST', width: 60 }, { head: 'RECORDED REASON', width: 276 }];
export const proofColumns: readonly Column[] = [{ head: 'SAVED RESULT', width: 150 }, { head: 'LIST', width: 52 }, { head: 'DAY', width: 62 }, { head: 'SHA-256', width: 228 }];

const outcomeMark: Readonly<Record<SearchOutcome, { readonly mark: Mark; readonly colour: Ink }>> = {
  clear: { mark: 'met', colour: ink.ink },
  decided: { mark: 'cleared', colour: ink.ink },
  'before-hire': { mark: 'met', colour: ink.ink },
  open: { mark: 'not-yet-due', colour: ink.ink },
  possible: { mark: 'review', colour: ink.alarm },
  confirmed: { mark: 'fail', colour: ink.alarm },
  unable: { mark: 'unable', colour: ink.alarm },
  none: { mark: 'gap', colour: ink.alarm },
};

const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');
const hashWords = (hex: string): string => (hex.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');

/** A row of cells of text, a hairline below it; never split over two pages. */
export function textRow(flow: Flow, columns: readonly Column[], cells: readonly (readonly Stretch[])[], left: number): number {
  const height = Math.max(...cells.map(stretchHeight), 10) + 2 * rowPadding;
  const top = flow.take(height);
  let x = left;
  cells.forEach((cell, index) => {
    drawStretches(flow.page(), cell, x, top + rowPadding);
    x += columns[index]?.width ?? 0;
  });
  flow.page().rule(left, left + measure, top + height, 0.4, ink.hair);
  return top;
}

/** A version of a list, its whole SHA-256 on a line of its own. */
export function listRow(flow: Flow, faces: Faces, used: ListUsed, left: number): void {
  const width = (index: number): number => listColumns[index]?.width ?? 0;
  const days = used.from === used.to ? dateWords(used.from) : `${dateWords(used.from)} to ${dateWords(used.to)}`;
  const cells: readonly (readonly Stretch[])[] = [
    [stretch(faces, used.short, type.cellBold, width(0), 2)],
    [stretch(faces, used.file, type.cell, width(1), 3)],
    [stretch(faces, used.rows === null ? '–' : thousands(used.rows), type.cell, width(2), 1)],
    [stretch(faces, used.newest === null ? '–' : dateWords(used.newest), type.cell, width(3), 2)],
    [stretch(faces, used.method === 'website' ? 'on the web site' : used.loaded ?? 'not recorded', type.cell, width(4), 2)],
  ];
  const last = [stretch(faces, days, type.cell, width(5), 2), stretch(faces, countOf(used.searches, 'search', 'searches'), type.small, width(5), 1)];
  const below = [
    // Where it was fetched on the day it was published, that says nothing new.
    ...(used.published === null || used.published === used.from ? [] : [stretch(faces, `Published ${dateWords(used.published)}.`, type.small, measure - width(0), 1)]),
    ...used.warnings.map((warning) => stretch(faces, warning, type.smallGrey, measure - width(0), 4)),
  ];
  // The digest runs under the file and the dates, and ends before the last column.
  const body = Math.max(...cells.map(stretchHeight));
  const height = Math.max(body + 9.5 + stretchHeight(below), stretchHeight(last)) + 2 * rowPadding;
  const top = flow.take(height);
  let x = left;
  for (const [index, cell] of [...cells, last].entries()) {
    drawStretches(flow.page(), cell, x, top + rowPadding);
    x += width(index);
  }
  const hash = used.sha256 === null ? 'SHA-256 not recorded' : `SHA-256 ${hashWords(used.sha256)}`;
  flow.page().line(hash, { ...type.mono, size: 6.5, colour: ink.grey }, left + width(0) + cellInset, top + rowPadding + body, measure - width(0) - width(5) - cellInset);
  drawStretches(flow.page(), below, left + width(0), top + rowPadding + body + 9.5);
  flow.page().rule(left, left + measure, top + height, 0.4, ink.hair);
}

const daysOf = (search: CertifiedSearch): string => (search.on === null ? '–' : dateWords(search.on));

type SearchCells = { readonly search: CertifiedSearch; readonly list: readonly Stretch[]; readonly on: readonly Stretch[]; readonly words: readonly Stretch[]; readonly found: readonly Stretch[]; readonly height: number };

function searchCells(faces: Faces, search: CertifiedSearch, columns: readonly Column[], maxLines: number): SearchCells {
  const [list, on, words, found] = columns.slice(-4).map((column) => column.width);
  const style = outcomeMark[search.outcome].colour === ink.alarm ? { ...type.cellBold, colour: ink.alarm } : type.cell;
  const each = Math.max(3, Math.floor(maxLines / Math.max(1, search.found.length)));
  const also = search.alsoOn.length === 0 ? [] : [stretch(faces, `also ${search.alsoOn.map(dateWords).join(', ')}`, type.small, on ?? 0, 4)];
  const refs = search.decisions.length === 0 ? [] : [stretch(faces, `${search.decisions.length === 1 ? 'Decision' : 'Decisions'} ${search.decisions.join(', ')}`, type.smallGrey, words ?? 0, 2)];
  const cells = {
    list: [stretch(faces, search.short, type.cellBold, list ?? 0, 2)],
    on: [stretch(faces, search.outcome === 'before-hire' ? '–' : daysOf(search), type.cell, on ?? 0, 2), ...also],
    words: [
      stretch(faces, search.words, style, (words ?? 0) - 12, 5),
      ...(search.unasked ? [stretch(faces, 'not asked for by a rule', type.small, (words ?? 0) - 12, 2)] : []),
      ...refs,
    ],
    found: search.found.map((line) => stretch(faces, line, type.evidence, found ?? 0, each)),
  };
  const height = Math.max(...[cells.list, cells.on, cells.words, cells.found].map(stretchHeight), 10);
  return { search, ...cells, height };
}

function drawSearch(flow: Flow, cells: SearchCells, columns: readonly Column[], x: number, y: number): void {
  const [list, on, words] = columns.slice(-4).map((column) => column.width);
  const canvas = flow.page();
  const { mark, colour } = outcomeMark[cells.search.outcome];
  drawStretches(canvas, cells.list, x, y);
  drawStretches(canvas, cells.on, x + (list ?? 0), y);
  const at = x + (list ?? 0) + (on ?? 0);
  canvas.mark(mark, at + cellInset, y + 0.9, 8, colour);
  drawStretches(canvas, cells.words, at + 12, y);
  const first = cells.search.decisions[0];
  if (first !== undefined) canvas.link(at, y, words ?? 0, cells.height, `decision/${first}`);
  drawStretches(canvas, cells.found, at + (words ?? 0), y);
}

const between = 4;

/** Somebody with every list of the month, kept together on a page. */
export function subjectRow(flow: Flow, faces: Faces, subject: CertifiedSubject, left: number): void {
  const widths = peopleColumns.map((column) => column.width);
  const perSearch = Math.max(3, Math.floor(44 / subject.searches.length));
  const who = [
    stretch(faces, subject.name, type.cellBold, widths[1] ?? 0, 4),
    stretch(faces, subject.about, type.small, widths[1] ?? 0, 5),
    stretch(faces, subject.names.length === 0 ? 'No names recorded with the searches.' : `Searched as: ${subject.names.join('; ')}`, type.evidence, widths[1] ?? 0, 26),
  ];
  const cells = subject.searches.map((search) => searchCells(faces, search, peopleColumns, perSearch));
  const searchesHeight = cells.reduce((sum, each) => sum + each.height, 0) + between * 2 * Math.max(0, cells.length - 1);
  const height = Math.max(stretchHeight(who), searchesHeight) + 2 * rowPadding;
  const top = flow.take(height);
  const canvas = flow.page();
  canvas.place(`subject/${subject.key}`, top);
  canvas.line(String(subject.number), type.cell, left + cellInset, top + rowPadding, 18);
  drawStretches(canvas, who, left + (widths[0] ?? 0), top + rowPadding);
  const x = left + (widths[0] ?? 0) + (widths[1] ?? 0);
  let y = top + rowPadding;
  cells.forEach((each, index) => {
    if (index > 0) {
      canvas.rule(x + cellInset, left + measure, y + between, 0.4, ink.hair);
      y += between * 2;
    }
    drawSearch(flow, each, peopleColumns, x, y);
    y += each.height;
  });
  canvas.rule(left, left + measure, top + height, 0.4, ink.rule);
}

/** One list of one person's certificate. */
export function searchRow(flow: Flow, faces: Faces, search: CertifiedSearch, left: number): void {
  const cells = searchCells(faces, search, searchColumns, 44);
  const height = cells.height + 2 * rowPadding;
  const top = flow.take(height);
  drawSearch(flow, cells, searchColumns, left, top + rowPadding);
  flow.page().rule(left, left + measure, top + height, 0.4, ink.hair);
}

/** @param named whether the table is about several people */
export function decisionRow(flow: Flow, faces: Faces, decision: CertifiedDecision, named: boolean, left: number): void {
  const width = (index: number): number => decisionColumns[index]?.width ?? 0;
  const bold = decision.verdict === 'not-the-person' ? type.cellBold : { ...type.cellBold, colour: ink.alarm };
  const top = textRow(flow, decisionColumns, [
    [stretch(faces, String(decision.number), type.cell, width(0), 1)],
    [
      ...(named ? [stretch(faces, decision.subject, type.cellBold, width(1), 3)] : []),
      stretch(faces, decision.short, named ? type.cellGrey : type.cellBold, width(1), 1),
      stretch(faces, decision.entry, type.cell, width(1), 7),
    ],
    [
      ...(decision.comparison === null || decision.comparison === '' ? [] : [stretch(faces, decision.comparison, type.cellGrey, width(2), 4)]),
      stretch(faces, decision.reason, type.cell, width(2), 30),
      ...decision.evidence.map((line) => stretch(faces, line, type.smallGrey, width(2), 5)),
    ],
    [
      stretch(faces, decision.words, bold, width(3), 2),
      stretch(faces, [dateWords(decision.on), ...(decision.by === null ? [] : [decision.by])].join(', '), type.cell, width(3), 4),
      ...(decision.remembered ? [stretch(faces, 'made for an earlier month; still holds', type.small, width(3), 3)] : []),
    ],
  ], left);
  flow.page().place(`decision/${decision.number}`, top);
}
