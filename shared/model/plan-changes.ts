import { monthOf, type CivilMonth } from '../civil-date.ts';
import { fail, ok, type Result } from '../result.ts';
import type { AgencyRecord } from './agency-records/agency-record.ts';
import { teamOf } from './agency-records/links.ts';
import type { Acknowledgement, Agency, Site, Team, Vendor } from './agency.ts';
import type { ChangeError, Corrected, RecordNoun } from './change-error.ts';
import { malformation } from './change-shape.ts';
import type { Change } from './changes.ts';
import { amendedDocument, isPurged, purgedDocument, type DocumentRecord } from './document.ts';
import type { Evidence } from './evidence.ts';
import type { Decision, ExclusionCheck, ListVersion, MonthClose, MonthRecord } from './exclusion.ts';
import type { Person } from './person.ts';
import type { RecordLookup } from './record-lookup.ts';
import { misdirected, subjectProblem, unknownReference } from './references.ts';

/**
 * What a list of changes comes to: every record as it will stand, once, in the order first touched. Acknowledgements have no
 * id and are only added.
 */
export type ChangePlan = {
  readonly agency: Agency | null;
  readonly sites: ReadonlyMap<string, Site>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly people: ReadonlyMap<string, Person>;
  readonly vendors: ReadonlyMap<string, Vendor>;
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly checks: ReadonlyMap<string, ExclusionCheck>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly listVersions: ReadonlyMap<string, ListVersion>;
  readonly monthRecords: ReadonlyMap<string, MonthRecord>;
  readonly agencyRecords: ReadonlyMap<string, AgencyRecord>;
  readonly acknowledgements: readonly Acknowledgement[];
};

/**
 * Works out what changes come to, or why they are refused; pure. References are judged against the outcome, so that one
 * list may bring a person and what refers to that person in any order. Supersession is judged for what the list adds.
 * A month once closed takes no check any more: what the list closes is closed for the changes after it.
 * Errors: the first one found, in the order of the changes, shapes and duplicates before references.
 */
