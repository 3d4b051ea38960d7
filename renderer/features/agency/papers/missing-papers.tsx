import { credentialTypeWords } from '../../../../shared/model/agency-records/credential.ts';
import { shortCitation } from '../../../../shared/rules/packs/sources.ts';
import { lookOf } from '../../../../shared/status-look.ts';
import { countOf } from '../../../../shared/wording.ts';
import { WriteButton } from '../../../session/write-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { typesOf } from '../actions.ts';
import type { AgencyDeed } from '../deeds.ts';
import { useDuties } from '../duties.ts';
import styles from '../panel.module.css';

/** What the packs in force demand and nobody has filed yet, each with the form that files it. */
export function MissingPapers({ onDeed }: { readonly onDeed: (deed: AgencyDeed) => void }) {
  const missing = useDuties().rows.filter((duty) => typesOf(duty).length > 0 && duty.standing.evidenceIds.length === 0 && duty.standing.status !== 'met' && duty.standing.status !== 'exempt');
  if (missing.length === 0) return null;
  return (
    <Panel title="Demanded and not on file" aside={countOf(missing.length, 'paper')}>
      <ul className={styles.checklist}>
        {missing.map((duty) => (
          <li key={duty.key}>
            <StatusMark {...lookOf(duty.standing.status)} variant="pill" />
            <div>
              <p>{duty.title}{duty.team !== null && <span className={styles.facts}>{` · ${duty.team.name}`}</span>}</p>
              <p className={styles.facts}>{duty.standing.citations.map(shortCitation).join(' · ')}</p>
            </div>
            <span>
              {typesOf(duty).slice(0, 2).map((type) => (
                <WriteButton key={type} size="compact-sm" onClick={() => onDeed({ kind: 'credential', type, teamId: duty.team?.id ?? null })}>{typesOf(duty).length === 1 ? 'Record' : `Record: ${credentialTypeWords[type]}`}</WriteButton>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
