import { diffDays, fromDay, isCivilDate, plusDays, plusMonths, toDay, type CivilDate } from '../../civil-date.ts';
import { exclusionListWords, type ListVersion } from '../../model/exclusion.ts';
import { countOf, dateWords } from '../../wording.ts';
import type { ListWarning, ReadList } from '../list.ts';

/** A check run against a list older than this says so. Source: rules.md 5a (staleness). */
export const staleAfterDays = 45;

/** What is known of a list's age: the day it was published, else its file's name, else its newest action. */
type Dated = Pick<ListVersion, 'list' | 'name'> & Partial<Pick<ListVersion, 'publishedOn' | 'newestAction'>>;

/**
 * The day a LEIE file was published by the month in its name: `2608EXCL.csv` and `08-2026 Updated.csv` are of August 2026, and the files of a month
 * appear by the 10th of the next. Null where the name says no month, as `UPDATED.csv`.
 */
export function publishedByName(name: string): CivilDate | null {
  const monthly = /(?:^|\D)(\d{2})(\d{2})(?:EXCL|REIN)/i.exec(name);
  const labelled = /(?:^|\D)(\d{2})-(20\d{2})(?:\D|$)/.exec(name);
  const month = monthly !== null ? `20${monthly[1] ?? ''}-${monthly[2] ?? ''}` : labelled !== null ? `${labelled[2] ?? ''}-${labelled[1] ?? ''}` : '';
  const tenth = `${month}-10`;
  return isCivilDate(tenth) ? fromDay(plusMonths(toDay(tenth), 1)) : null;
}

function datedOn({ list, name, publishedOn, newestAction }: Dated): CivilDate | null {
  return publishedOn ?? (list === 'oig-leie' ? publishedByName(name) : null) ?? newestAction ?? null;
}

/**
 * How many days old a version is on a day: since it was published, where that is known; else since the month its file is named after was published; else
 * since its newest action. Never negative, since actions may lie ahead; null where nothing dates it.
 */
export function ageInDays(version: Dated, on: CivilDate): number | null {
  const dated = datedOn(version);
  return dated === null ? null : Math.max(0, diffDays(dated, on));
}

/** Whether a version is more than 45 days old on a day; one that nothing dates is not called old. */
export const isStale = (version: Dated, on: CivilDate): boolean => (ageInDays(version, on) ?? 0) > staleAfterDays;

/** More than a tenth or more than a thousand entries less than before is no ordinary month. */
const manyFewer = { share: 0.1, rows: 1_000 } as const;

/**
 * Everything a person should know before a list is taken in: what was noticed while it was read (`list.warnings`, first), then how it compares with the
 * newest version held (null for none) and how old it is today. `publishedOn`: where the download says so. A supplement is compared with nothing.
 */
export function warningsAgainst(list: ReadList, before: ListVersion | null, today: CivilDate, publishedOn?: CivilDate): readonly ListWarning[] {
  const warnings: ListWarning[] = [...list.warnings];
  const name = exclusionListWords[list.list].short;
  if (before?.sha256 === list.sha256) {
    warnings.push({ code: 'same-as-before', asks: false, words: `This is the same file as the version held since ${dateWords(dayOf(before))} (${before.name}), byte for byte.` });
  } else if (before !== null && before.scope === list.scope && list.scope === 'full') {
    const fewer = before.rows - list.rows.length;
    if (fewer > 0) {
      const asks = fewer > before.rows * manyFewer.share || fewer > manyFewer.rows;
      warnings.push({
        code: 'fewer-than-before',
        asks,
        words: `${name} now has ${countOf(list.rows.length, 'entry', 'entries')}, ${fewer} fewer than ${before.name} (${before.rows}).${asks ? ' So many are not taken off in a month: the download may have been cut off.' : ' People who are reinstated are taken off the list.'}`,
      });
    }
    if (before.newestAction !== undefined && list.newestAction !== null && isCivilDate(before.newestAction) && list.newestAction < before.newestAction) {
      warnings.push({
        code: 'older-than-before',
        asks: true,
        words: `The newest action in this file is of ${dateWords(list.newestAction)}; the version held already goes to ${dateWords(before.newestAction)}. This file seems to be an older one.`,
      });
    }
  }
  const dated: Dated = { list: list.list, name: list.fileName, ...(publishedOn === undefined ? {} : { publishedOn }), ...(list.newestAction === null ? {} : { newestAction: list.newestAction }) };
  const age = ageInDays(dated, today);
  if (age !== null && age > staleAfterDays) {
    const dayOld = fromDay(plusDays(toDay(today), -age));
    warnings.push({ code: 'out-of-date', asks: false, words: `This list may be out of date: it goes back to ${dateWords(dayOld)}, ${countOf(age, 'day')} ago. A list is published every month; a check should use one no older than ${staleAfterDays} days.` });
  }
  return warnings;
}

const dayOf = ({ recordedAt, publishedOn }: ListVersion): CivilDate => {
  const day = recordedAt.slice(0, 10);
  if (isCivilDate(day)) return day;
  if (publishedOn !== undefined) return publishedOn;
  throw new Error(`A list version was recorded at no day: ${recordedAt}`);
};

type More = Pick<ListVersion, 'id' | 'source' | 'recordedAt'> & Partial<Pick<ListVersion, 'publishedOn' | 'reason' | 'documents' | 'recordedBy'>> & {
  /** The warnings that were shown; without them the list's own. */
  readonly shown?: readonly ListWarning[];
};

/** A list that was read, as the version the agency's file keeps of it. Entries are counted, the header not. */
export function listVersionOf(list: ReadList, { shown = list.warnings, ...more }: More): ListVersion {
  return {
    ...more,
    list: list.list,
    name: list.fileName,
    sha256: list.sha256,
    bytes: list.bytes,
    rows: list.rows.length,
    ...(list.newestAction === null ? {} : { newestAction: list.newestAction }),
    scope: list.scope,
    ...(list.columns === null ? {} : { columns: list.columns }),
    ...(shown.length === 0 ? {} : { warnings: shown.map(({ words }) => words) }),
  };
}
