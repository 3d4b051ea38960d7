import { Button } from '@mantine/core';
import { checkStatus, monthCoverage } from '../../../shared/agenda/month-coverage.ts';
import { exclusionListWords } from '../../../shared/model/exclusion.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MonthGrid } from '../../ui/month-grid.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { Deed } from './deeds.ts';
import { coverageWords, monthRows } from './month-rows.ts';
import type { PersonView } from './person-view.ts';
import { WriteButton } from '../../session/write-button.tsx';
import styles from './tabs.module.css';

/** Every month that was owed, list by list, and every search that was made of this person's names. */
export function ChecksTab({ view, onDeed }: { readonly view: PersonView; readonly onDeed: (deed: Deed) => void }) {
  const { file, asOf, isNow } = useSession();
  const checks = (file.exclusionChecks ?? [])
    .filter((each) => each.personId === view.person.id && each.checkedOn <= asOf)
    .sort((one, other) => (one.checkedOn === other.checkedOn ? (one.list < other.list ? -1 : 1) : one.checkedOn < other.checkedOn ? 1 : -1));
  const decisions = file.decisions ?? [];
  const monthly = view.rows.filter((row) => (row.standing.periods ?? []).some((each) => /^\d{4}-\d{2}$/.test(each.period)));
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <h2>Exclusion checks</h2>
        <WriteButton variant="filled" onClick={() => onDeed({ kind: 'check' })}>Record a web-site check</WriteButton>
      </div>
      {monthly.map((row) => {
        const coverage = monthCoverage(row.standing, checks, decisions, asOf);
        const words = coverageWords(coverage);
        return (
          <section key={row.standing.requirement} className={styles.coverage}>
            <h3>{row.title} <StatusMark {...lookOf(row.standing.status)} variant="pill" /></h3>
            <p>{words.text} {words.holes !== '' && <b>{words.holes} A later check does not repair a month.</b>}</p>
            <MonthGrid rows={monthRows(coverage)} label={row.title} />
          </section>
        );
      })}
      {checks.length === 0 ? (
        <EmptyState>No list was searched for this person yet.</EmptyState>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr><th scope="col">Checked on</th><th scope="col">List</th><th scope="col">Outcome</th><th scope="col">How</th><th scope="col">Names searched</th><th scope="col">Decision</th></tr>
          </thead>
          <tbody>
            {checks.map((check) => {
              const status = checkStatus(check, decisions, asOf);
              const decision = decisions.filter((each) => each.checkId === check.id || each.id === check.decisionId).sort((one, other) => (one.recordedAt < other.recordedAt ? 1 : -1))[0];
              return (
                <tr key={check.id}>
                  <td className="num"><DateWithDistance date={dateWords(check.checkedOn)} distance={distanceWords(check.checkedOn, asOf)} /></td>
                  <td>{exclusionListWords[check.list].short}</td>
                  <td>
                    <StatusMark {...lookOf(status)} variant={status === 'met' ? 'bare' : 'pill'} text={{ clear: 'Clear', possible: status === 'review' ? 'Possible match' : 'Match decided', confirmed: 'Confirmed', unable: 'Not searched' }[check.outcome]} label={`${check.outcome}, ${lookOf(status).word}`} />
                  </td>
                  <td>{check.method === 'whole-list' ? `Whole list${check.listVersion === undefined ? '' : `, ${check.listVersion.name}`}` : 'Web site'}</td>
                  <td>{check.namesSearched === undefined ? 'not stated' : check.namesSearched.join(', ')}</td>
                  <td>
                    {decision !== undefined && <span title={decision.reason}>{`${decision.verdict.replaceAll('-', ' ')}, ${dateWords(decision.decidedOn)}`}</span>}
                    {status === 'review' && <Button size="compact-xs" disabled={!isNow} onClick={() => onDeed({ kind: 'decide', check })}>Record decision</Button>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </div>
  );
}
