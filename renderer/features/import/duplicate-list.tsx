import { Button, Radio } from '@mantine/core';
import { candidateWords, type Duplicate } from '../../../shared/import/match-people.ts';
import { countOf } from '../../../shared/wording.ts';
import styles from './import.module.css';

/** People of the same name where birth dates do not settle whether they are one. Nothing is preselected. */
export function DuplicateList({ duplicates, onChoose, onLeaveOut }: {
  readonly duplicates: readonly Duplicate[];
  readonly onChoose: (key: string, choice: string) => void;
  readonly onLeaveOut: (duplicate: Duplicate) => void;
}) {
  if (duplicates.length === 0) return null;
  const open = duplicates.filter(({ choice }) => choice === null).length;
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>Same person or not? <span className={styles.count}>{open === 0 ? 'all decided' : `${open} to decide`}</span></h2>
      <p className={styles.quiet}>The names agree and a birth date is missing on one side. A wrong guess would mix two people’s records, so Muster does not guess.</p>
      <ul className={styles.cards}>
        {duplicates.map((duplicate) => (
          <li key={duplicate.key} className={styles.card}>
            <Radio.Group
              label={candidateWords(duplicate)}
              description={`${duplicate.file === 'roster' ? 'Roster' : 'Evidence'}, ${countOf(duplicate.rows.length, 'row')}: ${duplicate.rows.slice(0, 8).join(', ')}`}
              value={duplicate.choice}
              onChange={(choice) => onChoose(duplicate.key, choice)}
            >
              <div className={styles.answers}>
                {duplicate.candidates.map((candidate) => (
                  <Radio key={candidate.ref} value={candidate.ref} label={`Is ${candidateWords(candidate)}${candidate.onFile ? '' : ', first met in this file'}`} />
                ))}
                {duplicate.file === 'roster' && <Radio value="new" label="Is somebody else: a new person" />}
              </div>
            </Radio.Group>
            <Button variant="subtle" className={styles.cardAction} onClick={() => onLeaveOut(duplicate)}>{`Leave ${duplicate.rows.length === 1 ? 'this row' : 'these rows'} out`}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
