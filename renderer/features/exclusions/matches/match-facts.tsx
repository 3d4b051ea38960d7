import type { ReactNode } from 'react';
import type { DifferentField } from '../../../../shared/agenda/exclusions/difference.ts';
import type { SearchedName } from '../../../../shared/agenda/exclusions/why-now.ts';
import { isCivilDate, type CivilDate } from '../../../../shared/civil-date.ts';
import type { Decision, ExclusionCheck } from '../../../../shared/model/exclusion.ts';
import { lookOf } from '../../../../shared/status-look.ts';
import type { Standing } from '../../../../shared/rules/standing.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { cx } from '../../../ui/cx.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { Digest } from '../digest.tsx';
import type { Card } from './card.ts';
import { decisionWords } from './decision-words.ts';
import styles from './match-facts.module.css';

/** Something that waits for the decision, and how it stands. */
export type Dependent = { readonly key: string; readonly title: string; readonly status: Standing['status']; readonly when: string };

export type MatchContext = {
  readonly check: ExclusionCheck;
  readonly card: Card | null;
  readonly asOf: CivilDate;
  /** In sentences: why this is asked now. */
  readonly whyNow: readonly string[];
  readonly names: readonly SearchedName[];
  readonly changed: readonly DifferentField[];
  /** Earlier decisions on the pair, newest first. */
  readonly history: readonly Decision[];
  readonly seenSince: CivilDate | null;
  readonly depends: readonly Dependent[];
};

/** Everything beside the comparison: the row, why now, the names, the list, and what waits for the decision. */
export function MatchFacts({ check, card, asOf, whyNow, names, changed, history, seenSince, depends }: MatchContext) {
  const version = card?.version ?? null;
  return (
    <aside className={styles.facts} aria-label="Facts">
      {card !== null && (
        <Section title="The list row">
          <dl className={styles.list}>
            {card.facts.map((fact) => (
              <Fact key={fact.label} label={fact.label}>
                <span className={cx(fact.loud === true && styles.loud)}>{fact.value}</span>
                {fact.more !== undefined && <span className={styles.more}>{fact.more}</span>}
              </Fact>
            ))}
            {seenSince !== null && <Fact label="Seen since"><span className="num">{dateWords(seenSince)}</span></Fact>}
          </dl>
        </Section>
      )}
      <Section title={changed.length > 0 ? 'What changed' : 'Why now'}>
        {whyNow.map((words) => <p key={words} className={styles.text}>{words}</p>)}
        {changed.length > 0 && (
          <table className={styles.changes} aria-label="What changed since the earlier decision">
            <thead><tr><th scope="col">Field</th><th scope="col">Then</th><th scope="col">Now</th></tr></thead>
            <tbody>
              {changed.map((each) => (
                <tr key={`${each.of} ${each.field} ${each.before} ${each.after}`}>
                  <th scope="row">{each.of === 'row' ? `row: ${each.field}` : each.field}</th>
                  <td><del>{fieldText(each.before)}</del></td>
                  <td><ins>{fieldText(each.after)}</ins></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {history.map((decision) => (
          <div key={decision.id} className={styles.earlier}>
            <b>{decisionWords[decision.verdict]}</b>
            {`, ${dateWords(decision.decidedOn)}${decision.recordedBy === undefined ? '' : ` by ${decision.recordedBy}`}`}
            <p>{decision.reason}</p>
            {decision.compared !== undefined && decision.compared.length > 0 && <p>{`Compared: ${decision.compared.join(', ')}`}</p>}
            {decision.asked !== undefined && decision.asked !== '' && <p>{`Asked: ${decision.asked}`}</p>}
          </div>
        ))}
      </Section>
      {names.length > 0 && (
        <Section title="Names searched" count={names.length}>
          <ul className={styles.names}>
            {names.map((each) => (
              <li key={`${each.kind} ${each.name}`} className={cx(each.hits > 0 && styles.hit)}>
                <span title={each.kind}>{each.name}</span>
                <span>{`${countOf(each.variants, 'form')}, ${each.hits === 0 ? 'no hit' : countOf(each.hits, 'hit')}`}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="List version">
        <dl className={styles.list}>
          <Fact label="File"><span>{version?.name ?? check.listVersion?.name ?? 'searched on the web site'}</span></Fact>
          {version?.publishedOn !== undefined && <Fact label="Published"><DateWithDistance date={dateWords(version.publishedOn)} distance={distanceWords(version.publishedOn, asOf)} /></Fact>}
          {version !== null && <Fact label="Imported"><DateWithDistance date={dateWords(version.recordedAt.slice(0, 10) as CivilDate)} distance={distanceWords(version.recordedAt.slice(0, 10) as CivilDate, asOf)} /></Fact>}
          <Fact label="Searched"><DateWithDistance date={dateWords(check.checkedOn)} distance={distanceWords(check.checkedOn, asOf)} /></Fact>
          {check.listVersion !== undefined && <Fact label="Rows"><span className="num">{check.listVersion.rows.toLocaleString('en-US')}</span></Fact>}
          {card !== null && <Fact label="This row"><span className="num">{`row ${card.row.row.toLocaleString('en-US')}`}</span></Fact>}
          {check.listVersion !== undefined && (
            <Fact label="SHA-256"><Digest sha256={check.listVersion.sha256} /></Fact>
          )}
          {check.search !== undefined && <Fact label="Matching"><span>{check.search.engine}</span></Fact>}
        </dl>
      </Section>
      {depends.length > 0 && (
        <Section title="What depends on it">
          <ul className={styles.depends}>
            {depends.map((each) => (
              <li key={each.key}>
                <StatusMark {...lookOf(each.status)} text={each.title} label={`${each.title}: ${lookOf(each.status).word}`} />
                <span className="num">{each.when}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </aside>
  );
}

/** A birth date as a date, nothing as `none`. */
const fieldText = (text: string): string => (text === '' ? 'none' : isCivilDate(text) ? dateWords(text) : text);

const Section = ({ title, count, children }: { readonly title: string; readonly count?: number; readonly children: ReactNode }) => (
  <section className={styles.section}>
    <h3>{title}{count !== undefined && <span className="num">{count}</span>}</h3>
    {children}
  </section>
);

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
