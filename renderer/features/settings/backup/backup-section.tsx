import { Button } from '@mantine/core';
import { useState } from 'react';
import { findingWords, momentWords, sizeWords, troubleWords } from '../../../../shared/backup/words.ts';
import { defaultTimeZone } from '../../../../shared/model/agency.ts';
import { backups as machine } from '../../../platform/desktop.ts';
import { backupFailureWords } from '../../../session/backup-run.ts';
import { useBackups } from '../../../session/backups.tsx';
import { useSession } from '../../../session/session.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { cx } from '../../../ui/cx.ts';
import { Trouble } from '../trouble.tsx';
import settings from '../settings.module.css';
import styles from './backup.module.css';
import { BackupList } from './backup-list.tsx';
import { BackupNotice } from './backup-notice.tsx';
import { HandOver } from './hand-over.tsx';
import { SingleFile } from './single-file.tsx';

/** Where backups go, how they stand, and everything that is done with whole copies of the agency. */
export function BackupSection() {
  const { agencyId, file, isDemo, backup, can, now, logEvent } = useSession();
  const { status, finding, working, standing, backUp, refresh } = useBackups();
  const [trouble, setTrouble] = useState<string | null>(null);
  if (isDemo || !backup.sealed) return <EmptyState>The demo agency is not backed up: its people are invented. Settings, Data exports it as a file.</EmptyState>;

  const milliseconds = Date.parse(now());
  const timeZone = file.agency.timeZone ?? defaultTimeZone;
  const { place = null, lastGoodAt = null } = status ?? {};
  const choose = async (): Promise<void> => {
    const chosen = await machine.chooseFolder({ agencyId, agencyName: file.agency.name });
    setTrouble(chosen.ok ? null : backupFailureWords(chosen.error));
    if (!chosen.ok || chosen.value === null) return;
    await refresh(chosen.value);
    await logEvent('backup', 'Chose the folder for backups');
    setTrouble(await backUp('the first in this folder'));
  };
  const backUpNow = async (): Promise<void> => setTrouble(await backUp('asked for'));
  const words = finding === null ? null : findingWords(finding, milliseconds, timeZone);

  return (
    <>
      <p className={settings.intro}>
        Once a day, Muster writes the whole agency, encrypted, into a folder you choose, reads it back and compares it. Of each of the last 14 days and 24 months one backup stays.
      </p>
      {words !== null && <BackupNotice title={words.title} text={words.text} />}
      <dl className={settings.facts}>
        <dt>Folder</dt>
        <dd>{place === null ? 'None chosen' : place.folder}</dd>
        {place !== null && (
          <>
            <dt>Last good backup</dt>
            <dd>{lastGoodAt === null ? 'None yet' : momentWords(lastGoodAt, milliseconds, timeZone)}</dd>
            <dt>Room there</dt>
            <dd>{place.reachable ? (place.freeBytes === null ? 'Not known' : `${sizeWords(place.freeBytes)} free`) : troubleWords('no-folder')}</dd>
          </>
        )}
      </dl>
      {place?.sameDisk === true && (
        <p className={cx(styles.text, styles.below)}>This folder lies on the same disk as Muster. It helps against mistakes, not against a disk that fails or a computer that is stolen. A USB drive or a network folder does.</p>
      )}
      <div className={settings.actions}>
        {place === null ? (
          <Button variant="filled" disabled={!can('administer')} onClick={() => void choose()}>Choose folder</Button>
        ) : (
          <>
            <Button variant="filled" loading={working} disabled={standing !== null} onClick={() => void backUpNow()}>Back up now</Button>
            <Button disabled={!can('administer') || working} onClick={() => void choose()}>Choose another folder</Button>
            <Button variant="subtle" disabled={!place.reachable} onClick={() => void machine.showFolder({ agencyId })}>Show folder</Button>
          </>
        )}
      </div>
      {!can('administer') && <p className={settings.quiet}>An administrator chooses the folder.</p>}
      <Trouble words={trouble} />
      <BackupList agencyId={agencyId} status={status} now={milliseconds} timeZone={timeZone} />
      <SingleFile />
      <HandOver />
    </>
  );
}
