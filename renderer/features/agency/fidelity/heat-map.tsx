import { Button } from '@mantine/core';
import { Fragment, useRef, useState, type KeyboardEvent } from 'react';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import { categoryFacts, categoryOf, confirmedName, itemName, scaleItems, type ScaleNames } from '../../../../shared/rules/agency/fidelity/scale.ts';
import { dateWords, distanceWords, monthWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { cx } from '../../../ui/cx.ts';
import { movedBy, type GridPlace } from '../../../ui/grid-keys.ts';
import { Panel } from '../../../ui/panel.tsx';
import type { KnownReview } from './use-fidelity.ts';
import styles from './fidelity.module.css';

type Column = { readonly id: string; readonly on: CivilDate; readonly self: boolean; readonly draft: boolean; readonly scores: ReadonlyMap<number, { readonly score: number; readonly note?: string | undefined }> };

/** The most recent reviews with items that fit beside each other, oldest first. */
const most = 8;

/** Items down, reviews across: a shade and the figure in each cell; arrows move, and the line above says what the cell is. */
export function HeatMap({ reviews, names, onNames }: { readonly reviews: readonly KnownReview[]; readonly names: ScaleNames; readonly onNames: () => void }) {
  const { asOf } = useSession();
  const [at, setAt] = useState<GridPlace | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const columns = reviews
    .flatMap(({ record, facts, on }): Column[] =>
      on === null || on > asOf || record.scores === undefined || record.scores.length === 0 || (record.review === 'external' && facts.total === null)
        ? []
        : [{ id: record.id, on, self: record.review === 'self-evaluation', draft: facts.stage === 'drafted', scores: new Map(record.scores.map((row) => [row.item, row])) }])
    .slice(0, most)
    .toReversed();
  if (columns.length === 0) return null;
  const place: GridPlace = at === null || at.column >= columns.length ? { row: 0, column: columns.length - 1 } : at;
  const go = (event: KeyboardEvent): void => {
    const next = movedBy(event, place, { rows: scaleItems.length, columns: columns.length, page: 8 });
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${String(next.row)}-${String(next.column)}"]`)?.focus();
  };
  const said = (item: number, column: Column): string => {
    const cell = column.scores.get(item);
    const before = columns[columns.indexOf(column) - 1]?.scores.get(item)?.score;
    const moved = cell === undefined || before === undefined || before === cell.score ? '' : `, ${String(before)} before`;
    return `${itemName(item, names)}, ${column.self ? 'self-evaluation' : column.draft ? 'draft' : 'review'} of ${dateWords(column.on)} · ${distanceWords(column.on, asOf)}: ${cell === undefined ? 'not rated' : `${String(cell.score)}${moved}`}${cell?.note === undefined || cell.note === '' ? '' : `. ${cell.note}`}`;
  };
  const shown = columns[place.column];
  const open = scaleItems.filter((item) => confirmedName(item, names) === null).length;
  return (
    <Panel title="Items" aside={columns.length < reviews.length ? `Last ${String(columns.length)} with items` : undefined}>
      {open > 0 && (
        <div className={styles.namesHint}>
          <span>{`The names of ${String(open)} items wait to be compared with the published scale.`}</span>
          <Button size="compact-xs" onClick={onNames}>Confirm item names</Button>
        </div>
      )}
      <p className={styles.cellWords} aria-hidden="true">{shown === undefined ? '' : said(place.row + 1, shown)}</p>
      <table ref={grid} role="grid" aria-label="Items by review" className={styles.heat} onKeyDown={go}>
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col"><span className="sr-only">Item</span></th>
            {columns.map((column) => (
              <th key={column.id} role="columnheader" scope="col" title={dateWords(column.on)}>
                <span className="sr-only">{dateWords(column.on)}</span>
                <span aria-hidden="true">{monthWords(column.on).slice(0, 3)}<br />{column.self ? 'self' : monthWords(column.on).slice(4)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scaleItems.map((item, row) => (
            <Fragment key={item}>
              {item === categoryFacts[categoryOf(item)].first && (
                <tr role="row" className={styles.category}><th role="rowheader" colSpan={columns.length + 1} scope="colgroup">{categoryFacts[categoryOf(item)].title}</th></tr>
              )}
              <tr role="row">
                <th role="rowheader" scope="row" title={itemName(item, names)}><span className={styles.itemNumber}>{item}</span>{confirmedName(item, names) ?? <span className={styles.unnamed}>name: agency to confirm</span>}</th>
                {columns.map((column, index) => {
                  const score = column.scores.get(item)?.score;
                  const noted = (column.scores.get(item)?.note ?? '') !== '';
                  return (
                    <td
                      key={column.id}
                      role="gridcell"
                      data-cell={`${String(row)}-${String(index)}`}
                      tabIndex={place.row === row && place.column === index ? 0 : -1}
                      aria-label={said(item, column)}
                      className={cx(styles.heatCell, score !== undefined && styles[`s${String(score)}`], noted && styles.noted)}
                      onFocus={() => { setAt({ row, column: index }); }}
                      onMouseEnter={() => { setAt({ row, column: index }); }}
                    >
                      {score ?? '–'}
                    </td>
                  );
                })}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className={styles.legend}><span aria-hidden="true">{[1, 2, 3, 4, 5].map((score) => <i key={score} className={styles[`s${String(score)}`]}>{score}</i>)}</span> the stronger the shade, the lower; a corner marks a note</p>
    </Panel>
  );
}
