import { lazy } from 'react';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { TabPage } from '../../ui/tab-page/tab-page.tsx';
import { HireTab } from './hire/hire-tab.tsx';

const tabs = [
  { key: 'hire', title: 'Hire', panel: HireTab },
  { key: 'survey', title: 'Survey day', panel: lazy(async () => ({ default: (await import('./survey/survey-tab.tsx')).SurveyTab })) },
] as const;

/** A hire date and its consequences; survey day if nothing is done. */
export function PlannerPage() {
  const tab = useRoute().parts[1] === 'survey' ? 'survey' : 'hire';
  return <TabPage name="Planner" label="Planner" tab={tab} tabs={tabs} onOpen={(next) => navigate(next === 'survey' ? '/planner/survey' : '/planner')} />;
}
