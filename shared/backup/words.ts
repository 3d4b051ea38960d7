import { civilDateAt } from '../civil-date.ts';
import { countOf, dateWords, distanceWords } from '../wording.ts';
import type { BackupFinding } from './schedule.ts';
import type { ComparedList } from './comparison.ts';
import type { LogRelation } from './lineage.ts';
import { backupTroubles, type BackupTrouble } from './status.ts';

/** Bytes as a person says them: "1.2 GB". */
export function sizeWords(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;
  let size = bytes;
  let unit = 0;
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[unit] ?? ''}`;
}

/** An instant as date, time and distance in a time zone: "23 Nov 2026, 08:30 · today". `now` in milliseconds since the epoch. */
export function momentWords(at: string, now: number, timeZone: string): string {
  const day = civilDateAt(Date.parse(at), timeZone);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(Date.parse(at));
  return `${dateWords(day)}, ${time} · ${distanceWords(day, civilDateAt(now, timeZone))}`;
}

/** Why a backup came to nothing, as kept (`trouble:detail`), in a sentence that says what to do. */
export function troubleWords(why: string): string {
  const [code = '', ...rest] = why.split(':');
  const detail = rest.join(':');
  const trouble = backupTroubles.find((each) => each === code) ?? 'failed';
  return sentences[trouble](detail === '' ? '' : ` (${detail})`, detail);
}

const sentences: Readonly<Record<BackupTrouble, (bracket: string, detail: string) => string>> = {
  'no-folder': () => 'The folder for backups was not there: its drive is unplugged, or it was moved or renamed. Plug the drive in; Muster tries again by itself. Or choose another folder.',
  'cannot-read': (bracket) => `What was written could not be read back${bracket}. The drive may be failing. Choose a folder on another one.`,
  'cannot-write': (bracket) => `The system refused to write there${bracket}. Check that the drive is not write-protected, or choose another folder.`,
  'disk-full': () => 'The disk the backups go to is full. Make room on it, or choose another folder. Backups made before are untouched.',
  damaged: (_bracket, detail) => `What was read back is not what was written${detail === '' ? '' : `: ${detail}`}. The drive may be failing. The backup does not count; choose a folder on another drive.`,
  differs: (_bracket, detail) => `The record read back from the backup differs from the one written, in: ${detail}. The backup does not count. Back up again; if it happens again, choose another drive.`,
  stopped: () => 'It was stopped before it was done. The next one begins by itself.',
  failed: (bracket) => `Muster made a mistake${bracket}. Back up again; if it happens again, save the diagnostics in Settings.`,
};

/** A finding on backups: its title and a sentence. */
export function findingWords(finding: BackupFinding, now: number, timeZone: string): { readonly title: string; readonly text: string } {
  switch (finding.kind) {
    case 'never-set-up':
      return { title: 'Nothing is backed up', text: 'If this computer is lost or its disk fails, the record is gone. Choose a folder on another disk; it takes a minute.' };
    case 'none-yet':
      return { title: 'No backup has been made yet', text: 'A folder was chosen, and nothing lies in it yet.' };
    case 'old':
      return { title: `The last backup is ${countOf(finding.days, 'day')} old`, text: `It was made ${momentWords(finding.lastGoodAt, now, timeZone)}. What was recorded since exists only on this computer.` };
    case 'failed':
      return { title: `The last backup failed, ${momentWords(finding.at, now, timeZone)}`, text: `${troubleWords(finding.why)} ${finding.lastGoodAt === null ? 'There is no good backup yet.' : `The last good one is of ${momentWords(finding.lastGoodAt, now, timeZone)}.`}` };
  }
}

/** The names of the lists as a person counts them: one, several. */
export const listWords: Readonly<Record<ComparedList, readonly [string, string]>> = {
  people: ['person', 'people'],
  evidence: ['item of evidence', 'items of evidence'],
  documents: ['document', 'documents'],
  exclusionChecks: ['exclusion check', 'exclusion checks'],
  decisions: ['decision', 'decisions'],
  agencyRecords: ['agency record', 'agency records'],
  teams: ['team', 'teams'],
  sites: ['site', 'sites'],
  vendors: ['vendor', 'vendors'],
  listVersions: ['list version', 'list versions'],
  monthRecords: ['month record', 'month records'],
};

/** How a file's log stands to the one here. */
export function relationWords(relation: LogRelation, now: number, timeZone: string): string {
  switch (relation.kind) {
    case 'same':
      return 'Its log ends where the log here ends.';
    case 'ahead':
      return `Its log goes on where the log here ends, by ${countOf(relation.more, 'entry', 'entries')}: it is newer.`;
    case 'behind':
      return `Its log lacks the last ${relation.more === 1 ? 'entry' : `${relation.more} entries`} of the log here: it is older.`;
    case 'apart': {
      const since = relation.partedAt === null ? '' : ` (${momentWords(relation.partedAt, now, timeZone)})`;
      return `The two logs part after entry ${relation.common}${since}: the one here has ${countOf(relation.oursMore, 'entry', 'entries')} the file lacks, the file ${countOf(relation.theirsMore, 'entry', 'entries')} that are not here.`;
    }
  }
}
