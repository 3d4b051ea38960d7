import type { z } from 'zod';
import { agencyRecordSchema } from './agency-records/agency-record.ts';
import { acknowledgementSchema, agencySchema, siteSchema, teamSchema, vendorSchema } from './agency.ts';
import type { ChangeError, RecordNoun } from './change-error.ts';
import type { Change } from './changes.ts';
import { documentAmendmentSchema, documentSchema } from './document.ts';
import { evidenceSchema } from './evidence.ts';
import { decisionSchema, exclusionCheckSchema, listVersionSchema, monthRecordSchema } from './exclusion.ts';
import { personSchema } from './person.ts';
import { instantSchema } from './schema.ts';

type Subject = { readonly noun: RecordNoun; readonly id: string; readonly schema: z.ZodType; readonly value: unknown };

function subjectOf(change: Change): Subject {
  switch (change.kind) {
    case 'set-agency':
      return { noun: 'agency', id: change.agency.name, schema: agencySchema, value: change.agency };
    case 'put-site':
      return { noun: 'site', id: change.site.id, schema: siteSchema, value: change.site };
    case 'put-team':
      return { noun: 'team', id: change.team.id, schema: teamSchema, value: change.team };
    case 'put-person':
      return { noun: 'person', id: change.person.id, schema: personSchema, value: change.person };
    case 'put-vendor':
      return { noun: 'vendor', id: change.vendor.id, schema: vendorSchema, value: change.vendor };
    case 'add-document':
      return { noun: 'document', id: change.document.id, schema: documentSchema, value: change.document };
    case 'amend-document':
      return { noun: 'document', id: change.documentId, schema: documentAmendmentSchema, value: change.set };
    case 'purge-document':
      return { noun: 'document', id: change.documentId, schema: instantSchema, value: change.purgedAt };
    case 'add-evidence':
      return { noun: 'evidence', id: change.evidence.id, schema: evidenceSchema, value: change.evidence };
    case 'retract-evidence':
      return { noun: 'evidence', id: change.evidenceId, schema: instantSchema, value: change.retractedAt };
    case 'add-agency-record':
      return { noun: 'agency record', id: change.record.id, schema: agencyRecordSchema, value: change.record };
    case 'retract-agency-record':
      return { noun: 'agency record', id: change.recordId, schema: instantSchema, value: change.retractedAt };
    case 'add-check':
      return { noun: 'check', id: change.check.id, schema: exclusionCheckSchema, value: change.check };
    case 'add-decision':
      return { noun: 'decision', id: change.decision.id, schema: decisionSchema, value: change.decision };
    case 'add-list-version':
      return { noun: 'list version', id: change.version.id, schema: listVersionSchema, value: change.version };
    case 'add-month-record':
      return { noun: 'month record', id: change.record.id, schema: monthRecordSchema, value: change.record };
    case 'acknowledge':
      return { noun: 'acknowledgement', id: change.acknowledgement.requirement, schema: acknowledgementSchema, value: change.acknowledgement };
  }
}

/** The first place where a change does not have the shape of the agency file, or null. What is stored can always be read back. */
export function malformation(change: Change): ChangeError | null {
  const { noun, id, schema, value } = subjectOf(change);
  const parsed = schema.safeParse(value);
  if (parsed.success) return null;
  const issue = parsed.error.issues[0];
  return { code: 'malformed', noun, id, path: issue?.path.map(String).join('.') ?? '', problem: issue?.message ?? 'not readable' };
}
