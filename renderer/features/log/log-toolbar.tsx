import { Button, Menu, Select, TextInput } from '@mantine/core';
import { IconChevronDown, IconDownload, IconSearch, IconShieldCheck } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import type { LogFilter } from '../../../shared/agenda/log-lines.ts';
import { logKinds, logKindWords } from '../../../shared/audit/events.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { DateField } from '../../ui/date-field.tsx';
import { FilterMenu, filterWords } from '../../ui/filter-menu.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './log.module.css';
import { daysOf, periods, periodWords, type Period } from './period.ts';

const kindOptions = logKinds.map((kind) => ({ value: kind, label: logKindWords[kind] }));

/** What of the log is shown, and what can be done with it. */
export function LogToolbar({ filter, period, today, writers, people, field, narrowed, onFilter, onPeriod, onClear, onDown, onVerify, onExport }: {
  readonly filter: LogFilter;
  readonly period: Period;
  readonly today: CivilDate;
  readonly writers: readonly string[];
  readonly people: readonly { readonly value: string; readonly label: string }[];
  readonly field: RefObject<HTMLInputElement | null>;
  readonly narrowed: boolean;
  readonly onFilter: (filter: Partial<LogFilter>) => void;
  readonly onPeriod: (period: Period) => void;
  readonly onClear: () => void;
  /** Down from the filter, into the list. */
  readonly onDown: () => void;
  readonly onVerify: () => void;
  readonly onExport: (format: 'csv' | 'xlsx' | 'json') => void;
}) {
  const who = [...writers.map((name) => ({ value: name, label: name })), { value: '', label: 'Nobody named' }];
  const medical = filter.kinds.length === 1 && filter.kinds[0] === 'medical-opening';
  const toList = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onDown();
  };
  return (
    <div className={styles.toolbar}>
      <TextInput ref={field} aria-label="Filter the log" placeholder="What, why, who, number" leftSection={<IconSearch size={14} stroke={1.6} />} rightSection={<Kbd>/</Kbd>} w={210} value={filter.words} onChange={(event) => onFilter({ words: event.currentTarget.value })} onKeyDown={toList} />
      <Select
        aria-label="Period"
        w={158}
        allowDeselect={false}
        value={period}
        data={periods.map((value) => ({ value, label: periodWords[value] }))}
        onChange={(value) => {
          const chosen = periods.find((each) => each === value) ?? 'all';
          onPeriod(chosen);
          if (chosen !== 'between') onFilter(daysOf(chosen, today));
        }}
      />
      {period === 'between' && (
        <>
          <DateField aria-label="From, inclusive" placeholder="From" w={116} today={today} value={filter.from} onChange={(from) => onFilter({ from })} />
          <DateField aria-label="To, inclusive" placeholder="To" w={116} today={today} value={filter.to} onChange={(to) => onFilter({ to })} />
        </>
      )}
      <FilterMenu label="Kind" says={filterWords(filter.kinds, kindOptions)} options={kindOptions} chosen={filter.kinds} onChange={(chosen) => onFilter({ kinds: logKinds.filter((kind) => chosen.includes(kind)) })} />
      <FilterMenu label="Who" says={filterWords(filter.by, who)} options={who} chosen={filter.by} onChange={(by) => onFilter({ by })} />
      <Select aria-label="About a person" placeholder="About anybody" w={172} searchable clearable value={filter.personId} data={people} limit={100} nothingFoundMessage="Nobody of that name" onChange={(personId) => onFilter({ personId })} />
      <button type="button" className={styles.preset} aria-pressed={medical} onClick={() => onFilter({ kinds: medical ? [] : ['medical-opening'] })}>Medical openings</button>
      {narrowed && <Button variant="subtle" onClick={onClear}>Clear filters</Button>}
      <span className={styles.grow} />
      <Menu position="bottom-end" offset={4}>
        <Menu.Target><Button leftSection={<IconDownload size={14} stroke={1.6} />} rightSection={<IconChevronDown size={14} stroke={1.6} />}>Export</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onExport('csv')}>What is shown, as CSV</Menu.Item>
          <Menu.Item onClick={() => onExport('xlsx')}>What is shown, as a spreadsheet</Menu.Item>
          <Menu.Item onClick={() => onExport('json')}>The whole log, as JSON to verify elsewhere</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button variant="filled" leftSection={<IconShieldCheck size={14} stroke={1.6} />} rightSection={<Kbd onAccent>V</Kbd>} onClick={onVerify}>Verify log</Button>
    </div>
  );
}
