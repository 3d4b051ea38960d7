import { Button, Menu } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import { bandOf } from '../../../../shared/rules/agency/fidelity/scale.ts';
import { dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { FidelityDeed, KnownReview, TeamFidelity } from './use-fidelity.ts';
import styles from './fidelity.module.css';

/** What a review has come to, on the day looked at. */
function stageWords({ record, facts }: KnownReview, asOf: CivilDate): string {
  if (record.review === 'self-evaluation') return record.submittedOn === undefined || record.submittedOn > asOf ? 'Not handed in' : `Handed in ${dateWords(record.submittedOn)}`;
  switch (facts.stage) {
    case 'undated': return 'Day not recorded';
    case 'planned': return 'Planned';
    case 'visited': return 'Held, report awaited';
    case 'drafted': return `Draft ${facts.draftOn === null ? '' : dateWords(record.draftReceivedOn ?? asOf)}`.trim();
    case 'final': return record.finalReceivedOn === undefined ? 'Scored, day of the report not recorded' : `Final ${dateWords(record.finalReceivedOn)}`;
  }
}

/** The reviews of a team, newest first, each with what can be done about it. */
export function ReviewList({ fidelity, onDeed }: { readonly fidelity: TeamFidelity; readonly onDeed: (deed: FidelityDeed) => void }) {
  const { asOf, canRecord } = useSession();
  const { nc, records } = fidelity;
  return (
    <Panel title="Reviews" aside={String(fidelity.reviews.length)}>
      <table className={styles.list}>
        <caption className="sr-only">Fidelity reviews</caption>
        <thead><tr><th scope="col">Day</th><th scope="col">What</th><th scope="col" className={styles.figure}>Total</th><th scope="col">Band</th><th scope="col">Report</th><th scope="col"><span className="sr-only">Do</span></th></tr></thead>
        <tbody>
          {fidelity.reviews.map((known) => {
            const { record, facts, on } = known;
            const total = record.review === 'self-evaluation' ? known.total : facts.total;
            const plan = fidelity.plans.find((each) => each.reviewId !== undefined && records.rootOf(each.reviewId) === records.rootOf(record.id)) ?? null;
            const assistance = fidelity.assistance.find((each) => records.rootOf(each.reviewId) === records.rootOf(record.id));
            const external = record.review === 'external';
            const title = `${external ? 'fidelity review' : 'self-evaluation'}${on === null ? '' : ` of ${dateWords(on)}`}`;
            return (
              <tr key={record.id}>
                <th scope="row">{on === null ? 'no date' : <DateWithDistance date={dateWords(on)} distance={distanceWords(on, asOf)} tone={facts.stage === 'planned' && on < asOf ? 'over' : 'plain'} />}</th>
                <td>{external ? 'External' : 'Self-evaluation'}</td>
                <td className={styles.figure}>{total === null ? '–' : <b>{total}</b>}</td>
                <td>{total === null ? '' : bandOf(total)?.title.replace(' fidelity', '')}</td>
                <td>
                  {stageWords(known, asOf)}
                  {(record.documents ?? []).length > 0 && <span className={styles.clip}><IconPaperclip size={12} stroke={1.6} aria-hidden="true" /><span className="sr-only">documents:</span> {record.documents?.length}</span>}
                </td>
                <td className={styles.figure}>
                  <Menu position="bottom-end" disabled={!canRecord} trapFocus>
                    <Menu.Target><Button size="compact-xs" aria-label={`Do something about the ${title}`} {...(canRecord ? {} : { 'data-disabled': true, 'aria-disabled': true })}>Edit</Button></Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item onClick={() => onDeed({ kind: 'review', record })}>{facts.stage === 'planned' ? 'Record the visit or report' : 'Carry on or correct'}</Menu.Item>
                      {external && facts.total !== null && <Menu.Item onClick={() => onDeed({ kind: 'plan', record: plan, review: record })}>{plan === null ? 'Write a plan' : 'Carry on the plan'}</Menu.Item>}
                      {external && nc !== null && facts.stage === 'drafted' && <Menu.Item onClick={() => onDeed({ kind: 'contest', review: record })}>Contest items of the draft</Menu.Item>}
                      {external && nc !== null && facts.stage === 'final' && assistance === undefined && <Menu.Item onClick={() => onDeed({ kind: 'assistance', review: record })}>Record technical assistance</Menu.Item>}
                      <Menu.Divider />
                      <Menu.Item color="red" onClick={() => onDeed({ kind: 'retract', record, title })}>Retract</Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
