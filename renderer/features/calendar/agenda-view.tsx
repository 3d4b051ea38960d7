import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { deadlineAreaWords, type Deadline } from '../../../shared/agenda/deadlines/deadline.ts';
import { fromDay, plusMonths, toDay, type CivilDate } from '../../../shared/civil-date.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { countOf, dateWords, distanceWords } from '../../../shared/wording.ts';
import { goalPath } from '../../session/goal-path.ts';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { GroupedList, type ListColumn } from '../../ui/grouped-list/grouped-list.tsx';
import { navigate } from '../../ui/navigate.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { agendaGroups } from './calendar-model.ts';
import styles from './calendar.module.css';

const columnsOn = (asOf: CivilDate): readonly ListColumn<Deadline>[] => [
  { key: 'on', title: 'Last day', width: '235px', cell: ({ on }) => <DateWithDistance date={dateWords(on)} distance={distanceWords(on, asOf)} tone={on < asOf ? 'over' : 'plain'} /> },
  { key: 'status', title: 'Standing', width: '120px', cell: ({ status }) => <StatusMark {...lookOf(status)} /> },
  { key: 'what', title: 'What', cell: ({ what }) => <span className={styles.what}>{what}</span> },
  { key: 'who', title: 'Whom', width: '24%', cell: ({ subject }) => subject.name },
  { key: 'area', title: 'Area', width: '160px', cell: ({ area }) => <span className={styles.area}>{deadlineAreaWords[area]}</span> },
];

/** The deadlines one below the other, from what is overdue to a year ahead. Arrow keys move, Enter opens what a line is about. */
export function AgendaView({ deadlines, asOf }: { readonly deadlines: readonly Deadline[]; readonly asOf: CivilDate }) {
  const [selected, setSelected] = useState<string | null>(null);
  const [isAll, setIsAll] = useState(false);
  const yearOn = fromDay(plusMonths(toDay(asOf), 12));
  const near = useMemo(() => (isAll ? deadlines : deadlines.filter((deadline) => deadline.on <= yearOn)), [deadlines, isAll, yearOn]);
  const groups = useMemo(() => agendaGroups(near, asOf).map(({ key, title, deadlines: rows }) => ({ key, title: `${title} · ${rows.length}`, rows })), [near, asOf]);
  const columns = useMemo(() => columnsOn(asOf), [asOf]);
  const later = deadlines.length - near.length;
  const open = (): void => {
    const chosen = near.find((deadline) => deadline.key === selected);
    if (chosen !== undefined) navigate(goalPath(chosen.goal));
  };
  return (
    <div className={styles.agenda} onDoubleClick={open}>
      <GroupedList label="Deadlines" columns={columns} groups={groups} rowKey={(deadline) => deadline.key} selected={selected} onSelect={setSelected} onOpen={open} />
      {later > 0 && <p className={styles.later}><Button onClick={() => setIsAll(true)}>{`Show ${countOf(later, 'more', 'more')}, later than ${dateWords(yearOn)}`}</Button></p>}
    </div>
  );
}
