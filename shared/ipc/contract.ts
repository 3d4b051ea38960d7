/**
 * Every channel between the page and the machine: its name, the shape of its argument and of its answer. Both sides derive
 * their types from here; the main process parses every argument with it. A channel takes one object, so that adding a
 * field never shifts another. There is no channel that takes a path: the person chooses places in the system's own dialogs,
 * and the page refers to them by the token it was given.
 */
import { z } from 'zod';
import type { Result } from '../result.ts';
import { mailtoLimit } from '../model/email.ts';
import { dateSchema, digestSchema, idSchema } from '../model/schema.ts';
import { backupContract, backupEvents } from './backup.ts';
import { binderFinishedSchema, binderProgressSchema, printJobSchema } from './binder-job.ts';
import { connectionSchema, downloadLists } from './connection.ts';
import { diagnosticsContract } from './diagnostics.ts';
import { documentsContract, documentsEvents } from './documents.ts';
import type { IpcFailure } from './failure.ts';
import { reminderRunSchema, reminderStatusSchema, reminderSwitchesSchema } from './reminders.ts';
import { scanFolderContract } from './scan-folder.ts';
import { storageContract } from './storage.ts';
import { storageRenewalContract } from './storage-renewal.ts';
import { agencyKeySchema, logHeadSchema, vaultContract, vaultEvents } from './vault.ts';
import { verifyPdfContract } from './verify-pdf.ts';

/** Limits in bytes: what fits through memory twice on a small office machine. */
export const ipcLimits = { roster: 64 * 2 ** 20, agency: 512 * 2 ** 20, list: 256 * 2 ** 20, document: 256 * 2 ** 20, save: 512 * 2 ** 20 } as const;

const bytesUpTo = (limit: number) =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= limit, {
    error: `expected bytes, at most ${limit}`,
  });

const none = z.strictObject({});
const fileName = z
  .string()
  .min(1)
  .max(150)
  .refine((name) => Array.from(name).every((character) => character >= ' ' && !'<>:"/\\|?*'.includes(character)), {
    error: 'a file name cannot contain < > : " / \\ | ? * or control characters',
  });
