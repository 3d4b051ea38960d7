import { Button, Menu, SegmentedControl, TextInput } from '@mantine/core';
import { IconDownload, IconFilter } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { surveyKinds, type SurveyGap } from '../../../../shared/agenda/planner/survey-plan.ts';
import { surveyKindWords, surveyTable } from '../../../../shared/agenda/planner/survey-table.ts';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import { lookOf } from '../../../../shared/status-look.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import type { DataColumn } from '../../../ui/data-table/columns.ts';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FilterMenu, filterWords } from '../../../ui/filter-menu.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { navigate, pathOf } from '../../../ui/navigate.ts';
import { Slot } from '../../../ui/slots.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { cx } from '../../../ui/cx.ts';
import { useSavePlan } from '../take-away.ts';
import { groupings, groupingWords } from './groups.ts';
import { countsOf, noFilter, useSurvey, type Survey } from './use-survey.ts';
import styles from './survey.module.css';

/** What to do about a gap, in the narrowest words that are true. */
function doWords(gap: SurveyGap, today: CivilDate): string {
  if (gap.doBy !== null) return gap.doBy < today ? 'now' : `by ${dateWords(gap.doBy)} · ${distanceWords(gap.doBy, today)}`;
  if (gap.lasting) return gap.noted ? 'explained' : 'explain it: nothing cures it';
  return 'now';
}

function columnsOf(today: CivilDate, names: Survey['names']): readonly DataColumn<SurveyGap>[] {
  return [
    {
      id: 'day', title: 'First bad day', width: 172, sortBy: (gap) => gap.on ?? '',
      text: (gap) => (gap.kind === 'now' ? 'today already' : gap.on === null ? '' : gap.kind === 'owed' ? `owed by ${dateWords(gap.on)}` : `${dateWords(gap.on)} · ${distanceWords(gap.on, today)}`),
    },
    { id: 'who', title: 'Who', width: 172, text: (gap) => gap.subject.name },
    { id: 'team', title: 'Team', width: 112, text: (gap) => (gap.subject.kind === 'team' ? '' : gap.subject.teamIds.map(names.team).join(', ')) },
    {
      id: 'status', title: 'On the day', width: 118, text: (gap) => (gap.kind === 'owed' ? 'To do' : lookOf(gap.status).word),
      cell: (gap) => <StatusMark {...lookOf(gap.status)} {...(gap.kind === 'owed' ? { text: `${gap.periods} to do` } : {})} />,
    },
    { id: 'what', title: 'What a survey would find', width: 372, text: (gap) => gap.headline },
    { id: 'do', title: 'Do', width: 178, text: (gap) => doWords(gap, today), sortBy: (gap) => gap.doBy ?? '' },
  ];
}

function open(gap: SurveyGap): void {
  const { kind, id } = gap.subject;
  if (kind === 'person' && id !== null) navigate(pathOf('people', id, gap.requirement));
  else if (kind === 'vendor') navigate('/exclusions/coverage');
  else navigate(kind === 'team' ? '/agency/teams' : '/agency');
}

