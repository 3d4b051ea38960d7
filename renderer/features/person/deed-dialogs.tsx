import { useState } from 'react';
import { emptyDraft, draftCorrecting } from '../../../shared/agenda/evidence-draft.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { NoteDialog } from '../../session/note-dialog.tsx';
import { ReportForm } from '../../session/report-form.tsx';
import { useSession } from '../../session/session.tsx';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { CheckForm, DecisionForm } from './check-form.tsx';
import type { Deed } from './deeds.ts';
import { ChangeRoleForm, EndEmploymentForm, WithdrawForm } from './employment-deeds.tsx';
import { EmploymentForm } from './employment-form.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { IdentityForm } from './identity-form.tsx';
import { LicenseForm } from './license-form.tsx';
import type { PersonView, RequirementRow } from './person-view.ts';
import { itemTitle } from './words.ts';
import { useRecord } from '../../session/use-record.ts';

/** Whether a requirement is met by searches of lists rather than by evidence. */
const isMetByChecks = (row: RequirementRow): boolean => row.info !== undefined && row.info.kinds.length === 0;

/** The form that belongs to what somebody wants to do. One at a time; closing it changes nothing. */
export function DeedDialogs({ deed, view, onClose }: { readonly deed: Deed | null; readonly view: PersonView; readonly onClose: () => void }) {
  switch (deed?.kind) {
    case undefined:
    case 'open-tab':
    case 'show-employment':
      return null;
    case 'add':
      return <EvidenceForm view={view} start={emptyDraft('other')} kinds={[]} requirement={null} title="Add evidence" onClose={onClose} />;
    case 'record': {
      if (isMetByChecks(deed.row)) return <CheckForm view={view} onClose={onClose} />;
      const kinds = deed.row.info?.kinds ?? [];
      return <EvidenceForm view={view} start={emptyDraft(kinds[0] ?? 'other')} kinds={kinds} requirement={deed.row.standing.requirement} title={`Record for ${deed.row.title}`} onClose={onClose} />;
    }
    case 'attest':
      return <EvidenceForm view={view} start={{ ...emptyDraft('attestation'), about: deed.about }} kinds={['attestation']} requirement={deed.row.standing.requirement} title={`Attest for ${deed.row.title}`} onClose={onClose} />;
    case 'correct':
      return <EvidenceForm view={view} start={draftCorrecting(deed.item)} kinds={[deed.item.kind]} requirement={null} title={`Correct: ${itemTitle(deed.item)}`} onClose={onClose} />;
    case 'retract':
      return <Retract deed={deed} view={view} onClose={onClose} />;
    case 'note':
      return <NoteDialog opened standing={deed.row.standing} title={deed.row.title} name={fullName(shownName(view.person))} onClose={onClose} />;
    case 'check':
      return <CheckForm view={view} onClose={onClose} />;
    case 'decide':
      return <DecisionForm view={view} check={deed.check} onClose={onClose} />;
    case 'report':
      return <ReportForm match={deed.standing.match} name={fullName(shownName(view.person))} onClose={onClose} />;
    case 'identity':
      return <IdentityForm person={view.person} onClose={onClose} />;
    case 'employment':
      return <EmploymentForm view={view} employment={deed.employment} onClose={onClose} />;
    case 'change-role':
      return <ChangeRoleForm view={view} employment={deed.employment} onClose={onClose} />;
    case 'end-employment':
      return <EndEmploymentForm view={view} employment={deed.employment} onClose={onClose} />;
    case 'withdraw':
      return <WithdrawForm view={view} employment={deed.employment} onClose={onClose} />;
    case 'license':
      return <LicenseForm view={view} license={deed.license} index={deed.index} onClose={onClose} />;
  }
}

function Retract({ deed, view, onClose }: { readonly deed: Extract<Deed, { readonly kind: 'retract' }>; readonly view: PersonView; readonly onClose: () => void }) {
  const { now } = useSession();
  const [problem, setProblem] = useState<string | null>(null);
  const record = useRecord();
  const title = itemTitle(deed.item);
  return (
    <ConfirmWithReason
      opened
      title={`Retract: ${title}`}
      reasonLabel="Why it does not count"
      confirmLabel="Retract evidence"
      destructive
      problem={problem}
      onClose={onClose}
      onConfirm={async (reason) => {
        const failed = await record(
          [{ kind: 'retract-evidence', evidenceId: deed.item.id, retractedAt: now(), reason }],
          `Retracted: ${title}, ${fullName(shownName(view.person))}`,
          `${title} retracted.`,
        );
        setProblem(failed);
        if (failed === null) onClose();
      }}
    >
      It stops counting today and stays readable in the history with your reason. If it corrected another item, that one counts again. The way back is to record it anew.
    </ConfirmWithReason>
  );
}
