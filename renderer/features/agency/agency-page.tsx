import { lazy, type ComponentType } from 'react';
import { surveyorMaySee } from '../../../shared/agenda/survey/seen.ts';
import { useSession } from '../../session/session.tsx';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { TabPage } from '../../ui/tab-page/tab-page.tsx';
import { needsSomebody, useDuties, type Duty } from './duties.ts';
import { OverviewTab } from './overview/overview-tab.tsx';

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
  const { surveying } = useSession();
  const waiting = useDuties().rows.filter(needsSomebody);
  const count = (each: Tab): number => waiting.filter(areOf[each]).length;
  return (
    <TabPage
      name="Agency"
      label="The agency"
      tab={tab}
      tabs={tabs.filter((key) => surveying === null || surveyorMaySee(['agency', key], surveying)).map((key) => ({ key, title: titles[key], count: count(key), panel: panels[key] }))}
      onOpen={(next) => navigate(addressOf(next))}
    />
  );
}
