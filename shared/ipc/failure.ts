import { z } from 'zod';

/** Everything that can go wrong between the page and the machine. Closed: the page chooses the words. */
export const ipcFailureCodes = [
  'bad-arguments', // the arguments do not have the channel's shape; detail names the path
  'too-large', // a file larger than the channel carries; detail is the limit in bytes
  'not-found', // no such file, document or job any more
  'cannot-read', // the operating system refused; detail is its code, for example EACCES
  'cannot-write', // likewise; what was there before is untouched
  'damaged', // a stored document's bytes no longer have its digest
  'busy', // a binder job is running already; detail `download`: a download is
  'not-allowed', // downloads are switched off, or the user at work has no right to this
  'locked', // the agency's keys are not there: it has to be unlocked first
  'wrong-key', // the passphrase or the recovery key is not the right one; nothing was touched
  'wait', // too many wrong tries; detail is the seconds until the next
  'exists', // what was to be made is there already
  'newer', // written by a newer Muster
  'cancelled', // the person stopped it
  'no-connection', // the site could not be reached, or the connection broke every time; detail is the system's code, or `timed-out`, `cut-off`
  'wrong-answer', // the site answered with something that is not the list; detail: `html`, `not-the-list`, `elsewhere` or `status 404`
  'failed', // a bug on our side; detail is for the log, never a person's data
] as const;

export const ipcFailureSchema = z.strictObject({
  code: z.enum(ipcFailureCodes),
  detail: z.string().exactOptional(),
});

/** Why a request was not carried out. `detail` is a limit, a path in the arguments, a code of the operating system or one of the words above. */
export type IpcFailure = Readonly<z.infer<typeof ipcFailureSchema>>;
