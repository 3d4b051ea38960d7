import { Button, NumberInput, Stack, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import type { LockRules, VaultStatus } from '../../../../shared/ipc/vault.ts';
import { vault } from '../../../platform/desktop.ts';
import { failureWords } from '../../../platform/failure-words.ts';
import { useSession } from '../../../session/session.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import settings from '../settings.module.css';
import { Trouble } from '../trouble.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { RenewRecovery } from './renew-recovery.tsx';
import { SigningKey } from './signing-key.tsx';

const storeWords: Readonly<Record<VaultStatus['keyStore'], string>> = {
  real: 'The system keeps the key for you; whoever is logged in to this computer as you can then unlock.',
  'no-store': 'This computer has no key store that Muster could use, so the passphrase is needed each time.',
  'plain-text': 'The key store of this computer keeps what it is given readable to anybody, so Muster does not use it.',
};

/** The passphrase, the lock, the recovery key, and in plain words what is sealed. */
export function SecuritySection() {
  const { agencyId, actor, can, logEvent } = useSession();
  const [status, setStatus] = useState<VaultStatus | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'passphrase' | 'recovery' | null>(null);
  const [asked, setAsked] = useState(0);
  const load = (): void => setAsked((before) => before + 1);
  useEffect(() => {
    let gone = false;
    void vault.status({ agencyId }).then((found) => {
      if (gone) return;
      if (found.ok) setStatus(found.value);
      else setTrouble(failureWords(found.error));
    });
    return () => {
      gone = true;
    };
  }, [agencyId, asked]);

  if (actor === null) return <><EmptyState>The demo agency is not sealed and has no lock: its people are invented.</EmptyState><SigningKey /></>;
  if (status === null) return <Trouble words={trouble} />;
  const { lock, keyStore } = status;
  const here = status.users.find(({ id }) => id === actor.id)?.unlocksHere ?? false;
  const setLock = async (next: LockRules): Promise<void> => {
    const set = await vault.setLock(next);
    setTrouble(set.ok ? null : failureWords(set.error));
    if (set.ok) await logEvent('users', `Set the lock: ${next.idleMinutes === 0 ? 'not by idleness' : `after ${next.idleMinutes} min`}, ${next.onSleep ? 'before sleep' : 'not before sleep'}, ${next.onSystemLock ? 'with the system' : 'not with the system'}`);
    load();
  };
  const allowHere = async (allowed: boolean): Promise<void> => {
    const set = await vault.allowHere({ allowed });
    setTrouble(set.ok ? null : failureWords(set.error));
    if (set.ok) await logEvent('users', allowed ? 'Allowed unlocking without a passphrase on this computer' : 'Ended unlocking without a passphrase on this computer');
    load();
  };

  return (
    <>
      <h3 className={settings.subheading}>Your passphrase</h3>
      <div className={settings.actions}>
        <Button onClick={() => setDialog('passphrase')}>Change passphrase</Button>
      </div>
      <Switch
        mt={14}
        label="Unlock on this computer without my passphrase"
        description={storeWords[keyStore]}
        checked={here}
        disabled={keyStore !== 'real'}
        onChange={(event) => void allowHere(event.currentTarget.checked)}
      />
      <h3 className={settings.subheading}>Muster locks</h3>
      <Stack gap={12} maw={460}>
        <NumberInput
          label="After minutes without a key or the mouse"
          description="0: never by itself. Ctrl+L locks at once."
          value={lock.idleMinutes}
          min={0}
          max={240}
          allowDecimal={false}
          w={260}
          onChange={(value) => {
            const idleMinutes = Number(value);
            if (Number.isInteger(idleMinutes) && idleMinutes >= 0 && idleMinutes <= 240) setStatus({ ...status, lock: { ...lock, idleMinutes } });
          }}
          onBlur={() => void setLock(lock)}
        />
        <Switch label="Before the computer sleeps" checked={lock.onSleep} onChange={(event) => void setLock({ ...lock, onSleep: event.currentTarget.checked })} />
        <Switch label="When the computer is locked" checked={lock.onSystemLock} onChange={(event) => void setLock({ ...lock, onSystemLock: event.currentTarget.checked })} />
      </Stack>
      <h3 className={settings.subheading}>Recovery key</h3>
      <p className={settings.quiet}>Opens the agency when every passphrase is forgotten. A new one makes the old paper worthless, except for backups made before.</p>
      <div className={settings.actions}>
        {can('administer') && can('read-medical')
          ? <Button onClick={() => setDialog('recovery')}>Make a new recovery key</Button>
          : <p className={settings.quiet}>Made by an administrator who has the medical right.</p>}
      </div>
      <h3 className={settings.subheading}>What is sealed</h3>
      <p className={settings.quiet}>
        Every record, document, log entry and backup, with keys that only a passphrase or the recovery key opens. Readable without them are the name of the agency, the names of its users, how many records there are, and
        their sizes. Medical documents and notes have a key of their own.
      </p>
      <SigningKey />
      <Trouble words={trouble} />
      {dialog === 'passphrase' && (
        <ChangePassphrase
          onDone={() => {
            setDialog(null);
            notifications.show({ message: 'The new passphrase counts from now on.' });
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'recovery' && <RenewRecovery onClose={() => setDialog(null)} />}
    </>
  );
}
