import { lazy, useMemo, type ComponentType } from 'react';
import { matchQueue } from '../../../shared/agenda/exclusions/match-queue.ts';
import { surveyorMaySee } from '../../../shared/agenda/survey/seen.ts';
import { fileLists } from '../../../shared/screening/list.ts';
import { monthOf } from '../../../shared/civil-date.ts';
import { versionInForce } from '../../../shared/agenda/exclusions/versions.ts';
import { longMonthWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { TabPage } from '../../ui/tab-page/tab-page.tsx';
import { CoverageTab } from './months/coverage-tab.tsx';
import { ListsTab } from './lists/lists-tab.tsx';
import { MonthLine } from './month-line.tsx';
import { OverviewTab } from './overview/overview-tab.tsx';
import { RunProvider } from './run/run-context.tsx';
import { RunTab } from './run/run-tab.tsx';
import { ScreeningProvider } from './screening-context.tsx';

const tabs = ['overview', 'lists', 'run', 'matches', 'coverage', 'certificates'] as const;
type Tab = (typeof tabs)[number];

const panels: Readonly<Record<Tab, ComponentType>> = {
  overview: OverviewTab,
  lists: ListsTab,
  run: RunTab,
  matches: lazy(async () => ({ default: (await import('./matches/matches-tab.tsx')).MatchesTab })),
  coverage: CoverageTab,
  certificates: lazy(async () => ({ default: (await import('./certificates/certificates-tab.tsx')).CertificatesTab })),
};

const addressOf = (tab: Tab): string => (tab === 'overview' ? '/exclusions' : `/exclusions/${tab}`);

/** Everything about exclusion lists: what is on file, the month's run, the matches, the coverage and its proof. */
export function ExclusionsPage() {
  const { file, asOf, knownAt, surveying } = useSession();
  const part = useRoute().parts[1];
  const tab = tabs.find((each) => each === part) ?? 'overview';
  const month = longMonthWords(monthOf(asOf)).split(' ')[0] ?? '';
  const titles: Readonly<Record<Tab, string>> = {
    overview: 'Overview', lists: 'Lists', run: `${month} run`, matches: 'Possible matches', coverage: 'Coverage', certificates: 'Certificates',
  };
  const toDecide = useMemo(() => matchQueue(file, asOf, knownAt ?? undefined).open.length, [file, asOf, knownAt]);
  const counts: Partial<Readonly<Record<Tab, number>>> = {
    lists: fileLists.filter((list) => versionInForce(file, list, asOf, knownAt ?? undefined) !== null).length,
    matches: toDecide,
  };
  return (
    <ScreeningProvider>
      <RunProvider>
        <TabPage
          name="Exclusions"
          label="Exclusion screening"
          tab={tab}
          tabs={tabs.filter((key) => surveying === null || surveyorMaySee(['exclusions', key], surveying)).map((key) => ({ key, title: titles[key], count: counts[key] ?? 0, panel: panels[key] }))}
          onOpen={(next) => navigate(addressOf(next))}
          aside={surveying === null && <MonthLine />}
        />
      </RunProvider>
    </ScreeningProvider>
  );
}
