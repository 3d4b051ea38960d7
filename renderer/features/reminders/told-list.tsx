import { ActionIcon, Menu } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { Deadline } from '../../../shared/agenda/deadlines/deadline.ts';
import { rungReason } from '../../../shared/agenda/reminders/words.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import type { ToldReminder } from '../../session/reminders.tsx';
import { useSession } from '../../session/session.tsx';
import { WriteButton } from '../../session/write-button.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import type { MailAsk } from './mail-dialog.tsx';
import styles from './reminders.module.css';

type Deeds = {
  readonly today: CivilDate;
  readonly onOpen: (deadline: Deadline) => void;
  readonly onSnooze: (deadline: Deadline) => void;
  readonly onMail: (ask: MailAsk) => void;
};

/** What was told, by the day of the telling, the latest first. */
export function ToldList({ told, today, ...deeds }: Deeds & { readonly told: readonly ToldReminder[] }) {
  const days = [...new Set(told.map((each) => each.told.toldOn))];
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Reminders to act on">
        <thead>
          <tr><th scope="col">Due</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Told</th><th scope="col"><span className="sr-only">What to do with it</span></th></tr>
        </thead>
        {days.map((day) => {
          const some = told.filter((each) => each.told.toldOn === day);
          return (
            <tbody key={day}>
              <tr className={styles.group}><th scope="rowgroup" colSpan={5}>{`Told ${dateWords(day)} · ${distanceWords(day, today)}`} <span className="num">{some.length}</span></th></tr>
              {some.map((each) => <Line key={each.deadline.key} reminder={each} told={told} today={today} {...deeds} />)}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

function Line({ reminder, told, today, onOpen, onSnooze, onMail }: Deeds & { readonly reminder: ToldReminder; readonly told: readonly ToldReminder[] }) {
  const { deadline, told: { rung, passed } } = reminder;
  const { subject, what, on } = deadline;
  const of = `${what}${subject.kind === 'agency' ? '' : `, ${subject.name}`}`;
  return (
    <tr>
      <td><DateWithDistance date={dateWords(on)} distance={distanceWords(on, today)} tone={on < today ? 'over' : 'plain'} /></td>
      <td>{subject.name}</td>
      <td><button type="button" className={styles.link} onClick={() => onOpen(deadline)}>{what}</button></td>
      <td className={styles.quiet}>{rungReason(rung, passed ?? [])}</td>
      <td className={styles.deeds}>
        <Mail deadline={deadline} told={told} onMail={onMail} of={of} />
        <WriteButton size="compact-xs" onClick={() => onSnooze(deadline)} aria-label={`Snooze ${of}`}>Snooze</WriteButton>
      </td>
    </tr>
  );
}

/** To whom one may write about it: about everything told of that person, or of everybody the supervisor leads. */
function Mail({ deadline, told, onMail, of }: { readonly deadline: Deadline; readonly told: readonly ToldReminder[]; readonly onMail: (ask: MailAsk) => void; readonly of: string }) {
  const { file } = useSession();
  const nameOf = (id: string | null): string | null => {
    const person = file.people.find((each) => each.id === id);
    return person === undefined ? null : fullName(shownName(person));
  };
  const { personId, supervisorId } = deadline;
  const person = nameOf(personId);
  const supervisor = nameOf(supervisorId);
  if (person === null && supervisor === null) return null;
  const ofPerson = told.map((each) => each.deadline).filter((each) => each.personId === personId);
  const ofTeam = told.map((each) => each.deadline).filter((each) => each.supervisorId === supervisorId);
  return (
    <Menu position="bottom-end">
      <Menu.Target><ActionIcon variant="subtle" size="sm" aria-label={`E-mail about ${of}`}><IconMail size={15} stroke={1.6} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        {person !== null && personId !== null && <Menu.Item onClick={() => onMail({ kind: 'person', personId, deadlines: ofPerson })}>{`To ${person}${ofPerson.length > 1 ? ` (${ofPerson.length} deadlines)` : ''}`}</Menu.Item>}
        {supervisor !== null && supervisorId !== null && <Menu.Item onClick={() => onMail({ kind: 'supervisor', personId: supervisorId, deadlines: ofTeam })}>{`To the supervisor, ${supervisor}${ofTeam.length > 1 ? ` (${ofTeam.length} deadlines)` : ''}`}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

