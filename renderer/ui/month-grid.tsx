import { Tooltip } from '@mantine/core';
import { Glyph, type GlyphName } from './glyph.tsx';
import type { MarkFamily } from './status-mark.tsx';
import { cx } from './cx.ts';
import styles from './month-grid.module.css';

export type MonthCell = {
  /** `2026-03` */
  readonly month: string;
  readonly family: MarkFamily | null;
  readonly glyph: GlyphName;
  /** What a reader hears and the tooltip says: "August 2025, OIG LEIE: Gap". */
  readonly label: string;
};

export type MonthRow = { readonly year: number; readonly rowLabel: string; readonly cells: readonly MonthCell[] };

const letters = ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'] as const;
const names = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** Years by lists, twelve months each, a shape in every month that was judged; months not judged are outlined and empty. */
export function MonthGrid({ rows, label }: { readonly rows: readonly MonthRow[]; readonly label: string }) {
  return (
    <table className={styles.grid} aria-label={label}>
      <thead>
        <tr>
          <th scope="col"><span className="sr-only">Year</span></th>
          <th scope="col"><span className="sr-only">List</span></th>
          {letters.map((letter, index) => (
            <th key={names[index]} scope="col" className={styles.month} abbr={names[index]}>
              {letter}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${row.year}-${row.rowLabel}`}>
            {rows[index - 1]?.year === row.year ? null : (
              <th scope="rowgroup" rowSpan={rows.filter((each) => each.year === row.year).length} className={styles.year}>
                {row.year}
              </th>
            )}
            <th scope="row" className={styles.row}>{row.rowLabel}</th>
            {letters.map((_, month) => (
              <Month key={names[month]} cell={row.cells.find((each) => Number(each.month.slice(5, 7)) === month + 1)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Month({ cell }: { readonly cell: MonthCell | undefined }) {
  if (cell === undefined) return <td className={styles.empty}><span className="sr-only">not judged</span></td>;
  return (
    <Tooltip label={cell.label}>
      <td className={cx(styles.cell, styles[cell.family ?? 'none'])}>
        <Glyph name={cell.glyph} />
        <span className="sr-only">{cell.label}</span>
      </td>
    </Tooltip>
  );
}
