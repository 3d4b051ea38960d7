import type { AgencyFile } from '../agency-file/schema.ts';
import type { Team } from '../model/agency.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ExclusionCheck } from '../model/exclusion.ts';
import { plain } from './plain.ts';
import type { CheckDraft, EvidenceDraft } from './read-item-row.ts';

type Making = { readonly newId: () => string; readonly now: string };
type OpenRow = { readonly evidence: readonly EvidenceDraft[]; readonly checks: readonly CheckDraft[] };

/** The agency's teams by name; a name nobody knows becomes a new team. */
export function teamsOf(into: AgencyFile | null, context: Making) {
  const known = new Map((into?.teams ?? []).map((team) => [plain(team.name), team.id]));
  const fresh = new Map<string, Team>();
  const met = new Set<string>();
  return {
    idOf: (name: string): string => {
      const key = plain(name);
      const id = known.get(key) ?? fresh.get(key)?.id;
      if (id !== undefined) {
        if (known.has(key)) met.add(key);
        return id;
      }
      const team: Team = { id: context.newId(), name };
      fresh.set(key, team);
      return team.id;
    },
    fresh: (): readonly Team[] => [...fresh.values()],
    met: (): number => met.size,
  };
}

const evidenceKey = (personId: string, item: EvidenceDraft): string =>
  JSON.stringify([
    personId, item.kind, item.requestedOn, item.performedOn, item.resultOn, item.issuedOn, item.expiresOn, item.result, [...(item.parts ?? [])].sort(), item.hours, item.months,
    plain(item.category ?? ''), plain(item.issuer ?? ''), plain(item.approvingBody ?? ''),
  ]);
const checkKey = (personId: string, check: CheckDraft): string => JSON.stringify([personId, check.list, check.checkedOn, check.outcome]);

/** Items and checks to add; what is on file, or came in an earlier row, is not added again. */
export function itemsOf(into: AgencyFile | null, { newId, now }: Making) {
  const seenEvidence = new Set((into?.evidence ?? []).map((item) => evidenceKey(item.personId, item)));
  const seenChecks = new Set((into?.exclusionChecks ?? []).map((check) => checkKey(check.personId ?? '', check)));
  const evidence: Evidence[] = [];
  const checks: ExclusionCheck[] = [];
  const known = { evidence: 0, checks: 0 };
  return {
    evidence,
    checks,
    known: () => known,
    add(personId: string, open: OpenRow): void {
      for (const item of open.evidence) {
        const key = evidenceKey(personId, item);
        if (seenEvidence.has(key)) known.evidence += 1;
        else evidence.push({ id: newId(), personId, ...item, recordedAt: now });
        seenEvidence.add(key);
      }
      for (const check of open.checks) {
        const key = checkKey(personId, check);
        if (seenChecks.has(key)) known.checks += 1;
        else checks.push({ id: newId(), personId, ...check, recordedAt: now });
        seenChecks.add(key);
      }
    },
  };
}
