import { Button, Group, Modal, Text, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { closeErrorWords, closeMonth, monthState, noteOnMonth, type CloseError, type Hole, type MonthState } from '../../../../shared/agenda/exclusions/month-close.ts';
import { keyText } from '../../../../shared/agenda/exclusions/subject.ts';
import type { CivilMonth } from '../../../../shared/civil-date.ts';
import type { Change } from '../../../../shared/model/changes.ts';
import { exclusionListWords } from '../../../../shared/model/exclusion.ts';
import type { Result } from '../../../../shared/result.ts';
import { countOf, dateWords, distanceWords, longMonthWords } from '../../../../shared/wording.ts';
import { useRecord } from '../../../session/use-record.ts';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { navigate } from '../../../ui/navigate.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { instantDay } from '../instant-day.ts';
import styles from './coverage.module.css';

/** One month: how it stands, what holds it open, closing it with a reason for every hole; a closed one takes notes only. */
export function MonthDialog({ month, onClose }: { readonly month: CivilMonth; readonly onClose: () => void }) {
  const { file, evaluation } = useSession();
  const state = useMemo(() => monthState(file, evaluation, month), [file, evaluation, month]);
  return (
    <Modal opened onClose={onClose} title={longMonthWords(month)} size={680} styles={{ title: { fontWeight: 600 } }}>
      <Tallies state={state} />
      {state.close === null ? <Closing state={state} onClose={onClose} /> : <Closed state={state} onClose={onClose} />}
    </Modal>
  );
}

function Tallies({ state }: { readonly state: MonthState }) {
  const gaps = state.holes.filter(({ status }) => status === 'gap').length;
  const open = state.holes.length - gaps;
  if (state.owed === 0) return <Text size="sm" mb="sm">{`Nobody owed a search in ${longMonthWords(state.month)}.`}</Text>;
  return (
    <ul className={styles.facts} aria-label="How the month stands">
      <li><StatusMark family="ok" glyph="tick" word="Done" text={`${state.done} of ${state.owed} searches settled`} /></li>
      {state.confirmed.length > 0 && <li><StatusMark family="fail" glyph="octagon" word="Confirmed" text={`${state.confirmed.length} confirmed`} /></li>}
      {state.undecided.length > 0 && <li><StatusMark family="review" glyph="question" word="To decide" text={`${state.undecided.length} to decide`} /></li>}
      {state.unable.length > 0 && <li><StatusMark family="review" glyph="question" word="Undetermined" text={`${state.unable.length} could not be determined`} /></li>}
      {gaps > 0 && <li><StatusMark family="finding" glyph="dashed-square" word="Gap" text={countOf(gaps, 'hole')} /></li>}
      {open > 0 && <li><StatusMark family="open" glyph="circle" word="Open" text={`${open} still to be searched`} /></li>}
    </ul>
  );
}

const holeKey = (hole: Hole): string => `${keyText(hole.key)} ${hole.list}`;

function Closing({ state, onClose }: { readonly state: MonthState; readonly onClose: () => void }) {
  const { file, evaluation, newId, now } = useSession();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [all, setAll] = useState('');
  const [note, setNote] = useState('');
  const { working, problem, tried, run } = useClosing(onClose);
  const month = longMonthWords(state.month);
  const close = (): Promise<void> => run(
    closeMonth(file, evaluation, {
      month: state.month, note, newId, now: now(),
      reasons: state.holes.map((hole) => ({ key: hole.key, list: hole.list, reason: reasons[holeKey(hole)] ?? '' })),
    }),
    `Closed ${month} of the exclusion checks${state.holes.length === 0 ? '' : ` with ${countOf(state.holes.length, 'hole')} explained`}`,
    `${month} is closed.`,
  );
  if (!state.canClose) {
    return (
      <>
        <ul className={styles.blocks} aria-label="What holds the month open">{state.whyNot.map((each) => <li key={each}>{each}</li>)}</ul>
        {state.holes.length > 0 && <HoleTable holes={state.holes} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button data-autofocus onClick={onClose}>Close the window</Button>
          {state.undecided.length + state.unable.length > 0 ? (
            <Button variant="filled" onClick={() => navigate('/exclusions/matches')}>Decide the matches</Button>
          ) : state.holes.some(({ status }) => status === 'open') && (
            <Button variant="filled" onClick={() => navigate('/exclusions/run')}>Open the run</Button>
          )}
        </Group>
      </>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      <Text size="sm" mb="sm">
        {state.holes.length === 0
          ? 'Everybody who owed a search was searched and every match is decided. A closed month takes no more checks; notes can still be added.'
          : 'These searches were not made. Write for each what happened. The holes stay on record as gaps, with the reason beside them; a closed month takes no more checks.'}
      </Text>
      {state.holes.length > 1 && (
        <div className={styles.all}>
          <TextInput label="One reason for all" data-autofocus value={all} onChange={(event) => setAll(event.currentTarget.value)} />
          <Button onClick={() => setReasons(Object.fromEntries(state.holes.map((hole) => [holeKey(hole), all.trim()])))} disabled={all.trim() === ''}>Fill in</Button>
        </div>
      )}
      {state.holes.length > 0 && (
        <HoleTable
          holes={state.holes}
          reasonOf={(hole) => reasons[holeKey(hole)] ?? ''}
          tried={tried}
          onReason={(hole, reason) => setReasons((old) => ({ ...old, [holeKey(hole)]: reason }))}
        />
      )}
      <Textarea label="Note" description="Optional, printed on the month’s certificate." autosize minRows={2} mt="sm" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {problem !== null && <p className={styles.problem} role="alert">{problem}</p>}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button onClick={onClose}>Cancel</Button>
        <WriteButton variant="filled" loading={working} {...(state.holes.length === 0 && { 'data-autofocus': true })} onClick={() => void close()}>{`Close ${month}`}</WriteButton>
      </Group>
    </form>
  );
}

function HoleTable({ holes, reasonOf, tried = false, onReason }: {
  readonly holes: readonly Hole[];
  /** Absent: the holes are only listed. */
  readonly reasonOf?: (hole: Hole) => string;
  readonly tried?: boolean;
  readonly onReason?: (hole: Hole, reason: string) => void;
}) {
  return (
    <table className={styles.holes} aria-label="Searches not made">
      <thead><tr><th scope="col">Who</th><th scope="col">List</th><th scope="col">{reasonOf === undefined ? 'Stands' : 'What happened'}</th></tr></thead>
      <tbody>
        {holes.map((hole) => {
          const reason = reasonOf?.(hole);
          return (
            <tr key={holeKey(hole)}>
              <td>{hole.name}</td>
              <td>{exclusionListWords[hole.list].short}</td>
              <td>
                {reason === undefined || onReason === undefined ? (
                  hole.reason ?? (hole.status === 'gap' ? 'Gap, not explained' : 'Still to be searched')
                ) : (
                  <TextInput
                    aria-label={`What happened: ${hole.name}, ${exclusionListWords[hole.list].short}`}
                    value={reason}
                    {...(holes.length === 1 && { 'data-autofocus': true })}
                    error={tried && reason.trim() === '' ? 'Write the reason.' : null}
                    onChange={(event) => onReason(hole, event.currentTarget.value)}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Closed({ state, onClose }: { readonly state: MonthState; readonly onClose: () => void }) {
  const { file, today, asOf, newId, now } = useSession();
  const [note, setNote] = useState('');
  const { working, problem, run } = useClosing(() => setNote(''));
  const month = longMonthWords(state.month);
  const { close } = state;
  if (close === null) return null;
  const write = (): Promise<void> => run(noteOnMonth(file, { month: state.month, note, newId, now: now() }), `Wrote a note on the closed ${month} of the exclusion checks`, 'Note written.');
  return (
    <>
      <Text size="sm" mb="sm">
        {'Closed on '}
        <DateWithDistance date={dateWords(close.closedOn)} distance={distanceWords(close.closedOn, asOf)} />
        {close.recordedBy === undefined ? '' : ` by ${close.recordedBy}`}. It takes no more checks; a note can be added, nothing is changed.
      </Text>
      {state.holes.length > 0 && <HoleTable holes={state.holes} />}
      {(close.note !== undefined || state.notes.length > 0) && (
        <ul className={styles.notes} aria-label="Notes">
          {close.note !== undefined && <li>{close.note}<span>{` · ${dateWords(close.closedOn)}, when it was closed`}</span></li>}
          {state.notes.map((each) => {
            const day = instantDay(each.recordedAt, file.agency.timeZone);
            return <li key={each.id}>{each.note}<span>{` · ${dateWords(day)} · ${distanceWords(day, today)}`}</span></li>;
          })}
        </ul>
      )}
      <Textarea label="Note on this month" data-autofocus autosize minRows={2} mt="sm" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {problem !== null && <p className={styles.problem} role="alert">{problem}</p>}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button onClick={onClose}>Close the window</Button>
        <WriteButton variant="filled" loading={working} onClick={() => void write()}>Write the note</WriteButton>
      </Group>
    </>
  );
}

/** Records what closing or noting came to, or says why not. */
function useClosing(done: () => void) {
  const record = useRecord();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const run = async (planned: Result<readonly Change[], CloseError>, what: string, said: string): Promise<void> => {
    setTried(true);
    if (!planned.ok) {
      setProblem(closeErrorWords(planned.error));
      return;
    }
    setWorking(true);
    try {
      const failed = await record(planned.value, what, said);
      setProblem(failed);
      if (failed === null) done();
    } finally {
      setWorking(false);
    }
  };
  return { working, problem, tried, run };
}
