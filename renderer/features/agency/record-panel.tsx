import type { ReactNode, RefObject } from 'react';
import { useAgencyRecords } from '../../session/use-agency-records.ts';
import { WriteButton } from '../../session/write-button.tsx';
import { RecordDates } from './record-dates.tsx';
import { RecordDocuments } from './record-documents.tsx';
import type { AgencyDeed, OwnRecord } from './deeds.ts';
import { factsOfRecord, recordTitle, recordedWords } from './words.ts';
import styles from './panel.module.css';

/** One record in full: its days, its documents, and what can be done about it. */
export function RecordPanel({ record, code, mark, remark, heading, acts, onDeed }: {
  readonly record: OwnRecord;
  /** The small line above the title. */
  readonly code: string;
  readonly mark: ReactNode;
  /** A sentence below the dates. */
  readonly remark?: string | null;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** What belongs to this kind of record, before what belongs to all. */
  readonly acts?: ReactNode;
  readonly onDeed: (deed: AgencyDeed) => void;
}) {
  const records = useAgencyRecords();
  return (
    <section className={styles.explained}>
      <p className={styles.code}>{code}</p>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>{recordTitle(record)}</h2>
      <p className={styles.answers}>
        {mark}
        {factsOfRecord(record, records).map((fact) => <span key={fact}>{fact}</span>)}
      </p>
      <RecordDates record={record} />
      {remark !== null && remark !== undefined && <p className={styles.facts}>{remark}</p>}
      {record.note !== undefined && <p className={styles.note}>“{record.note}”</p>}
      <h3 className={styles.section}>Documents <span>{(record.documents ?? []).length}</span></h3>
      <RecordDocuments record={record} />
      <p className={styles.facts}>{recordedWords(record)}{record.supersedes !== undefined && ' · takes the place of an earlier record'}</p>
      <div className={styles.acts}>
        {acts}
        <WriteButton shortcut="C" onClick={() => onDeed({ kind: 'correct', record })}>Correct</WriteButton>
        <WriteButton onClick={() => onDeed({ kind: 'retract', record })}>Retract</WriteButton>
      </div>
      <p className={styles.facts}>“Correct” also adds documents. What is filed stays.</p>
    </section>
  );
}
