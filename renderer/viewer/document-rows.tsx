import { IconCopy, IconEyeOff, IconFileOff, IconStethoscope } from '@tabler/icons-react';
import type { DocumentFlag, DocumentOnFile } from '../../shared/agenda/documents-on-file.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import { countOf, dateWords, distanceWords } from '../../shared/wording.ts';
import type { DataColumn } from '../ui/data-table/columns.ts';
import { DateWithDistance } from '../ui/date-with-distance.tsx';
import { kindWords } from './file-words.ts';
import { apartWords } from './mark-words.ts';
import { medicalWords } from './medical-words.ts';
import styles from './board.module.css';

/** One line of a list of documents. */
export type DocumentRow = {
  readonly entry: DocumentOnFile;
  /** Its name; of a medical one without the right to it, date and result. */
  readonly name: string;
  readonly people: string;
  /** What rests on it. */
  readonly what: string;
  readonly day: CivilDate | null;
  readonly pages: string;
  readonly flags: readonly string[];
};

export const flagWords: Readonly<Record<DocumentFlag, string>> = {
  'same-file': 'Same file on two people', unused: 'Nothing rests on it', apart: 'Kept apart', 'not-looked-over': 'Not looked over', purged: 'Purged',
};

/** The lines of documents, in their order. `medical`: whether medical ones may be named. */
export function documentRows(entries: readonly DocumentOnFile[], names: ReadonlyMap<string, string>, medical: boolean, personId: string | null): readonly DocumentRow[] {
  return entries.map((entry): DocumentRow => {
    const { document, uses, people } = entry;
    // On a person's screen their own records come first: the same paper may also rest with somebody else.
    const own = personId === null ? uses : uses.filter((use) => use.personId === personId);
    const first = own.find(({ counts }) => counts) ?? own[0];
    const titles = [...new Set(own.filter(({ counts }) => counts || own.every((use) => !use.counts)).map(({ title }) => title))];
    const hidden = document.vault === 'medical' && !medical;
    return {
      entry,
      name: document.purgedAt !== undefined ? 'Purged document' : hidden ? medicalWords(own) : document.name,
      people: people.map((id) => names.get(id) ?? '').join('; '),
      what: titles.length === 0 ? '' : titles.length === 1 ? (titles[0] ?? '') : `${titles[0] ?? ''} and ${countOf(titles.length - 1, 'more', 'more')}`,
      day: first?.day ?? null,
      pages: first?.pages != null ? `${first.pages}${document.pages === undefined ? '' : ` of ${document.pages}`}` : document.pages === undefined || document.pages === 0 ? '' : String(document.pages),
      flags: entry.flags.flatMap((flag) => (flag === 'not-looked-over' ? [] : [flag === 'apart' && document.apart !== undefined ? `Kept apart: ${apartWords[document.apart].title}` : flagWords[flag]])),
    };
  });
}

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
