import { fromDay, plusDays, toDay, type CivilDate, type Day } from '../civil-date.ts';
import type { Employment, EmploymentKind, Role, RoleSpan } from '../model/person.ts';
import type { Quirk } from './draft.ts';

/** One employment of somebody in the demo, in days before today, so that it looks the same whenever it is opened. */
export type Job = {
  readonly role: Role;
  readonly team?: string;
  /** Days before today; negative is a planned hire. */
  readonly hired: number;
  readonly ended?: number;
  readonly kind?: EmploymentKind;
  readonly vendorId?: string;
  readonly directCare?: false;
  readonly medicaidPaid?: false;
  readonly fte?: number;
  readonly promoted?: { readonly to: Role; readonly ago: number };
  readonly leave?: { readonly from: number; readonly to: number };
  readonly quirks?: readonly Quirk[];
};

/** The dates of one employment, as day numbers. */
export type Career = {
  readonly today: Day;
  readonly hire: Day;
  readonly planned: boolean;
  readonly offer: Day;
  readonly service: Day;
  /** The last day something can be dated: yesterday, or the last day worked. */
  readonly last: Day;
  readonly ended: Day | null;
  readonly role: Role;
  /** The role held last: the one promoted to. */
  readonly finalRole: Role;
  readonly directCare: boolean;
  readonly licensed: boolean;
};

const withoutCare: readonly Role[] = ['other', 'program-assistant'];

export function careerOf(job: Job, licensed: boolean, todayDate: CivilDate): Career {
  const today = toDay(todayDate);
  const hire = plusDays(today, -job.hired);
  const ended = job.ended === undefined ? null : plusDays(today, -job.ended);
  return {
    today, hire, planned: job.hired < 0, offer: plusDays(hire, -24), service: plusDays(hire, 14),
    last: ended ?? plusDays(today, -1), ended,
    role: job.role, finalRole: job.promoted?.to ?? job.role,
    directCare: job.directCare ?? !withoutCare.includes(job.role), licensed,
  };
}

/** The employment of the agency file that a job stands for. */
export function employmentOf(job: Job, id: string, career: Career): Employment {
  const ago = (days: number): CivilDate => fromDay(plusDays(career.today, -days));
  const hire = fromDay(career.hire);
  return {
    id,
    kind: job.kind ?? 'employee',
    ...(job.vendorId === undefined ? {} : { vendorId: job.vendorId }),
    offeredOn: fromDay(career.offer),
    ...(career.planned ? { plannedHireOn: hire } : { hiredOn: hire }),
    ...(career.directCare && !career.planned && career.service <= career.last ? { firstServiceOn: fromDay(career.service) } : {}),
    ...(career.ended === null ? {} : { endedOn: fromDay(career.ended) }),
    directCare: career.directCare,
    ...(job.medicaidPaid === undefined ? {} : { medicaidPaid: job.medicaidPaid }),
    ...(job.leave === undefined ? {} : { leaves: [{ from: ago(job.leave.from), to: ago(job.leave.to) }] }),
    roles: rolesOf(job, hire, ago),
  };
}

function rolesOf(job: Job, hire: CivilDate, ago: (days: number) => CivilDate): RoleSpan[] {
  const place = { ...(job.team === undefined ? {} : { teamId: job.team }), ...(job.fte === undefined ? {} : { fte: job.fte }) };
  if (job.promoted === undefined) return [{ role: job.role, from: hire, ...place }];
  return [
    { role: job.role, from: hire, to: ago(job.promoted.ago + 1), ...place },
    { role: job.promoted.to, from: ago(job.promoted.ago), ...place },
  ];
}
