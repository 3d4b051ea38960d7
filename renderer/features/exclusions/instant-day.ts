import { civilDateAt, type CivilDate } from '../../../shared/civil-date.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';

/** The day of an instant, where the agency is. */
export const instantDay = (instant: string, timeZone: string = defaultTimeZone): CivilDate => civilDateAt(Date.parse(instant), timeZone);
