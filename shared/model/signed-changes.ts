import type { Agency } from './agency.ts';
import type { Change } from './changes.ts';

type Recorded = { readonly recordedAt: string; readonly recordedBy?: string };

const by = <Item extends Recorded>(item: Item, name: string): Item => (item.recordedBy === undefined ? { ...item, recordedBy: name } : item);

/**
 * Changes with the name of whoever records them on everything new that carries one and has none yet: evidence, checks, decisions, documents,
 * list versions, months, explanations, agency records, and the overrides of the agency that are not on file.
 * @param onFile the agency as it is before; null where it is not known, and its overrides are left as they are.
 */
export function signedChanges(changes: readonly Change[], name: string, onFile: Agency | null): readonly Change[] {
  const known = new Set((onFile?.overrides ?? []).map(overrideKey));
  return changes.map((change): Change => {
    switch (change.kind) {
      case 'add-evidence':
        return { ...change, evidence: by(change.evidence, name) };
      case 'add-document':
        return { ...change, document: by(change.document, name) };
      case 'add-check':
        return { ...change, check: by(change.check, name) };
      case 'add-decision':
        return { ...change, decision: by(change.decision, name) };
      case 'add-list-version':
        return { ...change, version: by(change.version, name) };
      case 'add-month-record':
        return { ...change, record: by(change.record, name) };
      case 'add-agency-record':
        return { ...change, record: by(change.record, name) };
      case 'acknowledge':
        return { ...change, acknowledgement: by(change.acknowledgement, name) };
      case 'set-agency': {
        const { overrides } = change.agency;
        if (onFile === null || overrides === undefined) return change;
        return { ...change, agency: { ...change.agency, overrides: overrides.map((each) => (known.has(overrideKey(each)) ? each : by(each, name))) } };
      }
      default:
        return change;
    }
  });
}

const overrideKey = ({ requirement, recordedAt }: { readonly requirement: string; readonly recordedAt: string }): string => `${recordedAt} ${requirement}`;
