/** How much room is left, and whether that is a concern: judged before the disk refuses anything. Sizes are in bytes. */

export type Space = {
  /** The disk the records lie on; null where the system does not say. */
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | null;
  /** What the page's storage may hold and holds; null where it was not said. */
  readonly quota: { readonly usage: number; readonly quota: number } | null;
  /** The disk backups go to; null where none is chosen or it is away. */
  readonly backupFreeBytes: number | null;
  /** Whether the system promised never to remove the records to make room; null where it was not said. */
  readonly persisted: boolean | null;
};

export type SpaceConcern =
  /** Within a breath of where nothing can be recorded any more. */
  | { readonly kind: 'disk-full'; readonly leftBytes: number }
  | { readonly kind: 'disk-low'; readonly leftBytes: number }
  | { readonly kind: 'quota-low'; readonly leftBytes: number }
  | { readonly kind: 'backup-low'; readonly leftBytes: number }
  | { readonly kind: 'not-persistent' };

const MiB = 2 ** 20;
const GiB = 2 ** 30;

/** Distances above the point at which writing is refused. */
export const spaceLimits = { full: 256 * MiB, low: 2 * GiB, quota: 512 * MiB, backup: GiB } as const;

/**
 * The room that the page's storage leaves to the system and never takes: a hundredth of the disk, at most a gibibyte. From there on
 * writes are refused although the disk is not full. Source: Chromium, storage/browser/quota/quota_settings.cc, "must remain available".
 */
export const reserveOf = (totalBytes: number): number => Math.min(GiB, totalBytes / 100);

/**
 * What is to be said about the room that is left, gravest first; none: there is enough.
 * @returns bytes left until something is refused, never below 0
 */
export function spaceConcerns({ disk, quota, backupFreeBytes, persisted }: Space): readonly SpaceConcern[] {
  const concerns: SpaceConcern[] = [];
  if (disk !== null) {
    const left = Math.max(0, disk.freeBytes - reserveOf(disk.totalBytes));
    if (left <= spaceLimits.full) concerns.push({ kind: 'disk-full', leftBytes: left });
    else if (left <= spaceLimits.low) concerns.push({ kind: 'disk-low', leftBytes: left });
  }
  if (quota !== null && concerns.length === 0) {
    const left = Math.max(0, quota.quota - quota.usage);
    if (left <= spaceLimits.quota) concerns.push({ kind: 'quota-low', leftBytes: left });
  }
  if (persisted === false) concerns.push({ kind: 'not-persistent' });
  if (backupFreeBytes !== null && backupFreeBytes <= spaceLimits.backup) concerns.push({ kind: 'backup-low', leftBytes: Math.max(0, backupFreeBytes) });
  return concerns;
}

/** `640 MB`, `1.4 GB`: decimal, as systems and disks count; rounded down, so that nobody relies on room that is not there. */
export function bytesWords(bytes: number): string {
  if (bytes < 1e6) return `${Math.floor(bytes / 1e3)} kB`;
  if (bytes < 1e9) return `${Math.floor(bytes / 1e6)} MB`;
  return `${(Math.floor(bytes / 1e8) / 10).toFixed(1)} GB`;
}

/** What happened, what is safe, what to do. `short` fits a footer. */
export function spaceWords(concern: SpaceConcern): { readonly short: string; readonly title: string; readonly text: string } {
  switch (concern.kind) {
    case 'disk-full':
      return {
        short: `Disk full: ${bytesWords(concern.leftBytes)} left`,
        title: `Muster can record ${bytesWords(concern.leftBytes)} more`,
        text: 'The disk your records lie on is all but full. Everything recorded so far is safe; once it is full, new records and documents are refused with a message and nothing is half-written. Free some room now: empty the recycle bin, or move large files to another disk.',
      };
    case 'disk-low':
      return {
        short: `Disk low: ${bytesWords(concern.leftBytes)} left`,
        title: `Muster can record ${bytesWords(concern.leftBytes)} more`,
        text: 'The disk your records lie on is filling up. Everything is safe. Free some room this week: empty the recycle bin, or move large files to another disk.',
      };
    case 'quota-low':
      return {
        short: `Storage low: ${bytesWords(concern.leftBytes)} left`,
        title: `Muster can record ${bytesWords(concern.leftBytes)} more`,
        text: 'The share of the disk that records may take is nearly used up. Everything recorded so far is safe. Free some room on the disk: the share grows with it.',
      };
    case 'backup-low':
      return {
        short: `Backup disk: ${bytesWords(concern.leftBytes)} left`,
        title: `The backup folder has ${bytesWords(concern.leftBytes)} left`,
        text: 'The backups already there are safe. The next one may not fit. Free some room on that disk, or choose another folder in Settings, Backup.',
      };
    case 'not-persistent':
      return {
        short: 'Storage not protected',
        title: 'The system may remove records to make room',
        text: 'Muster asked that its records are never removed when the disk fills up, and the system did not agree. Nothing is lost. Keep room on the disk, make a backup now in Settings, Backup, and start Muster anew.',
      };
  }
}
