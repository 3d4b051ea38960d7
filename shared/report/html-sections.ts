import { binderSectionWords, type BinderSection } from '../model/recipient-profile.ts';
import { countOf, dateWords } from '../wording.ts';
import type { Appendix, BinderFacts, CellOutcome, ChecklistRow, ExhibitEntry, ExclusionGrid, GridCell, PersonChapter } from './binder-model.ts';
import { linkTo, list, status, table, text, type IndexOptions } from './html-parts.ts';

/** One section of a person's part: a heading and what stands under it; nothing where it has nothing to say. */
export function sectionParts(section: BinderSection, chapter: PersonChapter, facts: BinderFacts, options: IndexOptions): readonly string[] {
  const parts = partsOf(section, chapter, facts, options).filter((part) => part !== '');
  return parts.length === 0 ? [] : [`<h3>${text(binderSectionWords[section])}</h3>`, ...parts];
}

function partsOf(section: BinderSection, chapter: PersonChapter, facts: BinderFacts, options: IndexOptions): readonly string[] {
  switch (section) {
    case 'checklist':
      return checklist(chapter, options);
    case 'findings':
      return findings(chapter, options);
    case 'history':
      return [table('Findings over time', ['Rule', 'What', 'From', 'To', 'Judged as', 'Notes'], chapter.history.map((row) => [
        text(row.shownId), text(row.what), text(dateWords(row.from)), row.to === null ? 'open' : text(dateWords(row.to)), status(row.status), row.notes.map(text).join('<br>'),
      ])) || '<p>No finding is on record.</p>'];
    case 'grid':
      return chapter.grid === null ? [] : grid(chapter.grid);
    case 'exhibits':
      return exhibits(chapter, facts, options, () => true);
    case 'certificates':
      // Certificates are exhibits; they stand alone only where the other exhibits are left out.
      return chapter.sections.includes('exhibits') ? [] : exhibits(chapter, facts, options, (entry) => entry.body.kind === 'certificates');
    case 'crosswalk':
      return [table('Each item that is asked for, and where it is proved', ['Item', 'Status', 'Exhibits', 'Where else'], chapter.crosswalk.map((row) => [
        linkTo(options, `person:${chapter.personId}/row/${row.row}`, row.item), status(row.status), row.exhibits.map((number) => exhibitLink(chapter, number, options)).join(', '), text(row.words),
      ]))];
    case 'citations':
      // Several people share one at the end.
      return options.appendix === null ? appendixTables(chapter.appendix) : [];
    case 'manifest':
      return [table('Files bound in', ['Exhibit', 'File', 'SHA-256'], entriesOf(chapter).flatMap((entry) => (entry.body.kind !== 'document' && entry.body.kind !== 'kept-file' ? [] : [[
        exhibitLink(chapter, entry.number, options), text(entry.body.document.name), `<code>${text(entry.body.document.sha256)}</code>`,
      ]])), 'The signed manifest is attached to the PDF and lies beside it. In Muster, “Verify a PDF” says whether anything was changed; so does muster verify.')];
  }
}

/** Documents cited, readings and packs. */
export const appendixTables = (appendix: Appendix): readonly string[] => [
  table('Documents cited', ['Document or section', 'Requirements', 'What they ask'], appendix.citations.map((row) => [row.head ? `<strong>${text(row.short)}</strong>` : text(row.short), text(row.requirements), text(row.document)])),
  table('How doubtful texts are read', ['No.', 'Question', 'Reading'], appendix.readings.map((row) => [text(row.number), text(row.question), text(row.reading)])),
  table('Rule packs', ['Pack', 'Version', 'Made from'], (appendix.packs ?? []).map((row) => [text(row.id), text(row.version), text(row.title)])),
];

const entriesOf = (chapter: PersonChapter): readonly ExhibitEntry[] => chapter.exhibits.flatMap((tab) => tab.entries);
const exhibitLink = ({ personId }: PersonChapter, number: string, options: IndexOptions): string => linkTo(options, `person:${personId}/exhibit/${number}`, number);

function checklist(chapter: PersonChapter, options: IndexOptions): readonly string[] {
  const exhibitsOf = ({ exhibit }: ChecklistRow): string => [...exhibit.numbers.map((number) => exhibitLink(chapter, number, options)), ...(exhibit.words === '' ? [] : [text(exhibit.words)])].join(', ');
  return chapter.checklist.flatMap((part) => [
    ...part.tabs.map((tab) => table(
      `${part.heading === null ? '' : `${part.heading}: `}${tab.tab} ${tab.title}`, ['Requirement', 'Source', 'Status', 'On time', 'Valid today', 'Window', 'Arithmetic', 'Evidence', 'Exhibits'],
      tab.rows.map((row) => [
        linkTo(options, `person:${chapter.personId}/row/${row.number}`, `${row.number}. ${row.title}`), text(row.source), status(row.status), text(row.onTime), text(row.validToday),
        text(row.window), row.arithmetic.map(text).join('<br>'), row.evidence.map(text).join('<br>'), exhibitsOf(row),
      ]),
    )),
    part.notApplicable.length === 0 ? '' : `<p class="quiet">Does not apply: ${text(part.notApplicable.join('; '))}.</p>`,
  ]);
}

