import { Switch, TextInput } from '@mantine/core';
import { Fragment, useMemo, useState } from 'react';
import { packIds } from '../../../shared/model/agency.ts';
import { agencyGroups, agencyGroupWords } from '../../../shared/rules/agency/row.ts';
import { shippedAgencyRequirements, shippedRequirements } from '../../../shared/rules/catalogue.ts';
import { groupWords, requirementGroups, shownId } from '../../../shared/rules/requirement.ts';
import { useSession } from '../../session/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RequirementRow } from './requirement-row.tsx';
import styles from './settings.module.css';

const shipped = [
  ...requirementGroups.map((group) => ({ group: groupWords[group], rules: shippedRequirements().filter((rule) => rule.group === group).map((rule) => ({ ...rule, ruleWords: rule.windowWords })) })),
  ...agencyGroups.map((group) => ({ group: `The agency and its teams: ${lower(agencyGroupWords[group])}`, rules: shippedAgencyRequirements().filter((rule) => rule.group === group) })),
];

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Every rule of the packs in use, what the agency changed in it, and why. */
export function RequirementsSection() {
  const { file } = useSession();
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const used = useMemo(() => {
    const own = file.agency.packs.map((use) => (typeof use === 'string' ? use : use.pack));
    return new Set<string>([...own, ...(file.teams ?? []).flatMap((team) => team.packs ?? [])]);
  }, [file.agency.packs, file.teams]);

  const wanted = text.trim().toLowerCase();
  const isShown = (rule: { readonly id: string; readonly title: string; readonly packIds: readonly string[] }): boolean =>
    (all || rule.packIds.some((id) => used.has(id))) && `${shownId(rule.id)} ${rule.title}`.toLowerCase().includes(wanted);
  const groups = shipped.map(({ group, rules }) => ({ group, rules: rules.filter(isShown) })).filter((each) => each.rules.length > 0);

  return (
    <>
      <p className={styles.intro}>
        A change takes effect from its date, is cited with its reason wherever it acts, and shows the pack&apos;s own value beside it.
      </p>
      <div className={styles.actions} style={{ alignItems: 'center', marginBottom: 8 }}>
        <TextInput aria-label="Filter rules" placeholder="Filter by name or code" value={text} onChange={(event) => setText(event.currentTarget.value)} w={260} />
        {used.size < packIds.length && (
          <Switch label="Also rules of packs not in use" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
        )}
      </div>
      {groups.length === 0 ? (
        <div className={styles.flush}><EmptyState>No rule matches. Clear the filter, or choose a pack under Rule packs.</EmptyState></div>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Requirement</th>
              <th scope="col">Window in force</th>
              <th scope="col">The agency&apos;s change</th>
              <th scope="col"><span className="sr-only">Change</span></th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ group, rules: members }) => (
              <Fragment key={group}>
                <tr className={styles.group}>
                  <th scope="rowgroup" colSpan={4}>{group}</th>
                </tr>
                {members.map((rule) => (
                  <RequirementRow
                    key={rule.id}
                    rule={rule}
                    editing={editing === rule.id}
                    onEdit={() => setEditing(editing === rule.id ? null : rule.id)}
                    onClose={() => setEditing(null)}
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
