import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { monthOfWeek, plannedMeetings, type PlanCell, type PlanLine } from '../../../../shared/agenda/teams/month-plan.ts';
import { firstDayOf, fromDay, monthOf, plusMonths, type CivilMonth } from '../../../../shared/civil-date.ts';
import type { Team } from '../../../../shared/model/agency.ts';
import { meetingModeWords, type MeetingMode } from '../../../../shared/model/agency-records/team.ts';
import { countOf, dateWords, longMonthWords } from '../../../../shared/wording.ts';
import { commitErrorWords } from '../../../session/commit-words.ts';
import { useSession } from '../../../session/session.tsx';
import { useUndoToast } from '../../../session/use-undo-toast.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { navigate } from '../../../ui/navigate.ts';
import { Slot } from '../../../ui/slots.tsx';
import { CellDialog } from './cell-dialog.tsx';
import { MonthPlanGrid } from './month-plan-grid.tsx';
import { canMark, markOf, refusalOf, shiftedDay, type Mark, type Marks } from './marks.ts';
import { useMonthPlan } from './use-month-plan.ts';
import styles from './teams.module.css';

const next = (month: CivilMonth, by: number): CivilMonth => monthOf(fromDay(plusMonths(firstDayOf(month), by)));

/** A month of meetings of a team: every expected one is a cell, marked by a letter; all that was marked is recorded at once. */
export function MonthEntry({ team }: { readonly team: Team }) {
  const { today, canRecord, commit, newId, now } = useSession();
  // The week that runs may belong to the next month already.
  const newest = monthOfWeek(today);
  const [month, setMonth] = useState<CivilMonth>(newest);
  const [marks, setMarks] = useState<Marks>(new Map());
  const [place, setPlace] = useState({ row: 0, column: 0 });
  const [edited, setEdited] = useState<{ readonly line: PlanLine; readonly cell: PlanCell } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const writing = useRef(false);
  const plan = useMonthPlan(team, month);
  const { canUndo, undoLast, recorded } = useUndoToast('The meetings were taken back.');

  const all = useMemo(() => plan.lines.flatMap((line) => line.cells.map((cell) => ({ line, cell }))), [plan]);
  const open = all.filter(({ cell }) => canMark(cell));
  const marked = open.flatMap(({ line, cell }) => {
    const mark = marks.get(cell.key);
    return mark === undefined ? [] : [{ line, cell, mark }];
  });
  // What is owed once a quarter may be held in any of its months: it is marked by itself.
  const usual = open.filter(({ line }) => line.every !== 'quarter').map(({ cell }) => cell);
  const elsewhere = marks.size - marked.length;
  const here = plan.lines[place.row]?.cells[Math.min(place.column, (plan.lines[place.row]?.cells.length ?? 1) - 1)] ?? null;
  const refusals = marked.flatMap(({ line, cell, mark }) => refusalOf(line, cell, mark, marks) ?? []);

  const change = (cells: readonly PlanCell[], mark: (cell: PlanCell) => Mark | null): void => {
    if (!canRecord) return;
    setProblem(null);
    setMarks((before) => {
      const after = new Map(before);
      for (const cell of cells) {
        if (!canMark(cell)) continue;
        const made = mark(cell);
        if (made === null) after.delete(cell.key);
        else after.set(cell.key, made);
      }
      return after;
    });
  };
  const setMode = (cells: readonly PlanCell[], mode: MeetingMode): void => change(cells, (cell) => ({ ...markOf(cell, marks), mode }));
  const shift = (by: 1 | -1): void => {
    if (here !== null && marks.has(here.key)) change([here], (cell) => ({ ...markOf(cell, marks), on: shiftedDay(cell, markOf(cell, marks).on, by, today) }));
  };
  const turn = (by: 1 | -1): void => {
    const to = next(month, by);
    // Weeks and months still to come have nothing to enter.
    if (to > newest && to > monthOf(today)) return;
    setMonth(to);
    setPlace({ row: 0, column: 0 });
  };
  const record = async (): Promise<void> => {
    if (!canRecord || marked.length === 0 || writing.current) return;
    writing.current = true;
    const meetings = plannedMeetings(marked.map(({ line, mark }) => ({ line, ...mark })), team.id, newId, now());
    const said = `Recorded ${countOf(meetings.length, 'meeting')} of ${team.name}, ${longMonthWords(month)}`;
    const done = await commit(meetings.map((meeting) => ({ kind: 'add-agency-record', record: meeting })), said);
    writing.current = false;
    if (!done.ok) {
      setProblem(commitErrorWords(done.error));
      return;
    }
    // What was marked in another month waits there.
    setMarks((before) => new Map([...before].filter(([key]) => !marked.some(({ cell }) => cell.key === key))));
    recorded(done.value.logId, `${said}.`);
  };

  const whole = (): readonly PlanCell[] => plan.lines[place.row]?.cells ?? [];
  useKeys('Enter meetings', [
    { keys: 'I', does: 'Held in person', run: () => here !== null && setMode([here], 'in-person') },
    { keys: 'V', does: 'Held by video', run: () => here !== null && setMode([here], 'video') },
    { keys: 'T', does: 'Held by telephone', run: () => here !== null && setMode([here], 'telephone') },
    { keys: 'X', does: 'Not held: take the mark away', run: () => here !== null && change([here], () => null) },
    { keys: 'A', does: 'The whole line in person', run: () => setMode(whole(), 'in-person') },
    { keys: 'Shift+A', does: 'The whole month in person, but for what is owed once a quarter', run: () => setMode(usual, 'in-person') },
    { keys: '+', does: 'A day later', run: () => shift(1) },
    { keys: '-', does: 'A day earlier', run: () => shift(-1) },
    { keys: 'PageUp', does: 'The month before', run: () => turn(-1) },
    { keys: 'PageDown', does: 'The month after', run: () => turn(1) },
    { keys: 'Ctrl+Enter', does: 'Record what is marked', run: () => void record() },
    { keys: 'Ctrl+Z', does: 'Take back what was just recorded', run: () => canUndo && undoLast() },
  ]);

  return (
    <div className={styles.entry}>
      <div className={styles.toolbar}>
        <Button aria-label="The month before" px={6} onClick={() => turn(-1)}><IconChevronLeft size={16} /></Button>
        <h2 className={styles.month} aria-live="polite">{longMonthWords(month)}</h2>
        <Button aria-label="The month after" px={6} disabled={month >= newest && month >= monthOf(today)} onClick={() => turn(1)}><IconChevronRight size={16} /></Button>
        <span className={styles.grow} />
        <span className={styles.facts} aria-live="polite">{marked.length === 0 ? `${countOf(open.length, 'meeting')} to mark${elsewhere > 0 ? ` · ${elsewhere} marked in other months` : ''}` : `${marked.length} of ${open.length} marked, not yet recorded${elsewhere > 0 ? ` · ${elsewhere} in other months` : ''}`}</span>
        <Button disabled={!canRecord || usual.length === 0} title="What is owed once a quarter is marked by itself" onClick={() => setMode(usual, 'in-person')} rightSection={<Kbd>⇧A</Kbd>}>All in person</Button>
        <WriteButton variant="filled" shortcut="Ctrl ⏎" disabled={marked.length === 0} onClick={() => void record()}>{marked.length === 0 ? 'Record meetings' : `Record ${countOf(marked.length, 'meeting')}`}</WriteButton>
      </div>
      {plan.lines.length === 0 ? (
        <EmptyState action={<Button onClick={() => navigate(`/agency/teams/staff?team=${encodeURIComponent(team.id)}`)}>Open Staff</Button>}>
          No meeting is expected of this team in {longMonthWords(month)}: nobody works in it, or its packs ask for none.
        </EmptyState>
      ) : (
        <MonthPlanGrid plan={plan} marks={marks} place={place} onPlace={setPlace} onOpen={(line, cell) => canRecord && canMark(cell) && setEdited({ line, cell })} />
      )}
      <div className={styles.below}>
        {problem !== null && <p role="alert" className={styles.problem}>{problem}</p>}
        {[...new Set(refusals)].map((words) => <p key={words} className={styles.refusal}>{words}</p>)}
        {here !== null && (
          <p className={styles.facts}>
            {here.logged.length > 0
              ? `On file: ${here.logged.map((each) => `${dateWords(each.heldOn)}, ${meetingModeWords[each.mode].toLowerCase()}`).join('; ')}.`
              : here.ahead ? `Usually ${dateWords(here.on)}, which is still to come.` : `${dateWords(markOf(here, marks).on)}, with ${countOf(markOf(here, marks).personIds.length, 'person', 'people')}. Enter changes the day and who was there.`}
          </p>
        )}
      </div>
      <Slot name="keys"><Kbd>I</Kbd> <span>in person</span> <Kbd>V</Kbd> <span>video</span> <Kbd>T</Kbd> <span>telephone</span> <Kbd>X</Kbd> <span>not held</span> <Kbd>A</Kbd> <span>line</span> <Kbd>?</Kbd> <span>all keys</span></Slot>
      {edited !== null && (
        <CellDialog
          team={team}
          line={edited.line}
          cell={edited.cell}
          mark={markOf(edited.cell, marks)}
          onClose={() => setEdited(null)}
          onMark={(mark) => {
            change([edited.cell], () => mark);
            setEdited(null);
          }}
        />
      )}
    </div>
  );
}