const placeToken = z.string().min(1).max(64);
const readBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const contract = {
  /** Versions for the settings screen and for reports of trouble. */
  'app-info': {
    args: none,
    result: z.strictObject({
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      node: z.string(),
      platform: z.enum(['windows', 'macos', 'linux']),
      packaged: z.boolean(),
    }),
  },
  /** Lets the person choose a file and reads it. `null`: they closed the dialog. */
  'open-file': {
    args: z.strictObject({ kind: z.enum(['roster', 'agency']) }),
    result: z.strictObject({ name: z.string(), bytes: readBytes }).nullable(),
  },
  /** Lets the person choose the file of an exclusion list and reads it. `null`: they closed the dialog. */
  'open-list': { args: none, result: z.strictObject({ name: z.string(), bytes: readBytes }).nullable() },
  /**
   * Fetches a list from its official address, the only connection Muster ever makes: refused with `not-allowed` until the
   * person has allowed it. `publishedOn` is the day the site says the file was last changed.
   */
  'download-list': {
    args: z.strictObject({ list: z.enum(downloadLists) }),
    result: z.strictObject({ name: z.string(), bytes: readBytes, publishedOn: dateSchema.exactOptional() }),
  },
  /** Stops the download under way, which then fails with `cancelled`. */
  'download-cancel': { args: none, result: none },
  /** Whether downloads are allowed on this computer. The main process keeps this and obeys it whatever the page asks. */
  'downloads-allowed': { args: none, result: z.strictObject({ allowed: z.boolean() }) },
  /** Switches downloads on or off. Off also stops one under way. */
  'allow-downloads': { args: z.strictObject({ allowed: z.boolean() }), result: z.strictObject({ allowed: z.boolean() }) },
  /** Every connection on record, oldest first; `unread` counts lines of the record that are damaged. */
  connections: { args: none, result: z.strictObject({ connections: z.array(connectionSchema), unread: z.number().int().nonnegative() }) },
  /** Lets the person choose a place and writes there, all or nothing. `null`: they closed the dialog. */
  'save-file': {
    args: z.strictObject({
      suggestedName: fileName,
      filters: z.array(z.strictObject({ name: z.string().max(80), extensions: z.array(z.string().regex(/^[a-z0-9]{1,10}$/)).min(1).max(10) })).max(10),
      bytes: bytesUpTo(ipcLimits.save),
    }),
    result: z.strictObject({ name: z.string(), place: placeToken }).nullable(),
  },
  /**
   * Keeps a document of an agency, sealed with the key of its vault where the agency has keys (`locked` while they are not there). Storing the same
   * bytes twice keeps one copy. `not-allowed`: the medical vault, without the medical right.
   */
  'store-document': {
    args: z.strictObject({ agencyId: agencyKeySchema, vault: z.enum(['personnel', 'medical']), bytes: bytesUpTo(ipcLimits.document) }),
    result: z.strictObject({ sha256: digestSchema, bytes: z.number().int().nonnegative() }),
  },
  /** Reads a kept document and checks it against its digest. One of the medical vault only with `logged`: the entry of the log that says so, written before. */
  'read-document': {
    args: z.strictObject({ agencyId: agencyKeySchema, vault: z.enum(['personnel', 'medical']), sha256: digestSchema, logged: logHeadSchema.exactOptional() }),
    result: z.strictObject({ bytes: readBytes }),
  },
  /** Starts rendering binders or certificates. `ask` lets the person choose the folder, `usual` takes Documents/Muster. `null`: they closed the dialog. */
  'binder-start': {
    args: z.strictObject({ job: printJobSchema, folder: z.enum(['ask', 'usual']), agencyId: agencyKeySchema.exactOptional() }),
    result: z.strictObject({ jobId: idSchema, outFolder: z.string(), place: placeToken }).nullable(),
  },
  /** Stops a job; its `binder-finished` says `cancelled`. */
  'binder-cancel': { args: z.strictObject({ jobId: idSchema }), result: none },
  /** Shows a saved file or a binder folder in the system's file manager. */
  'show-in-folder': { args: z.strictObject({ place: placeToken, name: fileName.exactOptional() }), result: none },
  /** Opens a finished PDF in the system's viewer. */
  'open-pdf': { args: z.strictObject({ place: placeToken, name: fileName.exactOptional() }), result: none },
  /** Prints the page through the system's dialog. `printed` is false when the person closed it. */
  'print-page': { args: none, result: z.strictObject({ printed: z.boolean() }) },
  /** Saves the page as a PDF, US Letter unless the page's own CSS says otherwise. `null`: they closed the dialog. */
  'save-page-pdf': {
    args: z.strictObject({ suggestedName: fileName }),
    result: z.strictObject({ name: z.string(), place: placeToken }).nullable(),
  },
  /** Paints the window's own buttons for the theme the page shows. */
  'set-title-bar-colours': { args: z.strictObject({ theme: z.enum(['light', 'dark']) }), result: none },
  /** The switches of reminders on this computer, what it can do, and its last notification. */
  'reminders-status': { args: none, result: reminderStatusSchema },
  /** Sets every switch; `cannot-write`: they hold until Muster ends. */
  'set-reminders': { args: reminderSwitchesSchema, result: reminderStatusSchema },
  /** What a run of reminders found: the tray's numbers, and one notification where anything was told. */
  remind: { args: reminderRunSchema, result: reminderStatusSchema },
  /** Opens a draft in the system's mail program. Only a `mailto:` with one recipient, a subject and a text. */
  'open-mail': { args: z.strictObject({ url: z.string().max(mailtoLimit) }), result: none },
  ...vaultContract,
  ...documentsContract,
  ...backupContract,
  ...storageContract,
  ...storageRenewalContract,
  ...scanFolderContract,
  ...diagnosticsContract,
  ...verifyPdfContract,
} as const satisfies Record<string, { readonly args: z.ZodType; readonly result: z.ZodType }>;

/** What the machine tells the page unasked. */
export const events = {
  'binder-progress': binderProgressSchema,
  'binder-finished': binderFinishedSchema,
  /** Bytes of a list so far; `total` is null where the site does not say. `attempt` counts from 1, of at most `attempts`. */
  'download-progress': z.strictObject({
    list: z.enum(downloadLists),
    received: z.number().int().nonnegative(),
    total: z.number().int().nonnegative().nullable(),
    attempt: z.number().int().positive(),
    attempts: z.number().int().positive(),
  }),
  /** A notification or the tray was clicked: the reminders are to be shown. */
  'show-reminders': none,
  ...vaultEvents,
  ...documentsEvents,
  ...backupEvents,
} as const satisfies Record<string, z.ZodType>;

export type Channel = keyof typeof contract;
export type ChannelArgs<Name extends Channel> = z.infer<(typeof contract)[Name]['args']>;
export type ChannelValue<Name extends Channel> = z.infer<(typeof contract)[Name]['result']>;
export type ChannelResult<Name extends Channel> = Result<ChannelValue<Name>, IpcFailure>;

export type EventName = keyof typeof events;
export type EventBody<Name extends EventName> = z.infer<(typeof events)[Name]>;
