import { SegmentedControl, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Survey, SurveyFinding } from '../../../shared/model/agency-records/agency-record.ts';
import type { FindingWeight } from '../../../shared/model/agency-records/survey.ts';
import { useSession } from '../../session/session.tsx';
import { useRecord } from '../../session/use-record.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useNames } from './use-surveys.ts';

const nobody = 'agency';

/** A finding in one's own words, about somebody of the sample or about the agency. */
export function FindingDialog({ survey, personId, onClose }: { readonly survey: Survey; readonly personId: string | null; readonly onClose: () => void }) {
  const { requirements, newId, now } = useSession();
  const record = useRecord();
  const names = useNames();
  const [about, setAbout] = useState(personId ?? nobody);
  const [requirement, setRequirement] = useState<string | null>(null);
  const [weight, setWeight] = useState<FindingWeight>('finding');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<string | null> => {
    setTried(true);
    if (text.trim() === '') return 'Write what was found first.';
    const finding: SurveyFinding = {
      kind: 'survey-finding', id: newId(), surveyId: survey.id, ...(about !== nobody && { personId: about }), ...(requirement !== null && { requirement }),
      weight, text: text.trim(), recordedAt: now(),
    };
    const problem = await record([{ kind: 'add-agency-record', record: finding }], `Recorded a ${weight} on ${about === nobody ? 'the agency' : names(about)}`, weight === 'finding' ? 'The finding is recorded. Plan how it is corrected.' : 'The recommendation is recorded.');
    if (problem === null) onClose();
    return problem;
  };
  return (
    <FormDialog title="Write a finding" confirmLabel={weight === 'finding' ? 'Record finding' : 'Record recommendation'} onSubmit={submit} onClose={onClose}>
      <Stack gap={12}>
        <SegmentedControl aria-label="Weight" value={weight} onChange={(value) => setWeight(value === 'finding' ? 'finding' : 'recommendation')} data={[{ value: 'finding', label: 'Finding' }, { value: 'recommendation', label: 'Recommendation' }]} />
        <Select label="About" value={about} allowDeselect={false} onChange={(value) => setAbout(value ?? nobody)} data={[{ value: nobody, label: 'The agency' }, ...survey.personIds.map((id) => ({ value: id, label: names(id) }))]} />
        <Select label="Requirement" description="Where one of the rules is meant." clearable searchable clearButtonProps={{ 'aria-label': 'No requirement' }} placeholder="None" value={requirement} onChange={setRequirement} data={requirements.map(({ id, title }) => ({ value: id, label: title }))} />
        <Textarea label="What was found" required minRows={3} autosize value={text} onChange={(event) => setText(event.currentTarget.value)} error={tried && text.trim() === '' ? 'Write what was found.' : null} data-autofocus />
      </Stack>
    </FormDialog>
  );
}
