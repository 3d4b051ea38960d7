import { Anchor, Group } from '@mantine/core';
import { employmentState, personStateWords } from '../../../shared/agenda/employment.ts';
import { isValidNpi } from '../../../shared/agenda/identity.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { fullName, roleWords, type Employment } from '../../../shared/model/person.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import type { Deed } from './deeds.ts';
import { employmentKindWords } from './employment-form.tsx';
import { licenseWords } from './license-form.tsx';
import type { PersonView } from './person-view.ts';
import { WriteButton } from '../../session/write-button.tsx';
import styles from './tabs.module.css';

function Fact({ label, date, text }: { readonly label: string; readonly date?: CivilDate | undefined; readonly text?: string | undefined }) {
  const { asOf } = useSession();
  if (date === undefined && text === undefined) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{date === undefined ? text : <DateWithDistance date={dateWords(date)} distance={distanceWords(date, asOf)} />}</dd>
    </div>
  );
}

/** Who the person is under every name, where and when they worked here and as what, and the licences they hold. */
export function EmploymentsTab({ view, onDeed }: { readonly view: PersonView; readonly onDeed: (deed: Deed) => void }) {
  const { person } = view;
  const ordered = [...person.employments].sort((one, other) => ((one.hiredOn ?? one.plannedHireOn ?? '9') < (other.hiredOn ?? other.plannedHireOn ?? '9') ? 1 : -1));
  const back = ordered.length > 0 && ordered.every((each) => each.endedOn !== undefined || each.withdrawnOn !== undefined);
  return (
    <div className={styles.tab}>
      <section className={styles.card}>
        <div className={styles.bar}>
          <h2>Identity</h2>
          <WriteButton onClick={() => onDeed({ kind: 'identity' })}>Edit identity</WriteButton>
        </div>
        <table className={styles.table}>
          <thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">From</th><th scope="col">To</th></tr></thead>
          <tbody>
            {person.names.map((name, index) => (
              <tr key={`${fullName(name)}-${index}`}>
                <td>{fullName(name)}</td>
                <td>{name.kind}</td>
                <td>{name.from === undefined ? '' : dateWords(name.from)}</td>
                <td>{name.to === undefined ? '' : dateWords(name.to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <dl className={styles.facts}>
          <Fact label="Born" text={person.birthDate === undefined ? 'not recorded' : dateWords(person.birthDate)} />
          <Fact label="NPI" text={person.npi === undefined ? 'not recorded' : `${person.npi}${isValidNpi(person.npi) ? '' : ' · check digit does not fit'}`} />
          <Fact label="E-mail" text={person.email ?? 'not recorded'} />
          <Fact label="Resident of the state since" date={person.stateResidentSince} />
        </dl>
      </section>
      <div className={styles.bar}>
        <h2>Employments <span>{ordered.length}</span></h2>
        <WriteButton onClick={() => onDeed({ kind: 'employment', employment: null })}>{back ? 'Rehire' : 'Add an employment'}</WriteButton>
      </div>
      {ordered.map((employment) => <EmploymentCard key={employment.id} employment={employment} isShown={employment.id === view.employment?.id} onDeed={onDeed} />)}
      <section className={styles.card}>
        <div className={styles.bar}>
          <h2>Licences <span>{person.licenses?.length ?? 0}</span></h2>
          <WriteButton onClick={() => onDeed({ kind: 'license', license: null, index: null })}>Add a licence</WriteButton>
        </div>
        {(person.licenses ?? []).length === 0 ? <p className={styles.small}>No licence recorded. A current RN, LPN, APRN, PA or psychiatrist licence exempts from CPR and First Aid.</p> : (
          <table className={styles.table}>
            <thead><tr><th scope="col">Licence</th><th scope="col">Number</th><th scope="col">Issued</th><th scope="col">Valid through</th><th scope="col">Verified</th><th scope="col"><span className="sr-only">Change</span></th></tr></thead>
            <tbody>
              {(person.licenses ?? []).map((license, index) => (
                <tr key={`${license.kind}-${index}`}>
                  <td>{licenseWords[license.kind]}{license.state === undefined ? '' : ` (${license.state})`}</td>
                  <td className="num">{license.number ?? 'not recorded'}</td>
                  <td>{license.issuedOn === undefined ? '' : dateWords(license.issuedOn)}</td>
                  <td>{license.expiresOn === undefined ? 'not recorded' : <Until date={license.expiresOn} />}</td>
                  <td>{license.verifiedOn === undefined ? 'not verified' : dateWords(license.verifiedOn)}</td>
                  <td><Change onClick={() => onDeed({ kind: 'license', license, index })} label={`Change licence ${licenseWords[license.kind]}`} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}

function Until({ date }: { readonly date: CivilDate }) {
  const { asOf } = useSession();
  return <DateWithDistance date={dateWords(date)} distance={distanceWords(date, asOf)} tone={date < asOf ? 'over' : 'plain'} />;
}

function Change({ onClick, label }: { readonly onClick: () => void; readonly label: string }) {
  const { canRecord } = useSession();
  return canRecord ? <Anchor component="button" type="button" size="xs" aria-label={label} onClick={onClick}>Change</Anchor> : null;
}

function EmploymentCard({ employment, isShown, onDeed }: {
  readonly employment: Employment;
  /** Whether the other tabs speak of this one. */
  readonly isShown: boolean;
  readonly onDeed: (deed: Deed) => void;
}) {
  const { asOf, file } = useSession();
  const state = employmentState(employment, asOf);
  const team = (id: string | undefined): string => (file.teams ?? []).find((each) => each.id === id)?.name ?? '';
  return (
    <section className={styles.card} aria-label={`${employmentKindWords[employment.kind]}, ${personStateWords[state]}`}>
      <div className={styles.bar}>
        <h3>{employmentKindWords[employment.kind]} <span>{personStateWords[state]}</span></h3>
        <Group gap={6}>
          {!isShown && <Anchor component="button" type="button" size="xs" onClick={() => onDeed({ kind: 'show-employment', employmentId: employment.id })}>Show its requirements</Anchor>}
          {state === 'employed' && <WriteButton onClick={() => onDeed({ kind: 'change-role', employment })}>Change role</WriteButton>}
          {state === 'employed' && employment.endedOn === undefined && <WriteButton onClick={() => onDeed({ kind: 'end-employment', employment })}>End employment</WriteButton>}
          {state === 'candidate' && employment.hiredOn === undefined && <WriteButton onClick={() => onDeed({ kind: 'withdraw', employment })}>End candidacy</WriteButton>}
          <WriteButton onClick={() => onDeed({ kind: 'employment', employment })}>Edit</WriteButton>
        </Group>
      </div>
      <dl className={styles.facts}>
        <Fact label="Offer made" date={employment.offeredOn} />
        {employment.hiredOn === undefined && <Fact label="Hire planned for" date={employment.plannedHireOn} />}
        <Fact label="Hired" date={employment.hiredOn} />
        <Fact label="First client service" date={employment.firstServiceOn} />
        <Fact label="Crisis duty from" date={employment.crisisDutyOn} />
        <Fact label="Last day worked" date={employment.endedOn} />
        <Fact label="Withdrew" date={employment.withdrawnOn} />
        <Fact label="Work" text={`${employment.directCare ? 'direct care' : 'no direct care'}, ${employment.medicaidPaid === false ? 'not paid from Medicaid' : 'paid from Medicaid'}`} />
      </dl>
      <table className={styles.table}>
        <thead><tr><th scope="col">Role</th><th scope="col">From</th><th scope="col">Last day</th><th scope="col">Team</th></tr></thead>
        <tbody>
          {employment.roles.map((role, index) => (
            <tr key={`${role.role}-${index}`}>
              <td>{roleWords[role.role]}</td>
              <td className="num">{dateWords(role.from)}</td>
              <td className="num">{role.to === undefined ? 'still held' : dateWords(role.to)}</td>
              <td>{team(role.teamId)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
