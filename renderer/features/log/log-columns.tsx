import { logKindWords } from '../../../shared/audit/events.ts';
import { wordsTaken } from '../../../shared/audit/verification.ts';
import type { LogLine } from '../../../shared/agenda/log-lines.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import type { ExportTable } from '../../../shared/export-table.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import styles from './log.module.css';

/** `19 Mar 2026, 14:05`, in the agency's time zone. */
export const momentOf = ({ day, time }: Pick<LogLine, 'day' | 'time'>): string => (day === null ? '' : `${dateWords(day)}, ${time}`);

/** The columns of the log. */
export function logColumns(today: CivilDate): readonly DataColumn<LogLine>[] {
  return [
    { id: 'seq', title: 'Entry', width: 74, numeric: true, text: (line) => String(line.seq), sortBy: (line) => line.seq },
    {
      id: 'at', title: 'When', width: 240, text: momentOf, sortBy: (line) => line.at,
      cell: (line) => (line.day === null ? '' : <DateWithDistance date={momentOf(line)} distance={distanceWords(line.day, today)} />),
    },
    { id: 'by', title: 'Who', width: 140, text: (line) => line.by ?? '' },
    { id: 'kind', title: 'Kind', width: 126, text: (line) => logKindWords[line.kind], cell: (line) => <span className={styles.kind} data-kind={line.kind}>{logKindWords[line.kind]}</span> },
    { id: 'what', title: 'What', width: 420, text: (line) => line.what ?? wordsTaken, cell: (line) => (line.what === null ? <i className={styles.taken}>{wordsTaken}</i> : line.what) },
    { id: 'reason', title: 'Reason', width: 220, text: (line) => line.reason ?? '' },
  ];
}

/** The log as a table to take along: one line an entry, instants in UTC, the links of the chain with it. */
export const logTable = (lines: readonly LogLine[]): ExportTable => ({
  heads: ['Entry', 'When (UTC)', 'Who', 'Kind', 'What', 'Reason', 'Records changed', 'Hash', 'Previous hash'],
  rows: lines.map((line) => [
    String(line.seq), line.at ?? '', line.by ?? '', logKindWords[line.kind], line.what ?? wordsTaken, line.reason ?? '', line.changes.length === 0 ? '' : String(line.changes.length), line.hash, line.previous ?? '',
  ]),
});
