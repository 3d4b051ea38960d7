import { statusFacts, type Status } from '../rules/status.ts';
import { dateWords, longDateWords } from '../wording.ts';
import type { BinderFacts, ChecklistRow, ExhibitEntry, PersonChapter } from './binder-model.ts';

/** What a page of an index needs besides the binder: the file it stands beside, and the page of a place (`person:ID/row/4`); null where that is not in the file. */
export type IndexOptions = { readonly pdfName: string; readonly pageOf: (place: string) => number | null };

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
// Controls have no place in HTML; marks that turn the direction of writing could make a line read as another.
const unwelcome = /[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

const text = (words: string): string => words.replace(unwelcome, '').replace(/[&<>"']/g, (character) => escapes[character] ?? character);

const style = `:root{color-scheme:light dark;--ink:#111;--quiet:#474747;--rule:#8c8c8c;--alarm:#7a1b1b;--ground:#fff;--tint:#f1f0ec}
@media (prefers-color-scheme:dark){:root{--ink:#eee;--quiet:#bbb;--rule:#777;--alarm:#ff9d9d;--ground:#161616;--tint:#242424}}
body{font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground);max-width:60rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3{line-height:1.25}h2{margin-top:3rem;border-top:2px solid var(--ink);padding-top:1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}caption{text-align:left;font-weight:600;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--rule)}thead th{background:var(--tint)}
.finding{color:var(--alarm);font-weight:600}.quiet{color:var(--quiet)}a{color:inherit}
@media print{body{max-width:none;margin:0}h2{break-before:page}tr{break-inside:avoid}}`;

/**
 * The same content as a binder, as a page that screen readers, phones and printers read: headings, tables with captions and heads, links to the pages of the
 * PDF beside it. No script, nothing from anywhere else. Every text is escaped, whatever somebody typed.
 */
export function htmlIndex(facts: BinderFacts, chapters: readonly PersonChapter[], options: IndexOptions): string {
  const only = chapters.length === 1 ? chapters[0] : undefined;
  const title = `${only?.name ?? facts.agencyName}: personnel binder as of ${dateWords(facts.asOf)}`;
  const known = facts.knownAtWords === null ? '' : `, ${facts.knownAtWords}`;
  return [
    '<!DOCTYPE html>',
    '<html lang="en-US">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${text(title)}</title><style>${style}</style></head>`,
    '<body>',
    '<header>',
    `<h1>${text(title)}</h1>`,
    `<p>${text(facts.agencyName)}${facts.agencyNpi === null ? '' : `, NPI ${text(facts.agencyNpi)}`}. Volume ${facts.volume.number} of ${facts.volume.of}: ${text(facts.volume.words)}. As of ${text(longDateWords(facts.asOf))}${text(known)}.${facts.recipient === null ? '' : ` For ${text(facts.recipient)}.`}</p>`,
    ...(facts.takenOut.length === 0 ? [] : [`<p>Taken out for this recipient: ${text(facts.takenOut.join(', '))}.</p>`]),
    ...(facts.synthetic ? ['<p><strong>Synthetic data: every name, date and number is invented.</strong></p>'] : []),
    `<p class="quiet">Generated ${text(facts.generatedWords)}. Data ${facts.fingerprint}.${facts.logHead === null ? '' : ` Log entry ${facts.logHead.seq}, ${facts.logHead.hash}.`} What proves the binder is the signed PDF ${link(options, null, options.pdfName)}; this page is its index.</p>`,
    '</header>',
    ...(only === undefined ? [people(chapters)] : []),
    '<main>',
    ...chapters.map((chapter, index) => person(chapter, index, options)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** A link into the PDF; the words alone where the page is not in it. */
function link({ pdfName }: IndexOptions, page: number | null, words: string): string {
  const href = `${encodeURIComponent(pdfName)}${page === null ? '' : `#page=${page}`}`;
  return `<a href="${href}">${text(words)}</a>`;
}

const linkTo = (options: IndexOptions, place: string, words: string): string => {
  const page = options.pageOf(place);
  return page === null ? text(words) : link(options, page, words);
};

const table = (caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : [
    `<table><caption>${text(caption)}</caption>`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${text(head)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map(([first = '', ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`,
  ].join('\n');

const status = (value: Status): string => (statusFacts[value].compliant ? text(statusFacts[value].word) : `<span class="finding">${text(statusFacts[value].word)}</span>`);

const people = (chapters: readonly PersonChapter[]): string =>
  `<nav aria-label="People">${table('People', ['Name', 'Role', 'Findings'], chapters.map((chapter, index) => [`<a href="#person-${index + 1}">${text(chapter.name)}</a>`, text(chapter.roleLine), chapter.findings.length === 0 ? 'none' : String(chapter.findings.length)]))}</nav>`;

function person(chapter: PersonChapter, index: number, options: IndexOptions): string {
  const base = `person:${chapter.personId}`;
  const rowLinks = ({ exhibit }: ChecklistRow): string =>
    [...exhibit.numbers.map((number) => linkTo(options, `${base}/exhibit/${number}`, number)), ...(exhibit.words === '' ? [] : [text(exhibit.words)])].join(', ');
  const entryPages = (entry: ExhibitEntry): string => (entry.body.kind === 'volume-2' ? 'volume 2' : entry.body.kind === 'gap' ? 'gap page: not on file' : entry.body.kind === 'not-shown' ? 'not shown' : text(entry.filed ?? 'certificates'));
  return [
    `<section aria-labelledby="person-${index + 1}">`,
    `<h2 id="person-${index + 1}">${linkTo(options, base, chapter.name)}</h2>`,
    `<p>${text(chapter.roleLine)}${chapter.otherNames === null ? '' : `. Other names searched: ${text(chapter.otherNames)}`}</p>`,
    `<dl>${[...chapter.facts.left, ...chapter.facts.right].map((fact) => `<dt>${text(fact.label)}</dt><dd>${text(fact.value)}${fact.note === null ? '' : ` <span class="quiet">${text(fact.note)}</span>`}</dd>`).join('')}</dl>`,
    ...chapter.checklist.flatMap((part) => part.tabs.map((tab) => table(
      `${part.heading === null ? '' : `${part.heading}: `}${tab.tab} ${tab.title}`, ['Requirement', 'Source', 'Status', 'On time', 'Valid today', 'Arithmetic', 'Evidence', 'Exhibits'],
      tab.rows.map((row) => [
        linkTo(options, `${base}/row/${row.number}`, `${row.number}. ${row.title}`), text(row.source), status(row.status), text(row.onTime), text(row.validToday),
        row.arithmetic.map(text).join('<br>'), row.evidence.map(text).join('<br>'), rowLinks(row),
      ]),
    ))),
    chapter.findings.length === 0 ? '<p>No requirement has a finding.</p>' : table('Findings', ['Finding', 'Status', 'File shows', 'Effect', 'Action'], chapter.findings.map((finding) => [
      linkTo(options, `${base}/finding/${finding.number}`, `${finding.number}. ${finding.headline}`), status(finding.status), text(finding.fileShows), text(finding.effect), text(finding.action),
    ])),
    table('Lapses: days without cover', ['Rule', 'What', 'From', 'To', 'Days', 'Ended by'], chapter.lapses.map((lapse) => [
      text(lapse.shownId), text(lapse.what), text(dateWords(lapse.from)), lapse.to === null ? 'open' : text(dateWords(lapse.to)), String(lapse.days), text(lapse.endedBy),
    ])),
    ...chapter.exhibits.map((tab) => table(`Exhibits, tab ${tab.tab}: ${tab.title}`, ['Exhibit', 'Document', 'Judged as', 'Filed'], tab.entries.map((entry) => [
      linkTo(options, `${base}/exhibit/${entry.number}`, entry.number), text(entry.title), entry.status === null ? '' : status(entry.status), entryPages(entry),
    ]))),
    '</section>',
  ].filter((part) => part !== '').join('\n');
}
