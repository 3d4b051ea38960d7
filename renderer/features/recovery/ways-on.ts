import { countOf } from '../../../shared/wording.ts';
import type { OpenFailure } from '../../db/failures.ts';

/** What is known of an agency that does not open, besides why. */
export type Circumstances = {
  /** It has keys on this computer. */
  readonly keys: boolean;
  /** Who can unlock it. */
  readonly users: readonly { readonly id: string; readonly name: string }[];
  /** How many entries its log had when it was last written here; null where nobody saw it. */
  readonly entriesSeen: number | null;
  readonly backups: {
    /** Null where no folder was chosen; `reachable` false while its drive is away. */
    readonly folder: { readonly path: string; readonly reachable: boolean } | null;
    /** The newest that is there and was proven: its file, and when it was made. */
    readonly lastGood: { readonly name: string; readonly at: string } | null;
  };
};

export type Way = 'restore' | 'save-readable' | 'try-again' | 'leave';

/**
 * The ways on, the one to take first in front. What could bring back everything goes before what brings back a part, and that before
 * giving up; where nothing is lost, trying again comes first.
 */
export function waysOn(failure: OpenFailure): readonly [Way, ...Way[]] {
  switch (failure.code) {
    case 'not-here':
      return ['restore', 'try-again', 'leave'];
    case 'damaged':
    case 'lost-entries':
    case 'storage-failed':
      return ['restore', 'save-readable', 'try-again', 'leave'];
    case 'keys-missing':
      return ['restore', 'try-again', 'leave'];
    case 'newer':
    case 'locked':
    case 'in-use':
    case 'storage-full':
      return ['try-again', 'save-readable', 'restore', 'leave'];
  }
}

/** An agency whose database is gone although it was recorded in here: told as that, never as an agency that somebody removed. Null: it is not one. */
export function goneWords(failure: OpenFailure, { keys, users, entriesSeen }: Circumstances): { readonly title: string; readonly happened: string; readonly safe: string } | null {
  if (failure.code !== 'not-here' || !keys) return null;
  const whose = users.length === 0 ? 'Its keys' : `The keys of ${users.map(({ name }) => name).join(', ')}`;
  const seen = entriesSeen === null ? '' : ` When it was last written, its log had ${countOf(entriesSeen, 'entry', 'entries')}.`;
  return {
    title: 'The records of this agency are gone from this computer',
    happened: `${whose} are here, but the database is not.${seen} A damaged disk, a cleaning program or a copied data folder can take it away; nobody removed it in Muster.`,
    safe: 'Its keys, documents and backups lie apart from the database and were not touched. Nothing was written over. Do not enter the agency again: restore it.',
  };
}
