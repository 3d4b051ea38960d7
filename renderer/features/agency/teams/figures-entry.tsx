import { Button, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { figureColumns, figurePeople, type FigureColumn } from '../../../../shared/agenda/teams/figure-columns.ts';
import { teamRules } from '../../../../shared/agenda/teams/team-rules.ts';
import { toDay, type CivilDate } from '../../../../shared/civil-date.ts';
import { figureOfPeriod } from '../../../../shared/model/agency-records/caseload.ts';
import { agencyPeriodWords, nextPeriod, periodAt, type Cadence, type PeriodSpan } from '../../../../shared/model/agency-records/period.ts';
import { figureWords } from '../../../../shared/model/agency-records/team.ts';
import type { Team } from '../../../../shared/model/agency.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useAgencyRecords } from '../../../session/use-agency-records.ts';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { navigate } from '../../../ui/navigate.ts';
import { useKeep } from '../fidelity/use-keep.ts';
import { AgencyDialogs } from '../agency-dialogs.tsx';
import type { AgencyDeed } from '../deeds.ts';
import styles from './teams.module.css';

const cadenceWords: Readonly<Record<Cadence, string>> = { week: 'Week', month: 'Month', quarter: 'Quarter' };

/** Numbers about members that somebody attests: one table for a period, last period's numbers beside the empty fields. */
export function FiguresEntry({ team }: { readonly team: Team }) {
  const { file, asOf, today } = useSession();
  const records = useAgencyRecords();
  const columns = useMemo(() => figureColumns(teamRules(file, team.id, asOf)), [file, team.id, asOf]);
  const offered = (['month', 'week', 'quarter'] as const).filter((every) => columns.some((column) => column.every === every));
  const [every, setEvery] = useState<Cadence>(offered[0] ?? 'month');
  // Numbers are counted once a period is over: the last one is what one came for.
  const [spans, setSpans] = useState<Partial<Record<Cadence, PeriodSpan>>>({});
  const span = spans[every] ?? nextPeriod(periodAt(every, toDay(today)), -1);
  const turn = (step: 1 | -1): void => {
    const to = nextPeriod(span, step);
    if (to.first <= toDay(today)) setSpans((before) => ({ ...before, [every]: to }));
  };
  useKeys('Figures', [
    { keys: 'PageUp', does: 'The period before', run: () => turn(-1) },
    { keys: 'PageDown', does: 'The period after', run: () => turn(1) },
  ]);
  const figures = records.of('figures').filter((record) => record.teamId === team.id);
  const [deed, setDeed] = useState<AgencyDeed | null>(null);
  if (offered.length === 0) return <EmptyState action={<Button onClick={() => navigate('/settings/packs')}>Open rule packs</Button>}>The packs of this team ask for no attested numbers.</EmptyState>;
  return (
    <>
      <div className={styles.toolbar}>
        <SegmentedControl aria-label="Period" value={every} data={offered.map((value) => ({ value, label: cadenceWords[value] }))} onChange={(value) => setEvery(offered.find((each) => each === value) ?? every)} />
        <Button aria-label="The period before" px={6} onClick={() => turn(-1)}><IconChevronLeft size={16} /></Button>
        <h2 className={styles.month} aria-live="polite">{upper(agencyPeriodWords(span.period))}</h2>
        <Button aria-label="The period after" px={6} disabled={nextPeriod(span).first > toDay(today)} onClick={() => turn(1)}><IconChevronRight size={16} /></Button>
      </div>
      <FiguresTable key={`${every} ${span.period}`} team={team} span={span} columns={columns.filter((column) => column.every === every)} />
      <section className={styles.section} aria-label="Attested before">
        <div className={styles.sectionHead}><h2>Attested before</h2><span className={styles.facts}>{countOf(figures.length, 'record')}</span></div>
        {figures.length === 0 ? <p className={styles.facts}>Nothing yet.</p> : (
          <table className={styles.table}>
            <thead><tr><th scope="col">Period</th><th scope="col">Numbers</th><th scope="col">Attested</th><th scope="col"><span className="sr-only">Change</span></th></tr></thead>
            <tbody>
              {figures.toSorted((a, b) => (a.attestedOn < b.attestedOn ? 1 : -1)).slice(0, 24).map((record) => (
                <tr key={record.id}>
                  <th scope="row">{upper(agencyPeriodWords(record.period))}</th>
                  <td>{[...new Set(record.rows.map((row) => figureWords[row.figure]))].join(', ')}</td>
                  <td>{record.attestedBy}, <DateWithDistance date={dateWords(record.attestedOn)} distance={distanceWords(record.attestedOn, asOf)} /></td>
                  <td className={styles.acts}><WriteButton size="compact-xs" onClick={() => setDeed({ kind: 'retract', record })}>Retract</WriteButton></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <AgencyDialogs deed={deed} onDeed={setDeed} />
    </>
  );
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Line = { readonly key: string; readonly name: string; readonly personId: string | null };

function FiguresTable({ team, span, columns }: { readonly team: Team; readonly span: PeriodSpan; readonly columns: readonly FigureColumn[] }) {
  const { file, today, asOf } = useSession();
  const records = useAgencyRecords();
  const keep = useKeep();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const lastBy = records.of('figures').findLast((record) => record.teamId === team.id)?.attestedBy ?? '';
  const [by, setBy] = useState(lastBy);
  const [on, setOn] = useState<CivilDate | null>(today);
  const [unread, setUnread] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = useMemo(() => new Map(columns.map((column) => [column, figurePeople(file, team, column, span, today)])), [file, team, span, columns, today]);
  const lines: readonly Line[] = [
    ...new Map([...asked.values()].flat().map(({ personId, name }) => [personId, { key: personId, name, personId }])).values(),
    ...(columns.some((column) => column.per === 'team') ? [{ key: 'team', name: 'The team', personId: null }] : []),
  ];
  const asks = (column: FigureColumn, line: Line): boolean => (line.personId === null ? column.per === 'team' : asked.get(column)?.some((each) => each.personId === line.personId) === true);
  const subject = (line: Line): { readonly personId: string } | { readonly teamId: string } => (line.personId === null ? { teamId: team.id } : { personId: line.personId });
  const before = nextPeriod(span, -1);
  const typed = Object.values(values).filter((value) => value !== '').length;
  const submit = async (): Promise<void> => {
    if (by.trim() === '') {
      setProblem('Not recorded yet: name who attests these numbers.');
      return;
    }
    if (on === null || unread !== null || on > today) {
      setProblem(`Not recorded yet: ${unread ?? 'type the day they were attested, today or before.'}`);
      return;
    }
    const rows = columns.flatMap((column) => lines.flatMap((line) => {
      const value = values[`${column.figure} ${line.key}`] ?? '';
      return value === '' || !asks(column, line) ? [] : [{ ...(line.personId === null ? {} : { personId: line.personId }), figure: column.figure, value: Number(value) }];
    }));
    const failed = await keep({ kind: 'figures', teamId: team.id, period: span.period, attestedBy: by.trim(), attestedOn: on, rows }, { what: `Recorded attested numbers of ${team.name}, ${agencyPeriodWords(span.period)}` });
    setProblem(failed);
    if (failed === null) setValues({});
  };
  return (
    <section className={styles.section} aria-label="Numbers">
      <table className={styles.table}>
        <thead><tr><th scope="col">Who</th>{columns.map((column) => <th key={column.figure} scope="col">{figureWords[column.figure]}</th>)}<th aria-hidden="true" /></tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.name}</th>
              {columns.map((column) => {
                if (!asks(column, line)) return <td key={column.figure} />;
                const key = `${column.figure} ${line.key}`;
                const now = figureOfPeriod(records, column.figure, subject(line), span.period, asOf);
                const last = figureOfPeriod(records, column.figure, subject(line), before.period, asOf);
                return (
                  <td key={column.figure} style={{ textAlign: 'left' }}>
                    <NumberInput
                      aria-label={`${figureWords[column.figure]}, ${line.name}`}
                      className={styles.number ?? ''}
                      hideControls
                      allowNegative={false}
                      min={0}
                      max={column.figure.endsWith('percent') ? 100 : 9999}
                      placeholder={now !== null ? `${now.value} attested` : last !== null ? `${last.value} before` : ''}
                      value={values[key] ?? ''}
                      onChange={(value) => setValues((all) => ({ ...all, [key]: String(value) }))}
                    />
                  </td>
                );
              })}
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.sectionHead} style={{ marginTop: 12, alignItems: 'flex-start' }}>
        <TextInput aria-label="Attested by" placeholder="Attested by" w={220} value={by} onChange={(event) => setBy(event.currentTarget.value)} />
        <DateField aria-label="Attested on" today={today} past value={on} onChange={setOn} onProblem={setUnread} />
        <WriteButton variant="filled" disabled={typed === 0} onClick={() => void submit()}>{typed === 0 ? 'Record numbers' : `Record ${countOf(typed, 'number')}`}</WriteButton>
        <span className={styles.facts}>Counts only, never names of members. A number given again for the same period takes the place of the one before.</span>
      </div>
      {problem !== null && <p role="alert" className={styles.problem}>{problem}</p>}
    </section>
  );
}
