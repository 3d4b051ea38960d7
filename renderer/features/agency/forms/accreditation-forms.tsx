import { noticeTasks, type NoticeTask } from '../../../../shared/agenda/accreditation/notice-tasks.ts';
import { usualExpiry, usualTerms } from '../../../../shared/agenda/accreditation/usual.ts';
import { isCivilDate } from '../../../../shared/civil-date.ts';
import {
  accreditationOutcomeWords, accreditationTasks, accreditationTaskWords, accreditors, accreditorWords, isAdverse, accreditationOutcomes, type Accreditor,
} from '../../../../shared/model/agency-records/accreditation.ts';
import type {
  AccreditationApplication, AccreditationDecision, AccreditationSurvey, AccreditationTaskRecord, AgencyRecord, WrittenNotice,
} from '../../../../shared/model/agency-records/agency-record.ts';
import { inForceOn } from '../../../../shared/model/agency-records/notices.ts';
import { countOf, dateWords } from '../../../../shared/wording.ts';
import { useAgencyRecords } from '../../../session/use-agency-records.ts';
import { useSession } from '../../../session/session.tsx';
import { noticeMethodWords, recordTitle } from '../words.ts';
import { RecordForm } from './record-form.tsx';
import { choicesOf, valuesOf, type FormField, type FormValues } from './record-values.ts';
import styles from './record-form.module.css';

type Common<Kept> = { readonly accreditor: Accreditor | null; readonly replaces: Kept | null; readonly onClose: () => void };

const byField: FormField = {
  kind: 'choice', name: 'accreditor', label: 'Accreditor', required: true, choices: accreditors.map((value) => ({ value, label: accreditorWords[value].short })),
};
const startOf = (accreditor: Accreditor | null, replaces: AgencyRecord | null): FormValues => (replaces === null ? { accreditor: accreditor ?? 'carf' } : valuesOf(replaces));
const named = (values: FormValues): Accreditor => accreditors.find((each) => each === values['accreditor']) ?? 'carf';
const short = (values: FormValues): string => accreditorWords[named(values)].short;
const deed = (replaces: AgencyRecord | null): string => (replaces === null ? 'Recorded' : 'Corrected');
const stays = <p className={styles.hint}>What is on file stays readable in the history. This takes its place from now on.</p>;

/** The application, with the proof that its fee was paid. */
export function ApplicationForm({ accreditor, replaces, onClose }: Common<AccreditationApplication>) {
  return (
    <RecordForm
      title={replaces === null ? 'Record an accreditation application' : `Correct: ${recordTitle(replaces)}`}
      confirmLabel={replaces === null ? 'Record application' : 'Record correction'}
      kind="accreditation-application"
      start={startOf(accreditor, replaces)}
      fields={() => [
        byField,
        { kind: 'date', name: 'appliedOn', label: 'Applied on', required: true, hint: 'Eighteen months to full accreditation run from the first.' },
        { kind: 'date', name: 'feePaidOn', label: 'Fee paid on', hint: 'File the receipt below.' },
        { kind: 'date', name: 'withdrawnOn', label: 'Withdrawn on' },
        { kind: 'flag', name: 'renewal', label: 'To renew an accreditation' },
      ]}
      replaces={replaces}
      what={(values) => `${deed(replaces)}: ${short(values)} ${values['renewal'] === 'yes' ? 'renewal application' : 'application'}`}
      intro={() => (replaces === null ? null : stays)}
      onClose={onClose}
    />
  );
}

/** A survey, planned or held. */
export function SurveyForm({ accreditor, replaces, held = false, onClose }: Common<AccreditationSurvey> & { readonly held?: boolean }) {
  return (
    <RecordForm
      title={held ? 'Record the survey as held' : replaces === null ? 'Record a survey' : `Correct: ${recordTitle(replaces)}`}
      confirmLabel={held || replaces === null ? 'Record survey' : 'Record correction'}
      kind="accreditation-survey"
      start={startOf(accreditor, replaces)}
      fields={() => [
        byField,
        { kind: 'date', name: 'plannedOn', label: 'Planned for' },
        { kind: 'date', name: 'heldOn', label: 'Held from', ...(held ? { required: true } : {}) },
        { kind: 'date', name: 'endedOn', label: 'Held through' },
      ]}
      replaces={replaces}
      problem={(values) => ((values['plannedOn'] ?? '') === '' && (values['heldOn'] ?? '') === '' ? 'type the day it is planned for, or the day it was held.' : null)}
      what={(values) => `${held ? 'Recorded as held' : deed(replaces)}: ${short(values)} survey`}
      intro={() => (replaces === null || held ? null : stays)}
      onClose={onClose}
    />
  );
}

