import { onboardingChecklist, type OnboardingItem } from '../../../shared/agenda/onboarding.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { dateWords, longDateWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Sheet } from './sheet.tsx';
import type { PersonView } from './person-view.ts';
import styles from './sheet.module.css';

function days(item: OnboardingItem, asOf: CivilDate): string {
  const { earliest, latest } = item;
  if (latest === null) return earliest === null ? 'No date set' : `From ${dateWords(earliest)}`;
  if (latest < asOf) return `Was due ${dateWords(latest)}`;
  return earliest === null || earliest <= asOf ? `By ${dateWords(latest)}` : `${dateWords(earliest)} to ${dateWords(latest)}`;
}

/** The onboarding checklist on paper: what is still to do in the order of the moment it guards, with room to tick and initial. */
export function ChecklistSheet({ view }: { readonly view: PersonView }) {
  const { file, requirements, explain, asOf } = useSession();
  const { person, employment } = view;
  if (employment === null) return <EmptyState>No employment is recorded, so there is nothing to check off.</EmptyState>;
  const list = onboardingChecklist({ file, person, employment, standings: view.rows.map((row) => row.standing), requirements, explain, asOf });
  return (
    <Sheet personId={person.id} title="Onboarding checklist" fileName={`Onboarding checklist, ${list.name}`}>
      <p className={styles.letterhead}>{list.agency}</p>
      <h1>Onboarding checklist</h1>
      <dl className={styles.heading}>
        <div><dt>Name</dt><dd>{list.name}</dd></div>
        <div><dt>{list.planned ? 'Hire planned for' : 'Hired'}</dt><dd>{list.hireOn === null ? 'not set' : longDateWords(list.hireOn)}</dd></div>
        <div><dt>First client service</dt><dd>{list.firstServiceOn === null ? 'not set' : longDateWords(list.firstServiceOn)}</dd></div>
        <div><dt>As of</dt><dd>{longDateWords(list.asOf)}</dd></div>
      </dl>
      {list.groups.length === 0 && <p>Everything asked for is on file.</p>}
      {list.groups.map((group) => (
        <section key={group.moment}>
          <h2>{group.title}</h2>
          <table className={styles.checks}>
            <thead><tr><th scope="col"><span className="sr-only">Done</span></th><th scope="col">What</th><th scope="col">When</th><th scope="col">On file</th><th scope="col">Initials, date</th></tr></thead>
            <tbody>
              {group.items.map((item) => (
                <tr key={item.requirement}>
                  <td><span className={styles.box} /></td>
                  <td><b>{item.title}</b><span className={styles.rule}>{`${item.code}. ${item.rule}`}</span></td>
                  <td className="num">{days(item, asOf)}<span className={styles.rule}>{item.missing ?? item.stand}</span></td>
                  <td>{item.onFile.length === 0 ? 'nothing' : item.onFile.slice(0, 3).join('; ')}</td>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {list.lasting.length > 0 && (
        <section>
          <h2>Cannot be put right for this hire</h2>
          <ul>{list.lasting.map((each) => <li key={each.title}><b>{each.title}</b>: {each.stand}</li>)}</ul>
        </section>
      )}
      {list.done.length > 0 && <p className={styles.done}><b>Settled:</b> {list.done.join(', ')}.</p>}
    </Sheet>
  );
}
