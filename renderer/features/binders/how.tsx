import { Checkbox, NumberInput, PasswordInput, Radio, Select, Stack } from '@mantine/core';
import { civilDateAt } from '../../../shared/civil-date.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { lastBinderFor } from '../../../shared/report/changes-since.ts';
import { countOf, dateWords, distanceWords } from '../../../shared/wording.ts';
import { RecipientSummary } from '../../session/recipient-summary.tsx';
import { useSession } from '../../session/session.tsx';
import { navigate } from '../../ui/navigate.ts';
import type { useChoices } from './use-choices.ts';
import styles from './binders-page.module.css';

/** For whom, which volumes, as what files, with which password. */
export function How({ using, count }: { readonly using: ReturnType<typeof useChoices>; readonly count: number }) {
  const { file, today } = useSession();
  const { choices, profiles, profile, mayMedical, passwordProblem, change } = using;
  const last = lastBinderFor(file, profile.id);
  const lastDay = last === null ? null : civilDateAt(Date.parse(last.generatedAt), file.agency.timeZone ?? defaultTimeZone);
  return (
    <>
      <div className={styles.recipient}>
        <Select label="Recipient" value={profile.id} allowDeselect={false} data={profiles.map(({ id, name }) => ({ value: id, label: name }))} onChange={(value) => change({ profileId: value ?? profile.id, megabytes: null })} />
        <p className={styles.hint}>
          {lastDay === null || last === null ? 'No binder was made for this recipient yet.' : `Last one ${dateWords(lastDay)} · ${distanceWords(lastDay, today)}, ${countOf(last.personIds.length, 'person', 'people')}.`}
          {' '}
          <button type="button" className={styles.link} onClick={() => navigate('/settings/recipients')}>Change recipients</button>
        </p>
        <RecipientSummary profile={profile} />
      </div>
      <fieldset className={styles.group}>
        <legend>Documents</legend>
        <Stack gap={10}>
          <Checkbox size="xs" label="Bind the documents in as exhibits" checked={choices.exhibits} onChange={(event) => change({ exhibits: event.currentTarget.checked })} />
          <Checkbox
            size="xs"
            label="Volume 2, the health documents, as a file of its own"
            description={mayMedical ? 'Opening them for the binder is written to the log.' : profile.medicalVolume ? 'Only with the medical right.' : 'This recipient gets none.'}
            checked={using.withMedical}
            disabled={!mayMedical || !choices.exhibits}
            onChange={(event) => change({ medical: event.currentTarget.checked })}
          />
        </Stack>
      </fieldset>
      <Radio.Group size="xs" label="Files" value={count === 1 ? 'file-per-person' : choices.layout} onChange={(value) => change({ layout: value === 'one-file' ? 'one-file' : 'file-per-person' })}>
        <Stack gap={10} mt={6}>
          <Radio value="file-per-person" label="One file for each person" />
          <Radio value="one-file" label="One file for the agency" disabled={count === 1} />
        </Stack>
      </Radio.Group>
      <NumberInput label="Largest file, in MB" placeholder="any size" value={profile.splitMegabytes ?? ''} min={1} max={10_000} onChange={(value) => change({ megabytes: value === '' ? null : Number(value) })} />
      <fieldset className={styles.group}>
        <legend>Password to open it</legend>
        <Stack gap={6}>
          <PasswordInput aria-label="Password" placeholder="none" autoComplete="new-password" value={choices.password} onChange={(event) => change({ password: event.currentTarget.value.slice(0, 127) })} />
          {choices.password !== '' && <PasswordInput aria-label="Password again" placeholder="Again" autoComplete="new-password" value={choices.again} error={choices.again === '' ? null : passwordProblem} onChange={(event) => change({ again: event.currentTarget.value.slice(0, 127) })} />}
          <p className={styles.hint}>{choices.password === '' ? 'AES-256, when you set one.' : 'Muster keeps it nowhere. Without it nobody opens the file, you neither.'}</p>
        </Stack>
      </fieldset>
      <FolderChoice folder={choices.folder} onChange={(folder) => change({ folder })} />
    </>
  );
}

export function FolderChoice({ folder, onChange }: { readonly folder: 'usual' | 'ask'; readonly onChange: (folder: 'usual' | 'ask') => void }) {
  return (
    <Radio.Group size="xs" label="Folder" value={folder} onChange={(value) => onChange(value === 'ask' ? 'ask' : 'usual')}>
      <Stack gap={10} mt={6}>
        <Radio value="usual" label="Muster, in Documents" />
        <Radio value="ask" label="Choose when it starts" />
      </Stack>
    </Radio.Group>
  );
}
