import { IconAlertTriangle } from '@tabler/icons-react';
import styles from './backup.module.css';

/** What is wrong with the backups, above everything else of the section. */
export function BackupNotice({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className={styles.notice} role="status">
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
      <div>
        <b>{title}</b>
        <p>{text}</p>
      </div>
    </div>
  );
}
