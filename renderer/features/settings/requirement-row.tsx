import { Button } from '@mantine/core';
import type { Parameters } from '../../../shared/model/window.ts';
import type { Reading } from '../../../shared/rules/packs/row.ts';
import type { Citation } from '../../../shared/rules/standing.ts';
import { shownId } from '../../../shared/rules/requirement.ts';
import { useSession } from '../../session/session.tsx';
import { agencyValues, changeWords, overridesOf } from './parameters.ts';
import { RequirementEditor } from './requirement-editor.tsx';
import styles from './settings.module.css';

/** A requirement as the packs ship it, of people or of the agency. */
export type ShippedRule = {
  readonly id: string;
  readonly title: string;
  /** What it asks, with the packs' values. */
  readonly ruleWords: string;
  readonly parameters: Parameters;
  readonly readings: readonly Reading[];
  readonly citations: readonly Citation[];
  readonly off: boolean;
};

/** One rule in the list; its editor opens below it. */
export function RequirementRow({ rule, editing, onEdit, onClose }: {
  readonly rule: ShippedRule;
  readonly editing: boolean;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}) {
  const { file, today, requirement, agencyRequirements, canRecord } = useSession();
  const overrides = overridesOf(file.agency, rule.id);
  const values = agencyValues(overrides, today);
  const judged = values.enabled ?? !rule.off;
  const changed = changeWords(values, rule.parameters);
  const editorId = `rule-${rule.id}`;
  return (
    <>
      <tr>
        <th scope="row">
          {rule.title}
          <div className={styles.code}>{shownId(rule.id)}</div>
        </th>
        <td className={judged ? styles.quiet : styles.off}>{judged ? (requirement(rule.id)?.windowWords ?? agencyRequirements.find((each) => each.id === rule.id)?.ruleWords ?? rule.ruleWords) : 'Off: not judged'}</td>
        <td>
          {changed !== '' && <span className={styles.changed}>{changed}</span>}
          {changed !== '' && <div className={styles.code}>{overrides.at(-1)?.reason}</div>}
        </td>
        <td>
          <Button variant="subtle" onClick={onEdit} aria-expanded={editing} aria-controls={editing ? editorId : undefined} aria-label={`Change ${rule.title}`} disabled={!canRecord}>
            {editing ? 'Close' : 'Change'}
          </Button>
        </td>
      </tr>
      {editing && (
        <tr>
          <td colSpan={4} style={{ textAlign: 'left', whiteSpace: 'normal' }} id={editorId}>
            <RequirementEditor rule={rule} onClose={onClose} />
          </td>
        </tr>
      )}
    </>
  );
}
