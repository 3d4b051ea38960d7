import { useState } from 'react';
import { letterFor } from '../../../shared/agenda/letter.ts';
import { longDateWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Sheet } from './sheet.tsx';
import type { PersonView } from './person-view.ts';
import styles from './sheet.module.css';

/** The "what I need from you" letter as it goes out: plain words, dates, nothing about results. The signature is typed once. */
export function LetterSheet({ view }: { readonly view: PersonView }) {
  const { file, requirements, explain, asOf } = useSession();
  const [signedBy, setSignedBy] = useState('');
  const { person, employment } = view;
  if (employment === null) return <EmptyState>No employment is recorded, so there is nothing to ask for.</EmptyState>;
  const letter = letterFor({ file, person, employment, standings: view.rows.map((row) => row.standing), requirements, explain, asOf });
  return (
    <Sheet personId={person.id} title="What I need from you" fileName={`What I need from you, ${letter.addressee}`}>
      <p className={styles.letterhead}>{letter.agency}</p>
      <p className={styles.date}>{longDateWords(letter.date)}</p>
      <p className={styles.addressee}>{letter.addressee}</p>
      <h1 className={styles.subject}>{letter.subject}</h1>
      <p>{letter.greeting}</p>
      {letter.items.length === 0 && letter.agencyDoes.length === 0 ? (
        <p>Your file is complete. There is nothing I need from you today. Thank you.</p>
      ) : (
        <>
          <p>{letter.opening}</p>
          <ol className={styles.asks}>
            {letter.items.map((item) => (
              <li key={item.requirement}>
                <p>
                  <b>{item.what}</b>
                  {item.by !== null && item.by >= letter.date && <>, by <b>{longDateWords(item.by)}</b></>}
                  {item.by !== null && item.by < letter.date && <>, due since <b>{longDateWords(item.by)}</b></>}
                  . {item.remark}
                </p>
                <p>{item.bring}</p>
              </li>
            ))}
          </ol>
          {letter.agencyDoes.length > 0 && (
            <>
              <p>These I arrange myself. For them I need:</p>
              <ul className={styles.asks}>
                {letter.agencyDoes.map((each) => <li key={each.what}><p><b>{each.what}</b>. {each.needs}</p></li>)}
              </ul>
            </>
          )}
          {letter.closing.map((each) => <p key={each}>{each}</p>)}
        </>
      )}
      <p className={styles.regards}>With kind regards,</p>
      <input className={styles.signature} aria-label="Your name and telephone, as printed under the letter" placeholder="Your name, telephone" value={signedBy} onChange={(event) => setSignedBy(event.currentTarget.value)} />
    </Sheet>
  );
}
