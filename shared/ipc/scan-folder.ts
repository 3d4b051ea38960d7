/** A folder the agency's scanner writes to. The person chooses it in the system's dialog; the page never says or sees a path but its name. */
import { z } from 'zod';
import { digestSchema, textSchema } from '../model/schema.ts';
import { agencyKeySchema } from './vault.ts';

/** What happens to a file in the folder once it is filed: it stays, or goes to a folder "Filed in Muster" beside it. */
export const afterFilingSchema = z.enum(['leave', 'move']);
export type AfterFiling = z.infer<typeof afterFilingSchema>;

/** The name of the folder files move to, within the watched one. */
export const filedFolder = 'Filed in Muster';

const statusSchema = z.strictObject({ folder: textSchema.nullable(), afterFiling: afterFilingSchema });
export type ScanFolderStatus = Readonly<z.infer<typeof statusSchema>>;

/** A file that lies there whole: its size and time did not change between two looks. */
const foundSchema = z.strictObject({ name: textSchema, bytes: z.int().nonnegative(), sha256: digestSchema });
export type FoundScan = Readonly<z.infer<typeof foundSchema>>;

const lookSchema = z.strictObject({
  /** Nothing, where no folder is watched. `unreachable`: a network folder or drive that is not there now. */
  state: z.enum(['none', 'unreachable', 'here']),
  files: z.array(foundSchema),
  /** Files that are still being written, or wait to be read. */
  arriving: z.int().nonnegative(),
  /** Files larger than a document may be, by name. */
  tooLarge: z.array(textSchema),
});
export type ScanFolderLook = Readonly<z.infer<typeof lookSchema>>;

const agency = z.strictObject({ agencyId: agencyKeySchema });

/** All of them answer `locked` while the agency has keys and is locked: nothing is read then. */
export const scanFolderContract = {
  'scan-folder-status': { args: agency, result: statusSchema },
  /** Lets the person choose the folder. `null`: they closed the dialog. */
  'scan-folder-choose': { args: agency, result: statusSchema.nullable() },
  'scan-folder-set': { args: agency.extend({ afterFiling: afterFilingSchema }), result: statusSchema },
  /** No folder is watched any more. The files stay where they are. */
  'scan-folder-forget': { args: agency, result: statusSchema },
  /** What lies there now. Asked again and again; a file is told of once it is whole. */
  'scan-folder-look': { args: agency, result: lookSchema },
  /** Reads a file that was told of. `not-found`: it is not there any more, or not as it was. */
  'scan-folder-read': { args: agency.extend({ sha256: digestSchema }), result: z.strictObject({ name: textSchema, bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }) },
  /** The file is on record now: where the setting says so it moves to "Filed in Muster". Never deleted, never overwritten. */
  'scan-folder-filed': { args: agency.extend({ sha256: digestSchema }), result: z.strictObject({ moved: z.boolean() }) },
} as const satisfies Record<string, { readonly args: z.ZodType; readonly result: z.ZodType }>;
