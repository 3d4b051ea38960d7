import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { rightsWords, roleName, userProblemWords } from '../../../../shared/access/words.ts';
import { roles, userProblems, type User } from '../../../../shared/access/user.ts';
import { vault } from '../../../platform/desktop.ts';
import { failureWords } from '../../../platform/failure-words.ts';
import { newPassphraseProblem, NewPassphraseFields, noPassphrase } from '../../../session/new-passphrase.tsx';
import { useSession } from '../../../session/session.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';

const roleHelp = {
  hr: 'People, employments, evidence; teams, documents, exclusion checks and decisions.',
  compliance: 'The agency, its rules, papers and accreditation; teams, documents, exclusion checks and decisions.',
  auditor: 'Sees all but medical details, records nothing, takes nothing along.',
} as const;

/** Adds a user, or changes the name, roles and rights of one. A new user types the first passphrase here themselves. */
export function UserDialog({ user, users, onSaved, onClose }: {
  readonly user: User | null;
  readonly users: readonly User[];
  readonly onSaved: (users: readonly User[]) => void;
  readonly onClose: () => void;
}) {
  const { can, file, logEvent, newId } = useSession();
  const [draft, setDraft] = useState<User>(user ?? { id: newId(), name: '', roles: ['hr'], medical: false, administrator: false });
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [asked, setAsked] = useState(false);
  const names = [draft.name, file.agency.name];
  // Only who holds the medical key can give it; taking it away needs no key.
  const mayGiveMedical = can('read-medical') || user?.medical === true;

  const submit = async (): Promise<string | null> => {
    setAsked(true);
    const wanted = { ...draft, name: draft.name.trim() };
    const problem = userProblems([...users.filter(({ id }) => id !== draft.id), wanted])[0];
    if (draft.roles.length === 0) return 'Choose at least one role.';
    if (problem !== undefined) return userProblemWords(problem);
    if (user === null) {
      const missing = newPassphraseProblem(passphrase, names);
      if (missing !== null) return missing;
    }
    const saved = await vault.putUser({ user: wanted, ...(user === null && { passphrase: passphrase.first }) });
    if (!saved.ok) return failureWords(saved.error);
    await logEvent('users', `${user === null ? 'Added' : 'Changed'} the user ${wanted.name}: ${rightsWords(wanted)}`);
    onSaved(saved.value.users);
    return null;
  };

  return (
    <FormDialog title={user === null ? 'Add user' : `Change ${user.name}`} confirmLabel={user === null ? 'Add user' : 'Save user'} onSubmit={submit} onClose={onClose}>
      <Stack gap={14}>
        <TextInput label="Name" value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })} autoComplete="off" data-autofocus />
        <Checkbox.Group label="Roles" value={[...draft.roles]} onChange={(values) => setDraft({ ...draft, roles: roles.filter((role) => values.includes(role)) })}>
          <Stack gap={8} mt={6}>
            {roles.map((role) => <Checkbox key={role} value={role} label={roleName(role)} description={roleHelp[role]} />)}
          </Stack>
        </Checkbox.Group>
        <Checkbox
          label="Medical right"
          description={mayGiveMedical ? 'Opens TB results, drug screens and their documents. Every opening is logged.' : 'Only somebody who has the medical right can give it.'}
          checked={draft.medical}
          disabled={!mayGiveMedical}
          onChange={(event) => setDraft({ ...draft, medical: event.currentTarget.checked })}
        />
        <Checkbox
          label="Administrator"
          description="Changes users, chooses where backups go, renews the recovery key, disposes of files."
          checked={draft.administrator}
          onChange={(event) => setDraft({ ...draft, administrator: event.currentTarget.checked })}
        />
        {user === null && <NewPassphraseFields label="First passphrase" value={passphrase} onChange={setPassphrase} names={names} asked={asked} />}
      </Stack>
    </FormDialog>
  );
}
