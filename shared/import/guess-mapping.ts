import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { monthNumber, readDateText } from '../date-entry.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import { checkHeads, evidenceHeads, fillerWords, itemFieldWords, personHeads } from './header-words.ts';
import { plain } from './plain.ts';
import { saysNothing } from './row-cells.ts';
import { serialToDate } from './serial-dates.ts';
import type { Table } from './table.ts';
import { ignore, isDateTarget, parseTarget, targetKey, type ItemField, type Target } from './targets.ts';
import { kindPhrases, listPhrases, partsNamedIn, readWord } from './vocabulary.ts';

/** What the file is taken for. A roster makes people; evidence needs its people to exist. */
export type Purpose = 'roster' | 'evidence';

/** One meaning for every column, in the table's order. */
export type ColumnGuess = { readonly target: Target; readonly by: 'name' | 'likeness' | 'memory' | 'none' };

const headOf = (header: string): string => {
  const bare = plain(header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  return bare === '' ? plain(header) : bare;
};

const isDateText = (text: string, serials: Table['serials']): boolean => {
  if (readDateText(text, { order: 'us', lastShortYear: 2050 }).ok || readDateText(text, { order: 'day-first', lastShortYear: 2050 }).ok) return true;
  return serials !== null && /^\d{5}(\.\d+)?$/.test(text) && serialToDate(Number(text), serials) !== null;
};

type Sampler = (at: number, fits: (text: string) => boolean) => boolean;

/** Whether most of the cells looked at in a column fit; a column of blanks fits anything. */
const samplerOf = (table: Table): Sampler => (at, fits) => {
  const cells = table.rows.map(({ cells: row }) => row[at] ?? '').filter((text) => !saysNothing(text)).slice(0, 40);
  return cells.length === 0 || cells.filter(fits).length * 2 >= cells.length;
};

/**
 * Guesses what each column means from its head and its first cells. The person can change every guess; nothing is imported
 * from a column that is not recognised.
 */
export function guessMapping(table: Table, purpose: Purpose): readonly ColumnGuess[] {
  const heads = table.headers.map(headOf);
  const fits = samplerOf(table);
  const kindAt = heads.findIndex((head, at) => evidenceHeads.kind.includes(head) && filledAt(table, at) && fits(at, (text) => readWord('kind', text) !== null));
  const listAt = heads.findIndex((head, at) => checkHeads.list.includes(head) && filledAt(table, at) && fits(at, (text) => readWord('list', text) !== null));
  const plainMonths = heads.filter((head) => monthOfHead(head) !== null).length;
  const taken = new Set<string>();
  return heads.map((head, at) => {
    const guess = guessColumn(head, at, { table, fits, kindAt, listAt, purpose, plainMonths });
    const key = targetKey(guess.target);
    if (guess.target.to === 'ignore') return guess;
    if (taken.has(key)) return { target: ignore, by: 'none' };
    taken.add(key);
    return guess;
  });
}

const filledAt = (table: Table, at: number): boolean => table.rows.some(({ cells }) => (cells[at] ?? '') !== '');

type Context = {
  readonly table: Table;
  readonly fits: Sampler;
  readonly kindAt: number;
  readonly listAt: number;
  readonly purpose: Purpose;
  readonly plainMonths: number;
};

function guessColumn(head: string, at: number, context: Context): ColumnGuess {
  const named = (target: Target): ColumnGuess => ({ target, by: 'name' });
  const datesFit = (target: Target): boolean => !isDateTarget(target) ||
    context.fits(at, (text) => isDateText(text, context.table.serials) || ((target.to === 'item' || target.to === 'month-check') && readWord('yes-no', text) !== null));
  if (at === context.kindAt) return named({ to: 'evidence', field: 'kind' });
  if (at === context.listAt) return named({ to: 'check', field: 'list' });
  if (context.listAt >= 0 && context.kindAt < 0) {
    const field = fieldOf(checkHeads, head);
    if (field !== null && datesFit({ to: 'check', field })) return named({ to: 'check', field });
  }
  if (context.kindAt >= 0) {
    const field = fieldOf(evidenceHeads, head);
    if (field !== null && field !== 'kind' && datesFit({ to: 'evidence', field })) return named({ to: 'evidence', field });
  }
  const person = fieldOf(personHeads, head);
  if (person !== null && (context.purpose === 'roster' || isIdentity(person)) && datesFit({ to: 'person', field: person })) {
    // "License" over a column of dates is not the kind of licence, and neither is "Credential" over kinds of items.
    if (person !== 'license-kind' || context.fits(at, (text) => readWord('license-kind', text) !== null)) return named({ to: 'person', field: person });
  }
  const likely = monthCheck(head, context) ?? item(head, (target) => datesFit(target));
  if (likely !== null && datesFit(likely)) return { target: likely, by: 'likeness' };
  return { target: ignore, by: 'none' };
}

const isIdentity = (field: string): boolean =>
  ['person-id', 'full-name', 'family', 'given', 'middle', 'suffix', 'birth-date', 'npi'].includes(field);

function fieldOf<Field extends string>(heads: Readonly<Record<Field, readonly string[]>>, head: string): Field | null {
  const stripped = head.split(' ').filter((word) => !['employee', 'employees', 'staff', 'persons'].includes(word)).join(' ');
  const fields = Object.keys(heads) as Field[];
  return fields.find((field) => heads[field].includes(head)) ?? fields.find((field) => heads[field].includes(stripped)) ?? null;
}

/** `Jan 2026`, `2026 01`, `01 2026`, `January 26` as a month. */
function monthOfHead(head: string): string | null {
  const match = /^(?:(\d{4}) (\d{1,2})|(\d{1,2}) (\d{4})|([a-z]{3,9}) (\d{4}|\d{2}))$/.exec(head);
  if (match === null) return null;
  const year = match[1] ?? match[4] ?? match[6] ?? '';
  const month = match[5] === undefined ? Number(match[2] ?? match[3]) : monthNumber(match[5]);
  if (month === null || month < 1 || month > 12) return null;
  return `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}`;
}

function monthCheck(head: string, context: Context): Target | null {
  const padded = ` ${head} `;
  const found = listPhrases.find(([phrase]) => padded.includes(` ${phrase} `));
  if (found === undefined) {
    const month = monthOfHead(head);
    return month !== null && context.plainMonths >= 2 ? { to: 'month-check', list: 'oig-leie', month } : null;
  }
  const rest = padded.replace(` ${found[0]} `, ' ').trim();
  const month = monthOfHead(rest);
  const saysNothingElse = rest.split(' ').every((word) => word === '' || fillerWords.includes(word) || ['exclusion', 'monthly', 'list', 'checked'].includes(word));
  return month !== null || saysNothingElse ? { to: 'month-check', list: found[1], month } : null;
}

function item(head: string, acceptable: (target: Target) => boolean): Target | null {
  const padded = ` ${head} `;
  for (const [phrase, kind] of kindPhrases) {
    if (!padded.includes(` ${phrase} `)) continue;
    const rest = padded.replace(` ${phrase} `, ' ').trim();
    const field = rest === '' && phrase.endsWith(' hours') ? 'hours' : itemFieldOf(rest, kind);
    if (field === null) continue;
    const target: Target = { to: 'item', kind, field, parts: partsNamedIn(kind, head), result: null };
    if (acceptable(target)) return target;
  }
  return null;
}

/** Which field the words beside an item's name mean; null when a word among them is not understood. */
function itemFieldOf(rest: string, kind: EvidenceKind): ItemField | null {
  const padded = ` ${rest} `;
  const found = itemFieldWords.find(([, words]) => words.some((word) => padded.includes(` ${word} `)));
  const used = found?.[1] ?? [];
  const left = used.toSorted((a, b) => b.length - a.length).reduce((text, word) => text.replaceAll(` ${word} `, ' '), padded);
  const understood = left.split(' ').every((word) => word === '' || fillerWords.includes(word) || partsNamedIn(kind, word).length > 0);
  if (!understood) return null;
  return found?.[0] ?? 'performedOn';
}

/** Names a table by its heads, so that the same kind of file finds the mapping it had last time. Case and signs do not matter. */
export const mappingKey = (headers: readonly string[]): string =>
  bytesToHex(sha256(new TextEncoder().encode(headers.map(plain).join('\u001f')))).slice(0, 16);

/** A mapping as text to keep. It holds meanings of columns only, nothing from the file's cells. */
export const rememberMapping = (columns: readonly Target[]): string => JSON.stringify(columns.map(targetKey));

/** The mapping kept under a table's key, or null when the text is none or has another number of columns. */
export function recallMapping(text: string, headers: readonly string[]): readonly ColumnGuess[] | null {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(kept) || kept.length !== headers.length) return null;
  return kept.map((key: unknown) => {
    const target = typeof key === 'string' ? parseTarget(key) : ignore;
    return { target, by: target.to === 'ignore' ? 'none' : 'memory' };
  });
}
