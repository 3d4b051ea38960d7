import { dateWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import styles from './binders-page.module.css';

const parts: readonly (readonly [string, string])[] = [
  ['Accreditation', 'applications, surveys, decisions, tasks, written notices to payers'],
  ['Papers', 'licences, enrolments, contracts, agreements, policies, insurance'],
  ['Fidelity', 'for each team its reviews with all items, the trend, and its plans'],
  ['Unit and ratios', 'who works in each team, full-time equivalents, attested caseloads'],
  ['Meetings', 'supervision, meetings, numbers and reports, one square a week, month or quarter'],
  ['Staff matrix', 'everybody employed that day against every requirement'],
  ['Exclusion checks', 'who was searched in which of the last 24 months'],
  ['Findings', 'of the agency and its teams, with effect and recorded action'],
  ['Appendix', 'citations, readings and versions of the rule packs'],
];

/** What the agency packet holds, where the people stand for personnel binders. */
export function PacketContents() {
  const { asOf, file } = useSession();
  return (
    <div className={styles.packet}>
      <p>{`One file about ${file.agency.name} as a whole, judged as of ${dateWords(asOf)}: what an accreditor, a payer or the state asks for before the personnel files.`}</p>
      <dl>
        {parts.map(([title, what]) => <div key={title}><dt>{title}</dt><dd>{what}</dd></div>)}
      </dl>
    </div>
  );
}
