import { Button, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { sampleOf, sampleWords } from '../../../shared/agenda/survey/sample.ts';
import type { SurveyState } from '../../../shared/agenda/survey/survey-state.ts';
import { surveyKindWords } from '../../../shared/model/agency-records/survey.ts';
import { countOf, dateWords, distanceWords } from '../../../shared/wording.ts';
import { commitErrorWords } from '../../session/commit-words.ts';
import { useSession } from '../../session/session.tsx';
import { WriteButton } from '../../session/write-button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { FindingDialog } from './finding-dialog.tsx';
import { PlanTab } from './plan-tab.tsx';
import { Progress } from './progress.tsx';
import { surveyPath } from './use-surveys.ts';
import { WalkTab } from './walk-tab.tsx';
import styles from './survey.module.css';

/** One survey: the walk through the files of its sample, and the plan of correction that came of it. */
export function SurveyDetail({ state }: { readonly state: SurveyState }) {
  const { today, asOf, canRecord, commit, newId, now } = useSession();
  const part = useRoute().parts[2] === 'plan' ? 'plan' : 'walk';
  const { survey, findings, running } = state;
  const [adding, setAdding] = useState<{ readonly personId: string | null } | null>(null);
  const [personId, setPersonId] = useState<string | null>(survey.personIds[0] ?? null);
  const open = (next: string): void => navigate(surveyPath(survey, next === 'plan' ? 'plan' : undefined), 'replace');
  const add = (): void => {
    if (canRecord) setAdding({ personId: part === 'walk' ? personId : null });
  };
  const end = async (): Promise<void> => {
    const { recordedBy: _by, ...rest } = survey;
    const done = await commit([{ kind: 'add-agency-record', record: { ...rest, id: newId(), supersedes: survey.id, endedOn: today, recordedAt: now() } }], `Ended the ${surveyKindWords[survey.survey].toLowerCase()} by ${survey.surveyor}`, 'survey');
    if (!done.ok) notifications.show({ message: commitErrorWords(done.error), color: 'red', autoClose: 8000 });
    else notifications.show({ message: 'The survey is ended. Its plan of correction goes on.', autoClose: 4000 });
  };
  useKeys('Survey', [
    { keys: 'N', does: 'Write a finding of your own', run: add },
    { keys: 'Ctrl+1', does: 'Walk through the files', run: () => open('walk') },
    { keys: 'Ctrl+2', does: 'Open the plan of correction', run: () => open('plan') },
    { keys: 'Ctrl+P', does: 'Print the report', inFields: true, run: () => navigate(surveyPath(survey, 'report')) },
    { keys: 'Escape', does: 'Back to the surveys', run: () => navigate('/survey') },
  ]);
  return (
    <div className={styles.page}>
      <Slot name="subtitle">{`${surveyKindWords[survey.survey]} by ${survey.surveyor}`}</Slot>
      <div className={styles.head}>
        <Button variant="subtle" size="compact-sm" leftSection={<IconArrowLeft size={14} stroke={1.6} />} onClick={() => navigate('/survey')}>All surveys</Button>
        <div className={styles.headText}>
          <h2 className={styles.title}>{`${surveyKindWords[survey.survey]} by ${survey.surveyor}`}</h2>
          <p className={styles.quietLine}>
            {`${dateWords(survey.heldOn)} · ${distanceWords(survey.heldOn, asOf)}${running ? ', not ended' : ''} · ${sampleWords(sampleOf(survey))} · `}<Progress state={state} />
          </p>
        </div>
        <Button leftSection={<IconPrinter size={14} stroke={1.6} />} onClick={() => navigate(surveyPath(survey, 'report'))}>Report</Button>
        {running && <WriteButton onClick={() => void end()}>End the survey</WriteButton>}
        <WriteButton variant="filled" shortcut="N" onClick={add}>Write a finding</WriteButton>
      </div>
      <div className={styles.toolbar}>
        <SegmentedControl
          aria-label="Part of the survey"
          value={part}
          onChange={open}
          data={[{ value: 'walk', label: `Walk through ${countOf(survey.personIds.length, 'file')}` }, { value: 'plan', label: `Findings and plan ${findings.length}` }]}
        />
      </div>
      {part === 'walk' ? <WalkTab state={state} personId={personId} onPerson={setPersonId} /> : <PlanTab state={state} />}
      {adding !== null && <FindingDialog survey={survey} personId={adding.personId} onClose={() => setAdding(null)} />}
    </div>
  );
}
