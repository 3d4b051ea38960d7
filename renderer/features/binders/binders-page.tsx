import { Button, SegmentedControl } from '@mantine/core';
import { IconFolders } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { peopleRows } from '../../../shared/agenda/people-list.ts';
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
import type { Wanted } from './contents.ts';
import { ContentsView } from './contents-view.tsx';
import { FolderChoice, How } from './how.tsx';
import { MadeBinders } from './made-binders.tsx';
import { PacketContents } from './packet-contents.tsx';
import { useChoices } from './use-choices.ts';
import { useContents } from './use-contents.ts';
import { useMakeBinders } from './use-make-binders.ts';
import { VerifiedFiles } from './verified-files.tsx';
import { VerifyCard } from './verify-card.tsx';
import { Who } from './who.tsx';
import styles from './binders-page.module.css';

/** Binders: whose, for whom, what will be in them; then how far they are, what came out, that it is as signed; and what was made before. */
export function BindersPage() {
  const session = useSession();
  const { file, evaluation, asOf, today, knownAt, isDemo, now } = session;
  const { query } = useRoute();
  const print = usePrintJob();
  const make = useMakeBinders();
  const run = binderRunner.useRun();
  const all = useMemo(() => peopleRows(file, evaluation, asOf), [file, evaluation, asOf]);
  const asked = query.get('person');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(asked === null ? [] : [asked]));
  const [filter, setFilter] = useState('');
  const [what, setWhat] = useState<'binders' | 'packet'>(query.get('what') === 'packet' ? 'packet' : 'binders');
  const using = useChoices(query.get('for'));
  const { choices, profile, withMedical, passwordProblem, change } = using;
  const field = useRef<HTMLInputElement>(null);

  const ticked = all.filter((row) => chosen.has(row.personId));
  const ids = useMemo(() => all.filter((row) => chosen.has(row.personId)).map((row) => row.personId), [all, chosen]);
  const isRunning = run.state === 'running';
  const isPacket = what === 'packet';
  const until = knownAt === null ? null : knownUntil(knownAt, file.agency.timeZone);
  const known = until === null ? null : new Date(until).toISOString();
  const why = isPacket ? null : ids.length === 0 ? 'Tick somebody first.' : passwordProblem !== null ? 'Type the password twice, the same.' : null;
  // What it holds does not depend on the moment it is made.
  const wanted = useMemo<Wanted | null>(
    () => (isPacket || !choices.exhibits || ids.length === 0 ? null : { personIds: ids, asOf, generatedAt: `${asOf}T12:00:00.000Z`, profile, ...(known !== null && { knownAt: known }) }),
    [isPacket, choices.exhibits, ids, asOf, known, profile],
  );
  const contents = useContents(wanted);

  const start = (): void => {
    if (why !== null || isRunning) return;
    if (isPacket) {
      const job = { kind: 'packet' as const, agency: file, asOf, ...(known !== null && { knownAt: known }), generatedAt: now(), synthetic: isDemo };
      print(binderRunner, { job, count: 1, folder: choices.folder, synthetic: isDemo, what: `the agency packet as of ${dateWords(asOf)}${knownAt === null ? '' : `, as known ${knownAt.slice(0, 10)}`}` });
      return;
    }
    void make({
      personIds: ids, names: ticked.map((row) => row.name), asOf, knownAt: known, profile, exhibits: choices.exhibits, medical: withMedical,
      layout: ids.length === 1 ? 'file-per-person' : choices.layout, folder: choices.folder, password: choices.password,
    });
    change({ password: '', again: '' });
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
  const idle = isPacket
    ? 'What comes out is listed here, with pages, size and fingerprint of the file.'
    : ids.length === 0 ? 'Tick people on the left: what their binders will hold is counted here before anything is made.' : choices.exhibits ? 'Reckoning what will be in it' : 'Checklists, findings and grids, without documents.';
  const label = isPacket ? 'Make the packet' : ids.length === 0 ? 'Make binders' : `Make ${countOf(ids.length, 'binder')}`;
  return (
    <div className={styles.page}>
      <section className={styles.who} aria-label={isPacket ? 'What is in it' : 'Whose'}>
        <SegmentedControl className={styles.what ?? ''} size="xs" aria-label="What to make" value={what} data={[{ value: 'binders', label: 'Personnel binders' }, { value: 'packet', label: 'Agency packet' }]} onChange={(value) => setWhat(value === 'packet' ? 'packet' : 'binders')} />
        {isPacket ? <PacketContents /> : <Who all={all} chosen={chosen} filter={filter} field={field} onChoose={setChosen} onFilter={setFilter} />}
      </section>
      <section className={styles.how} aria-label="How">
        <div className={styles.choices}>
          <div>
            <h2>As of</h2>
            <p><b>{dateWords(asOf)}</b> · {distanceWords(asOf, today)}{knownAt === null ? '' : `, as known ${knownAt.slice(0, 10)}`}</p>
            <p className={styles.hint}>{isPacket ? 'Change the day in the title bar.' : 'Change the day in the title bar. Who has left by then is judged as of the last day worked.'}</p>
          </div>
          {isPacket ? <FolderChoice folder={choices.folder} onChange={(folder) => change({ folder })} /> : <How using={using} count={ids.length} />}
          {isDemo && <p className={styles.synthetic}>This is the demo agency. Every page is marked SYNTHETIC: nobody in it exists.</p>}
        </div>
        <div className={styles.start}>
          <Button fullWidth variant="filled" disabled={why !== null || isRunning} leftSection={<IconFolders size={14} stroke={1.6} />} rightSection={<Kbd onAccent>Ctrl Enter</Kbd>} onClick={start}>{label}</Button>
          <p className={styles.hint}>{why ?? 'US Letter, signed, with a manifest beside it.'}</p>
        </div>
      </section>
      <div className={styles.result}>
        <section aria-label="Progress and result" aria-live="polite">
          <PrintRunView
            runner={binderRunner}
            idle={contents === null ? idle : null}
            below={(done) => <VerifiedFiles key={`${done.place} ${done.files[0]?.sha256 ?? ''}`} run={done} />}
          />
        </section>
        {contents !== null && !isRunning && <ContentsView contents={contents.contents} whole={contents.whole} people={ids.length} withMedical={withMedical} />}
        {!isPacket && <MadeBinders />}
        <VerifyCard />
      </div>
      <Slot name="footer">{isPacket ? 'One file about the whole agency' : `${countOf(ids.length, 'person', 'people')} ticked of ${all.length}`}</Slot>
      <Slot name="keys">{!isPacket && <><Kbd>Space</Kbd> <span>tick</span> </>}<Kbd>Ctrl</Kbd><Kbd>Enter</Kbd> <span>{isPacket ? 'make the packet' : 'make the binders'}</span></Slot>
    </div>
  );
}