/** Survey day if nothing is done: every gap, by the day it turns, to look through and to take along. */
export function SurveyTab() {
  const { file, today } = useSession();
  const survey = useSurvey();
  const { plan, planned, filter, setFilter, filtered, shown, names } = survey;
  const [exporting, setExporting] = useState(false);
  const savePlan = useSavePlan();
  const field = useRef<HTMLInputElement>(null);
  const columns = useMemo(() => columnsOf(today, names), [today, names]);
  const counts = countsOf(filtered);
  const teams = (file.teams ?? []).map((team) => ({ value: team.id, label: team.name }));
  const sites = (file.sites ?? []).map((site) => ({ value: site.id, label: site.name }));
  const kinds = surveyKinds.map((kind) => ({ value: kind, label: surveyKindWords[kind] }));
  const left = plan.gaps.filter((gap) => gap.subject.left).length;
  const isFiltered = filter !== noFilter && (filter.text !== '' || filter.kinds.length + filter.teams.length + filter.sites.length > 0);
  const save = (format: 'csv' | 'xlsx'): void => savePlan(surveyTable(shown, plan, names), format, `${file.agency.name} survey ${plan.surveyOn}`, `the gaps on ${dateWords(plan.surveyOn)}`);
  useKeys('Survey day', [
    { keys: '/', does: 'Filter the gaps', run: () => field.current?.focus() },
    { keys: 'Ctrl+E', does: 'Export what is shown', inFields: true, run: () => setExporting(true) },
    ...(isFiltered || survey.group !== null ? [{ keys: 'Escape', does: 'Clear the filters', inFields: true, run: () => { setFilter(noFilter); survey.setGroup(null); } }] : []),
  ]);
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <div className={styles.ask}>
          <span>Survey on</span>
          <DateField w={180} aria-label="Survey on" today={today} value={plan.surveyOn} onChange={(date) => { if (date !== null) survey.setOn(date); }} />
        </div>
        {planned.map((each) => (
          <Button key={`${each.on}${each.what}`} size="compact-xs" variant={each.on === plan.surveyOn ? 'light' : 'default'} aria-pressed={each.on === plan.surveyOn} onClick={() => survey.setOn(each.on)}>
            {`${each.what}, ${dateWords(each.on)} · ${distanceWords(each.on, today)}`}
          </Button>
        ))}
        {planned.length === 0 && <span className={styles.hint}>No survey is planned on record. Record one under Agency, Accreditation.</span>}
      </div>
      <div className={styles.figures}>
        <Figure value={counts.now} label={counts.lasting === 0 ? 'gaps today, all can be closed' : `gaps today, ${counts.lasting} of them permanent`} />
        <Figure value={counts.turns} label={`turn before ${dateWords(plan.surveyOn)} if nothing is done`} />
        <Figure value={counts.owed} label="recurring duties with periods still to do" />
        <Figure value={plan.judged - plan.gaps.filter((gap) => gap.kind !== 'owed').length} label={`of ${plan.judged} verdicts in order that day`} />
      </div>
      <div className={styles.bar} role="toolbar" aria-label="Gaps">
        <TextInput ref={field} w={150} aria-label="Filter the gaps" placeholder="Filter" leftSection={<IconFilter size={14} stroke={1.6} />} value={filter.text} onChange={(event) => setFilter({ text: event.currentTarget.value })} />
        <FilterMenu label="Kind" says={filterWords(filter.kinds, kinds)} options={kinds} chosen={filter.kinds} onChange={(chosen) => setFilter({ kinds: chosen })} />
        {teams.length > 0 && <FilterMenu label="Team" says={filterWords(filter.teams, teams)} options={teams} chosen={filter.teams} onChange={(chosen) => setFilter({ teams: chosen })} />}
        {sites.length > 1 && <FilterMenu label="Site" says={filterWords(filter.sites, sites)} options={sites} chosen={filter.sites} onChange={(chosen) => setFilter({ sites: chosen })} />}
        {left > 0 && <Button variant={filter.left ? 'light' : 'default'} aria-pressed={filter.left} onClick={() => setFilter({ left: !filter.left })}>{`With who has left (${left})`}</Button>}
        <Menu position="bottom-end" opened={exporting} onChange={setExporting}>
          <Menu.Target><Button ml="auto" leftSection={<IconDownload size={14} stroke={1.6} />} rightSection={<Kbd>Ctrl E</Kbd>}>Export</Button></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => save('xlsx')}>Excel workbook (XLSX)</Menu.Item>
            <Menu.Item onClick={() => save('csv')}>CSV</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className={styles.body}>
        <Groups survey={survey} />
        <DataTable
          className={styles.table} label={`Gaps on ${dateWords(plan.surveyOn)}`} columns={columns} rows={shown} rowKey={(gap) => `${gap.key} ${gap.kind}`} filter={filter.text} onOpen={open}
          empty={<EmptyState>{isFiltered ? 'No gap matches. Clear the filters (Esc).' : `Nothing is missing on ${dateWords(plan.surveyOn)} if nothing changes until then.`}</EmptyState>}
        />
      </div>
      <Slot name="footer">{`${countOf(shown.length, 'line')} of ${plan.gaps.length}`}</Slot>
      <Slot name="keys"><Kbd>Enter</Kbd> <span>open</span></Slot>
    </div>
  );
}

const Figure = ({ value, label }: { readonly value: number; readonly label: string }) => <div className={styles.figure}><b>{value}</b><span>{label}</span></div>;

/** The gaps gathered by person, team or requirement; choosing one shows only its gaps. */
function Groups({ survey }: { readonly survey: Survey }) {
  const { groups, group, setGroup, grouping, setGrouping } = survey;
  return (
    <aside className={styles.groups} aria-label="By whom and by what">
      <SegmentedControl fullWidth size="xs" aria-label="Group by" value={grouping} data={groupings.map((each) => ({ value: each, label: groupingWords[each] }))} onChange={(value) => setGrouping(groupings.find((each) => each === value) ?? 'who')} />
      <ul>
        <li><button type="button" className={cx(styles.group, group === null && styles.chosen)} aria-pressed={group === null} onClick={() => setGroup(null)}><span>Everything</span><span>{survey.filtered.length}</span></button></li>
        {groups.map((each) => (
          <li key={each.key}>
            <button type="button" className={cx(styles.group, group === each.key && styles.chosen)} aria-pressed={group === each.key} onClick={() => setGroup(group === each.key ? null : each.key)} title={`${each.now} today, ${each.turns} turn, ${each.owed} owed`}>
              <span>{each.name}</span><span>{each.now + each.turns + each.owed}</span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
