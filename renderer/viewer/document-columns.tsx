import { IconCopy, IconEyeOff, IconFileOff, IconStethoscope } from '@tabler/icons-react';
import type { DocumentFlag } from '../../shared/agenda/documents-on-file.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import { dateWords, distanceWords } from '../../shared/wording.ts';
import type { DataColumn } from '../ui/data-table/columns.ts';
import { DateWithDistance } from '../ui/date-with-distance.tsx';
import { flagWords, type DocumentRow } from './document-rows.ts';
import { kindWords } from './file-words.ts';
import styles from './board.module.css';

const signs: Partial<Readonly<Record<DocumentFlag, typeof IconCopy>>> = { 'same-file': IconCopy, unused: IconFileOff, apart: IconEyeOff };

function Name({ row }: { readonly row: DocumentRow }) {
  const { document, flags } = row.entry;
  return (
    <span className={styles.name}>
      {document.vault === 'medical' && <IconStethoscope size={14} stroke={1.6} aria-label="Medical vault" role="img" />}
      <b>{row.name}</b>
      {flags.map((flag) => {
        const Sign = signs[flag];
        return Sign === undefined ? null : <span key={flag} className={flag === 'same-file' ? styles.warn : styles.flag} title={flagWords[flag]}><Sign size={13} stroke={1.6} aria-hidden="true" /><span className="sr-only">{flagWords[flag]}</span></span>;
      })}
    </span>
  );
}

/** The columns of a list of documents. `compact`: beside an open document, where there is room for the first few. */
export function documentColumns(asOf: CivilDate, { withPeople, compact }: { readonly withPeople: boolean; readonly compact: boolean }): readonly DataColumn<DocumentRow>[] {
  const name: DataColumn<DocumentRow> = { id: 'name', title: 'Document', width: compact ? 210 : 330, text: (row) => [row.name, ...row.flags].join(' · '), sortBy: (row) => row.name, cell: (row) => <Name row={row} /> };
  const what: DataColumn<DocumentRow> = { id: 'what', title: 'Rests on it', width: compact ? 150 : 200, text: (row) => row.what };
  const people: DataColumn<DocumentRow> = { id: 'people', title: 'Person', width: compact ? 120 : 170, text: (row) => row.people };
  const day: DataColumn<DocumentRow> = {
    id: 'day', title: 'Dated', width: compact ? 100 : 200, text: (row) => row.day ?? '',
    cell: (row) => (row.day === null ? null : compact ? dateWords(row.day) : <DateWithDistance date={dateWords(row.day)} distance={distanceWords(row.day, asOf)} />),
  };
  if (compact) return withPeople ? [name, people, what] : [name, what, day];
  return [
    name, ...(withPeople ? [people] : []), what, day,
    { id: 'pages', title: 'Pages', width: 80, numeric: true, text: (row) => row.pages, sortBy: (row) => row.entry.document.pages ?? null },
    { id: 'kind', title: 'Kind', width: 120, text: (row) => (row.entry.document.purgedAt === undefined ? kindWords(row.entry.document.mediaType) : '') },
    { id: 'flags', title: 'To notice', width: 220, text: (row) => row.flags.join(' · '), sortBy: (row) => -row.flags.length },
  ];
}
