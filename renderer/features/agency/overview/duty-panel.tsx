import { Anchor, Button } from '@mantine/core';
import type { RefObject } from 'react';
import { isLasting, lastingPeriods, notesOn } from '../../../../shared/agenda/acknowledgements.ts';
import { diffDays, type CivilDate } from '../../../../shared/civil-date.ts';
import type { AgencyRecord } from '../../../../shared/model/agency-records/agency-record.ts';
import { agencyPeriodWords } from '../../../../shared/model/agency-records/period.ts';
import { agencyGroupWords } from '../../../../shared/rules/agency/row.ts';
import type { Timeline } from '../../../../shared/rules/explanation.ts';
import { shownId } from '../../../../shared/rules/requirement.ts';
import { statusFacts } from '../../../../shared/rules/status.ts';
import { lookOf } from '../../../../shared/status-look.ts';
import { countOf, dateWords } from '../../../../shared/wording.ts';
import { PanelTimeline } from '../../../session/panel-timeline.tsx';
import { useSession } from '../../../session/session.tsx';
import { StandingSource } from '../../../session/standing-source.tsx';
import { useAgencyRecords } from '../../../session/use-agency-records.ts';
import { WriteButton } from '../../../session/write-button.tsx';
import { Arithmetic } from '../../../ui/arithmetic.tsx';
import { Figures } from '../../../ui/figures.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { navigate } from '../../../ui/navigate.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { actionOf } from '../actions.ts';
import type { AgencyDeed } from '../deeds.ts';
import type { Duty } from '../duties.ts';
import { RecordDates } from '../record-dates.tsx';
import { factsOfRecord, recordTitle, recordedWords } from '../words.ts';
import styles from '../panel.module.css';

const yesNo = (answer: boolean | null): string => (answer === null ? 'open' : answer ? 'yes' : 'no');
const recordsShown = 5;

/** Weeks that follow each other are one line of cover: fifty ticks would say nothing. */
function joined(timeline: Timeline): Timeline {
  const cover: { from: CivilDate; to: CivilDate | null }[] = [];
  for (const each of timeline.cover) {
    const last = cover.at(-1);
    if (last?.to !== undefined && last.to !== null && diffDays(last.to, each.from) <= 1) last.to = each.to;
    else cover.push({ ...each });
  }
  return { ...timeline, cover };
}

/** The chosen duty in full: verdict, reason, timeline, sum, the records behind it, notes, source, and the form that leads on. */
export function DutyPanel({ duty, heading, onDeed }: {
  readonly duty: Duty;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onDeed: (deed: AgencyDeed) => void;
}) {
  const { asOf, isNow } = useSession();
  const { standing, title } = duty;
  const explanation = duty.explanation();
  const look = lookOf(standing.status);
  const tone = look.family === null || look.family === 'ok' || look.family === 'open' ? 'plain' : look.family;
  const action = actionOf(duty);
  return (
    <section className={styles.explained}>
      <p className={styles.code}>{`${shownId(standing.requirement)} · ${agencyGroupWords[duty.group]} · ${duty.team?.name ?? 'Agency'}`}</p>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>{title}</h2>
      <p className={styles.answers}>
        <StatusMark {...look} variant="pill" label={`${look.word}. ${title}.`} text={look.word} />
        <span>On time: <b>{yesNo(standing.onTime)}</b></span>
        <span>Valid {isNow ? 'today' : 'that day'}: <b>{yesNo(standing.validNow)}</b></span>
      </p>
      <p className={styles.reason}><Figures text={explanation.reason} /></p>
      <PanelTimeline timeline={joined(explanation.timeline)} asOf={asOf} anchorName="from" family={look.family} label={`Timeline. ${explanation.brief}`} />
      <Arithmetic lines={explanation.arithmetic} tone={tone} />
      {explanation.missing !== null && <p className={styles.effect}>{explanation.missing}</p>}
      {explanation.effect !== null && <p className={styles.effect}>{explanation.effect}</p>}
      {action !== null && (
        <div className={styles.acts}>
          {action.deed === null
            ? <Button variant="filled" rightSection={<Kbd onAccent>R</Kbd>} onClick={() => navigate(action.path)}>{action.label}</Button>
            : <WriteButton variant="filled" shortcut="R" onClick={() => onDeed(action.deed)}>{action.label}</WriteButton>}
        </div>
      )}
      <Periods duty={duty} />
      <Behind duty={duty} />
      <Notes duty={duty} onDeed={onDeed} />
      <StandingSource standing={standing} ruleWords={duty.ruleWords} />
    </section>
  );
}

