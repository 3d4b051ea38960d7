import { PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { vault } from '../../../platform/desktop.ts';
import { failureWords } from '../../../platform/failure-words.ts';
import { newPassphraseProblem, NewPassphraseFields, noPassphrase } from '../../../session/new-passphrase.tsx';
import { useSession } from '../../../session/session.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';

/** A new passphrase for who is at work. No record is touched. */
export function ChangePassphrase({ onDone, onClose }: { readonly onDone: () => void; readonly onClose: () => void }) {
  const { actor, file, logEvent } = useSession();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(noPassphrase);
  const [asked, setAsked] = useState(false);
  const names = [actor?.name ?? '', file.agency.name];
  const submit = async (): Promise<string | null> => {
    setAsked(true);
    if (current === '') return 'Type the passphrase you have now.';
    const problem = newPassphraseProblem(next, names);
    if (problem !== null) return problem;
    const changed = await vault.changePassphrase({ passphrase: current, next: next.first });
    if (!changed.ok) return changed.error.code === 'wrong-key' ? 'The first one is not your passphrase. Nothing was changed.' : failureWords(changed.error);
    await logEvent('users', 'Changed the own passphrase');
    onDone();
    return null;
  };
  return (
    <FormDialog title="Change passphrase" confirmLabel="Change passphrase" onSubmit={submit} onClose={onClose}>
      <Stack gap={12}>
        <PasswordInput label="Your passphrase now" value={current} onChange={(event) => setCurrent(event.currentTarget.value)} autoComplete="current-password" data-autofocus />
        <NewPassphraseFields label="New passphrase" value={next} onChange={setNext} names={names} asked={asked} />
      </Stack>
    </FormDialog>
  );
}
