import { Anchor } from '@mantine/core';
import { IconCertificate, IconPlus } from '@tabler/icons-react';
import { useMemo, type RefObject } from 'react';
import { isLasting, lastingPeriods, notesOn } from '../../../shared/agenda/acknowledgements.ts';
import { monthCoverage } from '../../../shared/agenda/month-coverage.ts';
import { momentWords } from '../../../shared/agenda/moments.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { exclusionListWords } from '../../../shared/model/exclusion.ts';
import { shownName } from '../../../shared/model/person.ts';
import { shownId } from '../../../shared/rules/requirement.ts';
import { statusFacts } from '../../../shared/rules/status.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { countOf, dateWords, distanceWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { StandingSource } from '../../session/standing-source.tsx';
import { Arithmetic } from '../../ui/arithmetic.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { Figures } from '../../ui/figures.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { MonthGrid } from '../../ui/month-grid.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { outcomeWords } from './check-lines.ts';
import type { Deed } from './deeds.ts';
import { ItemDocuments } from './item-documents.tsx';
import { coverageWords, monthRows } from './month-rows.ts';
import type { PersonView, RequirementRow } from './person-view.ts';
import { capital, factsOf, itemTitle } from './words.ts';
import styles from './requirement-panel.module.css';

const yesNo = (answer: boolean | null): string => (answer === null ? 'open' : answer ? 'yes' : 'no');

/** What recording would do here: the words of the dashed box, or null where nothing is to be recorded. */
function recordWords({ standing, info }: RequirementRow): string | null {
  if (info === undefined || (info.kinds.length === 0 && info.group !== 'exclusion' && info.id !== 'la.ex-1')) return null;
  switch (standing.status) {
    case 'expired':
    case 'expiring':
      return 'Renewal missing. Record it';
    case 'overdue':
    case 'due-soon':
    case 'not-yet-due':
      return 'Nothing on file. Record it';
    case 'incomplete':
      return 'Something is missing. Record it';
    case 'gap':
    case 'stale':
    case 'late':
      return 'Record another item';
    case 'review':
    case 'fail':
      return 'Record a newer item';
    case 'met':
    case 'exempt':
    case 'not-applicable':
      return 'Record a newer item';
  }
}

