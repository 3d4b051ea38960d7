import { Button, Tabs } from '@mantine/core';
import { useSession } from '../../session/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { ClassTab } from './class-tab.tsx';
import { PastChecksTab } from './past-checks-tab.tsx';
import styles from './bulk.module.css';

/** The same thing recorded for many people at once: a class, or months of past exclusion checks. */
export function BulkPage() {
  const { isNow, canRecord, setAsOf, setKnownAt } = useSession();
  const tab = useRoute().query.get('tab') === 'checks' ? 'checks' : 'class';
  if (!isNow) {
    return (
      <EmptyState action={<Button variant="filled" onClick={() => { setKnownAt(null); setAsOf(null); }}>Back to today</Button>}>
        You are looking at another day. Evidence is recorded today, so go back to today first.
      </EmptyState>
    );
  }
  if (!canRecord) return <EmptyState>An auditor sees the records and changes nothing. HR or compliance records here.</EmptyState>;
  return (
    <Tabs className={styles.page} value={tab} onChange={(value) => navigate(value === 'checks' ? '/bulk?tab=checks' : '/bulk', 'replace')} keepMounted={false}>
      <div className={styles.tabs}>
        <Tabs.List className={styles.tabList}>
          <Tabs.Tab value="class">One class or sign-in sheet</Tabs.Tab>
          <Tabs.Tab value="checks">Past exclusion checks</Tabs.Tab>
        </Tabs.List>
        <Button onClick={() => navigate('/import')}>Import a spreadsheet instead</Button>
      </div>
      <Tabs.Panel value="class" className={styles.panel}><ClassTab /></Tabs.Panel>
      <Tabs.Panel value="checks" className={styles.panel}><PastChecksTab /></Tabs.Panel>
    </Tabs>
  );
}
