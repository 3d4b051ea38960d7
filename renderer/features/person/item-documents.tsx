import { resultWords } from '../../../shared/agenda/evidence-fields.ts';
import { dayOf } from '../../../shared/agenda/evidence-history.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import { dateWords } from '../../../shared/wording.ts';
import { DocumentLine } from '../../session/document-line.tsx';
import { useSession } from '../../session/session.tsx';
import styles from './tabs.module.css';

/** The documents an item of evidence rests on, each to be opened at its pages. `sized`: with size and digest behind the name. */
export function ItemDocuments({ item, quiet, sized = false }: { readonly item: Evidence; readonly quiet: string | undefined; readonly sized?: boolean }) {
  const { file } = useSession();
  const day = dayOf(item);
  const instead = ['Medical document', ...(day === null ? [] : [dateWords(day)]), ...(item.result === undefined ? [] : [resultWords[item.result].toLowerCase()])].join(', ');
  return (
    <>
      {(item.documents ?? []).flatMap((ref) => (file.documents ?? []).filter(({ id }) => id === ref.id).map((document) => (
        <p key={document.id} className={styles.document}>
          <DocumentLine
            document={document}
            pages={ref.pages}
            instead={instead}
            quiet={quiet}
            facts={sized ? `${Math.max(1, Math.round(document.bytes / 1024))} kB · ${document.vault === 'medical' ? 'medical vault · ' : ''}${document.sha256.slice(0, 12)}` : ''}
            purge={sized}
          />
        </p>
      )))}
    </>
  );
}
