import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { isLasting, lastingPeriods } from '../../../../shared/agenda/acknowledgements.ts';
import { whatIsMissing, type MissingLine } from '../../../../shared/agenda/teams/what-is-missing.ts';
import { agencyPeriodWords, type Cadence } from '../../../../shared/model/agency-records/period.ts';
import type { Team } from '../../../../shared/model/agency.ts';
import { agencyGroupWords, type AgencyGroup, type AgencyRule } from '../../../../shared/rules/agency/row.ts';
import { lookOf } from '../../../../shared/status-look.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { GroupedList } from '../../../ui/grouped-list/grouped-list.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { navigate } from '../../../ui/navigate.ts';
import { Slot } from '../../../ui/slots.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { AgencyDialogs } from '../agency-dialogs.tsx';
import type { AgencyDeed } from '../deeds.ts';
import { byConsequence, needsSomebody, useDuties } from '../duties.ts';
import { DutyPanel } from '../overview/duty-panel.tsx';
import panel from '../panel.module.css';
import styles from './teams.module.css';

const groups: readonly AgencyGroup[] = ['staffing', 'meetings'];
const cadences: readonly (readonly [Cadence, string])[] = [['week', 'This week'], ['month', 'This month'], ['quarter', 'This quarter']];

/** What is missing of a team this week, month and quarter, and how each of its duties stands. */
export function TeamNow({ team }: { readonly team: Team }) {
  const { evaluation, requirementTitle, canRecord } = useSession();
  const duties = useDuties().rows.filter((duty) => duty.team?.id === team.id && groups.includes(duty.group));
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [deed, setDeed] = useState<AgencyDeed | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const lines = whatIsMissing(evaluation, team.id);
  const chosen = duties.find((duty) => duty.key === chosenKey) ?? duties.toSorted(byConsequence)[0] ?? null;
  const enter = (): void => navigate(`/agency/teams/${placeOf(chosen?.rule ?? null)}?team=${encodeURIComponent(team.id)}`);
  const note = (): void => {
    if (canRecord && chosen !== null && (isLasting(chosen.standing) || lastingPeriods(chosen.standing).length > 0)) setDeed({ kind: 'note', standing: chosen.standing, title: chosen.title, name: team.name });
  };
  useKeys('Team', [
    { keys: 'R', does: 'Enter what the chosen duty asks for', run: enter },
    { keys: 'N', does: 'Write a note on the chosen finding', run: note },
  ]);
  if (duties.length === 0) {
    return <EmptyState action={<Button onClick={() => navigate('/settings/packs')}>Open rule packs</Button>}>The packs of this team ask for no meetings and no ratios on this day.</EmptyState>;
  }
  const waiting = duties.filter(needsSomebody).length;
  return (
    <div className={panel.page}>
      <div className={`${panel.left ?? ''} ${panel.scroll ?? ''}`}>
        {cadences.map(([every, title]) => <Missing key={every} title={title} lines={lines.filter((line) => line.every === every)} team={team} titleOf={requirementTitle} ruleOf={(id) => duties.find((duty) => duty.standing.requirement === id)?.rule ?? null} />)}
        <GroupedList
          label="Duties of the team"
          columns={[
            { key: 'title', title: 'Duty', width: '44%', cell: ({ title }) => <span title={title}>{title}</span> },
            { key: 'status', title: 'Standing', width: '118px', cell: ({ standing: { status } }) => <StatusMark {...lookOf(status)} variant={['met', 'exempt', 'not-yet-due'].includes(status) ? 'bare' : 'pill'} /> },
            { key: 'why', title: 'Why', cell: (duty) => { const { brief } = duty.explanation(); return <span title={brief}>{brief}</span>; } },
          ]}
          groups={groups.map((group) => ({ key: group, title: agencyGroupWords[group], rows: duties.filter((duty) => duty.group === group) })).filter((group) => group.rows.length > 0)}
          rowKey={(duty) => duty.key}
          selected={chosen?.key ?? null}
          onSelect={setChosenKey}
          onOpen={() => heading.current?.focus()}
        />
      </div>
      <aside className={panel.side} aria-label="Explanation">{chosen !== null && <DutyPanel duty={chosen} heading={heading} onDeed={setDeed} />}</aside>
      <Slot name="footer">{`${countOf(duties.length, 'duty', 'duties')} · ${waiting} to look after`}</Slot>
      <AgencyDialogs deed={deed} onDeed={setDeed} />
    </div>
  );
}

/** Where what a duty asks for is entered: numbers, reports, meetings, or the people themselves. */
const placeOf = (rule: AgencyRule | null): string => {
  switch (rule?.kind) {
    case 'figure': case 'caseload': return 'figures';
    case 'quarterly-report': return 'log';
    case 'employment-unit': case 'supervisor-ratio': return 'staff';
    default: return 'enter';
  }
};

function Missing({ title, lines, team, titleOf, ruleOf }: { readonly title: string; readonly lines: readonly MissingLine[]; readonly team: Team; readonly titleOf: (id: string) => string; readonly ruleOf: (id: string) => AgencyRule | null }) {
  const { asOf } = useSession();
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.sectionHead}><h2>{title}</h2></div>
      {lines.length === 0 ? <p className={styles.facts}>Nothing is missing.</p> : (
        <ul className={styles.missing}>
          {lines.map((line) => (
            <li key={`${line.standing.requirement} ${line.period}`}>
              <StatusMark {...lookOf(line.status)} variant="pill" />
              <div>
                <b>{titleOf(line.standing.requirement)}</b>{line.open ? '' : `, ${agencyPeriodWords(line.period)}`}
                <p>{line.missing.length === 0 ? 'due' : line.missing.join('; ')}, by <DateWithDistance date={dateWords(line.until)} distance={distanceWords(line.until, asOf)} tone={line.until < asOf ? 'over' : 'plain'} /></p>
              </div>
              <Button size="compact-xs" onClick={() => navigate(`/agency/teams/${placeOf(ruleOf(line.standing.requirement))}?team=${encodeURIComponent(team.id)}`)}>Enter</Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
