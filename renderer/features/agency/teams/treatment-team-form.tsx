import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import type { TreatmentTeam } from '../../../../shared/model/agency-records/agency-record.ts';
import type { Team } from '../../../../shared/model/agency.ts';
import { useSession } from '../../../session/session.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useUnreadDates } from '../../../ui/use-unread-dates.ts';
import { useKeep } from '../fidelity/use-keep.ts';
import { useTeamPeople } from './use-team-people.ts';
import styles from './teams.module.css';

const nobody: readonly string[] = [];

/** A treatment team and who is attached to it. Who is added is attached from the day named; who is taken off, through that day. */
export function TreatmentTeamForm({ team, replaces, onClose }: { readonly team: Team; readonly replaces: TreatmentTeam | null; readonly onClose: () => void }) {
  const { today } = useSession();
  const keep = useKeep();
  const unread = useUnreadDates();
  const current = (replaces?.members ?? []).filter((member) => member.to === undefined || member.to >= today).map((member) => member.personId);
  const people = useTeamPeople(team.id, today, replaces === null ? nobody : current);
  const [name, setName] = useState(replaces?.name ?? '');
  const [from, setFrom] = useState<CivilDate | null>(replaces?.from ?? today);
  const [to, setTo] = useState<CivilDate | null>(replaces?.to ?? null);
  const [since, setSince] = useState<CivilDate | null>(replaces === null ? null : today);
  const [attached, setAttached] = useState<readonly string[]>(current);
  const submit = async (): Promise<string | null> => {
    if (unread.problem !== null) return `Not recorded yet: ${unread.problem}`;
    if (name.trim() === '' || from === null) return 'Not recorded yet: name the treatment team and the day it began.';
    const change = since ?? from;
    const members = [
      ...(replaces?.members ?? []).map((member) => ((member.to === undefined || member.to >= today) && !attached.includes(member.personId) ? { ...member, to: change < member.from ? member.from : change } : member)),
      ...attached.filter((id) => !current.includes(id)).map((personId) => ({ personId, from: change })),
    ];
    const failed = await keep({ kind: 'treatment-team', teamId: team.id, name: name.trim(), from, to, members, note: replaces?.note }, { replaces, what: `Recorded the treatment team ${name.trim()} of ${team.name}` });
    if (failed === null) onClose();
    return failed;
  };
  return (
    <FormDialog title={replaces === null ? 'Add a treatment team' : `Treatment team: ${replaces.name}`} confirmLabel="Record treatment team" size={480} onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <TextInput label="Name" required value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
        <DateField label="Since" required today={today} value={from} onChange={setFrom} onProblem={unread.of('from')} />
        {replaces !== null && <DateField label="Through" description="Empty while it goes on." today={today} value={to} onChange={setTo} onProblem={unread.of('to')} />}
        {replaces !== null && <DateField label="What changes below, from" required today={today} value={since} onChange={setSince} onProblem={unread.of('since')} />}
        <fieldset className={styles.people}>
          <Text component="legend" size="xs" fw={500}>Attached to it</Text>
          {people.map(({ id, name: who }) => (
            <Checkbox key={id} label={who} checked={attached.includes(id)} onChange={(event) => setAttached(event.currentTarget.checked ? [...attached, id] : attached.filter((each) => each !== id))} />
          ))}
        </fieldset>
      </Stack>
    </FormDialog>
  );
}
