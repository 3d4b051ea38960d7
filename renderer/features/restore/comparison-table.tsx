import type { AgencyComparison } from '../../../shared/backup/comparison.ts';
import { listWords } from '../../../shared/backup/words.ts';
import styles from './restore.module.css';

const cell = (count: number): string => (count === 0 ? '–' : String(count));
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What would come, go and read otherwise, against the open agency. */
export function ComparisonTable({ comparison: { lists, agency, acknowledgements } }: { readonly comparison: AgencyComparison }) {
  if (lists.length === 0 && !agency && !acknowledgements.differ) return <p className={styles.text}>The record in the backup and the open one are the same.</p>;
  return (
    <table className={styles.table}>
      <caption>Against the agency that is open now</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Comes back</th>
          <th scope="col">Goes</th>
          <th scope="col">Reads otherwise</th>
        </tr>
      </thead>
      <tbody>
        {agency && <tr><th scope="row">Settings of the agency</th><td>–</td><td>–</td><td>yes</td></tr>}
        {lists.map(({ list, added, missing, changed }) => (
          <tr key={list}>
            <th scope="row">{capital(listWords[list][1])}</th>
            <td>{cell(added.length)}</td>
            <td>{cell(missing.length)}</td>
            <td>{cell(changed.length)}</td>
          </tr>
        ))}
        {acknowledgements.differ && (
          <tr>
            <th scope="row">Notes on findings</th>
            <td>{cell(Math.max(0, acknowledgements.more))}</td>
            <td>{cell(Math.max(0, -acknowledgements.more))}</td>
            <td>{acknowledgements.more === 0 ? 'yes' : '–'}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
