import { Button, Group, Popover, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { civilDateAt, isCivilDate, type CivilDate } from '../../../shared/civil-date.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import { useSession, type Session } from '../../session/session.tsx';
import { cx } from '../../ui/cx.ts';
import { DateField } from '../../ui/date-field.tsx';
import { useKeys } from '../../ui/keys.ts';
import styles from './as-of.module.css';

/** The day of a known-at: a bare date is that day, an instant the agency's day at that moment. */
function knownDay(session: Session): CivilDate | null {
  if (session.knownAt === null) return null;
  return isCivilDate(session.knownAt)
    ? session.knownAt
    : civilDateAt(Date.parse(session.knownAt), session.file.agency.timeZone ?? defaultTimeZone);
}

/** The two joined questions every screen answers: as of which day, and as known when. */
export function AsOfControl() {
  const session = useSession();
  const known = knownDay(session);
  return (
    <div className={cx(styles.control, !session.isNow && styles.elsewhere)} role="group" aria-label="The day looked at">
      <Segment
        label="As of"
        value={dateWords(session.asOf)}
        distance={distanceWords(session.asOf, session.today)}
        title="Judge everybody as of this day"
        reset="Today"
        date={session.asOf}
        onPick={(date) => {
          session.setAsOf(date === session.today ? null : date);
        }}
      >
        What counts is what had happened by then, whenever it was written down.
      </Segment>
      <Segment
        label="Known"
        value={known === null ? 'now' : dateWords(known)}
        distance={known === null ? '' : distanceWords(known, session.today)}
        title="Use only what was recorded by the end of this day"
        reset="Now"
        date={known}
        onPick={(date) => {
          session.setKnownAt(date === null || date === session.today ? null : date);
        }}
      >
        What counts is what was on record by then: the answer an auditor would have been given that day.
      </Segment>
    </div>
  );
}

function Segment({ label, value, distance, title, reset, date, onPick, children }: {
  readonly label: string;
  readonly value: string;
  readonly distance: string;
  readonly title: string;
  readonly reset: string;
  readonly date: CivilDate | null;
  readonly onPick: (date: CivilDate | null) => void;
  readonly children: ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  const { today } = useSession();
  const pick = (picked: CivilDate | null): void => {
    setOpened(false);
    onPick(picked);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus width={300} position="bottom-end" offset={4}>
      <Popover.Target>
        <button type="button" className={styles.segment} aria-haspopup="dialog" aria-expanded={opened} onClick={() => setOpened((was) => !was)}>
          <span className={styles.label}>{label}</span>
          <span className={styles.value}>{value}</span>
          {distance !== '' && <span className={styles.distance}>{`· ${distance}`}</span>}
          <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <DateField label={title} value={date} today={today} onChange={pick} data-autofocus />
        <Text size="xs" c="dimmed" mt={8}>{children}</Text>
        <Group justify="flex-end" mt={12}>
          <Button onClick={() => pick(null)}>{reset}</Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Says that this is not today, for as long as it is not; Esc leads back. */
export function ElsewhereStrip() {
  const session = useSession();
  const back = (): void => {
    session.setAsOf(null);
    session.setKnownAt(null);
  };
  useKeys('Another day', session.isNow ? [] : [{ keys: 'Escape', does: 'Back to today', run: back }]);
  if (session.isNow) return null;
  const known = knownDay(session);
  const asKnown = known === null ? 'as known now' : known === session.asOf ? 'as known then' : `as known on ${dateWords(known)}`;
  return (
    <div className={styles.strip} role="status">
      <span>
        Looking at <strong>{dateWords(session.asOf)}</strong> {asKnown}. Nothing can be recorded from here.
      </span>
      <button type="button" onClick={back}>Back to today (Esc)</button>
    </div>
  );
}
