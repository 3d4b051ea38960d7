import { useState } from 'react';
import { useSession } from '../../../session/session.tsx';
import { useRecord } from '../../../session/use-record.ts';
import { ConfirmWithReason } from '../../../ui/confirm-with-reason.tsx';
import { PlanForm } from './plan-form.tsx';
import { ReviewForm } from './review-form.tsx';
import { AssistanceForm, ContestForm, GrantForm, NamesForm } from './small-forms.tsx';
import type { FidelityDeed, TeamFidelity } from './use-fidelity.ts';

/** The form that belongs to what somebody wants to do; closing it changes nothing. */
export function FidelityDialogs({ fidelity, deed, onClose }: { readonly fidelity: TeamFidelity; readonly deed: FidelityDeed | null; readonly onClose: () => void }) {
  switch (deed?.kind) {
    case undefined: return null;
    case 'review': return <ReviewForm fidelity={fidelity} record={deed.record} onClose={onClose} />;
    case 'plan': return <PlanForm fidelity={fidelity} record={deed.record} review={deed.review} onClose={onClose} />;
    case 'contest': return <ContestForm fidelity={fidelity} review={deed.review} onClose={onClose} />;
    case 'assistance': return <AssistanceForm fidelity={fidelity} review={deed.review} record={null} onClose={onClose} />;
    case 'received': return <AssistanceForm fidelity={fidelity} review={null} record={deed.record} onClose={onClose} />;
    case 'grant': return <GrantForm fidelity={fidelity} onClose={onClose} />;
    case 'names': return <NamesForm fidelity={fidelity} onClose={onClose} />;
    case 'retract': return <Retract deed={deed} team={fidelity.team.name} onClose={onClose} />;
  }
}

function Retract({ deed, team, onClose }: { readonly deed: Extract<FidelityDeed, { readonly kind: 'retract' }>; readonly team: string; readonly onClose: () => void }) {
  const { now } = useSession();
  const [problem, setProblem] = useState<string | null>(null);
  const write = useRecord();
  return (
    <ConfirmWithReason
      opened title={`Retract the ${deed.title}, ${team}`} reasonLabel="Why it does not count" confirmLabel="Retract record" destructive problem={problem} onClose={onClose}
      onConfirm={async (reason) => {
        const failed = await write([{ kind: 'retract-agency-record', recordId: deed.record.id, retractedAt: now(), reason }], `Retracted the ${deed.title} of ${team}`, 'Record retracted.');
        setProblem(failed);
        if (failed === null) onClose();
      }}
    >
      It stops counting and stays in the log with your reason. If it took the place of an earlier state, that one counts again. The way back is to record it anew.
    </ConfirmWithReason>
  );
}
