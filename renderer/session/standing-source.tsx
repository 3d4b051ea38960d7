import { shortCitation, sources } from '../../shared/rules/packs/sources.ts';
import type { Standing } from '../../shared/rules/standing.ts';
import styles from './standing-source.module.css';

/** Where a verdict comes from: the rule in words, every place that says so, what the agency set instead, and remarks. */
export function StandingSource({ standing, ruleWords }: { readonly standing: Standing; readonly ruleWords: string | null }) {
  return (
    <>
      <h3 className={styles.section}>Source</h3>
      {ruleWords !== null && <p className={styles.rule}>{ruleWords}</p>}
      <ul className={styles.sources}>
        {standing.citations.map((citation) => (
          <li key={`${citation.source}-${citation.section}`} title={sources[citation.source]?.title}>{shortCitation(citation)}</li>
        ))}
      </ul>
      {standing.account.overrides.map((override) => (
        <p key={override.parameter} className={styles.override}>
          {`Agency setting: ${override.parameter} is ${override.new} instead of ${override.old}. ${override.reason}`}
        </p>
      ))}
      {standing.account.notes.map((note) => <p key={note} className={styles.facts}>{`${note.charAt(0).toUpperCase()}${note.slice(1)}.`}</p>)}
    </>
  );
}
