import { useMemo, type CSSProperties, type Ref } from 'react';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { groupWords, type RequirementInfo } from '../../../shared/rules/requirement.ts';
import { cx } from '../../ui/cx.ts';
import type { GridPlace } from '../../ui/grid-keys.ts';
import { useSheetGrid, type GridHandle } from '../../ui/sheet-grid/use-sheet-grid.ts';
import { CellTip } from '../../ui/cell-tip.tsx';
import type { CellWidth } from './cell-text.ts';
import { failingIn, type MatrixRow } from './matrix-model.ts';
import { RowView } from './matrix-row.tsx';
import styles from './matrix-grid.module.css';

type Props = {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly RequirementInfo[];
  readonly asOf: CivilDate;
  readonly width: CellWidth;
  readonly cellWidth: string;
  readonly rowHeight: number;
  readonly sortWords: string;
  /** Column 0 is the name. */
  readonly place: GridPlace;
  readonly explaining: boolean;
  readonly onMove: (place: GridPlace) => void;
  /** Enter or a click on a cell. */
  readonly onOpen: (place: GridPlace) => void;
  readonly onCopy: () => void;
  readonly handle: Ref<GridHandle>;
};

/** Lines kept ready above and below what is seen: a fast wheel never meets an empty one. */
const overscan = 24;

/** People by requirements: one grid with a roving Tab stop, sticky heads and names, only the lines near the view in the page. */
export function MatrixGrid({ rows, columns, asOf, width, cellWidth, rowHeight, sortWords, place, explaining, onMove, onOpen, onCopy, handle }: Props) {
  const { scroller, virtual, scrollerProps } = useSheetGrid({
    rows: rows.length, columns: columns.length + 1, rowHeight, headHeight, overscan, keyOf: (index) => rows[index]?.key ?? index,
    place, opened: explaining, width: cellWidth, onMove, onOpen, onCopy, handle,
  });
  const groups = useMemo(() => groupsOf(columns), [columns]);
  const groupStarts = useMemo(() => new Set(groups.map((group) => group.start)), [groups]);
  const failing = useMemo(() => columns.map((column) => failingIn(rows, column)), [rows, columns]);

  const template = `var(--name-width) repeat(${columns.length}, ${cellWidth})`;
  const explained = explaining && place.column > 0 ? place.column : null;

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label="Standing of every person on every requirement"
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 1}
      className={cx(styles.scroller, width === 'narrow' && styles.narrow, explaining && styles.explaining)}
      {...scrollerProps}
      style={{ '--template': template, '--row-height': `${rowHeight}px` } as CSSProperties}
    >
      <div role="presentation" className={styles.inner}>
        <div role="presentation" className={styles.heads}>
          <div role="row" aria-rowindex={1} className={styles.groups}>
            <div role="columnheader" aria-colindex={1} className={styles.corner}><span className="sr-only">Group</span></div>
            {groups.map((group) => (
              <div
                key={group.start}
                role="columnheader"
                aria-colindex={group.start + 2}
                aria-colspan={group.count}
                className={styles.group}
                style={{ gridColumn: `${group.start + 2} / span ${group.count}` }}
              >
                {group.words}
              </div>
            ))}
          </div>
          <div role="row" aria-rowindex={2} className={styles.columns}>
            <div role="columnheader" aria-colindex={1} className={cx(styles.corner, styles.cornerText)}>{`Person · ${sortWords}`}</div>
            {columns.map((column, index) => (
              <div
                key={column.id}
                role="columnheader"
                aria-colindex={index + 2}
                title={`${column.title}. ${column.windowWords}`}
                className={cx(styles.head, groupStarts.has(index) && styles.groupStart, explained === index + 1 && styles.headExplained)}
              >
                <span className={styles.short}>{column.short}</span>
                <span className={styles.failing}>
                  {failing[index] === 0 ? '' : failing[index]}
                  {failing[index] !== 0 && <span className="sr-only"> not compliant</span>}
                </span>
              </div>
            ))}
          </div>
        </div>
        <div role="presentation" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <RowView
                key={row.key}
                row={row}
                columns={columns}
                groupStarts={groupStarts}
                width={width}
                asOf={asOf}
                index={item.index}
                start={item.start}
                height={rowHeight}
                tabStop={item.index === place.row ? place.column : null}
                explained={item.index === place.row ? explained : null}
              />
            );
          })}
        </div>
      </div>
      <CellTip scroller={scroller} />
    </div>
  );
}

/** Group row and column heads, in pixels; the style sheet says the same. */
const headHeight = 70;

type Group = { readonly words: string; readonly start: number; readonly count: number };

function groupsOf(columns: readonly RequirementInfo[]): readonly Group[] {
  const groups: Group[] = [];
  columns.forEach((column, index) => {
    const last = groups.at(-1);
    const words = groupWords[column.group];
    if (last?.words === words) groups[groups.length - 1] = { ...last, count: last.count + 1 };
    else groups.push({ words, start: index, count: 1 });
  });
  return groups;
}
