import type { CivilDate } from '../../shared/civil-date.ts';
import { engineVersion, type Finding } from '../../shared/screening/finding.ts';
import type { ReadList } from '../../shared/screening/list.ts';

export type Screened = { readonly list: ReadList; readonly on: CivilDate; readonly elapsedMs: number; readonly findings: readonly Finding[] };

/** The document `screen --format json` prints: the keys of docs/agency-file.md, in that order. */
export function screenJson({ list, on, elapsedMs, findings }: Screened): unknown {
  return {
    list: {
      kind: list.list, name: list.fileName, sha256: list.sha256, rows: list.rows.length, newestAction: list.newestAction, scope: list.scope,
      ...(list.columns === null ? {} : { columns: list.columns }),
    },
    on,
    engine: engineVersion,
    elapsedMs,
    people: findings.map(({ subject, namesSearched, tier, candidates, nearest }) => ({
      ...subject.key,
      namesSearched,
      tier,
      candidates: candidates.map((candidate) => ({
        row: candidate.row,
        tier: candidate.tier,
        score: candidate.score,
        parts: candidate.parts.map(({ part, ours, theirs, agrees, verdict, weight }) => ({ part, ours, theirs, agrees, verdict, weight })),
        variant: candidate.variant,
        why: candidate.why,
        digest: candidate.digest,
        record: candidate.record,
      })),
      ...(nearest === null ? {} : { nearest: { row: nearest.row, score: nearest.score, why: nearest.why } }),
    })),
  };
}
