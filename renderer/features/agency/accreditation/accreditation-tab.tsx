import { IconPaperclip } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { noticeTasks } from '../../../../shared/agenda/accreditation/notice-tasks.ts';
import { accreditationTimeline, type AccreditationEvent, type AccreditorTimeline } from '../../../../shared/agenda/accreditation/timeline.ts';
import { tasksAfterDecision } from '../../../../shared/agenda/accreditation/usual.ts';
import { accreditationOutcomeWords, accreditorWords, isAdverse } from '../../../../shared/model/agency-records/accreditation.ts';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import { lookOf, type StatusLook } from '../../../../shared/status-look.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useAgencyRecords } from '../../../session/use-agency-records.ts';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { GroupedList, type ListColumn } from '../../../ui/grouped-list/grouped-list.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Slot } from '../../../ui/slots.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { AgencyDialogs } from '../agency-dialogs.tsx';
import type { AgencyDeed } from '../deeds.ts';
import { useDuties, type Duty } from '../duties.ts';
import { RecordPanel } from '../record-panel.tsx';
import { DutyLines } from './duty-lines.tsx';
import { Notices } from './notices.tsx';
import { TimelineChart } from './timeline-chart.tsx';
import panel from '../panel.module.css';
import styles from './accreditation.module.css';

/** How an event looks: done, still to come, soon, or over. */
function lookOfEvent(event: AccreditationEvent, asOf: string, soon: string): StatusLook {
  if (event.outcome !== null && isAdverse(event.outcome)) return { ...lookOf('fail'), word: accreditationOutcomeWords[event.outcome] };
  if (event.outcome !== null && event.outcome !== 'full') return { ...lookOf('review'), word: accreditationOutcomeWords[event.outcome] };
  if (!event.planned) return { ...lookOf('met'), word: 'Done' };
  if (event.on < asOf) return event.kind === 'expiry' ? lookOf('expired') : lookOf('overdue');
  if (event.on <= soon) return event.kind === 'expiry' ? lookOf('expiring') : lookOf('due-soon');
  return { ...lookOf('not-yet-due'), word: 'To come' };
}

/** Where an accreditor stands in one line: the last decision and how long it holds. */
function Now({ timeline }: { readonly timeline: AccreditorTimeline }) {
  const { asOf } = useSession();
  const { current } = timeline;
  if (current === null) return <p className={styles.now}>No decision yet.</p>;
  const look = current.outcome === 'full' ? (current.expiresOn !== undefined && current.expiresOn < asOf ? lookOf('expired') : lookOf('met')) : isAdverse(current.outcome) ? lookOf('fail') : lookOf('review');
  return (
    <p className={styles.now}>
      <StatusMark {...look} word={look.family === 'ok' || look.family === 'act' ? (look.family === 'ok' ? accreditationOutcomeWords[current.outcome] : look.word) : accreditationOutcomeWords[current.outcome]} variant="pill" />
      {current.term !== undefined && <span>{current.term}</span>}
      {current.expiresOn === undefined ? current.outcome === 'full' && <span>no last day recorded: type the one on the certificate</span> : (
        <span>valid through <DateWithDistance date={dateWords(current.expiresOn)} distance={distanceWords(current.expiresOn, asOf)} tone={current.expiresOn < asOf ? 'over' : 'plain'} /></span>
      )}
    </p>
  );
}

