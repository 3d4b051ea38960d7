import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import type { Vendor } from '../../../../shared/model/agency.ts';
import { isValidNpi } from '../../../../shared/rules/npi.ts';
import { useSession } from '../../../session/session.tsx';
import { npiRemark } from '../../../session/time-zones.ts';
import { useRecord } from '../../../session/use-record.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useUnreadDates } from '../../../ui/use-unread-dates.ts';
import styles from './record-form.module.css';

export const vendorKindWords: Readonly<Record<Vendor['kind'], string>> = { staffing: 'Staffing company', contractor: 'Contractor', owner: 'Owner' };

/** A company or owner the agency works with. Exclusion lists are searched for it by every name, from its first to its last day. */
export function VendorForm({ vendor, onClose }: { readonly vendor: Vendor | null; readonly onClose: () => void }) {
  const { today, newId } = useSession();
  const [name, setName] = useState(vendor?.name ?? '');
  const [kind, setKind] = useState<Vendor['kind']>(vendor?.kind ?? 'staffing');
  const [others, setOthers] = useState((vendor?.otherNames ?? []).join('\n'));
  const [npi, setNpi] = useState(vendor?.npi ?? '');
  const [from, setFrom] = useState<CivilDate | null>(vendor?.from ?? null);
  const [to, setTo] = useState<CivilDate | null>(vendor?.to ?? null);
  const [tried, setTried] = useState(false);
  const unread = useUnreadDates();
  const record = useRecord();
  const submit = async (): Promise<string | null> => {
    setTried(true);
    if (unread.problem !== null) return `Not saved yet: ${unread.problem}`;
    if (name.trim() === '' || from === null) return 'Not saved yet: type the name and the first day.';
    if (to !== null && to < from) return 'Not saved yet: the last day lies before the first.';
    const otherNames = others.split('\n').map((each) => each.trim()).filter((each) => each !== '');
    const saved: Vendor = {
      id: vendor?.id ?? newId(), name: name.trim(), kind, from,
      ...(otherNames.length === 0 ? {} : { otherNames }), ...(npi.trim() === '' ? {} : { npi: npi.trim() }), ...(to === null ? {} : { to }),
    };
    const failed = await record([{ kind: 'put-vendor', vendor: saved }], `${vendor === null ? 'Added' : 'Changed'} the vendor ${saved.name}`, 'Vendor saved.');
    if (failed === null) onClose();
    return failed;
  };
  return (
    <FormDialog title={vendor === null ? 'Add a vendor' : vendor.name} confirmLabel="Save vendor" size={560} onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <div className={styles.pair}>
          <TextInput label="Name" required value={name} error={tried && name.trim() === '' ? 'Type the name.' : null} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
          <Select label="Kind" allowDeselect={false} value={kind} data={Object.entries(vendorKindWords).map(([value, label]) => ({ value, label }))} onChange={(value) => setKind(value === 'contractor' || value === 'owner' ? value : 'staffing')} />
          <DateField label="From" required today={today} value={from} error={tried && from === null ? 'Type a date.' : null} onChange={setFrom} onProblem={unread.of('from')} />
          <DateField label="Last day" description="Empty while it goes on." today={today} value={to} onChange={setTo} onProblem={unread.of('to')} />
          <TextInput label="NPI" inputMode="numeric" value={npi} description={npiRemark(npi, isValidNpi) ?? 'If it has one.'} inputWrapperOrder={['label', 'input', 'description', 'error']} onChange={(event) => setNpi(event.currentTarget.value)} />
        </div>
        <Textarea label="Other names" description="One a line: former names, names it trades under. All are searched." autosize minRows={2} value={others} onChange={(event) => setOthers(event.currentTarget.value)} />
      </Stack>
    </FormDialog>
  );
}
