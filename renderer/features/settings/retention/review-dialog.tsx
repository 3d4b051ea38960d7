import { Checkbox, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { disposalCover } from '../../../../shared/agenda/retention/disposal.ts';
import { initialsOf } from '../../../../shared/agenda/retention/names.ts';
import type { Retention } from '../../../../shared/agenda/retention/retention.ts';
import { fromDay, plusMonths, toDay } from '../../../../shared/civil-date.ts';
import { usualRotation } from '../../../../shared/backup/rotation.ts';
import { fullName, shownName } from '../../../../shared/model/person.ts';
import { countOf, dateWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { useDispose } from '../../../session/use-destruction.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import settings from '../settings.module.css';
import styles from './retention.module.css';

/** The list before it is carried out: what each file covers, what stays and where, each person ticked once more, and a reason. */
export function ReviewDialog({ chosen, onClose, onDone }: { readonly chosen: readonly Retention[]; readonly onClose: () => void; readonly onDone: () => void }) {
  const { file, today } = useSession();
  const dispose = useDispose();
  const [reviewed, setReviewed] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const ids = useMemo(() => new Set(chosen.map(({ personId }) => personId)), [chosen]);
  const cover = useMemo(() => disposalCover(file, ids), [file, ids]);
  const people = file.people.filter(({ id }) => ids.has(id));
  const backupsUntil = fromDay(plusMonths(toDay(today), usualRotation.monthly));
  const submit = async (): Promise<string | null> => {
    if (!people.every(({ id }) => reviewed.has(id))) return 'Tick every person once you have looked through what goes, or cancel and take them off the list.';
    const refused = await dispose(people.map(({ id }) => id), reason);
    if (refused === null) onDone();
    return refused;
  };
  return (
    <FormDialog title={`Dispose of ${countOf(people.length, 'file')}`} confirmLabel="Dispose for good" size="lg" onSubmit={submit} onClose={onClose}>
      <p>This cannot be undone: no undo, no log and no export brings these files back.</p>
      <ul className={styles.review}>
        {people.map((person) => {
          const counts = cover.counts.get(person.id);
          const due = chosen.find(({ personId }) => personId === person.id);
          const name = fullName(shownName(person));
          return (
            <li key={person.id}>
              <Checkbox
                label={name}
                checked={reviewed.has(person.id)}
                onChange={() => {
                  const next = new Set(reviewed);
                  if (!next.delete(person.id)) next.add(person.id);
                  setReviewed(next);
                }}
              />
              {counts !== undefined && due !== undefined && (
                <p className={settings.quiet}>
                  {`Left ${dateWords(due.separatedOn)}, due since ${dateWords(due.dueFrom)}. ${countOf(counts.evidence, 'item')} of evidence, ${countOf(counts.documents, 'document')}, ${countOf(counts.checks, 'exclusion check')}, ${countOf(counts.decisions, 'decision')}, ${countOf(counts.explanations, 'explanation')}. In the disposal log: ${initialsOf(person)}`}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <ul className={styles.notes}>
        <li>{`The words of ${countOf(cover.wordsOf.length, 'entry', 'entries')} of the log go; the log keeps its chain.`}</li>
        {cover.wordsLeft > 0 && <li>{`${countOf(cover.wordsLeft, 'entry', 'entries')} written by an earlier version keep their words, which the chain covers.`}</li>}
        {cover.sharedDocuments > 0 && <li>{`${countOf(cover.sharedDocuments, 'document')} also belong to other records and stay.`}</li>}
        {cover.namedElsewhere.length > 0 && <li>{`${countOf(cover.namedElsewhere.length, 'other record')} name one of them in free text and stay as they are.`}</li>}
        <li>{`Backups made before hold the files until they are rotated out, the last of them by ${dateWords(backupsUntil)} if backups are made every month. Copies that were exported or handed over are not reached.`}</li>
      </ul>
      <Textarea label="Reason" description="It stays in the disposal log: write it without names." value={reason} onChange={(event) => setReason(event.currentTarget.value)} autosize minRows={2} required mt="sm" />
    </FormDialog>
  );
}
