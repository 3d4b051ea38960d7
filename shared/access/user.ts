import { z } from 'zod';
import { idSchema, textSchema } from '../model/schema.ts';

/** What somebody does in the agency. One person may do both HR and compliance; who only looks is an auditor and nothing else. */
export const roles = ['hr', 'compliance', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** A person who unlocks Muster on this computer. Local: there is no account anywhere else. */
export const userSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  roles: z.array(z.enum(roles)).min(1),
  /** Holds the medical key: reads the medical vault and the notes on medical items. */
  medical: z.boolean(),
  /** Adds and removes users, chooses the backup place, renews the recovery key, disposes. */
  administrator: z.boolean(),
});

export type User = Readonly<z.infer<typeof userSchema>>;

/** Why a set of users cannot stand. Closed; the screen chooses the words. */
export type UserProblem = 'name-missing' | 'name-taken' | 'auditor-alone' | 'no-administrator';

/**
 * What is wrong with the users of an agency, first problem first; empty where nothing is. An auditor has no other role, no medical
 * right is implied by any role, and somebody must be able to administer.
 */
export function userProblems(users: readonly User[]): readonly UserProblem[] {
  const names = users.map(({ name }) => name.trim().toLowerCase());
  return [
    ...(names.includes('') ? ['name-missing' as const] : []),
    ...(new Set(names).size < names.length ? ['name-taken' as const] : []),
    ...(users.some((user) => user.roles.includes('auditor') && (user.roles.length > 1 || user.administrator)) ? ['auditor-alone' as const] : []),
    ...(users.some((user) => user.administrator) ? [] : ['no-administrator' as const]),
  ];
}
