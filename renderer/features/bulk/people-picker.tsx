import { Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { personStateWords } from '../../../shared/agenda/employment.ts';
import { peopleRows, type PeopleRow } from '../../../shared/agenda/people-list.ts';
import { plain } from '../../../shared/import/plain.ts';
import { useSession } from '../../session/session.tsx';
import styles from './bulk.module.css';

/** Who it is for: filter, take all that are shown, or tick one by one. Those who left stay behind a switch. */
export function PeoplePicker({ chosen, onChange }: { readonly chosen: ReadonlySet<string>; readonly onChange: (chosen: ReadonlySet<string>) => void }) {
  const { file, evaluation, asOf } = useSession();
  const [filter, setFilter] = useState('');
  const [everyone, setEveryone] = useState(false);
  const all = useMemo(() => peopleRows(file, evaluation, asOf), [file, evaluation, asOf]);
  const words = plain(filter).split(' ').filter((word) => word !== '');
  const rows = all.filter((row) => (everyone || row.state === 'employed' || row.state === 'candidate' || chosen.has(row.personId)) && words.every((word) => textOf(row).includes(word)));
  const shownChosen = rows.filter(({ personId }) => chosen.has(personId)).length;
  const toggle = (personIds: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of personIds) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChange(next);
  };

  return (
    <section className={styles.people} aria-label="People">
      <div className={styles.peopleHead}>
        <TextInput aria-label="Filter people" placeholder="Name, role or team" leftSection={<IconSearch size={14} stroke={1.6} />} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} />
        <Checkbox label="Also who left" checked={everyone} onChange={(event) => setEveryone(event.currentTarget.checked)} />
      </div>
      <div className={styles.all}>
        <Checkbox
          label={`All ${rows.length} shown`}
          checked={rows.length > 0 && shownChosen === rows.length}
          indeterminate={shownChosen > 0 && shownChosen < rows.length}
          disabled={rows.length === 0}
          onChange={(event) => toggle(rows.map(({ personId }) => personId), event.currentTarget.checked)}
        />
        <span className={styles.hint}>{`${chosen.size} chosen`}</span>
      </div>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.personId} className={styles.person} data-chosen={chosen.has(row.personId) || undefined}>
            <Checkbox
              label={<><b>{row.name}</b> <span className={styles.hint}>{detailOf(row)}</span></>}
              checked={chosen.has(row.personId)}
              onChange={(event) => toggle([row.personId], event.currentTarget.checked)}
            />
          </li>
        ))}
        {rows.length === 0 && <li className={styles.none}>{all.length === 0 ? 'No people yet. Import a roster first.' : 'Nobody matches.'}</li>}
      </ul>
    </section>
  );
}

const detailOf = (row: PeopleRow): string =>
  [row.roles.join(', '), row.teams.join(', '), ...(row.state === 'employed' ? [] : [personStateWords[row.state]])].filter((part) => part !== '').join(' · ');
const textOf = (row: PeopleRow): string => plain([row.name, ...row.allNames, ...row.roles, ...row.teams].join(' '));
