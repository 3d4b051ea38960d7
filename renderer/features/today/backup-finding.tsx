import { Button } from '@mantine/core';
import { useState } from 'react';
import { findingWords } from '../../../shared/backup/words.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { useBackups } from '../../session/backups.tsx';
import { useSession } from '../../session/session.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { navigate } from '../../ui/navigate.ts';
import styles from './backup-finding.module.css';

/** Above the things to do: that nothing is backed up, that the last backup is old, or why it failed. Nothing where all is well. */
export function BackupFindingLine() {
  const { finding, working, backUp } = useBackups();
  const { file, now } = useSession();
  const [trouble, setTrouble] = useState<string | null>(null);
  if (finding === null) return null;
  const { title, text } = findingWords(finding, Date.parse(now()), file.agency.timeZone ?? defaultTimeZone);
  const setUp = finding.kind === 'never-set-up';
  return (
    <section className={styles.line} aria-label="Backup">
      <span className={styles.glyph}><Glyph name="triangle" /></span>
      <div className={styles.words}>
        <b>{title}</b> <span>{trouble ?? text}</span>
      </div>
      {!setUp && <Button loading={working} onClick={() => void backUp('asked for on Today').then(setTrouble)}>Back up now</Button>}
      <Button onClick={() => navigate('/settings/backup')}>{setUp ? 'Set up backups' : 'Show backups'}</Button>
    </section>
  );
}
