import { Fragment, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './grouped-list.module.css';

export type ListColumn<Row> = {
  readonly key: string;
  readonly title: string;
  /** A CSS width; the column takes what is left where absent. */
  readonly width?: string;
  readonly end?: true;
  readonly cell: (row: Row) => ReactNode;
};

export type ListGroup<Row> = {
  readonly key: string;
  /** A line above the group where a new part of the list begins: a team, the agency. */
  readonly part?: ReactNode;
  readonly title: string;
  readonly rows: readonly Row[];
};

/**
 * Rows under their groups, one of them chosen: arrow keys move it, Enter opens it. The first column names the row. The list is one stop of
 * the Tab key.
 */
export function GroupedList<Row>({ label, columns, groups, rowKey, selected, reveal = false, onSelect, onOpen }: {
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly groups: readonly ListGroup<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly selected: string | null;
  /** Brings the chosen row into view when the list is first shown, too: for a link that names it. */
  readonly reveal?: boolean;
  readonly onSelect: (key: string) => void;
  readonly onOpen?: () => void;
}) {
  const table = useRef<HTMLTableElement>(null);
  const keys = groups.flatMap((group) => group.rows.map(rowKey));
  const first = keys[0] ?? null;
  const chosen = selected !== null && keys.includes(selected) ? selected : null;

  const seen = useRef(reveal ? null : chosen);
  useEffect(() => {
    if (seen.current === chosen) return;
    seen.current = chosen;
    table.current?.querySelector<HTMLElement>('tr[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = chosen === null ? -1 : keys.indexOf(chosen);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: keys.length - 1 }[event.key];
    if (next === undefined) {
      // A button inside a row keeps its own Enter.
      if (event.key !== 'Enter' || onOpen === undefined || !(event.target instanceof HTMLTableRowElement)) return;
      event.preventDefault();
      onOpen();
      return;
    }
    event.preventDefault();
    const key = keys[Math.min(keys.length - 1, Math.max(0, next))];
    if (key === undefined) return;
    onSelect(key);
    table.current?.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(key)}"]`)?.focus();
  };

  return (
    <table ref={table} className={styles.list} role="grid" aria-label={label} onKeyDown={onKeyDown}>
      <colgroup>{columns.map((column) => <col key={column.key} {...(column.width === undefined ? {} : { style: { width: column.width } })} />)}</colgroup>
      <thead>
        <tr>{columns.map((column) => <th key={column.key} scope="col" className={cx(column.end && styles.end)}>{column.title}</th>)}</tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key}>
          {group.part !== undefined && <tr className={styles.part}><th scope="rowgroup" colSpan={columns.length}>{group.part}</th></tr>}
          <tr className={styles.group}><th scope="rowgroup" colSpan={columns.length}>{group.title}</th></tr>
          {group.rows.map((row) => {
            const key = rowKey(row);
            const isChosen = key === chosen;
            return (
              <tr
                key={key}
                data-key={key}
                className={cx(styles.row, isChosen && styles.selected)}
                aria-selected={isChosen}
                tabIndex={isChosen || (chosen === null && key === first) ? 0 : -1}
                onClick={() => onSelect(key)}
                onFocus={(event) => {
                  if (!isChosen && event.target === event.currentTarget) onSelect(key);
                }}
              >
                {columns.map((column, at) => (
                  <Fragment key={column.key}>
                    {at === 0 ? <th scope="row">{column.cell(row)}</th> : <td className={cx(column.end && styles.end)}>{column.cell(row)}</td>}
                  </Fragment>
                ))}
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
