import { Button } from '@mantine/core';
import { employmentOn, roleNames } from '../../../shared/agenda/employment.ts';
import type { Surveying } from '../../../shared/agenda/survey/surveying.ts';
import { civilDateAt } from '../../../shared/civil-date.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { fullName, shownName, type Person } from '../../../shared/model/person.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { useTakeAway } from '../../session/use-take-away.ts';
import { navigate, pathOf } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import styles from './survey.module.css';

/** What a surveyor sees of the survey: who is in the sample, how it was drawn, and what may be opened. */
export function SampleShown({ surveying }: { readonly surveying: Surveying }) {
  const { file, asOf, today, can } = useSession();
  const { printPage } = useTakeAway();
  const people = new Map(file.people.map((person) => [person.id, person]));
  const shown = surveying.personIds.map((id) => people.get(id)).filter((person): person is Person => person !== undefined);
  const began = civilDateAt(Date.parse(surveying.since), file.agency.timeZone ?? defaultTimeZone);
  const may = [
    'matrix, people, their documents, exclusion checks and certificates',
    ...(surveying.agency ? ['the agency’s licences, accreditation and fidelity reviews'] : []),
    ...(surveying.medical ? ['the medical vault of these people'] : ['of medical records result and date alone']),
    ...(surveying.takeAlong ? ['copies may be saved and printed'] : ['nothing may be taken along']),
  ];
  return (
    <div className={styles.scroll}>
      <Slot name="subtitle">The sample</Slot>
      <section className={styles.shown}>
        <h2 className={styles.title}>{`The sample of ${surveying.surveyor}`}</h2>
        <p className={styles.lead}>
          {`Begun on ${dateWords(began)} · ${distanceWords(began, today)}${surveying.host === null ? '' : ` by ${surveying.host}`}. Shown: ${may.join('; ')}.`}
        </p>
        {surveying.seed !== null && (
          <p className={styles.lead}>
            The people were put in the order of HMAC-SHA-256 with the seed <b className="num">{surveying.seed}</b> as key and each person’s id as message, and taken from the top; where roles were asked for, the first of each role came first.
            Whoever has the list of ids can draw the same sample again.
          </p>
        )}
        <table className={styles.table} aria-label="People of the sample">
          <thead><tr><th scope="col">Person</th><th scope="col">Role</th><th scope="col">Hired</th><th scope="col">Id</th></tr></thead>
          <tbody>
            {shown.map((person) => {
              const employment = employmentOn(person, asOf);
              return (
                <tr key={person.id}>
                  <th scope="row"><a href={`#${pathOf('people', person.id)}`}>{fullName(shownName(person))}</a></th>
                  <td>{employment === null ? '' : roleNames(employment, asOf).join(', ')}</td>
                  <td className="num">{employment?.hiredOn === undefined ? '' : `${dateWords(employment.hiredOn)} · ${distanceWords(employment.hiredOn, asOf)}`}</td>
                  <td className={styles.quiet}>{person.id}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <div className={styles.buttons}>
          <Button variant="filled" onClick={() => navigate('/matrix')}>See the matrix</Button>
          {can('export') && <Button onClick={() => void printPage(`the sample of ${surveying.surveyor}`)}>Print the sample</Button>}
        </div>
      </section>
    </div>
  );
}
