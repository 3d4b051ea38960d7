import { Anchor, Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { importedOn } from '../../../../shared/agenda/exclusions/versions.ts';
import { exclusionListWords } from '../../../../shared/model/exclusion.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { Comparison, EntryLine } from '../../../workers/screening-messages.ts';
import { tierLook } from '../looks.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import { subjectName } from '../subject-name.ts';
import { Digest } from '../digest.tsx';
import { scopeWords } from './list-card.tsx';
import type { Compared, Flow, ListImport } from './use-list-import.ts';
import styles from './lists.module.css';

type Summary = Extract<Flow, { at: 'summary' }>;

/** What the file is, what is odd about it, and what it changes; one button brings it into force. */
export function SummaryStep({ flow, intake }: { readonly flow: Summary; readonly intake: ListImport }) {
  const { file, today } = useSession();
  const { incoming, compared, problem } = flow;
  const { source, summary, warnings, before, remembered } = incoming;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const asks = warnings.some((warning) => warning.asks);
  const field = useFirstFocus<HTMLTextAreaElement>();
  const button = useFirstFocus<HTMLButtonElement>();
  const words = exclusionListWords[summary.list];
  const record = async (): Promise<void> => {
    setTried(true);
    if (working || (asks && reason.trim() === '')) return;
    setWorking(true);
    try {
      await intake.record(incoming, reason.trim());
    } finally {
      setWorking(false);
    }
  };
  return (
    <>
      {source.wanted !== summary.list && (
        <p className={styles.sentence}>{`This file is the ${words.long}, not the ${exclusionListWords[source.wanted].long}. It is imported as what it is.`}</p>
      )}
      <dl className={styles.facts}>
        <div><dt>File</dt><dd>{source.name}</dd></div>
        <div><dt>Entries</dt><dd>{summary.rowCount.toLocaleString('en-US')}</dd></div>
        <div><dt>What it is</dt><dd>{scopeWords[summary.scope]}</dd></div>
        <div><dt>Newest action</dt><dd>{summary.newestAction === null ? 'none dated' : <DateWithDistance date={dateWords(summary.newestAction)} distance={distanceWords(summary.newestAction, today)} />}</dd></div>
        {source.publishedOn !== null && <div><dt>Published</dt><dd><DateWithDistance date={dateWords(source.publishedOn)} distance={distanceWords(source.publishedOn, today)} /></dd></div>}
        <div><dt>SHA-256</dt><dd><Digest sha256={summary.sha256} /></dd></div>
      </dl>
      {warnings.length > 0 && (
        <ul className={styles.warnings}>
          {warnings.map((warning) => (
            <li key={warning.words}>
              <StatusMark family={warning.asks ? 'act' : 'near'} glyph={warning.asks ? 'triangle' : 'clock'} word={warning.asks ? 'Needs a reason' : 'Noticed'} text="" />
              <span>{warning.words}</span>
            </li>
          ))}
        </ul>
      )}
      {asks && (
        <Textarea
          ref={field}
          label="Why import it all the same"
          description="Kept with the version, for whoever audits this."
          required
          autosize
          minRows={2}
          mt="sm"
          value={reason}
          error={tried && reason.trim() === '' ? 'Write the reason first.' : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {summary.columns !== null && (
        <details className={styles.fold}>
          <summary>{remembered ? 'Columns as confirmed for the last file' : 'Columns as confirmed'}</summary>
          <ul className={styles.entries}>
            {Object.entries(summary.columns).map(([field, head]) => <li key={field}>{`${field}: ${head}`}</li>)}
          </ul>
          <Anchor component="button" type="button" size="sm" onClick={() => void intake.changeColumns(incoming)}>Choose the columns again</Anchor>
        </details>
      )}
      <div className={styles.block}>
        <h3 className={styles.blockTitle}>
          {before === null ? 'The first file of this list' : `Against the version in force: ${before.name}, imported ${dateWords(importedOn(file, before))}`}
        </h3>
        <Difference compared={compared} nothing={before === null ? 'There is nothing to compare it with.' : summary.scope !== 'full' ? 'A partial file replaces nothing: the version in force stays in force.' : 'The same file. Importing it again changes nothing.'} />
      </div>
      {problem !== null && <p className={styles.refused} role="alert">{problem}</p>}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button onClick={intake.close}>Cancel</Button>
        <Button variant="filled" {...(!asks && { ref: button })} loading={working} onClick={() => void record()}>
          {summary.scope === 'full' ? 'Bring into force' : 'Keep as a partial list'}
        </Button>
      </Group>
    </>
  );
}

function Difference({ compared, nothing }: { readonly compared: Compared; readonly nothing: string }) {
  switch (compared.state) {
    case 'none':
      return <p className={styles.sentence}>{nothing}</p>;
    case 'unknown':
      return <p className={styles.sentence}>{`The difference is not known. ${compared.words}`}</p>;
    case 'working':
      return (
        <div className={styles.busy}>
          <p role="status">Comparing the two versions</p>
          <ProgressBar label="Comparing the two versions" done={compared.done} total={compared.total} />
        </div>
      );
    case 'done':
      return <Changes comparison={compared.comparison} />;
  }
}

const kinds = [['added', 'Added'], ['removed', 'Taken off'], ['changed', 'Changed']] as const;

function Changes({ comparison }: { readonly comparison: Comparison }) {
  const { file } = useSession();
  const { touched } = comparison;
  const people = new Set(touched.map(({ key }) => JSON.stringify(key))).size;
  return (
    <>
      <p className={styles.counts}>
        {kinds.map(([kind, word]) => <span key={kind}><b>{comparison[kind].toLocaleString('en-US')}</b> {word.toLowerCase()}</span>)}
      </p>
      <p className={styles.sentence}>
        {touched.length === 0
          ? 'None of these entries comes near anybody on the roster.'
          : `Comes near ${countOf(people, 'person or company', 'people or companies')} of the roster. The month’s run says more; nothing is decided here.`}
      </p>
      {touched.length > 0 && (
        <table className={styles.table}>
          <thead><tr><th scope="col">Who</th><th scope="col">Entry</th><th scope="col">What happened</th><th scope="col">Match</th></tr></thead>
          <tbody>
            {touched.map((each, at) => (
              <tr key={at} title={each.why}>
                <td>{subjectName(file, each.key)}</td>
                <td>{each.entry}</td>
                <td>{kinds.find(([kind]) => kind === each.change)?.[1]}</td>
                <td><StatusMark {...tierLook[each.tier]} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {kinds.map(([kind, word]) => comparison.lines[kind].length > 0 && (
        <details key={kind} className={styles.fold}>
          <summary>{`${word}: ${comparison[kind].toLocaleString('en-US')}`}</summary>
          <Entries lines={comparison.lines[kind]} of={comparison[kind]} />
        </details>
      ))}
    </>
  );
}

function Entries({ lines, of }: { readonly lines: readonly EntryLine[]; readonly of: number }) {
  return (
    <ul className={styles.entries} aria-label="Entries">
      {lines.map((line) => (
        <li key={line.row}>
          <Glyph name="dash" /> {`${line.name} · row ${line.row.toLocaleString('en-US')}${line.columns.length === 0 ? '' : ` · ${line.columns.join(', ')}`}`}
        </li>
      ))}
      {of > lines.length && <li>{`and ${(of - lines.length).toLocaleString('en-US')} more`}</li>}
    </ul>
  );
}
