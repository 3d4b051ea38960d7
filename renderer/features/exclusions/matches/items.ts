import { matchQueue, type MatchQueue, type QueueItem } from '../../../../shared/agenda/exclusions/match-queue.ts';
import { isAbout } from '../../../../shared/agenda/exclusions/subject.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import { exclusionListWords, type Decision, type MatchTier } from '../../../../shared/model/exclusion.ts';
import { monthWords } from '../../../../shared/wording.ts';
import { entryName } from '../../../../shared/screening/entry-name.ts';
import { keptRow } from '../../../session/kept-row.ts';
import { matchKey } from '../../../session/match-path.ts';
import type { QueueLine, RememberedLine } from './match-queue.tsx';

/** Where an item stands in the queue. */
export type Place = 'open' | 'waiting' | 'confirmed' | 'remembered' | 'weak';

export type Item = QueueItem & { readonly place: Place; readonly decision: Decision | null };

export type Items = Readonly<Record<Place, readonly Item[]>>;

export const tierTitles: Readonly<Record<MatchTier, string>> = { strong: 'Strong', possible: 'Possible', weak: 'Weak', none: 'None' };

const placed = (place: Place, items: MatchQueue['weak'] | MatchQueue['open']): readonly Item[] =>
  items.map((item) => ({ ...item, place, decision: 'decision' in item ? item.decision : null }));

/** The queue of a day, by place. A weak row that was cleared is remembered; the others wait, folded. */
export function itemsOf(file: AgencyFile, asOf: CivilDate, knownAt: string | null): Items {
  const queue = matchQueue(file, asOf, knownAt ?? undefined);
  return {
    open: placed('open', queue.open),
    waiting: placed('waiting', queue.unable),
    confirmed: placed('confirmed', queue.confirmed),
    remembered: [...placed('remembered', queue.remembered), ...placed('remembered', queue.weak.filter((item) => item.decision?.verdict === 'not-the-person'))],
    weak: placed('weak', queue.weak.filter((item) => item.decision?.verdict !== 'not-the-person')),
  };
}

/** An item's own place in the address. */
export const keyOfItem = (item: QueueItem): string => matchKey(item.check.id, item.candidate?.digest ?? null);

/** The item an address names: by its check, or, where a later check found the same row, by subject, list and row. */
export function findItem(file: AgencyFile, items: readonly Item[], key: string): Item | undefined {
  const direct = items.find((item) => keyOfItem(item) === key);
  if (direct !== undefined) return direct;
  const [checkId, digest] = key.split(' ');
  const check = (file.exclusionChecks ?? []).find((each) => each.id === checkId);
  if (check === undefined || digest === undefined) return undefined;
  return items.find((item) => item.list === check.list && item.candidate?.digest === digest && isAbout(check, item.key));
}

const rowWords = (file: AgencyFile, item: QueueItem): string => {
  const row = item.candidate === null ? null : keptRow(file, item.check, item.candidate);
  return `${exclusionListWords[item.list].short.replace(/ LEIE$/, '')} · ${row === null ? 'web-site search' : entryName(row)}`;
};

export const queueLine = (file: AgencyFile, item: Item): QueueLine => ({
  key: keyOfItem(item),
  name: item.listName,
  row: rowWords(file, item),
  score: item.candidate?.score ?? null,
  tier: tierTitles[item.candidate?.tier ?? 'possible'],
  reopened: item.place === 'open' && item.reopened !== null,
});

export const rememberedLine = (file: AgencyFile, item: Item): RememberedLine => ({
  key: keyOfItem(item),
  name: item.listName,
  row: rowWords(file, item),
  verdict: item.decision?.verdict ?? 'not-the-person',
  when: item.decision === null ? '' : monthWords(item.decision.decidedOn),
});
