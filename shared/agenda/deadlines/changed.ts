import type { AgencyFile } from '../../agency-file/schema.ts';
import type { AgencyRecord, AgencyRecordKind } from '../../model/agency-records/agency-record.ts';
import type { DocRef } from '../../model/document.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import { knownUntil } from '../../rules/known.ts';

/** Instants in UTC as text: of two the later one is the greater; null is never. */
const latest = (...instants: readonly (string | null | undefined)[]): string | null => {
  let found: string | null = null;
  for (const instant of instants) if (instant !== null && instant !== undefined && (found === null || instant > found)) found = instant;
  return found;
};

/**
 * When anything behind a duty was last recorded. Everything that ever was about it counts, corrected and retracted items too, so that
 * the answer only ever rises: taking something back is itself a change, with its own moment.
 */
export type Changed = {
  readonly ofRequirement: (personId: string, requirement: string, kinds: readonly EvidenceKind[], teamIds: readonly string[]) => string | null;
  /** Checks and decisions about somebody, with the person or vendor themself. */
  readonly ofSearches: (subject: { readonly personId: string } | { readonly vendorId: string }, requirement: string) => string | null;
  /** Everything that says who is to be searched and who was. */
  readonly ofScreening: () => string | null;
  /** Agency records of some kinds: of one team with those that name none, or of the whole agency. */
  readonly ofRecords: (kinds: readonly AgencyRecordKind[], teamId: string | null, requirement: string) => string | null;
  /** The days records of a kind carry: of two about the same thing the later carries the earlier on, and a verdict may speak of the day instead. */
  readonly ofKind: (kind: AgencyRecordKind, teamId: string | null) => string | null;
  /** When the record of a person was last changed after it was made: a corrected role may take duties away. */
  readonly ofEdit: (personId: string) => string | null;
  /** A requirement switched, an agency or team edited, something undone: what may end any duty. */
  readonly ofAgency: () => string | null;
};

class Latest {
  readonly #known = new Map<string, string>();
  see(key: string, instant: string | null): void {
    if (instant === null) return;
    const before = this.#known.get(key);
    if (before === undefined || instant > before) this.#known.set(key, instant);
  }
  at(key: string): string | null {
    return this.#known.get(key) ?? null;
  }
}

/** One record a log entry touched, as far as an entry of unknown origin says so. */
function* touched(file: AgencyFile, seen: (instant: string) => string | null): Generator<{ readonly at: string; readonly list: string; readonly id: string; readonly gone: boolean; readonly isNew: boolean }> {
  for (const entry of file.audit ?? []) {
    const at = typeof entry['at'] === 'string' ? seen(entry['at']) : null;
    const changes: unknown = entry['changes'];
    if (at === null || !Array.isArray(changes)) continue;
    for (const change of changes as readonly unknown[]) {
      if (typeof change !== 'object' || change === null || !('list' in change) || !('id' in change)) continue;
      if (typeof change.list === 'string' && typeof change.id === 'string') yield { at, list: change.list, id: change.id, gone: 'after' in change && change.after === null, isNew: 'before' in change && change.before === null };
    }
  }
}

const indexes = new WeakMap<AgencyFile, Map<string, Changed>>();

/** Reads once when every part of an agency's record last changed, as far as it was known at a moment (null or absent: now). */
export function changedIn(file: AgencyFile, knownAt?: string): Changed {
  const known = indexes.get(file) ?? new Map<string, Changed>();
  indexes.set(file, known);
  const made = known.get(knownAt ?? '') ?? readChanged(file, knownAt);
  known.set(knownAt ?? '', made);
  return made;
}

function readChanged(file: AgencyFile, knownAt: string | undefined): Changed {
  const until = knownAt === undefined ? null : knownUntil(knownAt, file.agency.timeZone);
  const seen = (instant: string | undefined): string | null => (instant === undefined || (until !== null && Date.parse(instant) > until) ? null : instant);
  const moments = new Latest();
  const documents = new Map((file.documents ?? []).map((each) => [each.id, seen(each.recordedAt)]));
  const papers = (refs: readonly DocRef[] | undefined): string | null => latest(...(refs ?? []).map((ref) => documents.get(ref.id)));
  const evidence = new Map(file.evidence.map((each) => [each.id, each]));

  for (const item of file.evidence) {
    const at = latest(seen(item.recordedAt), seen(item.retractedAt), papers(item.documents));
    moments.see(`evidence ${item.personId} ${item.kind}`, at);
    // A note about an item speaks for that item's requirement.
    const about = item.about === undefined ? undefined : evidence.get(item.about);
    if (about !== undefined) moments.see(`evidence ${about.personId} ${about.kind}`, at);
  }
  for (const record of [...(file.exclusionChecks ?? []), ...(file.decisions ?? [])]) {
    const at = latest(seen(record.recordedAt), papers(record.documents));
    moments.see(record.personId === undefined ? `searches vendor ${record.vendorId ?? ''}` : `searches person ${record.personId}`, at);
    moments.see('screening', at);
  }
  for (const record of [...(file.listVersions ?? []), ...(file.monthRecords ?? [])]) moments.see('screening', seen(record.recordedAt));
  for (const override of file.agency.overrides ?? []) {
    moments.see(`override ${override.requirement}`, seen(override.recordedAt));
    moments.see('override', seen(override.recordedAt));
  }

  const all = file.agencyRecords ?? [];
  const momentOf = (record: AgencyRecord): string | null => latest(seen(record.recordedAt), seen(record.retractedAt), papers(record.documents));
  for (const record of all) {
    moments.see(`records ${record.kind} ${'teamId' in record ? record.teamId : ''}`, momentOf(record));
    moments.see(`records ${record.kind}`, momentOf(record));
  }
  for (const { at, list, id, gone, isNew } of touched(file, seen)) {
    if (list === 'agency' || list === 'sites' || gone) moments.see('agency', at);
    if (list === 'people' || list === 'vendors' || list === 'teams') {
      moments.see(`${list} ${id}`, at);
      moments.see('staff', at);
      if (!isNew) moments.see(`edited ${list} ${id}`, at);
    }
  }

  const ofAgency = (): string | null => moments.at('agency');
  return {
    ofAgency,
    ofEdit: (personId) => moments.at(`edited people ${personId}`),
    ofRequirement: (personId, requirement, kinds, teamIds) => latest(
      ...kinds.map((kind) => moments.at(`evidence ${personId} ${kind}`)), moments.at(`override ${requirement}`), moments.at(`people ${personId}`),
      ...teamIds.map((id) => moments.at(`teams ${id}`)), ofAgency(),
    ),
    ofSearches: (subject, requirement) => latest(
      'personId' in subject ? moments.at(`searches person ${subject.personId}`) : moments.at(`searches vendor ${subject.vendorId}`),
      'personId' in subject ? moments.at(`people ${subject.personId}`) : moments.at(`vendors ${subject.vendorId}`),
      moments.at(`override ${requirement}`), ofAgency(),
    ),
    ofScreening: () => latest(moments.at('screening'), moments.at('staff'), ofAgency()),
    ofRecords: (kinds, teamId, requirement) => latest(
      ...kinds.flatMap((kind) => (teamId === null ? [moments.at(`records ${kind}`)] : [moments.at(`records ${kind} ${teamId}`), moments.at(`records ${kind} `)])),
      moments.at('staff'), moments.at(`override ${requirement}`), ofAgency(),
    ),
    ofKind: (kind, teamId) => latest(moments.at(`records ${kind}`), moments.at('override'), teamId === null ? null : moments.at(`teams ${teamId}`), ofAgency()),
  };
}
