import type { Role, User, UserProblem } from './user.ts';

const roleWords: Readonly<Record<Role, string>> = { hr: 'HR', compliance: 'Compliance', auditor: 'Auditor, looks only' };

/** A role by its name. */
export const roleName = (role: Role): string => roleWords[role];

/** A user's rights in a line: "HR, Compliance · medical right · administrator". */
export const rightsWords = ({ roles, medical, administrator }: Pick<User, 'roles' | 'medical' | 'administrator'>): string =>
  [roles.map(roleName).join(', '), ...(medical ? ['medical right'] : []), ...(administrator ? ['administrator'] : [])].join(' · ');

/** Why users cannot stand like this, as a sentence. */
export function userProblemWords(problem: UserProblem): string {
  switch (problem) {
    case 'name-missing':
      return 'Write the name as colleagues know it.';
    case 'name-taken':
      return 'Somebody else has this name. In the log the two could not be told apart.';
    case 'auditor-alone':
      return 'An auditor looks and changes nothing, so the role goes with no other and does not administer.';
    case 'no-administrator':
      return 'Somebody must administer. Make another user administrator first.';
  }
}
