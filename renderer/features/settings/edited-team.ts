import type { CivilDate } from '../../../shared/civil-date.ts';
import { packIds, type Team } from '../../../shared/model/agency.ts';

/** What the form asks about a team; null where nothing is chosen. */
type TeamAnswers = {
  readonly name: string;
  readonly siteId: string | null;
  readonly supervisorId: string | null;
  readonly packs: readonly string[];
  readonly implementedOn: CivilDate | null;
  readonly closedOn: CivilDate | null;
};

/** The answers a team stands for, to begin with. */
export const answersOf = (team: Team): TeamAnswers => ({
  name: team.name, siteId: team.siteId ?? null, supervisorId: team.supervisorId ?? null, packs: team.packs ?? [], implementedOn: team.implementedOn ?? null, closedOn: team.closedOn ?? null,
});

/** The team as answered, whole: a team is replaced, so that what is left out here would be lost. */
export function editedTeam(id: string, { name, siteId, supervisorId, packs, implementedOn, closedOn }: TeamAnswers): Team {
  const own = packIds.filter((each) => packs.includes(each));
  return {
    id,
    name: name.trim(),
    ...(siteId !== null && { siteId }),
    ...(own.length > 0 && { packs: own }),
    ...(implementedOn !== null && { implementedOn }),
    ...(closedOn !== null && { closedOn }),
    ...(supervisorId !== null && { supervisorId }),
  };
}
