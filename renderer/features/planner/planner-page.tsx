import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useKeys } from '../../ui/keys.ts';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { HireTab } from './hire/hire-tab.tsx';
import styles from './planner-page.module.css';

const SurveyTab = lazy(async () => ({ default: (await import('./survey/survey-tab.tsx')).SurveyTab }));

/** A hire date and its consequences; survey day if nothing is done. */
export function PlannerPage() {
  const tab = useRoute().parts[1] === 'survey' ? 'survey' : 'hire';
  const open = (next: string | null): void => navigate(next === 'survey' ? '/planner/survey' : '/planner');
  useKeys('Planner', [
    { keys: 'Ctrl+1', does: 'Open Hire', run: () => open('hire') },
    { keys: 'Ctrl+2', does: 'Open Survey day', run: () => open('survey') },
  ]);
  return (
    <Tabs className={styles.page} value={tab} onChange={open} keepMounted={false}>
      <div className={styles.bar}>
        <Tabs.List className={styles.tabList} aria-label="Planner">
          <Tabs.Tab value="hire">Hire</Tabs.Tab>
          <Tabs.Tab value="survey">Survey day</Tabs.Tab>
        </Tabs.List>
      </div>
      <Tabs.Panel value="hire" className={styles.panel}><HireTab /></Tabs.Panel>
      <Tabs.Panel value="survey" className={styles.panel}><Suspense fallback={null}><SurveyTab /></Suspense></Tabs.Panel>
    </Tabs>
  );
}