/** From the application to the award and its renewal: what happened with each accreditor, what comes next, and who must be told of a bad decision. */
export function AccreditationTab() {
  const { file, asOf, knownAt, canRecord } = useSession();
  const records = useAgencyRecords();
  const duties = useDuties();
  const [selected, setSelected] = useState<string | null>(null);
  const [deed, setDeed] = useState<AgencyDeed | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const timelines = useMemo(() => accreditationTimeline(records, asOf), [records, asOf]);
  const tasks = useMemo(() => noticeTasks(file, asOf, knownAt), [file, asOf, knownAt]);
  const mine = duties.rows.filter((duty) => duty.group === 'accreditation');
  const clock = mine.find((duty) => duty.rule?.kind === 'accredited-within') ?? null;
  const events = timelines.flatMap(({ events: each }) => each);
  const chosen = events.find((event) => event.key === selected) ?? events.find((event) => event.planned && event.on >= asOf) ?? events.at(-1) ?? null;
  const firstOpen = tasks.find((task) => task.notice === null);
  const last = timelines.find((timeline) => timeline.current !== null)?.accreditor ?? timelines[0]?.accreditor ?? null;
  const start = (kind: 'application' | 'survey' | 'decision' | 'task') => (): void => {
    if (canRecord) setDeed({ kind, accreditor: last });
  };
  useKeys('Accreditation', [
    { keys: 'A', does: 'Record an application', run: start('application') },
    { keys: 'S', does: 'Record a survey', run: start('survey') },
    { keys: 'D', does: 'Record a decision', run: start('decision') },
    { keys: 'T', does: 'Record a task', run: start('task') },
    { keys: 'C', does: 'Correct the chosen record', run: () => { if (canRecord && chosen !== null) setDeed({ kind: 'correct', record: chosen.record }); } },
    ...(firstOpen === undefined ? [] : [{ keys: 'N', does: `Record the notice to ${firstOpen.payer}`, run: () => { if (canRecord) setDeed({ kind: 'notice', task: firstOpen }); } }]),
  ]);

  const columns: readonly ListColumn<AccreditationEvent>[] = [
    { key: 'what', title: 'What', cell: (event) => <span title={event.words}>{event.words}</span> },
    { key: 'status', title: 'Standing', width: '140px', cell: (event) => { const look = lookOfEvent(event, asOf, duties.soon); return <StatusMark {...look} variant={look.family === 'ok' || look.family === 'open' ? 'bare' : 'pill'} />; } },
    { key: 'on', title: 'Day', width: '220px', end: true, cell: (event) => <DateWithDistance date={dateWords(event.on)} distance={distanceWords(event.on, asOf)} tone={event.planned && event.on < asOf ? 'over' : 'plain'} /> },
    { key: 'files', title: 'Files', width: '56px', cell: (event) => ((event.record.documents ?? []).length === 0 ? <span className="sr-only">none</span> : <><IconPaperclip size={12} stroke={1.6} aria-hidden="true" /> {event.record.documents?.length}</>) },
  ];
  const groups = timelines.map((timeline) => ({ key: timeline.accreditor, title: accreditorWords[timeline.accreditor].short, rows: [...timeline.events].reverse() }));

  return (
    <div className={panel.page}>
      <div className={panel.left}>
        <div className={panel.toolbar}>
          <WriteButton shortcut="A" onClick={start('application')}>Record application</WriteButton>
          <WriteButton shortcut="S" onClick={start('survey')}>Record survey</WriteButton>
          <WriteButton shortcut="D" variant={firstOpen === undefined ? 'filled' : 'default'} onClick={start('decision')}>Record decision</WriteButton>
          <WriteButton shortcut="T" onClick={start('task')}>Record task</WriteButton>
        </div>
        <div className={panel.scroll}>
          <Notices which="open" tasks={tasks} onDeed={setDeed} />
          <DutyLines duties={mine} />
          {timelines.length === 0 && (
            <EmptyState action={<WriteButton onClick={start('application')}>Record an application</WriteButton>}>
              Nothing about an accreditation is on file yet. Begin with the application and the proof that its fee was paid.
            </EmptyState>
          )}
          {timelines.map((timeline) => (
            <Panel key={timeline.accreditor} title={accreditorWords[timeline.accreditor].short} aside={accreditorWords[timeline.accreditor].long}>
              <Now timeline={timeline} />
              <TimelineChart
                timeline={timeline}
                limit={clock === null ? null : limitOf(timeline, clock)}
                asOf={asOf}
                label={`${accreditorWords[timeline.accreditor].short} on a line of time: ${countOf(timeline.events.length, 'event')}, listed below`}
              />
            </Panel>
          ))}
          {groups.length > 0 && <GroupedList label="Accreditation events" columns={columns} groups={groups} rowKey={(event) => event.key} selected={chosen?.key ?? null} onSelect={setSelected} onOpen={() => heading.current?.focus()} />}
          <Notices which="done" tasks={tasks} onDeed={setDeed} />
        </div>
      </div>
      <aside className={panel.side} aria-label="Accreditation record">
        {chosen !== null && (
          <RecordPanel
            record={chosen.record}
            code={accreditorWords[chosen.record.accreditor].long}
            mark={<StatusMark {...lookOfEvent(chosen, asOf, duties.soon)} variant="pill" />}
            remark={chosen.record.kind === 'accreditation-decision' && chosen.record.expiresOn === undefined && chosen.record.outcome === 'full' ? 'No last day is recorded. It is never derived: type the one on the certificate.' : null}
            heading={heading}
            onDeed={setDeed}
            acts={<Acts event={chosen} onDeed={setDeed} />}
          />
        )}
      </aside>
      <Slot name="footer">{`${countOf(events.length, 'event')} on file · ${countOf(tasks.filter((task) => task.notice === null).length, 'notice')} to send`}</Slot>
      <Slot name="keys"><Kbd>D</Kbd> <span>decision</span> <Kbd>T</Kbd> <span>task</span> {firstOpen !== undefined && <><Kbd>N</Kbd> <span>notice</span></>} <Kbd>C</Kbd> <span>correct</span></Slot>
      <AgencyDialogs deed={deed} onDeed={setDeed} />
    </div>
  );
}

/** The time to full accreditation, as it was judged, on the line of the accreditor first applied to. */
function limitOf(timeline: AccreditorTimeline, clock: Duty): { readonly from: CivilDate; readonly to: CivilDate } | null {
  const judged = clock.explanation().timeline;
  const to = judged.window?.to ?? clock.standing.dueOn;
  const first = timeline.events.find((event) => event.kind === 'application')?.on;
  const from = judged.window?.from ?? judged.anchor ?? first;
  return from === undefined || to === null || first !== from ? null : { from, to };
}

/** What belongs to one kind of record: a survey that was held, a task that was done, the tasks that usually follow an award. */
function Acts({ event: { record }, onDeed }: { readonly event: AccreditationEvent; readonly onDeed: (deed: AgencyDeed) => void }) {
  const records = useAgencyRecords();
  if (record.kind === 'accreditation-survey' && record.heldOn === undefined) return <WriteButton variant="filled" onClick={() => onDeed({ kind: 'held', survey: record })}>Record as held</WriteButton>;
  if (record.kind === 'accreditation-task' && record.doneOn === undefined) return <WriteButton variant="filled" onClick={() => onDeed({ kind: 'done', task: record })}>Record as done</WriteButton>;
  if (record.kind === 'accreditation-decision') {
    const taken = records.of('accreditation-task').some((task) => task.decisionId !== undefined && records.rootOf(task.decisionId) === records.rootOf(record.id));
    if (!taken && tasksAfterDecision(record).length > 0) return <WriteButton onClick={() => onDeed({ kind: 'usual-tasks', decision: record })}>Add the usual tasks</WriteButton>;
  }
  return null;
}
