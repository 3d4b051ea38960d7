import { NativeSelect, PasswordInput, Text } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { Circumstances } from './ways-on.ts';
import type { Credential } from './use-salvage.ts';

/** Asks for a user and their passphrase: without keys a sealed agency is noise. */
export function UnlockToSave({ users, onSave, onClose }: {
  readonly users: Circumstances['users'];
  /** Answers null when done, else the sentence that says why not. */
  readonly onSave: (credential: Credential) => Promise<string | null>;
  readonly onClose: () => void;
}) {
  const [userId, setUserId] = useState(users[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const submit = async (): Promise<string | null> => {
    if (passphrase === '') return 'Type the passphrase first.';
    const trouble = await onSave({ userId, passphrase });
    if (trouble === null) onClose();
    return trouble;
  };
  return (
    <FormDialog title="Save readable records" confirmLabel="Unlock and save" onSubmit={submit} onClose={onClose}>
      <Text size="sm" mb="sm">The records are encrypted. They are opened with your passphrase, and only what is still as Muster sealed it is saved. Medical notes are among it if you have the right to read them.</Text>
      <NativeSelect label="User" value={userId} data={users.map(({ id, name }) => ({ value: id, label: name }))} onChange={(event) => setUserId(event.currentTarget.value)} />
      <PasswordInput label="Passphrase" mt="sm" value={passphrase} data-autofocus onChange={(event) => setPassphrase(event.currentTarget.value)} />
    </FormDialog>
  );
}
