import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { Restorable } from '../../../shared/ipc/backup.ts';
import { backups as machine } from '../../platform/desktop.ts';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { endRestore, useRestoreRequest, type RestoreRequest } from '../../session/backup-request.ts';
import { restoreFailureWords, type OpenedBackup } from '../../session/backup-restore.ts';
import { ConfirmRestore } from './confirm-restore.tsx';
import styles from './restore.module.css';
import { UnlockBackup } from './unlock-backup.tsx';

/** Restoring, begun from the first screen, the recovery screen or Settings. `current` is the record of the open agency, to compare with. */
export function RestoreHost({ current }: { readonly current: AgencyFile | null }) {
  const request = useRestoreRequest();
  const { locked } = useAgencyDoor();
  // Behind a lock the host of the lock screen serves.
  if (current !== null && locked !== null) return null;
  return request === null ? null : <Restore key={request.id} request={request} current={current} />;
}

type Stage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'locked'; readonly restorable: Restorable }
  | { readonly kind: 'opened'; readonly opened: OpenedBackup };

function Restore({ request, current }: { readonly request: RestoreRequest; readonly current: AgencyFile | null }) {
  const { admit } = useAgencyDoor();
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' });
  useEffect(() => {
    let token: string | null = null;
    let gone = false;
    void machine.open({ from: request.from }).then((found) => {
      if (found.ok && found.value !== null) ({ token } = found.value);
      if (gone) close();
      else if (!found.ok) setStage({ kind: 'refused', words: restoreFailureWords(found.error) });
      else if (found.value === null) endRestore();
      else setStage({ kind: 'locked', restorable: found.value });
    });
    const close = (): void => {
      if (token !== null) void machine.close({ token });
    };
    return () => {
      gone = true;
      close();
    };
  }, [request]);

  if (stage.kind === 'choosing') return null;
  const takesOver = (stage.kind === 'locked' ? stage.restorable : stage.kind === 'opened' ? stage.opened.restorable : null)?.kind === 'hand-over';
  return (
    <Modal opened onClose={endRestore} title={takesOver ? 'Take over an agency' : 'Restore a backup'} size="lg" closeOnClickOutside={false} closeButtonProps={{ 'aria-label': 'Close' }} styles={{ title: { fontWeight: 600 } }}>
      {stage.kind === 'refused' && <p role="alert" className={styles.trouble}>{stage.words}</p>}
      {stage.kind === 'locked' && <UnlockBackup restorable={stage.restorable} onOpened={(opened) => setStage({ kind: 'opened', opened })} onClose={endRestore} />}
      {stage.kind === 'opened' && (
        <ConfirmRestore
          opened={stage.opened}
          current={current}
          onClose={endRestore}
          onDone={async (agencyId, session) => {
            endRestore();
            await admit(agencyId, session);
          }}
        />
      )}
    </Modal>
  );
}
