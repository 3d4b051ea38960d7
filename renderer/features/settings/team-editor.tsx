import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { packIds, type Team } from '../../../shared/model/agency.ts';
import { listName, shownName } from '../../../shared/model/person.ts';
import { packs } from '../../../shared/rules/packs/packs.ts';
import { useSession } from '../../session/session.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useUnreadDates } from '../../ui/use-unread-dates.ts';
import { answersOf, editedTeam } from './edited-team.ts';
import styles from './settings.module.css';

/** A team: its name, site, supervisor, packs of its own, its first and its last day. */
export function TeamEditor({ team, isNew, working, onSave, onClose }: {
  readonly team: Team;
  readonly isNew: boolean;
  readonly working: boolean;
  readonly onSave: (team: Team) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { file, today } = useSession();
  const start = answersOf(team);
  const [name, setName] = useState(start.name);
  const [siteId, setSiteId] = useState(start.siteId);
  const [supervisorId, setSupervisorId] = useState(start.supervisorId);
  const [chosen, setChosen] = useState<readonly string[]>(start.packs);
  const [implementedOn, setImplementedOn] = useState<CivilDate | null>(start.implementedOn);
  const [closedOn, setClosedOn] = useState<CivilDate | null>(start.closedOn);
  const backwards = implementedOn !== null && closedOn !== null && closedOn < implementedOn;
  const unread = useUnreadDates();
  const [asked, setAsked] = useState(false);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '' || backwards || unread.problem !== null) return;
    void onSave(editedTeam(team.id, { name, siteId, supervisorId, packs: chosen, implementedOn, closedOn }));
  };
  const people = file.people
    .map((person) => ({ value: person.id, label: listName(shownName(person)) }))
    .sort((one, other) => one.label.localeCompare(other.label));

  return (
    <form className={styles.editor} onSubmit={submit} noValidate>
      <div className={styles.pair}>
        <TextInput label="Name of the team" value={name} onChange={(event) => setName(event.currentTarget.value)} error={asked && name.trim() === '' ? 'Write a name.' : null} required data-autofocus />
        <Select label="Site" data={(file.sites ?? []).map((site) => ({ value: site.id, label: site.name }))} value={siteId} onChange={setSiteId} clearable placeholder="None" />
        <Select label="Supervisor" data={people} value={supervisorId} onChange={setSupervisorId} searchable clearable placeholder="None" />
        <DateField label="Service began on" description="Meetings and fidelity reviews are owed from this day." value={implementedOn} onChange={setImplementedOn} today={today} onProblem={unread.of('implementedOn')} />
        <DateField label="Last day" description="Empty while it goes on. Not judged after that day." value={closedOn} onChange={setClosedOn} today={today} onProblem={unread.of('closedOn')} error={backwards ? 'Before the service began.' : null} />
      </div>
      <MultiSelect
        mt={12}
        label="Rule packs of its own"
        description="Empty: the agency's."
        data={packIds.map((id) => ({ value: id, label: packs[id].title }))}
        value={[...chosen]}
        onChange={setChosen}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="filled" loading={working}>{isNew ? 'Add team' : 'Save team'}</Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
