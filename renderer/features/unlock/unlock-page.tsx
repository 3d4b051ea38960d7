import { Button, PasswordInput, Select, Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { ChannelResult } from '../../../shared/ipc/contract.ts';
import type { Locked } from '../../session/agency-door.tsx';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { failureWords } from '../../platform/failure-words.ts';
import { vault } from '../../platform/desktop.ts';
import { LostPassphrase } from './lost-passphrase.tsx';
import styles from './unlock.module.css';

/** The lock: who, passphrase, Enter. Seen every morning, so it asks nothing else. */
export function UnlockPage() {
  const { agencies, locked } = useAgencyDoor();
  if (locked === null) return null;
  const name = agencies.find(({ id }) => id === locked.agencyId)?.name ?? 'This agency';
  // Anew for every lock, so that nothing typed stays.
  return <Unlock key={`${locked.agencyId} ${locked.status.users.length}`} locked={locked} agencyName={name} />;
}

const whyWords = ({ why, held }: Locked): string | null => {
  const waits = held === null ? '' : ` What ${held.userName} was typing waits behind the lock.`;
  switch (why) {
    case 'idle':
      return `Locked because nobody used Muster for a while.${waits}`;
    case 'sleep':
      return `Locked because the computer went to sleep.${waits}`;
    case 'system-lock':
      return `Locked together with the computer.${waits}`;
    case 'page-gone':
    case 'person':
    case null:
      return waits === '' ? null : waits.trim();
  }
};

const lastUserKey = (agencyId: string): string => `muster.last-user.${agencyId}`;

function Unlock({ locked, agencyName }: { readonly locked: Locked; readonly agencyName: string }) {
  const { agencyId, status, held } = locked;
  const { agencies, admit, leave } = useAgencyDoor();
  const { users } = status;
  const remembered = localStorage.getItem(lastUserKey(agencyId));
  const [userId, setUserId] = useState(held?.userId ?? users.find(({ id }) => id === remembered)?.id ?? users[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [lost, setLost] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const user = users.find(({ id }) => id === userId);
  const other = held !== null && userId !== held.userId;
  const why = whyWords(locked);

  useEffect(() => {
    if (!lost) field.current?.focus();
  }, [lost, userId]);

  const enter = async (answer: Promise<ChannelResult<'vault-unlock'>>): Promise<void> => {
    setWorking(true);
    const opened = await answer;
    if (opened.ok) {
      // A random id, no name: it only spares choosing one's name every morning.
      localStorage.setItem(lastUserKey(agencyId), opened.value.user.id);
      await admit(agencyId, opened.value);
      return;
    }
    setWorking(false);
    setPassphrase('');
    setProblem(
      opened.error.code === 'wrong-key'
        ? 'That is not the passphrase. Nothing was touched; try again.'
        : opened.error.code === 'damaged'
          ? 'The file with the keys was changed outside Muster, so it is not used. Restore the last backup, which carries the keys.'
          : failureWords(opened.error),
    );
    field.current?.focus();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (passphrase !== '' && !working) void enter(vault.unlock({ agencyId, userId, passphrase }));
  };

  if (lost) return <LostPassphrase agencyId={agencyId} agencyName={agencyName} users={users} userId={userId} onBack={() => setLost(false)} />;
  return (
    <div className={styles.page}>
      <form className={styles.card} onSubmit={submit} noValidate aria-label={`Unlock ${agencyName}`}>
        <IconLock size={20} stroke={1.6} aria-hidden="true" className={styles.icon} />
        <h1 className={styles.title}>{agencyName}</h1>
        <p className={styles.why}>{why ?? 'Locked. The records are sealed until you unlock them.'}</p>
        <Stack gap={12}>
          {users.length > 1 ? (
            <Select label="Who are you?" data={users.map(({ id, name }) => ({ value: id, label: name }))} value={userId} onChange={(value) => setUserId(value ?? userId)} allowDeselect={false} comboboxProps={{ withinPortal: false }} />
          ) : (
            <p className={styles.user}>{user?.name}</p>
          )}
          <PasswordInput
            ref={field}
            label="Passphrase"
            value={passphrase}
            onChange={(event) => {
              setPassphrase(event.currentTarget.value);
              setProblem(null);
            }}
            error={problem}
            autoComplete="current-password"
          />
          {other && <p className={styles.warn} role="status">If somebody else unlocks, what {held.userName} was typing is lost.</p>}
          <Button type="submit" variant="filled" loading={working} fullWidth>Unlock</Button>
          {user?.unlocksHere === true && (
            <Button fullWidth disabled={working} onClick={() => void enter(vault.unlockHere({ agencyId, userId }))}>Unlock on this computer</Button>
          )}
        </Stack>
      </form>
      <div className={styles.ways}>
        <Button variant="subtle" size="compact-sm" onClick={() => setLost(true)}>Lost passphrase</Button>
        <Button variant="subtle" size="compact-sm" onClick={leave}>{agencies.length > 1 ? 'Other agency' : 'First screen'}</Button>
      </div>
    </div>
  );
}
