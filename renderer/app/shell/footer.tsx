import { Button } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useReminders } from '../../session/reminders.tsx';
import { useSession } from '../../session/session.tsx';
import { StorageMark } from '../../session/storage-watch-mark.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { SlotHost } from '../../ui/slots.tsx';
import { useLongWork, type LongWork } from '../../ui/long-work.ts';
import styles from './shell.module.css';

/** Left the screen's totals, or the work going on; right the keys that act now. */
export function Footer() {
  const { surveying } = useSession();
  const works = useLongWork();
  return (
    <footer className={styles.footer}>
      <SlotHost name="footer" className={styles.footerLeft} />
      {works.map((work) => (
        <Work key={work.id} work={work} />
      ))}
      <StorageMark />
      {surveying === null && <RemindersLink />}
      <SlotHost name="keys" className={styles.footerKeys} />
    </footer>
  );
}

/** Leads to the reminders from everywhere, with how many were told today and are still open. */
function RemindersLink() {
  const { told, today } = useReminders();
  const fresh = told.filter((each) => each.told.toldOn === today).length;
  return (
    <a className={styles.reminders} href="#/reminders" draggable={false}>
      <IconBell size={13} stroke={1.6} aria-hidden="true" />
      {fresh === 0 ? 'Reminders' : `Reminders: ${fresh} today`}
    </a>
  );
}

/** Work is shown once it has outlasted this: a bar that flashes tells nobody anything. */
const patience = 400;

function Work({ work }: { readonly work: LongWork }) {
  const [since] = useState(() => performance.now());
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((performance.now() - since) / 1000), patience);
    return () => {
      clearInterval(timer);
    };
  }, [since]);
  if (seconds === null) return null;
  const left = work.total === null || work.done === 0 ? null : Math.ceil((seconds / work.done) * (work.total - work.done));
  return (
    <div className={styles.work}>
      <span>{work.label}</span>
      <ProgressBar label={work.label} done={work.done} total={work.total} />
      {work.total !== null && <span className="num">{`${work.done} of ${work.total}`}</span>}
      {left !== null && left > 0 && <span className="num">{left < 90 ? `${left} s left` : `${Math.ceil(left / 60)} min left`}</span>}
      {work.cancel !== null && <Button size="compact-xs" onClick={work.cancel}>Cancel</Button>}
    </div>
  );
}
