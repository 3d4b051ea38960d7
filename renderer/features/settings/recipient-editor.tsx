import { Button, Checkbox, NumberInput, Radio, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { apartKinds } from '../../../shared/model/document.ts';
import { binderSections, binderSectionWords, recipientKinds, recipientProfileSchema, redactions, type RecipientProfile } from '../../../shared/model/recipient-profile.ts';
import { RecipientSummary } from '../../session/recipient-summary.tsx';
import { apartPaperWords, recipientKindWords, redactionWords } from '../../session/recipient-words.ts';
import styles from './settings.module.css';
import own from './recipient-editor.module.css';

const toggled = <Item,>(list: readonly Item[], item: Item, on: boolean): Item[] => (on ? [...list, item] : list.filter((each) => each !== item));
const numberOf = (value: number | string): number | null => (value === '' || !Number.isFinite(Number(value)) ? null : Number(value));

/** Everything that is decided for one recipient, and beside it what such a binder will hold. */
export function RecipientEditor({ profile, isNew, others, working, onSave, onClose }: {
  readonly profile: RecipientProfile;
  readonly isNew: boolean;
  readonly others: readonly string[];
  readonly working: boolean;
  readonly onSave: (profile: RecipientProfile) => Promise<void>;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState(profile);
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<RecipientProfile>): void => setDraft((before) => ({ ...before, ...part }));
  const without = (name: 'certificateMonths' | 'splitMegabytes', value: number | null): void => setDraft(({ [name]: _gone, ...rest }) => ({ ...rest, ...(value !== null && { [name]: value }) }));
  const name = draft.name.trim();
  const nameProblem = name === '' ? 'Write a name.' : others.includes(name) ? 'There is a recipient of this name.' : null;
  const isWhole = nameProblem === null && recipientProfileSchema.safeParse({ ...draft, name }).success;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isWhole) void onSave({ ...draft, name });
  };
  const move = (at: number): void => {
    const sections = [...draft.sections];
    const [one, two] = [sections[at - 1], sections[at]];
    if (one === undefined || two === undefined) return;
    sections.splice(at - 1, 2, two, one);
    change({ sections });
  };
  const left = binderSections.filter((section) => !draft.sections.includes(section));

  return (
    <form className={own.editor} onSubmit={submit} noValidate aria-label={isNew ? 'New recipient' : `Recipient ${profile.name}`}>
      <div className={own.fields}>
        <div className={styles.pair}>
          <TextInput label="Name, as printed" value={draft.name} onChange={(event) => change({ name: event.currentTarget.value })} error={asked ? nameProblem : null} required data-autofocus />
          <Select label="Kind" value={draft.kind} allowDeselect={false} data={recipientKinds.map((kind) => ({ value: kind, label: recipientKindWords[kind] }))} onChange={(value) => change({ kind: recipientKinds.find((kind) => kind === value) ?? draft.kind })} />
        </div>
        <fieldset className={own.group}>
          <legend>Sections, in this order</legend>
          <ol className={own.sections}>
            {draft.sections.map((section, at) => (
              <li key={section}>
                <Checkbox size="xs" checked label={binderSectionWords[section]} disabled={draft.sections.length === 1} onChange={() => change({ sections: toggled(draft.sections, section, false) })} />
                <Button size="compact-xs" variant="subtle" disabled={at === 0} aria-label={`Move ${binderSectionWords[section]} up`} onClick={() => move(at)}>Up</Button>
              </li>
            ))}
            {left.map((section) => (
              <li key={section}><Checkbox size="xs" checked={false} label={binderSectionWords[section]} onChange={() => change({ sections: toggled(draft.sections, section, true) })} /></li>
            ))}
          </ol>
          {draft.sections.includes('certificates') && (
            <NumberInput w={260} label="Certificates of the last months" description="Empty: every month judged." value={draft.certificateMonths ?? ''} min={1} max={600} allowDecimal={false} onChange={(value) => without('certificateMonths', numberOf(value))} />
          )}
        </fieldset>
        <fieldset className={own.group}>
          <legend>Taken out of the pages</legend>
          <Stack gap={8}>
            {redactions.map((each) => <Checkbox key={each} size="xs" label={redactionWords[each]} checked={draft.redact.includes(each)} onChange={(event) => change({ redact: toggled(draft.redact, each, event.currentTarget.checked) })} />)}
          </Stack>
          {draft.redact.length > 0 && (
            <>
              <Radio.Group size="xs" mt={12} label="A page that holds any of it" value={draft.redactedPages} onChange={(value) => change({ redactedPages: value === 'leave-out' ? 'leave-out' : 'rasterise' })}>
                <Stack gap={8} mt={6}>
                  <Radio value="rasterise" label="becomes a picture without it" />
                  <Radio value="leave-out" label="is left out; a page in its place says so" />
                </Stack>
              </Radio.Group>
              <Radio.Group size="xs" mt={12} label="A page without text that nobody looked over" value={draft.unknownPages} onChange={(value) => change({ unknownPages: value === 'include' ? 'include' : 'leave-out' })}>
                <Stack gap={8} mt={6}>
                  <Radio value="leave-out" label="is left out, until somebody has looked it over" />
                  <Radio value="include" label="goes in as it is, whatever stands on it" />
                </Stack>
              </Radio.Group>
            </>
          )}
        </fieldset>
        <fieldset className={own.group}>
          <legend>Papers that are kept apart</legend>
          <p className={own.hint}>They stay out of every binder unless this recipient is to have them.</p>
          <Stack gap={8}>
            {apartKinds.map((kind) => <Checkbox key={kind} size="xs" label={apartPaperWords[kind]} checked={draft.include.includes(kind)} onChange={(event) => change({ include: toggled(draft.include, kind, event.currentTarget.checked) })} />)}
          </Stack>
          <Switch mt={12} size="xs" label="Volume 2, the health documents, can be made for this recipient" checked={draft.medicalVolume} onChange={(event) => change({ medicalVolume: event.currentTarget.checked })} />
        </fieldset>
        <NumberInput w={260} label="Largest file a portal takes, in MB" description="Empty: one file, whatever its size." value={draft.splitMegabytes ?? ''} min={1} max={10_000} onChange={(value) => without('splitMegabytes', numberOf(value))} />
        <div className={styles.actions}>
          <Button type="submit" variant="filled" loading={working}>{isNew ? 'Add recipient' : 'Save recipient'}</Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </div>
      <section className={own.summary} aria-label="What such a binder holds">
        <h4>{`A binder for ${name === '' ? 'this recipient' : name}`}</h4>
        <RecipientSummary profile={draft} />
      </section>
    </form>
  );
}
