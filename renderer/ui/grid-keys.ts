/** A place in a grid: row and column, counted from 0. */
export type GridPlace = { readonly row: number; readonly column: number };
export type GridSize = { readonly rows: number; readonly columns: number; /** Rows a page holds. */ readonly page: number };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Where a key leads inside a grid, as in a spreadsheet: arrows by one, Page Up and Down by a page, Home and End along the row,
 * with Ctrl to the corners (arrows with Ctrl to the edge). Null when the key does not move, or there is nowhere to go.
 */
export function movedBy(event: Pressed, at: GridPlace, size: GridSize): GridPlace | null {
  if (event.altKey || size.rows === 0 || size.columns === 0) return null;
  const far = event.ctrlKey || event.metaKey;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const row = (value: number): number => Math.min(lastRow, Math.max(0, value));
  const column = (value: number): number => Math.min(lastColumn, Math.max(0, value));
  switch (event.key) {
    case 'ArrowUp':
      return { row: far ? 0 : row(at.row - 1), column: at.column };
    case 'ArrowDown':
      return { row: far ? lastRow : row(at.row + 1), column: at.column };
    case 'ArrowLeft':
      return { row: at.row, column: far ? 0 : column(at.column - 1) };
    case 'ArrowRight':
      return { row: at.row, column: far ? lastColumn : column(at.column + 1) };
    case 'PageUp':
      return { row: row(at.row - size.page), column: at.column };
    case 'PageDown':
      return { row: row(at.row + size.page), column: at.column };
    case 'Home':
      return { row: far ? 0 : at.row, column: 0 };
    case 'End':
      return { row: far ? lastRow : at.row, column: lastColumn };
    default:
      return null;
  }
}
