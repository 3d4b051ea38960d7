import { Anchor, Button, Select, Switch } from '@mantine/core';
import { IconPaperclip, IconPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { paperRows, type PaperRow } from '../../../../shared/agenda/papers.ts';
import { defaultSoonDays } from '../../../../shared/model/agency.ts';
import { credentialTypes, credentialTypeWords } from '../../../../shared/model/agency-records/credential.ts';
import { isValidNpi } from '../../../../shared/rules/npi.ts';
import { statusFacts, statusRank } from '../../../../shared/rules/status.ts';
import { lookOf } from '../../../../shared/status-look.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useAgencyRecords } from '../../../session/use-agency-records.ts';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { GroupedList, type ListColumn } from '../../../ui/grouped-list/grouped-list.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { useRoute } from '../../../ui/navigate.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Slot } from '../../../ui/slots.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { AgencyDialogs } from '../agency-dialogs.tsx';
import type { AgencyDeed } from '../deeds.ts';
import { credentialTitle } from '../words.ts';
import { MissingPapers } from './missing-papers.tsx';
import { PaperPanel } from './paper-panel.tsx';
import { Vendors } from './vendors.tsx';
import styles from '../panel.module.css';

const isQuiet = (row: PaperRow): boolean => ['met', 'not-yet-due', 'not-applicable'].includes(row.status);

/** Whom a paper is for, in a word. */
function usePlaces(): (row: PaperRow) => string {
  const { file } = useSession();
  return ({ credential }) =>
    (file.teams ?? []).find((team) => team.id === credential.teamId)?.name ?? (file.sites ?? []).find((site) => site.id === credential.siteId)?.name ?? 'Agency';
}

/** The papers the agency holds: licences, contracts, agreements, policies, insurance; what ends when, and what is demanded and not there. */
export function PapersTab() {
  const { file, asOf, canRecord } = useSession();
  const records = useAgencyRecords();
  const asked = useRoute().query;
  const [type, setType] = useState<string | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const [ended, setEnded] = useState(false);
  const [selected, setSelected] = useState<string | null>(asked.get('record'));
  const [deed, setDeed] = useState<AgencyDeed | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const placeOf = usePlaces();

  const rows = useMemo(() => paperRows(records, asOf, file.agency.soonDays ?? defaultSoonDays), [records, asOf, file.agency.soonDays]);
  const shown = rows.filter((row) =>
    (ended || !row.ended)
    && (type === null || row.credential.credential === type)
    && (place === null || (place === 'agency' ? row.credential.teamId === undefined && row.credential.siteId === undefined : row.credential.teamId === place || row.credential.siteId === place)));
  const endedCount = rows.filter((row) => row.ended).length;
  const chosen = shown.find((row) => records.rootOf(row.credential.id) === (selected === null ? null : records.rootOf(selected))) ?? [...shown].sort((one, other) => statusRank(one.status) - statusRank(other.status))[0] ?? null;
  const add = (): void => {
    if (canRecord) setDeed({ kind: 'credential', type: credentialTypes.find((each) => each === type) ?? 'license', teamId: null });
  };
  const clear = (): void => {
    setType(null);
    setPlace(null);
  };
  const act = (make: (row: PaperRow) => AgencyDeed | null) => (): void => {
    const next = chosen === null ? null : make(chosen);
    if (canRecord && next !== null) setDeed(next);
  };
  useKeys('Papers', [
    { keys: 'A', does: 'Record a paper', run: add },
    { keys: 'R', does: 'Renew the chosen paper', run: act((row) => (row.ended ? null : { kind: 'renew', credential: row.credential })) },
    { keys: 'C', does: 'Correct the chosen paper', run: act((row) => ({ kind: 'correct', record: row.credential })) },
  ]);

  const columns: readonly ListColumn<PaperRow>[] = [
    { key: 'title', title: 'Paper', cell: ({ credential }) => <Title credential={credential} /> },
    { key: 'status', title: 'Standing', width: '138px', cell: (row) => (row.ended ? 'Ended' : <StatusMark {...lookOf(row.status)} variant={isQuiet(row) ? 'bare' : 'pill'} text={row.words ?? statusFacts[row.status].word} />) },
    { key: 'number', title: 'Number', width: '13%', cell: ({ credential }) => credential.number ?? '' },
    { key: 'place', title: 'For', width: '11%', cell: placeOf },
    {
      key: 'next', title: 'Ends or is reviewed', width: '224px', end: true,
      cell: ({ next, credential, ended: over }) =>
        over && credential.endedOn !== undefined ? `ended ${dateWords(credential.endedOn)}`
        : next === null ? <span className={styles.facts}>no date on file</span>
        : <DateWithDistance date={`${next.what === 'review' ? 'review ' : ''}${dateWords(next.on)}`} distance={distanceWords(next.on, asOf)} tone={next.on < asOf ? 'over' : 'plain'} />,
    },
    { key: 'papers', title: 'Files', width: '52px', cell: ({ credential }) => ((credential.documents ?? []).length === 0 ? <span className="sr-only">none</span> : <><IconPaperclip size={12} stroke={1.6} aria-hidden="true" /> {credential.documents?.length}</>) },
  ];
  const groups = credentialTypes.flatMap((each) => {
    const mine = shown.filter((row) => row.credential.credential === each);
    return mine.length === 0 ? [] : [{ key: each, title: credentialTypeWords[each], rows: mine }];
  });
  const places = [
    { value: 'agency', label: 'The agency' },
    ...(file.teams ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ...(file.sites ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];

  return (
    <div className={styles.page}>
      <div className={styles.left}>
        <div className={styles.toolbar}>
          <Select aria-label="Type" placeholder="All types" clearable clearButtonProps={{ 'aria-label': 'All types' }} w={210} value={type} data={credentialTypes.map((each) => ({ value: each, label: credentialTypeWords[each] }))} onChange={setType} />
          {places.length > 1 && <Select aria-label="Whom it is for" placeholder="For everybody" clearable clearButtonProps={{ 'aria-label': 'For everybody' }} w={180} value={place} data={places} onChange={setPlace} />}
          {endedCount > 0 && <Switch size="xs" label={`Ended ${endedCount}`} checked={ended} onChange={(event) => setEnded(event.currentTarget.checked)} />}
          <span className={styles.grow} />
          <WriteButton variant="filled" leftSection={<IconPlus size={14} />} shortcut="A" onClick={add}>Record a paper</WriteButton>
        </div>
        <div className={styles.scroll}>
          <MissingPapers onDeed={setDeed} />
          {groups.length === 0 ? (
            rows.length === 0
              ? <EmptyState action={<WriteButton onClick={add}>Record a paper</WriteButton>}>No licence, contract, agreement or policy is on file yet.</EmptyState>
              : <EmptyState action={<Button onClick={clear}>Clear the filter</Button>}>No paper matches.</EmptyState>
          ) : (
            <GroupedList label="Papers" columns={columns} groups={groups} rowKey={(row) => row.credential.id} selected={chosen?.credential.id ?? null} reveal={asked.has('record')} onSelect={setSelected} onOpen={() => heading.current?.focus()} />
          )}
          <Vendors onDeed={setDeed} />
        </div>
      </div>
      <aside className={styles.side} aria-label="Paper">
        {chosen !== null && <PaperPanel row={chosen} place={placeOf(chosen)} heading={heading} onDeed={setDeed} />}
        <Npi />
      </aside>
      <Slot name="footer">{`${countOf(rows.length - endedCount, 'paper')} on file · ${countOf(rows.filter((row) => !isQuiet(row)).length, 'paper')} to look after`}</Slot>
      <Slot name="keys"><Kbd>R</Kbd> <span>renew</span> <Kbd>C</Kbd> <span>correct</span> <Kbd>A</Kbd> <span>record</span></Slot>
      <AgencyDialogs deed={deed} onDeed={setDeed} />
    </div>
  );
}

/** What a paper is called, or who it is with where its type says the rest. */
function Title({ credential }: { readonly credential: PaperRow['credential'] }) {
  const { title, party } = credential;
  return (
    <span title={credentialTitle(credential)}>
      {title ?? party ?? credentialTypeWords[credential.credential]}
      {title !== undefined && party !== undefined && <span className={styles.with}>{party}</span>}
    </span>
  );
}

/** The agency's own number; it is changed in Settings. */
function Npi() {
  const { file } = useSession();
  const { npi } = file.agency;
  const fits = npi !== undefined && isValidNpi(npi);
  return (
    <Panel title="NPI of the agency" aside={<Anchor href="#/settings/agency" size="xs">Open Settings</Anchor>}>
      {npi === undefined || npi === '' ? (
        <p className={styles.facts}>None on file. It is typed in Settings, Agency.</p>
      ) : (
        <p className={styles.answers}>
          <b className="num">{npi}</b>
          <StatusMark family={fits ? 'ok' : 'review'} glyph={fits ? 'tick' : 'question'} word={fits ? 'Check digit fits' : 'Check digit does not fit'} />
        </p>
      )}
      {npi !== undefined && npi !== '' && <p className={styles.facts}>{fits ? `The last digit, ${npi.slice(-1)}, agrees with the nine before it.` : 'Compare it with the NPI letter: a digit may be mistyped.'}</p>}
    </Panel>
  );
}
