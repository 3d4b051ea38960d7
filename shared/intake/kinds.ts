import type { ApartKind } from '../model/document.ts';
import { evidenceKindWords, type EvidenceKind } from '../model/evidence.ts';
import type { Confidence } from './confidence.ts';
import { exclusionWords, kindTable, type KindWords } from './kind-table.ts';
import type { Token } from './tokens.ts';

/** A kind of paper, as far as it can be told: the kind of evidence, and what an "other" one is. */
export type PaperKind = { readonly kind: EvidenceKind; readonly category: string | null; readonly apart: ApartKind | null };

/** Words of a text that say a kind. */
export type KindHit = { readonly row: KindWords; readonly strong: boolean; readonly words: string; readonly at: number; readonly length: number };

type Phrase = { readonly words: readonly string[]; readonly row: KindWords | null; readonly strong: boolean };

/** All phrases by their first word, the longest first: "hipaa training" is no "hipaa". */
let phrases: ReadonlyMap<string, readonly Phrase[]> | null = null;

function phrasesByWord(): ReadonlyMap<string, readonly Phrase[]> {
  const made = new Map<string, Phrase[]>();
  const add = (text: string, row: KindWords | null, strong: boolean): void => {
    const words = text.split(' ');
    const first = words[0] ?? '';
    const list = made.get(first) ?? [];
    list.push({ words, row, strong });
    made.set(first, list);
  };
  for (const row of kindTable) {
    for (const text of row.strong ?? []) add(text, row, true);
    for (const text of row.weak ?? []) add(text, row, false);
  }
  for (const text of exclusionWords) add(text, null, true);
  for (const list of made.values()) list.sort((one, other) => other.words.length - one.words.length);
  return made;
}

/** Every phrase that says a kind, in its order; no word counts twice. `exclusions`: the places of words that name an exclusion search. */
export function kindHits(tokens: readonly Token[]): { readonly hits: readonly KindHit[]; readonly exclusions: readonly number[]; readonly explained: ReadonlySet<number> } {
  phrases ??= phrasesByWord();
  const hits: KindHit[] = [];
  const exclusions: number[] = [];
  const explained = new Set<number>();
  for (let at = 0; at < tokens.length; ) {
    const found = (phrases.get(tokens[at]?.text ?? '') ?? []).find((phrase) => phrase.words.every((word, step) => tokens[at + step]?.text === word));
    if (found === undefined) {
      at += 1;
      continue;
    }
    if (found.row === null) exclusions.push(at);
    else hits.push({ row: found.row, strong: found.strong, words: found.words.join(' '), at, length: found.words.length });
    for (let step = 0; step < found.words.length; step += 1) explained.add(at + step);
    at += found.words.length;
  }
  return { hits, exclusions, explained };
}

/** Words of file names that are no part of anybody's name. */
const noise = new Set([
  'scan', 'scanned', 'scans', 'img', 'image', 'doc', 'document', 'file', 'copy', 'final', 'signed', 'new', 'old', 'updated', 'exp', 'expires', 'expired', 'expiration', 'cert', 'certificate', 'certification', 'card', 'results',
  'result', 'neg', 'negative', 'pos', 'positive', 'clear', 'cleared', 'pass', 'passed', 'fail', 'failed', 'front', 'back', 'page', 'pages', 'pg', 'p', 'v', 'rev', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep',
  'sept', 'oct', 'nov', 'dec', 'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'through', 'thru', 'valid', 'issued', 'dated', 'date', 'for', 'and', 'the',
  'of', 'from', 'to', 'training', 'check', 'test', 'form', 'forms', 'completed', 'complete', 'report', 'letter', 'packet', 'personnel', 'employee', 'hr', 'hs', 'annual', 'yearly', 'adult', 'child', 'infant', 'online', 'renewal', 'yr', 'read', 'placed', 'hours', 'hrs', 'day', 'st', 'nd', 'rd', 'th', 'with', 'no', 'on', 'at', 'in', 'is', 'has',
]);
/** Whether a word of a file's name is a usual one that names nobody. */
export const isNoise = (word: string): boolean => noise.has(word);

