import { Button, PasswordInput, Select, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { mayWrite } from '../../shared/access/rights.ts';
import type { VaultStatus } from '../../shared/ipc/vault.ts';
import { countOf } from '../../shared/wording.ts';
import { failureWords } from '../platform/failure-words.ts';
import { vault } from '../platform/desktop.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { navigate } from '../ui/navigate.ts';
import { useAgencyDoor } from './agency-door.tsx';
import styles from './backup-strip.module.css';
import { commitErrorWords } from './commit-words.ts';
import { useSession } from './session.tsx';

/** Under the title bar while a surveyor looks: who, at how many, with which seed, and the way out. */
export function SurveyorStrip() {
  const { surveying, file } = useSession();
  const [leaving, setLeaving] = useState(false);
  if (surveying === null) return null;
  return (
    <div className={styles.strip} role="status">
      <span>
        <b>{`Surveyor mode: ${surveying.surveyor} sees ${countOf(file.people.length, 'person', 'people')}`}</b>
        {surveying.seed !== null && <>, drawn with the seed <b className="num">{surveying.seed}</b></>}
        . Nothing can be recorded, and every view is in the log.
      </span>
      <button type="button" onClick={() => setLeaving(true)}>Leave surveyor mode</button>
      {leaving && <LeaveDialog onClose={() => setLeaving(false)} />}
    </div>
  );
}

/** In the place of a screen that is not part of a survey. */
export function NotShown() {
  return <EmptyState action={<Button onClick={() => navigate('/survey')}>See the sample</Button>}>This screen is not part of the survey.</EmptyState>;
}

/** A passphrase proves that somebody of the agency is there; an agency without users (the demo) is asked once more. */
function LeaveDialog({ onClose }: { readonly onClose: () => void }) {
  const { agencyId, actor, endSurvey, surveying } = useSession();
  const { lock } = useAgencyDoor();
  const [users, setUsers] = useState<VaultStatus['users']>([]);
  const [userId, setUserId] = useState(actor?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  useEffect(() => {
    if (actor === null) return undefined;
    let stale = false;
    void vault.status({ agencyId }).then((answer) => {
      if (answer.ok && !stale) setUsers(answer.value.users);
    });
    return () => {
      stale = true;
    };
  }, [agencyId, actor]);

  const leave = async (): Promise<string | null> => {
    let by: string | null = null;
    if (actor !== null) {
      if (passphrase === '') return 'Type the passphrase first.';
      const proven = await vault.prove({ userId, passphrase });
      setPassphrase('');
      if (!proven.ok) return proven.error.code === 'wrong-key' ? 'That is not the passphrase. Surveyor mode goes on.' : failureWords(proven.error);
      if (!mayWrite(proven.value)) return 'An auditor cannot leave surveyor mode. HR or compliance can.';
      by = proven.value.name;
    }
    const ended = await endSurvey(by);
    if (!ended.ok) return commitErrorWords(ended.error);
    navigate(surveying === null ? '/survey' : `/survey/${encodeURIComponent(surveying.surveyId)}`);
    // Whoever proved to be here goes on under their own name, not under that of the host.
    if (actor !== null && userId !== actor.id) await lock();
    return null;
  };
  return (
    <FormDialog title="Leave surveyor mode" confirmLabel="Leave surveyor mode" onSubmit={leave} onClose={onClose}>
      <Text size="sm" mb="sm">The whole agency is shown again, and things can be recorded. The survey gets its last day; what the surveyor looked at stays in the log.</Text>
      {users.length > 1 && <Select label="Who are you?" data={users.map(({ id, name }) => ({ value: id, label: name }))} value={userId} onChange={(value) => setUserId(value ?? userId)} allowDeselect={false} mb="sm" />}
      {actor !== null && (
        <PasswordInput label={users.length > 1 ? 'Passphrase' : `Passphrase of ${actor.name}`} value={passphrase} onChange={(event) => setPassphrase(event.currentTarget.value)} autoComplete="current-password" data-autofocus />
      )}
    </FormDialog>
  );
}
