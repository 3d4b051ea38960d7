import { Anchor, Tabs } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isLasting, lastingPeriods } from '../../../shared/agenda/acknowledgements.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { useSession } from '../../session/session.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate, pathOf, useRoute } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { ChecklistSheet } from './checklist-sheet.tsx';
import { ChecksTab } from './checks-tab.tsx';
import { DeedDialogs } from './deed-dialogs.tsx';
import { tabs, type Deed, type Tab } from './deeds.ts';
import { DocumentsTab, usePersonDocuments } from './documents-tab.tsx';
import { EmploymentsTab } from './employments-tab.tsx';
import { EvidenceTab } from './evidence-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { LetterSheet } from './letter-sheet.tsx';
import { PersonHeader } from './person-header.tsx';
import { usePersonView, worstRow, type PersonView } from './person-view.ts';
import { RequirementList } from './requirement-list.tsx';
import { RequirementPanel } from './requirement-panel.tsx';
import { StopWorkBanner, standingMatchKey, useStandingMatches } from './stop-work-banner.tsx';
import styles from './person-page.module.css';

/** One person: who they are, the three clearances, and everything asked of them with its evidence. */
export function PersonPage() {
  const { parts, query } = useRoute();
  const personId = parts[1] ?? '';
  const view = usePersonView(personId, query.get('employment'));
  if (view === null) {
    return (
      <EmptyState action={<Anchor component="button" type="button" onClick={() => navigate('/people')}>Open the people list</Anchor>}>
        There is nobody with this address in the agency that is open.
      </EmptyState>
    );
  }
  if (parts[2] === 'checklist') return <ChecklistSheet view={view} />;
  if (parts[2] === 'letter') return <LetterSheet view={view} />;
  const tab = tabs.find((each) => each === query.get('tab')) ?? 'requirements';
  return <Person key={personId} view={view} requirementId={parts[2] ?? null} tab={tab} employmentId={query.get('employment')} recording={query.get('record') === '1'} reporting={query.get('report')} />;
}

function addressOf(personId: string, requirementId: string | null, tab: Tab, employmentId: string | null): string {
  const path = requirementId === null ? pathOf('people', personId) : pathOf('people', personId, requirementId);
  const query = new URLSearchParams({ ...(tab === 'requirements' ? {} : { tab }), ...(employmentId === null ? {} : { employment: employmentId }) });
  return query.size === 0 ? path : `${path}?${query}`;
}

