import { Button } from '@mantine/core';
import { IconClipboardPlus, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { sampleOf, sampleWords } from '../../../shared/agenda/survey/sample.ts';
import type { SurveyState } from '../../../shared/agenda/survey/survey-state.ts';
import { surveyKindWords } from '../../../shared/model/agency-records/survey.ts';
import { countOf, dateWords, distanceWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { WriteButton } from '../../session/write-button.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GroupedList, type ListColumn } from '../../ui/grouped-list/grouped-list.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { Progress } from './progress.tsx';
import { surveyPath, useSurveys } from './use-surveys.ts';
import styles from './survey.module.css';

/** All surveys, the latest first, with how far each plan of correction is. */
export function SurveyList() {
  const { asOf, canRecord } = useSession();
  const surveys = useSurveys();
  const [selected, setSelected] = useState<string | null>(surveys[0]?.survey.id ?? null);
  const mock = (): void => {
    if (canRecord) navigate('/survey/mock');
  };
  const hand = (): void => {
    if (canRecord) navigate('/survey/surveyor');
  };
  useKeys('Surveys', [
    { keys: 'A', does: 'Begin a mock survey', run: mock },
    { keys: 'S', does: 'Hand the screen to a surveyor', run: hand },
  ]);
  const columns: readonly ListColumn<SurveyState>[] = [
    { key: 'surveyor', title: 'Survey', cell: ({ survey }) => <a href={`#${surveyPath(survey)}`}>{surveyKindWords[survey.survey]}<span className={styles.quiet}>{` by ${survey.surveyor}`}</span></a> },
    { key: 'held', title: 'Held', width: '230px', cell: ({ survey, running }) => <DateWithDistance date={dateWords(survey.heldOn)} distance={running ? `${distanceWords(survey.heldOn, asOf)}, not ended` : distanceWords(survey.heldOn, asOf)} /> },
    { key: 'sample', title: 'Sample', width: '30%', cell: ({ survey }) => sampleWords(sampleOf(survey)) },
    { key: 'findings', title: 'Findings', width: '90px', end: true, cell: ({ findings }) => <span className="num">{findings.length}</span> },
    { key: 'plan', title: 'Plan of correction', width: '230px', cell: (state) => <Progress state={state} /> },
  ];
  const overdue = surveys.reduce((sum, state) => sum + state.overdue, 0);
  return (
    <div className={styles.page}>
      <div className={styles.toolbar}>
        <WriteButton variant="filled" shortcut="A" leftSection={<IconClipboardPlus size={14} />} onClick={mock}>Begin a mock survey</WriteButton>
        <WriteButton shortcut="S" leftSection={<IconEye size={14} />} onClick={hand}>Hand the screen to a surveyor</WriteButton>
      </div>
      <div className={styles.scroll}>
        {surveys.length === 0 ? (
          <EmptyState
            action={<WriteButton onClick={mock}>Begin a mock survey</WriteButton>}
            alternative={<Button variant="subtle" onClick={() => navigate('/planner/survey')}>See how a survey day would look</Button>}
          >
            No survey is on file yet. A mock survey draws some files at random and walks through them as an auditor would.
          </EmptyState>
        ) : (
          <GroupedList label="Surveys" columns={columns} groups={[{ key: 'all', title: 'Surveys', rows: surveys }]} rowKey={({ survey }) => survey.id} selected={selected} onSelect={setSelected} onOpen={() => {
            if (selected !== null) navigate(surveyPath({ id: selected }));
          }} />
        )}
      </div>
      <Slot name="footer">{`${countOf(surveys.length, 'survey')}${overdue === 0 ? '' : ` · ${countOf(overdue, 'correction')} overdue`}`}</Slot>
      <Slot name="keys"><Kbd>Enter</Kbd> <span>open</span> <Kbd>A</Kbd> <span>mock survey</span> <Kbd>S</Kbd> <span>surveyor</span></Slot>
    </div>
  );
}
