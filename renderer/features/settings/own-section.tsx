import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CustomRequirement } from '../../../shared/model/window.ts';
import { evidenceKindWords } from '../../../shared/model/evidence.ts';
import { useSession } from '../../session/session.tsx';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { newRequirement, whomWords, withOwn, withoutOwn } from './own-requirement.ts';
import { OwnEditor } from './own-editor.tsx';
import styles from './settings.module.css';
import { Trouble } from './trouble.tsx';
import { useChange } from './use-change.ts';

/** What the agency demands beyond every pack, judged by the same windows. */
export function OwnSection() {
  const { requirement, newId } = useSession();
  const { agency, working, trouble, canWrite, setAgency } = useChange();
  const [editing, setEditing] = useState<{ readonly draft: CustomRequirement; readonly isNew: boolean } | null>(null);
  const [removing, setRemoving] = useState<CustomRequirement | null>(null);
  const own = agency.customRequirements ?? [];
  const add = <Button variant={own.length === 0 ? 'filled' : 'default'} disabled={!canWrite} onClick={() => setEditing({ draft: newRequirement(newId()), isNew: true })}>Add requirement</Button>;

  return (
    <>
      <p className={styles.intro}>Defensive driving, a flu shot, an annual policy sign-off: what your own policy demands, with its window and its reason.</p>
      {own.length === 0 && editing === null ? (
        <div className={styles.flush}><EmptyState action={add}>No requirements of your own yet.</EmptyState></div>
      ) : (
        <>
          {own.length > 0 && (
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Requirement</th>
                  <th scope="col">Window</th>
                  <th scope="col">Whom</th>
                  <th scope="col">Evidence</th>
                  <th scope="col">Reason</th>
                  <th scope="col"><span className="sr-only">Change</span></th>
                </tr>
              </thead>
              <tbody>
                {own.map((each) => (
                  <tr key={each.id}>
                    <th scope="row">{each.title}<div className={styles.code}>{each.id}</div></th>
                    <td className={styles.quiet}>{requirement(each.id)?.windowWords ?? 'Off: not judged'}</td>
                    <td className={styles.quiet}>{whomWords(each.appliesTo)}</td>
                    <td className={styles.quiet}>{evidenceKindWords[each.kind]}{each.category === undefined ? '' : `: ${each.category}`}</td>
                    <td className={styles.quiet}>{each.reason}</td>
                    <td>
                      <Button variant="subtle" disabled={!canWrite} aria-label={`Change ${each.title}`} onClick={() => setEditing({ draft: each, isNew: false })}>Change</Button>
                      <Button variant="subtle" disabled={!canWrite} aria-label={`Remove ${each.title}`} onClick={() => setRemoving(each)}>Remove</Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {editing === null && <div className={styles.actions}>{add}</div>}
        </>
      )}
      {editing !== null && (
        <OwnEditor
          key={editing.draft.id}
          {...editing}
          taken={own.map((each) => each.id)}
          working={working}
          onClose={() => setEditing(null)}
          onSave={async (saved) => {
            if (await setAgency(withOwn(agency, saved), `Saved the requirement ${saved.title}`)) setEditing(null);
          }}
        />
      )}
      <Trouble words={trouble} />
      <ConfirmWithReason
        opened={removing !== null}
        title={`Remove ${removing?.title ?? ''}?`}
        reasonLabel="Why is it removed?"
        confirmLabel="Remove requirement"
        problem={trouble}
        onConfirm={async (reason) => {
          if (removing !== null && (await setAgency(withoutOwn(agency, removing.id), `Removed the requirement ${removing.title}: ${reason}`))) setRemoving(null);
        }}
        onClose={() => setRemoving(null)}
      >
        Nobody is judged by it any more, for any date. Evidence recorded for it stays. To have it back, add it again under the same name.
      </ConfirmWithReason>
    </>
  );
}
