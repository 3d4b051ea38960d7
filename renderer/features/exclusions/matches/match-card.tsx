import { IconArrowRight } from '@tabler/icons-react';
import { exclusionListWords, type ExclusionCheck, type KeptCandidate } from '../../../../shared/model/exclusion.ts';
import { tierWords } from '../../../../shared/screening/match/words.ts';
import { dateWords } from '../../../../shared/wording.ts';
import { Figures } from '../../../ui/figures.tsx';
import { ScoreCard, type ScoreBand } from '../../../ui/score-card.tsx';
import type { Card } from './card.ts';
import styles from './match-card.module.css';

/** Where the tiers lie on the scale; the tier decides, the score only sorts. */
const bands: readonly ScoreBand[] = [
  { key: 'weak', label: 'weak', from: 0, tone: 'open' },
  { key: 'possible', label: 'possible', from: 50, tone: 'review' },
  { key: 'strong', label: 'strong', from: 90, tone: 'act' },
];

/** Who against which row, in a sentence and part by part. */
export function MatchCard({ name, personPath, check, candidate, card, position }: {
  readonly name: string;
  /** Where the person is; a vendor has no screen. */
  readonly personPath: string | null;
  readonly check: ExclusionCheck;
  readonly candidate: KeptCandidate | null;
  readonly card: Card | null;
  /** `1 of 3` */
  readonly position: string;
}) {
  const list = exclusionListWords[check.list];
  return (
    <div className={styles.match}>
      <div className={styles.top}>
        <h2 className={styles.title}>
          {personPath === null ? <span>{name}</span> : <a href={`#${personPath}`}>{name}</a>}
          <IconArrowRight size={16} stroke={1.5} aria-hidden="true" />
          <span className="sr-only"> against </span>
          <span className={styles.rowName}>{card === null ? list.long : card.rowName}</span>
        </h2>
        <span className={styles.position}>{position}</span>
      </div>
      {card === null || candidate === null ? (
        <Website check={check} />
      ) : card.scored === null ? (
        <p className={styles.why}>
          {`Found by ${check.search?.engine ?? 'an earlier matching'} as a ${tierWords[candidate.tier].toLowerCase()} match with ${candidate.score} points. The matching of this version sees no match in this row, so its score card cannot be drawn again; the row is beside.`}
        </p>
      ) : (
        <>
          <p className={styles.why}><Figures text={card.scored.why} /></p>
          <p className={styles.variant}>{`Hit by ${card.scored.variant.startsWith('the ') ? '' : 'the '}${card.scored.variant}.`}</p>
          <ScoreCard
            label="Score card"
            heads={{ ours: check.personId === undefined ? 'Vendor in Muster' : 'Person in Muster', theirs: `${list.short} row` }}
            lines={card.lines}
            score={card.scored.score}
            bands={bands}
            current={card.scored.tier}
            blank="none"
          />
        </>
      )}
    </div>
  );
}

/** A search made by hand found somebody: what it searched; the proof has the rest. */
function Website({ check }: { readonly check: ExclusionCheck }) {
  const list = exclusionListWords[check.list];
  return (
    <>
      <p className={styles.why}>
        {`A search on the web site of the ${list.long} on ${dateWords(check.checkedOn)} gave a possible match. Muster has no row to compare: look at the proof of the search, or search again.`}
      </p>
      {check.namesSearched !== undefined && <p className={styles.variant}>{`Searched: ${check.namesSearched.join(', ')}.`}</p>}
    </>
  );
}
