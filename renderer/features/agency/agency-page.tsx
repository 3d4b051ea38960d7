import { Tabs } from '@mantine/core';
import { lazy, Suspense, type ComponentType } from 'react';
import { useKeys } from '../../ui/keys.ts';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { needsSomebody, useDuties, type Duty } from './duties.ts';
import { OverviewTab } from './overview/overview-tab.tsx';
import styles from './agency-page.module.css';

const tabs = ['overview', 'papers', 'accreditation', 'teams', 'fidelity'] as const;
type Tab = (typeof tabs)[number];

const titles: Readonly<Record<Tab, string>> = {
  overview: 'Overview', papers: 'Papers', accreditation: 'Accreditation', teams: 'Teams', fidelity: 'Fidelity',
};

const panels: Readonly<Record<Tab, ComponentType>> = {
  overview: OverviewTab,
  papers: lazy(async () => ({ default: (await import('./papers/papers-tab.tsx')).PapersTab })),
  accreditation: lazy(async () => ({ default: (await import('./accreditation/accreditation-tab.tsx')).AccreditationTab })),
  teams: lazy(async () => ({ default: (await import('./teams/teams-tab.tsx')).TeamsTab })),
  fidelity: lazy(async () => ({ default: (await import('./fidelity/fidelity-tab.tsx')).FidelityTab })),
};

const addressOf = (tab: Tab): string => (tab === 'overview' ? '/agency' : `/agency/${tab}`);

/** Which duties a tab is about: what its count counts. */
const areOf: Readonly<Record<Tab, (duty: Duty) => boolean>> = {
  overview: () => true,
  papers: ({ group }) => group === 'papers',
  accreditation: ({ group }) => group === 'accreditation',
  teams: ({ group }) => group === 'staffing' || group === 'meetings',
  fidelity: ({ group }) => group === 'fidelity',
};

/** The agency itself: what it owes, the papers it holds, its accreditation, its teams and their fidelity. */
export function AgencyPage() {
  const part = useRoute().parts[1];
  const tab = tabs.find((each) => each === part) ?? 'overview';
  const waiting = useDuties().rows.filter(needsSomebody);
  const count = (each: Tab): number => waiting.filter(areOf[each]).length;
  const open = (next: Tab): void => navigate(addressOf(next));
  useKeys('Agency', tabs.map((each, index) => ({ keys: `Ctrl+${index + 1}`, does: `Open ${titles[each]}`, run: () => open(each) })));
  return (
    <Tabs className={styles.page} value={tab} onChange={(value) => open(tabs.find((each) => each === value) ?? 'overview')} keepMounted={false}>
      <div className={styles.bar}>
        <Tabs.List className={styles.tabList} aria-label="The agency">
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {titles[each]}
              {count(each) > 0 && <span className={styles.count}>{` ${count(each)}`}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      {tabs.map((each) => {
        const Panel = panels[each];
        return (
          <Tabs.Panel key={each} value={each} className={styles.panel}>
            <Suspense fallback={null}><Panel /></Suspense>
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}
