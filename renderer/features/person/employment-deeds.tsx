import { Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { employmentProblems } from '../../../shared/agenda/identity.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../../../shared/civil-date.ts';
import { fullName, roles, roleWords, shownName, type Employment, type Role } from '../../../shared/model/person.ts';
import { dateWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { PersonView } from './person-view.ts';
import { useUnreadDates } from '../../ui/use-unread-dates.ts';
import { useRecord } from '../../session/use-record.ts';
import styles from './forms.module.css';

type Props = { readonly view: PersonView; readonly employment: Employment; readonly onClose: () => void };

const withEmployment = ({ person }: PersonView, edited: Employment) => ({
  ...person, employments: person.employments.map((each) => (each.id === edited.id ? edited : each)),
});

function useSave({ view, onClose }: Props): (edited: Employment, what: string, done: string) => Promise<string | null> {
  const record = useRecord();
  return async (edited, what, done) => {
    const problem = employmentProblems(edited)[0];
    if (problem !== undefined) return `Not saved yet: ${problem.message}`;
    const failed = await record([{ kind: 'put-person', person: withEmployment(view, edited) }], `${what}: ${fullName(shownName(view.person))}`, done);
    if (failed === null) onClose();
    return failed;
  };
}

/** Promotion, transfer, another team: the role held ends the day before, the new one begins; the employment goes on. */
export function ChangeRoleForm(props: Props) {
  const { view, employment, onClose } = props;
  const { today, file } = useSession();
  const open = employment.roles.filter((each) => each.to === undefined);
  const [role, setRole] = useState<Role>(open[0]?.role ?? 'ips-specialist');
  const [teamId, setTeamId] = useState<string | null>(open[0]?.teamId ?? null);
  const [from, setFrom] = useState<CivilDate | null>(null);
  const unread = useUnreadDates();
  const save = useSave(props);
  const submit = async (): Promise<string | null> => {
    if (unread.problem !== null) return `Not saved yet: ${unread.problem}`;
    if (from === null) return 'Not saved yet: type the first day of the new role.';
    const closed = employment.roles.map((each) => (each.to === undefined ? { ...each, to: fromDay(plusDays(toDay(from), -1)) } : each));
    return await save(
      { ...employment, roles: [...closed, { role, from, ...(teamId === null ? {} : { teamId }) }] },
      `Changed the role to ${roleWords[role]}`,
      `${roleWords[role]} from ${dateWords(from)}.`,
    );
  };
  return (
    <FormDialog title={`Change the role of ${fullName(shownName(view.person))}`} confirmLabel="Change role" onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <p className={styles.hint}>The clocks of the employment go on; what the new role asks for is counted from its first day.</p>
        <Select label="New role" allowDeselect={false} value={role} data={roles.map((each) => ({ value: each, label: roleWords[each] }))} onChange={(value) => setRole(roles.find((each) => each === value) ?? role)} data-autofocus />
        <div className={styles.pair}>
          <DateField label="From" required today={today} value={from} onChange={setFrom} onProblem={unread.of('from')} />
          <Select label="Team" clearable placeholder="none" value={teamId} data={(file.teams ?? []).map((team) => ({ value: team.id, label: team.name }))} onChange={setTeamId} />
        </div>
      </Stack>
    </FormDialog>
  );
}

/** Ends the employment with its last day worked; the roles still held end with it. */
export function EndEmploymentForm(props: Props) {
  const { view, employment, onClose } = props;
  const { today } = useSession();
  const [on, setOn] = useState<CivilDate | null>(null);
  const unread = useUnreadDates();
  const save = useSave(props);
  const submit = async (): Promise<string | null> => {
    if (unread.problem !== null) return `Not saved yet: ${unread.problem}`;
    if (on === null) return 'Not saved yet: type the last day worked.';
    const ended = employment.roles.map((each) => (each.to === undefined || each.to > on ? { ...each, to: on } : each));
    return await save({ ...employment, endedOn: on, roles: ended }, 'Ended the employment', `Last day worked: ${dateWords(on)}.`);
  };
  return (
    <FormDialog title={`End the employment of ${fullName(shownName(view.person))}`} confirmLabel="End employment" onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <p className={styles.hint}>The record stays and is judged as of the last day worked, for ever. If they come back, add a new employment.</p>
        <DateField label="Last day worked" required today={today} value={on} onChange={setOn} onProblem={unread.of('on')} data-autofocus />
      </Stack>
    </FormDialog>
  );
}

/** The candidate will not be hired: nothing is asked of them any more. */
export function WithdrawForm(props: Props) {
  const { view, employment, onClose } = props;
  const { today } = useSession();
  const [on, setOn] = useState<CivilDate | null>(today);
  const unread = useUnreadDates();
  const save = useSave(props);
  const submit = async (): Promise<string | null> => {
    if (unread.problem !== null) return `Not saved yet: ${unread.problem}`;
    if (on === null) return 'Not saved yet: type the day.';
    return await save({ ...employment, withdrawnOn: on }, 'Candidacy ended', `Candidacy ended on ${dateWords(on)}.`);
  };
  return (
    <FormDialog title={`End the candidacy of ${fullName(shownName(view.person))}`} confirmLabel="End candidacy" onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <p className={styles.hint}>Nothing is asked of somebody who withdrew. What is on file stays.</p>
        <DateField label="Withdrew on" required today={today} value={on} onChange={setOn} onProblem={unread.of('on')} data-autofocus />
      </Stack>
    </FormDialog>
  );
}
