import { Button, Group, PasswordInput, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { momentWords, sizeWords } from '../../../shared/backup/words.ts';
import type { Restorable } from '../../../shared/ipc/backup.ts';
import { passphraseLimits } from '../../../shared/ipc/vault.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { backups as machine } from '../../platform/desktop.ts';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { openedBackup, restoreFailureWords, type OpenedBackup } from '../../session/backup-restore.ts';
import { withProgress } from '../../session/backups.tsx';
import styles from './restore.module.css';

/** Asks who opens the backup and with what; reads and proves all of it. */
export function UnlockBackup({ restorable, onOpened, onClose }: { readonly restorable: Restorable; readonly onOpened: (opened: OpenedBackup) => void; readonly onClose: () => void }) {
  const { clock } = useAgencyDoor();
  const { token, name, madeAt, bytes, users, appVersion } = restorable;
  const [userId, setUserId] = useState(users[0]?.id ?? '');
  const [way, setWay] = useState<'passphrase' | 'recovery'>('passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [recoveryKey, setRecoveryKey] = useState('');
  const [working, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const problem = (): string | null => {
    if (way === 'passphrase') return passphrase === '' ? 'Type the passphrase first.' : null;
    if (recoveryKey.trim() === '') return 'Type the recovery key as it is printed. Spaces and dashes do not matter.';
    if (passphrase.length < passphraseLimits.least) return `The new passphrase needs at least ${passphraseLimits.least} characters.`;
    return passphrase === again ? null : 'The two new passphrases differ.';
  };
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const wrong = problem();
    setTrouble(wrong);
    if (wrong !== null) return;
    setWorking(true);
    const unlocked = await withProgress(() => machine.unlock({ token, userId, passphrase, ...(way === 'recovery' && { recoveryKey }) }));
    setWorking(false);
    const opened = unlocked.ok ? openedBackup(restorable, unlocked.value) : null;
    if (opened?.ok === true) onOpened(opened.value);
    else setTrouble(opened === null ? (unlocked.ok ? null : restoreFailureWords(unlocked.error)) : opened.error);
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <dl className={styles.facts}>
        <dt>File</dt>
        <dd className={styles.file}>{name}</dd>
        <dt>Made</dt>
        <dd>{momentWords(madeAt, clock(), defaultTimeZone)}</dd>
        <dt>Size</dt>
        <dd>{sizeWords(bytes)} · by Muster {appVersion}</dd>
      </dl>
      <Stack gap={12} mt={16}>
        <Select label="Who opens it" data={users.map((user) => ({ value: user.id, label: user.name }))} value={userId} onChange={(value) => setUserId(value ?? userId)} allowDeselect={false} />
        <SegmentedControl
          aria-label="What opens it"
          value={way}
          onChange={(value) => {
            setWay(value === 'recovery' ? 'recovery' : 'passphrase');
            setTrouble(null);
          }}
          data={[{ value: 'passphrase', label: 'Passphrase' }, { value: 'recovery', label: 'Recovery key' }]}
        />
        {way === 'passphrase' ? (
          <PasswordInput label="Passphrase" description="As it was on the day the backup was made." value={passphrase} onChange={(event) => setPassphrase(event.currentTarget.value)} autoComplete="off" data-autofocus />
        ) : (
          <>
            <TextInput label="Recovery key" description="The printed one, nine groups of four." value={recoveryKey} onChange={(event) => setRecoveryKey(event.currentTarget.value)} autoComplete="off" spellCheck={false} />
            <PasswordInput label="New passphrase" description={`At least ${passphraseLimits.least} characters. It opens the restored agency from now on.`} value={passphrase} onChange={(event) => setPassphrase(event.currentTarget.value)} autoComplete="off" />
            <PasswordInput label="New passphrase again" value={again} onChange={(event) => setAgain(event.currentTarget.value)} autoComplete="off" />
          </>
        )}
      </Stack>
      {trouble !== null && <p role="alert" className={styles.trouble}>{trouble}</p>}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled" loading={working}>Open backup</Button>
      </Group>
    </form>
  );
}
