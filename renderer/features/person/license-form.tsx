import { Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { personProblems } from '../../../shared/agenda/identity.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { fullName, licenseKinds, shownName, type License, type LicenseKind } from '../../../shared/model/person.ts';
import { useSession } from '../../session/session.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { PersonView } from './person-view.ts';
import { StandingPreview } from '../../session/standing-preview.tsx';
import { useUnreadDates } from '../../ui/use-unread-dates.ts';
import { useRecord } from '../../session/use-record.ts';
import styles from './forms.module.css';

export const licenseWords: Readonly<Record<LicenseKind, string>> = {
  psychiatrist: 'Psychiatrist', aprn: 'APRN', pa: 'PA', rn: 'RN', lpn: 'LPN', lcsw: 'LCSW', lmsw: 'LMSW', lpc: 'LPC', lmft: 'LMFT', psychologist: 'Psychologist', lac: 'LAC', other: 'Other licence',
};

const licenseDates = [['issuedOn', 'Issued on'], ['expiresOn', 'Valid through'], ['verifiedOn', 'Verified at the board on']] as const;

/** A professional licence: its last valid day decides exemptions, and when it was verified at its source. */
export function LicenseForm({ view, license, index, onClose }: {
  readonly view: PersonView;
  readonly license: License | null;
  /** Its place in the person's list; null adds one. */
  readonly index: number | null;
  readonly onClose: () => void;
}) {
  const { today } = useSession();
  const [kind, setKind] = useState<LicenseKind>(license?.kind ?? 'rn');
  const [number, setNumber] = useState(license?.number ?? '');
  const [state, setState] = useState(license?.state ?? '');
  const [dates, setDates] = useState<Partial<Readonly<Record<(typeof licenseDates)[number][0], CivilDate>>>>(() =>
    Object.fromEntries(licenseDates.flatMap(([field]) => (license?.[field] === undefined ? [] : [[field, license[field]]]))));
  const unread = useUnreadDates();
  const record = useRecord();
  const edited: License = {
    kind,
    ...(number.trim() === '' ? {} : { number: number.trim() }),
    ...(state.trim() === '' ? {} : { state: state.trim() }),
    ...dates,
    ...(license?.documents === undefined ? {} : { documents: license.documents }),
  };
  const before = view.person.licenses ?? [];
  const licenses = index === null ? [...before, edited] : before.map((each, at) => (at === index ? edited : each));
  const person = { ...view.person, licenses };
  const submit = async (): Promise<string | null> => {
    if (unread.problem !== null) return `Not saved yet: ${unread.problem}`;
    const problem = personProblems(person, today).find((each) => each.path.startsWith('licenses'));
    if (problem !== undefined) return `Not saved yet: ${problem.message}`;
    const failed = await record([{ kind: 'put-person', person }], `Changed the licences of ${fullName(shownName(person))}`, 'Licence saved.');
    if (failed === null) onClose();
    return failed;
  };
  return (
    <FormDialog title={license === null ? 'Add a licence' : 'Licence'} confirmLabel="Save licence" size={560} onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <div className={styles.pair}>
          <Select label="Licence" allowDeselect={false} value={kind} data={licenseKinds.map((each) => ({ value: each, label: licenseWords[each] }))} onChange={(value) => setKind(licenseKinds.find((each) => each === value) ?? kind)} data-autofocus />
          <TextInput label="Number" value={number} onChange={(event) => setNumber(event.currentTarget.value)} />
          <TextInput label="State" placeholder="LA" maxLength={2} value={state} onChange={(event) => setState(event.currentTarget.value.toUpperCase())} />
          {licenseDates.map(([field, label]) => (
            <DateField key={field} label={label} eager today={today} value={dates[field] ?? null} onProblem={unread.of(field)} onChange={(date) => setDates(({ [field]: _before, ...rest }) => (date === null ? rest : { ...rest, [field]: date }))} />
          ))}
        </div>
        <StandingPreview view={view} changes={[{ kind: 'put-person', person }]} requirement={null} />
      </Stack>
    </FormDialog>
  );
}
