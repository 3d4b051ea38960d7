import { notifications } from '@mantine/notifications';
import type { DocumentRecord } from '../../shared/model/document.ts';
import { readDocument, saveFile } from '../platform/desktop.ts';

/** Reads a document from the store and lets the person put a copy where they want it. */
export async function saveDocumentCopy(document: DocumentRecord): Promise<void> {
  const read = await readDocument({ sha256: document.sha256 });
  if (!read.ok) {
    const words = read.error.code === 'damaged'
      ? `${document.name} was not opened: its bytes are not the ones that were filed. Restore it from a backup.`
      : `${document.name} is not on this machine. Its record is kept; file it again to have it here.`;
    notifications.show({ message: words, color: 'red', autoClose: 8000 });
    return;
  }
  const extension = /\.([a-z0-9]{1,10})$/i.exec(document.name)?.[1]?.toLowerCase() ?? 'pdf';
  const saved = await saveFile({ suggestedName: document.name.replace(/[<>:"/\\|?*]/g, ' ').slice(0, 150), filters: [{ name: 'Document', extensions: [extension] }], bytes: read.value.bytes });
  if (saved.ok && saved.value !== null) notifications.show({ message: `A copy was saved as ${saved.value.name}.`, autoClose: 4000 });
  if (!saved.ok) notifications.show({ message: `No copy was saved (${saved.error.detail ?? saved.error.code}). The document on file is untouched. Choose another place.`, color: 'red', autoClose: 8000 });
}
