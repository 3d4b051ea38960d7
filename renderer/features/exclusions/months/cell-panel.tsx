import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { CoverageCell } from '../../../../shared/agenda/exclusions/coverage.ts';
import type { Obligation, ObligationStatus } from '../../../../shared/agenda/exclusions/obligations.ts';
import { exclusionListWords, type ExclusionCheck } from '../../../../shared/model/exclusion.ts';
import { lookOf, type StatusLook } from '../../../../shared/status-look.ts';
import { countOf, dateWords, distanceWords, longMonthWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { navigate, pathOf } from '../../../ui/navigate.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import styles from './coverage.module.css';

const looks: Readonly<Record<ObligationStatus, StatusLook>> = {
  met: lookOf('met'), review: { ...lookOf('review'), word: 'Under review' }, fail: lookOf('fail'), gap: lookOf('gap'), 'due-soon': lookOf('due-soon'), 'not-yet-due': { ...lookOf('not-yet-due'), word: 'Open' },
};

/** Beside the grid: one person's month, list by list, with the check that speaks for it. */
export function CellPanel({ name, personId, cell, look, onClose, onMonth }: {
  readonly name: string;
  readonly personId: string | null;
  readonly cell: CoverageCell;
  readonly look: StatusLook;
  readonly onClose: () => void;
  readonly onMonth: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <aside className={styles.panel} aria-label="Checks of the month">
      <div className={styles.panelTop}>
        <span>{longMonthWords(cell.month)}</span>
        <ActionIcon aria-label="Close" onClick={onClose}><IconX size={16} stroke={1.6} /></ActionIcon>
      </div>
      <h3 ref={heading} tabIndex={-1} className={styles.panelTitle}>{name}</h3>
      <p className={styles.verdict}><StatusMark {...look} variant="pill" /></p>
      {cell.owed.length === 0 && <p className={styles.text}>{cell.words}</p>}
      {cell.owed.map((owed) => <ListState key={owed.list} owed={owed} />)}
      {cell.hole !== null && <p className={styles.text}>{`Explained when the month was closed: ${cell.hole.reason}`}</p>}
      {(cell.status === 'gap' || cell.status === 'incomplete') && <p className={styles.text}>A later check does not repair a month. What happened is explained when the month is closed; the hole stays on record.</p>}
      <div className={styles.panelActions}>
        {personId !== null && <Button onClick={() => navigate(`${pathOf('people', personId)}?tab=checks`)}>All checks of this person</Button>}
        {cell.status === 'review' && <Button onClick={() => navigate('/exclusions/matches')}>Possible matches</Button>}
        <Button onClick={onMonth}>{`Open ${longMonthWords(cell.month)}`}</Button>
      </div>
    </aside>
  );
}

function ListState({ owed }: { readonly owed: Obligation }) {
  const { list, status, check } = owed;
  return (
    <section className={styles.listState}>
      <h4>{exclusionListWords[list].long}</h4>
      <StatusMark {...looks[status]} />
      {check === null ? <p className={styles.text}>{status === 'gap' ? 'Not searched.' : 'Not searched yet.'}</p> : <CheckFacts check={check} beforeHire={owed.beforeHire} />}
    </section>
  );
}

function CheckFacts({ check, beforeHire }: { readonly check: ExclusionCheck; readonly beforeHire: boolean }) {
  const { asOf } = useSession();
  return (
    <dl className={styles.checkFacts}>
      <div><dt>Searched</dt><dd><DateWithDistance date={dateWords(check.checkedOn)} distance={distanceWords(check.checkedOn, asOf)} />{beforeHire && ', before the hire'}</dd></div>
      <div><dt>How</dt><dd>{check.method === 'website' ? 'on the web site' : check.listVersion === undefined ? 'whole list' : `${check.listVersion.name}, ${countOf(check.listVersion.rows, 'entry', 'entries')}`}</dd></div>
      {check.namesSearched !== undefined && <div><dt>Names</dt><dd>{check.namesSearched.length > 6 ? `${check.namesSearched.slice(0, 6).join(', ')} and ${check.namesSearched.length - 6} more forms` : check.namesSearched.join(', ')}</dd></div>}
      <div><dt>Proof</dt><dd>{check.documents !== undefined && check.documents.length > 0 ? countOf(check.documents.length, 'document') : check.method === 'whole-list' ? 'the kept list' : 'none on file'}</dd></div>
    </dl>
  );
}
