/** What the main process can say of itself and the machine to whoever helps: versions, sizes, codes. No text anybody typed has a place in these shapes. */
import { z } from 'zod';
import { faultCodes, logEvents } from '../diagnostics/log-events.ts';
import { instantSchema } from '../model/schema.ts';
import { keyStoreSchema } from './vault.ts';

const none = z.strictObject({});
const count = z.int().nonnegative();
/** Digits and dots, and of a trial release its mark. */
const version = z.string().regex(/^\d{1,6}(\.\d{1,6}){0,3}(-(alpha|beta|rc|nightly)[.\d]{0,12})?$/);

export const fuseNames = [
  'runAsNode', 'cookieEncryption', 'nodeOptions', 'nodeCliInspect', 'embeddedAsarIntegrity', 'onlyLoadAppFromAsar', 'browserProcessSnapshot', 'fileProtocolPrivileges',
] as const;
export type FuseName = (typeof fuseNames)[number];
export const fuseStates = ['on', 'off', 'removed', 'unknown'] as const;
export type FuseState = (typeof fuseStates)[number];

export const profileParts = ['records', 'documents', 'keys', 'logs', 'rest'] as const;
export type ProfilePart = (typeof profileParts)[number];

/** A kind of event of the local log: how often, when last, and the codes it came with. */
export const loggedEventSchema = z.strictObject({ event: z.enum([...logEvents, 'other']), level: z.enum(['info', 'warn', 'error']), count, lastAt: instantSchema, codes: z.array(z.enum(faultCodes)) });
export type LoggedEvent = Readonly<z.infer<typeof loggedEventSchema>>;

export const machineFactsSchema = z.strictObject({
  muster: version,
  packaged: z.boolean(),
  electron: version,
  chromium: version,
  node: version,
  platform: z.enum(['windows', 'macos', 'linux', 'other']),
  /** The system's own number, digits and dots alone. */
  release: z.string().regex(/^[\d.]{1,20}$/),
  arch: z.enum(['x64', 'arm64', 'ia32', 'other']),
  memoryMiB: count,
  cores: count,
  sandbox: z.boolean(),
  keyStore: keyStoreSchema,
  /** Null where the program's file could not be read. */
  fuses: z.record(z.enum(fuseNames), z.enum(fuseStates)).nullable(),
  disk: z.strictObject({ freeBytes: z.number().nonnegative(), totalBytes: z.number().nonnegative() }).nullable(),
  profile: z.record(z.enum(profileParts), z.strictObject({ files: count, bytes: count })),
  /** How many agencies have keys here. */
  agenciesWithKeys: count,
  log: z.array(loggedEventSchema).max(200),
  /** Lines of the log that are none. */
  logUnread: count,
});
export type MachineFacts = Readonly<z.infer<typeof machineFactsSchema>>;

export const diagnosticsContract = {
  diagnostics: { args: none, result: machineFactsSchema },
} as const satisfies Record<string, { readonly args: z.ZodType; readonly result: z.ZodType }>;
