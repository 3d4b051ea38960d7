import { Anchor } from '@mantine/core';
import { lookOf } from '../../../../shared/status-look.ts';
import { dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { Figures } from '../../../ui/figures.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { Duty } from '../duties.ts';
import { dutyAddress } from '../duty-address.ts';
import panel from '../panel.module.css';
import styles from './accreditation.module.css';

/** What the payers demand of the accreditation, each with its verdict, its sum in a few words and its day. */
export function DutyLines({ duties }: { readonly duties: readonly Duty[] }) {
  const { asOf } = useSession();
  if (duties.length === 0) return null;
  return (
    <Panel title="What the payers demand">
      <ul className={panel.checklist}>
        {duties.map((duty) => {
          const date = duty.standing.dueOn ?? duty.standing.validThrough;
          return (
            <li key={duty.key}>
              <StatusMark {...lookOf(duty.standing.status)} variant={duty.standing.status === 'met' || duty.standing.status === 'not-yet-due' ? 'bare' : 'pill'} />
              <p className={styles.dutyWords}>
                <Anchor href={`#${dutyAddress(duty)}`} size="sm" c="var(--text)" fw={550}>{duty.title}</Anchor>
                <span><Figures text={duty.explanation().brief} /></span>
              </p>
              {date === null ? <span /> : <DateWithDistance date={dateWords(date)} distance={distanceWords(date, asOf)} tone={date < asOf && !duty.standing.validNow ? 'over' : 'plain'} />}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
