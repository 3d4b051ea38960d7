import { ActionIcon, Anchor, Button, Menu } from '@mantine/core';
import { IconChecklist, IconDots, IconFolders, IconMail, IconPaperclip } from '@tabler/icons-react';
import { employmentState, personStateWords, roleNames, teamNames } from '../../../shared/agenda/employment.ts';
import { isValidNpi, otherNames } from '../../../shared/agenda/identity.ts';
import { clearanceWords, type ClearanceVerdict } from '../../../shared/agenda/clearances.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { Clearance, type ClearanceCard } from '../../ui/clearance.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { navigate, pathOf } from '../../ui/navigate.ts';
import type { Deed } from './deeds.ts';
import type { PersonView } from './person-view.ts';
import { WriteButton } from '../../session/write-button.tsx';
import styles from './person-page.module.css';

const verdicts: Readonly<Record<ClearanceVerdict, ClearanceCard['verdict']>> = {
  yes: { family: 'ok', glyph: 'tick', word: 'Yes' },
  no: { family: 'act', glyph: 'slash', word: 'No' },
  decide: { family: 'review', glyph: 'question', word: 'Decide' },
  'not-yet': { family: 'open', glyph: 'circle', word: 'Not yet' },
  'not-applicable': { family: null, glyph: 'dash', word: 'Does not apply' },
};
const stopped: ClearanceCard['verdict'] = { family: 'fail', glyph: 'octagon', word: 'No' };

/** Who this is, what they are, and the three answers HR needs every day. */
export function PersonHeader({ view, onDeed, onBinder }: {
  readonly view: PersonView;
  readonly onDeed: (deed: Deed) => void;
  readonly onBinder: () => void;
}) {
  const { file, asOf } = useSession();
  const { person, employment } = view;
  const name = fullName(shownName(person));
  const others = otherNames(person);
  const state = employment === null ? 'none' : employmentState(employment, asOf);
  const chips = employment === null ? [] : [...roleNames(employment, asOf), ...teamNames(employment, asOf, file.teams ?? [])];
  const begin = employment?.hiredOn ?? employment?.plannedHireOn;
  const isStopped = view.rows.some((row) => row.standing.status === 'fail');
  return (
    <header className={styles.header}>
      <div className={styles.nameLine}>
        <h2 className={styles.name}>{name}</h2>
        {chips.map((chip) => <span key={chip} className={styles.chip}>{chip}</span>)}
        {state !== 'employed' && <span className={styles.chip}>{personStateWords[state]}</span>}
        <div className={styles.actions}>
          <WriteButton shortcut="A" leftSection={<IconPaperclip size={14} stroke={1.6} />} onClick={() => onDeed({ kind: 'add' })}>Add evidence</WriteButton>
          <Button leftSection={<IconFolders size={14} stroke={1.6} />} rightSection={<Kbd>B</Kbd>} onClick={onBinder}>Binder</Button>
          <Menu position="bottom-end">
            <Menu.Target><ActionIcon variant="default" aria-label="More for this person"><IconDots size={16} stroke={1.6} /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconChecklist size={14} />} onClick={() => navigate(pathOf('people', person.id, 'checklist'))}>Onboarding checklist</Menu.Item>
              <Menu.Item leftSection={<IconMail size={14} />} onClick={() => navigate(pathOf('people', person.id, 'letter'))}>Letter: what I need from you</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <p className={styles.identity}>
        {others.length > 0 && <span>Also {others.join(', ')}</span>}
        {person.birthDate !== undefined && <span>Born {dateWords(person.birthDate)}</span>}
        {person.npi !== undefined && <span>NPI <span className="num">{person.npi}</span>{isValidNpi(person.npi) ? '' : ' · check digit does not fit'}</span>}
        {begin !== undefined && <span>{employment?.hiredOn === undefined ? 'Hire planned for' : 'Hired'} <b>{dateWords(begin)}</b> · {distanceWords(begin, asOf)}</span>}
        {state === 'candidate' && <Anchor inherit href={`#/planner?person=${encodeURIComponent(person.id)}`}>Try hire dates</Anchor>}
        {employment?.firstServiceOn !== undefined && <span>First service <b>{dateWords(employment.firstServiceOn)}</b></span>}
        {employment?.endedOn !== undefined && <span>Last day worked <b>{dateWords(employment.endedOn)}</b> · {distanceWords(employment.endedOn, asOf)}</span>}
        {person.employments.length > 1 && <span>{`${person.employments.length} employments`}</span>}
      </p>
      {view.clearances.length > 0 && (
        <Clearance
          label="Clearances"
          cards={view.clearances.map((each): ClearanceCard => ({
            title: clearanceWords[each.kind],
            verdict: each.verdict === 'no' && isStopped ? stopped : verdicts[each.verdict],
            statement: each.headline,
            reason: each.because,
          }))}
        />
      )}
    </header>
  );
}
