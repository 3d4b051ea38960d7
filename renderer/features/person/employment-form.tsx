import { ActionIcon, Button, Checkbox, Select, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { employmentProblems } from '../../../shared/agenda/identity.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import type { Change } from '../../../shared/model/changes.ts';
import { employmentKinds, fullName, roles, roleWords, shownName, type Employment, type EmploymentKind, type RoleSpan } from '../../../shared/model/person.ts';
import { useSession } from '../../session/session.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { PersonView } from './person-view.ts';
import { StandingPreview } from '../../session/standing-preview.tsx';
import { useUnreadDates } from '../../ui/use-unread-dates.ts';
import { useRecord } from '../../session/use-record.ts';
import styles from './forms.module.css';

export const employmentKindWords: Readonly<Record<EmploymentKind, string>> = { employee: 'Employee', contractor: 'Contractor', intern: 'Intern', volunteer: 'Volunteer' };

const dateFields = [
  ['offeredOn', 'Offer made'], ['plannedHireOn', 'Hire planned for'], ['hiredOn', 'Hired, first paid day'], ['firstServiceOn', 'First client service'],
  ['crisisDutyOn', 'May handle crises from'], ['endedOn', 'Last day worked'],
] as const;
type DateName = (typeof dateFields)[number][0];
type RoleDraft = { readonly span: Omit<RoleSpan, 'from' | 'to'>; readonly from: CivilDate | null; readonly to: CivilDate | null };

const draftRole = ({ from, to, ...span }: RoleSpan): RoleDraft => ({ span, from, to: to ?? null });

/** One employment: its dates, what kind it is, and the roles held in it. A rehire is a new employment. */
export function EmploymentForm({ view, employment, onClose }: {
  readonly view: PersonView;
  /** Null adds one. */
  readonly employment: Employment | null;
  readonly onClose: () => void;
}) {
  const { today, newId, file } = useSession();
  const [id] = useState(() => employment?.id ?? newId());
  const [kind, setKind] = useState<EmploymentKind>(employment?.kind ?? 'employee');
  const [directCare, setDirectCare] = useState(employment?.directCare ?? true);
  const [medicaidPaid, setMedicaidPaid] = useState(employment?.medicaidPaid ?? true);
  const [dates, setDates] = useState<Partial<Readonly<Record<DateName, CivilDate>>>>(() =>
    Object.fromEntries(dateFields.flatMap(([field]) => (employment?.[field] === undefined ? [] : [[field, employment[field]]]))));
  const [spans, setSpans] = useState<readonly RoleDraft[]>(employment?.roles.map(draftRole) ?? [{ span: { role: 'ips-specialist' }, from: null, to: null }]);
  const [tried, setTried] = useState(false);
  const unread = useUnreadDates();
  const record = useRecord();

  const edited = useMemo((): Employment => {
    const begin = dates.hiredOn ?? dates.plannedHireOn;
    // Keys the form does not show (vendor, leaves, withdrawal) stay as they are.
    const kept: Partial<Employment> = employment === null ? {} : Object.fromEntries(
      Object.entries(employment).filter(([key]) => !dateFields.some(([field]) => field === key) && key !== 'medicaidPaid'),
    );
    return {
      ...kept, id, kind, directCare, ...dates,
      ...(medicaidPaid ? {} : { medicaidPaid }),
      roles: spans.flatMap(({ span, from, to }) => {
        const start = from ?? begin;
        return start === undefined ? [] : [{ ...span, from: start, ...(to === null ? {} : { to }) }];
      }),
    };
  }, [employment, id, kind, directCare, medicaidPaid, dates, spans]);
  const changes = useMemo((): readonly Change[] => {
    const others = view.person.employments;
    const employments = others.some((each) => each.id === id) ? others.map((each) => (each.id === id ? edited : each)) : [...others, edited];
    return [{ kind: 'put-person', person: { ...view.person, employments } }];
  }, [view.person, edited, id]);
  const problems = employmentProblems(edited);
  const problemOf = (path: string): string | undefined => (tried ? problems.find((each) => each.path === path)?.message : undefined);
  const setSpan = (index: number, part: Partial<RoleDraft>): void => {
    setSpans((before) => before.map((each, at) => (at === index ? { ...each, ...part } : each)));
  };

  const submit = async (): Promise<string | null> => {
    setTried(true);
    if (unread.problem !== null) return `Not saved yet: ${unread.problem}`;
    if (problems.length > 0) return `Not saved yet: ${problems[0]?.message ?? ''}`;
    const name = fullName(shownName(view.person));
    const failed = await record(changes, `${employment === null ? 'Added an employment of' : 'Changed the employment of'} ${name}`, 'Employment saved.');
    if (failed === null) onClose();
    return failed;
  };

  return (
    <FormDialog title={employment === null ? 'Add an employment' : 'Employment'} confirmLabel="Save employment" size={760} onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <div className={styles.pair}>
          <Select label="Kind" allowDeselect={false} value={kind} data={employmentKinds.map((each) => ({ value: each, label: employmentKindWords[each] }))} onChange={(value) => setKind(employmentKinds.find((each) => each === value) ?? kind)} />
          <Stack gap={6} pt={20}>
            <Checkbox label="Gives direct care" checked={directCare} onChange={(event) => setDirectCare(event.currentTarget.checked)} />
            <Checkbox label="Paid from Medicaid or Medicare" checked={medicaidPaid} onChange={(event) => setMedicaidPaid(event.currentTarget.checked)} />
          </Stack>
          {dateFields.map(([field, label]) => (
            <DateField
          eager
              key={field}
              label={label}
              today={today}
              value={dates[field] ?? null}
              error={problemOf(field)}
              onProblem={unread.of(field)}
              onChange={(date) => setDates(({ [field]: _before, ...rest }) => (date === null ? rest : { ...rest, [field]: date }))}
            />
          ))}
        </div>
        <fieldset className={styles.block}>
          <legend>Roles</legend>
          <div className={styles.roleRow} aria-hidden="true">
            {['Role', 'From', 'Last day', 'Team', ''].map((label) => <span key={label} className={styles.rowLabel}>{label}</span>)}
          </div>
          {spans.map((each, index) => (
            <div key={index} className={styles.roleRow}>
              <Select aria-label={`Role ${index + 1}`} allowDeselect={false} value={each.span.role} data={roles.map((role) => ({ value: role, label: roleWords[role] }))} onChange={(value) => setSpan(index, { span: { ...each.span, role: roles.find((role) => role === value) ?? each.span.role } })} />
              <DateField aria-label={`Role ${index + 1} from`} placeholder="day of hire" today={today} value={each.from} error={problemOf(`roles.${index}.from`)} onProblem={unread.of(`from-${index}`)} onChange={(from) => setSpan(index, { from })} />
              <DateField aria-label={`Role ${index + 1} last day`} placeholder="still held" today={today} value={each.to} error={problemOf(`roles.${index}.to`)} onProblem={unread.of(`to-${index}`)} onChange={(to) => setSpan(index, { to })} />
              <Select
                aria-label={`Team of role ${index + 1}`}
                placeholder="none"
                clearable
                value={each.span.teamId ?? null}
                data={(file.teams ?? []).map((team) => ({ value: team.id, label: team.name }))}
                onChange={(teamId) => {
                  const { teamId: _before, ...span } = each.span;
                  setSpan(index, { span: teamId === null ? span : { ...span, teamId } });
                }}
              />
              <ActionIcon aria-label={`Take role ${index + 1} away`} onClick={() => setSpans((before) => before.filter((_, at) => at !== index))}><IconX size={16} stroke={1.6} /></ActionIcon>
            </div>
          ))}
          <Button leftSection={<IconPlus size={14} />} onClick={() => setSpans((before) => [...before, { span: { role: 'ips-specialist' }, from: null, to: null }])}>Add a role</Button>
          {problemOf('roles') !== undefined && <p role="alert" className={styles.hint}>{problemOf('roles')}</p>}
        </fieldset>
        {employment !== null && problems.length === 0 && <StandingPreview view={view} changes={changes} requirement={null} />}
      </Stack>
    </FormDialog>
  );
}
