import { Button, SegmentedControl, Select } from '@mantine/core';
import type { ComponentType } from 'react';
import type { Team } from '../../../../shared/model/agency.ts';
import { dateWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { navigate, useRoute } from '../../../ui/navigate.ts';
import { FiguresEntry } from './figures-entry.tsx';
import { MonthEntry } from './month-entry.tsx';
import { TeamLog } from './team-log.tsx';
import { TeamNow } from './team-now.tsx';
import { TeamStaff } from './team-staff.tsx';
import styles from './teams.module.css';

const parts = ['now', 'enter', 'figures', 'staff', 'log'] as const;
type Part = (typeof parts)[number];
const titles: Readonly<Record<Part, string>> = { now: 'Now', enter: 'Enter meetings', figures: 'Figures', staff: 'Staff', log: 'Log' };
const panels: Readonly<Record<Part, ComponentType<{ readonly team: Team }>>> = { now: TeamNow, enter: MonthEntry, figures: FiguresEntry, staff: TeamStaff, log: TeamLog };

const addressOf = (part: Part, team: string): string => `/agency/teams${part === 'now' ? '' : `/${part}`}?team=${encodeURIComponent(team)}`;

/** One team at a time: what is missing now, its meetings and numbers, who works in it, and what it logged. */
export function TeamsTab() {
  const { file, asOf } = useSession();
  const route = useRoute();
  const asked = route.query.get('team');
  const part = parts.find((each) => each === route.parts[2]) ?? 'now';
  const teams = file.teams ?? [];
  const closed = (team: Team): boolean => team.closedOn !== undefined && team.closedOn < asOf;
  const ordered = [...teams.filter((team) => !closed(team)), ...teams.filter(closed)];
  const team = teams.find((each) => each.id === asked) ?? ordered[0] ?? null;
  if (team === null) {
    return <EmptyState action={<Button variant="filled" onClick={() => navigate('/settings/teams')}>Open teams in settings</Button>}>No team yet. Meetings, ratios and numbers are kept team by team: add a team, its supervisor and its first day first.</EmptyState>;
  }
  const site = (file.sites ?? []).find((each) => each.id === team.siteId)?.name;
  const Panel = panels[part];
  return (
    <div className={styles.page}>
      <div className={styles.toolbar}>
        <Select
          aria-label="Team"
          w={240}
          allowDeselect={false}
          value={team.id}
          data={ordered.map((each) => ({ value: each.id, label: closed(each) ? `${each.name} (closed)` : each.name }))}
          onChange={(id) => {
            if (id !== null) navigate(addressOf(part, id), 'replace');
          }}
        />
        <span className={styles.facts}>{[site, closed(team) && team.closedOn !== undefined ? `closed ${dateWords(team.closedOn)}` : undefined].filter((each) => each !== undefined).join(' · ')}</span>
        <span className={styles.grow} />
        <SegmentedControl aria-label="What of the team" value={part} data={parts.map((value) => ({ value, label: titles[value] }))} onChange={(value) => navigate(addressOf(parts.find((each) => each === value) ?? 'now', team.id), 'replace')} />
      </div>
      <div className={styles.body}><Panel key={team.id} team={team} /></div>
    </div>
  );
}