/** Weeks, months and quarters that were missed, newest first. */
function Periods({ duty: { standing } }: { readonly duty: Duty }) {
  const periods = standing.periods ?? [];
  if (periods.length === 0) return null;
  const missed = periods.filter((each) => !statusFacts[each.status].compliant).reverse();
  return (
    <>
      <h3 className={styles.section}>Periods <span>{`${periods.length - missed.length} of ${periods.length} in order`}</span></h3>
      {missed.slice(0, 6).map((each) => (
        <p key={each.period} className={styles.line}>
          <StatusMark {...lookOf(each.status)} text="" />
          <span>{agencyPeriodWords(each.period)}</span>
          {(each.missing ?? []).length > 0 && <span className={styles.facts}>{`missing: ${(each.missing ?? []).join(', ')}`}</span>}
        </p>
      ))}
      {missed.length > 6 && <p className={styles.facts}>{`and ${missed.length - 6} more`}</p>}
    </>
  );
}

/** The records the verdict rests on. */
function Behind({ duty: { standing } }: { readonly duty: Duty }) {
  const records = useAgencyRecords();
  const { file } = useSession();
  const used = new Set(standing.evidenceIds);
  const items: readonly AgencyRecord[] = (file.agencyRecords ?? []).filter((each) => used.has(each.id)).reverse();
  return (
    <>
      <h3 className={styles.section}>Records behind it <span>{items.length}</span></h3>
      {items.length === 0 && <p className={styles.facts}>Nothing on file decides this.</p>}
      <ul className={styles.items}>
        {items.slice(0, recordsShown).map((record) => (
          <li key={record.id}>
            <b>{recordTitle(record)}</b>
            {factsOfRecord(record, records).map((fact) => <span key={fact} className={styles.facts}>{` · ${fact}`}</span>)}
            <RecordDates record={record} />
            <p className={styles.facts}>{`${recordedWords(record)} · ${(record.documents ?? []).length === 0 ? 'no document' : countOf((record.documents ?? []).length, 'document')}`}</p>
          </li>
        ))}
      </ul>
      {items.length > recordsShown && <p className={styles.facts}>{`and ${items.length - recordsShown} more`}</p>}
    </>
  );
}

/** What was written about a finding that stays, and the way to write it. */
function Notes({ duty: { standing, title, team }, onDeed }: { readonly duty: Duty; readonly onDeed: (deed: AgencyDeed) => void }) {
  const { file, canRecord, evaluation } = useSession();
  if (!isLasting(standing) && lastingPeriods(standing).length === 0) return null;
  const notes = notesOn(file, standing, evaluation.knownAt);
  return (
    <>
      <h3 className={styles.section}>Notes <span>{notes.length}</span></h3>
      {notes.slice(-recordsShown).reverse().map((note) => (
        <p key={`${note.recordedAt} ${note.period ?? ''}`} className={styles.facts}>{`${dateWords(note.recordedAt.slice(0, 10) as CivilDate)}${note.period === undefined ? '' : `, on ${agencyPeriodWords(note.period)}`}: ${note.note}`}</p>
      ))}
      {canRecord && (
        <Anchor component="button" type="button" size="xs" onClick={() => onDeed({ kind: 'note', standing, title, name: team?.name ?? 'the agency' })}>
          {notes.length === 0 ? 'Write a note on this finding' : 'Write another note'} <Kbd>N</Kbd>
        </Anchor>
      )}
    </>
  );
}
