import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { fromDay, plusDays, plusMonths, startOfMonth, type CivilDate, type Day } from '../civil-date.ts';
import type { FileList, ListRow, ReadList } from '../screening/list.ts';
import { leieHeads } from '../screening/lists/leie.ts';
import { samHeads } from '../screening/lists/sam.ts';
import { rowFromRecord } from '../screening/lists/row-record.ts';
import { entriesOf, type Entry } from './list-entries.ts';

/** A synthetic version of a list as its publisher would write it. */
export type DemoList = {
  readonly list: FileList;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly publishedOn: CivilDate;
  /** The same as reading the bytes gives. */
  readonly read: ReadList;
};

type Layout = {
  readonly heads: readonly string[];
  /** A line of blanks under the header, as the Louisiana export has it. */
  readonly filler: boolean;
  readonly quotedHeader: boolean;
  readonly cells: (entry: Entry) => readonly string[];
  /** Field to head, for the lists without a fixed layout. */
  readonly columns: Readonly<Record<string, string>> | null;
};

const reasons = ['1128a1', '1128b4', '1128a3', '1128a2', '1128a4', '1128b7'];
const compact = (date: CivilDate | null): string => (date === null ? '' : date.replaceAll('-', ''));
const slashed = (date: CivilDate): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;
const american = (date: CivilDate | null): string => (date === null ? '' : `${Number(date.slice(5, 7))}/${Number(date.slice(8))}/${date.slice(0, 4)} 12:00:00 AM`);

const louisianaHeads = [
  'First Name', 'Last Name or Entity Name', 'Birthdate', 'Affiliated Entity', 'Title or Type', 'NPI', 'Exclusion Reason', 'Period of Exclusion', 'Effective Date', 'Reinstate Date', 'State and Zip',
] as const;
const carolinaHeads = ['NPI/Atypical ID Excluded', 'Excluded Entity', 'Ownership', 'City', 'State', 'Exclusion Reason', 'Effective Date'] as const;

const layouts: Readonly<Record<FileList, Layout>> = {
  'oig-leie': {
    heads: leieHeads, filler: false, quotedHeader: false, columns: null,
    cells: ({ number, family, given, middle, business, birth, on, state }) => [
      family.slice(0, 20), given.slice(0, 15), middle, business.slice(0, 30), 'SYNTHETIC', 'SYNTHETIC', '', '0000000000', compact(birth), `${100 + number} EXAMPLE STREET`, 'EXAMPLE', state, '00000',
      reasons[number % reasons.length] ?? '', compact(on), '00000000', '00000000', '',
    ],
  },
  'la-adverse-actions': {
    heads: louisianaHeads, filler: true, quotedHeader: true,
    columns: { family: 'Last Name or Entity Name', given: 'First Name', birthDate: 'Birthdate', npi: 'NPI', effective: 'Effective Date', reinstated: 'Reinstate Date', state: 'State and Zip' },
    cells: ({ number, family, given, middle, business, birth, on }) => [
      [given, middle].filter((part) => part !== '').join(' '), business === '' ? family : business, american(birth), '', 'SYNTHETIC', '', `Synthetic entry ${number}`, 'Indefinite', american(on), '', 'LA 00000',
    ],
  },
  sam: {
    heads: samHeads, filler: false, quotedHeader: true, columns: null,
    cells: ({ number, family, given, middle, business, on, state }) => {
      const person = business === '';
      const cells: Readonly<Record<string, string>> = {
        Classification: person ? 'Individual' : 'Firm', Name: business, First: given, Middle: middle, Last: family, City: 'EXAMPLE', 'State / Province': state, Country: 'USA',
        'Exclusion Program': 'Reciprocal', 'Excluding Agency': 'SYNTHETIC', 'Exclusion Type': 'Ineligible (Proceedings Completed)', 'Active Date': slashed(on), 'Termination Date': 'Indefinite',
        'SAM Number': `SYNTHETIC${number}`, Creation_Date: on,
      };
      return samHeads.map((head) => cells[head] ?? '');
    },
  },
  'nc-excluded-providers': {
    heads: carolinaHeads, filler: false, quotedHeader: true,
    columns: { name: 'Excluded Entity', owner: 'Ownership', npi: 'NPI/Atypical ID Excluded', effective: 'Effective Date', state: 'State' },
    cells: ({ number, family, given, business, on }) => {
      const person = `${given} ${family}`.trim();
      return ['', business === '' ? person : business, person, 'EXAMPLE', 'NC', `Synthetic entry ${number}`, slashed(on)];
    },
  },
};

const line = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`;

/** The federal list is dated by the month it was made of and published on the tenth of the next; the others are as of the day they are fetched. */
function publication(list: FileList, fetched: Day): { readonly name: string; readonly on: CivilDate } {
  const day = fromDay(fetched);
  switch (list) {
    case 'oig-leie': {
      const tenth = plusDays(startOfMonth(fetched), 9);
      const published = tenth <= fetched ? tenth : plusMonths(tenth, -1);
      const label = fromDay(plusMonths(published, -1));
      return { name: `${label.slice(5, 7)}-${label.slice(0, 4)} Updated SYNTHETIC.csv`, on: fromDay(published) };
    }
    case 'la-adverse-actions':
      return { name: `GetCsv ${day} SYNTHETIC.csv`, on: day };
    case 'sam':
      return { name: `SAM Exclusions Public Extract V2 ${day} SYNTHETIC.csv`, on: day };
    case 'nc-excluded-providers':
      return { name: `State Excluded Provider List ${day} SYNTHETIC.csv`, on: day };
  }
}

/**
 * A list as somebody would have fetched it on a day: some three hundred invented entries that come and go, and those of the demo's
 * stories. The same days give the same bytes.
 * @param today the day the demo is opened, which its stories are told back from
 */
export function demoList(list: FileList, fetched: Day, today: Day): DemoList {
  const layout = layouts[list];
  const entries = entriesOf(list, fetched, today);
  const table = entries.map((entry) => layout.cells(entry));
  const header = layout.quotedHeader ? line(layout.heads) : `${layout.heads.join(',')}\r\n`;
  const text = header + (layout.filler ? line(layout.heads.map(() => '')) : '') + table.map(line).join('');
  const bytes = new TextEncoder().encode(text);
  const { name, on } = publication(list, fetched);
  const first = layout.filler ? 3 : 2;
  const rows = table.map((cells, at): ListRow => rowFromRecord(list, Object.fromEntries(layout.heads.map((head, column) => [head, cells[column] ?? ''])), first + at, layout.columns));
  const newestAction = rows.reduce<CivilDate | null>((latest, { actionOn }) => (actionOn !== null && (latest === null || actionOn > latest) ? actionOn : latest), null);
  return {
    list, name, bytes, publishedOn: on,
    read: { list, fileName: name, sha256: bytesToHex(sha256(bytes)), bytes: bytes.length, heads: layout.heads, rows, newestAction, scope: 'full', columns: layout.columns, warnings: [] },
  };
}

const textOf = (list: DemoList): string => new TextDecoder().decode(list.bytes);

/** The lists as of a day, in the layouts of the real ones, to be read in: the files `muster demo` writes. */
export const leieCsv = (today: Day): string => textOf(demoList('oig-leie', today, today));
export const adverseActionsCsv = (today: Day): string => textOf(demoList('la-adverse-actions', today, today));
export const samCsv = (today: Day): string => textOf(demoList('sam', today, today));
export const northCarolinaCsv = (today: Day): string => textOf(demoList('nc-excluded-providers', today, today));
