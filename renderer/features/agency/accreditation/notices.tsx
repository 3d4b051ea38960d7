import { Anchor } from '@mantine/core';
import type { NoticeTask } from '../../../../shared/agenda/accreditation/notice-tasks.ts';
import { accreditationOutcomeWords, accreditorWords } from '../../../../shared/model/agency-records/accreditation.ts';
import { adverseDecisions, toldOn } from '../../../../shared/model/agency-records/notices.ts';
import { lookOf } from '../../../../shared/status-look.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useAgencyRecords } from '../../../session/use-agency-records.ts';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { Figures } from '../../../ui/figures.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { AgencyDeed } from '../deeds.ts';
import { noticeMethodWords } from '../words.ts';
import { cx } from '../../../ui/cx.ts';
import panel from '../panel.module.css';
import styles from './accreditation.module.css';

/** After a decision for the worse: which payers were told in writing, and which are still to be told. Decisions every payer was told of are apart. */
export function Notices({ which, tasks, onDeed }: {
  readonly which: 'open' | 'done';
  readonly tasks: readonly NoticeTask[];
  readonly onDeed: (deed: AgencyDeed) => void;
}) {
  const { asOf, file, canRecord } = useSession();
  const records = useAgencyRecords();
  const isOpen = (id: string): boolean => tasks.some((task) => task.decision.id === id && task.notice === null);
  return [...adverseDecisions(records, asOf)].reverse().filter(({ id }) => isOpen(id) === (which === 'open')).map((decision) => {
    const mine = tasks.filter((task) => task.decision.id === decision.id);
    const open = mine.filter((task) => task.notice === null);
    const over = open.some((task) => task.state === 'overdue');
    const told = toldOn(decision);
    const heading = `${which === 'done' ? 'Written notices, ' : ''}${accreditorWords[decision.accreditor].short}: ${accreditationOutcomeWords[decision.outcome].toLowerCase()}, told ${dateWords(told)} · ${distanceWords(told, asOf)}`;
    const documents = (task: NoticeTask): number => (task.notice?.documents ?? []).filter((ref) => (file.documents ?? []).some((each) => each.id === ref.id)).length;
    return (
      <section key={decision.id} className={cx(styles.notices, open.length > 0 && (over ? styles.over : styles.due))} aria-label={which === 'done' ? heading : `Written notices, ${heading}`}>
        <div className={styles.noticesHead}>
          <div>
            <h2 className={styles.noticesTitle}>{heading}</h2>
            <p role={open.length > 0 ? 'status' : undefined}>
              <Figures text={open.length === 0
                ? mine.length === 0 ? 'No payer contract on file was in force that day, so no notice is owed.' : `Every payer was told in writing: ${countOf(mine.length, 'notice')}.`
                : `${countOf(open.length, 'payer')} still to be told in writing. A notice is due the day the agency was told, and overdue after one business day.`}
              />
            </p>
          </div>
        </div>
        {mine.length > 0 && <table className={panel.table}>
          <thead><tr><th scope="col">Payer</th><th scope="col">Standing</th><th scope="col">Due</th><th scope="col">Sent</th><th scope="col">How</th><th scope="col">File</th><th scope="col"><span className="sr-only">Record</span></th></tr></thead>
          <tbody>
            {mine.map((task) => (
              <tr key={`${task.decision.id} ${task.contract.id}`}>
                <th scope="row">{task.payer}</th>
                <td><StatusMark {...lookOf(task.status)} variant={task.status === 'met' ? 'bare' : 'pill'} text={task.status === 'met' ? 'Sent' : lookOf(task.status).word} /></td>
                <td><DateWithDistance date={dateWords(task.dueOn)} distance={distanceWords(task.dueOn, asOf)} tone={task.state === 'overdue' ? 'over' : 'plain'} /></td>
                <td>{task.notice === null ? '' : <DateWithDistance date={dateWords(task.notice.sentOn)} distance={distanceWords(task.notice.sentOn, asOf)} />}</td>
                <td>{task.notice === null ? '' : `${noticeMethodWords[task.notice.method]}${task.notice.to === undefined ? '' : `, ${task.notice.to}`}`}</td>
                <td>{task.notice === null ? '' : documents(task) === 0 ? 'none' : String(documents(task))}</td>
                <td className={styles.noticeAct}>
                  {task.notice === null
                    ? <WriteButton size="compact-sm" variant={task === open[0] ? 'filled' : 'default'} {...(task === open[0] ? { shortcut: 'N' } : {})} onClick={() => onDeed({ kind: 'notice', task })}>Record notice</WriteButton>
                    : <Anchor component="button" type="button" size="xs" disabled={!canRecord} aria-label={`Correct the notice to ${task.payer}`} onClick={() => { if (task.notice !== null) onDeed({ kind: 'correct', record: task.notice }); }}>Correct</Anchor>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>}
      </section>
    );
  });
}
