import { binderSectionWords } from '../model/recipient-profile.ts';
import { statusFacts } from '../rules/status.ts';
import { countOf, dateWords, longDateWords } from '../wording.ts';
import type { BinderFacts, PersonChapter } from './binder-model.ts';
import { link, linkTo, list, table, text, type IndexOptions } from './html-parts.ts';
import { appendixTables, sectionParts } from './html-sections.ts';

const style = `:root{color-scheme:light dark;--ink:#111;--quiet:#474747;--rule:#8c8c8c;--alarm:#7a1b1b;--ground:#fff;--tint:#f1f0ec}
@media (prefers-color-scheme:dark){:root{--ink:#eee;--quiet:#bbb;--rule:#777;--alarm:#ff9d9d;--ground:#161616;--tint:#242424}}
body{font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground);max-width:76rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3,h4{line-height:1.25}h2{margin-top:3rem;border-top:2px solid var(--ink);padding-top:1rem}h3{margin-top:2rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}td{overflow-wrap:anywhere}caption{text-align:left;font-weight:600;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--rule)}thead th{background:var(--tint)}
.finding{color:var(--alarm);font-weight:600}.quiet{color:var(--quiet)}a{color:inherit}
@media print{body{max-width:none;margin:0}.wide{overflow:visible}h2{break-before:page}tr{break-inside:avoid}}`;

/**
 * The same content as a binder, as a page that screen readers, phones and printers read: the sections its recipient gets, in their order, with headings, tables
 * with captions and heads, and links to the pages of the PDF beside it. No script, nothing from anywhere else. Every text is escaped, whatever somebody typed.
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
    ...chapters.map((chapter, index) => person(chapter, index, facts, options)),
    ...(options.appendix === null ? [] : ['<section aria-labelledby="appendix">', `<h2 id="appendix">${linkTo(options, 'appendix', binderSectionWords.citations)}</h2>`, ...appendixTables(options.appendix), '</section>']),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const people = (chapters: readonly PersonChapter[]): string =>
  `<nav aria-label="People">${table('People', ['Name', 'Role', 'Findings'], chapters.map((chapter, index) => [`<a href="#person-${index + 1}">${text(chapter.name)}</a>`, text(chapter.roleLine), chapter.findings.length === 0 ? 'none' : String(chapter.findings.length)]))}</nav>`;

function person(chapter: PersonChapter, index: number, facts: BinderFacts, options: IndexOptions): string {
  const { changes } = chapter;
  const tally = [...chapter.tally.withFinding, ...chapter.tally.inOrder].map(({ status: each, count }) => `${statusFacts[each].word} ${count}`);
  return [
    `<section aria-labelledby="person-${index + 1}">`,
    `<h2 id="person-${index + 1}">${linkTo(options, `person:${chapter.personId}`, chapter.name)}</h2>`,
    `<p>${text(chapter.roleLine)}${chapter.otherNames === null ? '' : `. Other names searched: ${text(chapter.otherNames)}`}</p>`,
    list([...chapter.facts.left, ...chapter.facts.right].map((fact) => [text(fact.label), `${text(fact.value)}${fact.note === null ? '' : ` <span class="quiet">${text(fact.note)}</span>`}`])),
    `<p>${text(countOf(chapter.judged, 'requirement'))} judged: ${text(tally.join(', ').toLowerCase() || 'none')}.</p>`,
    ...(changes === undefined ? [] : [table('What changed since the last binder', ['What', 'Change'], changes.rows.map((row) => [text(row.what), row.to === null ? text(row.words) : linkTo(options, row.to, row.words)]), changes.lead)]),
    ...chapter.sections.flatMap((section) => sectionParts(section, chapter, facts, options)),
    '</section>',
  ].filter((part) => part !== '').join('\n');
}
