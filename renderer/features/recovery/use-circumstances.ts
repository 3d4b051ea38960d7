import { useEffect, useState } from 'react';
import type { BackupStatus } from '../../../shared/backup/status.ts';
import { backups, vault } from '../../platform/desktop.ts';
import type { Circumstances } from './ways-on.ts';

const nothingKnown: Circumstances = { keys: false, users: [], entriesSeen: null, backups: { folder: null, lastGood: null } };

function backupsOf({ place, backups: listed }: BackupStatus): Circumstances['backups'] {
  const good = listed.find((each) => each.good === true);
  return {
    folder: place === null ? null : { path: place.folder, reachable: place.reachable },
    lastGood: good === undefined || place?.reachable !== true ? null : { name: good.name, at: good.at },
  };
}

/** Asks the main process what it knows of an agency that does not open; null until it has answered. */
export function useCircumstances(agencyId: string): Circumstances | null {
  const [known, setKnown] = useState<Circumstances | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      if (agencyId === '') {
        setKnown(nothingKnown);
        return;
      }
      const [status, head, kept] = await Promise.all([vault.status({ agencyId }), vault.logHeadSeen({ agencyId }), backups.status({ agencyId })]);
      if (gone) return;
      setKnown({
        keys: status.ok && status.value.state !== 'none',
        users: status.ok ? status.value.users : [],
        entriesSeen: head.ok ? (head.value.head?.seq ?? null) : null,
        backups: kept.ok ? backupsOf(kept.value) : nothingKnown.backups,
      });
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [agencyId]);
  return known;
}
