import type { Change } from '../model/changes.ts';
import type { LogKind } from './events.ts';

/** What a change by itself makes an entry; where several do, the first of `weightiest`. */
const kinds: Readonly<Record<Change['kind'], LogKind>> = {
  'set-agency': 'change',
  'put-site': 'change',
  'put-team': 'change',
  'put-person': 'change',
  'put-vendor': 'change',
  'add-document': 'change',
  'amend-document': 'change',
  'purge-document': 'purge',
  'add-evidence': 'change',
  'retract-evidence': 'change',
  'add-agency-record': 'change',
  'retract-agency-record': 'change',
  'add-check': 'screening',
  'add-decision': 'decision',
  'add-list-version': 'screening',
  'add-month-record': 'decision',
  acknowledge: 'change',
};

const weightiest: readonly LogKind[] = ['disposal', 'purge', 'hold', 'decision', 'screening'];

/**
 * The kind of the entry that logs some changes: a decision about a match or a month, a run of checks or a new list, or a plain change. What is
 * not in the changes themselves (an import, an undo) whoever commits must say.
 */
export function kindOf(changes: readonly Change[]): LogKind {
  const found = new Set(changes.map((change) => (change.kind === 'add-agency-record' && change.record.kind === 'legal-hold' ? 'hold' : kinds[change.kind])));
  return weightiest.find((kind) => found.has(kind)) ?? 'change';
}
