import { Autocomplete, FileInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CorrectionLine } from '../../../shared/agenda/survey/survey-state.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../../../shared/civil-date.ts';
import type { Correction, SurveyFinding } from '../../../shared/model/agency-records/agency-record.ts';
import type { Change } from '../../../shared/model/changes.ts';
import type { DocRef } from '../../../shared/model/document.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { useSession } from '../../session/session.tsx';
import { useFileDocument } from '../../session/use-file-document.ts';
import { useRecord } from '../../session/use-record.ts';
import { DateField } from '../../ui/date-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';

/** How many days a plan usually gives. */
const usualDays = 30;

/** A line of the plan: what is done, who answers for it, by when. */
export function PlanDialog({ finding, line, onClose }: { readonly finding: SurveyFinding; readonly line: CorrectionLine | null; readonly onClose: () => void }) {
  const { file, actor, today, newId, now } = useSession();
  const record = useRecord();
  const before = line?.correction ?? null;
  const [action, setAction] = useState(before?.action ?? '');
  const [owner, setOwner] = useState(before?.owner ?? actor?.name ?? '');
  const [dueOn, setDueOn] = useState<CivilDate | null>(before?.dueOn ?? fromDay(plusDays(toDay(today), usualDays)));
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<string | null> => {
    setTried(true);
    if (action.trim() === '' || owner.trim() === '' || dueOn === null) return 'Write what is done, who answers for it and by when.';
    const correction: Correction = {
      kind: 'correction', id: newId(), findingId: finding.id, action: action.trim(), owner: owner.trim(), dueOn, recordedAt: now(),
      ...(before !== null && { supersedes: before.id }),
    };
    const problem = await record([{ kind: 'add-agency-record', record: correction }], before === null ? `Planned a correction: ${correction.action}` : `Changed a correction: ${correction.action}`, 'The plan is recorded. Its day is in the calendar and the reminders.');
    if (problem === null) onClose();
    return problem;
  };
  return (
    <FormDialog title={before === null ? 'Plan a correction' : 'Change the correction'} confirmLabel={before === null ? 'Record correction' : 'Record change'} onSubmit={submit} onClose={onClose}>
      <Stack gap={12}>
        <Text size="sm" c="var(--text2)">{finding.text}</Text>
        <TextInput label="What is done" required value={action} onChange={(event) => setAction(event.currentTarget.value)} error={tried && action.trim() === '' ? 'Write what is done.' : null} data-autofocus />
        <Autocomplete label="Who answers for it" required value={owner} onChange={setOwner} limit={6} data={[...new Set(file.people.map((person) => fullName(shownName(person))))]} error={tried && owner.trim() === '' ? 'Name somebody.' : null} />
        <DateField label="By" required value={dueOn} today={today} onChange={setDueOn} />
      </Stack>
    </FormDialog>
  );
}

/** Closes a line of the plan with the document that proves it: a new file, or one that is on file for the person already. */
export function CloseDialog({ line, onClose }: { readonly line: CorrectionLine; readonly onClose: () => void }) {
  const { file, today, newId, now } = useSession();
  const record = useRecord();
  const fileDocument = useFileDocument();
  const { correction, finding } = line;
  const [doneOn, setDoneOn] = useState<CivilDate | null>(today);
  const [paper, setPaper] = useState<File | null>(null);
  const [known, setKnown] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const onFile = useMemo(() => {
    const refs = new Set(file.evidence.filter((item) => item.personId === finding.personId).flatMap((item) => (item.documents ?? []).map(({ id }) => id)));
    return (file.documents ?? []).filter(({ id, vault, purgedAt }) => refs.has(id) && vault === 'personnel' && purgedAt === undefined).map(({ id, name }) => ({ value: id, label: name }));
  }, [file.evidence, file.documents, finding.personId]);
  const missing = paper === null && known === null;
  const submit = async (): Promise<string | null> => {
    setTried(true);
    if (doneOn === null) return 'Write when it was done.';
    if (doneOn > today) return 'It cannot be done on a day that has not come.';
    if (missing) return 'A correction closes with the document that proves it.';
    const filed = await fileDocument(paper, 'other');
    if (!filed.ok) return filed.error;
    const { recordedBy: _by, ...rest } = correction;
    const documents: readonly DocRef[] = [...(correction.documents ?? []), ...filed.value.documents, ...(known === null ? [] : [{ id: known }])];
    const changes: readonly Change[] = [...filed.value.changes, { kind: 'add-agency-record', record: { ...rest, id: newId(), supersedes: correction.id, doneOn, documents: [...documents], recordedAt: now() } }];
    const problem = await record(changes, `Closed a correction: ${correction.action}`, 'The correction is closed.');
    if (problem === null) onClose();
    return problem;
  };
  return (
    <FormDialog title="Close the correction" confirmLabel="Close correction" onSubmit={submit} onClose={onClose}>
      <Stack gap={12}>
        <Text size="sm"><b>{correction.action}</b>{`, ${correction.owner}`}</Text>
        <DateField label="Done on" required past value={doneOn} today={today} onChange={setDoneOn} data-autofocus />
        <FileInput label="Document that proves it" required={known === null} placeholder="Choose a file" clearable clearButtonProps={{ 'aria-label': 'Take the file away' }} value={paper} onChange={setPaper} error={tried && missing ? 'Choose a file, or one on file.' : null} />
        {onFile.length > 0 && <Select label="Or one that is on file" clearable searchable clearButtonProps={{ 'aria-label': 'None on file' }} placeholder="None" value={known} onChange={setKnown} data={onFile} />}
      </Stack>
    </FormDialog>
  );
}
