import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { PackId } from '../../../shared/model/agency.ts';
import { packs } from '../../../shared/rules/packs/packs.ts';
import { useSession } from '../../session/session.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { always, type PackDates } from './pack-use.ts';
import styles from './settings.module.css';

/** The dates of one pack, and why. */
export function PackEditor({ id, use, working, onSave, onClose }: {
  readonly id: PackId;
  readonly use: PackDates | null;
  readonly working: boolean;
  readonly onSave: (use: PackDates | null) => void;
  readonly onClose: () => void;
}) {
  const { today } = useSession();
  const [draft, setDraft] = useState(use ?? always);
  const [asked, setAsked] = useState(false);
  const set = (part: Partial<PackDates>): void => setDraft((before) => ({ ...before, ...part }));
  const backwards = draft.from !== null && draft.to !== null && draft.to < draft.from;
  const reasonMissing = (draft.from !== null || draft.to !== null || draft.appliesToHiresFrom !== null) && draft.reason.trim() === '';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!backwards && !reasonMissing) onSave(draft);
  };

  return (
    <form className={styles.editor} onSubmit={submit} noValidate>
      <h3 className={styles.subheading} style={{ marginTop: 0 }}>{packs[id].title}</h3>
      <div className={styles.dates}>
        <DateField label="In force from" description="Empty: always." value={draft.from} onChange={(from) => set({ from })} today={today} />
        <DateField label="In force to" description="Its last day." value={draft.to} onChange={(to) => set({ to })} today={today} error={backwards ? 'The end lies before the beginning.' : null} />
        <DateField label="For people hired from" description="Empty: everybody." value={draft.appliesToHiresFrom} onChange={(appliesToHiresFrom) => set({ appliesToHiresFrom })} today={today} />
      </div>
      <TextInput
        mt={12}
        label="Reason"
        description="Needed where a date is set: the contract, letter or policy that says so."
        value={draft.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
        error={asked && reasonMissing ? 'Write where the date comes from.' : null}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="filled" loading={working}>{use === null ? 'Use pack' : 'Save pack'}</Button>
        {use !== null && <Button loading={working} onClick={() => onSave(null)}>Stop using pack</Button>}
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
