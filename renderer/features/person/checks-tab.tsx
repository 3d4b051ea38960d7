import { useMemo } from 'react';
import { recordedBy } from '../../../shared/agenda/exclusions/subject.ts';
import { monthCoverage } from '../../../shared/agenda/month-coverage.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { useSession } from '../../session/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MonthGrid } from '../../ui/month-grid.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { checkLines } from './check-lines.ts';
import { CheckTable } from './check-table.tsx';
import type { Deed } from './deeds.ts';
import { coverageWords, monthRows } from './month-rows.ts';
import type { PersonView } from './person-view.ts';
import { WriteButton } from '../../session/write-button.tsx';
import styles from './tabs.module.css';

/** Every month that was owed, list by list, and every search that was made of this person's names. */
export function ChecksTab({ view, onDeed }: { readonly view: PersonView; readonly onDeed: (deed: Deed) => void }) {
  const { file, asOf, knownAt } = useSession();
  const { checks, decisions } = useMemo(() => {
    const known = recordedBy(file, knownAt ?? undefined);
    return {
      checks: (file.exclusionChecks ?? []).filter((each) => each.personId === view.person.id && each.checkedOn <= asOf && known(each)),
      decisions: (file.decisions ?? []).filter(known),
    };
  }, [file, knownAt, asOf, view.person.id]);
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
        <CheckTable lines={checkLines(file, checks, decisions, asOf)} onDeed={onDeed} />
      )}
    </div>
  );
}