/** The selected requirement in full: verdict, reason, sum, evidence, source, and what can be done; below it the months and what comes next. */
export function RequirementPanel({ view, row, heading, onDeed }: {
  readonly view: PersonView;
  readonly row: RequirementRow | null;
  /** Enter in the list moves the focus here. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onDeed: (deed: Deed) => void;
}) {
  return (
    <aside className={styles.side} aria-label="Explanation">
      {row !== null && <Explained view={view} row={row} heading={heading} onDeed={onDeed} />}
      <Months view={view} onDeed={onDeed} />
      <Next view={view} />
    </aside>
  );
}

function Explained({ view, row, heading, onDeed }: {
  readonly view: PersonView;
  readonly row: RequirementRow;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onDeed: (deed: Deed) => void;
}) {
  const { file, isNow, canRecord, asOf } = useSession();
  const { standing, explanation, info } = row;
  const look = lookOf(standing.status);
  const used = new Set(standing.evidenceIds);
  const items = view.history.filter((entry) => used.has(entry.item.id));
  const checks = (file.exclusionChecks ?? [])
    .filter((each) => used.has(each.id))
    .sort((one, other) => (one.checkedOn < other.checkedOn ? 1 : -1));
  const notes = notesOn(file, standing);
  const record = recordWords(row);
  const sameDay = standing.account.parts.find((part) => part.why.code === 'same-day' && part.status === 'review');
  const about = sameDay === undefined ? undefined : standing.evidenceIds[0];
  const tone = look.family === 'act' || look.family === 'finding' || look.family === 'fail' || look.family === 'near' || look.family === 'review' ? look.family : 'plain';
  return (
    <section className={styles.explained}>
      <p className={styles.code}>{`${shownId(standing.requirement)} · ${momentWords[row.moment]}`}</p>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>{row.title}</h2>
      <p className={styles.answers}>
        <StatusMark {...look} variant="pill" label={`${look.word}. ${row.title}.`} text={look.word} />
        <span>On time: <b>{yesNo(standing.onTime)}</b></span>
        <span>Valid {isNow ? 'today' : 'that day'}: <b>{yesNo(standing.validNow)}</b></span>
      </p>
      <p className={styles.reason}><Figures text={explanation.reason} /></p>
      <Arithmetic lines={explanation.arithmetic} tone={tone} />
      {explanation.effect !== null && <p className={styles.effect}>{explanation.effect}</p>}

      <h3 className={styles.section}>Evidence <span>{items.length + checks.length}</span></h3>
      <ul className={styles.items}>
        {items.map(({ item }) => (
          <li key={item.id}>
            <IconCertificate size={16} stroke={1.6} aria-hidden="true" />
            <div>
              <p>{itemTitle(item)}</p>
              <p className={styles.facts}>{capital(factsOf(item).join(' · '))}</p>
              <p className={styles.facts}>{`Recorded ${dateWords(item.recordedAt.slice(0, 10) as CivilDate)}${item.recordedBy === undefined ? '' : ` by ${item.recordedBy}`}`}</p>
              <ItemDocuments item={item} quiet={styles.facts} />
            </div>
            <Anchor component="button" type="button" size="xs" disabled={!canRecord} onClick={() => onDeed({ kind: 'correct', item })}>Correct</Anchor>
          </li>
        ))}
        {checks.slice(0, 2).map((check) => (
          <li key={check.id}>
            <IconCertificate size={16} stroke={1.6} aria-hidden="true" />
            <div>
              <p>{`${exclusionListWords[check.list].short} check, ${outcomeWords(check, file.decisions ?? [], asOf)}`}</p>
              <p className={styles.facts}>{`${dateWords(check.checkedOn)} · ${distanceWords(check.checkedOn, asOf)}`}</p>
            </div>
          </li>
        ))}
      </ul>
      {checks.length > 2 && <p className={styles.facts}>{`and ${countOf(checks.length - 2, 'more check')}`}</p>}
      {record !== null && (
        <button type="button" className={styles.record} aria-disabled={!canRecord} onClick={() => { if (canRecord) onDeed({ kind: 'record', row }); }}>
          <IconPlus size={14} stroke={1.6} aria-hidden="true" />
          <span>{canRecord ? record : isNow ? 'Your role only looks' : 'Go back to today to record'}</span>
          {canRecord && <Kbd>R</Kbd>}
        </button>
      )}
      {canRecord && about !== undefined && (
        <button type="button" className={styles.record} onClick={() => onDeed({ kind: 'attest', about, row })}>
          <IconPlus size={14} stroke={1.6} aria-hidden="true" />
          <span>Attest which came first</span>
          <Kbd>D</Kbd>
        </button>
      )}
      {(isLasting(standing) || lastingPeriods(standing).length > 0) && (
        <div className={styles.notes}>
          {notes.map((each, index) => (
            <p key={`${each.recordedAt}-${index}`} className={styles.facts}>{`Note of ${dateWords(each.recordedAt.slice(0, 10) as CivilDate)}${each.period === undefined ? '' : ` on ${each.period}`}: ${each.note}`}</p>
          ))}
          {canRecord && (
            <Anchor component="button" type="button" size="xs" onClick={() => onDeed({ kind: 'note', row })}>
              {notes.length === 0 ? 'Write a note on this finding' : 'Write another note'} <Kbd>N</Kbd>
            </Anchor>
          )}
        </div>
      )}

      <StandingSource standing={standing} ruleWords={info?.windowWords ?? null} />
    </section>
  );
}

function Months({ view, onDeed }: { readonly view: PersonView; readonly onDeed: (deed: Deed) => void }) {
  const { file, asOf } = useSession();
  const monthly = view.rows.find((row) => (row.standing.periods ?? []).some((each) => /^\d{4}-\d{2}$/.test(each.period)));
  const coverage = useMemo(
    () => (monthly === undefined ? null : monthCoverage(monthly.standing, (file.exclusionChecks ?? []).filter((each) => each.personId === view.person.id), file.decisions ?? [], asOf)),
    [monthly, file, view.person.id, asOf],
  );
  if (coverage === null || monthly === undefined) return null;
  const words = coverageWords(coverage);
  const rows = monthRows(coverage);
  const last = coverage.lastCheck;
  // Two years fit beside the explanation; the tab has them all.
  const years = [...new Set(rows.map((row) => row.year))].slice(-2);
  return (
    <Panel
      title="Exclusion checks by month"
      aside={<Anchor component="button" type="button" size="xs" onClick={() => onDeed({ kind: 'open-tab', tab: 'checks' })}>Open coverage</Anchor>}
    >
      <p className={styles.coverage}>{words.text} {words.holes !== '' && <b className={styles.holes}>{words.holes}</b>}</p>
      <MonthGrid rows={rows.filter((row) => years.includes(row.year))} label={monthly.title} />
      {last !== null && (
        <p className={styles.facts}>
          {`Last: ${dateWords(last.checkedOn)} · ${distanceWords(last.checkedOn, asOf)}${last.namesSearched === undefined ? '' : `, ${countOf(last.namesSearched.length, 'name')} searched`}, ${outcomeWords(last, file.decisions ?? [], asOf)}.`}
        </p>
      )}
    </Panel>
  );
}

function Next({ view }: { readonly view: PersonView }) {
  const { asOf } = useSession();
  const due = view.rows
    .filter((row) => row.standing.dueOn !== null && statusFacts[row.standing.status].family !== 'finding')
    .sort((one, other) => ((one.standing.dueOn ?? '') < (other.standing.dueOn ?? '') ? -1 : 1))
    .slice(0, 5);
  return (
    <Panel title={`Next for ${shownName(view.person).given}`}>
      {due.length === 0 ? <p className={styles.facts}>Nothing has a date to come.</p> : (
        <ul className={styles.next}>
          {due.map((row) => {
            const date = row.standing.dueOn;
            return date === null ? null : (
              <li key={row.standing.requirement}>
                <span>{row.title}</span>
                <DateWithDistance date={dateWords(date)} distance={distanceWords(date, asOf)} tone={date < asOf ? 'over' : 'plain'} />
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
