import path from 'node:path';
import type { storageContract } from '../../shared/ipc/storage.ts';
import { ok } from '../../shared/result.ts';
import { diskSpace } from '../disk-space.ts';
import type { Handlers } from '../ipc.ts';
import type { PageReturn } from '../page-return.ts';
import { lostAgencies } from '../vault/lost-agencies.ts';

/** The room on the profile's disk, what is missing there, and whether the page was opened again. */
export const storageHandlers = (profile: string, returns: PageReturn): Pick<Handlers, keyof typeof storageContract> => ({
  'storage-space': async () => ok({ profile: await diskSpace(profile) }),
  'lost-agencies': async ({ present }) => ok({ agencyIds: [...(await lostAgencies(path.join(profile, 'agencies'), present))] }),
  'page-returned': () => Promise.resolve(ok({ returned: returns.take() })),
});
