import type { AgencyRecord } from '../../../shared/model/agency-records/agency-record.ts';
import { DocumentLine } from '../../session/document-line.tsx';
import { useSession } from '../../session/session.tsx';
import styles from './panel.module.css';

/** The documents of a record, each to be opened or, where it was misfiled, purged. */
export function RecordDocuments({ record }: { readonly record: AgencyRecord }) {
  const { file } = useSession();
  const documents = (record.documents ?? []).flatMap((ref) => (file.documents ?? []).filter((each) => each.id === ref.id).map((document) => ({ document, pages: ref.pages })));
  if (documents.length === 0) return <p className={styles.facts}>No document on file.</p>;
  return (
    <ul className={styles.documents}>
      {documents.map(({ document, pages }) => (
        <li key={document.id}>
          <DocumentLine document={document} pages={pages} quiet={styles.facts} facts={`${Math.max(1, Math.round(document.bytes / 1024))} kB`} />
        </li>
      ))}
    </ul>
  );
}