export function planChanges(on: RecordLookup, changes: readonly Change[]): Result<ChangePlan, ChangeError> {
  const plan = {
    agency: null as Agency | null,
    sites: new Map<string, Site>(),
    teams: new Map<string, Team>(),
    people: new Map<string, Person>(),
    vendors: new Map<string, Vendor>(),
    documents: new Map<string, DocumentRecord>(),
    evidence: new Map<string, Evidence>(),
    checks: new Map<string, ExclusionCheck>(),
    decisions: new Map<string, Decision>(),
    listVersions: new Map<string, ListVersion>(),
    monthRecords: new Map<string, MonthRecord>(),
    agencyRecords: new Map<string, AgencyRecord>(),
    acknowledgements: [] as Acknowledgement[],
  };
  const added: Evidence[] = [];
  const addedRecords: AgencyRecord[] = [];
  const closes = new Map<CivilMonth, MonthClose>();
  const closeOf = (month: CivilMonth): MonthClose | undefined => closes.get(month) ?? on.closeOf(month);

  for (const change of changes) {
    const bad = malformation(change);
    if (bad !== null) return fail(bad);
    switch (change.kind) {
      case 'set-agency':
        plan.agency = change.agency;
        break;
      case 'put-site':
        plan.sites.set(change.site.id, change.site);
        break;
      case 'put-team':
        plan.teams.set(change.team.id, change.team);
        break;
      case 'put-person':
        plan.people.set(change.person.id, change.person);
        break;
      case 'put-vendor':
        plan.vendors.set(change.vendor.id, change.vendor);
        break;
      case 'add-document':
        if (taken(plan.documents, on.document, change.document.id)) return recorded('document', change.document.id);
        plan.documents.set(change.document.id, change.document);
        break;
      case 'amend-document': {
        const id = change.documentId;
        const document = plan.documents.get(id) ?? on.document(id);
        if (document === undefined) return fail({ code: 'unknown-reference', noun: 'document', id, in: 'document', inId: id });
        if (isPurged(document)) return fail({ code: 'already-purged', id });
        plan.documents.set(id, amendedDocument(document, change.set));
        break;
      }
      case 'purge-document': {
        const id = change.documentId;
        const document = plan.documents.get(id) ?? on.document(id);
        if (document === undefined) return fail({ code: 'unknown-reference', noun: 'document', id, in: 'document', inId: id });
        if (isPurged(document)) return fail({ code: 'already-purged', id });
        if (change.reason.trim() === '') return fail({ code: 'reason-missing', noun: 'document', id });
        plan.documents.set(id, purgedDocument(document, change.purgedAt, change.reason.trim()));
        break;
      }
      case 'add-evidence':
        if (taken(plan.evidence, on.evidence, change.evidence.id)) return recorded('evidence', change.evidence.id);
        plan.evidence.set(change.evidence.id, change.evidence);
        added.push(change.evidence);
        break;
      case 'retract-evidence': {
        const id = change.evidenceId;
        const item = retracted(plan.evidence.get(id) ?? on.evidence(id), 'evidence', id, change);
        if (!item.ok) return item;
        plan.evidence.set(id, item.value);
        break;
      }
      case 'add-agency-record':
        if (taken(plan.agencyRecords, on.agencyRecord, change.record.id)) return recorded('agency record', change.record.id);
        plan.agencyRecords.set(change.record.id, change.record);
        addedRecords.push(change.record);
        break;
      case 'retract-agency-record': {
        const id = change.recordId;
        const record = plan.agencyRecords.get(id) ?? on.agencyRecord(id);
        if (record?.kind === 'disposal') return fail({ code: 'disposal-stays', id });
        const item = retracted(record, 'agency record', id, change);
        if (!item.ok) return item;
        plan.agencyRecords.set(id, item.value);
        break;
      }
      case 'add-check': {
        if (taken(plan.checks, on.check, change.check.id)) return recorded('check', change.check.id);
        const month = monthOf(change.check.checkedOn);
        const close = closeOf(month);
        if (close !== undefined) return fail({ code: 'month-closed', id: change.check.id, month, closedOn: close.closedOn });
        plan.checks.set(change.check.id, change.check);
        break;
      }
      case 'add-decision':
        if (taken(plan.decisions, on.decision, change.decision.id)) return recorded('decision', change.decision.id);
        plan.decisions.set(change.decision.id, change.decision);
        break;
      case 'add-list-version':
        if (taken(plan.listVersions, on.listVersion, change.version.id)) return recorded('list version', change.version.id);
        plan.listVersions.set(change.version.id, change.version);
        break;
      case 'add-month-record': {
        const { record } = change;
        if (taken(plan.monthRecords, on.monthRecord, record.id)) return recorded('month record', record.id);
        const close = closeOf(record.month);
        if (record.kind === 'close') {
          if (close !== undefined) return fail({ code: 'month-closed-already', id: record.id, month: record.month, closedOn: close.closedOn });
          closes.set(record.month, record);
        } else if (close === undefined) return fail({ code: 'month-not-closed', id: record.id, month: record.month });
        plan.monthRecords.set(record.id, record);
        break;
      }
      case 'acknowledge':
        plan.acknowledgements.push(change.acknowledgement);
        break;
    }
  }

  const after = lookupAfter(plan, on);
  for (const change of changes) {
    const bad = subjectProblem(change) ?? unknownReference(after, change) ?? misdirected(after, change);
    if (bad !== null) return fail(bad);
  }
  for (const check of plan.checks.values()) {
    const version = check.search?.listVersionId === undefined ? undefined : after.listVersion(check.search.listVersionId);
    if (version !== undefined && (version.scope !== 'full' || version.list !== check.list)) return fail({ code: 'not-a-whole-list', id: check.id, version: version.name });
  }
  for (const item of added) {
    const bad = supersessionProblem(item, after.evidence, 'evidence', otherPerson);
    if (bad !== null) return fail(bad);
  }
  for (const item of addedRecords) {
    const bad = supersessionProblem(item, after.agencyRecord, 'agency record', otherTeam);
    if (bad !== null) return fail(bad);
  }
  return ok(plan);
}

