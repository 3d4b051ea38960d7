import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { IconLock, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react';
import { coverageGrid } from '../../../../shared/agenda/exclusions/coverage.ts';
import { exclusionLists, exclusionListWords, type ExclusionList } from '../../../../shared/model/exclusion.ts';
import { monthOf, type CivilMonth } from '../../../../shared/civil-date.ts';
import { countOf, monthWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import type { GridPlace } from '../../../ui/grid-keys.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { navigate, pathOf, useRoute } from '../../../ui/navigate.ts';
import { Slot } from '../../../ui/slots.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { CellPanel } from './cell-panel.tsx';
import type { GridHandle } from '../../../ui/sheet-grid/use-sheet-grid.ts';
import { CoverageGrid } from './coverage-grid.tsx';
import { coverageLooks, coverageOrder, gridMonths, gridRows } from './coverage-view.ts';
import { MonthDialog } from './month-dialog.tsx';
import styles from './coverage.module.css';

const spans = ['12', '24', '36'] as const;

/** People and companies by months: what is covered, what is not, and why; a month's head closes it. */
export function MonthsView({ choice }: { readonly choice: ReactNode }) {
  const { file, evaluation, asOf } = useSession();
  const route = useRoute();
  const [list, setList] = useState<ExclusionList | null>(null);
  const [span, setSpan] = useState<(typeof spans)[number]>('24');
  const [words, setWords] = useState('');
  const [onlyHoles, setOnlyHoles] = useState(false);
  const [place, setPlace] = useState<GridPlace | null>(null);
  const [opened, setOpened] = useState(false);
  const handle = useRef<GridHandle>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const filter = useDeferredValue(words);
  // The month that is looked at lies in the address, so that Overview and Today lead to it.
  const asked = route.query.get('month');
  const month = asked !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? (asked as CivilMonth) : null;
  const openMonth = (next: CivilMonth | null): void => navigate(next === null ? '/exclusions/coverage' : `/exclusions/coverage?month=${next}`, 'replace');

  const grid = useMemo(() => coverageGrid(file, evaluation, { months: Number(span), list }), [file, evaluation, span, list]);
  const rows = useMemo(() => gridRows(grid, { words: filter, onlyHoles }), [grid, filter, onlyHoles]);
  const months = useMemo(() => gridMonths(grid), [grid]);
  const at: GridPlace = place === null ? { row: 0, column: months.length } : { row: Math.min(place.row, Math.max(0, rows.length - 1)), column: Math.min(place.column, months.length) };
  const row = rows[at.row];
  const cell = row?.cells[at.column - 1];
  const panel = opened && row !== undefined && cell !== undefined;

  const openPerson = (id: string | null): void => {
    if (id !== null) navigate(`${pathOf('people', id)}?tab=checks`);
  };
  const open = (next: GridPlace): void => {
    if (next.column === 0) openPerson(rows[next.row]?.personId ?? null);
    else setOpened(true);
  };
  const close = (): void => {
    setOpened(false);
    handle.current?.focus(at);
  };
  useKeys('Coverage', [
    { keys: '/', does: 'Filter people', run: () => filterField.current?.focus() },
    { keys: 'P', does: 'Open the person', run: () => openPerson(row?.personId ?? null) },
    { keys: 'C', does: 'Open the month: close it or write a note', run: () => openMonth(grid.months[at.column - 1]?.month ?? monthOf(asOf)) },
    ...(panel ? [{ keys: 'Escape', does: 'Close the checks', run: close }] : []),
  ]);

  const listed = exclusionLists.filter((each) => grid.lists.includes(each));
  const total = (status: (typeof coverageOrder)[number]): number => grid.months.reduce((sum, { counts }) => sum + counts[status], 0);
  const holes = total('gap') + total('incomplete');
  return (
    <>
      <h2 className="sr-only">People by months</h2>
      <div className={styles.bar}>
        {choice}
        {listed.length > 1 && (
          <SegmentedControl
            aria-label="List"
            value={list ?? 'all'}
            onChange={(value) => setList(listed.find((each) => each === value) ?? null)}
            data={[{ value: 'all', label: 'All lists' }, ...listed.map((each) => ({ value: each, label: exclusionListWords[each].short }))]}
          />
        )}
        <SegmentedControl
          aria-label="Months shown"
          value={span}
          onChange={(value) => setSpan(spans.find((each) => each === value) ?? '24')}
          data={spans.map((each, at) => ({ value: each, label: at === spans.length - 1 ? `${each} months` : each }))}
        />
        <TextInput ref={filterField} className={styles.filter} aria-label="Filter people" placeholder="Name" leftSection={<IconSearch size={14} stroke={1.6} />} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        <Checkbox label="Only with holes" checked={onlyHoles} onChange={(event) => setOnlyHoles(event.currentTarget.checked)} />
        <Button ml="auto" onClick={() => openMonth(monthOf(asOf))}>{`Open ${monthWords(monthOf(asOf))}`}</Button>
      </div>
      <ul className={styles.legend} aria-label="What the signs mean">
        {coverageOrder.map((status) => (
          <li key={status}><StatusMark {...coverageLooks[status]} /> <span className="num">{status === 'not-required' ? '' : total(status)}</span></li>
        ))}
        <li><IconLock size={12} stroke={1.8} aria-hidden="true" /> closed</li>
      </ul>
      <div className={styles.work}>
        {rows.length === 0 ? (
          <EmptyState action={words !== '' || onlyHoles ? <Button onClick={() => { setWords(''); setOnlyHoles(false); }}>Clear the filters</Button> : undefined}>
            {grid.rows.length === 0 ? 'Nobody was employed in these months, so there is nothing to cover.' : onlyHoles && words === '' ? 'No month has a hole.' : 'Nobody matches.'}
          </EmptyState>
        ) : (
          <CoverageGrid
            rows={rows}
            months={months}
            label={`Coverage ${list === null ? 'on all lists' : `on ${exclusionListWords[list].long}`}`}
            place={at}
            opened={panel}
            onMove={setPlace}
            onOpen={open}
            onMonth={({ month: next }) => openMonth(next)}
            handle={handle}
          />
        )}
        {panel && <CellPanel name={row.name} personId={row.personId} cell={cell.cell} look={cell.look} onClose={close} onMonth={() => openMonth(cell.cell.month)} />}
      </div>
      {month !== null && <MonthDialog key={month} month={month} onClose={() => openMonth(null)} />}
      <Slot name="footer">{`${countOf(rows.length, 'person or company', 'people and companies')} · ${countOf(months.length, 'month')} · ${holes === 0 ? 'no hole' : countOf(holes, 'hole')}`}</Slot>
      <Slot name="keys"><Kbd>Enter</Kbd> checks <Kbd>P</Kbd> person <Kbd>C</Kbd> month <Kbd>?</Kbd> all keys</Slot>
    </>
  );
}
