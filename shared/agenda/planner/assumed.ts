import { fromDay, plusDays, toDay, type CivilDate } from '../../civil-date.ts';
import { evidenceKinds, partsByKind, type Evidence, type EvidenceKind } from '../../model/evidence.ts';
import { exclusionLists, type ExclusionCheck, type ExclusionList } from '../../model/exclusion.ts';
import type { RequirementInfo } from '../../rules/requirement.ts';
import type { Standing } from '../../rules/standing.ts';
import { assumedPaper, type Assumed } from './draft.ts';
import type { LeadTime } from './lead-time.ts';

/** What nobody can order and have in days: it is on record or it is not. */
const heldNotOrdered: readonly EvidenceKind[] = [
  'education', 'experience', 'cips', 'peer-certification', 'cesp', 'qmhp', 'amhp', 'cpss', 'cwic', 'wip-c', 'drivers-license', 'motor-insurance',
];

/** Something supposed to be done for a hire: of which requirement, and by when, if ordered today. */
export type Step = {
  readonly requirement: string;
  /** `order`: done again or for the first time. `record`: held already, only not on record. `file`: the paper of something recorded. */
  readonly deed: 'order' | 'record' | 'search' | 'file';
  readonly doneOn: CivilDate;
  readonly lead: LeadTime | null;
};

const isKind = (name: string): name is EvidenceKind => (evidenceKinds as readonly string[]).includes(name);
const isList = (name: string | null): name is ExclusionList => name !== null && (exclusionLists as readonly string[]).includes(name);

/** TB by blood draw needs no reading; everything else speaks for all its parts. */
const partsOf = (kind: EvidenceKind): readonly string[] => (kind === 'tb-test' ? ['igra'] : kind in partsByKind ? partsByKind[kind as keyof typeof partsByKind] : []);

const resultOf = (kind: EvidenceKind): NonNullable<Evidence['result']> => (kind === 'tb-test' || kind === 'drug-screen' ? 'negative' : kind === 'background-check' || kind === 'sex-offender-registry' ? 'cleared' : 'complete');

function itemOf(kind: EvidenceKind, personId: string, today: CivilDate, doneOn: CivilDate): Evidence {
  return {
    id: `planner:${kind}`, personId, kind, requestedOn: today, performedOn: doneOn, resultOn: doneOn, result: resultOf(kind), parts: partsOf(kind),
    ...(kind === 'experience' ? { months: 600 } : {}), ...(kind === 'training-hours' ? { hours: 100 } : {}),
    issuer: 'American Heart Association', documents: [{ id: assumedPaper }], recordedAt: `${doneOn}T12:00:00Z`,
  };
}

/** Kinds of evidence that would meet a requirement: its own, and the companions it names as missing. */
const kindsFor = (info: RequirementInfo | undefined, standing: Standing): readonly EvidenceKind[] =>
  [...new Set([...(info?.kinds ?? []), ...(standing.missing ?? []).filter(isKind)])];

const lacksOnlyPapers = (standing: Standing): boolean => {
  const missing = standing.missing ?? [];
  return (missing.length > 0 && missing.every((each) => each === 'document')) || standing.account.parts.some((part) => part.why.code === 'no-document');
};

/** What could mend one standing, and when it would be done if begun today; null where nothing an office can do mends it in days. */
export function stepFor(standing: Standing, info: RequirementInfo | undefined, today: CivilDate, leads: ReadonlyMap<EvidenceKind, LeadTime>): Step | null {
  const { requirement } = standing;
  // An adverse result is answered by a person or a law, not by ordering another.
  if (standing.status === 'fail') return null;
  if (lacksOnlyPapers(standing)) return { requirement, deed: 'file', doneOn: today, lead: null };
  if (standing.account.lists !== undefined) return { requirement, deed: 'search', doneOn: today, lead: null };
  const kinds = kindsFor(info, standing);
  if (kinds.length === 0) return null;
  const held = kinds.filter((kind) => heldNotOrdered.includes(kind));
  if (held.length > 0) {
    // Nothing on record is most often a paper nobody has entered yet; something on record that does not suffice stays as it is.
    return standing.evidenceIds.length === 0 && standing.status !== 'review' ? { requirement, deed: 'record', doneOn: today, lead: null } : null;
  }
  const slowest = kinds.reduce<LeadTime | null>((slow, kind) => {
    const lead = leads.get(kind);
    return lead !== undefined && (slow === null || lead.days > slow.days) ? lead : slow;
  }, null);
  return { requirement, deed: 'order', doneOn: fromDay(plusDays(toDay(today), slowest?.days ?? 0)), lead: slowest };
}

/** The items and searches of some steps, as they would be recorded. */
export function assumedBy(steps: readonly Step[], standings: ReadonlyMap<string, Standing>, infos: ReadonlyMap<string, RequirementInfo>, personId: string, today: CivilDate): Assumed {
  const evidence = new Map<EvidenceKind, Evidence>();
  const checks = new Map<ExclusionList, ExclusionCheck>();
  for (const step of steps) {
    const standing = standings.get(step.requirement);
    if (standing === undefined) continue;
    if (step.deed === 'search') {
      for (const list of standing.account.lists ?? standing.account.parts.map((part) => part.part).filter(isList)) {
        checks.set(list, {
          id: `planner:${list}`, personId, list, checkedOn: step.doneOn, method: 'website', outcome: 'clear', documents: [{ id: assumedPaper }], recordedAt: `${step.doneOn}T12:00:00Z`,
        });
      }
    } else if (step.deed !== 'file') {
      for (const kind of kindsFor(infos.get(step.requirement), standing)) {
        const known = evidence.get(kind);
        // Ordered once for several requirements; degrees and months of work lie in the past, whenever they are entered.
        const item = itemOf(kind, personId, today, step.doneOn);
        if (known === undefined || (known.resultOn ?? '') < step.doneOn) evidence.set(kind, item);
      }
    }
  }
  return { evidence: [...evidence.values()], checks: [...checks.values()], papersFiled: steps.some((step) => step.deed === 'file') };
}
