import type { CivilDate } from '../../civil-date.ts';
import { readFullName } from '../../import/person-names.ts';
import type { ListRow } from '../list.ts';
import { noRow, remembered, stateOf, tenDigits, type Layout, type Notes, type RowProblem } from './layout.ts';
import { readDateCell, slashedDate } from './list-dates.ts';
import { takeSuffix } from './name-parts.ts';

const front = [
  'Classification', 'Name', 'Prefix', 'First', 'Middle', 'Last', 'Suffix', 'Address 1', 'Address 2', 'Address 3', 'Address 4',
  'City', 'State / Province', 'Country', 'Zip Code',
] as const;
const back = [
  'Exclusion Program', 'Excluding Agency', 'CT Code', 'Exclusion Type', 'Additional Comments', 'Active Date', 'Termination Date',
  'Record Status', 'Cross-Reference', 'SAM Number', 'CAGE', 'NPI',
] as const;

/** The 31 columns of the public extract since April 2022. */
export const samHeads: readonly string[] = [...front, 'Open Data Flag', 'Blank (Deprecated)', 'Unique Entity ID', ...back, 'Creation_Date'];
/** The 28 columns before, with the DUNS number in place of the Unique Entity ID. */
export const samDunsHeads: readonly string[] = [...front, 'DUNS', ...back];

const classes: readonly string[] = ['individual', 'firm', 'special entity designation', 'vessel'];

const dateCell = remembered(readDateCell);
const civilOf = remembered((text: string): CivilDate | null => {
  const read = readDateCell(text);
  return read.kind === 'date' ? read.date : null;
});

/** A layout of the SAM exclusions public extract; individuals have name parts, all others one name. The list has no birth dates. */
function samLayout(heads: readonly string[]): Layout {
  const column = (head: string): number => heads.indexOf(head);
  const at = {
    classification: column('Classification'), name: column('Name'), first: column('First'), middle: column('Middle'), last: column('Last'),
    suffix: column('Suffix'), state: column('State / Province'), country: column('Country'), zip: column('Zip Code'),
    active: column('Active Date'), termination: column('Termination Date'), npi: column('NPI'), creation: column('Creation_Date'),
  };

  function cleanDate(cells: string[], index: number, print: (date: CivilDate) => string, row: number, { repairs, unread }: Notes): RowProblem | null {
    const value = cells[index] ?? '';
    const read = dateCell(value);
    switch (read.kind) {
      case 'none':
        return null;
      case 'date': {
        const published = print(read.date);
        if (published === value) return null;
        repairs.note('date-form', row);
        cells[index] = published;
        return null;
      }
      case 'short':
        return { code: 'not-a-date', column: heads[index] ?? '', value, detail: 'the century cannot be told' };
      case 'text':
        unread(row, heads[index] ?? '', value);
        return null;
      case 'bad':
        return { code: read.code, column: heads[index] ?? '', value, detail: read.why };
    }
  }

  function clean(cells: string[], row: number, notes: Notes): RowProblem | null {
    const classification = cells[at.classification] ?? '';
    if (!classes.includes(classification.toLowerCase())) return { code: 'not-a-class', column: 'Classification', value: classification };
    const problem = cleanDate(cells, at.active, slashedDate, row, notes) ?? cleanDate(cells, at.termination, slashedDate, row, notes) ??
      (at.creation < 0 ? null : cleanDate(cells, at.creation, (date) => date, row, notes));
    if (problem !== null) return problem;
    const npi = cells[at.npi] ?? '';
    if (/^0+$/.test(npi)) cells[at.npi] = '';
    const zip = cells[at.zip] ?? '';
    const full = zip.length <= 5 ? 5 : 9;
    if ((cells[at.country] ?? '') === 'USA' && zip.length >= 3 && zip.length < full && zip.length !== 6 && /^\d+$/.test(zip)) {
      notes.repairs.note('zip', row);
      cells[at.zip] = zip.padStart(full, '0');
    }
    return null;
  }

  function toRow(cells: readonly string[], row: number): ListRow {
    const cell = (index: number): string => cells[index] ?? '';
    const individual = cell(at.classification).toLowerCase() === 'individual';
    const name = cell(at.name);
    const whole = individual && cell(at.last) === '' && cell(at.first) === '' ? readFullName(name) : null;
    const parts = whole ?? { family: cell(at.last), given: cell(at.first), middle: cell(at.middle), suffix: cell(at.suffix) };
    const npi = cell(at.npi);
    return {
      ...noRow,
      row,
      ...takeSuffix(parts.family, parts.given, parts.middle, parts.suffix),
      // An individual's one name that cannot be taken apart is searched as it stands.
      business: individual && (whole !== null || parts.family !== '' || parts.given !== '') ? '' : name,
      npi: tenDigits.test(npi) && npi !== '0000000000' ? npi : null,
      state: cell(at.country) === 'USA' || cell(at.country) === '' ? stateOf(cell(at.state)) : '',
      actionOn: civilOf(cell(at.active)),
      endsOn: civilOf(cell(at.termination)),
      cells,
    };
  }

  return { list: 'sam', heads, columns: null, nameColumns: [at.name, at.first, at.middle, at.last], clean, toRow, names: () => true };
}

export const samLayouts: readonly Layout[] = [samLayout(samHeads), samLayout(samDunsHeads)];
