import type { BackupStatus } from './status.ts';

/** Milliseconds after which a good backup is a day old, and after which its age is a finding. */
const dayLong = 86_400_000;
/** How long to wait after a failed try before the next one by itself: the drive may be plugged in any minute, but a full one stays full. */
const retryAfter = 15 * 60_000;

/**
 * Whether a backup is to be made now by itself: a folder was chosen, and the last good backup is a day old or there is none. After a try
 * that failed it waits a quarter of an hour.
 * @param now milliseconds since the epoch
 */
export function backupDue({ place, lastGoodAt, lastFailure }: Pick<BackupStatus, 'place' | 'lastGoodAt' | 'lastFailure'>, now: number): boolean {
  if (place === null) return false;
  if (lastFailure !== null && ageOf(lastFailure.at, now) < retryAfter) return false;
  return lastGoodAt === null || ageOf(lastGoodAt, now) >= dayLong;
}

/** A clock that was set back must not put a backup off for ever: what lies in the future is of no age that could be trusted. */
function ageOf(at: string, now: number): number {
  const age = now - Date.parse(at);
  return age < 0 ? Number.POSITIVE_INFINITY : age;
}

/** What is wrong with an agency's backups. `old`: the last good one is two days old or more, `days` whole days. */
export type BackupFinding =
  | { readonly kind: 'never-set-up' }
  | { readonly kind: 'none-yet' }
  | { readonly kind: 'old'; readonly days: number; readonly lastGoodAt: string }
  | { readonly kind: 'failed'; readonly at: string; readonly why: string; readonly lastGoodAt: string | null };

/**
 * The finding on an agency's backups, the gravest first; null where all is well. A failed try counts until a good backup follows it;
 * `none-yet`: a folder was chosen, and nothing has come of it yet.
 * @param now milliseconds since the epoch
 */
export function backupFinding({ place, lastGoodAt, lastFailure }: Pick<BackupStatus, 'place' | 'lastGoodAt' | 'lastFailure'>, now: number): BackupFinding | null {
  if (place === null) return { kind: 'never-set-up' };
  if (lastFailure !== null && (lastGoodAt === null || lastFailure.at > lastGoodAt)) return { kind: 'failed', ...lastFailure, lastGoodAt };
  if (lastGoodAt === null) return { kind: 'none-yet' };
  const days = Math.floor((now - Date.parse(lastGoodAt)) / dayLong);
  return days >= 2 ? { kind: 'old', days, lastGoodAt } : null;
}
