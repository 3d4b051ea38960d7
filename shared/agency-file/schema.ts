import { z } from 'zod';
import { agencyRecordSchema } from '../model/agency-records/agency-record.ts';
import { acknowledgementSchema, agencySchema, siteSchema, teamSchema, vendorSchema } from '../model/agency.ts';
import { documentSchema } from '../model/document.ts';
import { evidenceSchema } from '../model/evidence.ts';
import { decisionSchema, exclusionCheckSchema, listVersionSchema, monthRecordSchema } from '../model/exclusion.ts';
import { personSchema } from '../model/person.ts';
import type { Readonlyed } from '../model/schema.ts';

/** The version of the open format this program writes; it reads this and older ones. */
export const agencyFileVersion = 1;

/** One entry of the log as exported: carried whole, so that a round trip keeps it byte for byte. */
const auditEntrySchema = z.looseObject({});

export const agencyFileSchema = z.strictObject({
  format: z.literal('muster-agency'),
  version: z.literal(agencyFileVersion),
  agency: agencySchema,
  sites: z.array(siteSchema).exactOptional(),
  teams: z.array(teamSchema).exactOptional(),
  people: z.array(personSchema),
  vendors: z.array(vendorSchema).exactOptional(),
  evidence: z.array(evidenceSchema),
  documents: z.array(documentSchema).exactOptional(),
  exclusionChecks: z.array(exclusionCheckSchema).exactOptional(),
  acknowledgements: z.array(acknowledgementSchema).exactOptional(),
  decisions: z.array(decisionSchema).exactOptional(),
  listVersions: z.array(listVersionSchema).exactOptional(),
  monthRecords: z.array(monthRecordSchema).exactOptional(),
  agencyRecords: z.array(agencyRecordSchema).exactOptional(),
  audit: z.array(auditEntrySchema).exactOptional(),
});

/** One agency's whole record, as exported, judged, printed and restored. */
export type AgencyFile = Readonlyed<z.infer<typeof agencyFileSchema>>;
