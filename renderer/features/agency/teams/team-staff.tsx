import { useMemo, useState } from 'react';
import { staffTable, type StaffRow } from '../../../../shared/agenda/teams/staff-table.ts';
import type { FieldSupport, TreatmentTeam } from '../../../../shared/model/agency-records/agency-record.ts';
import { agencyPeriodWords } from '../../../../shared/model/agency-records/period.ts';
import { fullName, shownName } from '../../../../shared/model/person.ts';
import { packs } from '../../../../shared/rules/packs/packs.ts';
import type { Team } from '../../../../shared/model/agency.ts';
import type { TeamPart } from '../../../../shared/rules/agency/meetings/members.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useAgencyRecords } from '../../../session/use-agency-records.ts';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { useDuties } from '../duties.ts';
import { FieldSupportForm } from './team-forms.tsx';
import { TreatmentTeamForm } from './treatment-team-form.tsx';
import styles from './teams.module.css';

const partWords: Readonly<Record<TeamPart, string>> = { supervisor: 'Supervisor', specialist: 'Specialist', peer: 'Peer', support: 'Support' };
const number = (value: number): string => String(Math.round(value * 100) / 100);

type Deed = { readonly kind: 'support'; readonly record: FieldSupport | null } | { readonly kind: 'treatment'; readonly record: TreatmentTeam | null };

/** Who works in a team: part, share of full time, caseload against the limit, treatment teams, field support. */
export function TeamStaff({ team }: { readonly team: Team }) {
  const { file, asOf } = useSession();
  const records = useAgencyRecords();
  const [deed, setDeed] = useState<Deed | null>(null);
  const rows = useMemo(() => staffTable(file, records, team.id, asOf), [file, records, team.id, asOf]);
  const treatmentTeams = records.of('treatment-team').filter((each) => each.teamId === team.id);
  const supports = records.of('field-support').filter((each) => each.teamId === team.id && each.from <= asOf && (each.to === undefined || each.to >= asOf));
  const nameOf = (id: string): string => rows.find((row) => row.personId === id)?.name ?? id;
  const leader = file.people.find((person) => person.id === (team.supervisorId ?? rows.find((row) => row.part === 'supervisor')?.personId));
  const supervisor = leader === undefined ? null : fullName(shownName(leader));
  const ratio = useDuties().rows.find((duty) => duty.team?.id === team.id && duty.rule?.kind === 'supervisor-ratio');
  const specialists = rows.filter((row) => row.part === 'specialist');
  return (
    <>
      <section className={styles.section} aria-label="Staff">
        <div className={styles.sectionHead}>
          <h2>Staff</h2>
          <span className={styles.facts}>{`${supervisor === null ? 'No supervisor' : `Led by ${supervisor}`}${ratio === undefined ? '' : `, ${ratio.explanation().brief}`}${team.implementedOn === undefined ? '' : ` · since ${dateWords(team.implementedOn)}`}${team.packs === undefined || team.packs.length === 0 ? '' : ` · ${team.packs.map((id) => packs[id].title).join(', ')}`}`}</span>
          <span className={styles.grow} />
          <span className={styles.facts}>{`${countOf(specialists.length, 'specialist')}, ${number(specialists.reduce((sum, row) => sum + row.share, 0))} of full time`}</span>
        </div>
        {rows.length === 0 ? <p className={styles.facts}>Nobody works in this team on this day. Give people a role in it: People, a person, Employments.</p> : (
          <table className={styles.table}>
            <thead><tr><th scope="col">Person</th><th scope="col">Part</th><th scope="col">Share</th><th scope="col">Active members</th><th scope="col">Attested</th><th scope="col">Treatment teams</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.personId}>
                  <th scope="row">{row.name}{row.fieldSupport !== null && <span className={styles.facts}>{` · accompanied: ${row.fieldSupport}`}</span>}</th>
                  <td>{partWords[row.part]}</td>
                  <td>{number(row.share)}</td>
                  <td><Load row={row} /></td>
                  <td>{row.caseload === null ? '' : <>{`${agencyPeriodWords(row.caseload.period)}, ${row.caseload.attestedBy}, `}<DateWithDistance date={dateWords(row.caseload.attestedOn)} distance={distanceWords(row.caseload.attestedOn, asOf)} /></>}</td>
                  <td>{row.attachedTo.join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className={styles.section} aria-label="Treatment teams">
        <div className={styles.sectionHead}><h2>Treatment teams</h2><span className={styles.grow} /><WriteButton onClick={() => setDeed({ kind: 'treatment', record: null })}>Add a treatment team</WriteButton></div>
        {treatmentTeams.length === 0 ? <p className={styles.facts}>None on file. Specialists attend the meetings of the treatment teams they are attached to: add the teams first.</p> : (
          <table className={styles.table}>
            <thead><tr><th scope="col">Treatment team</th><th scope="col">Since</th><th scope="col">Attached</th><th scope="col"><span className="sr-only">Change</span></th></tr></thead>
            <tbody>
              {treatmentTeams.map((each) => (
                <tr key={each.id}>
                  <th scope="row">{each.name}{each.to !== undefined && <span className={styles.facts}>{` · to ${dateWords(each.to)}`}</span>}</th>
                  <td><DateWithDistance date={dateWords(each.from)} distance={distanceWords(each.from, asOf)} /></td>
                  <td>{each.members.filter((member) => member.to === undefined || member.to >= asOf).map((member) => nameOf(member.personId)).join(', ') || 'nobody'}</td>
                  <td className={styles.acts}><WriteButton size="compact-xs" onClick={() => setDeed({ kind: 'treatment', record: each })}>Change</WriteButton></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className={styles.section} aria-label="Field support">
        <div className={styles.sectionHead}><h2>Accompanied in the field</h2><span className={styles.grow} /><WriteButton onClick={() => setDeed({ kind: 'support', record: null })}>Add somebody</WriteButton></div>
        {supports.length === 0 ? <p className={styles.facts}>Nobody is named as new or having difficulty. Who is named is accompanied by the supervisor every month.</p> : (
          <table className={styles.table}>
            <thead><tr><th scope="col">Person</th><th scope="col">Since</th><th scope="col">Why</th><th scope="col"><span className="sr-only">Change</span></th></tr></thead>
            <tbody>
              {supports.map((each) => (
                <tr key={each.id}>
                  <th scope="row">{nameOf(each.personId)}</th>
                  <td><DateWithDistance date={dateWords(each.from)} distance={distanceWords(each.from, asOf)} /></td>
                  <td>{each.reason}</td>
                  <td className={styles.acts}><WriteButton size="compact-xs" onClick={() => setDeed({ kind: 'support', record: each })}>Change or end</WriteButton></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {deed?.kind === 'support' && <FieldSupportForm team={team} replaces={deed.record} onClose={() => setDeed(null)} />}
      {deed?.kind === 'treatment' && <TreatmentTeamForm team={team} replaces={deed.record} onClose={() => setDeed(null)} />}
    </>
  );
}

function Load({ row }: { readonly row: StaffRow }) {
  if (row.limit === null) return '';
  if (row.caseload === null) return <span className={styles.facts}>{`not attested, at most ${number(row.limit)}`}</span>;
  return (
    <span className={cx(styles.load, row.over && styles.over)}>
      <span className={styles.bar} aria-hidden="true"><i style={{ width: `${Math.min(100, (100 * row.caseload.value) / row.limit)}%` }} /></span>
      <span><b>{row.caseload.value}</b>{` of ${number(row.limit)}${row.over ? ', too many' : ''}`}</span>
    </span>
  );
}
