import { z } from 'zod';

/** Everything that can go wrong between the page and the machine. Closed: the page chooses the words. */
export const ipcFailureCodes = [
  'bad-arguments', // the arguments do not have the channel's shape; detail names the path
  'too-large', // a file larger than the channel carries; detail is the limit in bytes
  'not-found', // no such file, document or job any more
  'cannot-read', // the operating system refused; detail is its code, for example EACCES
  'cannot-write', // likewise; what was there before is untouched
  'damaged', // a stored document's bytes no longer have its digest
  'busy', // a binder job is running already
  'failed', // a bug on our side; detail is for the log, never a person's data
] as const;

export const ipcFailureSchema = z.strictObject({
  code: z.enum(ipcFailureCodes),
  detail: z.string().exactOptional(),
});

/** Why a request was not carried out. `detail` is a limit, a path in the arguments or an operating system code. */
export type IpcFailure = Readonly<z.infer<typeof ipcFailureSchema>>;
