import type { AgencyFile } from '../../agency-file/schema.ts';
import { evidenceKindWords } from '../../model/evidence.ts';
import { exclusionListWords } from '../../model/exclusion.ts';
import type { RequirementInfo } from '../../rules/requirement.ts';
import type { Standing } from '../../rules/standing.ts';
import { dateWords } from '../../wording.ts';
import { standingEvidence } from '../evidence-history.ts';

/** "TB test of 2 Mar 2026": what is on file for a requirement, the newest first, at most two of each. */
export function onFileWords(file: AgencyFile, personId: string | null, info: RequirementInfo | undefined, standing: Standing): readonly string[] {
  if (personId === null) return [];
  const items = standingEvidence(file.evidence, personId)
    .filter((each) => (info?.kinds ?? []).includes(each.kind))
    .slice(0, 2)
    .map((each) => {
      const day = each.performedOn ?? each.issuedOn ?? each.resultOn;
      return day === undefined ? `${evidenceKindWords[each.kind]}, undated` : `${evidenceKindWords[each.kind]} of ${dateWords(day)}`;
    });
  const used = new Set(standing.evidenceIds);
  const checks = (file.exclusionChecks ?? [])
    .filter((each) => each.personId === personId && used.has(each.id))
    .sort((one, other) => (one.checkedOn < other.checkedOn ? 1 : -1))
    .slice(0, 2)
    .map((each) => `${exclusionListWords[each.list].short} search of ${dateWords(each.checkedOn)}`);
  return [...items, ...checks];
}
