import path from 'node:path';
import { app } from 'electron';
import { systemKeyStore } from '../vault/electron-key-store.ts';
import type { Vault } from '../vault/vault.ts';
import type { Program } from './machine-facts.ts';

/** Where the fuses are: on macOS in the framework beside the small program that starts it. */
const fused = (): string =>
  process.platform === 'darwin' ? path.resolve(path.dirname(process.execPath), '..', 'Frameworks', 'Electron Framework.framework', 'Electron Framework') : process.execPath;

/** The program that runs, as Electron tells it. */
export const runningProgram = (vault: Vault): Program => ({
  version: app.getVersion(),
  packaged: app.isPackaged,
  versions: { electron: process.versions.electron, chrome: process.versions.chrome, node: process.versions.node },
  platform: process.platform,
  sandbox: !app.commandLine.hasSwitch('no-sandbox'),
  keyStore: systemKeyStore,
  executable: fused(),
  agenciesWithKeys: async () => (await vault.list()).length,
});
