import { Alert, Button, Group, Textarea } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type SyntheticEvent } from 'react';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { hashOf } from '../../../shared/audit/chain.ts';
import { compareAgencies } from '../../../shared/backup/comparison.ts';
import { momentWords, relationWords } from '../../../shared/backup/words.ts';
import type { VaultSession } from '../../../shared/ipc/vault.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { countOf } from '../../../shared/wording.ts';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { restoreOpened, type OpenedBackup } from '../../session/backup-restore.ts';
import { withProgress } from '../../session/backups.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import styles from './restore.module.css';

function beganAsOne(one: AgencyFile, other: AgencyFile): boolean {
  const [first, second] = [one.audit?.[0], other.audit?.[0]];
  return first !== undefined && second !== undefined && hashOf(first) === hashOf(second);
}

/** What restoring would change, and the reason for it. */
export function ConfirmRestore({ opened, current, onDone, onClose }: {
  readonly opened: OpenedBackup;
  readonly current: AgencyFile | null;
  readonly onDone: (agencyId: string, session: VaultSession) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { clock, newId } = useAgencyDoor();
  const { file, madeAt, badFiles, files, restorable: { kind } } = opened;
  const [reason, setReason] = useState('');
  const [working, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const why = useRef<HTMLTextAreaElement>(null);
  useEffect(() => why.current?.focus(), []);
  const takesOver = kind === 'hand-over';
  const timeZone = file.agency.timeZone ?? defaultTimeZone;
  const now = clock();
  // Another agency may be open: only two records that began as one are compared.
  const same = current !== null && beganAsOne(current, file);
  const comparison = useMemo(() => (same ? compareAgencies(current, file) : null), [same, current, file]);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (!takesOver && reason.trim() === '') {
      setTrouble('Write the reason first. It is kept in the log.');
      return;
    }
    setWorking(true);
    setTrouble(null);
    const agencyId = newId();
    const restored = await withProgress(() => restoreOpened({ opened, agencyId, reason: reason.trim(), now: clock(), newId }));
    setWorking(false);
    if (restored.ok) await onDone(agencyId, restored.value);
    else setTrouble(restored.error);
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <h3 className={styles.name}>{file.agency.name}</h3>
      <p className={styles.lead}>
        As it was {momentWords(madeAt, now, timeZone)}. {countOf(file.people.length, 'person', 'people')}, {countOf(file.evidence.length, 'item of evidence', 'items of evidence')},{' '}
        {countOf(file.documents?.length ?? 0, 'document')}. Every byte was read and is what was written.
      </p>
      {badFiles.length > 0 && (
        <Alert variant="outline" color="yellow" mb={12} title={`${badFiles.length} of ${countOf(files, 'file')} of documents missing or damaged`}>
          The record itself is whole. Those documents will be known by name only; look for them in another backup of the same folder.
        </Alert>
      )}
      {comparison !== null && (
        <>
          <ComparisonTable comparison={comparison} />
          <p className={styles.fine}>{relationWords(comparison.log, now, timeZone)}</p>
        </>
      )}
      <p className={styles.text}>
        {takesOver
          ? 'This computer becomes the one where the agency is recorded. A copy of it that is here already must be continued by this one; it stays, to look at.'
          : 'Nothing is overwritten. The restored agency becomes a new one on this computer; a copy that is here already stays on the first screen, to look at. Users and passphrases are those of the backup.'}
      </p>
      {!takesOver && (
        <Textarea ref={why} label="Why is it restored?" value={reason} onChange={(event) => setReason(event.currentTarget.value)} minRows={2} autosize required />
      )}
      {trouble !== null && <p role="alert" className={styles.trouble}>{trouble}</p>}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled" loading={working}>{takesOver ? 'Take over agency' : 'Restore backup'}</Button>
      </Group>
    </form>
  );
}
