import { Button, SegmentedControl } from '@mantine/core';
import { IconMail, IconSettings } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Deadline } from '../../../shared/agenda/deadlines/deadline.ts';
import { ladders, rungInForce } from '../../../shared/agenda/reminders/ladder.ts';
import { toDay } from '../../../shared/civil-date.ts';
import { countOf, dateWords, distanceWords } from '../../../shared/wording.ts';
import { goalPath } from '../../session/goal-path.ts';
import { useReminders, type Snoozed } from '../../session/reminders.tsx';
import { useSession } from '../../session/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { navigate } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { MailDialog, type MailAsk } from './mail-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { SnoozedList } from './snoozed-list.tsx';
import { ToldList } from './told-list.tsx';
import { WakeDialog } from './wake-dialog.tsx';
import styles from './reminders.module.css';

type Dialog =
  | { readonly kind: 'snooze'; readonly deadline: Deadline }
  | { readonly kind: 'wake'; readonly snoozed: Snoozed }
  | { readonly kind: 'mail'; readonly ask: MailAsk };

/** What was told and is still open, each to be opened, put off or written about; and what is put off. */
export function RemindersPage() {
  const { file } = useSession();
  const { told, snoozed, deadlines, today, next, state } = useReminders();
  const [shown, setShown] = useState<'told' | 'snoozed'>('told');
  const [dialog, setDialog] = useState<Dialog | null>(null);

  const reached = useMemo(() => {
    const ladderOf = ladders(file.agency);
    return deadlines.filter(({ requirement, on }) => rungInForce(ladderOf(requirement), toDay(on) - toDay(today)) !== null);
  }, [file.agency, deadlines, today]);
  const close = (): void => setDialog(null);
  const open = (deadline: Deadline): void => navigate(goalPath(deadline.goal));
  const ahead = next === null ? 'Nothing lies ahead.' : `Next on ${dateWords(next.on)} · ${distanceWords(next.on, today)}: ${countOf(next.count, 'deadline')}.`;

  return (
    <div className={styles.page}>
      <Slot name="subtitle">{ahead}</Slot>
      <div className={styles.head}>
        <SegmentedControl
          aria-label="Which reminders"
          value={shown}
          onChange={(value) => setShown(value === 'snoozed' ? 'snoozed' : 'told')}
          data={[
            { value: 'told', label: `To act on (${told.length})` },
            { value: 'snoozed', label: `Snoozed (${snoozed.length})` },
          ]}
        />
        <div className={styles.actions}>
          <Button leftSection={<IconMail size={14} stroke={1.6} />} disabled={reached.length === 0} onClick={() => setDialog({ kind: 'mail', ask: { kind: 'digest', deadlines: reached } })}>E-mail a digest</Button>
          <Button leftSection={<IconSettings size={14} stroke={1.6} />} onClick={() => navigate('/settings/reminders')}>Reminder settings</Button>
        </div>
      </div>
      {shown === 'told' && told.length > 0 && (
        <ToldList
          told={told}
          today={today}
          onOpen={open}
          onSnooze={(deadline) => setDialog({ kind: 'snooze', deadline })}
          onMail={(ask) => setDialog({ kind: 'mail', ask })}
        />
      )}
      {shown === 'told' && told.length === 0 && state !== null && <EmptyState>{`No deadline is near enough to be told of. ${ahead}`}</EmptyState>}
      {shown === 'snoozed' && snoozed.length > 0 && (
        <SnoozedList snoozed={snoozed} today={today} onOpen={open} onWake={(each) => setDialog({ kind: 'wake', snoozed: each })} />
      )}
      {shown === 'snoozed' && snoozed.length === 0 && <EmptyState>Nothing is snoozed. A reminder can be put off to a day, with a reason that is kept.</EmptyState>}
      {dialog?.kind === 'snooze' && <SnoozeDialog deadline={dialog.deadline} onClose={close} />}
      {dialog?.kind === 'wake' && <WakeDialog snoozed={dialog.snoozed} onClose={close} />}
      {dialog?.kind === 'mail' && <MailDialog ask={dialog.ask} onClose={close} />}
      <Slot name="footer">{`${countOf(told.length, 'reminder')} to act on · ${snoozed.length} snoozed`}</Slot>
    </div>
  );
}