const findings = (chapter: PersonChapter, options: IndexOptions): readonly string[] => [
  chapter.findings.length === 0 ? '<p>No requirement has a finding.</p>' : table('Findings, worst first', ['Finding', 'Status', 'File shows', 'Effect', 'Action'], chapter.findings.map((finding) => [
    linkTo(options, `person:${chapter.personId}/finding/${finding.number}`, `${finding.number}. ${finding.headline}`), status(finding.status), text(finding.fileShows), text(finding.effect), text(finding.action),
  ])),
  table('Lapses: days without cover', ['Rule', 'What', 'From', 'To', 'Days', 'Ended by'], chapter.lapses.map((lapse) => [
    text(lapse.shownId), text(lapse.what), text(dateWords(lapse.from)), lapse.to === null ? 'open' : text(dateWords(lapse.to)), String(lapse.days), text(lapse.endedBy),
  ])),
];

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const outcomes: Readonly<Record<CellOutcome, string>> = { clear: 'clear', decided: 'match decided', possible: '<span class="finding">match to decide</span>', confirmed: '<span class="finding">the person</span>', unable: 'not possible' };

function cellOf(cell: GridCell): string {
  switch (cell.kind) {
    case 'outside':
      return '<span class="quiet">not owed</span>';
    case 'open':
      return 'open';
    case 'none':
      return '<span class="finding">none</span>';
    case 'searched':
      return `${cell.day}, ${outcomes[cell.outcome]}`;
    case 'before-hire':
      return `before hire, ${outcomes[cell.outcome]}`;
  }
}

const grid = ({ lead, figures, years, notes }: ExclusionGrid): readonly string[] => [
  `<p>${text(lead)}</p>`,
  list(figures.map(({ value, label }) => [text(label), text(value)])),
  ...years.map((year) => table(`${year.year}: day of the search and what it said`, ['List', ...months], [
    ...year.rows.map((row) => [text(row.label), ...row.cells.map(cellOf)]),
    [text(year.fileLabel), ...year.files.map(text)],
  ])),
  ...notes.map((note) => `<p class="quiet">${text(note)}</p>`),
];

function exhibits(chapter: PersonChapter, facts: BinderFacts, options: IndexOptions, wanted: (entry: ExhibitEntry) => boolean): readonly string[] {
  return chapter.exhibits.flatMap(({ tab, title, entries }) => {
    const mine = entries.filter(wanted);
    return [
      table(`Tab ${tab}: ${title}`, ['Exhibit', 'Document', 'Judged as', 'Filed', 'What stands there'], mine.map((entry) => [
        exhibitLink(chapter, entry.number, options), text(entry.title), entry.status === null ? '' : status(entry.status), text(entry.filed ?? ''), standsThere(entry, facts),
      ])),
      ...mine.flatMap(({ number, body }) => (body.kind !== 'gap' ? [] : [`<h4>${exhibitLink(chapter, number, options)} ${text(body.gap.title)}: gap page</h4>`, list(body.gap.facts.map((fact) => [text(fact.label), text(fact.text)]))])),
    ];
  });
}

function standsThere({ body }: ExhibitEntry, { volume }: BinderFacts): string {
  switch (body.kind) {
    case 'document': {
      const { pages } = body.document;
      const count = (show: string): number => pages.filter((page) => page.show === show).length;
      const [out, altered] = [count('left-out'), count('rasterised')];
      return text([countOf(pages.length, 'page'), ...(altered === 0 ? [] : [`${altered} with parts taken out`]), ...(out === 0 ? [] : [`${out} left out`])].join(', '));
    }
    case 'kept-file':
      return body.attached ? 'the file itself, attached to the PDF' : 'a cover page; the file is not attached';
    case 'gap':
      return 'a gap page: not on file';
    case 'certificates':
      return text(countOf(body.certificates.length, 'certificate'));
    case 'volume-2':
      return volume.of === 2 ? 'in volume 2' : 'kept apart: date and result only';
    case 'not-shown':
      return `not shown: ${text(body.why)}`;
  }
}
