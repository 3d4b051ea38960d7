import { lazy, type ComponentType } from 'react';
import {
  IconBuilding, IconCalendar, IconFileImport, IconFolders, IconHome, IconRoute, IconSettings, IconTable, IconUser, IconUserSearch, type Icon,
} from '@tabler/icons-react';
import { TodayPage } from '../features/today/today-page.tsx';

/** A screen of the rail: where it lives and what it is called. */
export type Screen = {
  readonly key: 'today' | 'matrix' | 'people' | 'exclusions' | 'agency' | 'calendar' | 'planner' | 'import' | 'binders' | 'settings';
  readonly path: string;
  readonly title: string;
  readonly icon: Icon;
};

export const screens: readonly Screen[] = [
  { key: 'today', path: '/today', title: 'Today', icon: IconHome },
  { key: 'matrix', path: '/matrix', title: 'Matrix', icon: IconTable },
  { key: 'people', path: '/people', title: 'People', icon: IconUser },
  { key: 'exclusions', path: '/exclusions', title: 'Exclusions', icon: IconUserSearch },
  { key: 'agency', path: '/agency', title: 'Agency', icon: IconBuilding },
  { key: 'calendar', path: '/calendar', title: 'Calendar', icon: IconCalendar },
  { key: 'planner', path: '/planner', title: 'Planner', icon: IconRoute },
  { key: 'import', path: '/import', title: 'Import', icon: IconFileImport },
  { key: 'binders', path: '/binders', title: 'Binders', icon: IconFolders },
  { key: 'settings', path: '/settings', title: 'Settings', icon: IconSettings },
];

export const startScreen = '/today';

export type Page = {
  readonly name: string;
  readonly screen: Screen['key'];
  readonly title: string;
  readonly component: ComponentType;
};

// Each screen but the first is a file of its own, read when it is first opened.
const pages = {
  today: TodayPage,
  matrix: lazy(async () => ({ default: (await import('../features/matrix/matrix-page.tsx')).MatrixPage })),
  people: lazy(async () => ({ default: (await import('../features/people/people-page.tsx')).PeoplePage })),
  person: lazy(async () => ({ default: (await import('../features/person/person-page.tsx')).PersonPage })),
  exclusions: lazy(async () => ({ default: (await import('../features/exclusions/exclusions-page.tsx')).ExclusionsPage })),
  agency: lazy(async () => ({ default: (await import('../features/agency/agency-page.tsx')).AgencyPage })),
  calendar: lazy(async () => ({ default: (await import('../features/calendar/calendar-page.tsx')).CalendarPage })),
  planner: lazy(async () => ({ default: (await import('../features/planner/planner-page.tsx')).PlannerPage })),
  reminders: lazy(async () => ({ default: (await import('../features/reminders/reminders-page.tsx')).RemindersPage })),
  import: lazy(async () => ({ default: (await import('../features/import/import-page.tsx')).ImportPage })),
  bulk: lazy(async () => ({ default: (await import('../features/bulk/bulk-page.tsx')).BulkPage })),
  binders: lazy(async () => ({ default: (await import('../features/binders/binders-page.tsx')).BindersPage })),
  settings: lazy(async () => ({ default: (await import('../features/settings/settings-page.tsx')).SettingsPage })),
} as const;

/** The page of a route; null where the address names nothing we know. */
export function pageOf(parts: readonly string[]): Page | null {
  const [first, second] = parts;
  switch (first) {
    case 'today':
      return { name: 'today', screen: 'today', title: 'Today', component: pages.today };
    case 'matrix':
      return { name: 'matrix', screen: 'matrix', title: 'Matrix', component: pages.matrix };
    case 'people':
      return second === undefined
        ? { name: 'people', screen: 'people', title: 'People', component: pages.people }
        : { name: 'person', screen: 'people', title: 'People', component: pages.person };
    case 'exclusions':
      return { name: 'exclusions', screen: 'exclusions', title: 'Exclusions', component: pages.exclusions };
    case 'agency':
      return { name: 'agency', screen: 'agency', title: 'Agency', component: pages.agency };
    case 'calendar':
      return { name: 'calendar', screen: 'calendar', title: 'Calendar', component: pages.calendar };
    case 'planner':
      return { name: 'planner', screen: 'planner', title: 'Planner', component: pages.planner };
    case 'reminders':
      return { name: 'reminders', screen: 'calendar', title: 'Reminders', component: pages.reminders };
    case 'import':
      return { name: 'import', screen: 'import', title: 'Import', component: pages.import };
    case 'bulk':
      return { name: 'bulk', screen: 'import', title: 'Record for many', component: pages.bulk };
    case 'binders':
      return { name: 'binders', screen: 'binders', title: 'Binders', component: pages.binders };
    case 'settings':
      return { name: 'settings', screen: 'settings', title: 'Settings', component: pages.settings };
    default:
      return null;
  }
}
