import { Anchor } from '@mantine/core';
import type { MonthState } from '../../../../shared/agenda/exclusions/month-close.ts';
import { exclusionListWords, type ExclusionList } from '../../../../shared/model/exclusion.ts';
import { importedOn } from '../../../../shared/agenda/exclusions/versions.ts';
import { ageInDays, isStale } from '../../../../shared/screening/lists/list-version.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { navigate } from '../../../ui/navigate.ts';
import { Panel } from '../../../ui/panel.tsx';
import { ListBar } from '../../../session/list-bar.tsx';
import type { RunPlan } from './run-plan.ts';
import styles from './run.module.css';

/** The lists of the month: how far each is, and the file it is searched in; what is missing or old is said before the search. */
export function RunLists({ plan, check, onWebsite }: { readonly plan: RunPlan; readonly check: MonthState; readonly onWebsite: (list: ExclusionList) => void }) {
  const { asOf, file, canRecord } = useSession();
  const lists = [...new Set([...check.lists.map(({ list }) => list), ...plan.searches.map(({ list }) => list), ...plan.missing.map(({ list }) => list)])];
  return (
    <Panel title="Lists" aside={`closes ${dateWords(check.endsOn)} · ${distanceWords(check.endsOn, asOf)}`}>
      {lists.map((list) => {
        const words = exclusionListWords[list];
        const progress = check.lists.find((each) => each.list === list);
        const version = plan.searches.find((each) => each.list === list)?.version;
        const missing = plan.missing.find((each) => each.list === list);
        return (
          <div key={list} className={styles.list}>
            <div className={styles.listHead}>
              <span>{words.long}</span>
              {progress !== undefined && <span className={styles.fine}>{`${progress.done} of ${progress.owed} settled`}</span>}
            </div>
            {progress !== undefined && (
              <div className={styles.listBar}>
                <ListBar tally={progress} />
              </div>
            )}
            {version !== undefined && (
              <p className={styles.fine}>
                {`${version.name}, ${countOf(version.rows, 'entry', 'entries')}, imported ${dateWords(importedOn(file, version))} · ${distanceWords(importedOn(file, version), asOf)}`}
                {isStale(version, asOf) && <b>{` · ${countOf(ageInDays(version, asOf) ?? 0, 'day')} old: import a newer one first`}</b>}
              </p>
            )}
            {missing !== undefined && (
              <p className={styles.fine}>
                <b>{missing.how === 'import' ? 'No file imported. ' : 'Only on its web site. '}</b>
                {missing.how === 'import' && <><Anchor component="button" type="button" size="xs" onClick={() => navigate('/exclusions/lists')}>Import it</Anchor>{' or '}</>}
                <Anchor component="button" type="button" size="xs" disabled={!canRecord} onClick={() => onWebsite(list)}>record a web-site search</Anchor>
              </p>
            )}
          </div>
        );
      })}
    </Panel>
  );
}
