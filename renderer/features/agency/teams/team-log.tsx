import { Select } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { AgencyRecord, Meeting, TeamReport } from '../../../../shared/model/agency-records/agency-record.ts';
import { agencyPeriodWords } from '../../../../shared/model/agency-records/period.ts';
import { meetingModeWords, meetingTypes, meetingTypeWords, type MeetingType } from '../../../../shared/model/agency-records/team.ts';
import type { Team } from '../../../../shared/model/agency.ts';
import { fullName, shownName } from '../../../../shared/model/person.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useAgencyRecords } from '../../../session/use-agency-records.ts';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { AgencyDialogs } from '../agency-dialogs.tsx';
import { RecordDocuments } from '../record-documents.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { ReportForm } from './team-forms.tsx';
import styles from './teams.module.css';

type Deed =
  | { readonly kind: 'meeting'; readonly record: Meeting | null }
  | { readonly kind: 'report'; readonly record: TeamReport | null }
  | { readonly kind: 'retract'; readonly record: AgencyRecord };

/** Everything a team logged: its meetings, and the reports it handed in. */
export function TeamLog({ team }: { readonly team: Team }) {
  const { file, asOf } = useSession();
  const records = useAgencyRecords();
  const [type, setType] = useState<MeetingType | null>(null);
  const [deed, setDeed] = useState<Deed | null>(null);
  const names = useMemo(() => new Map(file.people.map((person) => [person.id, fullName(shownName(person))])), [file.people]);
  const meetings = useMemo(
    () => records.of('meeting').filter((each) => each.teamId === team.id && each.heldOn <= asOf && (type === null || each.meeting === type)).toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1)),
    [records, team.id, asOf, type],
  );
  const reports = records.of('report').filter((each) => each.teamId === team.id).toSorted((a, b) => (a.quarter < b.quarter ? 1 : -1));
  return (
    <>
      <section className={styles.section} aria-label="Reports">
        <div className={styles.sectionHead}><h2>Quarterly reports</h2><span className={styles.grow} /><WriteButton onClick={() => setDeed({ kind: 'report', record: null })}>Record a report</WriteButton></div>
        {reports.length === 0 ? <p className={styles.facts}>None on file.</p> : (
          <table className={styles.table}>
            <tbody>
              {reports.slice(0, 6).map((each) => (
                <tr key={each.id}>
                  <th scope="row">{`${agencyPeriodWords(each.quarter)} · ${each.title ?? { 'outcome-tracking': 'Outcome tracking form', 'nc-topps': 'NC-TOPPS', other: 'Report' }[each.report]}`}</th>
                  <td>handed in <DateWithDistance date={dateWords(each.submittedOn)} distance={distanceWords(each.submittedOn, asOf)} /></td>
                  <td><RecordDocuments record={each} /></td>
                  <td className={styles.acts}>
                    <WriteButton size="compact-xs" onClick={() => setDeed({ kind: 'report', record: each })}>Correct</WriteButton>{' '}
                    <WriteButton size="compact-xs" onClick={() => setDeed({ kind: 'retract', record: each })}>Retract</WriteButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className={styles.section} aria-label="Meetings">
        <div className={styles.sectionHead}>
          <h2>Meetings</h2>
          <span className={styles.facts}>{`${countOf(meetings.length, 'meeting')}${meetings.length > shown ? `, the last ${String(shown)} shown` : ''}`}</span>
          <span className={styles.grow} />
          <Select aria-label="Kind of meeting" placeholder="All kinds" clearable clearButtonProps={{ 'aria-label': 'All kinds' }} w={220} value={type} data={meetingTypes.map((value) => ({ value, label: meetingTypeWords[value] }))} onChange={(value) => setType(meetingTypes.find((each) => each === value) ?? null)} />
          <WriteButton onClick={() => setDeed({ kind: 'meeting', record: null })}>Add a meeting</WriteButton>
        </div>
        {meetings.length === 0 ? <p className={styles.facts}>No meeting is logged. “Enter meetings” takes a whole month at once.</p> : (
          <table className={styles.table}>
            <thead><tr><th scope="col">Held</th><th scope="col">Meeting</th><th scope="col">How</th><th scope="col">Who was there</th><th scope="col">Minutes</th><th scope="col"><span className="sr-only">Change</span></th></tr></thead>
            <tbody>
              {meetings.slice(0, shown).map((each) => (
                <tr key={each.id}>
                  <th scope="row"><DateWithDistance date={dateWords(each.heldOn)} distance={distanceWords(each.heldOn, asOf)} /></th>
                  <td>{meetingTypeWords[each.meeting]}{each.treatmentTeamId === undefined ? '' : `: ${records.find('treatment-team', each.treatmentTeamId)?.name ?? ''}`}{each.individual === true ? ', with one person' : ''}</td>
                  <td>{meetingModeWords[each.mode]}</td>
                  <td>{each.personIds.map((id) => names.get(id) ?? id).join(', ') || 'not named'}</td>
                  <td>{(each.documents ?? []).length === 0 ? '' : <><IconPaperclip size={14} aria-hidden="true" /> {each.documents?.length}</>}</td>
                  <td className={styles.acts}>
                    <WriteButton size="compact-xs" onClick={() => setDeed({ kind: 'meeting', record: each })}>Correct</WriteButton>{' '}
                    <WriteButton size="compact-xs" onClick={() => setDeed({ kind: 'retract', record: each })}>Retract</WriteButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {deed?.kind === 'meeting' && <MeetingForm team={team} replaces={deed.record} onClose={() => setDeed(null)} />}
      {deed?.kind === 'report' && <ReportForm team={team} replaces={deed.record} onClose={() => setDeed(null)} />}
      <AgencyDialogs deed={deed?.kind === 'retract' ? deed : null} onDeed={() => setDeed(null)} />
    </>
  );
}

/** A year of a busy team, so that the page stays quick. */
const shown = 250;
