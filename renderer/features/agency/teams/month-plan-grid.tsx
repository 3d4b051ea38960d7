import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { MonthPlan, PlanCell, PlanLine } from '../../../../shared/agenda/teams/month-plan.ts';
import { meetingModeWords } from '../../../../shared/model/agency-records/team.ts';
import { toDay, weekdayOf, type CivilDate } from '../../../../shared/civil-date.ts';
import { dateWords, monthWords } from '../../../../shared/wording.ts';
import { cx } from '../../../ui/cx.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { movedBy, type GridPlace } from '../../../ui/grid-keys.ts';
import { canMark, markOf, type Marks } from './marks.ts';
import styles from './teams.module.css';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const dayWords = (date: CivilDate): string => `${weekdays[weekdayOf(toDay(date)) - 1] ?? ''} ${String(Number(date.slice(8)))}`;
const once: Readonly<Record<PlanLine['every'], string>> = { week: '', month: 'Once in the month', quarter: 'Once in the quarter' };

/** Lines of expected meetings by the weeks of a month; what is due once a month or quarter is one wide cell. Arrows move, letters mark. */
export function MonthPlanGrid({ plan, marks, place, onPlace, onOpen }: {
  readonly plan: MonthPlan;
  readonly marks: Marks;
  readonly place: GridPlace;
  readonly onPlace: (place: GridPlace) => void;
  readonly onOpen: (line: PlanLine, cell: PlanCell) => void;
}) {
  const table = useRef<HTMLTableElement>(null);
  const cellsOf = (row: number): readonly PlanCell[] => plan.lines[row]?.cells ?? [];
  const columnIn = (row: number, column: number): number => Math.max(0, Math.min(column, cellsOf(row).length - 1));
  const row = Math.min(place.row, plan.lines.length - 1);
  const column = columnIn(row, place.column);

  const cellAt = (at: GridPlace): HTMLElement | null => table.current?.querySelector<HTMLElement>(`[data-place="${at.row}:${at.column}"]`) ?? null;
  // The first cell takes the keyboard when a month is shown, unless somebody is at something else.
  useEffect(() => {
    if (document.activeElement === document.body) cellAt({ row: 0, column: 0 })?.focus();
  }, [plan.month]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      const cell = cellsOf(row)[column];
      const line = plan.lines[row];
      if (cell === undefined || line === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      onOpen(line, cell);
      return;
    }
    if (event.key === 'PageUp' || event.key === 'PageDown') return;
    const moved = movedBy(event.nativeEvent, { row, column }, { rows: plan.lines.length, columns: Math.max(1, plan.weeks.length), page: 1 });
    if (moved === null) return;
    event.preventDefault();
    event.stopPropagation();
    const to = { row: moved.row, column: columnIn(moved.row, moved.column) };
    onPlace(to);
    cellAt(to)?.focus();
  };

  return (
    <div className={styles.gridFrame}>
      <table ref={table} role="grid" aria-label="Expected meetings of the month" className={styles.grid} onKeyDown={onKeyDown}>
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">Meeting</th>
            {plan.weeks.map((week) => <th key={week.period} role="columnheader" scope="col">{`Week of ${dateWords(week.period as CivilDate).replace(/ \d{4}$/, '')}`}</th>)}
          </tr>
        </thead>
        <tbody>
          {plan.lines.map((line, at) => (
            <tr key={line.key} role="row">
              <th role="rowheader" scope="row">{line.label}{once[line.every] !== '' && <span>{once[line.every]}</span>}</th>
              {columnsOf(plan, line).map(({ cell, index, span, key }) => (
                cell === null ? <td key={key} role="gridcell" aria-label="Not owed" /> : (
                  <td
                    key={key}
                    role="gridcell"
                    colSpan={span}
                    data-place={`${at}:${index}`}
                    tabIndex={at === row && index === column ? 0 : -1}
                    aria-label={nameOf(line, cell, marks)}
                    className={cx(styles.cell, marks.has(cell.key) && styles.marked, !canMark(cell) && styles.fixed)}
                    onFocus={() => onPlace({ row: at, column: index })}
                    onClick={() => onPlace({ row: at, column: index })}
                    onDoubleClick={() => onOpen(line, cell)}
                  >
                    <CellFace cell={cell} marks={marks} />
                  </td>
                )
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Place = { readonly cell: PlanCell | null; readonly index: number; readonly span: number; readonly key: string };

/** The cells of a line under their weeks; weeks nobody owes stay empty. */
function columnsOf(plan: MonthPlan, line: PlanLine): readonly Place[] {
  if (line.every !== 'week') return line.cells.map((cell, index) => ({ cell, index, span: plan.weeks.length, key: cell.key }));
  return plan.weeks.map((week) => {
    const index = line.cells.findIndex((cell) => cell.span.period === week.period);
    return { cell: line.cells[index] ?? null, index, span: 1, key: week.period };
  });
}

function CellFace({ cell, marks }: { readonly cell: PlanCell; readonly marks: Marks }) {
  const [logged] = cell.logged;
  if (logged !== undefined) {
    return <span className={styles.face}><Glyph name="tick" /><b>{dayWords(logged.heldOn)}{logged.heldOn.slice(0, 7) === cell.on.slice(0, 7) ? '' : ` ${monthWords(logged.heldOn).slice(0, 3)}`}</b> <span>{meetingModeWords[logged.mode]}{cell.logged.length > 1 ? ` +${cell.logged.length - 1}` : ''}</span></span>;
  }
  const mark = marks.get(cell.key);
  if (mark !== undefined) return <span className={styles.face}><Glyph name="half-circle" /><b>{dayWords(mark.on)}</b> <span>{meetingModeWords[mark.mode]} · {mark.personIds.length}</span></span>;
  return <span className={styles.face}><Glyph name={cell.ahead ? 'dash' : 'circle'} /><b>{dayWords(cell.on)}</b> <span>{cell.ahead ? 'to come' : ''}</span></span>;
}

function nameOf(line: PlanLine, cell: PlanCell, marks: Marks): string {
  const [logged] = cell.logged;
  if (logged !== undefined) return `On file. ${line.label}, ${dateWords(logged.heldOn)}, ${meetingModeWords[logged.mode]}.`;
  if (cell.ahead) return `To come. ${line.label}, usually ${dateWords(cell.on)}.`;
  const mark = markOf(cell, marks);
  return marks.has(cell.key)
    ? `Marked: ${meetingModeWords[mark.mode]}. ${line.label}, ${dateWords(mark.on)}, ${String(mark.personIds.length)} there.`
    : `Not marked. ${line.label}, usually ${dateWords(cell.on)}.`;
}
