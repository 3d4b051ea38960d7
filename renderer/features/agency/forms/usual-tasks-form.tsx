import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { tasksAfterDecision, type UsualTask } from '../../../../shared/agenda/accreditation/usual.ts';
import { accreditationTaskWords, accreditorWords } from '../../../../shared/model/agency-records/accreditation.ts';
import type { AccreditationDecision } from '../../../../shared/model/agency-records/agency-record.ts';
import { countOf, dateWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { useRecord } from '../../../session/use-record.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useUnreadDates } from '../../../ui/use-unread-dates.ts';
import styles from './record-form.module.css';

/** What usually follows an award, to be taken over as it is, changed or left out. */
export function UsualTasksForm({ decision, onClose }: { readonly decision: AccreditationDecision; readonly onClose: () => void }) {
  const { today, newId, now } = useSession();
  const [tasks, setTasks] = useState<readonly (UsualTask & { readonly taken: boolean })[]>(() => tasksAfterDecision(decision).map((each) => ({ ...each, taken: true })));
  const unread = useUnreadDates();
  const record = useRecord();
  const change = (at: number, part: Partial<(typeof tasks)[number]>): void => {
    setTasks((before) => before.map((each, index) => (index === at ? { ...each, ...part } : each)));
  };
  const taken = tasks.filter((each) => each.taken);
  const submit = async (): Promise<string | null> => {
    if (unread.problem !== null) return `Not recorded yet: ${unread.problem}`;
    if (taken.length === 0) return 'Nothing is ticked, so nothing was recorded. Tick a task, or close this.';
    const { accreditor, id: decisionId } = decision;
    const failed = await record(
      taken.map(({ task, dueOn }) => ({ kind: 'add-agency-record', record: { kind: 'accreditation-task', id: newId(), recordedAt: now(), accreditor, task, dueOn, decisionId } })),
      `Recorded: ${countOf(taken.length, `${accreditorWords[accreditor].short} task`)}`,
      `${countOf(taken.length, 'task')} recorded.`,
    );
    if (failed === null) onClose();
    return failed;
  };
  return (
    <FormDialog title={`After the ${accreditorWords[decision.accreditor].short} award of ${dateWords(decision.decidedOn)}`} confirmLabel="Record tasks" size={560} onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <p className={styles.hint}>The decision is recorded. These tasks are usual practice after such an award and not from a payer’s text: compare the dates with the accreditor’s letter.</p>
        {tasks.map((each, at) => (
          <div key={`${each.task}-${at}`} className={styles.task}>
            <Checkbox label={accreditationTaskWords[each.task]} checked={each.taken} onChange={(event) => change(at, { taken: event.currentTarget.checked })} />
            <DateField
              aria-label={`${accreditationTaskWords[each.task]} ${at + 1}, due on`}
              today={today}
              value={each.dueOn}
              onProblem={unread.of(String(at))}
              onChange={(dueOn) => {
                if (dueOn !== null) change(at, { dueOn });
              }}
            />
          </div>
        ))}
      </Stack>
    </FormDialog>
  );
}
