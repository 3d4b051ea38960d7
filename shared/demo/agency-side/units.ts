import { fromDay, plusDays, type Day } from '../../civil-date.ts';
import type { Role } from '../../model/person.ts';
import type { Job } from '../career.ts';
import { profiles } from '../people.ts';
import type { Desk } from './desk.ts';

export const demoTeams = ['t-bayou', 't-river', 't-piedmont'] as const;
export type DemoTeam = (typeof demoTeams)[number];

/** Without the part all ids have: `bayou`. */
export const nameOf = (team: DemoTeam): string => team.slice(2);

/** The supervisor or lead of a team on a day. Marisol led River too, until Theo was promoted. */
export function leadOf(team: DemoTeam, day: Day, today: Day): string {
  if (team === 't-piedmont') return 'p20';
  return team === 't-bayou' || day < plusDays(today, -300) ? 'p01' : 'p10';
}

const unitRoles: readonly Role[] = [
  'ips-specialist', 'ips-peer-specialist', 'team-lead', 'employment-support-professional', 'employment-peer-mentor', 'benefits-counselor', 'program-assistant',
];
const isAtWork = (job: Job, day: Day, today: Day): boolean => {
  const daysAgo = today - day;
  return job.hired >= daysAgo && (job.ended === undefined || job.ended <= daysAgo) && (job.leave === undefined || daysAgo > job.leave.from || daysAgo < job.leave.to);
};
const isPromoted = (job: Job, day: Day, today: Day): boolean => job.promoted !== undefined && today - day <= job.promoted.ago;

/** The staff of a team's unit on a day, by their ids: employed, not on leave, not promoted to lead it. */
export function unitOf(team: DemoTeam, day: Day, today: Day): readonly string[] {
  return profiles
    .filter((profile) => profile.jobs.some((job) => job.team === team && unitRoles.includes(job.role) && isAtWork(job, day, today) && !isPromoted(job, day, today)))
    .map((profile) => profile.id);
}

/** A mental health treatment team, and who of the unit belongs to it; `weekday` is when it meets, 1 is Monday. */
type DemoTreatmentTeam = { readonly id: string; readonly team: DemoTeam; readonly name: string; readonly weekday: number; readonly members: readonly string[] };

export const treatmentTeams: readonly DemoTreatmentTeam[] = [
  { id: 'tt-houma', team: 't-bayou', name: 'Houma adult clinic', weekday: 1, members: ['p02', 'p03'] },
  { id: 'tt-lafourche', team: 't-bayou', name: 'Lafourche ACT', weekday: 4, members: ['p04', 'p09', 'p03'] },
  { id: 'tt-north', team: 't-river', name: 'Baton Rouge north clinic', weekday: 1, members: ['p10', 'p11', 'p12'] },
  { id: 'tt-south', team: 't-river', name: 'Baton Rouge south clinic', weekday: 2, members: ['p13', 'p15'] },
  { id: 'tt-act', team: 't-river', name: 'River ACT', weekday: 4, members: ['p14', 'p16', 'p18'] },
  { id: 'tt-greensboro', team: 't-piedmont', name: 'Greensboro outpatient', weekday: 1, members: ['p20', 'p21', 'p23'] },
  { id: 'tt-high-point', team: 't-piedmont', name: 'High Point outpatient', weekday: 3, members: ['p22', 'p23'] },
];

/** Writes down the treatment teams with their members, from the later of the team's start and each member's hire. */
export function fileTreatmentTeams({ today, ago, add }: Desk, startedAgo: Readonly<Record<DemoTeam, number>>): void {
  for (const { id, team, name, members } of treatmentTeams) {
    const from = startedAgo[team];
    add(ago(from), {
      id, kind: 'treatment-team', teamId: team, name, from: ago(from),
      members: members.flatMap((personId) => {
        const job = profiles.find((profile) => profile.id === personId)?.jobs.at(-1);
        if (job === undefined) return [];
        const to = job.ended ?? (job.promoted === undefined ? undefined : job.promoted.ago + 1);
        return [{ personId, from: fromDay(plusDays(today, -Math.min(from, job.hired))), ...(to === undefined ? {} : { to: ago(to) }) }];
      }),
    });
  }
}

/** Who is new, or was, and is accompanied in the field every month. */
export const fieldSupport = [
  { id: 'fs-p11', team: 't-river', personId: 'p11', from: 72, reason: 'New to the work' },
  { id: 'fs-p14', team: 't-river', personId: 'p14', from: 243, to: 152, reason: 'New to the work; independent since' },
] as const satisfies readonly { readonly id: string; readonly team: DemoTeam; readonly personId: string; readonly from: number; readonly to?: number; readonly reason: string }[];

export function fileFieldSupport({ ago, add }: Desk): void {
  for (const { id, team, personId, from, reason, ...rest } of fieldSupport) {
    const base = { kind: 'field-support', teamId: team, personId, from: ago(from), reason } as const;
    add(ago(from), { id, ...base });
    if ('to' in rest) add(ago(rest.to), { id: `${id}-ended`, ...base, to: ago(rest.to), supersedes: id });
  }
}
