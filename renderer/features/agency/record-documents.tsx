import { Anchor } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { AgencyRecord } from '../../../shared/model/agency-records/agency-record.ts';
import { useDocumentCopy } from '../../session/use-document-copy.ts';
import { useSession } from '../../session/session.tsx';
import styles from './panel.module.css';

/** The documents of a record, each to be saved as a copy. */
export function RecordDocuments({ record }: { readonly record: AgencyRecord }) {
  const { file } = useSession();
  const saveCopy = useDocumentCopy();
  const documents = (record.documents ?? []).flatMap((ref) => (file.documents ?? []).filter((each) => each.id === ref.id));
  if (documents.length === 0) return <p className={styles.facts}>No document on file.</p>;
  return (
    <ul className={styles.documents}>
      {documents.map((document) => (
        <li key={document.id}>
          <IconPaperclip size={14} stroke={1.6} aria-hidden="true" />
          <Anchor component="button" type="button" size="xs" onClick={() => void saveCopy(document)}>{document.name}</Anchor>
          <span className={styles.facts}>{`${Math.max(1, Math.round(document.bytes / 1024))} kB`}</span>
        </li>
      ))}
    </ul>
  );
}
