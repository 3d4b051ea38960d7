import type { CivilDate } from '../../civil-date.ts';
import type { ListRow } from '../list.ts';
import { dayBefore, actionDateOf, birthDateOf, compactDate, readDateCell } from './list-dates.ts';
import { remembered, stateOf, tenDigits, type Layout, type Notes, type RowProblem } from './layout.ts';
import { takeSuffix } from './name-parts.ts';

/** The 18 columns in their order. Source: OIG record layout (rules.md 5a); the layout's PDF calls the last one WAIVERSTATE. */
export const leieHeads = [
  'LASTNAME', 'FIRSTNAME', 'MIDNAME', 'BUSNAME', 'GENERAL', 'SPECIALTY', 'UPIN', 'NPI', 'DOB',
  'ADDRESS', 'CITY', 'STATE', 'ZIP', 'EXCLTYPE', 'EXCLDATE', 'REINDATE', 'WAIVERDATE', 'WVRSTATE',
] as const;

const at = { family: 0, given: 1, middle: 2, business: 3, npi: 7, birth: 8, state: 11, zip: 12, excluded: 14, reinstated: 15, waived: 16 } as const;

/** Where the layout ends a name, whether the name ends there or not. */
const widths = { family: 20, given: 15, business: 30 } as const;

const noNpi = '0000000000';
const noDate = '00000000';

const dateCell = remembered(readDateCell);
const civilOf = remembered((text: string): CivilDate | null => {
  const read = readDateCell(text);
  return read.kind === 'date' ? read.date : null;
});

const bad = (column: number, value: string, code: 'not-a-date' | 'lost-digits', detail = ''): RowProblem => ({ code, column: leieHeads[column] ?? '', value, detail });

/** Brings a date cell to `YYYYMMDD`; `none` is what the list prints for no date there. */
function cleanDate(cells: string[], column: number, none: string, excludedOn: CivilDate | null, row: number, { repairs }: Notes): RowProblem | null {
  const value = cells[column] ?? '';
  const read = dateCell(value);
  switch (read.kind) {
    case 'none':
      if (value === none) return null;
      if (value !== '' && value !== noDate) {
        if (!/^0+$/.test(value)) return bad(column, value, 'not-a-date');
        repairs.note('no-date', row);
      }
      cells[column] = none;
      return null;
    case 'date':
      if (read.form === 'compact') return null;
      repairs.note('date-form', row);
      cells[column] = compactDate(read.date);
      return null;
    case 'short': {
      const date = column === at.birth ? birthDateOf(read, excludedOn) : actionDateOf(read);
      if (date === null) return bad(column, value, 'not-a-date', 'the century cannot be told');
      repairs.note('short-year', row);
      cells[column] = compactDate(date);
      return null;
    }
    case 'text':
      return bad(column, value, 'not-a-date');
    case 'bad':
      return bad(column, value, read.code, read.why);
  }
}

function clean(cells: string[], row: number, notes: Notes): RowProblem | null {
  const npi = cells[at.npi] ?? '';
  if (!tenDigits.test(npi)) {
    if (/^0+$/.test(npi)) notes.repairs.note('no-number', row);
    else if (/^\d+$/.test(npi)) return { code: 'lost-digits', column: 'NPI', value: npi };
    else if (npi !== '') return { code: 'not-an-npi', column: 'NPI', value: npi };
    cells[at.npi] = noNpi;
  }
  const problem =
    cleanDate(cells, at.excluded, noDate, null, row, notes) ??
    cleanDate(cells, at.reinstated, noDate, null, row, notes) ??
    cleanDate(cells, at.waived, noDate, null, row, notes) ??
    // The birth date comes last: a year of two digits is read by the exclusion's date.
    cleanDate(cells, at.birth, '', civilOf(cells[at.excluded] ?? ''), row, notes);
  if (problem !== null) return problem;
  const zip = cells[at.zip] ?? '';
  if (zip.length > 0 && zip.length < 5 && /^\d+$/.test(zip)) {
    notes.repairs.note('zip', row);
    cells[at.zip] = zip.padStart(5, '0');
  }
  return null;
}

function toRow(cells: readonly string[], row: number): ListRow {
  const family = cells[at.family] ?? '';
  const given = cells[at.given] ?? '';
  const business = cells[at.business] ?? '';
  const npi = cells[at.npi] ?? '';
  const reinstatedOn = civilOf(cells[at.reinstated] ?? '');
  const names = takeSuffix(family, given, cells[at.middle] ?? '');
  return {
    row,
    family: names.family,
    given: names.given,
    middle: names.middle,
    suffix: names.suffix,
    business,
    familyCut: family.length === widths.family,
    givenCut: given.length === widths.given,
    businessCut: business.length === widths.business,
    birthDate: civilOf(cells[at.birth] ?? ''),
    npi: tenDigits.test(npi) && npi !== noNpi ? npi : null,
    state: stateOf(cells[at.state] ?? ''),
    actionOn: civilOf(cells[at.excluded] ?? ''),
    endsOn: reinstatedOn === null ? null : dayBefore(reinstatedOn),
    cells,
  };
}

/** The OIG List of Excluded Individuals and Entities, full file and monthly supplements alike. */
export const leieLayout: Layout = {
  list: 'oig-leie',
  heads: leieHeads,
  columns: null,
  nameColumns: [at.family, at.given, at.middle, at.business],
  clean,
  toRow,
  names: () => true,
};
