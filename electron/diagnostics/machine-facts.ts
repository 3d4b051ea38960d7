import { arch, cpus, release, totalmem } from 'node:os';
import path from 'node:path';
import { machineFactsSchema, type MachineFacts } from '../../shared/ipc/diagnostics.ts';
import { diskSpace } from '../disk-space.ts';
import type { KeyStore } from '../vault/key-store.ts';
import { readFuses } from './fuses.ts';
import { loggedEvents, readLog } from './logged-events.ts';
import { profileSizes } from './profile-sizes.ts';

/** What only the running program can say. */
export type Program = {
  readonly version: string;
  readonly packaged: boolean;
  readonly versions: { readonly electron: string; readonly chrome: string; readonly node: string };
  readonly platform: NodeJS.Platform;
  readonly sandbox: boolean;
  readonly keyStore: KeyStore;
  /** The file of the program, whose fuses are read. */
  readonly executable: string;
  readonly agenciesWithKeys: () => Promise<number>;
};

const platforms: Readonly<Record<string, MachineFacts['platform']>> = { win32: 'windows', darwin: 'macos', linux: 'linux' };

/** The facts of this machine and this profile, parsed by their own schema: what does not fit in is not told. */
export async function machineFacts(profile: string, program: Program): Promise<MachineFacts> {
  const log = loggedEvents(await readLog(path.join(profile, 'logs')));
  const architecture = arch();
  return machineFactsSchema.parse({
    muster: program.version,
    packaged: program.packaged,
    electron: program.versions.electron,
    chromium: program.versions.chrome,
    node: program.versions.node,
    platform: platforms[program.platform] ?? 'other',
    release: /^[\d.]{1,20}/.exec(release())?.[0] ?? '0',
    arch: architecture === 'x64' || architecture === 'arm64' || architecture === 'ia32' ? architecture : 'other',
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    cores: cpus().length,
    sandbox: program.sandbox,
    keyStore: program.keyStore.kind(),
    fuses: await readFuses(program.executable),
    disk: await diskSpace(profile),
    profile: await profileSizes(profile),
    agenciesWithKeys: await program.agenciesWithKeys(),
    log: log.events.slice(0, 200),
    logUnread: log.unread,
  });
}
