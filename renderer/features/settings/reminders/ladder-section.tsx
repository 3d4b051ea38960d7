import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { defaultLadderOf, defaultLeadDays, tidyLeadDays, withLadder } from '../../../../shared/agenda/reminders/ladder.ts';
import { shippedRequirements } from '../../../../shared/rules/catalogue.ts';
import { useReminders } from '../../../session/reminders.tsx';
import { useSession } from '../../../session/session.tsx';
import styles from '../settings.module.css';
import { Trouble } from '../trouble.tsx';
import { useChange } from '../use-change.ts';
import { LadderField } from './ladder-field.tsx';
import own from './reminders.module.css';

const sameDays = (one: readonly number[], other: readonly number[]): boolean => one.join() === other.join();
const daysWords = (days: readonly number[]): string => (days.length === 0 ? 'on the day and when overdue' : `${days.join(', ')}, on the day, overdue`);

/** The ladder of every deadline, and those of single requirements. */
export function LadderSection() {
  const { agency, canWrite, working, trouble, setAgency } = useChange();
  const { title } = useReminders();
  const usual = defaultLadderOf(agency);
  const [days, setDays] = useState<readonly number[] | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const shown = days ?? usual;
  const ladders = agency.reminders?.ladders ?? [];

  const save = async (): Promise<void> => {
    if (await setAgency(withLadder(agency, null, shown), 'Changed the reminder ladder')) setDays(null);
  };
  const saveOwn = async (requirement: string, chosen: readonly number[]): Promise<void> => {
    if (await setAgency(withLadder(agency, requirement, chosen), `Changed the reminder ladder of ${title(requirement)}`)) setEditing(null);
  };

  return (
    <section aria-label="Ladder">
      <h3 className={styles.subheading}>When to tell</h3>
      <div className={styles.form}>
        <LadderField label="Every deadline" days={shown} onChange={setDays} disabled={!canWrite} />
      </div>
      <div className={styles.actions}>
        <Button variant="filled" loading={working} disabled={!canWrite || sameDays(shown, usual)} onClick={() => void save()}>Save ladder</Button>
        {!sameDays(usual, defaultLeadDays) && <Button disabled={!canWrite} onClick={() => void setAgency(withLadder(agency, null, null), 'Took the usual reminder ladder back').then(() => setDays(null))}>{`Use ${defaultLeadDays.join(', ')}`}</Button>}
      </div>
      <h3 className={styles.subheading}>Requirements with a ladder of their own</h3>
      {ladders.length > 0 && (
        <table className={styles.table} style={{ maxWidth: 760 }}>
          <thead><tr><th scope="col">Requirement</th><th scope="col">Days ahead</th><th scope="col"><span className="sr-only">Change</span></th></tr></thead>
          <tbody>
            {ladders.map(({ requirement, leadDays }) => (
              <tr key={requirement}>
                <th scope="row">{title(requirement)}</th>
                <td>{daysWords(tidyLeadDays(leadDays))}</td>
                <td>
                  <Button size="compact-xs" disabled={!canWrite} onClick={() => setEditing(requirement)} aria-label={`Change the ladder of ${title(requirement)}`}>Change</Button>{' '}
                  <Button size="compact-xs" disabled={!canWrite} onClick={() => void setAgency(withLadder(agency, requirement, null), `Took the reminder ladder of ${title(requirement)} back`)} aria-label={`Use the usual ladder for ${title(requirement)}`}>Use the usual one</Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ladders.length === 0 && <p className={styles.quiet}>None: every requirement is told of by the ladder above.</p>}
      {editing === null ? (
        <div className={styles.actions}><Button disabled={!canWrite} onClick={() => setEditing('')}>Add a ladder</Button></div>
      ) : (
        <OwnLadder
          key={editing}
          requirement={editing}
          days={ladders.find((each) => each.requirement === editing)?.leadDays ?? usual}
          taken={ladders.map((each) => each.requirement)}
          onSave={saveOwn}
          onClose={() => setEditing(null)}
        />
      )}
      <Trouble words={trouble} />
    </section>
  );
}

/** The editor of one requirement's ladder; an empty requirement is chosen first. */
function OwnLadder({ requirement, days, taken, onSave, onClose }: {
  readonly requirement: string;
  readonly days: readonly number[];
  readonly taken: readonly string[];
  readonly onSave: (requirement: string, days: readonly number[]) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { requirements } = useSession();
  const { title, deadlines } = useReminders();
  const [chosen, setChosen] = useState<string | null>(requirement === '' ? null : requirement);
  const [steps, setSteps] = useState<readonly number[]>(tidyLeadDays(days));
  const known = new Set([...shippedRequirements(), ...requirements].map((each) => each.id));
  // What the agency is asked for now; a requirement no file may name yet is not offered.
  const asked = [...new Set([...requirements.map((each) => each.id), ...deadlines.flatMap((each) => (each.requirement === null ? [] : [each.requirement]))])]
    .filter((id) => known.has(id) && !taken.includes(id))
    .map((id) => ({ value: id, label: title(id) }))
    .toSorted((one, other) => (one.label < other.label ? -1 : 1));
  return (
    <div className={own.editor}>
      {requirement === '' ? (
        <Select label="Requirement" searchable data={asked} value={chosen} onChange={setChosen} placeholder="Choose a requirement" nothingFoundMessage="No requirement by that name" data-autofocus />
      ) : (
        <p className={own.name}>{title(requirement)}</p>
      )}
      <LadderField label="Days ahead" days={steps} onChange={setSteps} disabled={false} />
      <Group gap="xs" mt="sm">
        <Button variant="filled" disabled={chosen === null} onClick={() => chosen !== null && void onSave(chosen, steps)}>Save ladder</Button>
        <Button onClick={onClose}>Cancel</Button>
      </Group>
    </div>
  );
}
