import { Button, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { defaultSoonDays, defaultTimeZone, type Agency } from '../../../shared/model/agency.ts';
import { isValidNpi } from '../../../shared/rules/npi.ts';
import { useSession } from '../../session/session.tsx';
import { npiRemark, timeZoneChoices } from '../../session/time-zones.ts';
import { DateField } from '../../ui/date-field.tsx';
import styles from './settings.module.css';
import { Trouble } from './trouble.tsx';
import { useChange } from './use-change.ts';

/** Name, number, time zone, where the records begin, and when "soon" begins. */
export function AgencySection() {
  const { today } = useSession();
  const { agency, working, trouble, canWrite, setAgency } = useChange();
  const [name, setName] = useState(agency.name);
  const [npi, setNpi] = useState(agency.npi ?? '');
  const [timeZone, setTimeZone] = useState(agency.timeZone ?? defaultTimeZone);
  const [recordsFrom, setRecordsFrom] = useState<CivilDate | null>(agency.recordsFrom ?? null);
  const [soonDays, setSoonDays] = useState<number | string>(agency.soonDays ?? defaultSoonDays);
  const [dateProblem, setDateProblem] = useState<string | null>(null);

  const next = edited(agency, { name, npi, timeZone, recordsFrom, soonDays });
  const unchanged = JSON.stringify(next) === JSON.stringify(edited(agency, {
    name: agency.name, npi: agency.npi ?? '', timeZone: agency.timeZone ?? defaultTimeZone, recordsFrom: agency.recordsFrom ?? null, soonDays: agency.soonDays ?? defaultSoonDays,
  }));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (name.trim() !== '' && dateProblem === null) void setAgency(next, 'Saved the agency');
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Stack gap={14} mt={12}>
        <TextInput
          label="Name"
          description="As it stands on the licence; it is printed on every binder."
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={name.trim() === '' ? 'Write a name.' : null}
          required
        />
        <TextInput
          label="NPI"
          value={npi}
          onChange={(event) => setNpi(event.currentTarget.value)}
          description={npiRemark(npi, isValidNpi) ?? 'Ten digits; the last one is a check digit.'}
          inputMode="numeric"
        />
        <Select
          label="Time zone"
          description="Decides which day it is when something is due."
          data={[...timeZoneChoices(timeZone)]}
          value={timeZone}
          onChange={(value) => setTimeZone(value ?? defaultTimeZone)}
          allowDeselect={false}
        />
        <DateField
          label="Records begin on"
          description="Months and years before this day are not judged: before these records begin."
          value={recordsFrom}
          onChange={setRecordsFrom}
          onProblem={setDateProblem}
          today={today}
          past
        />
        <NumberInput
          label="Soon means"
          description="So many days ahead a standing turns to Due soon or Expiring."
          value={soonDays}
          onChange={setSoonDays}
          min={0}
          max={365}
          allowDecimal={false}
          suffix=" days"
          w={160}
        />
      </Stack>
      <Trouble words={trouble} />
      <div className={styles.actions}>
        <Button type="submit" variant="filled" loading={working} disabled={!canWrite || unchanged}>Save agency</Button>
      </div>
    </form>
  );
}

type Fields = {
  readonly name: string;
  readonly npi: string;
  readonly timeZone: string;
  readonly recordsFrom: CivilDate | null;
  readonly soonDays: number | string;
};

/** The agency with the fields of this section; an empty one is left out. */
function edited(agency: Agency, { name, npi, timeZone, recordsFrom, soonDays }: Fields): Agency {
  const { npi: _npi, recordsFrom: _recordsFrom, ...rest } = agency;
  return {
    ...rest,
    name: name.trim(),
    ...(npi.trim() !== '' && { npi: npi.trim() }),
    timeZone,
    ...(recordsFrom !== null && { recordsFrom }),
    soonDays: typeof soonDays === 'number' ? soonDays : defaultSoonDays,
  };
}