/** The usual last day fills an empty field, as long as nobody typed one. `usual` marks it and is no field of the record. */
function withUsualExpiry(values: FormValues, touched: ReadonlySet<string>): FormValues {
  if (touched.has('expiresOn')) return { ...values, usual: '' };
  const begins = values['effectiveOn'] || values['decidedOn'] || '';
  const term = usualTerms(named(values)).find((each) => each.term === values['term']);
  if (values['outcome'] !== 'full' || term === undefined || !isCivilDate(begins)) return values['usual'] === 'yes' ? { ...values, usual: '', expiresOn: '' } : values;
  if (values['usual'] !== 'yes' && (values['expiresOn'] ?? '') !== '') return values;
  return { ...values, usual: 'yes', expiresOn: usualExpiry(begins, term.years) };
}

/** What the accreditor decided. A bad one says at once how many notices are due. */
export function DecisionForm({ accreditor, replaces, onClose, onRecorded }: Common<AccreditationDecision> & { readonly onRecorded: (decision: AccreditationDecision) => void }) {
  const records = useAgencyRecords();
  const { today } = useSession();
  const applications = records.of('accreditation-application');
  return (
    <RecordForm
      title={replaces === null ? 'Record an accreditation decision' : `Correct: ${recordTitle(replaces)}`}
      confirmLabel={replaces === null ? 'Record decision' : 'Record correction'}
      kind="accreditation-decision"
      start={startOf(accreditor, replaces)}
      derive={withUsualExpiry}
      fields={(values) => {
        const mine = applications.filter((each) => each.accreditor === values['accreditor']);
        return [
          byField,
          { kind: 'choice', name: 'outcome', label: 'Outcome', required: true, choices: choicesOf(accreditationOutcomeWords), hint: 'A shorter term or new conditions than before: choose “Reduced or with conditions”.' },
          { kind: 'date', name: 'decidedOn', label: 'Decided on', required: true },
          { kind: 'date', name: 'notifiedOn', label: 'Agency told on', hint: 'Empty: the day it was decided.' },
          { kind: 'text', name: 'term', label: 'Term, as printed', suggestions: usualTerms(named(values)).map(({ term }) => term) },
          { kind: 'date', name: 'effectiveOn', label: 'Valid from, as printed' },
          { kind: 'date', name: 'expiresOn', label: values['usual'] === 'yes' ? 'Valid through: usual, check the certificate' : 'Valid through, as printed' },
          ...(mine.length === 0 ? [] : [{ kind: 'choice', name: 'applicationId', label: 'On the application of', choices: mine.map((each) => ({ value: each.id, label: dateWords(each.appliedOn) })) } as const]),
        ];
      }}
      replaces={replaces}
      problem={(values) => ((values['expiresOn'] ?? '') !== '' && (values['expiresOn'] ?? '') < (values['effectiveOn'] || values['decidedOn'] || '') ? 'its last day lies before its first.' : null)}
      what={(values) => `${deed(replaces)}: ${short(values)} decision, ${accreditationOutcomeWords[accreditationOutcomes.find((each) => each === values['outcome']) ?? 'full'].toLowerCase()}`}
      intro={(values) => {
        const outcome = accreditationOutcomes.find((each) => each === values['outcome']);
        const told = values['notifiedOn'] || values['decidedOn'] || today;
        const payers = records.of('credential').filter((each) => each.credential === 'payer-contract' && isCivilDate(told) && inForceOn(each, told)).length;
        return (
          <>
            {replaces === null ? null : stays}
            {outcome !== undefined && isAdverse(outcome) && <p role="status" className={styles.warn}>{`This opens ${countOf(payers, 'written notice')}, one for each payer contract in force, due the same day.`}</p>}
          </>
        );
      }}
      onClose={onClose}
      onDone={(record) => {
        if (record.kind === 'accreditation-decision' && replaces === null) onRecorded(record);
        else onClose();
      }}
    />
  );
}

