import type { AgencyRecordKind } from '../model/agency-records/agency-record.ts';
import type { Change } from '../model/changes.ts';
import type { Role, User } from './user.ts';

/** Whoever is at work: a user, or null where an agency has no users (the demo, tests, the command line on a file). */
export type Actor = User | null;

const both: readonly Role[] = ['hr', 'compliance'];
const hr: readonly Role[] = ['hr'];
const compliance: readonly Role[] = ['compliance'];

/** The roles whose work a kind of change is. Agency records have a table of their own. */
const rolesOfChange: Readonly<Record<Exclude<Change['kind'], 'add-agency-record' | 'retract-agency-record'>, readonly Role[]>> = {
  'set-agency': compliance,
  'put-site': both,
  'put-team': both,
  'put-person': hr,
  'put-vendor': both,
  'add-document': both,
  'amend-document': both,
  'purge-document': both,
  'add-evidence': hr,
  'retract-evidence': hr,
  'add-check': both,
  'add-decision': both,
  'add-list-version': both,
  'add-month-record': both,
  acknowledge: both,
};

/** What teams log week by week is everybody's work; what the agency holds and how it was judged is the compliance officer's. */
const logged: ReadonlySet<AgencyRecordKind> = new Set(['meeting', 'treatment-team', 'field-support', 'figures', 'report', 'snooze']);

/** The roles that may make a change; any one of them is enough.. */
export function rolesFor(change: Change): readonly Role[] {
  switch (change.kind) {
    case 'add-agency-record':
      // The disposal log is written by a disposal alone.
      if (change.record.kind === 'disposal') return [];
      // Surveys and binders are made by whoever prepares for the auditor.
      if (['binder', 'survey', 'survey-finding', 'correction'].includes(change.record.kind)) return both;
      return logged.has(change.record.kind) ? both : compliance;
    case 'retract-agency-record':
      return both;
    default:
      return rolesOfChange[change.kind];
  }
}

/** Whether somebody may make a change. Without users everything is allowed. */
export const mayChange = (actor: Actor, change: Change): boolean => actor === null || rolesFor(change).some((role) => actor.roles.includes(role));

/** Whether somebody may record anything at all. */
export const mayWrite = (actor: Actor): boolean => actor === null || actor.roles.some((role) => role !== 'auditor');

/** What is not a change to the record but needs a right of its own. */
export const rights = ['export', 'make-binder', 'administer', 'dispose', 'back-up', 'read-medical'] as const;
export type Right = (typeof rights)[number];

/**
 * Whether somebody has a right. `back-up` is everybody's: a backup is sealed, and a missed one hurts all. An auditor looks and takes nothing along.
 * `read-medical` is stated by the keyring and proven by the key itself.
 */
export function hasRight(actor: Actor, right: Right): boolean {
  if (actor === null) return true;
  switch (right) {
    case 'export':
    case 'make-binder':
      return mayWrite(actor);
    case 'administer':
    case 'dispose':
      return actor.administrator;
    case 'back-up':
      return true;
    case 'read-medical':
      return actor.medical;
  }
}
