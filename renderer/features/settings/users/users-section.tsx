import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { rightsWords } from '../../../../shared/access/words.ts';
import type { User } from '../../../../shared/access/user.ts';
import { vault } from '../../../platform/desktop.ts';
import { failureWords } from '../../../platform/failure-words.ts';
import { useSession } from '../../../session/session.tsx';
import { ConfirmWithReason } from '../../../ui/confirm-with-reason.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import settings from '../settings.module.css';
import { Trouble } from '../trouble.tsx';
import { UserDialog } from './user-dialog.tsx';

/** Who unlocks Muster on this computer, and what each may do. */
export function UsersSection() {
  const { actor, can, logEvent } = useSession();
  const [users, setUsers] = useState<readonly User[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [edited, setEdited] = useState<User | 'new' | null>(null);
  const [removed, setRemoved] = useState<User | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void vault.users().then((found) => {
      if (gone || actor === null) return;
      if (found.ok) setUsers(found.value.users);
      else setTrouble(failureWords(found.error));
    });
    return () => {
      gone = true;
    };
  }, [actor]);

  if (actor === null) return <EmptyState>The demo agency has no users and no lock: its people are invented.</EmptyState>;
  const administers = can('administer');
  const remove = async (user: User, reason: string): Promise<void> => {
    const done = await vault.removeUser({ userId: user.id });
    setProblem(done.ok ? null : failureWords(done.error));
    if (!done.ok) return;
    setUsers(done.value.users);
    setRemoved(null);
    await logEvent('users', `Removed the user ${user.name}`, reason);
  };
  return (
    <>
      <p className={settings.intro}>
        Everybody unlocks with a passphrase of their own, and the log names who did what. The medical right is a key: who does not have it cannot open medical documents and notes, whatever they try.
      </p>
      <table className={settings.table}>
        <thead>
          <tr><th scope="col">Name</th><th scope="col">Rights</th><th scope="col"><span className="sr-only">Actions</span></th></tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id}>
              <td>{user.name}{user.id === actor.id && ' (you)'}</td>
              <td>{rightsWords(user)}</td>
              <td>
                {administers && <Button variant="subtle" size="compact-xs" onClick={() => setEdited(user)} aria-label={`Change ${user.name}`}>Change</Button>}
                {administers && user.id !== actor.id && <Button variant="subtle" size="compact-xs" onClick={() => setRemoved(user)} aria-label={`Remove ${user.name}`}>Remove</Button>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={settings.actions}>
        {administers ? <Button variant="filled" onClick={() => setEdited('new')}>Add user</Button> : <p className={settings.quiet}>Users are changed by an administrator.</p>}
      </div>
      <Trouble words={trouble} />
      {edited !== null && (
        <UserDialog
          user={edited === 'new' ? null : edited}
          users={users}
          onSaved={(saved) => {
            setUsers(saved);
            setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
      <ConfirmWithReason
        opened={removed !== null}
        title={`Remove ${removed?.name ?? 'user'}?`}
        reasonLabel="Reason"
        confirmLabel="Remove user"
        problem={problem}
        onConfirm={async (reason) => {
          if (removed !== null) await remove(removed, reason);
        }}
        onClose={() => {
          setRemoved(null);
          setProblem(null);
        }}
      >
        {removed?.name} cannot unlock this agency any more. What they recorded stays, under their name. Backups made until now still open with their passphrase. They can be added again with a new one.
      </ConfirmWithReason>
    </>
  );
}
