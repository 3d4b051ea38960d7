import { useMemo, useRef, useState, type RefObject } from 'react';
import { stopWork } from '../../../../shared/agenda/exclusions/confirmed.ts';
import { decideErrorWords, decisionFor } from '../../../../shared/agenda/exclusions/decide.ts';
import { reportTasks } from '../../../../shared/agenda/exclusions/report-tasks.ts';
import { whyNow } from '../../../../shared/agenda/exclusions/why-now.ts';
import { monthOf } from '../../../../shared/civil-date.ts';
import { decisionVerdicts, exclusionListWords, type Decision } from '../../../../shared/model/exclusion.ts';
import { dateWords, longMonthWords } from '../../../../shared/wording.ts';
import { commitErrorWords } from '../../../session/commit-words.ts';
import { ReportForm } from '../../../session/report-form.tsx';
import { useFileDocument } from '../../../session/use-file-document.ts';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { pathOf } from '../../../ui/navigate.ts';
import { cardOf } from './card.ts';
import { ConfirmPerson } from './confirm-person.tsx';
import { dependsOn, stateWords } from './context.ts';
import { DecisionDock } from './decision-dock.tsx';
import { verdictTitles } from './decision-words.ts';
import { comparedOf, draftProblem, emptyDraft, type MatchDraft } from './draft.ts';
import type { Item } from './items.ts';
import { MatchCard } from './match-card.tsx';
import { MatchFacts } from './match-facts.tsx';
import styles from './matches.module.css';

/** One step may have answered several checks at once: it is told once. Newest first. */
function oncePerStep(history: readonly Decision[]): readonly Decision[] {
  const steps = new Map(history.map((decision) => [`${decision.recordedAt} ${decision.verdict} ${decision.reason}`, decision]));
  return [...steps.values()].reverse();
}

/** A part that scrolls must be reached by the keyboard, also where it holds nothing to press. */
const scrollable = { role: 'region', 'aria-label': 'Comparison', tabIndex: 0 } as const;