export type KindProposal = { readonly paper: PaperKind | null; readonly parts: readonly string[]; readonly confidence: Confidence; readonly why: string; readonly candidates: readonly PaperKind[] };

export const paperOf = (row: KindWords): PaperKind => ({ kind: row.kind, category: row.category ?? null, apart: row.apart ?? null });
const keyOf = ({ kind, category }: PaperKind): string => `${kind} ${category ?? ''}`;
/** A kind of paper in words. */
export const paperWords = ({ kind, category }: PaperKind): string => category ?? evidenceKindWords[kind];

/** How much of the first page is its title, in words. */
const titleWords = 45;
/** The first strong words of a page are its title; those after it may be its fields. */
const points = { name: { strong: 10, weak: 4 }, title: { strong: 7, weak: 2 }, under: { strong: 3, weak: 1 }, body: { strong: 1, weak: 0 } } as const;

/**
 * Which kind of paper it is. A file's name weighs most, then the first words of the first page; words further down count little, since an application names
 * many papers. `open` where nothing says it, or two kinds are as likely.
 */
export function chooseKind(name: readonly Token[], text: readonly Token[]): KindProposal {
  const inName = kindHits(name);
  const inText = kindHits(text);
  const scores = new Map<string, { paper: PaperKind; score: number; strong: boolean; why: string; parts: Set<string> }>();
  const seen = new Set<string>();
  const count = (hit: KindHit, where: keyof typeof points): void => {
    const paper = paperOf(hit.row);
    const key = keyOf(paper);
    const entry = scores.get(key) ?? { paper, score: 0, strong: false, why: '', parts: new Set<string>() };
    scores.set(key, entry);
    if (hit.row.part !== undefined && (hit.strong || where === 'name') && where !== 'body') entry.parts.add(hit.row.part);
    const once = `${key} ${where} ${hit.strong ? 'strong' : 'weak'}`;
    if (seen.has(once)) return;
    seen.add(once);
    entry.score += points[where][hit.strong ? 'strong' : 'weak'];
    if (where !== 'body') entry.strong ||= hit.strong;
    const said = where === 'name' ? `file name says “${hit.words.toUpperCase()}”` : where === 'title' ? `the page begins with “${hit.words}”` : where === 'under' ? `the first page says “${hit.words}”` : '';
    if (said !== '' && (entry.why === '' || hit.strong)) entry.why = entry.why === '' ? said : `${entry.why}; ${said}`;
  };
  for (const hit of inName.hits) count(hit, 'name');
  const title = inText.hits.find(({ strong }) => strong);
  for (const hit of inText.hits) count(hit, hit.at >= titleWords ? 'body' : title === undefined || hit.at <= title.at || paperOf(hit.row).kind === title.row.kind ? 'title' : 'under');
  const order = [...scores.values()].sort((one, other) => other.score - one.score || (keyOf(one.paper) < keyOf(other.paper) ? -1 : 1));
  const candidates = order.slice(0, 4).map(({ paper }) => paper);
  const [first, second] = order;
  const none = (why: string): KindProposal => ({ paper: null, parts: [], confidence: 'open', why, candidates });
  if (inName.exclusions.length > 0 || (inText.exclusions.some((at) => at < titleWords) && (first?.score ?? 0) < 10)) {
    if ((first?.score ?? 0) < 10) return none('It looks like an exclusion search. What is checked every month is recorded on the screen Exclusions');
  }
  if (first === undefined || first.score < 2) return none('Neither the file name nor the text says what it is');
  const lead = first.score - (second?.score ?? 0);
  if (lead < 3 && second !== undefined && second.score > 1) return none(`It may be ${paperWords(first.paper)} or ${paperWords(second.paper)}`);
  const confidence: Confidence = first.strong && lead >= 5 ? 'sure' : 'likely';
  return { paper: first.paper, parts: [...first.parts], confidence, why: first.why, candidates };
}
