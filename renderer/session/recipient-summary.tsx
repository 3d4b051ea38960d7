import type { RecipientProfile } from '../../shared/model/recipient-profile.ts';
import { recipientLines } from './recipient-words.ts';
import styles from './recipient-summary.module.css';

/** What a binder for a recipient holds, in plain words. */
export function RecipientSummary({ profile }: { readonly profile: RecipientProfile }) {
  return (
    <dl className={styles.lines}>
      {recipientLines(profile).map(({ label, words }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
