import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { civilDateAt, type CivilDate } from '../../../shared/civil-date.ts';
import { defaultTimeZone, packIds, type PackId } from '../../../shared/model/agency.ts';
import { isValidNpi } from '../../../shared/rules/npi.ts';
import { packs } from '../../../shared/rules/packs/packs.ts';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { npiRemark, timeZoneChoices } from '../../session/time-zones.ts';
import { DateField } from '../../ui/date-field.tsx';
import { newAgencyFile } from './new-agency.ts';
import styles from './start.module.css';

const offered = packIds.filter((id) => id !== 'la-lhcc-2022');

/** Asks for what an agency cannot do without; then it is protected and opened. Everything can be changed later in Settings. */
export function CreateAgency({ onCancel }: { readonly onCancel: () => void }) {
  const { bring, clock } = useAgencyDoor();
  const [name, setName] = useState('');
  const [npi, setNpi] = useState('');
  const [timeZone, setTimeZone] = useState(defaultTimeZone);
  const [chosen, setChosen] = useState<readonly PackId[]>(['la-medicaid']);
  const [recordsFrom, setRecordsFrom] = useState<CivilDate | null>(null);
  const [dateProblem, setDateProblem] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);

  const nameMissing = name.trim() === '';
  const packMissing = chosen.length === 0;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (nameMissing || packMissing || dateProblem !== null) return;
    bring(newAgencyFile({ name, npi, timeZone, packs: chosen, recordsFrom }), new Map());
  };

  return (
    <form className={styles.page} onSubmit={submit} noValidate>
      <h1 className={styles.title}>Create an agency</h1>
      <p className={styles.lead}>All of this can be changed later in Settings.</p>
      <Stack gap={16} maw={460}>
        <TextInput
          label="Name of the agency"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={asked && nameMissing ? 'Write the name as it stands on the licence; it is printed on every binder.' : null}
          required
          data-autofocus
        />
        <Checkbox.Group
          label="Whose rules does it work under?"
          description="Where several apply, the strictest window wins and every source is cited."
          value={[...chosen]}
          onChange={(values) => setChosen(packIds.filter((id) => values.includes(id)))}
          error={asked && packMissing ? 'Choose at least one.' : null}
          required
        >
          <Stack gap={10} mt={8}>
            {offered.map((id) => (
              <Checkbox key={id} value={id} label={packs[id].title} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Select
          label="Time zone"
          description="Decides which day it is when something is due."
          data={[...timeZoneChoices(timeZone)]}
          value={timeZone}
          onChange={(value) => setTimeZone(value ?? defaultTimeZone)}
          allowDeselect={false}
        />
        <DateField
          label="Records begin on (optional)"
          description="Months and years before this day are not judged."
          value={recordsFrom}
          onChange={setRecordsFrom}
          onProblem={setDateProblem}
          today={civilDateAt(clock(), timeZone)}
          past
        />
        <TextInput
          label="NPI of the agency (optional)"
          value={npi}
          onChange={(event) => setNpi(event.currentTarget.value)}
          description={npiRemark(npi, isValidNpi) ?? 'Ten digits; the last one is a check digit.'}
          inputMode="numeric"
        />
        <Group gap={8}>
          <Button type="submit" variant="filled">Next: protect it</Button>
          <Button onClick={onCancel}>Back</Button>
        </Group>
      </Stack>
    </form>
  );
}
