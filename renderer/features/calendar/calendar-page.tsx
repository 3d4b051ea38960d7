import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconCalendarDown, IconChevronLeft, IconChevronRight, IconFilter } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { deadlineAreas, deadlineAreaWords, type DeadlineArea } from '../../../shared/agenda/deadlines/deadline.ts';
import { fromDay, isCivilDate, monthOf, plusMonths, startOfMonth, toDay, type CivilDate } from '../../../shared/civil-date.ts';
import { countOf, dateWords, distanceWords, longMonthWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { useDeadlines } from '../../session/use-deadlines.ts';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterMenu, filterWords } from '../../ui/filter-menu.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { AgendaView } from './agenda-view.tsx';
import { filtered, isFiltered, noFilter, teamsOf, type CalendarFilter } from './calendar-model.ts';
import { DayPanel } from './day-panel.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { MonthView } from './month-view.tsx';
import styles from './calendar.module.css';

/** Every deadline of people, exclusion checks and the agency: a month at a time, or one below the other. */
export function CalendarPage() {
  const { file, asOf } = useSession();
  const { query } = useRoute();
  const all = useDeadlines();
  const asked = query.get('day') ?? '';
  const day: CivilDate = isCivilDate(asked) ? asked : asOf;
  const view = query.get('view') === 'agenda' ? 'agenda' : 'month';
  const [filter, setFilter] = useState<CalendarFilter>(noFilter);
  const [isOverdueShown, setIsOverdueShown] = useState(false);
  const [isExporting, setIsExporting] = useState(false);
  // The focus follows a key, never a click: a click has put it where it belongs already.
  const [focused, setFocused] = useState(0);
  const [entered, setEntered] = useState(0);
  const field = useRef<HTMLInputElement>(null);

  const teamsFor = useMemo(() => teamsOf(file, asOf), [file, asOf]);
  const deadlines = useMemo(() => filtered(all, filter, teamsFor), [all, filter, teamsFor]);
  const overdue = useMemo(() => deadlines.filter((deadline) => deadline.on < asOf), [deadlines, asOf]);
  const ofDay = useMemo(() => deadlines.filter((deadline) => deadline.on === day), [deadlines, day]);
  const [oldest] = overdue;

  const goTo = (next: CivilDate, how: 'month' | 'agenda' = view): void => {
    setIsOverdueShown(false);
    navigate(`/calendar?${new URLSearchParams({ ...(how === 'agenda' ? { view: how } : {}), ...(next === asOf ? {} : { day: next }) })}`.replace(/\?$/, ''), 'replace');
  };
  const choose = (next: CivilDate, byKey: boolean): void => {
    goTo(next);
    if (byKey) setFocused((count) => count + 1);
  };
  const turn = (months: number): void => goTo(fromDay(plusMonths(startOfMonth(toDay(day)), months)));
  const showOverdue = (): void => {
    setIsOverdueShown(true);
    setEntered((count) => count + 1);
  };

  useKeys('Calendar', [
    { keys: '/', does: 'Filter the deadlines', run: () => field.current?.focus() },
    { keys: 'M', does: 'Month', run: () => goTo(day, 'month') },
    { keys: 'A', does: 'Agenda', run: () => goTo(day, 'agenda') },
    { keys: 'T', does: 'Today', run: () => goTo(asOf) },
    { keys: 'Ctrl+E', does: 'Export as iCalendar', inFields: true, run: () => setIsExporting(true) },
    ...(isFiltered(filter) ? [{ keys: 'Escape', does: 'Clear the filters', inFields: true, run: () => setFilter(noFilter) }] : []),
  ]);

  const month = longMonthWords(monthOf(day));
  const inMonth = deadlines.filter((deadline) => monthOf(deadline.on) === monthOf(day)).length;
  const teams = (file.teams ?? []).map((team) => ({ value: team.id, label: team.name }));
  const sites = (file.sites ?? []).map((site) => ({ value: site.id, label: site.name }));
  const areas = deadlineAreas.map((area) => ({ value: area, label: deadlineAreaWords[area] }));
  return (
    <div className={styles.page}>
      <Slot name="subtitle">{`${file.agency.name} · ${countOf(deadlines.length, 'deadline')}`}</Slot>
      <div className={styles.toolbar} role="toolbar" aria-label="Calendar">
        {view === 'month' && (
          <>
            <ActionIcon aria-label="Previous month" onClick={() => turn(-1)}><IconChevronLeft size={16} stroke={1.6} /></ActionIcon>
            <ActionIcon aria-label="Next month" onClick={() => turn(1)}><IconChevronRight size={16} stroke={1.6} /></ActionIcon>
            <Button onClick={() => goTo(asOf)} disabled={day === asOf}>Today</Button>
            <h2 className={styles.month} aria-live="polite">{month}<span>{inMonth === 0 ? 'no deadlines' : countOf(inMonth, 'deadline')}</span></h2>
          </>
        )}
        {view === 'agenda' && <h2 className={styles.month}>Agenda<span>{`from ${dateWords(asOf)}`}</span></h2>}
        <span className={styles.spacer} />
        <TextInput
          ref={field}
          w={150}
          aria-label="Filter by name or requirement"
          placeholder="Filter"
          leftSection={<IconFilter size={14} stroke={1.6} />}
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
        />
        <FilterMenu label="Area" says={filterWords(filter.areas, areas)} options={areas} chosen={filter.areas} onChange={(chosen) => setFilter({ ...filter, areas: chosen as readonly DeadlineArea[] })} />
        {teams.length > 1 && <FilterMenu label="Team" says={filterWords(filter.teams, teams)} options={teams} chosen={filter.teams} onChange={(chosen) => setFilter({ ...filter, teams: chosen })} />}
        {sites.length > 1 && <FilterMenu label="Site" says={filterWords(filter.sites, sites)} options={sites} chosen={filter.sites} onChange={(chosen) => setFilter({ ...filter, sites: chosen })} />}
        <SegmentedControl
          aria-label="View"
          value={view}
          onChange={(value) => goTo(day, value === 'agenda' ? 'agenda' : 'month')}
          data={[{ value: 'month', label: 'Month' }, { value: 'agenda', label: 'Agenda' }]}
        />
        <Button leftSection={<IconCalendarDown size={14} stroke={1.6} />} onClick={() => setIsExporting(true)}>Export .ics</Button>
      </div>
      {view === 'month' && oldest !== undefined && (
        <button type="button" className={cx(styles.overdue, isOverdueShown && styles.overdueOn)} aria-pressed={isOverdueShown} onClick={showOverdue}>
          <Glyph name="triangle" />
          <b>{`${overdue.length} overdue`}</b>
          <span>{`the oldest since ${dateWords(oldest.on)}, ${distanceWords(oldest.on, asOf)}`}</span>
          <em>Show the list</em>
        </button>
      )}
      {deadlines.length === 0 ? (
        <EmptyState {...(isFiltered(filter) ? { action: <Button onClick={() => setFilter(noFilter)}>Clear the filters</Button> } : {})}>
          {isFiltered(filter) ? `None of the ${countOf(all.length, 'deadline')} passes the filters.` : 'There are no deadlines yet. They come with people, papers and teams.'}
        </EmptyState>
      ) : view === 'agenda' ? (
        <AgendaView deadlines={deadlines} asOf={asOf} />
      ) : (
        <div className={styles.body}>
          <MonthView deadlines={deadlines} day={day} asOf={asOf} title={`Deadlines of ${month}`} focused={focused} onDay={choose} onEnter={() => { setIsOverdueShown(false); setEntered((count) => count + 1); }} />
          <DayPanel day={isOverdueShown ? null : day} deadlines={isOverdueShown ? overdue : ofDay} next={isOverdueShown || ofDay.length > 0 ? null : (deadlines.find((deadline) => deadline.on > day)?.on ?? null)} onNext={(next) => goTo(next)} entered={entered} onLeave={() => { setIsOverdueShown(false); setFocused((count) => count + 1); }} />
        </div>
      )}
      <Slot name="keys">{view === 'month' && <><Kbd>←</Kbd><Kbd>→</Kbd> day <Kbd>PgUp</Kbd><Kbd>PgDn</Kbd> month <Kbd>Enter</Kbd> the day’s list</>}</Slot>
      {isExporting && <ExportDialog deadlines={all} onClose={() => setIsExporting(false)} />}
    </div>
  );
}