const taken = (planned: ReadonlyMap<string, unknown>, onFile: (id: string) => unknown, id: string): boolean =>
  planned.has(id) || onFile(id) !== undefined;

const recorded = (noun: RecordNoun, id: string): Result<never, ChangeError> => fail({ code: 'already-recorded', noun, id });

function lookupAfter(plan: ChangePlan, on: RecordLookup): RecordLookup {
  return {
    site: (id) => plan.sites.get(id) ?? on.site(id),
    team: (id) => plan.teams.get(id) ?? on.team(id),
    person: (id) => plan.people.get(id) ?? on.person(id),
    vendor: (id) => plan.vendors.get(id) ?? on.vendor(id),
    document: (id) => plan.documents.get(id) ?? on.document(id),
    evidence: (id) => plan.evidence.get(id) ?? on.evidence(id),
    check: (id) => plan.checks.get(id) ?? on.check(id),
    decision: (id) => plan.decisions.get(id) ?? on.decision(id),
    listVersion: (id) => plan.listVersions.get(id) ?? on.listVersion(id),
    monthRecord: (id) => plan.monthRecords.get(id) ?? on.monthRecord(id),
    agencyRecord: (id) => plan.agencyRecords.get(id) ?? on.agencyRecord(id),
    closeOf: on.closeOf,
  };
}

type Correction = { readonly id: string; readonly kind: string; readonly supersedes?: string; readonly retractedAt?: string };

/** An item as it stands once it was taken back, or why that is refused. */
function retracted<Item extends Correction>(
  item: Item | undefined,
  noun: Corrected,
  id: string,
  { retractedAt, reason }: { readonly retractedAt: string; readonly reason: string },
): Result<Item, ChangeError> {
  if (item === undefined) return fail({ code: 'unknown-reference', noun, id, in: noun, inId: id });
  if (item.retractedAt !== undefined) return fail({ code: 'already-retracted', noun, id });
  if (reason.trim() === '') return fail({ code: 'reason-missing', noun, id });
  return ok({ ...item, retractedAt, retractedReason: reason });
}

const otherPerson = (item: Evidence, old: Evidence): ChangeError | null =>
  old.personId === item.personId ? null : { code: 'supersedes-other-person', id: item.id, supersedes: old.id };

const otherTeam = (item: AgencyRecord, old: AgencyRecord): ChangeError | null =>
  teamOf(old) === teamOf(item) ? null : { code: 'supersedes-other-team', id: item.id, supersedes: old.id };

/** A correction corrects something on file of the same kind and the same owner, and no chain of corrections bites its own tail. */
function supersessionProblem<Item extends Correction>(
  item: Item,
  find: (id: string) => Item | undefined,
  noun: Corrected,
  otherOwner: (item: Item, old: Item) => ChangeError | null,
): ChangeError | null {
  if (item.supersedes === undefined) return null;
  const old = find(item.supersedes);
  if (old === undefined) return { code: 'unknown-reference', noun, id: item.supersedes, in: noun, inId: item.id };
  const astray = otherOwner(item, old);
  if (astray !== null) return astray;
  if (old.kind !== item.kind) return { code: 'supersedes-other-kind', noun, id: item.id, supersedes: old.id };
  const seen = new Set([item.id]);
  for (let next: Item | undefined = old; next !== undefined; next = next.supersedes === undefined ? undefined : find(next.supersedes)) {
    if (seen.has(next.id)) return { code: 'supersedes-cycle', noun, id: item.id };
    seen.add(next.id);
  }
  return null;
}
