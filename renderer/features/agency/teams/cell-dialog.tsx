import { Checkbox, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { PlanCell, PlanLine } from '../../../../shared/agenda/teams/month-plan.ts';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import type { Team } from '../../../../shared/model/agency.ts';
import { meetingModes, meetingModeWords, type MeetingMode } from '../../../../shared/model/agency-records/team.ts';
import { dateWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { Mark } from './marks.ts';
import { useTeamPeople } from './use-team-people.ts';
import styles from './teams.module.css';

/** One expected meeting in detail: its day, how it was held, who was there. Marks it; recording comes with the month. */
export function CellDialog({ team, line, cell, mark, onMark, onClose }: {
  readonly team: Team;
  readonly line: PlanLine;
  readonly cell: PlanCell;
  readonly mark: Mark;
  readonly onMark: (mark: Mark) => void;
  readonly onClose: () => void;
}) {
  const { today } = useSession();
  const people = useTeamPeople(team.id, mark.on, mark.personIds);
  const [on, setOn] = useState<CivilDate | null>(mark.on);
  const [unread, setUnread] = useState<string | null>(null);
  const [mode, setMode] = useState<MeetingMode>(mark.mode);
  const [there, setThere] = useState<readonly string[]>(mark.personIds);
  const submit = (): Promise<string | null> => {
    if (on === null || unread !== null) return Promise.resolve(unread ?? 'Type the day it was held.');
    if (on < cell.from || on > cell.to) return Promise.resolve(`It belongs between ${dateWords(cell.from)} and ${dateWords(cell.to)}.`);
    if (on > today) return Promise.resolve('That day is still to come.');
    onMark({ mode, on, personIds: there });
    return Promise.resolve(null);
  };
  return (
    <FormDialog title={line.label} confirmLabel="Mark as held" size={420} onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <DateField label="Held on" required today={today} past value={on} onChange={setOn} onProblem={setUnread} data-autofocus />
        <SegmentedControl aria-label="How it was held" value={mode} data={meetingModes.map((value) => ({ value, label: meetingModeWords[value] }))} onChange={(value) => setMode(meetingModes.find((each) => each === value) ?? mode)} />
        <fieldset className={styles.people}>
          <Text component="legend" size="xs" fw={500}>Who was there</Text>
          {people.map(({ id, name }) => (
            <Checkbox key={id} label={name} checked={there.includes(id)} onChange={(event) => setThere(event.currentTarget.checked ? [...there, id] : there.filter((each) => each !== id))} />
          ))}
        </fieldset>
      </Stack>
    </FormDialog>
  );
}
