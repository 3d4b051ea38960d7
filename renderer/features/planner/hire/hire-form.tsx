import { Checkbox, Select, Stack } from '@mantine/core';
import { employmentOn, roleNames, teamNames } from '../../../../shared/agenda/employment.ts';
import { packIds } from '../../../../shared/model/agency.ts';
import { employmentKinds, roles, roleWords } from '../../../../shared/model/person.ts';
import { packs } from '../../../../shared/rules/packs/packs.ts';
import { useSession } from '../../../session/session.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { hireSubjects } from './subjects.ts';
import type { Hire } from './use-hire.ts';
import styles from './hire.module.css';

const kindWords = { employee: 'Employee', contractor: 'Contractor', intern: 'Intern', volunteer: 'Volunteer' } as const;

/** Who is to be hired, as what, on which day. */
export function HireForm({ hire }: { readonly hire: Hire }) {
  const { file, today, isNow } = useSession();
  const { person, draft, setDraft, hireOn, setHireOn, firstServiceOn, setFirstServiceOn } = hire;
  const employment = person === null ? null : employmentOn(person, today);
  const isNew = employment === null || employment.roles.length === 0;
  return (
    <Stack gap="sm" className={styles.form ?? ''}>
      <Select label="Who" searchable allowDeselect={false} value={hire.subject} data={hireSubjects(file, today).map((each) => ({ group: each.group, items: [...each.items] }))} onChange={(value) => { if (value !== null) hire.choose(value); }} nothingFoundMessage="Nobody matches." />
      {isNew ? (
        <>
          <Select label="Role" searchable allowDeselect={false} value={draft.role} data={roles.map((role) => ({ value: role, label: roleWords[role] }))} onChange={(value) => setDraft({ role: roles.find((role) => role === value) ?? draft.role })} />
          <Select label="Team" clearable placeholder="None yet" value={draft.teamId} data={(file.teams ?? []).map((team) => ({ value: team.id, label: team.name }))} onChange={(teamId) => setDraft({ teamId })} />
          {draft.teamId === null && (
            <Select
              label="Rules" clearable placeholder="The agency's packs" value={draft.pack}
              data={packIds.filter((id) => packs[id].rows.length > 0).map((id) => ({ value: id, label: packs[id].title }))}
              onChange={(value) => setDraft({ pack: packIds.find((id) => id === value) ?? null })}
            />
          )}
          <Select label="Engaged as" allowDeselect={false} value={draft.kind} data={employmentKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))} onChange={(value) => setDraft({ kind: employmentKinds.find((kind) => kind === value) ?? 'employee' })} />
          <Checkbox label="Works directly with clients" checked={draft.directCare} onChange={(event) => setDraft({ directCare: event.currentTarget.checked })} />
          <Checkbox label="Services are paid by Medicaid" checked={draft.medicaidPaid} onChange={(event) => setDraft({ medicaidPaid: event.currentTarget.checked })} />
        </>
      ) : (
        <p className={styles.hint}>
          {[...roleNames(employment, today), ...teamNames(employment, today, file.teams ?? [])].join(' · ')}
          {employment.hiredOn === undefined ? '. Role and team as planned in the file.' : '. Planned as a new employment in the roles last held.'}
        </p>
      )}
      <DateField label="Hire on" today={today} eager value={hireOn} onChange={(date) => { if (date !== null) setHireOn(date); }} />
      <DateField label="First day with clients" today={today} eager placeholder="Same day" description="Empty: the day of hire, the strictest reading." value={firstServiceOn} onChange={setFirstServiceOn} error={firstServiceOn !== null && firstServiceOn < hireOn ? 'Before the hire: the day of hire is used.' : null} />
      <p className={styles.hint}>Nothing here is recorded. The employment is judged as if it began that day, with what is on file today{isNow ? '' : ', whatever day you are looking back to'}.</p>
    </Stack>
  );
}
