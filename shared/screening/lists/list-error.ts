import { countOf } from '../../wording.ts';
import { exclusionListWords } from '../../model/exclusion.ts';
import type { FileList } from '../list.ts';
import { listLimits } from './limits.ts';

/** Why a file was not taken as a list. Closed; `listErrorWords` has the sentences. A refused file is refused whole. */
export type ListErrorCode =
  | 'empty-file'
  | 'too-large'
  | 'html' // an error or sign-in page saved under the list's name
  | 'pdf'
  | 'picture'
  | 'binary'
  | 'old-xls'
  | 'encrypted' // a workbook or archive with a password
  | 'bomb' // unpacks to more than a list can be
  | 'zip' // no list, or several, in an archive; detail: what is in it
  | 'damaged' // detail: what the reader stumbled on
  | 'open-quote'
  | 'stray-quote'
  | 'cut-off' // the last row ends early
  | 'short-row' // detail: cells found and expected
  | 'long-row'
  | 'unknown-list' // no head of any list; detail: the heads found
  | 'other-list' // detail: the list it is
  | 'no-header'
  | 'missing-columns' // detail: their names
  | 'unknown-columns'
  | 'column-order'
  | 'duplicate-heads'
  | 'unmapped' // a required field has no column; detail: its title
  | 'no-such-column' // a confirmed column is not in this file; detail: its head
  | 'no-rows'
  | 'too-many-rows'
  | 'cell-too-long'
  | 'not-a-date'
  | 'not-an-npi'
  | 'lost-digits' // 1.97E+09, or a figure with fewer digits than the column has
  | 'spreadsheet-error' // #NAME?, #####
  | 'not-a-class' // SAM: no known classification
  | 'no-name';

export type ListError = {
  readonly fileName: string;
  readonly code: ListErrorCode;
  /** Row of the file as a person counts it; the header is row 1. */
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  readonly detail?: string;
  /** Which list it was taken for, where that was known. */
  readonly list?: FileList;
};

const stays = 'Nothing was imported; the previous version stays in force.';
const again = 'Download the list again';
const asPublished = 'Import the file as it was downloaded, without opening and saving it in a spreadsheet program.';
const shown = (value: string): string => `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;

/**
 * What is wrong with a file that was refused, where (row, column, value), how to mend it, and that the previous version stays in force.
 * One or two sentences and the reassurance, for a screen or the command line.
 */
export function listErrorWords(error: ListError): string {
  return `${what(error)} ${stays}`;
}

function what(error: ListError): string {
  const { fileName, code, row, column = '', value = '', detail = '', list } = error;
  const place = [fileName, ...(row === undefined ? [] : [`row ${row}`]), ...(column === '' ? [] : [`column ${column}`])].join(', ');
  const name = list === undefined ? 'an exclusion list' : `the ${exclusionListWords[list].long}`;
  switch (code) {
    case 'empty-file':
      return `${fileName} is empty. ${again}.`;
    case 'too-large':
      return `${fileName} is larger than ${Math.round(listLimits.bytes / 2 ** 20)} MB, which no list is. ${again}.`;
    case 'html':
      return `${fileName} is a web page, not a list: the download was an error or sign-in page. ${again}.`;
    case 'pdf':
      return `${fileName} is a PDF. Download the list as a data file (CSV) instead.`;
    case 'picture':
      return `${fileName} is a picture. Download the list as a data file (CSV) instead.`;
    case 'binary':
      return `${place}: there are bytes that are no text. ${again}.`;
    case 'old-xls':
      return `${fileName} is in the Excel format from before 2007. Download the list as CSV instead.`;
    case 'encrypted':
      return `${fileName} is protected with a password. Save a copy without one and import the copy.`;
    case 'bomb':
      return `${fileName} unpacks to more than any list holds and was not opened. ${again} from its official site.`;
    case 'zip':
      return `${fileName} is an archive ${detail}. Unpack it and import the list's CSV file.`;
    case 'damaged':
      return `${fileName} cannot be read: ${detail}. ${again}.`;
    case 'open-quote':
      return `${place}: a quotation mark opens a cell and is never closed, so the file may be cut off. ${again}.`;
    case 'stray-quote':
      return `${place}: a quotation mark stands inside a quoted cell, so the columns cannot be told apart. ${again}.`;
    case 'cut-off':
      return `${place}: the file ends in the middle of this row (${detail}), so the download was cut off. ${again}.`;
    case 'short-row':
      return `${place}: the row has too few cells (${detail}). ${again}.`;
    case 'long-row':
      return `${place}: the row has too many cells (${detail}). ${again}.`;
    case 'unknown-list':
      return `${fileName} has the heads of no exclusion list${detail === '' ? '' : ` (found: ${detail})`}. Choose the list it is, or ${again.toLowerCase()}.`;
    case 'other-list':
      return `${fileName} is ${detail}, not ${name}. Choose that list, or another file.`;
    case 'no-header':
      return `${fileName} does not begin with the heads of ${name}. ${again}; nothing may be deleted from its top.`;
    case 'missing-columns':
      return `${fileName} lacks ${columnsWords(detail)} of ${name}. ${again}.`;
    case 'unknown-columns':
      return `${fileName} has ${columnsWords(detail)}, which ${name} does not have. ${again}.`;
    case 'column-order':
      return `${fileName} has the columns of ${name} in another order, beginning with ${detail}. ${again}.`;
    case 'duplicate-heads':
      return `${place} has two columns headed ${shown(detail)}. ${again}.`;
    case 'unmapped':
      return `${fileName}: no column is chosen for “${detail}”. Choose the column that holds it and import the file again.`;
    case 'no-such-column':
      return `${fileName} has no column headed ${shown(detail)}, which an earlier file had. Look at the columns again and confirm which is which.`;
    case 'no-rows':
      return `${fileName} has the heads of ${name} and not one entry. ${again}.`;
    case 'too-many-rows':
      return `${fileName} has more than ${countOf(listLimits.rows, 'row')}, which no list has. ${again}.`;
    case 'cell-too-long':
      return `${place}: a cell holds more than ${listLimits.cellLength} characters; a quotation mark may be missing. ${again}.`;
    case 'not-a-date':
      return `${place}: ${shown(value)} is no date${detail === '' ? '' : ` (${detail})`}. ${asPublished}`;
    case 'not-an-npi':
      return `${place}: ${shown(value)} is no NPI, which has ten digits. ${asPublished}`;
    case 'lost-digits':
      return `${place}: ${shown(value)} has lost digits in a spreadsheet program. ${asPublished}`;
    case 'spreadsheet-error':
      return `${place}: ${shown(value)} was put there by a spreadsheet program in place of what the list says. ${asPublished}`;
    case 'not-a-class':
      return `${place}: ${shown(value)} is none of Individual, Firm, Special Entity Designation and Vessel, so the columns may be shifted. ${again}.`;
    case 'no-name':
      return `${place}: the row names nobody. ${again}, or choose the columns again.`;
  }
}

const columnsWords = (detail: string): string => (detail.includes(', ') ? `the columns ${detail}` : `the column ${detail}`);
