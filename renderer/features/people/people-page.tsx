import { Button, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { personStateWords } from '../../../shared/agenda/employment.ts';
import { peopleRows, type PeopleRow } from '../../../shared/agenda/people-list.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import type { ExportTable } from '../../../shared/export-table.ts';
import { statusFacts, statusRank } from '../../../shared/rules/status.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { countOf, dateWords, distanceWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { useTakeAway } from '../../session/use-take-away.ts';
import { useWhyNotRecord } from '../../session/write-button.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { csvBytes } from '../../ui/exporters.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate, pathOf } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { AddPersonForm } from './add-person-form.tsx';
import styles from './people-page.module.css';

const shownStates = ['everyone', 'employed', 'candidate', 'left'] as const;
type Shown = (typeof shownStates)[number];
const shownWords: Readonly<Record<Shown, string>> = { everyone: 'Everyone', employed: 'Employed', candidate: 'Candidates', left: 'Left' };

const isShown = (row: PeopleRow, shown: Shown): boolean =>
  shown === 'everyone' || row.state === shown || (shown === 'left' && (row.state === 'withdrawn' || row.state === 'none'));

function columnsFor(asOf: CivilDate): readonly DataColumn<PeopleRow>[] {
  return [
    { id: 'name', title: 'Name', width: 200, text: (row) => row.name, cell: (row) => <b className={styles.name}>{row.name}</b> },
    { id: 'worst', title: 'Worst standing', width: 130, text: (row) => (row.worst === null ? '' : statusFacts[row.worst].word), sortBy: (row) => (row.worst === null ? null : statusRank(row.worst)), cell: (row) => (row.worst === null ? null : <StatusMark {...lookOf(row.worst)} variant={row.worst === 'met' || row.worst === 'exempt' || row.worst === 'not-yet-due' ? 'bare' : 'pill'} />) },
    { id: 'findings', title: 'Not in order', width: 96, numeric: true, text: (row) => (row.findings === 0 ? '' : String(row.findings)), sortBy: (row) => -row.findings },
    { id: 'roles', title: 'Roles', width: 205, text: (row) => row.roles.join(', ') },
    { id: 'teams', title: 'Team', width: 130, text: (row) => row.teams.join(', ') },
    { id: 'state', title: 'State', width: 96, text: (row) => personStateWords[row.state] },
    {
      id: 'hired',
      title: 'Hired',
      width: 228,
      text: (row) => row.beginOn ?? '',
      cell: (row) => (row.beginOn === null ? null : <DateWithDistance date={`${row.planned ? 'planned ' : ''}${dateWords(row.beginOn)}`} distance={distanceWords(row.beginOn, asOf)} />),
    },
    { id: 'names', title: 'Every name', width: 190, text: (row) => row.allNames.join('; ') },
  ];
}

/** Everybody in the agency as of the day looked at: who they are, how they stand, and the way to their screen. */
export function PeoplePage() {
  const { file, evaluation, asOf, canRecord } = useSession();
  const whyNot = useWhyNotRecord();
  const { saveFile } = useTakeAway();
  const [filter, setFilter] = useState('');
  const [shown, setShown] = useState<Shown>('everyone');
  const [adding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const all = useMemo(() => peopleRows(file, evaluation, asOf), [file, evaluation, asOf]);
  const rows = useMemo(() => all.filter((row) => isShown(row, shown)), [all, shown]);
  const columns = useMemo(() => columnsFor(asOf), [asOf]);
  const clear = (): void => {
    setFilter('');
    setShown('everyone');
  };
  const add = (): void => {
    if (canRecord) setAdding(true);
  };
  const exportRows = async (table: ExportTable): Promise<void> => {
    const saved = await saveFile({ suggestedName: `People, ${asOf}.csv`, filters: [{ name: 'CSV', extensions: ['csv'] }], bytes: csvBytes(table) }, `the list of people as of ${dateWords(asOf)}, ${countOf(table.rows.length, 'row')}`);
    if (saved.ok && saved.value !== null) notifications.show({ message: `The list was saved as ${saved.value.name}.`, autoClose: 4000 });
    if (!saved.ok) notifications.show({ message: `The list was not saved (${saved.error.detail ?? saved.error.code}). Choose another folder, or close the file if it is open elsewhere.`, color: 'red', autoClose: 8000 });
  };

  // From the filter straight to the first line found.
  const toList = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    page.current?.querySelector<HTMLElement>('[data-place="1:0"]')?.focus();
  };

  useKeys('People', [
    { keys: 'A', does: 'Add a person', run: add },
    { keys: '/', does: 'Filter the list', run: () => field.current?.focus() },
    { keys: 'Escape', does: 'Clear the filter', inFields: true, run: clear },
  ]);

  const counts = Object.fromEntries(shownStates.map((state) => [state, all.filter((row) => isShown(row, state)).length]));
  const empty = all.length === 0
    ? <EmptyState action={canRecord ? <Button variant="filled" onClick={add}>Add a person</Button> : undefined} alternative={canRecord ? <Button onClick={() => navigate('/import')}>Import a spreadsheet</Button> : undefined}>No people yet.</EmptyState>
    : <EmptyState action={<Button onClick={clear}>Clear the filter</Button>}>Nobody matches.</EmptyState>;
  const addButton = (
    <Button variant="filled" leftSection={<IconPlus size={14} />} rightSection={<Kbd onAccent>A</Kbd>} onClick={add} {...(canRecord ? {} : { 'data-disabled': true, 'aria-disabled': true })}>Add a person</Button>
  );
  return (
    <div ref={page} className={styles.page}>
      <div className={styles.toolbar}>
        <TextInput ref={field} aria-label="Filter people" placeholder="Name, role, team, standing" leftSection={<IconSearch size={14} stroke={1.6} />} rightSection={<Kbd>/</Kbd>} w={280} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} onKeyDown={toList} />
        <SegmentedControl aria-label="Who is shown" value={shown} onChange={(value) => setShown(shownStates.find((each) => each === value) ?? 'everyone')} data={shownStates.map((state) => ({ value: state, label: `${shownWords[state]} ${counts[state] ?? 0}` }))} />
        <span className={styles.grow} />
        {whyNot === null ? addButton : <Tooltip label={whyNot}>{addButton}</Tooltip>}
      </div>
      <DataTable
        label="People"
        className={styles.table}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.personId}
        filter={filter}
        openOnClick
        onOpen={(row) => navigate(pathOf('people', row.personId))}
        onExport={(table) => void exportRows(table)}
        empty={empty}
      />
      <Slot name="footer">{`${countOf(all.filter((row) => row.state === 'employed').length, 'person', 'people')} employed · ${countOf(all.filter((row) => row.findings > 0 && row.state !== 'left').length, 'person', 'people')} with something not in order`}</Slot>
      <Slot name="keys"><Kbd>Enter</Kbd> <span>open</span> <Kbd>A</Kbd> <span>add</span> <Kbd>Ctrl</Kbd><Kbd>E</Kbd> <span>export</span></Slot>
      {adding && <AddPersonForm onClose={() => setAdding(false)} />}
    </div>
  );
}
