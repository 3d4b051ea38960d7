import { Stack, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ReminderStatus, ReminderSwitches } from '../../../../shared/ipc/reminders.ts';
import { defaultTimeZone } from '../../../../shared/model/agency.ts';
import { remindersStatus, setReminders } from '../../../platform/desktop.ts';
import { failureWords } from '../../../platform/failure-words.ts';
import { useReminders } from '../../../session/reminders.tsx';
import { useSession } from '../../../session/session.tsx';
import { momentWords } from '../network-log.ts';
import styles from '../settings.module.css';
import { Trouble } from '../trouble.tsx';
import own from './reminders.module.css';

const outcomeWords: Readonly<Record<NonNullable<ReminderStatus['last']>['outcome'], string>> = {
  shown: 'shown without names',
  'shown-with-names': 'shown with names',
  'switched-off': 'not shown: notifications are off',
  'not-possible': 'not shown: this system takes no notifications',
};

const loginWords = {
  yes: 'With the tray and the next switch on, Muster then starts without its window.',
  'not-installed': 'Only where Muster is installed; this is a copy that was started without being installed.',
  no: 'Muster cannot set this up on this system.',
} as const;

/** What this computer does: kept here, not in the agency's file, and not for anybody else. */
export function OnThisComputer() {
  const { file } = useSession();
  const { state } = useReminders();
  const [status, setStatus] = useState<ReminderStatus | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  useEffect(() => {
    let gone = false;
    void remindersStatus().then((asked) => {
      if (gone) return;
      if (asked.ok) setStatus(asked.value);
      else setTrouble(failureWords(asked.error));
    });
    return () => {
      gone = true;
    };
    // A run may have shown something.
  }, [state]);

  const switches = status?.switches;
  const set = async (part: Partial<ReminderSwitches>): Promise<void> => {
    if (switches === undefined) return;
    const done = await setReminders({ ...switches, ...part });
    setTrouble(done.ok ? null : `${failureWords(done.error)} The switches hold until Muster ends.`);
    const now = done.ok ? done : await remindersStatus();
    if (now.ok) setStatus(now.value);
  };
  const { last, can } = status ?? { last: null, can: null };

  return (
    <section aria-label="On this computer">
      <h3 className={styles.subheading}>On this computer</h3>
      <Stack gap="sm" className={own.switches}>
        <Switch
          label="Notifications"
          description={can?.notifications === false ? 'This system takes no notifications; the reminders are on their own screen all the same.' : 'One for each run, with numbers: “5 deadlines: 2 overdue, 3 within 7 days”.'}
          checked={switches?.notifications ?? false}
          disabled={switches === undefined}
          onChange={(event) => void set({ notifications: event.currentTarget.checked })}
        />
        <Switch
          label="Names in notifications"
          description="Names people and what is due. Never while the screen is locked, nor where the system cannot tell."
          checked={switches?.names ?? false}
          disabled={switches?.notifications !== true}
          onChange={(event) => void set({ names: event.currentTarget.checked })}
        />
        <Switch
          label="Icon in the tray"
          description={can?.tray === false ? 'This system has no tray to put an icon in.' : 'With what is overdue and what is due within 7 days. On a Mac it stands in the menu bar.'}
          checked={switches?.tray ?? false}
          disabled={switches === undefined}
          onChange={(event) => void set({ tray: event.currentTarget.checked })}
        />
        <Switch
          label="Keep running when the window is closed"
          description="Reminders then go on; the icon in the tray opens the window again, and ends Muster."
          checked={switches?.keepRunning ?? false}
          disabled={switches?.tray !== true}
          onChange={(event) => void set({ keepRunning: event.currentTarget.checked })}
        />
        <Switch
          label="Start when I log in"
          description={loginWords[can?.login ?? 'no']}
          checked={switches?.login ?? false}
          disabled={can?.login !== 'yes'}
          onChange={(event) => void set({ login: event.currentTarget.checked })}
        />
      </Stack>
      <p className={styles.quiet}>
        {last === null ? 'No notification since Muster was started.' : `Last notification ${momentWords(last.at, file.agency.timeZone ?? defaultTimeZone)}, ${outcomeWords[last.outcome]}: ${last.text}`}
      </p>
      <Trouble words={trouble} />
    </section>
  );
}
