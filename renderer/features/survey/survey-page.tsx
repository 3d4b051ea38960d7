import { useSession } from '../../session/session.tsx';
import { Button } from '@mantine/core';
import { EmptyState } from '../../ui/empty-state.tsx';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { NewSurvey } from './new-survey.tsx';
import { SampleShown } from './sample-shown.tsx';
import { SurveyDetail } from './survey-detail.tsx';
import { SurveyList } from './survey-list.tsx';
import { SurveySheet } from './survey-sheet.tsx';
import { useSurvey } from './use-surveys.ts';

/** Surveys of the files: a mock survey with its findings and plan of correction, and handing the screen to a surveyor. */
export function SurveyPage() {
  const { surveying } = useSession();
  const { parts } = useRoute();
  const state = useSurvey();
  if (surveying !== null) return <SampleShown surveying={surveying} />;
  if (parts[1] === 'mock') return <NewSurvey key="mock" kind="mock" />;
  if (parts[1] === 'surveyor') return <NewSurvey key="outside" kind="outside" />;
  if (parts[1] === undefined) return <SurveyList />;
  if (state === null) return <EmptyState action={<Button onClick={() => navigate('/survey')}>See all surveys</Button>}>There is no survey with this address on the day looked at.</EmptyState>;
  return parts[2] === 'report' ? <SurveySheet state={state} /> : <SurveyDetail key={parts[1]} state={state} />;
}
