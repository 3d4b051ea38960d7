import { Anchor } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { civilDateAt } from '../../shared/civil-date.ts';
import { defaultTimeZone } from '../../shared/model/agency.ts';
import type { DocumentRecord } from '../../shared/model/document.ts';
import { dateWords } from '../../shared/wording.ts';
import { PurgeButton } from '../viewer/purge-button.tsx';
import { useSession } from './session.tsx';

// The viewer and pdf.js are read when the first document is opened.
const ViewerDialog = lazy(async () => ({ default: (await import('../viewer/viewer-dialog.tsx')).ViewerDialog }));

/**
 * One document where documents are listed: its name opens it at the pages something rests on, a misfiled one can be purged; of a purged one the reason
 * is left. One of the medical vault is named only to who has the right to it; to others it is `instead`. `facts` stand behind its name.
 */
export function DocumentLine({ document, facts, quiet, pages, instead = 'Medical document', purge = true }: {
  readonly document: DocumentRecord;
  readonly facts: string;
  readonly quiet: string | undefined;
  readonly pages?: string | undefined;
  readonly instead?: string;
  /** Whether purging is offered here. */
  readonly purge?: boolean;
}) {
  const { file, can } = useSession();
  const [open, setOpen] = useState(false);
  if (document.purgedAt !== undefined) {
    const day = civilDateAt(Date.parse(document.purgedAt), file.agency.timeZone ?? defaultTimeZone);
    return (
      <>
        <IconPaperclip size={14} stroke={1.6} aria-hidden="true" />
        <span className={quiet}>{`Document purged ${dateWords(day)}: ${document.purgedReason ?? 'no reason recorded'}`}</span>
      </>
    );
  }
  if (document.vault === 'medical' && !can('read-medical')) {
    return (
      <>
        <IconPaperclip size={14} stroke={1.6} aria-hidden="true" />
        <span className={quiet}>{`${instead} · in the medical vault, which you have no right to open`}</span>
      </>
    );
  }
  return (
    <>
      <IconPaperclip size={14} stroke={1.6} aria-hidden="true" />
      <Anchor component="button" type="button" size="xs" ta="left" onClick={() => setOpen(true)}>{document.name}</Anchor>
      <span className={quiet}>{[...(pages === undefined ? [] : [`pages ${pages}`]), ...(facts === '' ? [] : [facts])].join(' · ')}</span>
      {purge && <PurgeButton document={document} />}
      {open && <Suspense fallback={null}><ViewerDialog documentId={document.id} pages={pages} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
