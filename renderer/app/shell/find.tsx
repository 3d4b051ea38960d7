import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconFileText, IconPlayerPlay, IconSearch, IconUser } from '@tabler/icons-react';
import { useMemo } from 'react';
import { employmentOn, roleNames } from '../../../shared/agenda/employment.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { shownId } from '../../../shared/rules/requirement.ts';
import { useSession } from '../../session/session.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { navigate, pathOf } from '../../ui/navigate.ts';
import { pathFor, screensFor } from '../routes.ts';
import styles from './find.module.css';

const shortcut = /Macintosh/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';

/** The field in the title bar; it opens the search, which the same key opens. */
export function FindField() {
  return (
    <button type="button" className={styles.find} onClick={spotlight.open} aria-haspopup="dialog">
      <IconSearch size={15} stroke={1.6} aria-hidden="true" />
      <span>Find a person, rule, screen</span>
      <Kbd>{shortcut}</Kbd>
    </button>
  );
}

/** People by any name they ever used, requirements by title or code, screens, and what can be done from anywhere. */
export function Find({ onKeyList }: { readonly onKeyList: () => void }) {
  const { file, requirements, asOf, surveying } = useSession();
  const groups = useMemo<SpotlightActionGroupData[]>(
    () => [
      {
        group: 'People',
        actions: file.people.map((person) => {
          const employment = employmentOn(person, asOf);
          return {
            id: `person-${person.id}`,
            label: fullName(shownName(person)),
            description: [...(employment === null ? [] : roleNames(employment, asOf)), ...person.names.slice(1).map((name) => `also ${fullName(name)}`)]
              .join(' · '),
            leftSection: <IconUser size={16} stroke={1.6} />,
            onClick: () => navigate(pathOf('people', person.id)),
          };
        }),
      },
      {
        group: 'Requirements',
        actions: requirements.map((requirement) => ({
          id: `requirement-${requirement.id}`,
          label: requirement.title,
          description: `${shownId(requirement.id)} · ${requirement.windowWords}`,
          leftSection: <IconFileText size={16} stroke={1.6} />,
          onClick: () => navigate(`/matrix?column=${encodeURIComponent(requirement.id)}`),
        })),
      },
      {
        group: 'Screens',
        actions: screensFor(surveying).map((screen) => ({
          id: `screen-${screen.key}`,
          label: screen.title,
          leftSection: <screen.icon size={16} stroke={1.6} />,
          onClick: () => navigate(pathFor(screen, surveying)),
        })),
      },
      {
        group: 'Actions',
        actions: [
          { label: 'Record one class for many people', path: '/bulk' },
          { label: 'Import a roster or evidence spreadsheet', path: '/import' },
          { label: 'Print a binder', path: '/binders' },
          { label: 'See the reminders', path: '/reminders' },
        ]
          .filter(() => surveying === null)
          .map((action) => ({
            id: `action-${action.path}`,
            label: action.label,
            leftSection: <IconPlayerPlay size={16} stroke={1.6} />,
            onClick: () => navigate(action.path),
          }))
          .concat([{ id: 'action-keys', label: 'List the keys', leftSection: <IconPlayerPlay size={16} stroke={1.6} />, onClick: onKeyList }]),
      },
    ],
    [file.people, requirements, asOf, surveying, onKeyList],
  );
  return (
    <Spotlight
      actions={groups}
      shortcut="mod + K"
      limit={8}
      scrollable
      maxHeight={420}
      radius={8}
      yOffset={56}
      overlayProps={{ color: 'var(--backdrop)', backgroundOpacity: 1, blur: 0 }}
      classNames={{ action: styles.action ?? '', actionsGroup: styles.group ?? '' }}
      highlightQuery
      attributes={{ content: { 'aria-label': 'Find' } }}
      nothingFound="Nothing by that name. Names ever used, titles and codes are searched."
      searchProps={{ leftSection: <IconSearch size={16} stroke={1.6} />, placeholder: 'Find a person, requirement, screen', 'aria-label': 'Find' }}
    />
  );
}
