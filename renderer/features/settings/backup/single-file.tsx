import { Button } from '@mantine/core';
import { useState } from 'react';
import { showInFolder } from '../../../platform/desktop.ts';
import { exportName } from '../../../session/agency-files.ts';
import { saveCopy } from '../../../session/backup-hand-over.ts';
import { withProgress } from '../../../session/backups.tsx';
import { cx } from '../../../ui/cx.ts';
import { useSession } from '../../../session/session.tsx';
import { Trouble } from '../trouble.tsx';
import settings from '../settings.module.css';
import styles from './backup.module.css';

/** The whole agency as one encrypted file, documents and all. */
export function SingleFile() {
  const { agencyId, backup, file, today, logEvent } = useSession();
  const [working, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [saved, setSaved] = useState<{ readonly name: string; readonly place: string } | null>(null);
  const save = async (): Promise<void> => {
    setWorking(true);
    setSaved(null);
    const done = await withProgress(() => saveCopy(agencyId, backup, exportName(file.agency.name, today, 'muster')));
    setWorking(false);
    setTrouble(done.ok ? null : done.error);
    if (!done.ok || done.value === null) return;
    setSaved(done.value);
    await logEvent('backup', `Wrote an encrypted copy of the agency: ${done.value.name}`);
  };
  return (
    <>
      <h3 className={settings.subheading}>One encrypted file</h3>
      <p className={styles.text}>The record with all documents in a single file, to put away or carry. It opens with a passphrase of today or the recovery key.</p>
      <div className={settings.actions}>
        <Button loading={working} onClick={() => void save()}>Save encrypted copy</Button>
        {saved !== null && <Button variant="subtle" onClick={() => void showInFolder({ place: saved.place })}>Show in folder</Button>}
      </div>
      <p aria-live="polite" className={cx(styles.text, styles.below)}>{saved !== null && `Saved ${saved.name}, read back and compared.`}</p>
      <Trouble words={trouble} />
    </>
  );
}
