import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecipientProfile } from '../../../shared/model/recipient-profile.ts';
import { defaultProfiles, internalProfile, profilesOf } from '../../../shared/report/profiles.ts';
import { namesWords } from '../../../shared/audit/printed-words.ts';
import { takenOutWords } from '../../../shared/report/recipient.ts';
import { recipientKindWords } from '../../session/recipient-words.ts';
import { useSession } from '../../session/session.tsx';
import { RecipientEditor } from './recipient-editor.tsx';
import styles from './settings.module.css';
import { Trouble } from './trouble.tsx';
import { useChange } from './use-change.ts';

/** For whom binders are made: what each recipient gets, in which order, and what is taken out. */
export function RecipientsSection() {
  const { newId } = useSession();
  const { agency, working, trouble, canWrite, setAgency } = useChange();
  const [editing, setEditing] = useState<{ readonly profile: RecipientProfile; readonly isNew: boolean } | null>(null);
  const shown = profilesOf(agency);
  const own = agency.recipients ?? [];
  const usual = new Set(defaultProfiles().map(({ id }) => id));
  const save = async (recipients: readonly RecipientProfile[], what: string): Promise<boolean> => {
    const { recipients: _before, ...rest } = agency;
    return await setAgency(recipients.length === 0 ? rest : { ...rest, recipients: [...recipients] }, what);
  };
  const put = async (profile: RecipientProfile): Promise<void> => {
    const next = own.some(({ id }) => id === profile.id) ? own.map((each) => (each.id === profile.id ? profile : each)) : [...own, profile];
    if (await save(next, `Saved the recipient ${profile.name}`)) setEditing(null);
  };
  const drop = (profile: RecipientProfile, what: string): void => void save(own.filter(({ id }) => id !== profile.id), what);

  return (
    <>
      <p className={styles.intro}>
        What a recipient must not read is taken out of the pages themselves, never covered. Binders made before stay as they are; their exhibit numbers stay too.
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Recipient</th>
            <th scope="col">Kind</th>
            <th scope="col">Taken out</th>
            <th scope="col">Volume 2</th>
            <th scope="col">Largest file</th>
            <th scope="col"><span className="sr-only">Change</span></th>
          </tr>
        </thead>
        <tbody>
          {shown.map((profile) => {
            const isChanged = own.some(({ id }) => id === profile.id);
            return (
              <tr key={profile.id}>
                <th scope="row">{profile.name}</th>
                <td className={styles.quiet}>{recipientKindWords[profile.kind]}</td>
                <td className={styles.quiet}>{profile.redact.length === 0 ? 'Nothing' : namesWords(takenOutWords(profile))}</td>
                <td className={styles.quiet}>{profile.medicalVolume ? 'When asked for' : 'Never'}</td>
                <td className={styles.quiet}>{profile.splitMegabytes === undefined ? 'Any' : `${profile.splitMegabytes} MB`}</td>
                <td>
                  <Button variant="subtle" disabled={!canWrite} aria-label={`Change ${profile.name}`} onClick={() => setEditing({ profile, isNew: false })}>Change</Button>
                  {isChanged && (usual.has(profile.id)
                    ? <Button variant="subtle" disabled={!canWrite || working} aria-label={`Set ${profile.name} back to the usual`} onClick={() => drop(profile, `Set the recipient ${profile.name} back to the usual`)}>Set back</Button>
                    : <Button variant="subtle" disabled={!canWrite || working} aria-label={`Remove ${profile.name}`} onClick={() => drop(profile, `Removed the recipient ${profile.name}`)}>Remove</Button>)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles.actions}><Button disabled={!canWrite} onClick={() => setEditing({ profile: { ...internalProfile, id: newId(), name: '', kind: 'payer' }, isNew: true })}>Add recipient</Button></div>
      {editing !== null && <RecipientEditor key={editing.profile.id} {...editing} others={shown.filter(({ id }) => id !== editing.profile.id).map(({ name }) => name)} working={working} onSave={put} onClose={() => setEditing(null)} />}
      <Trouble words={trouble} />
    </>
  );
}
