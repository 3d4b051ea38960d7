import { MultiSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import type { FidelityReview, TechnicalAssistance } from '../../../../shared/model/agency-records/agency-record.ts';
import { contestItems } from '../../../../shared/rules/agency/fidelity/north-carolina.ts';
import { totalOf } from '../../../../shared/rules/agency/fidelity/review-facts.ts';
import { certifiedFrom, confirmedName, itemName, scaleItems, unconfirmedNames } from '../../../../shared/rules/agency/fidelity/scale.ts';
import { dateWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { TeamFidelity } from './use-fidelity.ts';
import { useKeep } from './use-keep.ts';
import styles from './fidelity.module.css';

type Props = { readonly fidelity: TeamFidelity; readonly onClose: () => void };

const positive = (typed: string | number): number | null => (typeof typed === 'number' && typed > 0 ? typed : null);

/** A longer or shorter interval that the payer set in writing. */
export function GrantForm({ fidelity, onClose }: Props) {
  const { today } = useSession();
  const [on, setOn] = useState<CivilDate | null>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const [months, setMonths] = useState<string | number>(24);
  const [by, setBy] = useState('');
  const keep = useKeep();
  const submit = async (): Promise<string | null> => {
    const count = positive(months);
    if (unread !== null) return `Not recorded yet: ${unread}`;
    if (on === null || by.trim() === '' || count === null) return 'Not recorded yet: type the day of the letter, the months, and who granted them.';
    const failed = await keep({ kind: 'fidelity-grant', teamId: fidelity.team.id, months: count, grantedOn: on, by: by.trim() }, { what: `Recorded an interval of ${String(count)} months for ${fidelity.team.name}` });
    if (failed === null) onClose();
    return failed;
  };
  return (
    <FormDialog title={`Interval set by the payer, ${fidelity.team.name}`} confirmLabel="Record the interval" onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">It counts for the interval after the latest review. More than 12 months need 115 or more in that review, and end at 24.</Text>
        <DateField label="Granted on" required today={today} value={on} onChange={setOn} onProblem={setUnread} data-autofocus />
        <NumberInput size="xs" label="Months" required min={1} max={24} allowDecimal={false} value={months} onChange={setMonths} />
        <TextInput label="By" required value={by} onChange={(event) => setBy(event.currentTarget.value)} />
      </Stack>
    </FormDialog>
  );
}

/** Data sent to the evaluators against a draft report. */
export function ContestForm({ fidelity, review, onClose }: Props & { readonly review: FidelityReview }) {
  const { today } = useSession();
  const [on, setOn] = useState<CivilDate | null>(today);
  const [unread, setUnread] = useState<string | null>(null);
  const [items, setItems] = useState<readonly string[]>([]);
  const keep = useKeep();
  const limited = (totalOf(review) ?? certifiedFrom) >= certifiedFrom;
  const submit = async (): Promise<string | null> => {
    if (unread !== null) return `Not recorded yet: ${unread}`;
    if (on === null || items.length === 0) return 'Not recorded yet: type the day and choose the items.';
    const failed = await keep({ kind: 'fidelity-contest', teamId: fidelity.team.id, reviewId: review.id, sentOn: on, items: items.map(Number).sort((a, b) => a - b) }, { what: `Recorded data sent against the draft report of ${fidelity.team.name}` });
    if (failed === null) onClose();
    return failed;
  };
  return (
    <FormDialog title={`Contest the draft report, ${fidelity.team.name}`} confirmLabel="Record what was sent" onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">{limited ? `With 74 or more at most ${String(contestItems)} items.` : 'Below 74 more than three items are allowed.'} Data count up to the last day on site{review.heldTo === undefined ? '' : `, ${dateWords(review.heldTo)}`}.</Text>
        <DateField label="Sent on" required today={today} value={on} onChange={setOn} onProblem={setUnread} />
        <MultiSelect size="xs" label="Items" required searchable data-autofocus {...(limited ? { maxValues: contestItems } : {})} data={scaleItems.map((item) => ({ value: String(item), label: itemName(item, fidelity.names) }))} value={[...items]} onChange={setItems} />
      </Stack>
    </FormDialog>
  );
}

/** Hours of technical assistance set after a review, and how many were received so far. */
export function AssistanceForm({ fidelity, review, record, onClose }: Props & { readonly review: FidelityReview | null; readonly record: TechnicalAssistance | null }) {
  const { today } = useSession();
  const [on, setOn] = useState<CivilDate | null>(record?.setOn ?? null);
  const [unread, setUnread] = useState<string | null>(null);
  const [hours, setHours] = useState<string | number>(record?.hours ?? '');
  const [received, setReceived] = useState<string | number>(record?.received ?? '');
  const keep = useKeep();
  const submit = async (): Promise<string | null> => {
    const count = positive(hours);
    if (unread !== null) return `Not recorded yet: ${unread}`;
    if (on === null || count === null) return 'Not recorded yet: type the day and the hours.';
    const failed = await keep(
      { kind: 'technical-assistance', teamId: fidelity.team.id, reviewId: record?.reviewId ?? review?.id, setOn: on, hours: count, received: typeof received === 'number' ? received : null },
      { replaces: record, what: `Recorded technical assistance of ${fidelity.team.name}` },
    );
    if (failed === null) onClose();
    return failed;
  };
  return (
    <FormDialog title={`Technical assistance, ${fidelity.team.name}`} confirmLabel="Record the hours" onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <DateField label="Set by the LME/MCO on" required today={today} value={on} onChange={setOn} onProblem={setUnread} {...(record === null ? { 'data-autofocus': true } : {})} />
        <NumberInput size="xs" label="Hours for the next 12 months" required min={0} value={hours} onChange={setHours} />
        <NumberInput size="xs" label="Received so far" description="As somebody attests it." min={0} value={received} onChange={setReceived} {...(record === null ? {} : { 'data-autofocus': true })} />
      </Stack>
    </FormDialog>
  );
}

/** The names of the 25 items, to be compared with the published scale before anything prints them. */
export function NamesForm({ fidelity, onClose }: Props) {
  const { today } = useSession();
  const [names, setNames] = useState<ReadonlyMap<number, string>>(() => new Map(scaleItems.map((item) => [item, confirmedName(item, fidelity.names) ?? unconfirmedNames.get(item) ?? ''])));
  const [source, setSource] = useState('');
  const keep = useKeep();
  const submit = async (): Promise<string | null> => {
    if (source.trim() === '') return 'Not recorded yet: write what the names were compared with.';
    const missing = scaleItems.find((item) => (names.get(item) ?? '').trim() === '');
    if (missing !== undefined) return `Not recorded yet: item ${String(missing)} has no name.`;
    const before = fidelity.records.of('scale-names').at(-1) ?? null;
    const failed = await keep(
      { kind: 'scale-names', confirmedOn: today, source: source.trim(), names: scaleItems.map((item) => ({ item, name: (names.get(item) ?? '').trim() })) },
      { replaces: before, what: 'Confirmed the names of the fidelity scale' },
    );
    if (failed === null) onClose();
    return failed;
  };
  return (
    <FormDialog title="Names of the 25 items" confirmLabel="Confirm the names" size={720} onSubmit={submit} onClose={onClose}>
      <Text size="sm" mb="sm">Compare each name with the published scale and mend what differs. Items 4 to 25 are filled in from general knowledge; until they are confirmed, screens and papers say “name: agency to confirm”.</Text>
      <TextInput label="Compared with" required placeholder="IPS fidelity scale, edition and where it was found" value={source} onChange={(event) => setSource(event.currentTarget.value)} data-autofocus mb="sm" />
      <div className={styles.nameList}>
        {scaleItems.map((item) => (
          <div key={item} className={styles.nameRow}>
            <span className={styles.itemNumber}>{item}</span>
            <TextInput aria-label={`Name of item ${String(item)}`} value={names.get(item) ?? ''} onChange={(event) => setNames(new Map(names).set(item, event.currentTarget.value))} />
          </div>
        ))}
      </div>
    </FormDialog>
  );
}
