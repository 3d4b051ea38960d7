import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { isLasting, notesOn } from '../../../shared/agenda/acknowledgements.ts';
import type { RefObject } from 'react';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { evidenceKindWords } from '../../../shared/model/evidence.ts';
import { exclusionListWords } from '../../../shared/model/exclusion.ts';
import { roleWords } from '../../../shared/model/person.ts';
import type { Explanation } from '../../../shared/rules/explanation.ts';
import { shortCitation, sources } from '../../../shared/rules/packs/sources.ts';
import { groupWords, shownId, type RequirementInfo } from '../../../shared/rules/requirement.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { Arithmetic } from '../../ui/arithmetic.tsx';
import { Figures } from '../../ui/figures.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { MatrixRow } from './matrix-model.ts';
import { PanelTimeline } from '../../session/panel-timeline.tsx';
import { periodWords, standingSentence } from './standing-words.ts';
import matrix from './matrix.module.css';
import styles from './side-panel.module.css';

type Props = {
  readonly row: MatrixRow;
  readonly requirement: RequirementInfo;
  readonly standing: Standing | undefined;
  /** Enter moves the focus here. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onStep: (columns: number) => void;
  readonly onClose: () => void;
  readonly onRecord: () => void;
  readonly onNote: () => void;
  readonly onPerson: () => void;
};

/** A part that scrolls must be reached by the keyboard, also where it holds nothing to press. */
const scrollable = { role: 'region', 'aria-label': 'Reason, evidence and source', tabIndex: 0 } as const;

/** The explanation of one cell, in a fixed order: what, who, the two answers, reason, timeline, sum, evidence, source, actions. */
export function SidePanel({ row, requirement, standing, heading, onStep, onClose, onRecord, onNote, onPerson }: Props) {
  const { explain, canRecord } = useSession();
  const explanation = standing === undefined ? null : explain(standing);
  return (
    <aside className={matrix.side} aria-label="Explanation" data-explanation>
      <div className={styles.top}>
        <span>{`${shownId(requirement.id)} · ${groupWords[requirement.group]}`}</span>
        <ActionIcon aria-label="Previous requirement" onClick={() => onStep(-1)}><IconChevronLeft size={16} stroke={1.6} /></ActionIcon>
        <ActionIcon aria-label="Next requirement" onClick={() => onStep(1)}><IconChevronRight size={16} stroke={1.6} /></ActionIcon>
        <ActionIcon aria-label="Close the explanation" onClick={onClose}><IconX size={16} stroke={1.6} /></ActionIcon>
      </div>
      <div className={styles.scroll} {...scrollable}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>{requirement.title}</h2>
        <p className={styles.who}>{[row.name, ...row.roles.map((role) => roleWords[role]), row.teamWords].filter((part) => part !== '').join(' · ')}</p>
        {standing === undefined || explanation === null ? (
          <p className={styles.reason}>Does not apply to this role. {requirement.windowWords}</p>
        ) : (
          <Explained requirement={requirement} standing={standing} explanation={explanation} />
        )}
      </div>
      <div className={styles.actions}>
        {explanation?.effect !== null && explanation?.effect !== undefined && <p>{explanation.effect}</p>}
        <div className={styles.buttons}>
          {standing !== undefined && isLasting(standing) && (
            <Button variant="filled" disabled={!canRecord} onClick={onNote} rightSection={<Kbd onAccent>N</Kbd>}>Write a note</Button>
          )}
          {standing !== undefined && requirement.kinds.length > 0 && (
            <Button disabled={!canRecord} onClick={onRecord} rightSection={<Kbd>R</Kbd>}>Record evidence</Button>
          )}
          <Button onClick={onPerson} rightSection={<Kbd>P</Kbd>}>Open person</Button>
        </div>
      </div>
    </aside>
  );
}

function Explained({ requirement, standing, explanation }: { readonly requirement: RequirementInfo; readonly standing: Standing; readonly explanation: Explanation }) {
  const { file, asOf, isNow, evaluation } = useSession();
  const look = lookOf(standing.status);
  const tone = look.family === null || look.family === 'ok' || look.family === 'open' ? 'plain' : look.family;
  const used = new Set(standing.evidenceIds);
  const items = file.evidence.filter((item) => used.has(item.id));
  const checks = (file.exclusionChecks ?? []).filter((check) => used.has(check.id)).sort((one, other) => (one.checkedOn < other.checkedOn ? 1 : -1));
  const notes = notesOn(file, standing, evaluation.knownAt);
  return (
    <>
      <div className={styles.answers}>
        <div className={styles.answer}>
          <StatusMark {...look} variant="pill" />
          <p className={styles.question}>On time?</p>
          <p className={styles.verdict}>{standing.onTime === null ? 'Still open' : standing.onTime ? 'Yes' : `No, ${explanation.brief.charAt(0).toLowerCase()}${explanation.brief.slice(1)}`}</p>
        </div>
        <div className={styles.answer}>
          <StatusMark
            family={standing.validNow === true ? 'ok' : 'open'}
            glyph={standing.validNow === true ? 'tick' : 'dash'}
            word={standing.validNow === true ? 'Cover' : standing.validNow === null ? 'Open' : 'No cover'}
            variant="pill"
          />
          <p className={styles.question}>{isNow ? 'Valid today?' : 'Valid that day?'}</p>
          <p className={styles.verdict}>
            {standing.validNow === null ? 'Still open' : !standing.validNow ? 'No' : standing.validThrough === null ? 'Yes, no end' : `Yes, through ${dateWords(standing.validThrough)}`}
          </p>
        </div>
      </div>
      <p className={styles.reason}><Figures text={explanation.reason} /></p>
      <PanelTimeline timeline={explanation.timeline} asOf={asOf} anchorName={standing.account.anchor?.name ?? 'hire'} family={look.family} label={`Timeline. ${standingSentence(standing, asOf)}`} />
      <Arithmetic lines={explanation.arithmetic} tone={tone} />
      <h3 className={styles.section}>Evidence <span>{items.length + checks.length}</span></h3>
      {items.length + checks.length === 0 && <p className={styles.facts}>Nothing on file decides this.</p>}
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.id}>
            <b>{item.kind === 'other' ? (item.category ?? evidenceKindWords.other) : evidenceKindWords[item.kind]}</b>
            {item.result !== undefined && <span className={styles.facts}>{` · result: ${item.result}`}</span>}
            {datesOf(item).map(([word, date]) => (
              <p key={word} className={styles.facts}>{`${word} ${dateWords(date)} · ${distanceWords(date, asOf)}`}</p>
            ))}
            <p className={styles.facts}>{`Recorded ${dateWords(item.recordedAt.slice(0, 10) as CivilDate)}${item.recordedBy === undefined ? '' : ` by ${item.recordedBy}`}`}</p>
          </li>
        ))}
        {checks.slice(0, 4).map((check) => (
          <li key={check.id}>
            <b>{`${exclusionListWords[check.list].short} check`}</b>
            <span className={styles.facts}>{` · ${check.outcome}`}</span>
            <p className={styles.facts}>{`Checked ${dateWords(check.checkedOn)} · ${distanceWords(check.checkedOn, asOf)}`}</p>
          </li>
        ))}
      </ul>
      {checks.length > 4 && <p className={styles.facts}>{`and ${checks.length - 4} earlier checks, on the person's screen`}</p>}
      {notes.length > 0 && (
        <>
          <h3 className={styles.section}>Notes <span>{notes.length}</span></h3>
          {notes.map((note) => (
            <p key={`${note.recordedAt} ${note.period ?? ''}`} className={styles.facts}>
              {`${dateWords(note.recordedAt.slice(0, 10) as CivilDate)}${note.period === undefined ? '' : `, on ${periodWords(note.period)}`}: ${note.note}`}
            </p>
          ))}
        </>
      )}
      <h3 className={styles.section}>Source</h3>
      <p className={styles.facts}>{requirement.windowWords}</p>
      <ul className={styles.sources}>
        {standing.citations.map((citation) => (
          <li key={`${citation.source} ${citation.section}`} title={sources[citation.source]?.title}>{shortCitation(citation)}</li>
        ))}
      </ul>
      {standing.account.overrides.map((override) => (
        <p key={override.parameter} className={styles.override}>
          Agency setting <b>{override.parameter}</b>: {override.new} instead of {override.old}. {override.reason}
        </p>
      ))}
      {standing.account.notes.map((note) => (
        <p key={note} className={styles.facts}>{note}</p>
      ))}
    </>
  );
}

type Dated = Pick<ReturnType<typeof useSession>['file']['evidence'][number], 'requestedOn' | 'performedOn' | 'resultOn' | 'issuedOn' | 'expiresOn'>;

function datesOf(item: Dated): readonly (readonly [string, CivilDate])[] {
  const all = [
    ['Requested', item.requestedOn],
    ['Performed', item.performedOn],
    ['Result', item.resultOn],
    ['Issued', item.issuedOn],
    ['Valid through', item.expiresOn],
  ] as const;
  return all.flatMap(([word, date]) => (date === undefined ? [] : [[word, date] as const]));
}
