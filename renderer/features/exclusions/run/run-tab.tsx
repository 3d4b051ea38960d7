import { Button } from '@mantine/core';
import { IconPlayerPlay, IconWorldSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { monthState } from '../../../../shared/agenda/exclusions/month-close.ts';
import { monthOf } from '../../../../shared/civil-date.ts';
import { exclusionListWords, type ExclusionList } from '../../../../shared/model/exclusion.ts';
import { countOf, longMonthWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import type { DataColumn } from '../../../ui/data-table/columns.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { navigate, pathOf } from '../../../ui/navigate.ts';
import { Panel } from '../../../ui/panel.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Slot } from '../../../ui/slots.tsx';
import { useRun } from './run-context.tsx';
import { runPlan, searchesOf, type Searched } from './run-plan.ts';
import { RunLists } from './run-lists.tsx';
import { Recorded, ResultPanel } from './run-result.tsx';
import { WebsiteDialog } from './website-dialog.tsx';
import styles from './run.module.css';

const columns: readonly DataColumn<Searched>[] = [
  { id: 'name', title: 'Who', text: (row) => row.name, width: 220 },
  { id: 'names', title: 'Names searched', text: (row) => row.names.join(', '), width: 280 },
  { id: 'forms', title: 'Forms', text: (row) => String(row.forms), sortBy: (row) => row.forms, numeric: true, width: 80 },
  { id: 'why', title: 'Why', text: (row) => row.why, width: 200 },
  { id: 'lists', title: 'Lists', text: (row) => row.lists.map((list) => exclusionListWords[list].short).join(', '), width: 160 },
];

/** The month's search: who, on which lists, by which file; then what came out, recorded in one go. */
export function RunTab() {
  const { file, evaluation, asOf, canRecord } = useSession();
  const run = useRun();
  const [website, setWebsite] = useState<ExclusionList | null>(null);
  const searched = useMemo(() => searchesOf(file, evaluation), [file, evaluation]);
  const plan = useMemo(() => runPlan(file, searched.subjects, evaluation), [file, searched, evaluation]);
  const check = useMemo(() => monthState(file, evaluation, monthOf(asOf)), [file, evaluation, asOf]);
  const month = longMonthWords(monthOf(asOf)).split(' ')[0] ?? '';
  const { state } = run;
  const people = searched.subjects.filter(({ key }) => 'personId' in key).length;
  const vendors = searched.subjects.length - people;
  const done = check.lists.length > 0 && check.lists.every((list) => list.missing === 0);
  const canSearch = plan.searches.length > 0 && canRecord && state.at !== 'working' && state.at !== 'result';

  const search = (): void => {
    if (canSearch) void run.start(plan);
  };
  useKeys('Month run', [
    ...(canSearch ? [{ keys: 'S', does: 'Search now', run: search }] : []),
    ...(canRecord && searched.subjects.length > 0 ? [{ keys: 'W', does: 'Record a web-site search', run: () => setWebsite(plan.missing[0]?.list ?? plan.searches[0]?.list ?? 'oig-leie') }] : []),
    ...(state.at === 'result' ? [{ keys: 'Ctrl+Enter', does: 'Record the result', run: () => void run.record() }, { keys: 'Escape', does: 'Leave the result', run: run.leave }] : []),
    ...(state.at === 'working' ? [{ keys: 'Escape', does: 'Stop the search', run: run.cancel }] : []),
  ]);

  if (searched.subjects.length === 0) {
    return (
      <EmptyState action={<Button onClick={() => navigate('/people')}>Open People</Button>}>
        {`Nobody is to be searched in ${month}: the rule packs in force ask nobody on file for an exclusion check.`}
      </EmptyState>
    );
  }
  return (
    <div className={styles.tab}>
      <div className={styles.left}>
        <div className={styles.head}>
          <h2 className={styles.statement}>
            {countOf(people, 'person', 'people')}
            {vendors > 0 && ` and ${countOf(vendors, 'company', 'companies')}`}
            <span>{` on ${countOf(check.lists.length, 'list')}${done ? ' · everyone was searched this month' : ''}`}</span>
          </h2>
          <div className={styles.buttons}>
            <WriteButton
              leftSection={<IconWorldSearch size={14} stroke={1.6} />}
              onClick={() => setWebsite(plan.missing[0]?.list ?? plan.searches[0]?.list ?? 'oig-leie')}
            >
              Record a web-site search
            </WriteButton>
            {plan.searches.length === 0 ? (
              <Button variant="filled" onClick={() => navigate('/exclusions/lists')}>Import a list</Button>
            ) : (
              <WriteButton
                variant={state.at === 'result' ? 'default' : 'filled'}
                shortcut="S"
                leftSection={<IconPlayerPlay size={14} stroke={1.6} />}
                disabled={state.at === 'working' || state.at === 'result'}
                onClick={search}
              >
                {done ? 'Search again' : 'Search now'}
              </WriteButton>
            )}
          </div>
        </div>
        {state.at === 'working' && (
          <div className={styles.working} role="status">
            <span>{`${state.words}${state.total === null ? '' : `, ${state.done} of ${state.total}`}`}</span>
            <ProgressBar label={state.words} done={state.done} total={state.total} />
            <Button onClick={run.cancel}>Cancel</Button>
          </div>
        )}
        {state.at === 'failed' && (
          <div className={styles.refused} role="alert">
            {state.words} <Button size="compact-xs" ml="xs" onClick={search}>Try again</Button>
          </div>
        )}
        {state.at === 'result' && <ResultPanel result={state.result} problem={state.problem} recording={state.recording} />}
        {state.at === 'recorded' && <Recorded words={state.words} />}
        {state.at === 'idle' && plan.searches.length === 0 && (
          <p className={styles.note}>{`${month} has no list to search on yet. Import the list first, or record a search made on the list’s web site.`}</p>
        )}
        <DataTable
          className={styles.table}
          label="Who is searched"
          columns={columns}
          rows={searched.subjects}
          rowKey={(row) => row.id}
          onOpen={(row) => {
            if ('personId' in row.key) navigate(`${pathOf('people', row.key.personId)}?tab=checks`);
          }}
          empty="Nobody."
        />
      </div>
      <aside className={styles.right} aria-label="Lists of the month">
        <RunLists plan={plan} check={check} onWebsite={setWebsite} />
        <Panel title="Not searched" aside={String(searched.others.length)}>
          {searched.others.length === 0 ? <p className={styles.fine}>Everybody on file is searched.</p> : (
            <details className={styles.fold}>
              <summary>{`${countOf(searched.others.length, 'person or company', 'people and companies')} and why`}</summary>
              <ul className={styles.names}>
                {searched.others.map((each) => <li key={each.id}>{each.name}<span>{each.why}</span></li>)}
              </ul>
            </details>
          )}
        </Panel>
      </aside>
      {website !== null && <WebsiteDialog key={website} list={website} subjects={searched.subjects} onClose={() => setWebsite(null)} />}
      <Slot name="footer">{`${countOf(people, 'person', 'people')}, ${countOf(vendors, 'company', 'companies')} · ${searched.subjects.reduce((sum, { names }) => sum + names.length, 0)} names, ${searched.subjects.reduce((sum, { forms }) => sum + forms, 0)} forms`}</Slot>
      <Slot name="keys">
        {state.at === 'result' ? <><Kbd>Ctrl</Kbd><Kbd>Enter</Kbd> record <Kbd>Esc</Kbd> leave</> : canSearch ? <><Kbd>S</Kbd> search <Kbd>W</Kbd> web-site search</> : null} <Kbd>?</Kbd> all keys
      </Slot>
    </div>
  );
}
