import { Button } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { countOf } from '../../../shared/wording.ts';
import { useIntake } from '../../session/intake/intake.tsx';
import { useSession } from '../../session/session.tsx';
import { navigate } from '../../ui/navigate.ts';
import styles from './intake-line.module.css';

/** Above the things to do: what waits at the intake desk. Nothing where nothing waits. */
export function IntakeLine() {
  const { queue, troubles } = useIntake();
  const { canRecord } = useSession();
  if (!canRecord || queue.length + troubles.length === 0) return null;
  const waits = queue.length === 0 ? '' : `${countOf(queue.length, 'paper')} ${queue.length === 1 ? 'waits' : 'wait'} at the intake desk`;
  const not = troubles.length === 0 ? '' : `${countOf(troubles.length, 'file')} could not be taken`;
  return (
    <section className={styles.line} aria-label="Intake desk">
      <IconInbox size={16} stroke={1.6} aria-hidden="true" />
      <b className={styles.words}>{[waits, not].filter((each) => each !== '').join(' · ')}</b>
      <Button onClick={() => navigate('/intake')}>Open the desk</Button>
    </section>
  );
}
