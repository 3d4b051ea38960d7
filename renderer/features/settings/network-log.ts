import { civilDateAt } from '../../../shared/civil-date.ts';
import type { ExportTable } from '../../../shared/export-table.ts';
import type { Connection } from '../../../shared/ipc/connection.ts';
import { exclusionListWords } from '../../../shared/model/exclusion.ts';
import { dateWords } from '../../../shared/wording.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';

/** How a connection ended, in words for the person whose computer made it. */
export function outcomeWords({ outcome, status, code }: Connection): string {
  switch (outcome) {
    case 'taken':
      return 'The list came';
    case 'redirected':
      return 'Led on to another address of the site';
    case 'elsewhere':
      return 'Led elsewhere, not followed';
    case 'status':
      return `The site answered ${status ?? 'strangely'}`;
    case 'not-the-list':
      return code === 'html' ? 'A web page came, not used' : 'Something else came, not used';
    case 'cut-off':
      return 'Cut off, not used';
    case 'too-large':
      return 'Too large, not used';
    case 'unreachable':
      return `Not reached${code === undefined ? '' : ` (${code})`}`;
    case 'timed-out':
      return 'No answer in time';
    case 'cancelled':
      return 'Cancelled';
  }
}

/** The day and the minute in the agency's time zone: `19 Mar 2026, 14:05`. */
export function momentWords(at: string, timeZone: string): string {
  const instant = Date.parse(at);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
  return `${dateWords(civilDateAt(instant, timeZone))}, ${time}`;
}

const grouped = (count: number): string => new Intl.NumberFormat('en-US').format(count);
const whyWords = ({ why }: Connection): string => `${exclusionListWords[why.list].short}, at your request${why.attempt === 1 ? '' : `, try ${why.attempt} of ${why.attempts}`}`;

export const connectionColumns = (timeZone: string): readonly DataColumn<Connection>[] => [
  { id: 'at', title: 'When', width: 164, text: ({ at }) => momentWords(at, timeZone), sortBy: ({ at }) => at },
  { id: 'outcome', title: 'What came of it', width: 230, text: outcomeWords },
  { id: 'bytes', title: 'Bytes received', width: 110, numeric: true, text: ({ bytes }) => grouped(bytes), sortBy: ({ bytes }) => bytes },
  { id: 'time', title: 'Took', width: 70, numeric: true, text: ({ milliseconds }) => `${(milliseconds / 1000).toFixed(1)} s`, sortBy: ({ milliseconds }) => milliseconds },
  { id: 'why', title: 'What for', width: 240, text: whyWords },
  { id: 'address', title: 'Address', width: 380, text: ({ address }) => address },
  { id: 'sha256', title: 'SHA-256 of what came', width: 480, text: ({ sha256 }) => sha256 ?? '' },
];

/** The log to the byte and the millisecond, oldest first: what a person hands to whoever looks after their network. */
export function connectionTable(connections: readonly Connection[]): ExportTable {
  return {
    heads: ['At (UTC)', 'Address', 'List', 'Try', 'Of', 'Outcome', 'Detail', 'Status', 'Bytes', 'Milliseconds', 'SHA-256'],
    rows: connections.map(({ at, address, why, outcome, code, status, bytes, milliseconds, sha256 }) => [
      at, address, why.list, String(why.attempt), String(why.attempts), outcome, code ?? '', status === undefined ? '' : String(status), String(bytes), String(milliseconds), sha256 ?? '',
    ]),
  };
}
