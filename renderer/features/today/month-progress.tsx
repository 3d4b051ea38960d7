import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { monthCheck, type ListProgress } from '../../../shared/agenda/month-check.ts';
import { exclusionListWords } from '../../../shared/model/exclusion.ts';
import { dateWords, distanceWords, longMonthWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { navigate } from '../../ui/navigate.ts';
import { Panel } from '../../ui/panel.tsx';
import { SplitBar } from '../../ui/progress-bar.tsx';
import styles from './today.module.css';

/** The month's exclusion check: of those who owe it, who is settled on each list. */
export function MonthProgress() {
  const { file, evaluation, asOf, isNow } = useSession();
  const check = useMemo(() => monthCheck(file, evaluation), [file, evaluation]);
  const month = longMonthWords(check.month).split(' ')[0] ?? '';
  const open = check.lists.some((list) => list.settled + list.confirmed + list.possible < list.owed);
  return (
    <Panel title={`${month} exclusion check`} aside={`closes ${dateWords(check.closesOn)} · ${distanceWords(check.closesOn, asOf)}`}>
      {check.lists.length === 0 && <p className={styles.fine}>Nobody owes a monthly check under the packs in force.</p>}
      {check.lists.map((list) => (
        <List key={list.list} list={list} />
      ))}
      {open && isNow && (
        <div className={styles.buttons}>
          <Button onClick={() => navigate('/bulk')}>Record checks</Button>
        </div>
      )}
    </Panel>
  );

  function List({ list }: { readonly list: ListProgress }) {
    const words = exclusionListWords[list.list];
    const rest = list.owed - list.settled - list.possible - list.confirmed;
    return (
      <div className={styles.bar}>
        <div className={styles.barHead}>
          <span title={words.long}>{words.short}</span>
          <span>{`${list.settled} of ${list.owed} settled`}</span>
        </div>
        <SplitBar
          label={words.long}
          parts={[
            { key: 'settled', count: list.settled, label: 'settled', tone: 'ok' },
            { key: 'confirmed', count: list.confirmed, label: 'confirmed', tone: 'fail' },
            { key: 'possible', count: list.possible, label: 'to decide', tone: 'review' },
            { key: 'rest', count: rest, label: 'not checked yet', tone: 'rest' },
          ]}
        />
        <p className={`${styles.fine ?? ''} ${styles.below ?? ''}`}>
          {[
            list.latestOn === null ? 'Not checked this month yet' : `Last checked ${dateWords(list.latestOn)} · ${distanceWords(list.latestOn, asOf)}`,
            list.possible > 0 ? `${list.possible} to decide` : '',
            list.confirmed > 0 ? `${list.confirmed} confirmed` : '',
            rest > 0 && list.latestOn !== null ? `${rest} not checked` : '',
          ].filter((part) => part !== '').join(' · ')}
        </p>
      </div>
    );
  }
}
