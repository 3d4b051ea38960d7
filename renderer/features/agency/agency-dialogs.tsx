import { useState } from 'react';
import { tasksAfterDecision } from '../../../shared/agenda/accreditation/usual.ts';
import type { AgencyRecord } from '../../../shared/model/agency-records/agency-record.ts';
import { NoteDialog } from '../../session/note-dialog.tsx';
import { useSession } from '../../session/session.tsx';
import { useRecord } from '../../session/use-record.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import type { AgencyDeed, OwnRecord } from './deeds.ts';
import { ApplicationForm, CorrectNoticeForm, DecisionForm, DoneForm, NoticeForm, SurveyForm, TaskForm } from './forms/accreditation-forms.tsx';
import { CredentialForm, EndForm, RenewForm } from './forms/credential-forms.tsx';
import { UsualTasksForm } from './forms/usual-tasks-form.tsx';
import { VendorForm } from './forms/vendor-form.tsx';
import { recordTitle } from './words.ts';

type Props = { readonly deed: AgencyDeed | null; readonly onDeed: (deed: AgencyDeed | null) => void };

/** The form that belongs to what somebody wants to do. One at a time; closing it changes nothing. */
export function AgencyDialogs({ deed, onDeed }: Props) {
  const onClose = (): void => onDeed(null);
  switch (deed?.kind) {
    case undefined:
      return null;
    case 'credential':
      return <CredentialForm type={deed.type} teamId={deed.teamId} replaces={null} onClose={onClose} />;
    case 'correct':
      return <Correct record={deed.record} onDeed={onDeed} />;
    case 'renew':
      return <RenewForm credential={deed.credential} onClose={onClose} />;
    case 'end':
      return <EndForm credential={deed.credential} onClose={onClose} />;
    case 'retract':
      return <Retract record={deed.record} onClose={onClose} />;
    case 'application':
      return <ApplicationForm accreditor={deed.accreditor} replaces={null} onClose={onClose} />;
    case 'survey':
      return <SurveyForm accreditor={deed.accreditor} replaces={null} onClose={onClose} />;
    case 'decision':
      return (
        <DecisionForm
          accreditor={deed.accreditor}
          replaces={null}
          onClose={onClose}
          onRecorded={(decision) => onDeed(tasksAfterDecision(decision).length > 0 ? { kind: 'usual-tasks', decision } : null)}
        />
      );
    case 'task':
      return <TaskForm accreditor={deed.accreditor} replaces={null} onClose={onClose} />;
    case 'held':
      return <SurveyForm accreditor={null} replaces={deed.survey} held onClose={onClose} />;
    case 'done':
      return <DoneForm task={deed.task} onClose={onClose} />;
    case 'usual-tasks':
      return <UsualTasksForm decision={deed.decision} onClose={onClose} />;
    case 'notice':
      return <NoticeForm task={deed.task} onClose={onClose} />;
    case 'note':
      return <NoteDialog opened standing={deed.standing} title={deed.title} name={deed.name} onClose={onClose} />;
    case 'vendor':
      return <VendorForm vendor={deed.vendor} onClose={onClose} />;
  }
}

function Correct({ record, onDeed }: { readonly record: OwnRecord; readonly onDeed: (deed: AgencyDeed | null) => void }) {
  const onClose = (): void => onDeed(null);
  switch (record.kind) {
    case 'credential':
      return <CredentialForm type={record.credential} teamId={null} replaces={record} onClose={onClose} />;
    case 'accreditation-application':
      return <ApplicationForm accreditor={null} replaces={record} onClose={onClose} />;
    case 'accreditation-survey':
      return <SurveyForm accreditor={null} replaces={record} onClose={onClose} />;
    case 'accreditation-decision':
      return <DecisionForm accreditor={null} replaces={record} onClose={onClose} onRecorded={onClose} />;
    case 'accreditation-task':
      return <TaskForm accreditor={null} replaces={record} onClose={onClose} />;
    case 'written-notice':
      return <CorrectNoticeForm notice={record} onClose={onClose} />;
  }
}

function Retract({ record, onClose }: { readonly record: AgencyRecord; readonly onClose: () => void }) {
  const { now } = useSession();
  const [problem, setProblem] = useState<string | null>(null);
  const write = useRecord();
  const title = recordTitle(record);
  return (
    <ConfirmWithReason
      opened
      title={`Retract: ${title}`}
      reasonLabel="Why it does not count"
      confirmLabel="Retract record"
      destructive
      problem={problem}
      onClose={onClose}
      onConfirm={async (reason) => {
        const failed = await write([{ kind: 'retract-agency-record', recordId: record.id, retractedAt: now(), reason }], `Retracted: ${title}`, `${title} retracted.`);
        setProblem(failed);
        if (failed === null) onClose();
      }}
    >
      It stops counting today and stays in the log with your reason. If it took the place of an earlier record, that one counts again. The way back is to record it anew.
    </ConfirmWithReason>
  );
}
