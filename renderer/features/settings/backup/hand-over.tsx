import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { momentWords } from '../../../../shared/backup/words.ts';
import { defaultTimeZone } from '../../../../shared/model/agency.ts';
import { showInFolder } from '../../../platform/desktop.ts';
import { exportName } from '../../../session/agency-files.ts';
import { handOver } from '../../../session/backup-hand-over.ts';
import { useBackups, withProgress } from '../../../session/backups.tsx';
import { storageWords } from '../../../session/failure-words.ts';
import { cx } from '../../../ui/cx.ts';
import { useSession } from '../../../session/session.tsx';
import { ConfirmWithReason } from '../../../ui/confirm-with-reason.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import settings from '../settings.module.css';
import styles from './backup.module.css';

/** Moves the right to record to another computer, and back. */
export function HandOver() {
  const { backup, can, file, now, newId } = useSession();
  const { standing } = useBackups();
  const [asking, setAsking] = useState<'hand-over' | 'take-back' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState<{ readonly name: string; readonly place: string } | null>(null);
  const may = can('administer');
  const takeBack = async (reason: string): Promise<void> => {
    const back = await backup.takeBack({ id: newId(), at: now(), what: 'Took the agency back after handing it over', reason });
    setProblem(back.ok ? null : storageWords(back.error));
    if (back.ok) setAsking(null);
  };
  const timeZone = file.agency.timeZone ?? defaultTimeZone;

  return (
    <>
      <h3 className={settings.subheading}>Hand over to another computer</h3>
      {standing?.kind === 'handed-over' ? (
        <p className={styles.text}>
          Handed over to {standing.to}, {momentWords(standing.at, Date.parse(now()), timeZone)}. When the agency comes back as a file, restore that file here: Muster checks that it continues this copy.
          If the file was lost, take the agency back.
        </p>
      ) : (
        <p className={styles.text}>One computer records, so that no two records differ. Handing over writes one encrypted file and makes this copy read-only; who opens the file goes on there.</p>
      )}
      <div className={settings.actions}>
        {standing?.kind === 'handed-over' ? (
          <Button disabled={!may} onClick={() => setAsking('take-back')}>Take the agency back</Button>
        ) : (
          <Button disabled={!may || standing !== null} onClick={() => setAsking('hand-over')}>Hand over</Button>
        )}
        {saved !== null && <Button variant="subtle" onClick={() => void showInFolder({ place: saved.place })}>Show file</Button>}
      </div>
      {!may && <p className={styles.text}>An administrator hands over.</p>}
      <p aria-live="polite" className={cx(styles.text, styles.below)}>{saved !== null && `Wrote ${saved.name}, read back and compared. Carry it to the other computer and choose Restore there.`}</p>
      {asking === 'hand-over' && <HandOverDialog onClose={() => setAsking(null)} onSaved={setSaved} />}
      <ConfirmWithReason opened={asking === 'take-back'} title="Take the agency back?" reasonLabel="Why is it taken back?" confirmLabel="Take it back" problem={problem} onConfirm={takeBack} onClose={() => setAsking(null)}>
        This copy is recorded in again. What was recorded in the handed-over file is not here, and a file that comes back later will no longer fit. Do this only when that file is lost.
      </ConfirmWithReason>
    </>
  );
}

function HandOverDialog({ onClose, onSaved }: { readonly onClose: () => void; readonly onSaved: (saved: { readonly name: string; readonly place: string }) => void }) {
  const { agencyId, backup, file, today, now, newId } = useSession();
  const [to, setTo] = useState('');
  const submit = async (): Promise<string | null> => {
    if (to.trim() === '') return 'Write to whom, or to which computer, first. It stands above this copy from then on.';
    const suggestedName = exportName(`${file.agency.name} hand-over`, today, 'muster');
    const done = await withProgress(() => handOver({ agencyId, door: backup, to: to.trim(), suggestedName, now, newId }));
    if (!done.ok) return done.error;
    if (done.value === null) return 'No file was chosen, so nothing was handed over. This copy is recorded in as before.';
    onSaved(done.value);
    onClose();
    return null;
  };
  return (
    <FormDialog title="Hand over to another computer" confirmLabel="Write the file and hand over" onSubmit={submit} onClose={onClose}>
      <TextInput label="To whom, or to which computer" value={to} onChange={(event) => setTo(event.currentTarget.value)} required data-autofocus />
      <Text size="sm" mt="sm">From then on nothing is recorded in this copy. The file opens with a passphrase of this agency, or with the recovery key.</Text>
    </FormDialog>
  );
}
