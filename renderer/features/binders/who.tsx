import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { personStateWords } from '../../../shared/agenda/employment.ts';
import { plainName } from '../../../shared/agenda/identity.ts';
import type { PeopleRow } from '../../../shared/agenda/people-list.ts';
import { standingRecords } from '../../../shared/model/agency-records/standing-records.ts';
import { dateWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './binders-page.module.css';

/** More lines than anybody ticks by hand; beyond it the filter finds people faster than scrolling. */
const mostShown = 400;

const matches = (row: PeopleRow, filter: string): boolean =>
  filter.split(/\s+/).filter((word) => word !== '').every((word) =>
    plainName([...row.allNames, ...row.roles, ...row.teams].join(' ')).includes(plainName(word)));

/** The people to tick: one by one, everybody employed that day, or the sample of a survey. */
export function Who({ all, chosen, filter, field, onChoose, onFilter }: {
  readonly all: readonly PeopleRow[];
  readonly chosen: ReadonlySet<string>;
  readonly filter: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onChoose: (next: (before: ReadonlySet<string>) => ReadonlySet<string>) => void;
  readonly onFilter: (filter: string) => void;
}) {
  const { asOf, file } = useSession();
  const shown = all.filter((row) => matches(row, filter));
  const employed = all.filter((row) => row.state === 'employed');
  const here = new Set(all.map(({ personId }) => personId));
  const survey = [...standingRecords(file.agencyRecords ?? []).of('survey')].sort((one, other) => (one.heldOn < other.heldOn ? 1 : -1))[0];
  const sample = survey?.personIds.filter((id) => here.has(id)) ?? [];
  const toggle = (id: string): void => onChoose((before) => {
    const next = new Set(before);
    if (!next.delete(id)) next.add(id);
    return next;
  });
  return (
    <>
      <div className={styles.head}>
        <h2>Whose</h2>
        <TextInput ref={field} aria-label="Filter people" placeholder="Name, role, team" leftSection={<IconSearch size={14} stroke={1.6} />} rightSection={<Kbd>/</Kbd>} value={filter} onChange={(event) => onFilter(event.currentTarget.value)} />
      </div>
      <div className={styles.quick}>
        <Button onClick={() => onChoose(() => new Set(employed.map((row) => row.personId)))}>{`Everyone employed on ${dateWords(asOf)} (${employed.length})`}</Button>
        {survey !== undefined && sample.length > 0 && <Button onClick={() => onChoose(() => new Set(sample))}>{`Sample of ${survey.surveyor}, ${dateWords(survey.heldOn)} (${sample.length})`}</Button>}
        {filter !== '' && <Button onClick={() => onChoose((before) => new Set([...before, ...shown.map((row) => row.personId)]))}>{`Tick the ${shown.length} shown`}</Button>}
        <Button disabled={chosen.size === 0} onClick={() => onChoose(() => new Set())}>Clear</Button>
      </div>
      <ul className={styles.people}>
        {shown.slice(0, mostShown).map((row) => (
          <li key={row.personId}>
            <Checkbox
              checked={chosen.has(row.personId)}
              onChange={() => toggle(row.personId)}
              label={<span className={styles.person}><b>{row.name}</b><span>{row.roles.join(', ')}</span><span>{row.state === 'employed' ? '' : personStateWords[row.state]}</span></span>}
              classNames={{ body: styles.checkBody ?? '', labelWrapper: styles.checkLabel ?? '' }}
            />
          </li>
        ))}
        {shown.length === 0 && <li className={styles.hint}>Nobody matches.</li>}
        {shown.length > mostShown && <li className={styles.hint}>{`and ${shown.length - mostShown} more. Filter to find them; the buttons above take everybody.`}</li>}
      </ul>
    </>
  );
}
