/** A table about to leave the app: heads, and rows of text in the same order. */
export type ExportTable = { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A spreadsheet takes a cell that begins with one of these for a formula; tab and line breaks can smuggle one into the next cell. */
const beginsFormula = /^[=+\-@\t\r\n]/;

/**
 * A cell that no spreadsheet runs as a formula: one that begins with `=`, `+`, `-`, `@`, a tab or a line break gets an
 * apostrophe in front, which spreadsheets take as "this is text". Full-width forms of the signs count too, since some fold them.
 */
export function safeCell(text: string): string {
  return beginsFormula.test(text.normalize('NFKC')) ? `'${text}` : text;
}

const csvCell = (text: string): string => {
  const safe = safeCell(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** CSV as RFC 4180 has it: commas, quotes doubled, CRLF after every row, the last included. No byte order mark: `csvBytes` adds it. */
export function toCsv(table: ExportTable): string {
  return [table.heads, ...table.rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** Tab-separated text for the clipboard. Tabs and line breaks inside a cell become spaces: a paste keeps rows and columns. */
export function toTsv(table: ExportTable, withHeads = true): string {
  const rows = withHeads ? [table.heads, ...table.rows] : table.rows;
  return rows.map((row) => row.map((text) => safeCell(text.replace(/[\t\r\n]+/g, ' '))).join('\t')).join('\r\n');
}

/** A file name of any text: what file systems refuse becomes a hyphen, at most 100 characters, never empty. */
export function fileNameOf(text: string): string {
  const plain = Array.from(text, (each) => (each < ' ' || '<>:"/\\|?*'.includes(each) ? '-' : each)).slice(0, 100).join('');
  const trimmed = plain.trim().replace(/[. ]+$/, '');
  return trimmed === '' ? 'export' : trimmed;
}