/** Something the accreditor expects by a day. */
export function TaskForm({ accreditor, replaces, onClose }: Common<AccreditationTaskRecord>) {
  return (
    <RecordForm
      title={replaces === null ? 'Record a task of the accreditor' : `Correct: ${recordTitle(replaces)}`}
      confirmLabel={replaces === null ? 'Record task' : 'Record correction'}
      kind="accreditation-task"
      start={replaces === null ? { accreditor: accreditor ?? 'carf', task: 'annual-conformance' } : valuesOf(replaces)}
      fields={(values) => [
        byField,
        { kind: 'choice', name: 'task', label: 'Task', required: true, choices: choicesOf(accreditationTaskWords) },
        { kind: 'text', name: 'title', label: values['task'] === 'other' ? 'What it is' : 'Its own name, if it has one', ...(values['task'] === 'other' ? { required: true } : {}) },
        { kind: 'date', name: 'dueOn', label: 'Due on', required: true },
        { kind: 'date', name: 'doneOn', label: 'Done on' },
      ]}
      replaces={replaces}
      what={(values) => `${deed(replaces)}: ${short(values)} task, ${(values['title'] || accreditationTaskWords[accreditationTasks.find((each) => each === values['task']) ?? 'other']).toLowerCase()}`}
      intro={() => (replaces === null ? null : stays)}
      onClose={onClose}
    />
  );
}

/** A task that was done. */
export function DoneForm({ task, onClose }: { readonly task: AccreditationTaskRecord; readonly onClose: () => void }) {
  return (
    <RecordForm
      title={`Done: ${recordTitle(task)}`}
      confirmLabel="Record as done"
      kind="accreditation-task"
      start={valuesOf(task)}
      fields={() => [{ kind: 'date', name: 'doneOn', label: 'Done on', required: true }]}
      replaces={task}
      what={() => `Recorded as done: ${recordTitle(task)}`}
      onClose={onClose}
    />
  );
}

const noticeFields: readonly FormField[] = [
  { kind: 'date', name: 'sentOn', label: 'Sent on', required: true },
  { kind: 'choice', name: 'method', label: 'How', required: true, choices: choicesOf(noticeMethodWords) },
  { kind: 'text', name: 'to', label: 'To whom', placeholder: 'Name, address or fax number' },
];

/** The written notice of one decision to one payer. */
export function NoticeForm({ task, onClose }: { readonly task: NoticeTask; readonly onClose: () => void }) {
  return (
    <RecordForm
      title={`Written notice to ${task.payer}`}
      confirmLabel="Record notice"
      kind="written-notice"
      start={{}}
      fields={() => noticeFields}
      fixed={{ decisionId: task.decision.id, contractId: task.contract.id }}
      what={() => `Recorded: written notice to ${task.payer}`}
      intro={() => <p className={styles.hint}>{`Of the decision “${accreditationOutcomeWords[task.decision.outcome].toLowerCase()}” of ${dateWords(task.decision.decidedOn)}. Due ${dateWords(task.dueOn)}. File the letter or the confirmation below.`}</p>}
      onClose={onClose}
    />
  );
}

/** A notice that was recorded wrongly. */
export function CorrectNoticeForm({ notice, onClose }: { readonly notice: WrittenNotice; readonly onClose: () => void }) {
  const { file, asOf, knownAt } = useSession();
  const payer = noticeTasks(file, asOf, knownAt).find((task) => task.notice?.id === notice.id)?.payer ?? 'a payer';
  return (
    <RecordForm
      title={`Correct: written notice to ${payer}`}
      confirmLabel="Record correction"
      kind="written-notice"
      start={valuesOf(notice)}
      fields={() => noticeFields}
      replaces={notice}
      what={() => `Corrected: written notice to ${payer}`}
      intro={() => stays}
      onClose={onClose}
    />
  );
}
