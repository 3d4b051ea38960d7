import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { EmployedOn } from './employed-on.tsx';
import { MonthsView } from './months-view.tsx';
import styles from './coverage.module.css';

/** Whether everybody was searched: month by month, or as an auditor asks, of those employed on one day. */
export function CoverageTab() {
  const [view, setView] = useState<'months' | 'day'>('months');
  const choice = (
    <SegmentedControl
      aria-label="What to look at"
      value={view}
      onChange={(value) => setView(value === 'day' ? 'day' : 'months')}
      data={[{ value: 'months', label: 'Months' }, { value: 'day', label: 'Employed on a day' }]}
    />
  );
  return <div className={styles.tab}>{view === 'months' ? <MonthsView choice={choice} /> : <EmployedOn choice={choice} />}</div>;
}
