import { Button, SegmentedControl, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { holdsInForce } from '../../../../shared/agenda/retention/retention.ts';
import type { LegalHold } from '../../../../shared/model/agency-records/agency-record.ts';
import { holdKinds, holdWords, type HoldKind } from '../../../../shared/model/agency-records/retention.ts';
import { standingRecords } from '../../../../shared/model/agency-records/standing-records.ts';
import { fullName, listName, shownName } from '../../../../shared/model/person.ts';
import { dateWords, distanceWords } from '../../../../shared/wording.ts';
import { commitErrorWords } from '../../../session/commit-words.ts';
import { useSession } from '../../../session/session.tsx';
import { useRecord } from '../../../session/use-record.ts';
import { WriteButton } from '../../../session/write-button.tsx';
import { ConfirmWithReason } from '../../../ui/confirm-with-reason.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import settings from '../settings.module.css';
import styles from './retention.module.css';

/** What keeps files from being disposed of, whatever their age, and how it is placed and released. */
export function Holds() {
  const { file, today, now, newId, commit, actor } = useSession();
  const [placing, setPlacing] = useState(false);
  const [releasing, setReleasing] = useState<LegalHold | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const inForce = holdsInForce(file, today);
  const ended = standingRecords(file.agencyRecords ?? []).of('legal-hold').filter((hold) => !inForce.includes(hold));
  const whose = (hold: LegalHold): string => {
    const person = file.people.find(({ id }) => id === hold.personId);
    return hold.personId === undefined ? 'Everybody' : person === undefined ? hold.personId : fullName(shownName(person));
  };
  const release = async (hold: LegalHold, reason: string): Promise<void> => {
    const { recordedBy: _before, ...rest } = hold;
    const record: LegalHold = { ...rest, id: newId(), supersedes: hold.id, releasedOn: today, releasedReason: reason, recordedAt: now(), ...(actor !== null && { recordedBy: actor.name }) };
    const done = await commit([{ kind: 'add-agency-record', record }], `Released the ${holdWords[hold.hold].toLowerCase()} on ${whose(hold)}`);
    setProblem(done.ok ? null : commitErrorWords(done.error));
    if (done.ok) setReleasing(null);
  };
  return (
    <>
      <h3 className={settings.subheading}>Holds</h3>
      {inForce.length + ended.length === 0 ? (
        <p className={settings.quiet}>No file is held. Place a hold as soon as a lawsuit, an investigation or an audit is announced: what it covers stays, however old.</p>
      ) : (
        <table className={settings.table}>
          <thead><tr><th scope="col">On</th><th scope="col">Hold</th><th scope="col">From</th><th scope="col">Reason</th><th scope="col"><span className="sr-only">Release</span></th></tr></thead>
          <tbody>
            {[...inForce, ...ended].map((hold) => (
              <tr key={hold.id} className={inForce.includes(hold) ? undefined : settings.off}>
                <th scope="row">{whose(hold)}</th>
                <td className={settings.fixed}>{holdWords[hold.hold]}</td>
                <td className={settings.fixed}>{`${dateWords(hold.from)} · ${distanceWords(hold.from, today)}`}</td>
                <td>
                  {hold.reason}
                  {hold.releasedOn !== undefined && <div className={settings.quiet}>{`Released ${dateWords(hold.releasedOn)}: ${hold.releasedReason ?? ''}`}</div>}
                </td>
                <td>{inForce.includes(hold) && <Button size="compact-xs" variant="subtle" aria-label={`Release the hold on ${whose(hold)}`} onClick={() => setReleasing(hold)}>Release</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={settings.actions}><WriteButton onClick={() => setPlacing(true)}>Place a hold</WriteButton></div>
      {placing && <PlaceHold onClose={() => setPlacing(false)} />}
      <ConfirmWithReason
        opened={releasing !== null}
        title="Release this hold?"
        reasonLabel="Why may it be released?"
        confirmLabel="Release the hold"
        problem={problem}
        onConfirm={(reason) => (releasing === null ? undefined : release(releasing, reason))}
        onClose={() => setReleasing(null)}
      >
        {releasing !== null && `${whose(releasing)}: ${releasing.reason}. From today the file counts by its years again. A new hold can be placed at any time.`}
      </ConfirmWithReason>
    </>
  );
}

function PlaceHold({ onClose }: { readonly onClose: () => void }) {
  const { file, today, now, newId } = useSession();
  const record = useRecord();
  const [kind, setKind] = useState<HoldKind>('legal');
  const [personId, setPersonId] = useState<string | null>(null);
  const [from, setFrom] = useState(today);
  const [reason, setReason] = useState('');
  const people = file.people.map((person) => ({ value: person.id, label: listName(shownName(person)) })).sort((one, other) => one.label.localeCompare(other.label, 'en'));
  const submit = async (): Promise<string | null> => {
    if (reason.trim() === '') return 'Write the reason: the lawsuit, investigation or audit.';
    const hold: LegalHold = { id: newId(), kind: 'legal-hold', hold: kind, ...(personId !== null && { personId }), from, reason: reason.trim(), recordedAt: now() };
    const whose = people.find(({ value }) => value === personId)?.label ?? 'everybody';
    const problem = await record([{ kind: 'add-agency-record', record: hold }], `Placed a ${holdWords[kind].toLowerCase()} on ${whose}`, `The hold on ${whose} is in force.`);
    if (problem === null) onClose();
    return problem;
  };
  return (
    <FormDialog title="Place a hold" confirmLabel="Place the hold" onSubmit={submit} onClose={onClose}>
      <div className={styles.fields}>
        <SegmentedControl value={kind} onChange={(chosen) => setKind(chosen)} data={holdKinds.map((each) => ({ value: each, label: holdWords[each] }))} />
        <Select label="On whom" placeholder="Everybody" data={people} value={personId} onChange={setPersonId} searchable clearable />
        <DateField label="From" value={from} today={today} required onChange={(date) => setFrom(date ?? today)} />
        <Textarea label="Reason" value={reason} onChange={(event) => setReason(event.currentTarget.value)} autosize minRows={2} required data-autofocus />
      </div>
    </FormDialog>
  );
}
