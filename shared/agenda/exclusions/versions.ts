import type { AgencyFile } from '../../agency-file/schema.ts';
import { civilDateAt, type CivilDate } from '../../civil-date.ts';
import { defaultTimeZone } from '../../model/agency.ts';
import { exclusionListWords, type ExclusionList, type ListVersion } from '../../model/exclusion.ts';
import { ageInDays, isStale, staleAfterDays } from '../../screening/lists/list-version.ts';
import { countOf, dateWords } from '../../wording.ts';
import { recordedBy } from './subject.ts';

/** The day a version was brought in, in the agency's time zone. */
export const importedOn = (file: AgencyFile, version: ListVersion): CivilDate =>
  civilDateAt(Date.parse(version.recordedAt), file.agency.timeZone ?? defaultTimeZone);

/** The versions of a list on record, the latest brought in first; supplements included. */
export function versionsOf(file: AgencyFile, list: ExclusionList, knownAt?: string): readonly ListVersion[] {
  return (file.listVersions ?? [])
    .filter((version) => version.list === list)
    .filter(recordedBy(file, knownAt))
    .map((version, at) => ({ version, at, moment: Date.parse(version.recordedAt) }))
    .sort((one, other) => other.moment - one.moment || other.at - one.at)
    .map(({ version }) => version);
}

/**
 * The version of a list in force on a day: the whole list brought in last by then, that day included; null where there is none. Supplements and
 * reinstatements never are: they prove no search and replace nothing.
 */
export function versionInForce(file: AgencyFile, list: ExclusionList, on: CivilDate, knownAt?: string): ListVersion | null {
  return versionsOf(file, list, knownAt).find((version) => version.scope === 'full' && importedOn(file, version) <= on) ?? null;
}

/** How old the version in force is, in words for a screen. */
export type ListAge = {
  readonly list: ExclusionList;
  readonly version: ListVersion | null;
  /** Since it was published, as far as anything says; null where nothing does. */
  readonly days: number | null;
  readonly stale: boolean;
  readonly words: string;
};

/** Whether a check on a day would use a list that is out of date: older than 45 days, or none at all. */
export function listAge(file: AgencyFile, list: ExclusionList, on: CivilDate, knownAt?: string): ListAge {
  const version = versionInForce(file, list, on, knownAt);
  const name = exclusionListWords[list].short;
  if (version === null) return { list, version, days: null, stale: false, words: `No version of ${name} has been brought in yet.` };
  const days = ageInDays(version, on);
  const stale = isStale(version, on);
  if (days === null) return { list, version, days, stale, words: `${name}: nothing in ${version.name} says how old it is; it was brought in on ${dateWords(importedOn(file, version))}.` };
  return {
    list, version, days, stale,
    words: stale
      ? `${name} may be out of date: ${version.name} is ${countOf(days, 'day')} old, over ${staleAfterDays}. Bring in the current list.`
      : `${name}: ${version.name} is ${countOf(days, 'day')} old.`,
  };
}
