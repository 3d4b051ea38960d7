import { linksOf, wrongTarget } from './agency-records/links.ts';
import type { ChangeError, RecordNoun } from './change-error.ts';
import type { Change } from './changes.ts';
import type { DocRef } from './document.ts';
import type { RecordKind, RecordLookup } from './record-lookup.ts';

/** One reference from a record to another. `evidence-or-check` is what an attestation may be about. */
export type Reference = { readonly to: RecordKind | 'evidence-or-check'; readonly id: string };

const documentsOf = (documents: readonly DocRef[] | undefined): readonly Reference[] =>
  (documents ?? []).map((each) => ({ to: 'document' as const, id: each.id }));

const optional = (to: Reference['to'], id: string | undefined): readonly Reference[] => (id === undefined ? [] : [{ to, id }]);

/** Every record a change refers to, itself excluded. `supersedes` and what is retracted are judged apart. */
export function referencesOf(change: Change): readonly Reference[] {
  switch (change.kind) {
    case 'set-agency':
    case 'put-site':
    case 'put-vendor':
    case 'add-document':
    case 'amend-document':
    case 'purge-document':
    case 'retract-evidence':
    case 'retract-agency-record':
      return [];
    case 'put-team':
      return [...optional('site', change.team.siteId), ...optional('person', change.team.supervisorId)];
    case 'put-person':
      return [
        ...change.person.employments.flatMap((employment) => [
          ...optional('vendor', employment.vendorId),
          ...employment.roles.flatMap((span) => optional('team', span.teamId)),
        ]),
        ...(change.person.licenses ?? []).flatMap((license) => documentsOf(license.documents)),
      ];
    case 'add-evidence':
      return [
        { to: 'person', id: change.evidence.personId },
        ...optional('evidence-or-check', change.evidence.about),
        ...documentsOf(change.evidence.documents),
      ];
    case 'add-agency-record':
      return linksOf(change.record);
    case 'add-check':
      return [
        ...optional('person', change.check.personId),
        ...optional('vendor', change.check.vendorId),
        ...optional('decision', change.check.decisionId),
        ...optional('listVersion', change.check.search?.listVersionId),
        ...(change.check.search?.candidates ?? []).flatMap((candidate) => optional('decision', candidate.decisionId)),
        ...documentsOf(change.check.documents),
      ];
    case 'add-decision':
      return [
        ...optional('person', change.decision.personId),
        ...optional('vendor', change.decision.vendorId),
        ...optional('check', change.decision.checkId),
        ...documentsOf(change.decision.documents),
      ];
    case 'add-list-version':
      return documentsOf(change.version.documents);
    case 'add-month-record':
      return change.record.kind === 'note' ? [] : change.record.holes.flatMap((hole) => [...optional('person', hole.personId), ...optional('vendor', hole.vendorId)]);
    case 'acknowledge':
      return [...optional('person', change.acknowledgement.personId), ...optional('team', change.acknowledgement.teamId)];
  }
}

function nameOf(change: Change): { readonly noun: RecordNoun; readonly id: string } {
  switch (change.kind) {
    case 'set-agency':
      return { noun: 'agency', id: change.agency.name };
    case 'put-site':
      return { noun: 'site', id: change.site.id };
    case 'put-team':
      return { noun: 'team', id: change.team.id };
    case 'put-person':
      return { noun: 'person', id: change.person.id };
    case 'put-vendor':
      return { noun: 'vendor', id: change.vendor.id };
    case 'add-document':
      return { noun: 'document', id: change.document.id };
    case 'amend-document':
    case 'purge-document':
      return { noun: 'document', id: change.documentId };
    case 'add-evidence':
      return { noun: 'evidence', id: change.evidence.id };
    case 'retract-evidence':
      return { noun: 'evidence', id: change.evidenceId };
    case 'add-agency-record':
      return { noun: 'agency record', id: change.record.id };
    case 'retract-agency-record':
      return { noun: 'agency record', id: change.recordId };
    case 'add-check':
      return { noun: 'check', id: change.check.id };
    case 'add-decision':
      return { noun: 'decision', id: change.decision.id };
    case 'add-list-version':
      return { noun: 'list version', id: change.version.id };
    case 'add-month-record':
      return { noun: 'month record', id: change.record.id };
    case 'acknowledge':
      return { noun: 'acknowledgement', id: change.acknowledgement.requirement };
  }
}

const nounOf: Readonly<Record<Reference['to'], RecordNoun>> = {
  site: 'site', team: 'team', person: 'person', vendor: 'vendor', document: 'document', evidence: 'evidence', check: 'check', decision: 'decision',
  listVersion: 'list version', monthRecord: 'month record', agencyRecord: 'agency record', 'evidence-or-check': 'evidence',
};

/** The first reference of a change to a record that is not there, or null. */
export function unknownReference(after: RecordLookup, change: Change): ChangeError | null {
  for (const { to, id } of referencesOf(change)) {
    const found = to === 'evidence-or-check' ? (after.evidence(id) ?? after.check(id)) : after[to](id);
    if (found !== undefined) continue;
    const from = nameOf(change);
    return { code: 'unknown-reference', noun: nounOf[to], id, in: from.noun, inId: from.id };
  }
  return null;
}

/** The first agency record of a change that points at something of another kind or another team than it must, or null. */
export function misdirected(after: RecordLookup, change: Change): ChangeError | null {
  if (change.kind !== 'add-agency-record') return null;
  for (const link of linksOf(change.record)) {
    const target = link.to === 'agencyRecord' ? after.agencyRecord(link.id) : undefined;
    const expected = target === undefined ? null : wrongTarget(change.record, link, target);
    if (expected !== null) return { code: 'wrong-target', id: link.id, expected, inId: change.record.id };
  }
  return null;
}

/** A check, a decision and the hole of a closed month concern one person or one vendor: neither or both is refused. An acknowledgement may name a person or a team, not both. */
export function subjectProblem(change: Change): ChangeError | null {
  if (change.kind === 'add-month-record') {
    const astray = change.record.kind === 'close' && change.record.holes.some((hole) => (hole.personId === undefined) === (hole.vendorId === undefined));
    return astray ? { code: 'no-subject', noun: 'month record', id: change.record.id } : null;
  }
  if (change.kind === 'acknowledge') {
    const { personId, teamId, requirement } = change.acknowledgement;
    return personId !== undefined && teamId !== undefined ? { code: 'two-subjects', requirement } : null;
  }
  if (change.kind !== 'add-check' && change.kind !== 'add-decision') return null;
  const record = change.kind === 'add-check' ? change.check : change.decision;
  if ((record.personId === undefined) !== (record.vendorId === undefined)) return null;
  return { code: 'no-subject', noun: change.kind === 'add-check' ? 'check' : 'decision', id: record.id };
}
