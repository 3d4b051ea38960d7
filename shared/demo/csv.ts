export type Cell = string | number | undefined;

/** Rows as CSV as Excel writes it: comma, CRLF, quotes where a cell needs them. */
export const csv = (heads: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [heads, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

function quoted(cell: Cell): string {
  const text = String(cell ?? '');
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
