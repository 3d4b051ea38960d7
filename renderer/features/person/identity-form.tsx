import { ActionIcon, Button, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { personProblems } from '../../../shared/agenda/identity.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { fullName, nameKinds, shownName, type NameKind, type Person, type PersonName } from '../../../shared/model/person.ts';
import { useSession } from '../../session/session.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useUnreadDates } from '../../ui/use-unread-dates.ts';
import { useRecord } from '../../session/use-record.ts';
import styles from './forms.module.css';

const kindWords: Readonly<Record<NameKind, string>> = { legal: 'Legal', former: 'Former', maiden: 'Maiden', alias: 'Alias', preferred: 'Preferred' };

type NameDraft = { readonly kind: NameKind; readonly given: string; readonly middle: string; readonly family: string; readonly suffix: string; readonly kept: PersonName | null };

const draftOf = (name: PersonName): NameDraft => ({
  kind: name.kind, given: name.given, middle: name.middle ?? '', family: name.family, suffix: name.suffix ?? '', kept: name,
});

function nameOf({ kind, given, middle, family, suffix, kept }: NameDraft): PersonName {
  return {
    kind,
    given: given.trim(),
    ...(middle.trim() === '' ? {} : { middle: middle.trim() }),
    family: family.trim(),
    ...(suffix.trim() === '' ? {} : { suffix: suffix.trim() }),
    ...(kept?.from === undefined ? {} : { from: kept.from }),
    ...(kept?.to === undefined ? {} : { to: kept.to }),
  };
}

/** Names ever used, birth date, NPI: what searches of lists and the cover of the binder rest on. */
export function IdentityForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { today } = useSession();
  const [names, setNames] = useState(person.names.map(draftOf));
  const [birthDate, setBirthDate] = useState<CivilDate | null>(person.birthDate ?? null);
  const [resident, setResident] = useState<CivilDate | null>(person.stateResidentSince ?? null);
  const [npi, setNpi] = useState(person.npi ?? '');
  const [email, setEmail] = useState(person.email ?? '');
  const [tried, setTried] = useState(false);
  const unread = useUnreadDates();
  const record = useRecord();

  const { birthDate: _birth, npi: _npi, email: _email, stateResidentSince: _since, ...rest } = person;
  const edited: Person = {
    ...rest,
    names: names.map(nameOf),
    ...(birthDate === null ? {} : { birthDate }),
    ...(npi.trim() === '' ? {} : { npi: npi.trim() }),
    ...(email.trim() === '' ? {} : { email: email.trim() }),
    ...(resident === null ? {} : { stateResidentSince: resident }),
  };
  const problems = personProblems(edited, today).filter((each) => !each.path.startsWith('employments') && !each.path.startsWith('licenses'));
  const problemOf = (path: string): string | undefined => (tried ? problems.find((each) => each.path === path)?.message : undefined);
  const setName = (index: number, part: Partial<NameDraft>): void => {
    setNames((before) => before.map((each, at) => (at === index ? { ...each, ...part } : each)));
  };

  const submit = async (): Promise<string | null> => {
    setTried(true);
    if (unread.problem !== null) return `Not saved yet: ${unread.problem}`;
    if (problems.length > 0) return `Not saved yet: ${problems[0]?.message ?? ''}`;
    const failed = await record([{ kind: 'put-person', person: edited }], `Changed the identity of ${fullName(shownName(edited))}`, 'Identity saved.');
    if (failed === null) onClose();
    return failed;
  };

  return (
    <FormDialog title="Identity" confirmLabel="Save identity" size={720} onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <fieldset className={styles.block}>
          <legend>Every name ever used</legend>
          <div className={styles.nameRow} aria-hidden="true">
            {['Kind', 'Given', 'Middle', 'Family', 'Suffix', ''].map((label) => <span key={label} className={styles.rowLabel}>{label}</span>)}
          </div>
          {names.map((name, index) => (
            <div key={index} className={styles.nameRow}>
              <Select aria-label={`Kind of name ${index + 1}`} allowDeselect={false} value={name.kind} data={nameKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))} onChange={(value) => setName(index, { kind: nameKinds.find((kind) => kind === value) ?? name.kind })} />
              <TextInput aria-label={`Given name ${index + 1}`} value={name.given} error={problemOf(`names.${index}.given`)} onChange={(event) => setName(index, { given: event.currentTarget.value })} />
              <TextInput aria-label={`Middle name ${index + 1}`} value={name.middle} onChange={(event) => setName(index, { middle: event.currentTarget.value })} />
              <TextInput aria-label={`Family name ${index + 1}`} value={name.family} error={problemOf(`names.${index}.family`)} onChange={(event) => setName(index, { family: event.currentTarget.value })} />
              <TextInput aria-label={`Suffix ${index + 1}`} value={name.suffix} onChange={(event) => setName(index, { suffix: event.currentTarget.value })} />
              <ActionIcon aria-label={`Take name ${index + 1} away`} disabled={names.length === 1} onClick={() => setNames((before) => before.filter((_, at) => at !== index))}><IconX size={16} stroke={1.6} /></ActionIcon>
            </div>
          ))}
          <Button leftSection={<IconPlus size={14} />} onClick={() => setNames((before) => [...before, { kind: 'former', given: before[0]?.given ?? '', middle: '', family: '', suffix: '', kept: null }])}>Add a name</Button>
          {problemOf('names') !== undefined && <p role="alert" className={styles.hint}>{problemOf('names')}</p>}
        </fieldset>
        <div className={styles.pair}>
          <DateField label="Born" past today={today} value={birthDate} onChange={setBirthDate} onProblem={unread.of('birthDate')} error={problemOf('birthDate')} />
          <TextInput label="NPI" inputWrapperOrder={['label', 'input', 'description', 'error']} description="Ten digits, if the person has one." inputMode="numeric" value={npi} error={problemOf('npi')} onChange={(event) => setNpi(event.currentTarget.value)} />
          <TextInput label="E-mail" inputWrapperOrder={['label', 'input', 'description', 'error']} description="Reminders are addressed to it; you send them." type="email" value={email} error={problemOf('email')} onChange={(event) => setEmail(event.currentTarget.value)} />
          <DateField label="Resident of the state since" description="North Carolina: decides which criminal check is needed." past today={today} value={resident} onChange={setResident} onProblem={unread.of('resident')} />
        </div>
      </Stack>
    </FormDialog>
  );
}