function Person({ view, requirementId, tab, employmentId, recording, reporting }: {
  readonly view: PersonView;
  readonly requirementId: string | null;
  readonly tab: Tab;
  readonly employmentId: string | null;
  /** Another screen asked to record for the requirement: the form is open on arriving. */
  readonly recording: boolean;
  /** Today asked to record the report of a confirmed match: its form is open on arriving. */
  readonly reporting: string | null;
}) {
  const { asOf, isNow, canRecord, setAsOf, setKnownAt, file } = useSession();
  const { person } = view;
  const selected = view.rows.find((row) => row.standing.requirement === requirementId) ?? worstRow(view.rows);
  const documents = usePersonDocuments(person.id);
  const matches = useStandingMatches(person.id);
  const [deed, setDeed] = useState<Deed | null>(() => {
    const owed = matches.find((each) => standingMatchKey(each) === reporting && each.report?.status !== 'done');
    if (canRecord && owed !== undefined) return { kind: 'report', standing: owed };
    return recording && canRecord && selected !== null ? { kind: 'record', row: selected } : null;
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const selectedId = selected?.standing.requirement ?? null;

  const select = useCallback((id: string) => navigate(addressOf(person.id, id, 'requirements', employmentId), 'replace'), [person.id, employmentId]);
  const openTab = (next: Tab): void => navigate(addressOf(person.id, requirementId, next, employmentId), 'replace');
  const openPerson = (id: string | null): void => {
    // J and K keep the tab: one compares the same thing from person to person.
    if (id !== null) navigate(addressOf(id, null, tab, null));
  };
  const openBinder = (): void => navigate(`/binders?person=${encodeURIComponent(person.id)}`);
  const act = (next: Deed): void => {
    if (next.kind === 'open-tab') openTab(next.tab);
    else if (next.kind === 'show-employment') navigate(addressOf(person.id, null, 'requirements', next.employmentId));
    else if (canRecord) setDeed(next);
  };

  useEffect(() => {
    // The wish was granted on arriving; without it in the address, going back does not open the form again.
    if (recording || reporting !== null) navigate(addressOf(person.id, requirementId, tab, employmentId), 'replace');
  }, [recording, reporting, person.id, requirementId, tab, employmentId]);

  useEffect(() => {
    if (tab === 'requirements') list.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus({ preventScroll: true });
    // Only on arriving: selecting a line moves the focus by itself.
  }, [person.id, tab]);

  const sameDay = selected?.standing.account.parts.some((part) => part.why.code === 'same-day' && part.status === 'review') === true;
  const about = selected?.standing.evidenceIds[0];
  useKeys('Person', [
    { keys: 'J', does: 'Next person', run: () => openPerson(view.nextId) },
    { keys: 'K', does: 'Previous person', run: () => openPerson(view.previousId) },
    { keys: 'A', does: 'Add evidence', run: () => act({ kind: 'add' }) },
    { keys: 'R', does: 'Record for the selected requirement', run: () => { if (selected !== null) act({ kind: 'record', row: selected }); } },
    ...(sameDay && about !== undefined ? [{ keys: 'D', does: 'Attest which came first', run: () => act({ kind: 'attest', about, row: selected }) }] : []),
    { keys: 'N', does: 'Write a note on a lasting finding', run: () => { if (selected !== null && (isLasting(selected.standing) || lastingPeriods(selected.standing).length > 0)) act({ kind: 'note', row: selected }); } },
    { keys: 'E', does: 'Open the evidence', run: () => openTab('evidence') },
    { keys: 'B', does: 'Make the binder', run: openBinder },
    ...tabs.map((each, index) => ({ keys: `Ctrl+${index + 1}`, does: `Open the tab ${tabTitles[each]}`, run: () => openTab(each) })),
    {
      keys: 'Escape',
      does: 'Back',
      run: () => {
        if (!isNow) {
          setAsOf(null);
          setKnownAt(null);
        } else if (tab !== 'requirements') openTab('requirements');
        else navigate('/people');
      },
    },
  ]);

  const counts: Readonly<Record<Tab, number | null>> = {
    requirements: view.rows.length,
    checks: (file.exclusionChecks ?? []).filter((each) => each.personId === person.id).length,
    evidence: view.history.length,
    documents: documents.length,
    employments: person.employments.length,
    history: null,
  };

  return (
    <div className={cx(styles.page, tab === 'documents' && styles.whole)}>
      <Slot name="subtitle">{`${fullName(shownName(person))} · ${view.position} of ${view.total}`}</Slot>
      <Slot name="keys">
        <Kbd>J</Kbd><Kbd>K</Kbd> <span>next, previous person</span> <Kbd>R</Kbd> <span>record</span> <Kbd>E</Kbd> <span>evidence</span> <Kbd>?</Kbd> <span>all keys</span>
      </Slot>
      <div className={styles.work}>
        <StopWorkBanner personId={person.id} name={fullName(shownName(person))} onDeed={act} />
        <PersonHeader view={view} onDeed={act} onBinder={openBinder} />
        <Tabs value={tab} onChange={(value) => openTab(tabs.find((each) => each === value) ?? 'requirements')} classNames={{ root: styles.tabs ?? '', list: styles.tabList ?? '', panel: styles.tabPanel ?? '' }} keepMounted={false}>
          <div className={styles.tabBar}>
            <Tabs.List>
              {tabs.map((each) => (
                <Tabs.Tab key={each} value={each}>
                  {tabTitles[each]}
                  {counts[each] !== null && <span className={styles.count}>{counts[each]}</span>}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {tab === 'requirements' && <Legend />}
          </div>
          <Tabs.Panel value="requirements" ref={list}>
            {view.rows.length === 0 ? <Nothing view={view} onDeed={act} /> : (
              <RequirementList view={view} asOf={asOf} selected={selectedId} onSelect={select} onOpen={() => heading.current?.focus()} />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="checks"><ChecksTab view={view} onDeed={act} /></Tabs.Panel>
          <Tabs.Panel value="evidence"><EvidenceTab view={view} onDeed={act} /></Tabs.Panel>
          <Tabs.Panel value="documents"><DocumentsTab entries={documents} personId={person.id} /></Tabs.Panel>
          <Tabs.Panel value="employments"><EmploymentsTab view={view} onDeed={act} /></Tabs.Panel>
          <Tabs.Panel value="history"><HistoryTab view={view} /></Tabs.Panel>
        </Tabs>
      </div>
      {tab !== 'documents' && <RequirementPanel view={view} row={selected} heading={heading} onDeed={act} />}
      <DeedDialogs deed={deed} view={view} onClose={() => setDeed(null)} />
    </div>
  );
}

const tabTitles: Readonly<Record<Tab, string>> = {
  requirements: 'Requirements',
  checks: 'Exclusion checks',
  evidence: 'Evidence',
  documents: 'Documents',
  employments: 'Employments and roles',
  history: 'History',
};

function Legend() {
  return (
    <ul className={styles.legend} aria-label="Signs of the timeline">
      <li><svg width="14" height="8" aria-hidden="true"><rect width="14" height="8" rx="1.5" fill="var(--win)" /></svg>window</li>
      <li><svg width="8" height="8" aria-hidden="true"><circle cx="4" cy="4" r="4" fill="var(--ok)" /></svg>evidence</li>
      <li><svg width="14" height="8" aria-hidden="true"><path d="M0 4h14" stroke="var(--ok)" strokeWidth="2.5" /></svg>cover</li>
      <li><svg width="14" height="8" aria-hidden="true"><rect x=".5" y=".5" width="13" height="7" fill="none" stroke="var(--text3)" strokeDasharray="2 2" /></svg>still open</li>
    </ul>
  );
}

function Nothing({ view, onDeed }: { readonly view: PersonView; readonly onDeed: (deed: Deed) => void }) {
  const { canRecord } = useSession();
  const add = canRecord ? <Anchor component="button" type="button" onClick={() => onDeed({ kind: 'employment', employment: null })}>Add an employment</Anchor> : undefined;
  if (view.employment === null) return <EmptyState action={add}>No employment is recorded, so nothing is asked of this person yet.</EmptyState>;
  if (view.employment.withdrawnOn !== undefined) return <EmptyState action={add}>The candidacy has ended, so nothing is asked. What is on file stays under Evidence.</EmptyState>;
  return <EmptyState>Nothing is asked of this person as of this day: no rule pack in force names the roles held.</EmptyState>;
}
