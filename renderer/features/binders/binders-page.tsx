import { Button, Checkbox, Radio, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { IconFolders, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { namesWords } from '../../../shared/audit/printed-words.ts';
import { personStateWords } from '../../../shared/agenda/employment.ts';
import { plainName } from '../../../shared/agenda/identity.ts';
import { peopleRows, type PeopleRow } from '../../../shared/agenda/people-list.ts';
import { knownUntil } from '../../../shared/rules/known.ts';
import { countOf, dateWords, distanceWords } from '../../../shared/wording.ts';
import { PrintRunView } from '../../session/print-run-view.tsx';
import { useSession } from '../../session/session.tsx';
import { usePrintJob } from '../../session/use-print-job.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { binderRunner } from './binder-run.ts';
import { PacketContents } from './packet-contents.tsx';
import styles from './binders-page.module.css';

/** More lines than anybody ticks by hand; beyond it the filter finds people faster than scrolling. */
const mostShown = 400;

const matches = (row: PeopleRow, filter: string): boolean =>
  filter.split(/\s+/).filter((word) => word !== '').every((word) =>
    plainName([...row.allNames, ...row.roles, ...row.teams].join(' ')).includes(plainName(word)));

/** Binders: for whom, as of when, one file each or one for the agency, or the packet of the agency itself; then how far they are, and what came out. */
export function BindersPage() {
  const session = useSession();
  const { file, evaluation, asOf, today, knownAt, isDemo, now } = session;
  const { query } = useRoute();
  const print = usePrintJob();
  const run = binderRunner.useRun();
  const all = useMemo(() => peopleRows(file, evaluation, asOf), [file, evaluation, asOf]);
  const employed = useMemo(() => all.filter((row) => row.state === 'employed'), [all]);
  const asked = query.get('person');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(asked === null ? [] : [asked]));
  const [filter, setFilter] = useState('');
  const [what, setWhat] = useState<'binders' | 'packet'>(query.get('what') === 'packet' ? 'packet' : 'binders');
  const [layout, setLayout] = useState<'file-per-person' | 'one-file'>('file-per-person');
  const [folder, setFolder] = useState<'usual' | 'ask'>('usual');
  const field = useRef<HTMLInputElement>(null);

  const shown = all.filter((row) => matches(row, filter));
  const ids = all.filter((row) => chosen.has(row.personId)).map((row) => row.personId);
  const isRunning = run.state === 'running';
  const isPacket = what === 'packet';
  const toggle = (id: string): void => {
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  };
  const start = (): void => {
    if ((!isPacket && ids.length === 0) || isRunning) return;
    const until = knownAt === null ? null : knownUntil(knownAt, file.agency.timeZone);
    const common = { agency: file, asOf, ...(until === null ? {} : { knownAt: new Date(until).toISOString() }), generatedAt: now(), synthetic: isDemo };
    const asOfWords = `as of ${dateWords(asOf)}${knownAt === null ? '' : `, as known ${knownAt.slice(0, 10)}`}`;
    if (isPacket) {
      print(binderRunner, { job: { kind: 'packet', ...common }, count: 1, folder, synthetic: isDemo, what: `the agency packet ${asOfWords}` });
      return;
    }
    const names = all.filter((row) => chosen.has(row.personId)).map((row) => row.name);
    print(binderRunner, {
      job: { kind: 'binders', ...common, personIds: ids, layout: ids.length === 1 ? 'file-per-person' : layout },
      count: ids.length,
      folder,
      synthetic: isDemo,
      what: `${ids.length === 1 ? 'a binder' : countOf(ids.length, 'binder')} of ${namesWords(names)} ${asOfWords}`,
    });
  };
  useKeys('Binders', [
    { keys: 'Ctrl+Enter', does: isPacket ? 'Make the agency packet' : 'Make the binders', inFields: true, run: start },
    { keys: '/', does: 'Filter people', run: () => field.current?.focus() },
    { keys: 'Escape', does: 'Clear the filter, or go back to the person', inFields: true, run: () => {
      if (filter !== '') setFilter('');
      else if (asked !== null) navigate(`/people/${encodeURIComponent(asked)}`);
    } },
  ]);

  if (all.length === 0) {
    return <EmptyState action={<Button variant="filled" onClick={() => navigate('/import')}>Import a spreadsheet</Button>} alternative={<Button onClick={() => navigate('/people')}>Add a person</Button>}>No people yet, so there is nothing to bind.</EmptyState>;
  }
  return (
    <div className={styles.page}>
      <section className={styles.who} aria-label={isPacket ? 'What is in it' : 'For whom'}>
        <SegmentedControl className={styles.what ?? ''} size="xs" aria-label="What to make" value={what} data={[{ value: 'binders', label: 'Personnel binders' }, { value: 'packet', label: 'Agency packet' }]} onChange={(value) => setWhat(value === 'packet' ? 'packet' : 'binders')} />
        {isPacket ? <PacketContents /> : (
          <>
            <div className={styles.head}>
              <h2>For whom</h2>
              <TextInput ref={field} aria-label="Filter people" placeholder="Name, role, team" leftSection={<IconSearch size={14} stroke={1.6} />} rightSection={<Kbd>/</Kbd>} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} />
            </div>
            <div className={styles.quick}>
              <Button onClick={() => setChosen(new Set(employed.map((row) => row.personId)))}>{`Everyone employed on ${dateWords(asOf)} (${employed.length})`}</Button>
              {filter !== '' && <Button onClick={() => setChosen((before) => new Set([...before, ...shown.map((row) => row.personId)]))}>{`Tick the ${shown.length} shown`}</Button>}
              <Button disabled={ids.length === 0} onClick={() => setChosen(new Set())}>Clear</Button>
            </div>
            <ul className={styles.people}>
              {shown.slice(0, mostShown).map((row) => (
                <li key={row.personId}>
                  <Checkbox
                    checked={chosen.has(row.personId)}
                    onChange={() => toggle(row.personId)}
                    label={<span className={styles.person}><b>{row.name}</b><span>{row.roles.join(', ')}</span><span>{row.state === 'employed' ? '' : personStateWords[row.state]}</span></span>}
                    classNames={{ body: styles.checkBody ?? '', labelWrapper: styles.checkLabel ?? '' }}
                  />
                </li>
              ))}
              {shown.length === 0 && <li className={styles.hint}>Nobody matches.</li>}
              {shown.length > mostShown && <li className={styles.hint}>{`and ${shown.length - mostShown} more. Filter to find them; the buttons above take everybody.`}</li>}
            </ul>
          </>
        )}
      </section>
      <section className={styles.how} aria-label="How">
        <Stack gap="md">
          <div>
            <h2>As of</h2>
            <p><b>{dateWords(asOf)}</b> · {distanceWords(asOf, today)}{knownAt === null ? '' : ', as known then'}</p>
            <p className={styles.hint}>{isPacket ? 'Change the day in the title bar.' : 'Change the day in the title bar. Who has left by then is judged as of the last day worked.'}</p>
          </div>
          {!isPacket && <Radio.Group size="xs" label="Files" value={ids.length === 1 ? 'file-per-person' : layout} onChange={(value) => setLayout(value === 'one-file' ? 'one-file' : 'file-per-person')}>
            <Stack gap={10} mt={6}>
              <Radio value="file-per-person" label="One file for each person" />
              <Radio value="one-file" label="One file for the agency" disabled={ids.length === 1} />
            </Stack>
          </Radio.Group>}
          <Radio.Group size="xs" label="Folder" value={folder} onChange={(value) => setFolder(value === 'ask' ? 'ask' : 'usual')}>
            <Stack gap={10} mt={6}>
              <Radio value="usual" label="Muster, in Documents" />
              <Radio value="ask" label="Choose when it starts" />
            </Stack>
          </Radio.Group>
          <p className={styles.hint}>{isPacket ? 'US Letter. Statuses of people, and no medical pages.' : 'US Letter. Volume 1, the personnel record: no medical pages.'}</p>
          {isDemo && <p className={styles.synthetic}>This is the demo agency. Every page is marked SYNTHETIC: nobody in it exists.</p>}
          <div>
            <Button variant="filled" disabled={(!isPacket && ids.length === 0) || isRunning} leftSection={<IconFolders size={14} stroke={1.6} />} rightSection={<Kbd onAccent>Ctrl Enter</Kbd>} onClick={start}>
              {isPacket ? 'Make the packet' : ids.length === 0 ? 'Make binders' : `Make ${countOf(ids.length, 'binder')}`}
            </Button>
            {!isPacket && ids.length === 0 && <p className={styles.hint}>Tick somebody first.</p>}
          </div>
        </Stack>
      </section>
      <section className={styles.result} aria-label="Progress and result" aria-live="polite"><PrintRunView runner={binderRunner} idle="What comes out is listed here, with pages, size and fingerprint of every file." /></section>
      <Slot name="footer">{isPacket ? 'One file about the whole agency' : `${countOf(ids.length, 'person', 'people')} ticked of ${all.length}`}</Slot>
      <Slot name="keys">{!isPacket && <><Kbd>Space</Kbd> <span>tick</span> </>}<Kbd>Ctrl</Kbd><Kbd>Enter</Kbd> <span>{isPacket ? 'make the packet' : 'make the binders'}</span></Slot>
    </div>
  );
}
