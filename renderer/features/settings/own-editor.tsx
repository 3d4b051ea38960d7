import { Button, Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { evidenceKinds, evidenceKindWords } from '../../../shared/model/evidence.ts';
import { roles, roleWords } from '../../../shared/model/person.ts';
import type { CustomRequirement } from '../../../shared/model/window.ts';
import { useSession } from '../../session/session.tsx';
import { ownId, sentenceOf } from './own-requirement.ts';
import styles from './settings.module.css';
import { WindowFields } from './window-fields.tsx';

/** One requirement of the agency's own, with its window read back as a sentence while it is made. */
export function OwnEditor({ draft: initial, isNew, taken, working, onSave, onClose }: {
  readonly draft: CustomRequirement;
  readonly isNew: boolean;
  readonly taken: readonly string[];
  readonly working: boolean;
  readonly onSave: (saved: CustomRequirement) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { file, today } = useSession();
  const [draft, setDraft] = useState(initial);
  const [asked, setAsked] = useState(false);
  const set = (part: Partial<CustomRequirement>): void => setDraft((before) => ({ ...before, ...part }));
  const titleMissing = draft.title.trim() === '';
  const reasonMissing = draft.reason.trim() === '';
  const sentence = sentenceOf(file, draft, today);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (titleMissing || reasonMissing) return;
    const { category, ...rest } = draft;
    void onSave({
      ...rest,
      id: isNew ? ownId(draft.title, taken) : draft.id,
      title: draft.title.trim(),
      reason: draft.reason.trim(),
      ...(draft.kind === 'other' && category !== undefined && category.trim() !== '' && { category: category.trim() }),
    });
  };
  const { roles: chosenRoles, directCare, ...otherWhom } = draft.appliesTo;

  return (
    <form className={styles.editor} onSubmit={submit} noValidate>
      <div className={styles.pair}>
        <TextInput label="Name" placeholder="Defensive driving" value={draft.title} onChange={(event) => set({ title: event.currentTarget.value })} error={asked && titleMissing ? 'Write a name.' : null} required data-autofocus />
        <Select
          label="Proved by"
          data={evidenceKinds.map((kind) => ({ value: kind, label: evidenceKindWords[kind] }))}
          value={draft.kind}
          onChange={(value) => set({ kind: evidenceKinds.find((kind) => kind === value) ?? 'other' })}
          allowDeselect={false}
          searchable
          disabled={draft.window.kind === 'every-month'}
        />
        <MultiSelect
          label="Roles"
          placeholder={chosenRoles === undefined ? 'Everybody' : ''}
          data={roles.map((role) => ({ value: role, label: roleWords[role] }))}
          value={[...(chosenRoles ?? [])]}
          onChange={(values) => {
            const next = roles.filter((role) => values.includes(role));
            set({ appliesTo: { ...otherWhom, ...(directCare !== undefined && { directCare }), ...(next.length > 0 && { roles: next }) } });
          }}
        />
        {draft.kind === 'other' && (
          <TextInput label="Category" description="Only documents of this category count. Empty: every other document." value={draft.category ?? ''} onChange={(event) => set({ category: event.currentTarget.value })} />
        )}
      </div>
      <Checkbox
        mt={12}
        label="Only people in direct care"
        checked={directCare === true}
        onChange={(event) => set({ appliesTo: { ...otherWhom, ...(chosenRoles !== undefined && { roles: chosenRoles }), ...(event.currentTarget.checked && { directCare: true }) } })}
      />
      <h3 className={styles.subheading}>Window</h3>
      <WindowFields window={draft.window} onChange={(window) => set({ window })} />
      <p className={styles.sentence} aria-live="polite" style={{ marginTop: 12 }}>
        {draft.title.trim() === '' ? 'This requirement' : draft.title.trim()}: {sentence}
      </p>
      <TextInput mt={12} label="Reason" description="The policy that sets it; cited wherever it is judged." value={draft.reason} onChange={(event) => set({ reason: event.currentTarget.value })} error={asked && reasonMissing ? 'Write where the requirement comes from.' : null} required />
      <div className={styles.actions}>
        <Button type="submit" variant="filled" loading={working}>{isNew ? 'Add requirement' : 'Save requirement'}</Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
