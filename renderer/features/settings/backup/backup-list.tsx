import { Button } from '@mantine/core';
import { useState } from 'react';
import type { BackupStatus, ListedBackup } from '../../../../shared/backup/status.ts';
import { momentWords, sizeWords } from '../../../../shared/backup/words.ts';
import { askRestore } from '../../../session/backup-request.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import settings from '../settings.module.css';
import styles from './backup.module.css';

const shownAtFirst = 8;

/** The backups in the folder, newest first, each with its way back. */
export function BackupList({ agencyId, status, now, timeZone }: { readonly agencyId: string; readonly status: BackupStatus | null; readonly now: number; readonly timeZone: string }) {
  const [all, setAll] = useState(false);
  const backups = status?.backups ?? [];
  const shown = all ? backups : backups.slice(0, shownAtFirst);
  return (
    <>
      <h3 className={settings.subheading}>Restore</h3>
      <p className={styles.text}>Restoring overwrites nothing: it makes a copy of then beside this one, and shows first what would change.</p>
      {shown.length > 0 && (
        <table className={styles.list}>
          <thead>
            <tr><th scope="col">Made</th><th scope="col">Record</th><th scope="col">Standing</th><th scope="col"><span className="sr-only">Action</span></th></tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.name}>
                <td>{momentWords(each.at, now, timeZone)}</td>
                <td>{sizeWords(each.bytes)}</td>
                <td><Standing good={each.good} /></td>
                <td>
                  <Button size="compact-xs" variant="subtle" aria-label={`Restore the backup made ${momentWords(each.at, now, timeZone)}`} onClick={() => askRestore({ agencyId, name: each.name })}>Restore</Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={settings.actions}>
        {backups.length > shown.length && <Button variant="subtle" onClick={() => setAll(true)}>Show all {backups.length}</Button>}
        <Button onClick={() => askRestore()}>Restore from a file</Button>
      </div>
    </>
  );
}

function Standing({ good }: Pick<ListedBackup, 'good'>) {
  if (good === true) return <StatusMark family="ok" glyph="tick" word="Read back" text="Read back" label="Good: read back and compared" />;
  if (good === false) return <StatusMark family="near" glyph="half-circle" word="Not proven" text="Not proven" label="Not proven: it was never compared" />;
  return <StatusMark family="open" glyph="circle" word="Found here" text="Found here" label="Found in the folder; not made by this copy" />;
}
