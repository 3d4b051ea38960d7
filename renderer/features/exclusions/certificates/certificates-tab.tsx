import { Button, Checkbox, Radio, Select, Stack } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { namesWords } from '../../../../shared/audit/printed-words.ts';
import { monthOf, type CivilMonth } from '../../../../shared/civil-date.ts';
import { certificatesOf } from '../../../../shared/report/certificate.ts';
import { knownUntil } from '../../../../shared/rules/known.ts';
import { countOf, dateWords, distanceWords, longMonthWords } from '../../../../shared/wording.ts';
import { PrintRunView } from '../../../session/print-run-view.tsx';
import { useSession } from '../../../session/session.tsx';
import { usePrintJob } from '../../../session/use-print-job.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { navigate, useRoute } from '../../../ui/navigate.ts';
import { Slot } from '../../../ui/slots.tsx';
import { certificateRunner } from './certificate-runner.ts';
import { Contents } from './contents.tsx';
import { monthsWithChecks } from './months.ts';
import { Replay } from './replay.tsx';
import styles from './certificates.module.css';

/** The certificate of a month: which month, for whom, what it will say; the file that comes out, and the search again that checks it. */
export function CertificatesTab() {
  const { file, asOf, today, knownAt, now } = useSession();
  const print = usePrintJob();
  const { query } = useRoute();
  const months = useMemo(() => monthsWithChecks(file, asOf), [file, asOf]);
  const asked = months.find((each) => each === query.get('month'));
  const [chosenMonth, setMonth] = useState<CivilMonth | null>(null);
  const month = chosenMonth ?? asked ?? months[0] ?? monthOf(asOf);
  const [scope, setScope] = useState<'agency' | 'people'>(query.get('person') === null ? 'agency' : 'people');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(query.get('person') === null ? [] : [query.get('person') ?? '']));
  const [folder, setFolder] = useState<'usual' | 'ask'>('usual');
  const isRunning = certificateRunner.useRun().state === 'running';

  const preview = useMemo(
    () => (months.length === 0 ? undefined : certificatesOf(file, { month, asOf, generatedAt: `${today}T00:00:00Z`, ...(knownAt === null ? {} : { knownAt }) })[0]),
    [file, months, month, asOf, today, knownAt],
  );
  const people = (preview?.subjects ?? []).filter((subject) => subject.kind === 'person');
  const ids = people.flatMap((subject) => (ticked.has(idOf(subject.key)) ? [idOf(subject.key)] : []));
  const count = scope === 'agency' ? 1 : ids.length;

  const make = (): void => {
    if (count === 0 || isRunning || preview === undefined) return;
    const until = knownAt === null ? null : knownUntil(knownAt, file.agency.timeZone);
    const names = people.filter((subject) => ids.includes(idOf(subject.key))).map((subject) => subject.name);
    print(certificateRunner, {
      job: {
        kind: 'certificates',
        agency: file,
        month,
        asOf,
        ...(scope === 'people' ? { personIds: [...ids] } : {}),
        ...(until === null ? {} : { knownAt: new Date(until).toISOString() }),
        generatedAt: now(),
      },
      count,
      folder,
      synthetic: preview.facts.synthetic,
      what: `the exclusion ${count > 1 ? 'certificates' : 'certificate'} of ${longMonthWords(month)} for ${scope === 'agency' ? 'the whole agency' : namesWords(names)}, as of ${dateWords(asOf)}`,
    });
  };
  useKeys('Certificates', [{ keys: 'Ctrl+Enter', does: 'Make the certificate', inFields: true, run: make }]);

  if (preview === undefined) {
    return (
      <EmptyState action={<Button variant="filled" onClick={() => navigate('/exclusions/run')}>Open the month’s run</Button>}>
        No month has a check yet that a certificate could prove. Run this month first.
      </EmptyState>
    );
  }
  return (
    <div className={styles.page}>
      <section className={styles.what} aria-label="Which certificate">
        <Stack gap="md">
          <Select
            label="Month"
            allowDeselect={false}
            value={month}
            data={months.map((each) => ({ value: each, label: longMonthWords(each) }))}
            onChange={(value) => setMonth(months.find((each) => each === value) ?? month)}
          />
          <Radio.Group size="xs" label="For whom" value={scope} onChange={(value) => setScope(value === 'people' ? 'people' : 'agency')}>
            <Stack gap={10} mt={6}>
              <Radio value="agency" label="The whole agency, one certificate" />
              <Radio value="people" label="Chosen people, one each, naming nobody else" />
            </Stack>
          </Radio.Group>
          {scope === 'people' && (
            <fieldset className={styles.people}>
              <legend className="sr-only">People</legend>
              <div className={styles.quick}>
                <Button size="compact-xs" onClick={() => setTicked(new Set(people.map((subject) => idOf(subject.key))))}>{`All ${people.length}`}</Button>
                <Button size="compact-xs" disabled={ids.length === 0} onClick={() => setTicked(new Set())}>None</Button>
              </div>
              <div className={styles.names}>
                {people.map((subject) => {
                  const id = idOf(subject.key);
                  return (
                    <Checkbox
                      key={id}
                      label={subject.listName}
                      checked={ticked.has(id)}
                      onChange={() => setTicked((before) => {
                        const next = new Set(before);
                        if (!next.delete(id)) next.add(id);
                        return next;
                      })}
                    />
                  );
                })}
              </div>
            </fieldset>
          )}
          <Radio.Group size="xs" label="Folder" value={folder} onChange={(value) => setFolder(value === 'ask' ? 'ask' : 'usual')}>
            <Stack gap={10} mt={6}>
              <Radio value="usual" label="Muster, in Documents" />
              <Radio value="ask" label="Choose when it starts" />
            </Stack>
          </Radio.Group>
          <div>
            <Button variant="filled" disabled={count === 0 || isRunning} leftSection={<IconFileCertificate size={14} stroke={1.6} />} rightSection={<Kbd onAccent>Ctrl Enter</Kbd>} onClick={make}>
              {count > 1 ? `Make ${countOf(count, 'certificate PDF')}` : 'Make certificate PDF'}
            </Button>
            <p className={styles.hint}>{count === 0 ? 'Tick somebody first.' : `As of ${dateWords(asOf)} · ${distanceWords(asOf, today)}. US Letter.`}</p>
          </div>
        </Stack>
      </section>
      <section className={styles.contents} aria-label="What it will say">
        <Contents certificate={preview} />
      </section>
      <section className={styles.result} aria-label="Result">
        <div aria-live="polite"><PrintRunView runner={certificateRunner} idle="The finished file is listed here, with its pages, size and SHA-256." /></div>
        <Replay key={month} month={month} />
      </section>
      <Slot name="footer">{`${longMonthWords(month)} · ${countOf(preview.subjects.length, 'subject')} · ${countOf(preview.holes.length, 'search', 'searches')} missing`}</Slot>
      <Slot name="keys"><Kbd>Ctrl</Kbd><Kbd>Enter</Kbd> <span>make the certificate</span> <Kbd>?</Kbd> <span>all keys</span></Slot>
    </div>
  );
}

/** The person of a subject's key, which leads with the kind of subject. */
const idOf = (key: string): string => key.replace(/^person[ :]/, '');
