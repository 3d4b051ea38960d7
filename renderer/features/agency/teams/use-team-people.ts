import { useMemo } from 'react';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import { fullName, shownName } from '../../../../shared/model/person.ts';
import { useSession } from '../../../session/session.tsx';

export type TeamPerson = { readonly id: string; readonly name: string };

/** Who holds a role in a team on a day, its supervisor, and whoever is named besides; by name. */
export function useTeamPeople(teamId: string, on: CivilDate, besides: readonly string[] = []): readonly TeamPerson[] {
  const { file } = useSession();
  return useMemo(() => {
    const supervisorId = (file.teams ?? []).find((team) => team.id === teamId)?.supervisorId;
    return file.people
      .filter((person) => person.id === supervisorId || besides.includes(person.id) || person.employments.some((employment) =>
        (employment.endedOn === undefined || employment.endedOn >= on)
        && employment.roles.some((role) => role.teamId === teamId && role.from <= on && (role.to === undefined || role.to >= on))))
      .map((person) => ({ id: person.id, name: fullName(shownName(person)) }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }, [file, teamId, on, besides]);
}
