import type { Day } from '../../civil-date.ts';
import type { AgencyRecord } from '../../model/agency-records/agency-record.ts';
import type { Cabinet } from '../filing.ts';
import { fileAccreditation } from './accreditation.ts';
import { deskOf } from './desk.ts';
import { fileBayouReviews, fileRiverReviews } from './fidelity-louisiana.ts';
import { filePiedmontReviews } from './fidelity-north-carolina.ts';
import { fileFigures } from './figures.ts';
import { fileMeetings } from './meetings.ts';
import { filePapers } from './papers.ts';
import { fileSurvey } from './survey.ts';
import { fileFieldSupport, fileTreatmentTeams, type DemoTeam } from './units.ts';

/** How many days ago each team began. */
export const teamsBegan: Readonly<Record<DemoTeam, number>> = { 't-bayou': 1398, 't-river': 1092, 't-piedmont': 982 };

/** The agency's own side of the demo: papers, accreditation, fidelity, teams. Mostly in order, with what an audit would find. */
export function agencyRecordsOf(today: Day, cabinet: Cabinet): readonly AgencyRecord[] {
  const desk = deskOf(today, cabinet);
  filePapers(desk);
  fileAccreditation(desk);
  fileBayouReviews(desk);
  fileRiverReviews(desk);
  filePiedmontReviews(desk);
  fileTreatmentTeams(desk, teamsBegan);
  fileFieldSupport(desk);
  fileMeetings(desk);
  fileFigures(desk);
  fileSurvey(desk);
  return desk.records;
}
