import { Anchor, Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { likelyDuplicates } from '../../../shared/agenda/identity.ts';
import { employmentOn, personStateWords, personState } from '../../../shared/agenda/employment.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { fullName, roles, roleWords, shownName, type Person, type Role } from '../../../shared/model/person.ts';
import { dateWords } from '../../../shared/wording.ts';
import { commitErrorWords } from '../../session/commit-words.ts';
import { useSession } from '../../session/session.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { navigate, pathOf } from '../../ui/navigate.ts';
import styles from './people-page.module.css';

const whyWords = {
  'name-and-birth-date': 'same name and birth date',
  name: 'same name',
  'birth-date-and-given-name': 'same given name and birth date',
} as const;

/** Adds a person with a first employment: as somebody hired, or as a candidate. Warns of people who may be the same one. */
export function AddPersonForm({ onClose }: { readonly onClose: () => void }) {
  const { file, today, newId, commit } = useSession();
  const [given, setGiven] = useState('');
  const [family, setFamily] = useState('');
  const [birthDate, setBirthDate] = useState<CivilDate | null>(null);
  const [hireOn, setHireOn] = useState<CivilDate | null>(null);
  const [role, setRole] = useState<Role>('ips-specialist');
  const [teamId, setTeamId] = useState<string | null>(null);
  const [directCare, setDirectCare] = useState(true);
  const [unread, setUnread] = useState<Readonly<Record<string, string | null>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const duplicates = likelyDuplicates(file.people, { given, family, birthDate });
  const isPlanned = hireOn !== null && hireOn > today;

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const badDate = Object.values(unread).find((each) => each !== null);
    if (badDate != null) { setProblem(`Not added yet: ${badDate}`); return; }
    if (given.trim() === '' || family.trim() === '') { setProblem('Not added yet: type the given and the family name as they stand in legal papers.'); return; }
    if (hireOn === null) { setProblem('Not added yet: type the day of hire, or the day it is planned for.'); return; }
    if (birthDate !== null && birthDate >= today) { setProblem('Not added yet: the birth date lies in the future.'); return; }
    if (duplicates.length > 0 && !confirmed) { setProblem('Not added yet: say that this is another person, or open the one on file.'); return; }
    const person: Person = {
      id: newId(),
      names: [{ kind: 'legal', given: given.trim(), family: family.trim() }],
      ...(birthDate === null ? {} : { birthDate }),
      employments: [{
        id: newId(),
        kind: 'employee',
        ...(isPlanned ? { plannedHireOn: hireOn } : { hiredOn: hireOn }),
        directCare,
        roles: [{ role, from: hireOn, ...(teamId === null ? {} : { teamId }) }],
      }],
    };
    const done = await commit([{ kind: 'put-person', person }], `Added ${fullName(shownName(person))}`);
    if (!done.ok) { setProblem(commitErrorWords(done.error)); return; }
    onClose();
    navigate(pathOf('people', person.id));
  };
  const watch = (field: string) => (found: string | null): void => {
    setUnread((before) => ({ ...before, [field]: found }));
  };

  return (
    <Modal opened onClose={onClose} title="Add a person" size={560} closeButtonProps={{ 'aria-label': 'Close' }} styles={{ title: { fontWeight: 600 } }}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <div className={styles.pair}>
            <TextInput label="Given name" required data-autofocus value={given} error={tried && given.trim() === '' ? 'Type the given name.' : null} onChange={(event) => setGiven(event.currentTarget.value)} />
            <TextInput label="Family name" required value={family} error={tried && family.trim() === '' ? 'Type the family name.' : null} onChange={(event) => setFamily(event.currentTarget.value)} />
            <DateField label="Born" past today={today} value={birthDate} onChange={setBirthDate} onProblem={watch('born')} />
            <DateField label="Hired, or planned for" description="A day to come makes this a candidate." required today={today} value={hireOn} onChange={setHireOn} onProblem={watch('hire')} />
            <Select label="Role" allowDeselect={false} value={role} data={roles.map((each) => ({ value: each, label: roleWords[each] }))} onChange={(value) => setRole(roles.find((each) => each === value) ?? role)} />
            <Select label="Team" clearable placeholder="none" value={teamId} data={(file.teams ?? []).map((team) => ({ value: team.id, label: team.name }))} onChange={setTeamId} />
          </div>
          <Checkbox label="Gives direct care" checked={directCare} onChange={(event) => setDirectCare(event.currentTarget.checked)} />
          {duplicates.length > 0 && (
            <div className={styles.duplicates} role="alert">
              <p>{duplicates.length === 1 ? 'Somebody on file may be the same person:' : 'People on file may be the same person:'}</p>
              <ul>
                {duplicates.slice(0, 4).map(({ person, why }) => {
                  const employment = employmentOn(person, today);
                  const begin = employment?.hiredOn ?? employment?.plannedHireOn;
                  return (
                    <li key={person.id}>
                      <Anchor component="button" type="button" size="xs" onClick={() => navigate(pathOf('people', person.id))}>{fullName(shownName(person))}</Anchor>
                      {` · ${whyWords[why]} · ${personStateWords[personState(person, today)].toLowerCase()}${begin === undefined ? '' : `, hired ${dateWords(begin)}`}`}
                    </li>
                  );
                })}
              </ul>
              <p>If they are coming back, open the person and add an employment there.</p>
              <Checkbox label="This is another person" checked={confirmed} onChange={(event) => setConfirmed(event.currentTarget.checked)} />
            </div>
          )}
          {problem !== null && <Text role="alert" size="sm" c="var(--act)">{problem}</Text>}
        </Stack>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">{isPlanned ? 'Add candidate' : 'Add person'}</Button>
        </Group>
      </form>
    </Modal>
  );
}
