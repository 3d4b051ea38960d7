import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Deadline } from '../../../shared/agenda/deadlines/deadline.ts';
import { deadlineLine, dayAndDistance } from '../../../shared/agenda/reminders/words.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../../../shared/civil-date.ts';
import { dateWords } from '../../../shared/wording.ts';
import { useReminders } from '../../session/reminders.tsx';
import { useSession } from '../../session/session.tsx';
import { useRecord } from '../../session/use-record.ts';
import { DateField } from '../../ui/date-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';

/** A week on; tomorrow where the deadline itself comes before that. */
function usualDay(due: CivilDate, today: CivilDate): CivilDate {
  const week = plusDays(toDay(today), 7);
  return fromDay(due >= today && toDay(due) < week ? plusDays(toDay(today), 1) : week);
}

/** Puts a reminder off to a day, with a reason that is kept. */
export function SnoozeDialog({ deadline, onClose }: { readonly deadline: Deadline; readonly onClose: () => void }) {
  const { now, newId } = useSession();
  const { today } = useReminders();
  const [until, setUntil] = useState<CivilDate | null>(() => usualDay(deadline.on, today));
  const [reason, setReason] = useState('');
  const [unread, setUnread] = useState<string | null>(null);
  const record = useRecord();

  const submit = async (): Promise<string | null> => {
    if (unread !== null) return `Not snoozed yet: ${unread}`;
    if (until === null) return 'Not snoozed yet: write the day from which to be reminded again.';
    if (until <= today) return 'Not snoozed yet: the day must lie ahead.';
    if (reason.trim() === '') return 'Not snoozed yet: write the reason. It is kept in the record.';
    const failed = await record(
      [{ kind: 'add-agency-record', record: { kind: 'snooze', id: newId(), deadline: deadline.key, until, reason: reason.trim(), recordedAt: now() } }],
      `Snoozed until ${until}: ${deadlineLine(deadline)}`,
      `Quiet until ${dateWords(until)}.`,
    );
    if (failed === null) onClose();
    return failed;
  };

  const late = until !== null && until > deadline.on && deadline.on >= today;
  return (
    <FormDialog title="Snooze the reminder" confirmLabel="Snooze reminder" onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">
          {deadlineLine(deadline)}
          <br />
          <Text span size="sm" c="dimmed">{`Due ${dayAndDistance(deadline.on, today)}. Snoozing moves no date and changes no verdict.`}</Text>
        </Text>
        <DateField label="Quiet until" eager required today={today} value={until} onChange={setUntil} onProblem={setUnread} data-autofocus />
        {/* Always there, so that nothing below moves while the date is typed. */}
        <Text size="sm" c="var(--near)" mih={20} role="status">{late ? 'This day lies after the deadline: you will be told when it is overdue.' : ''}</Text>
        <Textarea label="Reason" required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} description="Kept in the record: for example, the class is booked for the 14th." />
      </Stack>
    </FormDialog>
  );
}
