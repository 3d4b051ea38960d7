import { lazy, type ComponentType } from 'react';
import {
  IconBuilding, IconCalendar, IconClipboardSearch, IconFileImport, IconFiles, IconFolders, IconHistory, IconHome, IconInbox, IconRoute, IconSettings, IconTable, IconUser, IconUserSearch, type Icon,
} from '@tabler/icons-react';
import { surveyorMaySee } from '../../shared/agenda/survey/seen.ts';
import type { Surveying } from '../../shared/agenda/survey/surveying.ts';
import { TodayPage } from '../features/today/today-page.tsx';

/** A screen of the rail: where it lives and what it is called. */
export type Screen = {
  readonly key: 'today' | 'matrix' | 'people' | 'documents' | 'intake' | 'exclusions' | 'agency' | 'calendar' | 'planner' | 'import' | 'binders' | 'survey' | 'log' | 'settings';
  readonly path: string;
  readonly title: string;
  readonly icon: Icon;
  /** The key that opens it from anywhere. */
  readonly keys: string;
};

/** In the order of the rail. Numbers run along it; the settings keep the last of them. */
export const screens: readonly Screen[] = [
  { key: 'today', path: '/today', title: 'Today', icon: IconHome, keys: 'Alt+1' },
  { key: 'matrix', path: '/matrix', title: 'Matrix', icon: IconTable, keys: 'Alt+2' },
  { key: 'people', path: '/people', title: 'People', icon: IconUser, keys: 'Alt+3' },
  { key: 'documents', path: '/documents', title: 'Documents', icon: IconFiles, keys: 'Alt+D' },
  { key: 'intake', path: '/intake', title: 'Intake', icon: IconInbox, keys: 'Alt+I' },
  { key: 'exclusions', path: '/exclusions', title: 'Exclusions', icon: IconUserSearch, keys: 'Alt+4' },
  { key: 'agency', path: '/agency', title: 'Agency', icon: IconBuilding, keys: 'Alt+5' },
  { key: 'calendar', path: '/calendar', title: 'Calendar', icon: IconCalendar, keys: 'Alt+6' },
  { key: 'planner', path: '/planner', title: 'Planner', icon: IconRoute, keys: 'Alt+7' },
  { key: 'import', path: '/import', title: 'Import', icon: IconFileImport, keys: 'Alt+8' },
  { key: 'binders', path: '/binders', title: 'Binders', icon: IconFolders, keys: 'Alt+9' },
  { key: 'survey', path: '/survey', title: 'Surveys', icon: IconClipboardSearch, keys: 'Alt+S' },
  { key: 'log', path: '/log', title: 'Log', icon: IconHistory, keys: 'Alt+L' },
  { key: 'settings', path: '/settings', title: 'Settings', icon: IconSettings, keys: 'Alt+0' },
];

/** Where a screen opens: a surveyor has no overviews. */
export const pathFor = ({ key, path }: Screen, surveying: Surveying | null): string =>
  surveying === null ? path : key === 'exclusions' ? '/exclusions/coverage' : key === 'agency' ? '/agency/papers' : path;

/** The screens there are; for a surveyor those the host shows. */
export const screensFor = (surveying: Surveying | null): readonly Screen[] =>
  surveying === null ? screens : screens.filter((screen) => surveyorMaySee(pathFor(screen, surveying).split('/').slice(1), surveying));

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
  documents: lazy(async () => ({ default: (await import('../features/documents/documents-page.tsx')).DocumentsPage })),
  exclusions: lazy(async () => ({ default: (await import('../features/exclusions/exclusions-page.tsx')).ExclusionsPage })),
  agency: lazy(async () => ({ default: (await import('../features/agency/agency-page.tsx')).AgencyPage })),
  calendar: lazy(async () => ({ default: (await import('../features/calendar/calendar-page.tsx')).CalendarPage })),
  planner: lazy(async () => ({ default: (await import('../features/planner/planner-page.tsx')).PlannerPage })),
  reminders: lazy(async () => ({ default: (await import('../features/reminders/reminders-page.tsx')).RemindersPage })),
  intake: lazy(async () => ({ default: (await import('../features/intake/intake-page.tsx')).IntakePage })),
  import: lazy(async () => ({ default: (await import('../features/import/import-page.tsx')).ImportPage })),
  bulk: lazy(async () => ({ default: (await import('../features/bulk/bulk-page.tsx')).BulkPage })),
  binders: lazy(async () => ({ default: (await import('../features/binders/binders-page.tsx')).BindersPage })),
  survey: lazy(async () => ({ default: (await import('../features/survey/survey-page.tsx')).SurveyPage })),
  log: lazy(async () => ({ default: (await import('../features/log/log-page.tsx')).LogPage })),
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
    case 'documents':
      return { name: 'documents', screen: 'documents', title: 'Documents', component: pages.documents };
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
    case 'intake':
      return { name: 'intake', screen: 'intake', title: 'Intake', component: pages.intake };
    case 'import':
      return { name: 'import', screen: 'import', title: 'Import', component: pages.import };
    case 'bulk':
      return { name: 'bulk', screen: 'import', title: 'Record for many', component: pages.bulk };
    case 'binders':
      return { name: 'binders', screen: 'binders', title: 'Binders', component: pages.binders };
    case 'survey':
      return { name: 'survey', screen: 'survey', title: 'Surveys', component: pages.survey };
    case 'log':
      return { name: 'log', screen: 'log', title: 'Log', component: pages.log };
    case 'settings':
      return { name: 'settings', screen: 'settings', title: 'Settings', component: pages.settings };
    default:
      return null;
  }
}
