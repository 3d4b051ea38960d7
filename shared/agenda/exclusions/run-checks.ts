import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CivilDate } from '../../civil-date.ts';
import { byDecision, holds } from '../../model/check-outcome.ts';
import type { Decision, ExclusionCheck, KeptCandidate, ListVersion } from '../../model/exclusion.ts';
import { engineVersion, type Finding, type SubjectKey } from '../../screening/finding.ts';
import type { FileList } from '../../screening/list.ts';
import { sameIdentity } from '../../screening/match/identity.ts';
import type { Stamp } from './month-close.ts';
import { isAbout, keyText } from './subject.ts';

export type RunOf = {
  readonly list: FileList;
  /** The whole list that was searched. A supplement proves no search. */
  readonly version: ListVersion;
  /** The day the checks are dated. */
  readonly on: CivilDate;
  readonly file: AgencyFile;
} & Stamp;

/**
 * The checks that a run of a whole list comes to, one for each finding. A row decided before about the same identity carries that decision: not the person
 * leaves it clear, the person confirms it; what could not be determined is asked again. Any strong or possible row undecided makes the check possible.
 * Throws on a version that is not the whole list: supplements are looked through, never checked against.
 */
export function checksFrom(findings: readonly Finding[], { list, version, on, file, newId, now, by }: RunOf): readonly ExclusionCheck[] {
  if (version.scope !== 'full' || version.list !== list) throw new Error(`${version.name} is not a whole version of ${list}; it proves no search`);
  const remembered = rememberedDecisions(file, list, on);
  return findings.map((finding): ExclusionCheck => {
    const { subject, candidates: found, nearest } = finding;
    const candidates = found.map(({ row, digest, tier, score, record }): KeptCandidate => {
      const decision = remembered(subject.key, digest, subject.identity);
      return { row, digest, tier, score, record, ...(decision === null ? {} : { decisionId: decision.id }) };
    });
    const verdicts = found.map(({ digest }) => remembered(subject.key, digest, subject.identity)?.verdict ?? null);
    const confirmed = verdicts.includes('the-person');
    const waiting = candidates.some((candidate, at) => holds(candidate) && verdicts[at] === null);
    return {
      id: newId(), ...subject.key, list, checkedOn: on, method: 'whole-list',
      listVersion: { name: version.name, sha256: version.sha256, rows: version.rows, ...(version.newestAction === undefined ? {} : { newestAction: version.newestAction }) },
      namesSearched: [...finding.namesSearched],
      outcome: confirmed ? 'confirmed' : waiting ? 'possible' : 'clear',
      search: {
        engine: engineVersion, listVersionId: version.id, identity: subject.identity, tier: finding.tier, candidates,
        ...(nearest === null ? {} : { nearest: { row: nearest.row, score: nearest.score, why: nearest.why } }),
      },
      recordedAt: now, ...(by === undefined ? {} : { recordedBy: by }),
    };
  });
}

/**
 * Finds the decision that still holds for a row: the latest one about the same subject, list, row and identity, unless a later one about that row, by
 * another identity, says otherwise. `unable` is no answer.
 */
export function rememberedDecisions(file: AgencyFile, list: FileList, on: CivilDate): (key: SubjectKey, digest: string, identity: Finding['subject']['identity']) => Decision | null {
  const byRow = new Map<string, Decision[]>();
  for (const decision of [...(file.decisions ?? [])].sort(byDecision)) {
    if (decision.list !== list || decision.rowDigest === undefined || decision.decidedOn > on) continue;
    const place = `${decision.personId === undefined ? keyText({ vendorId: decision.vendorId ?? '' }) : keyText({ personId: decision.personId })} ${decision.rowDigest}`;
    const known = byRow.get(place);
    if (known === undefined) byRow.set(place, [decision]);
    else known.push(decision);
  }
  return (key, digest, identity) => {
    const about = (byRow.get(`${keyText(key)} ${digest}`) ?? []).filter((each) => isAbout(each, key));
    const last = about.at(-1);
    const same = about.findLast((each) => each.identity !== undefined && sameIdentity(each.identity, identity));
    if (same === undefined || last === undefined || same.verdict === 'unable') return null;
    return last === same || last.verdict === same.verdict ? same : null;
  };
}
