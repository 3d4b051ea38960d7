import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { momentWords } from '../../../../shared/agenda/moments.ts';
import type { HireLine, HirePlan, LineState } from '../../../../shared/agenda/planner/hire-plan.ts';
import { lineStateWords } from '../../../../shared/agenda/planner/hire-table.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../../../../shared/civil-date.ts';
import { shownId } from '../../../../shared/rules/requirement.ts';
import { lookOf } from '../../../../shared/status-look.ts';
import { dateWords, distanceWords } from '../../../../shared/wording.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { WindowLine } from '../../../ui/window-line.tsx';
import { dayAxis, type DayAxis } from './day-axis.ts';
import styles from './hire.module.css';

const width = 384;

const toneOf: Readonly<Record<LineState, 'ok' | 'near' | 'review' | 'act' | 'finding' | 'fail' | 'open'>> = {
  adverse: 'fail', 'too-old': 'finding', 'too-late': 'finding', missing: 'act', decide: 'review', 'in-order': 'ok', after: 'open',
};

/** The accepted span against the hire date, one line a requirement, under one movable date. */
export function HireLines({ plan, onHireOn }: { readonly plan: HirePlan; readonly onHireOn: (date: CivilDate) => void }) {
  const axis = dayAxis(plan.today, plan.hireOn);
  const before = plan.lines.filter((line) => line.state !== 'after');
  const after = plan.lines.filter((line) => line.state === 'after');
  return (
    <table className={styles.lines}>
      <caption className="sr-only">Requirements of this hire, the days accepted for each, and how each stands</caption>
      <thead>
        <tr>
          <th scope="col">Before the start</th>
          <th scope="col" className={styles.axisHead}><HireHandle axis={axis} plan={plan} onHireOn={onHireOn} /></th>
          <th scope="col">{`If hired on ${dateWords(plan.hireOn)}`}</th>
          <th scope="col">On file, counts for hires</th>
        </tr>
      </thead>
      <tbody>{before.map((line) => <Line key={line.requirement} line={line} plan={plan} axis={axis} />)}</tbody>
      {after.length > 0 && (
        <tbody>
          <tr><th scope="rowgroup" colSpan={4} className={styles.after}>After the start</th></tr>
          {after.map((line) => <Line key={line.requirement} line={line} plan={plan} axis={axis} />)}
        </tbody>
      )}
    </table>
  );
}

function Line({ line, plan, axis }: { readonly line: HireLine; readonly plan: HirePlan; readonly axis: DayAxis }) {
  const { window } = line;
  const look = line.state === 'after' ? lookOf('not-yet-due') : line.state === 'missing' ? lookOf(line.status === 'incomplete' ? 'incomplete' : 'overdue') : lookOf(line.status);
  const day = (date: CivilDate | null): number | null => (date === null ? null : toDay(date));
  const done = line.done.length === 0 ? 'nothing done' : `done ${line.done.map(dateWords).join(', ')}`;
  const span = window.to === null ? 'no window' : `accepted ${window.from === null ? 'up to' : `${dateWords(window.from)} to`} ${dateWords(window.to)}`;
  return (
    <tr>
      <th scope="row" title={line.rule}>
        <span className={styles.title}>{line.title}</span>
        <span className={styles.under}>{`${shownId(line.requirement)} · ${momentWords[line.moment].toLowerCase()}`}</span>
      </th>
      <td className={styles.axisCell}>
        <WindowLine
          width={width} height={30} axis={axis} tone={toneOf[line.state]}
          label={`${line.title}: ${span}; ${done}.`}
          line={{ anchor: toDay(plan.hireOn), window: window.from === null && window.to === null ? null : { from: day(window.from), to: day(window.to) }, dots: line.done.map(toDay), cover: [], lapses: [], openFrom: null, openUntil: null }}
        />
      </td>
      <td>
        <StatusMark {...look} text={line.state === 'in-order' ? look.word : lineStateWords[line.state]} />
        <span className={styles.under}>{line.state === 'in-order' || line.state === 'after' ? line.brief : whenWords(line, plan.today)}</span>
      </td>
      <td>{countsWords(line)}</td>
    </tr>
  );
}

function whenWords(line: HireLine, today: CivilDate): string {
  if (line.state === 'adverse' || line.doBy === null) return line.brief;
  if (line.doBy < today) return `${line.brief}. The last day was ${dateWords(line.doBy)} · ${distanceWords(line.doBy, today)}`;
  const from = line.doFrom !== null && line.doFrom > today ? `from ${dateWords(line.doFrom)} ` : '';
  return `Do ${from}by ${dateWords(line.doBy)} · ${distanceWords(line.doBy, today)}`;
}

function countsWords({ counts, onFile }: HireLine) {
  if (counts === null) return <span className={styles.under}>{onFile.length === 0 ? 'nothing on file' : onFile.join(', ')}</span>;
  return (
    <>
      <span>{counts.to === null ? `from ${dateWords(counts.from)} on` : `${dateWords(counts.from)} to ${dateWords(counts.to)}`}</span>
      <span className={styles.under}>{onFile.join(', ')}</span>
    </>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -7, PageUp: 7 };

/** The movable hire date: a slider of days, by arrow keys, page keys for weeks, or the mouse. */
function HireHandle({ axis, plan, onHireOn }: { readonly axis: DayAxis; readonly plan: HirePlan; readonly onHireOn: (date: CivilDate) => void }) {
  const track = useRef<HTMLDivElement>(null);
  const { hireOn, today } = plan;
  const move = (date: CivilDate): void => onHireOn(date < today ? today : date);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'Home' ? toDay(today) - toDay(hireOn) : steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    move(fromDay(plusDays(toDay(hireOn), step)));
  };
  const follow = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (box !== undefined && event.buttons === 1) move(axis.dayAt(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width))));
  };
  return (
    <div ref={track} className={styles.track} style={{ width }} onPointerMove={follow} onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); follow(event); }}>
      {axis.months.map((month) => <span key={month.words + String(month.at)} className={styles.month} style={{ left: `${month.at * 100}%` }}>{month.words}</span>)}
      <span className={styles.today} style={{ left: `${axis.at(axis.now) * 100}%` }} title={`Today, ${dateWords(today)}`} />
      <div
        className={styles.handle} style={{ left: `${axis.at(axis.anchor) * 100}%` }} role="slider" tabIndex={0} aria-label="Hire date" aria-orientation="horizontal"
        aria-valuemin={toDay(today)} aria-valuemax={axis.last} aria-valuenow={axis.anchor} aria-valuetext={`${dateWords(hireOn)}, ${distanceWords(hireOn, today)}`} onKeyDown={onKeyDown}
      />
    </div>
  );
}
