import { Modal } from '@mantine/core';
import { useMemo } from 'react';
import { documentsOnFile } from '../../shared/agenda/documents-on-file.ts';
import { useSession } from '../session/session.tsx';
import { DocumentViewer } from './document-viewer.tsx';
import styles from './viewer-dialog.module.css';

/** A document over the screen it was opened from; closing leads back to where one was. Whoever opens it has asked to see it. */
export function ViewerDialog({ documentId, pages, onClose }: { readonly documentId: string; readonly pages?: string | undefined; readonly onClose: () => void }) {
  const { file } = useSession();
  const entry = useMemo(() => documentsOnFile(file).find(({ document }) => document.id === documentId), [file, documentId]);
  if (entry === undefined) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={pages === undefined ? entry.document.name : `${entry.document.name}, pages ${pages}`}
      size="min(1320px, 96vw)"
      yOffset="3vh"
      classNames={{ content: styles.content ?? '', body: styles.body ?? '', title: styles.title ?? '' }}
    >
      <DocumentViewer entry={entry} pages={pages} asked pane="about" />
    </Modal>
  );
}
