import { dateWords, distanceWords } from '../../../../shared/wording.ts';
import type { NextStep } from '../../../../shared/rules/agency/fidelity/history.ts';
import { laStateWords, ncStateWords, type StateWords } from '../../../../shared/rules/agency/fidelity/state-words.ts';
import type { StatusFamily } from '../../../../shared/rules/status.ts';
import { useSession } from '../../../session/session.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { Glyph, type GlyphName } from '../../../ui/glyph.tsx';
import type { TeamFidelity } from './use-fidelity.ts';
import styles from './fidelity.module.css';

const glyphs: Readonly<Record<StatusFamily, GlyphName>> = { fail: 'octagon', act: 'triangle', finding: 'past-bar', review: 'question', near: 'clock', open: 'circle', ok: 'tick' };

/** Where the team stands, what it may and may not do, and every date that comes next with its rule. */
export function StateBanner({ fidelity }: { readonly fidelity: TeamFidelity }) {
  const { asOf } = useSession();
  const { la, nc } = fidelity;
  return (
    <>
      {la !== null && <OneState cite={fidelity.cite} label="Louisiana" words={laStateWords(la.history, asOf)} next={la.history.next} since={la.history.since} steps={la.history.steps} />}
      {nc !== null && <OneState cite={fidelity.cite} label="North Carolina" words={ncStateWords(nc.history, asOf)} next={nc.history.next} since={nc.history.since} steps={nc.history.steps} />}
    </>
  );
}

function OneState({ cite, label, words, next, since, steps }: {
  readonly cite: TeamFidelity['cite'];
  readonly label: string;
  readonly words: StateWords;
  readonly next: readonly NextStep[];
  readonly since: TeamFidelity['team']['implementedOn'] | null;
  readonly steps: NonNullable<TeamFidelity['la'] | TeamFidelity['nc']>['history']['steps'];
}) {
  const { asOf } = useSession();
  return (
    <section className={styles.state} aria-label={`${label}: ${words.title}`}>
      <div className={styles.stateHead}>
        <span className={cx(styles.badge, styles[words.family])}><Glyph name={glyphs[words.family]} /></span>
        <div>
          <p className={styles.eyebrow}>{label}</p>
          <h2 className={styles.stateTitle}>{words.title}</h2>
          {since != null && <p className={styles.quiet}>{`Since ${dateWords(since)} · ${distanceWords(since, asOf)}`}</p>}
        </div>
      </div>
      <dl className={styles.may}>
        {words.may.length > 0 && <div><dt>May</dt>{words.may.map((each) => <dd key={each}>{each}</dd>)}</div>}
        {words.mayNot.length > 0 && <div><dt>May not</dt>{words.mayNot.map((each) => <dd key={each}>{each}</dd>)}</div>}
      </dl>
      {next.length > 0 && (
        <table className={styles.next}>
          <caption className="sr-only">{`What comes next, ${label}`}</caption>
          <thead><tr><th scope="col">Next</th><th scope="col">By</th><th scope="col">Counted from, and its rule</th></tr></thead>
          <tbody>
            {next.map((step) => (
              <tr key={`${step.id}-${step.dueOn ?? ''}`}>
                <td className={styles.what}>{step.what}</td>
                <td className={styles.by}>
                  {step.dueOn === null
                    ? <span className={styles.quiet}>{`once ${step.missing ?? 'it'} is recorded`}</span>
                    : <DateWithDistance date={`${step.earliest === true ? 'from ' : ''}${dateWords(step.dueOn)}`} distance={distanceWords(step.dueOn, asOf)} tone={step.dueOn < asOf && step.earliest !== true ? 'over' : 'plain'} />}
                </td>
                <td className={styles.quiet}>{step.why}<span className={styles.rule}>{cite(step.rule)}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {steps.length > 0 && (
        <details className={styles.steps}>
          <summary>How it came here</summary>
          <ol>
            {steps.map((step) => (
              <li key={`${step.on}-${step.event}`}>
                <span className={styles.stepOn}>{dateWords(step.on)}</span>
                <span>{step.event}<span className={styles.rule}>{cite(step.rule)}</span></span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
