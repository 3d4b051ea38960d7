import { useState } from 'react';
import { correctionStateWords, isDone, type CorrectionLine, type CorrectionState, type FindingLine, type SurveyState } from '../../../shared/agenda/survey/survey-state.ts';
import type { SurveyFinding } from '../../../shared/model/agency-records/agency-record.ts';
import { countOf, dateWords, distanceWords } from '../../../shared/wording.ts';
import { DocumentLine } from '../../session/document-line.tsx';
import { useSession } from '../../session/session.tsx';
import { useRecord } from '../../session/use-record.ts';
import { WriteButton } from '../../session/write-button.tsx';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { GlyphName } from '../../ui/glyph.tsx';
import { pathOf } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { StatusMark, type MarkFamily } from '../../ui/status-mark.tsx';
import { CloseDialog, PlanDialog } from './correction-dialog.tsx';
import { useNames } from './use-surveys.ts';
import styles from './survey.module.css';

const looks: Readonly<Record<CorrectionState, { readonly family: MarkFamily; readonly glyph: GlyphName }>> = {
  done: { family: 'ok', glyph: 'tick' },
  'done-late': { family: 'finding', glyph: 'past-bar' },
  overdue: { family: 'act', glyph: 'triangle' },
  'due-soon': { family: 'near', glyph: 'half-circle' },
  open: { family: 'open', glyph: 'circle' },
};

type Deed =
  | { readonly kind: 'plan'; readonly finding: SurveyFinding; readonly line: CorrectionLine | null }
  | { readonly kind: 'close'; readonly line: CorrectionLine }
  | { readonly kind: 'retract'; readonly line: FindingLine };

/** The findings with what is done about each: action, owner, day, and the document that closed it. */
export function PlanTab({ state }: { readonly state: SurveyState }) {
  const [deed, setDeed] = useState<Deed | null>(null);
  const { findings, plan, overdue, done } = state;
  return (
    <div className={styles.scroll}>
      {findings.length === 0 ? (
        <EmptyState>Nothing was found yet. Walk through the files and take over what is proposed (T), or write a finding of your own (N).</EmptyState>
      ) : (
        <ul className={styles.findings} aria-label="Findings">
          {findings.map((line) => <Finding key={line.finding.id} line={line} onDeed={setDeed} />)}
        </ul>
      )}
      {deed?.kind === 'plan' && <PlanDialog finding={deed.finding} line={deed.line} onClose={() => setDeed(null)} />}
      {deed?.kind === 'close' && <CloseDialog line={deed.line} onClose={() => setDeed(null)} />}
      <Retract line={deed?.kind === 'retract' ? deed.line : null} onClose={() => setDeed(null)} />
      <Slot name="footer">{`${countOf(findings.length, 'finding')} · ${done} of ${countOf(plan.length, 'correction')} done${overdue === 0 ? '' : ` · ${overdue} overdue`}`}</Slot>
    </div>
  );
}

function Finding({ line, onDeed }: { readonly line: FindingLine; readonly onDeed: (deed: Deed) => void }) {
  const { asOf, requirementTitle } = useSession();
  const names = useNames();
  const { finding, corrections, state } = line;
  const about = finding.personId === undefined ? 'The agency' : names(finding.personId);
  return (
    <li className={styles.finding}>
      <div className={styles.findingHead}>
        {state === 'closed' ? <StatusMark family="ok" glyph="tick" word="Closed" />
          : state === 'unplanned' ? <StatusMark family="near" glyph="half-circle" word="No plan yet" variant="pill" />
          : state === 'recommendation' ? <StatusMark family="open" glyph="circle" word="Recommendation" />
          : <StatusMark {...looks[state]} word={state === 'overdue' ? 'Overdue' : 'Open'} variant={state === 'overdue' ? 'pill' : 'bare'} />}
        <span className={styles.about}>
          {finding.personId === undefined ? <b>{about}</b> : <a href={`#${finding.requirement === undefined ? pathOf('people', finding.personId) : pathOf('people', finding.personId, finding.requirement)}`}><b>{about}</b></a>}
          {finding.requirement !== undefined && <span className={styles.quiet}>{` · ${requirementTitle(finding.requirement)}`}</span>}
        </span>
        <span className={styles.grow} />
        <WriteButton size="compact-sm" onClick={() => onDeed({ kind: 'plan', finding, line: null })}>Plan a correction</WriteButton>
        <WriteButton size="compact-sm" variant="subtle" onClick={() => onDeed({ kind: 'retract', line })}>Retract</WriteButton>
      </div>
      <p className={styles.findingText}>{finding.text}</p>
      {corrections.length > 0 && (
        <table className={styles.table} aria-label={`Corrections: ${finding.text}`}>
          <thead className="sr-only"><tr><th scope="col">Action</th><th scope="col">Owner</th><th scope="col">Due</th><th scope="col">State</th><th scope="col">Proof and what can be done</th></tr></thead>
          <tbody>
            {corrections.map((each) => (
              <tr key={each.correction.id}>
                <th scope="row">{each.correction.action}</th>
                <td>{each.correction.owner}</td>
                <td><DateWithDistance date={`by ${dateWords(each.correction.dueOn)}`} distance={isDone(each) ? '' : distanceWords(each.correction.dueOn, asOf)} tone={each.state === 'overdue' ? 'over' : 'plain'} /></td>
                <td>
                  <StatusMark {...looks[each.state]} word={correctionStateWords[each.state]} variant={isDone(each) ? 'bare' : 'pill'} />
                  {each.correction.doneOn !== undefined && isDone(each) && <span className={styles.quiet}>{` ${dateWords(each.correction.doneOn)} · ${distanceWords(each.correction.doneOn, asOf)}`}</span>}
                </td>
                <td className={styles.acts}>
                  <Proof line={each} />
                  {!isDone(each) && <WriteButton size="compact-xs" onClick={() => onDeed({ kind: 'close', line: each })}>Close</WriteButton>}
                  {!isDone(each) && <WriteButton size="compact-xs" variant="subtle" onClick={() => onDeed({ kind: 'plan', finding, line: each })}>Change</WriteButton>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}

function Proof({ line }: { readonly line: CorrectionLine }) {
  const { file } = useSession();
  const found = (line.correction.documents ?? []).flatMap((ref) => {
    const document = (file.documents ?? []).find(({ id }) => id === ref.id);
    return document === undefined ? [] : [{ document, pages: ref.pages }];
  });
  return found.map(({ document, pages }) => <span key={document.id} className={styles.proof}><DocumentLine document={document} facts="" quiet={styles.quiet} pages={pages} purge={false} /></span>);
}

function Retract({ line, onClose }: { readonly line: FindingLine | null; readonly onClose: () => void }) {
  const { now } = useSession();
  const record = useRecord();
  const [problem, setProblem] = useState<string | null>(null);
  const close = (): void => {
    setProblem(null);
    onClose();
  };
  const confirm = async (reason: string): Promise<void> => {
    if (line === null) return;
    // Its plan asks for nothing without it.
    const refused = await record([{ kind: 'retract-agency-record', recordId: line.finding.id, retractedAt: now(), reason }], `Retracted a finding: ${reason}`, 'The finding is retracted.');
    setProblem(refused);
    if (refused === null) close();
  };
  return (
    <ConfirmWithReason opened={line !== null} title="Retract this finding?" reasonLabel="Why does it not stand?" confirmLabel="Retract finding" problem={problem} onConfirm={confirm} onClose={close}>
      The finding and its plan no longer count. Both stay in the record with your reason, and an earlier known-at still shows them.
    </ConfirmWithReason>
  );
}
