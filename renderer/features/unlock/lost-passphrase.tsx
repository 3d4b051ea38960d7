import { Alert, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { failureWords } from '../../platform/failure-words.ts';
import { vault } from '../../platform/desktop.ts';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { newPassphraseProblem, NewPassphraseFields, noPassphrase } from '../../session/new-passphrase.tsx';
import styles from './unlock.module.css';

type Props = {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly users: readonly { readonly id: string; readonly name: string }[];
  readonly userId: string;
  readonly onBack: () => void;
};

/** The way back in with the recovery key: it gives a user a new passphrase and touches no record. */
export function LostPassphrase({ agencyId, agencyName, users, userId: first, onBack }: Props) {
  const { admit } = useAgencyDoor();
  const [userId, setUserId] = useState(first);
  const [recoveryKey, setRecoveryKey] = useState('');
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [asked, setAsked] = useState(false);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const names = [agencyName, users.find(({ id }) => id === userId)?.name ?? ''];

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (recoveryKey.trim() === '' || newPassphraseProblem(passphrase, names) !== null) return;
    setWorking(true);
    const opened = await vault.recover({ agencyId, userId, recoveryKey, passphrase: passphrase.first });
    if (opened.ok) {
      await admit(agencyId, opened.value);
      return;
    }
    setWorking(false);
    setProblem(opened.error.code === 'wrong-key' ? 'That is not the recovery key of this agency, or a letter is mistyped. Nothing was touched.' : failureWords(opened.error));
  };

  return (
    <div className={styles.page}>
      <form className={styles.card} onSubmit={(event) => void submit(event)} noValidate aria-label="Unlock with the recovery key">
        <h1 className={styles.title}>Unlock with the recovery key</h1>
        <p className={styles.why}>It stands on the paper that was printed when {agencyName} was protected. It gives you a new passphrase; no record is touched.</p>
        <Stack gap={12}>
          {users.length > 1 && (
            <Select label="Who are you?" data={users.map(({ id, name }) => ({ value: id, label: name }))} value={userId} onChange={(value) => setUserId(value ?? userId)} allowDeselect={false} comboboxProps={{ withinPortal: false }} />
          )}
          <TextInput
            label="Recovery key"
            description="Nine groups of four. Spaces, dashes and small letters do not matter."
            value={recoveryKey}
            onChange={(event) => {
              setRecoveryKey(event.currentTarget.value);
              setProblem(null);
            }}
            error={asked && recoveryKey.trim() === '' ? 'Type the key from the paper.' : null}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
          />
          <NewPassphraseFields label="New passphrase" value={passphrase} onChange={setPassphrase} names={names} asked={asked} />
          {problem !== null && <Alert color="red" variant="outline" role="alert">{problem}</Alert>}
          <Group gap={8}>
            <Button type="submit" variant="filled" loading={working}>Set passphrase and unlock</Button>
            <Button onClick={onBack}>Back</Button>
          </Group>
        </Stack>
      </form>
    </div>
  );
}