/** One match: its card, its facts, and, until it is decided or to revise it, the decision below. */
export function MatchView({ item, position, scroll, canSkip, onSkip, onRecorded }: {
  readonly item: Item;
  readonly position: string;
  readonly scroll: RefObject<HTMLDivElement | null>;
  readonly canSkip: boolean;
  readonly onSkip: () => void;
  readonly onRecorded: (logId: string) => void;
}) {
  const { file, evaluation, asOf, knownAt, today, canRecord, newId, now, commit, requirement } = useSession();
  const { check, candidate, subject } = item;
  const isVendor = subject.person === null;
  const list = exclusionListWords[check.list];
  const [draft, setDraft] = useState<MatchDraft>(emptyDraft);
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const [reporting, setReporting] = useState(false);
  const [revising, setRevising] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const fileDocument = useFileDocument();

  const card = useMemo(() => (candidate === null ? null : cardOf(file, check, candidate, asOf)), [file, check, candidate, asOf]);
  const depends = useMemo(() => dependsOn(file, evaluation, requirement, item), [file, evaluation, requirement, item]);
  const why = useMemo(() => whyNow(file, item, asOf, knownAt ?? undefined), [file, item, asOf, knownAt]);
  const decided = item.place === 'confirmed' || item.place === 'remembered';
  const docked = !decided || revising;
  const month = longMonthWords(monthOf(check.checkedOn)).split(' ')[0] ?? '';
  const others = (check.search?.candidates ?? []).filter((each) => each.tier !== 'weak' && each.digest !== candidate?.digest).length;

  const record = async (): Promise<string | null> => {
    const { verdict } = draft;
    if (verdict === null) return 'Choose a decision first.';
    const filed = await fileDocument(draft.proof, 'exclusion');
    if (!filed.ok) return filed.error;
    const made = decisionFor(file, {
      check,
      ...(candidate === null ? {} : { digest: candidate.digest }),
      verdict,
      reason: draft.reason,
      ...(verdict === 'unable' ? { asked: draft.asked } : { compared: comparedOf(draft, check.list, isVendor), ...(draft.ssn ? { ssnVerified: true } : {}) }),
      documents: filed.value.documents,
      on: today,
      newId,
      now: now(),
    });
    if (!made.ok) return decideErrorWords(made.error);
    const done = await commit([...filed.value.changes, ...made.value], `Decided: ${list.short} match of ${item.name}, ${verdictTitles[verdict].toLowerCase()}`);
    if (!done.ok) return commitErrorWords(done.error);
    onRecorded(done.value.logId);
    return null;
  };
  const attempt = (): void => {
    if (!canRecord || working || !docked) return;
    const missing = draftProblem(draft);
    setProblem(missing?.words ?? null);
    if (missing !== null) {
      form.current?.querySelector<HTMLElement>(`[name="${missing.field}"]`)?.focus();
      return;
    }
    if (draft.verdict === 'the-person') {
      setConfirming(true);
      return;
    }
    setWorking(true);
    void record().then((failed) => {
      setProblem(failed);
      setWorking(false);
    });
  };
  const choose = (index: number): void => {
    const verdict = decisionVerdicts[index];
    if (!canRecord || verdict === undefined) return;
    if (!docked) setRevising(true);
    setProblem(null);
    setDraft((before) => ({ ...before, verdict }));
    // The next Tab goes on from the choice.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`input[value="${verdict}"]`)?.focus());
  };
  useKeys('Decision', [
    ...decisionVerdicts.map((verdict, index) => ({ keys: String(index + 1), does: verdictTitles[verdict], run: () => choose(index) })),
    { keys: 'S', does: 'Skip', run: onSkip },
    { keys: 'Ctrl+Enter', does: 'Record the decision', inFields: true, run: attempt },
    ...(subject.person === null ? [] : [{ keys: 'P', does: 'Open the person', run: () => { window.location.hash = `#${pathOf('people', subject.person.id)}`; } }]),
  ]);

  const standing = item.place === 'confirmed' ? stopWork(file, item.key, asOf, knownAt ?? undefined).find((match) => match.candidate?.digest === candidate?.digest && match.list === check.list) : undefined;
  const report = standing === undefined ? undefined : reportTasks(file, asOf, knownAt ?? undefined).find((task) => task.match.check.id === standing.check.id && task.match.candidate?.digest === standing.candidate?.digest);
  return (
    <>
      <div className={styles.middle}>
        <div ref={scroll} className={styles.scroll} {...scrollable}>
          <MatchCard name={item.name} personPath={subject.person === null ? null : pathOf('people', subject.person.id)} check={check} candidate={candidate} card={card} position={position} />
          <div className={styles.factsBelow}>{facts()}</div>
        </div>
        {docked ? (
          <DecisionDock
            draft={draft}
            onChange={(next) => {
              setDraft(next);
              setProblem(null);
            }}
            list={check.list}
            isVendor={isVendor}
            effects={{
              'not-the-person': others > 0 ? `Remembered for this row. ${others} more of this search.` : `Clear in ${month}. Remembered for this row.`,
              'the-person': 'Fail, stop work, report within 10 working days.',
              unable: `Stays open. ${month} cannot close.`,
            }}
            problem={problem}
            working={working}
            signed={`Recorded on ${dateWords(today)}. Can be revised later, never erased.`}
            canSkip={canSkip}
            form={form}
            onSkip={onSkip}
            onRecord={attempt}
          />
        ) : (
          <div className={styles.decided}>
            <div>
              <p><b>{item.decision?.verdict === 'the-person' ? 'The person' : 'Not the person'}</b>{item.decision !== null && `, decided on ${dateWords(item.decision.decidedOn)}${item.decision.recordedBy === undefined ? '' : ` by ${item.decision.recordedBy}`}. ${item.decision.reason}`}</p>
              {report !== undefined && <p>{report.words}</p>}
            </div>
            {report !== undefined && report.status !== 'done' && <WriteButton variant="filled" onClick={() => setReporting(true)}>Record the report</WriteButton>}
            <WriteButton onClick={() => setRevising(true)}>Revise the decision</WriteButton>
          </div>
        )}
      </div>
      <div className={styles.factsBeside}>{facts()}</div>
      {confirming && (
        <ConfirmPerson name={item.name} rowName={card?.rowName ?? `on ${list.short}`} subject={subject} today={today} onConfirm={record} onClose={() => setConfirming(false)} />
      )}
      {reporting && standing !== undefined && <ReportForm match={standing} name={item.name} onClose={() => setReporting(false)} />}
    </>
  );

  function facts() {
    return (
      <MatchFacts
        check={check}
        card={card}
        asOf={asOf}
        whyNow={stateWords(item) ?? why.words}
        names={why.names}
        changed={item.place === 'open' ? (item.reopened?.fields ?? []) : []}
        history={item.reopened !== null && item.place === 'open' ? [item.reopened.decision] : oncePerStep(item.history)}
        seenSince={candidate === null ? null : item.firstSeenIn.checkedOn}
        depends={depends}
      />
    );
  }
}
