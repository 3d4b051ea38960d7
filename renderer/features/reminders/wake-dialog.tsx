import { useState } from 'react';
import { deadlineLine } from '../../../shared/agenda/reminders/words.ts';
import { dateWords } from '../../../shared/wording.ts';
import type { Snoozed } from '../../session/reminders.tsx';
import { useSession } from '../../session/session.tsx';
import { useRecord } from '../../session/use-record.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';

/** Takes a snooze back; it stays in the record as taken back. */
export function WakeDialog({ snoozed: { snooze, deadline }, onClose }: { readonly snoozed: Snoozed; readonly onClose: () => void }) {
  const { now } = useSession();
  const [problem, setProblem] = useState<string | null>(null);
  const record = useRecord();
  const line = deadline === null ? 'a deadline that is done' : deadlineLine(deadline);
  const wake = async (reason: string): Promise<void> => {
    const failed = await record([{ kind: 'retract-agency-record', recordId: snooze.id, retractedAt: now(), reason }], `Took a snooze back: ${line}`, 'The snooze is taken back.');
    setProblem(failed);
    if (failed === null) onClose();
  };
  return (
    <ConfirmWithReason opened title="Remind again" reasonLabel="Why it is taken back" confirmLabel="Take snooze back" problem={problem} onConfirm={wake} onClose={onClose}>
      {`${line}: quiet until ${dateWords(snooze.until)}. Once taken back, what was passed meanwhile is told. You can snooze it again.`}
    </ConfirmWithReason>
  );
}
