/** What every import reads: a header and rows of text, each row with its place in the file. */
export type TableRow = {
  /** Row as a person counts it in the file: the header is usually row 1. In a CSV, records are counted, blank lines too. */
  readonly row: number;
  /** As many cells as there are headers; trimmed; dates of a workbook as `YYYY-MM-DD`, numbers in plain figures. */
  readonly cells: readonly string[];
};

export type Table = {
  readonly fileName: string;
  readonly format: 'csv' | 'xlsx';
  /** How the file was read, for the person to check: `UTF-8, comma`, or the sheet's name. */
  readonly readAs: string;
  /** All sheets of a workbook in their order; empty for a CSV. */
  readonly sheets: readonly string[];
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  /** The day a workbook's serial numbers count from; null where figures are never dates. */
  readonly serials: 1900 | 1904 | null;
  /** Rows with more cells than the header; their surplus was not empty. Row numbers. */
  readonly tooLong: readonly number[];
};

/** Bounds of one file. A roster of 10,000 people with 20 items each fits many times over. */
export const tableLimits = {
  bytes: 64 * 2 ** 20,
  unpackedBytes: 256 * 2 ** 20,
  /** Unpacked bytes per packed byte of a part, looked at from one MiB on. */
  ratio: 250,
  entries: 2_000,
  rows: 100_000,
  columns: 500,
  cells: 4_000_000,
  cellLength: 20_000,
} as const;

/** Why a file could not be read as a table. Closed; `tableErrorWords` has the sentences. */
export type TableError = {
  readonly fileName: string;
  readonly code:
    | 'empty-file' // no bytes, or only blank lines
    | 'header-only' // a header and nothing under it
    | 'too-large' // more bytes than tableLimits.bytes
    | 'too-many-rows'
    | 'too-many-columns'
    | 'too-many-cells'
    | 'cell-too-long' // detail: the row
    | 'bomb' // unpacks to more than a spreadsheet can be
    | 'html' // a web page saved under a spreadsheet's name
    | 'pdf'
    | 'picture'
    | 'old-xls' // the binary format before 2007
    | 'encrypted' // a workbook with a password
    | 'other-office' // detail: what it is
    | 'zip' // an archive that is no workbook
    | 'damaged' // detail: what the reader stumbled on
    | 'binary' // neither text nor a workbook
    | 'open-quote' // a quoted cell never ends; detail: the row it begins in
    | 'no-such-sheet' // detail: the names there are
    | 'no-sheet'; // a workbook without a sheet that has cells
  readonly detail?: string;
};
