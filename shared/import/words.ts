import type { ImportError } from './import-into-file.ts';
import type { Purpose } from './guess-mapping.ts';
import { candidateWords, type Duplicate } from './match-people.ts';
import type { Problem } from './problem.ts';
import { tableLimits, type TableError } from './table.ts';
import { dateWords } from '../wording.ts';

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

/** What is wrong with a file that is no table, and what to do, in one or two sentences. */
export function tableErrorWords({ fileName, code, detail = '' }: TableError): string {
  const save = 'In Excel, use Save As and choose “Excel Workbook (.xlsx)” or “CSV UTF-8”.';
  switch (code) {
    case 'empty-file':
      return `${fileName} is empty. Save the spreadsheet again and choose it once more.`;
    case 'header-only':
      return `${fileName} has a header and no rows under it. Check that the right sheet was saved.`;
    case 'too-large':
      return `${fileName} is larger than ${megabytes(tableLimits.bytes)}. Save only the sheet with the rows to import.`;
    case 'too-many-rows':
      return `${fileName} has more than ${tableLimits.rows} rows. Delete the empty rows below the table, or import it in parts.`;
    case 'too-many-columns':
      return `${fileName} has more than ${tableLimits.columns} columns. Delete the empty columns beside the table.`;
    case 'too-many-cells':
      return `${fileName} has more than ${tableLimits.cells} cells. Import it in parts.`;
    case 'cell-too-long':
      return `${fileName}, row ${detail}: a cell holds more than ${tableLimits.cellLength} characters. A quotation mark may be missing before it.`;
    case 'bomb':
      return `${fileName} unpacks to more than any spreadsheet holds and was not opened. ${save}`;
    case 'html':
      return `${fileName} is a web page, not a spreadsheet. The download may have been a sign-in or error page; download it again.`;
    case 'pdf':
      return `${fileName} is a PDF. Export the table as a spreadsheet instead.`;
    case 'picture':
      return `${fileName} is a picture. Export the table as a spreadsheet instead.`;
    case 'old-xls':
      return `${fileName} is in the Excel format from before 2007. ${save}`;
    case 'encrypted':
      return `${fileName} is protected with a password. Save a copy without one (File, Info, Protect Workbook) and choose the copy.`;
    case 'other-office':
      return `${fileName} is ${detail}, not an .xlsx workbook. ${save}`;
    case 'zip':
      return `${fileName} is an archive without a workbook in it. Unpack it and choose the spreadsheet itself.`;
    case 'damaged':
      return `${fileName} cannot be read as a workbook: ${detail}. Open it in Excel, save it again, and choose the new file.`;
    case 'binary':
      return `${fileName} is neither text nor a workbook. ${save}`;
    case 'open-quote':
      return `${fileName}, row ${detail}: a quotation mark opens a cell and is never closed. Correct the row and save the file again.`;
    case 'no-such-sheet':
      return `${fileName} has no sheet of that name. It has: ${detail}.`;
    case 'no-sheet':
      return `${fileName} has no visible sheet with cells in it.`;
  }
}

const purposeWords: Readonly<Record<Purpose, string>> = { roster: 'roster', evidence: 'evidence file' };

/** Why an import could not even be planned. For the command line, which adds how to choose the order of dates. */
export function importErrorWords(error: ImportError): string {
  switch (error.code) {
    case 'table':
      return tableErrorWords(error.error);
    case 'no-columns':
      return error.missing === 'names'
        ? `${error.fileName}: no column says whose row it is. Head the columns “Last name” and “First name”, or one column “Name”; found: ${listed(error.headers)}.`
        : `${error.fileName}: no column holds items of evidence. Head a column “Kind”, or name columns after items such as “TB test” or “CPR expires”; found: ${listed(error.headers)}.`;
    case 'date-order': {
      const [sample] = error.finding.samples;
      const where = sample === undefined ? '' : ` Row ${sample.row}, ${sample.column}: ${sample.text} may be ${[sample.us, sample.dayFirst].flatMap((date) => (date === null ? [] : dateWords(date))).join(' or ')}.`;
      const why = error.finding.contradictory ? 'some dates can only be month first, others only day first' : 'every date can be read month first or day first';
      return `${error.fileName} (${purposeWords[error.purpose]}): ${why}.${where} Say which with --dates us, iso or day-first.`;
    }
  }
}

const listed = (headers: readonly string[]): string => headers.slice(0, 12).map((header) => `“${header}”`).join(', ') + (headers.length > 12 ? ' and more' : '');

/** A problem on one line: `roster, row 14, Hire date “2/30/2026”: is no day of the calendar. Write it as …` */
export function problemWords({ file, row, column, value, what, mend }: Problem): string {
  const place = [`${purposeWords[file]}, row ${row}`, ...(column === '' ? [] : [value === '' ? column : `${column} “${value}”`])].join(', ');
  return `${place}: ${what}. ${mend}`;
}

const tsvCell = (text: string): string => {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  // Pasted into a spreadsheet, such a cell would run as a formula.
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
};

/** Problems as tab-separated text with a head, for pasting beside the spreadsheet. Cells that would run as formulas are neutralised. */
export const problemsAsTsv = (problems: readonly Problem[]): string =>
  [['File', 'Row', 'Column', 'Value', 'What', 'Mend'], ...problems.map(({ file, row, column, value, what, mend }) => [file, String(row), column, value, what, mend])]
    .map((cells) => cells.map(tsvCell).join('\t'))
    .join('\n');

/** An undecided identity in one sentence, for the command line, where nobody can be asked. */
export const duplicateWords = ({ file, rows, candidates, ...identity }: Duplicate): string =>
  `${purposeWords[file]}, row ${rows.join(', ')}: ${candidateWords(identity)} may be ${candidates.map(candidateWords).join(' or ')}. Add birth dates to the file, or decide in the app.`;
