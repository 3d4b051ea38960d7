import { fromDay, isCivilDate, plusDays, toDay } from '../../../../shared/civil-date.ts';
import type { Credential } from '../../../../shared/model/agency-records/agency-record.ts';
import { credentialTypeWords, credentialTypes, type CredentialType } from '../../../../shared/model/agency-records/credential.ts';
import { useSession } from '../../../session/session.tsx';
import { dateWords } from '../../../../shared/wording.ts';
import { credentialTitle } from '../words.ts';
import { credentialFields, credentialProblem } from './credential-fields.ts';
import { RecordForm } from './record-form.tsx';
import { valuesOf, type FormValues } from './record-values.ts';
import styles from './record-form.module.css';

const typeWords = (values: FormValues): string => credentialTypeWords[credentialTypes.find((type) => type === values['credential']) ?? 'other'];
const whatOf = (values: FormValues): string => [values['title'] ?? '', values['party'] ?? ''].filter((each) => each !== '').join(', ') || typeWords(values);

/** A new paper, its type chosen beforehand where something is missing; a correction starts from what it corrects. */
export function CredentialForm({ type, teamId, replaces, onClose }: {
  readonly type: CredentialType;
  readonly teamId: string | null;
  readonly replaces: Credential | null;
  readonly onClose: () => void;
}) {
  const { file } = useSession();
  return (
    <RecordForm
      title={replaces === null ? `Record: ${credentialTypeWords[type]}` : `Correct: ${credentialTitle(replaces)}`}
      confirmLabel={replaces === null ? 'Record paper' : 'Record correction'}
      kind="credential"
      start={replaces === null ? { credential: type, ...(teamId === null ? {} : { teamId }) } : valuesOf(replaces)}
      fields={(values) => credentialFields(values, file)}
      replaces={replaces}
      problem={credentialProblem}
      what={(values) => `${replaces === null ? 'Recorded' : 'Corrected'}: ${whatOf(values)}`}
      {...(replaces === null ? {} : { intro: () => <p className={styles.hint}>What is on file stays readable in the history. This takes its place from now on.</p> })}
      onClose={onClose}
    />
  );
}

/** The next one of the same paper. The one before ends the day before this begins; its own expiry is never carried over. */
export function RenewForm({ credential, onClose }: { readonly credential: Credential; readonly onClose: () => void }) {
  const { file, newId, now } = useSession();
  const begins = credential.expiresOn === undefined ? '' : fromDay(plusDays(toDay(credential.expiresOn), 1));
  const { appliedOn: _appliedOn, submittedOn: _submittedOn, signedOn: _signedOn, expiresOn: _expiresOn, reviewOn: _reviewOn, endedOn: _endedOn, inProcess: _inProcess, note: _note, ...same } = valuesOf(credential);
  return (
    <RecordForm
      title={`Renew: ${credentialTitle(credential)}`}
      confirmLabel="Record renewal"
      kind="credential"
      start={{ ...same, effectiveOn: begins }}
      fields={(values) => credentialFields(values, file).map((field) => (field.name === 'effectiveOn' ? { ...field, required: true } : field))}
      problem={(values) => {
        const from = values['effectiveOn'] ?? '';
        if (credential.effectiveOn !== undefined && from <= credential.effectiveOn) return `the renewal must begin after the one before, which began ${dateWords(credential.effectiveOn)}.`;
        return credentialProblem(values);
      }}
      also={(values) => {
        const from = values['effectiveOn'] ?? '';
        if (credential.endedOn !== undefined || !isCivilDate(from)) return [];
        const before = fromDay(plusDays(toDay(from), -1));
        const endedOn = credential.expiresOn !== undefined && credential.expiresOn < before ? credential.expiresOn : before;
        return [{ kind: 'add-agency-record', record: { ...credential, id: newId(), recordedAt: now(), supersedes: credential.id, endedOn } }];
      }}
      what={(values) => `Renewed: ${whatOf(values)}`}
      intro={() => <p className={styles.hint}>The one on file ends the day before this begins and stays readable. Type the new last day as it is printed.</p>}
      onClose={onClose}
    />
  );
}

/** A paper given up or ended before its day, with the reason. */
export function EndForm({ credential, onClose }: { readonly credential: Credential; readonly onClose: () => void }) {
  const title = credentialTitle(credential);
  return (
    <RecordForm
      title={`End: ${title}`}
      confirmLabel="Record the end"
      kind="credential"
      start={valuesOf(credential)}
      fields={() => [{ kind: 'date', name: 'endedOn', label: 'Its last day', required: true }]}
      replaces={credential}
      reason="Why it ended"
      problem={(values) => (credential.effectiveOn !== undefined && (values['endedOn'] ?? '') < credential.effectiveOn ? `its last day lies before its first, ${dateWords(credential.effectiveOn)}.` : null)}
      what={() => `Ended: ${title}`}
      intro={() => <p className={styles.hint}>It counts through that day and stays on file. The way back is to correct the date.</p>}
      onClose={onClose}
    />
  );
}
