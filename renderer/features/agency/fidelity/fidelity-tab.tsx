import { Button, Menu, Select } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { navigate, useRoute } from '../../../ui/navigate.ts';
import { FidelityDialogs } from './fidelity-dialogs.tsx';
import { HeatMap } from './heat-map.tsx';
import { OtherRecords } from './other-records.tsx';
import { PlanList } from './plan-list.tsx';
import { ReviewList } from './review-list.tsx';
import { StateBanner } from './state-banner.tsx';
import { TrendChart } from './trend-chart.tsx';
import { useFidelity, type FidelityDeed } from './use-fidelity.ts';
import styles from './fidelity.module.css';

/** Fidelity of one team at a time: where it stands, what comes next, its reviews item by item, its plans. */
export function FidelityTab() {
  const { file, canRecord, asOf } = useSession();
  const asked = useRoute().query.get('team');
  const [deed, setDeed] = useState<FidelityDeed | null>(null);
  const teams = file.teams ?? [];
  const open = teams.filter((team) => team.closedOn === undefined || team.closedOn >= asOf);
  const team = teams.find((each) => each.id === asked) ?? open[0] ?? teams[0] ?? null;
  const fidelity = useFidelity(team);
  const start = (next: FidelityDeed) => (): void => {
    if (canRecord) setDeed(next);
  };
  useKeys('Fidelity', [{ keys: 'A', does: 'Record a fidelity review', run: start({ kind: 'review', record: null }) }]);

  if (fidelity === null) return <EmptyState action={<Button onClick={() => navigate('/settings')}>Open settings</Button>}>No team yet. Fidelity is reviewed team by team: add a team and its first day first.</EmptyState>;
  if (fidelity.la === null && fidelity.nc === null) {
    return (
      <>
        <Bar teams={teams} team={fidelity.team.id} />
        <EmptyState action={<Button onClick={() => navigate('/settings')}>Open settings</Button>}>No rule pack of this team has a fidelity cycle on this day. Choose the team&rsquo;s packs in the settings.</EmptyState>
      </>
    );
  }
  return (
    <div className={styles.page}>
      <Bar teams={teams} team={fidelity.team.id}>
        <Menu position="bottom-end" disabled={!canRecord} trapFocus>
          <Menu.Target><Button leftSection={<IconDots size={14} />} {...(canRecord ? {} : { 'data-disabled': true, 'aria-disabled': true })}>More</Button></Menu.Target>
          <Menu.Dropdown>
            {fidelity.la !== null && <Menu.Item onClick={start({ kind: 'grant' })}>Record an interval the payer set</Menu.Item>}
            {fidelity.nc !== null && fidelity.nc.history.baseline !== null && <Menu.Item onClick={start({ kind: 'plan', record: fidelity.nc.history.baseline.plan?.record ?? null, review: null })}>Action plan before the baseline</Menu.Item>}
            <Menu.Item onClick={start({ kind: 'names' })}>Confirm item names</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <WriteButton variant="filled" leftSection={<IconPlus size={14} />} shortcut="A" onClick={() => setDeed({ kind: 'review', record: null })}>Record a review</WriteButton>
      </Bar>
      <div className={styles.body}>
        <div className={styles.main}>
          <StateBanner fidelity={fidelity} />
          {fidelity.reviews.length === 0
            ? <EmptyState action={<WriteButton onClick={() => setDeed({ kind: 'review', record: null })}>Record a review</WriteButton>}>No review of this team is on file. Begin with its self-evaluation, or with the review that is planned next.</EmptyState>
            : <ReviewList fidelity={fidelity} onDeed={setDeed} />}
          <PlanList fidelity={fidelity} onDeed={setDeed} />
          <OtherRecords fidelity={fidelity} onDeed={setDeed} />
        </div>
        <div className={styles.side}>
          <TrendChart reviews={fidelity.reviews} />
          <HeatMap key={fidelity.team.id} reviews={fidelity.reviews} names={fidelity.names} onNames={start({ kind: 'names' })} />
        </div>
      </div>
      <FidelityDialogs fidelity={fidelity} deed={deed} onClose={() => setDeed(null)} />
    </div>
  );
}

function Bar({ teams, team, children }: { readonly teams: readonly { readonly id: string; readonly name: string }[]; readonly team: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.toolbar}>
      <Select aria-label="Team" w={240} allowDeselect={false} value={team} data={teams.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => { if (id !== null) navigate(`/agency/fidelity?team=${encodeURIComponent(id)}`, 'replace'); }} />
      <span className={styles.grow} />
      {children}
    </div>
  );
}
