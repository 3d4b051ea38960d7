import { Checkbox, FileInput, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import type { Meeting } from '../../../../shared/model/agency-records/agency-record.ts';
import { meetingModes, meetingModeWords, meetingTypes, meetingTypeWords, type MeetingMode, type MeetingType } from '../../../../shared/model/agency-records/team.ts';
import type { Team } from '../../../../shared/model/agency.ts';
import { dateWords } from '../../../../shared/wording.ts';
import { useAgencyRecords } from '../../../session/use-agency-records.ts';
import { useSession } from '../../../session/session.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useKeep } from '../fidelity/use-keep.ts';
import { useTeamPeople } from './use-team-people.ts';
import styles from './teams.module.css';

const nobody: readonly string[] = [];
const atTreatmentTeam: readonly MeetingType[] = ['treatment-team', 'supervisor-treatment-team'];

/** One meeting: of which kind, when, how, who was there, its minutes. A correction takes the place of what was logged. */
export function MeetingForm({ team, replaces, onClose }: { readonly team: Team; readonly replaces: Meeting | null; readonly onClose: () => void }) {
  const { today } = useSession();
  const records = useAgencyRecords();
  const keep = useKeep();
  const [on, setOn] = useState<CivilDate | null>(replaces?.heldOn ?? null);
  // Who worked there on that day, not today: a late entry is about the team of then.
  const people = useTeamPeople(team.id, on ?? today, replaces?.personIds ?? nobody);
  const [meeting, setMeeting] = useState<MeetingType>(replaces?.meeting ?? 'supervision');
  const [unread, setUnread] = useState<string | null>(null);
  const [mode, setMode] = useState<MeetingMode>(replaces?.mode ?? 'in-person');
  const [individual, setIndividual] = useState(replaces?.individual === true);
  const [treatmentTeam, setTreatmentTeam] = useState<string | null>(replaces?.treatmentTeamId === undefined ? null : records.rootOf(replaces.treatmentTeamId));
  const [chosen, setChosen] = useState<readonly string[] | null>(replaces?.personIds ?? null);
  const there = chosen ?? people.map(({ id }) => id);
  const [note, setNote] = useState(replaces?.note ?? '');
  const [papers, setPapers] = useState<readonly File[]>([]);
  const treatmentTeams = records.of('treatment-team').filter((each) => each.teamId === team.id);
  const submit = async (): Promise<string | null> => {
    if (unread !== null) return `Not recorded yet: ${unread}`;
    if (on === null) return 'Not recorded yet: type the day it was held.';
    if (on > today) return 'Not recorded yet: that day is still to come.';
    if (there.length === 0) return 'Not recorded yet: name who was there.';
    const failed = await keep({
      kind: 'meeting', teamId: team.id, meeting, heldOn: on, mode, personIds: there, note: note.trim(),
      ...(meeting === 'supervision' && individual ? { individual: true } : {}),
      ...(atTreatmentTeam.includes(meeting) ? { treatmentTeamId: treatmentTeam } : {}),
    }, { replaces, papers, what: `${replaces === null ? 'Recorded' : 'Corrected'}: ${meetingTypeWords[meeting]} of ${team.name}, ${dateWords(on)}` });
    if (failed === null) onClose();
    return failed;
  };
  return (
    <FormDialog title={replaces === null ? 'Add a meeting' : 'Correct the meeting'} confirmLabel={replaces === null ? 'Record meeting' : 'Record correction'} size={480} onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <Select label="Meeting" allowDeselect={false} value={meeting} data={meetingTypes.map((value) => ({ value, label: meetingTypeWords[value] }))} onChange={(value) => setMeeting(meetingTypes.find((each) => each === value) ?? meeting)} data-autofocus />
        <DateField label="Held on" required past today={today} value={on} onChange={setOn} onProblem={setUnread} />
        <SegmentedControl aria-label="How it was held" value={mode} data={meetingModes.map((value) => ({ value, label: meetingModeWords[value] }))} onChange={(value) => setMode(meetingModes.find((each) => each === value) ?? mode)} />
        <Select label="Treatment team" disabled={!atTreatmentTeam.includes(meeting)} clearable clearButtonProps={{ 'aria-label': 'No treatment team' }} value={treatmentTeam} data={treatmentTeams.map((each) => ({ value: records.rootOf(each.id), label: each.name }))} onChange={setTreatmentTeam} />
        <Checkbox label="With one person, not the group" disabled={meeting !== 'supervision'} checked={individual} onChange={(event) => setIndividual(event.currentTarget.checked)} />
        <fieldset className={styles.people}>
          <Text component="legend" size="xs" fw={500}>Who was there</Text>
          {people.map(({ id, name }) => (
            <Checkbox key={id} label={name} checked={there.includes(id)} onChange={(event) => setChosen(event.currentTarget.checked ? [...there, id] : there.filter((each) => each !== id))} />
          ))}
        </fieldset>
        <FileInput<true> multiple label="Minutes" description="Optional. What is on file stays." placeholder="Choose files" clearable clearButtonProps={{ 'aria-label': 'Take the files away' }} value={[...papers]} onChange={setPapers} />
        <Textarea label="Note" autosize minRows={1} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Stack>
    </FormDialog>
  );
}
