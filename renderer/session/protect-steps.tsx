import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { civilDateAt } from '../../shared/civil-date.ts';
import type { VaultSession } from '../../shared/ipc/vault.ts';
import { defaultTimeZone } from '../../shared/model/agency.ts';
import { failureWords } from '../platform/failure-words.ts';
import { vault } from '../platform/desktop.ts';
import { useAgencyDoor } from './agency-door.tsx';
import { newPassphraseProblem, NewPassphraseFields, noPassphrase } from './new-passphrase.tsx';
import styles from './protect-steps.module.css';
import { RecoveryKeySheet } from './recovery-key-sheet.tsx';

type Props = {
  readonly agencyId: string;
  readonly agencyName: string;
  /** One sentence on why this is asked now. */
  readonly lead: string;
  /** Goes on with the keys; answers null when done, else the sentence that says why not. Then the keys are taken away again. */
  readonly onProtected: (session: VaultSession) => Promise<string | null>;
  readonly onCancel: () => void;
};

/** Gives an agency its keys: who is the first user, a passphrase, and the recovery key on paper. Nothing of the agency is written before the paper is in hand. */
export function ProtectSteps({ agencyId, agencyName, lead, onProtected, onCancel }: Props) {
  const { clock } = useAgencyDoor();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [asked, setAsked] = useState(false);
  const [working, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [made, setMade] = useState<{ readonly session: VaultSession; readonly recoveryKey: string } | null>(null);
  const names = [name, agencyName];

  const create = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '' || newPassphraseProblem(passphrase, names) !== null) return;
    setWorking(true);
    const created = await vault.prepare({ agencyId, userName: name.trim(), passphrase: passphrase.first });
    setWorking(false);
    if (created.ok) {
      setMade(created.value);
      setTrouble(null);
    } else setTrouble(`No keys were made, and nothing was changed. ${failureWords(created.error)}`);
  };
  const goOn = async (session: VaultSession): Promise<void> => {
    const kept = await vault.confirm({ agencyId });
    const problem = kept.ok ? await onProtected(session) : `The keys were forgotten before they were written, and nothing was changed. ${failureWords(kept.error)} Begin again.`;
    if (problem === null) return;
    await vault.remove({ agencyId });
    setMade(null);
    setTrouble(problem);
  };
  const cancel = async (): Promise<void> => {
    if (made !== null) await vault.remove({ agencyId });
    onCancel();
  };

  return (
    <div className={styles.page}>
      <p className={styles.agency}>{agencyName}</p>
      <h1 className={styles.title}>{made === null ? 'Protect the records' : 'Keep the recovery key'}</h1>
      <p className={styles.lead}>{made === null ? lead : 'It is the way back in when a passphrase is forgotten or somebody leaves.'}</p>
      {trouble !== null && <Alert color="red" variant="outline" role="alert" title="That did not work" mb={16}>{trouble}</Alert>}
      {made === null ? (
        <form onSubmit={(event) => void create(event)} noValidate>
          <Stack gap={16} maw={420}>
            <TextInput
              label="Your name"
              description="Stands on the unlock screen and, in the log, beside everything you record."
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={asked && name.trim() === '' ? 'Write your name as your colleagues know it.' : null}
              autoComplete="off"
              data-autofocus
              required
              withAsterisk={false}
            />
            <NewPassphraseFields value={passphrase} onChange={setPassphrase} names={names} asked={asked} />
            <Group gap={8}>
              <Button type="submit" variant="filled" loading={working}>Make the keys</Button>
              <Button onClick={() => void cancel()}>Back</Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <>
          <RecoveryKeySheet
            recoveryKey={made.recoveryKey}
            agencyName={agencyName}
            today={civilDateAt(clock(), defaultTimeZone)}
            confirmLabel="Open agency"
            onConfirmed={() => goOn(made.session)}
          />
          <Button variant="subtle" mt={8} onClick={() => void cancel()}>Back, without keys</Button>
        </>
      )}
    </div>
  );
}
