import { useMemo } from 'react';
import { stopWork, type StopWork } from '../../../shared/agenda/exclusions/confirmed.ts';
import { reportTasks, type ReportTask } from '../../../shared/agenda/exclusions/report-tasks.ts';
import { exclusionListWords } from '../../../shared/model/exclusion.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import { entryName } from '../../../shared/screening/entry-name.ts';
import { keptRow } from '../../session/kept-row.ts';
import { matchKey, matchPath } from '../../session/match-path.ts';
import { useSession } from '../../session/session.tsx';
import { WriteButton } from '../../session/write-button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import type { Deed } from './deeds.ts';
import styles from './stop-work-banner.module.css';

/** The matches that stand against a person, each with its report where one is owed. */
export type StandingMatch = { readonly match: StopWork; readonly report: ReportTask | null };

/** One match, told from another of the same person. */
export const standingMatchKey = ({ match }: StandingMatch): string => matchKey(match.check.id, match.candidate?.digest ?? null);

export function useStandingMatches(personId: string): readonly StandingMatch[] {
  const { file, asOf, knownAt } = useSession();
  return useMemo(() => {
    const known = knownAt ?? undefined;
    const matches = stopWork(file, { personId }, asOf, known);
    if (matches.length === 0) return [];
    const reports = reportTasks(file, asOf, known).filter((task) => task.subject.person?.id === personId);
    const same = (one: StopWork, task: ReportTask): boolean => task.match.check.id === one.check.id && task.match.candidate?.digest === one.candidate?.digest;
    return matches.map((match) => ({ match, report: reports.find((task) => same(match, task)) ?? null }));
  }, [file, personId, asOf, knownAt]);
}

/** Above everything else on the screen: this person must not work, why, who decided it, and the report that is owed. */
export function StopWorkBanner({ personId, name, onDeed }: { readonly personId: string; readonly name: string; readonly onDeed: (deed: Deed) => void }) {
  const standing = useStandingMatches(personId);
  if (standing.length === 0) return null;
  return (
    <section className={styles.banner} aria-label="Stop work">
      <div className={styles.head}>
        <Glyph name="octagon" size={16} />
        <h2>{`Stop work: ${name} is on an exclusion list`}</h2>
      </div>
      <p className={styles.effect}>Nothing this person does, directly or indirectly, may be paid by Medicaid or Medicare.</p>
      {standing.map((each) => <Match key={standingMatchKey(each)} standing={each} onDeed={onDeed} />)}
    </section>
  );
}

function Match({ standing, onDeed }: { readonly standing: StandingMatch; readonly onDeed: (deed: Deed) => void }) {
  const { file, asOf } = useSession();
  const { match, report } = standing;
  const row = match.candidate === null ? null : keptRow(file, match.check, match.candidate);
  return (
    <div className={styles.match}>
      <p>
        <b>{row === null ? exclusionListWords[match.list].long : entryName(row)}</b>
        {` · ${match.words} `}
        {match.candidate !== null && <a href={`#${matchPath(matchKey(match.check.id, match.candidate.digest))}`}>Open the match</a>}
      </p>
      {report !== null && (report.status === 'done' ? (
        <p className={styles.done}><Glyph name="tick" /> {report.words}</p>
      ) : (
        <div className={styles.report}>
          <p className={report.status === 'overdue' ? styles.late : undefined}>
            <b>{`Report to LDH by ${dateWords(report.dueOn)}`}</b>
            {` · ${distanceWords(report.dueOn, asOf)}, within 10 working days of the decision of ${dateWords(match.since)}.`}
          </p>
          <WriteButton onClick={() => onDeed({ kind: 'report', standing })}>Record the report</WriteButton>
        </div>
      ))}
      {match.decision?.reason !== undefined && <p className={styles.reason}>{match.decision.reason}</p>}
    </div>
  );
}
