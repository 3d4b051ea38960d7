/** A backup as it lies in its folder. `at` is an ISO instant in UTC; `good`: it was read back and compared. */
export type DatedBackup = { readonly name: string; readonly at: string; readonly good: boolean };

/** How many days and how many months keep a backup each. */
export const usualRotation = { daily: 14, monthly: 24 } as const;

/**
 * The backups that may go, in no order. Of the good ones stay: the newest of each of the last `daily` days that have one, and the newest of
 * each of the last `monthly` months that have one; so the newest of all always stays. Days and months without a backup are not
 * counted, so that a long break takes nothing away. One that was never proven good goes only once a newer good one has replaced it.
 * Days and months are those of UTC.
 */
export function surplusBackups(backups: readonly DatedBackup[], rotation: { readonly daily: number; readonly monthly: number } = usualRotation): readonly DatedBackup[] {
  const newestFirst = backups.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : one.name < other.name ? 1 : -1));
  const good = newestFirst.filter((each) => each.good);
  const newest = good[0];
  if (newest === undefined) return [];
  const kept = new Set<DatedBackup>([newest, ...newestOfEach(good, 10, rotation.daily), ...newestOfEach(good, 7, rotation.monthly)]);
  return backups.filter((each) => !kept.has(each) && (each.good || each.at < newest.at));
}

/** The first of each of the first `count` periods in a list that is newest first; a period is the beginning of the instant. */
function newestOfEach(newestFirst: readonly DatedBackup[], letters: 7 | 10, count: number): readonly DatedBackup[] {
  const periods = new Map<string, DatedBackup>();
  for (const each of newestFirst) {
    const period = each.at.slice(0, letters);
    if (!periods.has(period) && periods.size < count) periods.set(period, each);
  }
  return [...periods.values()];
}
