import { Modal, PasswordInput, Text } from '@mantine/core';
import { useState } from 'react';
import { vault } from '../../../platform/desktop.ts';
import { failureWords } from '../../../platform/failure-words.ts';
import { RecoveryKeySheet } from '../../../session/recovery-key-sheet.tsx';
import { useSession } from '../../../session/session.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';

/** A new recovery key, after the passphrase was asked again. */
export function RenewRecovery({ onClose }: { readonly onClose: () => void }) {
  const { file, today, logEvent } = useSession();
  const [passphrase, setPassphrase] = useState('');
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const submit = async (): Promise<string | null> => {
    if (passphrase === '') return 'Type your passphrase.';
    const made = await vault.renewRecovery({ passphrase });
    if (!made.ok) return made.error.code === 'wrong-key' ? 'That is not your passphrase. The recovery key is the one you have.' : failureWords(made.error);
    setPassphrase('');
    setRecoveryKey(made.value.recoveryKey);
    await logEvent('users', 'Made a new recovery key');
    return null;
  };
  if (recoveryKey !== null) {
    return (
      <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title="Keep the recovery key" size="lg" styles={{ title: { fontWeight: 600 } }}>
        <RecoveryKeySheet recoveryKey={recoveryKey} agencyName={file.agency.name} today={today} confirmLabel="Done" onConfirmed={onClose} />
      </Modal>
    );
  }
  return (
    <FormDialog title="Make a new recovery key?" confirmLabel="Make a new key" onSubmit={submit} onClose={onClose}>
      <Text size="sm" mb="sm">The old key opens nothing any more from now on, except backups made before. Have a printer or a pen at hand: the new one is shown only once.</Text>
      <PasswordInput label="Your passphrase" value={passphrase} onChange={(event) => setPassphrase(event.currentTarget.value)} autoComplete="current-password" data-autofocus />
    </FormDialog>
  );
}
