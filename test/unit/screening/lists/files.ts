import { zipSync } from 'fflate';
import type { ListError } from '../../../../shared/screening/lists/list-error.ts';
import { readList, type ReadListOptions } from '../../../../shared/screening/lists/read-list.ts';
import type { ListRow, ListWarning, ReadList } from '../../../../shared/screening/list.ts';

// Everything in these files is invented. Numbers fail the check digit on purpose.

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const leieHead = 'LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE';

export type LeieEntry = Partial<Record<
  'LASTNAME' | 'FIRSTNAME' | 'MIDNAME' | 'BUSNAME' | 'GENERAL' | 'SPECIALTY' | 'UPIN' | 'NPI' | 'DOB' | 'ADDRESS' | 'CITY' | 'STATE' | 'ZIP' | 'EXCLTYPE' | 'EXCLDATE' | 'REINDATE' | 'WAIVERDATE' | 'WVRSTATE',
  string
>>;

const usual: LeieEntry = {
  LASTNAME: 'THIBODAUX', FIRSTNAME: 'ODALYS', GENERAL: 'IND- LIC HC SERV PRO', SPECIALTY: 'NURSE/NURSES AIDE', NPI: '0000000000', DOB: '19720304',
  ADDRESS: '12 INVENTED ROAD', CITY: 'NOWHERE', STATE: 'LA', ZIP: '70001', EXCLTYPE: '1128b4', EXCLDATE: '20190520', REINDATE: '00000000', WAIVERDATE: '00000000',
};

/** The cells of one entry in the order of the columns. */
export const leieCells = (entry: LeieEntry = {}): string[] => leieHead.split(',').map((head) => (({ ...usual, ...entry }) as Record<string, string>)[head] ?? '');

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A file as OIG publishes it: unquoted heads, quoted cells, CRLF. */
export const leieFile = (entries: readonly LeieEntry[], head = leieHead): string =>
  [head, ...entries.map((entry) => leieCells(entry).map(quoted).join(','))].map((line) => `${line}\r\n`).join('');

export const samHead = '"Classification","Name","Prefix","First","Middle","Last","Suffix","Address 1","Address 2","Address 3","Address 4","City","State / Province","Country","Zip Code","Open Data Flag","Blank (Deprecated)","Unique Entity ID","Exclusion Program","Excluding Agency","CT Code","Exclusion Type","Additional Comments","Active Date","Termination Date","Record Status","Cross-Reference","SAM Number","CAGE","NPI","Creation_Date"';

export const samDunsHead = samHead.replace('"Open Data Flag","Blank (Deprecated)","Unique Entity ID"', '"DUNS"').replace(',"Creation_Date"', '');

/** One SAM row under either head. */
export const samLine = (entry: Readonly<Record<string, string>>, head = samHead): string => {
  const all: Readonly<Record<string, string>> = { Classification: 'Individual', Country: 'USA', 'State / Province': 'LA', 'Zip Code': '70001', 'Exclusion Program': 'Reciprocal', 'Active Date': '11/20/2023', 'Termination Date': 'Indefinite', Creation_Date: '2023-11-20', ...entry };
  return head.split('","').map((name) => quoted(all[name.replaceAll('"', '')] ?? '')).join(',');
};

export const samFile = (entries: readonly Readonly<Record<string, string>>[], head = samHead): string =>
  [head, ...entries.map((entry) => samLine(entry, head))].map((line) => `${line}\r\n`).join('');

export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? utf8(content) : content])));

type Content = string | Uint8Array;

/** Reads a list that must be readable. */
export async function listOf(content: Content, fileName = 'UPDATED.csv', options: ReadListOptions = {}): Promise<ReadList> {
  const read = await readList(typeof content === 'string' ? utf8(content) : content, fileName, options);
  if (!read.ok) throw new Error(`${read.error.code}: ${JSON.stringify(read.error)}`);
  return read.value;
}

/** The refusal of a list that must not be read. */
export async function refusalOf(content: Content, fileName = 'UPDATED.csv', options: ReadListOptions = {}): Promise<ListError> {
  const read = await readList(typeof content === 'string' ? utf8(content) : content, fileName, options);
  if (read.ok) throw new Error('the file was read');
  return read.error;
}

/** The one row of a LEIE file with this entry. */
export async function leieRow(entry: LeieEntry): Promise<ListRow> {
  const { rows } = await listOf(leieFile([entry]));
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`${rows.length} rows`);
  return row;
}

export const warned = (list: ReadList, code: ListWarning['code']): ListWarning | undefined => list.warnings.find((warning) => warning.code === code);
