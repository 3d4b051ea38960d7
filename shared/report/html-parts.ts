import { statusFacts, type Status } from '../rules/status.ts';
import type { Appendix } from './binder-model.ts';

/**
 * What a page of an index needs besides the binder: the file it stands beside, the page of a place (`person:ID/row/4`), null where that is not in the file, and for a
 * binder of several people the appendix they share, null where it has none.
 */
export type IndexOptions = { readonly pdfName: string; readonly pageOf: (place: string) => number | null; readonly appendix: Appendix | null };

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
// Controls have no place in HTML; marks that turn the direction of writing could make a line read as another.
const unwelcome = /[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu;

/** Words as HTML, whatever somebody typed. */
export const text = (words: string): string => words.replace(unwelcome, '').replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** A link into the PDF. */
export function link({ pdfName }: IndexOptions, page: number | null, words: string): string {
  const href = `${encodeURIComponent(pdfName.replace(unwelcome, ''))}${page === null ? '' : `#page=${page}`}`;
  return `<a href="${text(href)}">${text(words)}</a>`;
}

/** A link to the page of a place; the words alone where it is not in the PDF. */
export const linkTo = (options: IndexOptions, place: string, words: string): string => {
  const page = options.pageOf(place);
  return page === null ? text(words) : link(options, page, words);
};

/** A table of cells that are HTML already, the first of each row its head; nothing where there are no rows. `lead` stands before it. */
export const table = (caption: string, heads: readonly string[], rows: readonly (readonly string[])[], lead?: string): string =>
  rows.length === 0 ? '' : [
    ...(lead === undefined ? [] : [`<p>${text(lead)}</p>`]),
    `<div class="wide" role="region" aria-label="${text(caption)}" tabindex="0"><table><caption>${text(caption)}</caption>`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${text(head)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map(([first = '', ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</tbody></table></div>`,
  ].join('\n');

/** Labels and what stands beside them, both HTML already. */
export const list = (facts: readonly (readonly [string, string])[]): string => (facts.length === 0 ? '' : `<dl>${facts.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`);

export const status = (value: Status): string => (statusFacts[value].compliant ? text(statusFacts[value].word) : `<span class="finding">${text(statusFacts[value].word)}</span>`);
