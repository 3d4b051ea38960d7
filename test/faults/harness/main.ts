/**
 * The program under test, without its screens: a real Electron whose main process and page run the app's own modules. It does what it is told
 * over one pipe and acknowledges over another, until somebody kills it.
 */
import { createReadStream, writeSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { app, BrowserWindow, session } from 'electron';
import { declareAppScheme, serveApp } from '../../../electron/app-protocol.ts';
import { writeWhole } from '../../../electron/atomic-write.ts';
import { backupDesk } from '../../../electron/backup/backup-desk.ts';
import type { BackupSource } from '../../../electron/backup/write-backup.ts';
import { documentStores } from '../../../electron/documents/document-stores.ts';
import { storageRenewalHandlers } from '../../../electron/handlers/storage-renewal.ts';
import { forgetCuts, mendStorage } from '../../../electron/storage-logs/mend-storage.ts';
import { storageRenewal } from '../../../electron/storage-renewal.ts';
import { systemCode } from '../../../electron/system-code.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import { failureWords } from '../../../renderer/platform/failure-words.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { writeAgencyFile } from '../../../shared/agency-file/write.ts';
import { sourceFactsSchema } from '../../../shared/backup/contents.ts';
import type { IpcFailure } from '../../../shared/ipc/failure.ts';
import type { VaultSession } from '../../../shared/ipc/vault.ts';
import type { Answer, MainStep, PageKeys, PageStep, Step } from './protocol.ts';
import { isPageStep } from './steps.ts';
import { madeKeys } from '../../support/made-keys.ts';

const answersTo = 3;
const stepsFrom = 4;
const profile = process.env['FAULTS_PROFILE'];
if (profile === undefined) throw new Error('FAULTS_PROFILE names the profile to work on');

app.setPath('userData', profile);
declareAppScheme();

const say = (message: unknown): void => {
  // Synchronous: what was said is outside this process before anything else happens in it.
  writeSync(answersTo, `${JSON.stringify(message)}\n`);
};

// Cheap passphrases: the strength of argon2id is measured elsewhere, here hundreds of them are made.
const vault = createVault({
  folder: path.join(profile, 'agencies'),
  keyStore: { kind: () => 'no-store', seal: (text) => Buffer.from(text), open: (sealed) => Buffer.from(sealed).toString() },
  now: () => Date.now(),
  cost: { memoryKiB: 8_192, passes: 1, lanes: 1 },
});

const agencies = path.join(profile, 'agencies');
const backups = backupDesk({ agencies, vault, now: () => Date.now(), appVersion: 'faults' });
const documents = documentStores({ profile, vault });
const renewal = storageRenewal(path.join(profile, 'storage-renewal'), async () => {
  await session.defaultSession.clearStorageData({ storages: ['indexdb'] });
  await forgetCuts(profile);
});
const personnel = (sha256: string) => ({ sha256, vault: 'personnel' as const });
const ignore = (): void => undefined;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const keysOf = ({ records, medical }: VaultSession): PageKeys => ({ records: hex(records), medical: medical === null ? null : hex(medical) });
const failed = (error: IpcFailure): Answer => ({ ok: false, code: error.code, detail: error.detail ?? '', words: failureWords(error) });

function pageOf(window: BrowserWindow) {
  return async (step: PageStep): Promise<Answer> => JSON.parse(String(await window.webContents.executeJavaScript(`harness(${JSON.stringify(JSON.stringify(step))})`))) as Answer;
}

async function perform(step: MainStep, window: BrowserWindow): Promise<Answer> {
  const page = pageOf(window);
  switch (step.do) {
    case 'protect': {
      const made = await madeKeys(vault, step.agencyId, step.userName, step.passphrase);
      return made.ok ? { ok: true, value: { keys: keysOf(made.value.session), userId: made.value.session.user.id, recoveryKey: made.value.recoveryKey } } : failed(made.error);
    }
    case 'unlock': {
      const opened = await vault.unlock(step.agencyId, step.userId, step.passphrase);
      return opened.ok ? { ok: true, value: keysOf(opened.value) } : failed(opened.error);
    }
    case 'change-passphrase': {
      const done = await vault.changePassphrase(step.passphrase, step.next);
      return done.ok ? done : failed(done.error);
    }
    case 'add-user': {
      const user = { id: step.userId, name: step.name, roles: ['hr' as const], medical: step.medical, administrator: false };
      const done = await vault.putUser(user, step.passphrase);
      return done.ok ? { ok: true, value: null } : failed(done.error);
    }
    case 'renew-recovery': {
      const done = await vault.renewRecovery(step.passphrase);
      return done.ok ? done : failed(done.error);
    }
    case 'export': {
      const read = await page({ do: 'read' });
      if (!read.ok || !('value' in read)) return read;
      try {
        await writeWhole(step.path, writeAgencyFile(read.value as AgencyFile, new Map(), { appVersion: 'faults' }));
        return { ok: true, value: null };
      } catch (error) {
        return failed({ code: 'cannot-write', detail: systemCode(error) });
      }
    }
    case 'store': {
      const done = await documents.of(step.agencyId).store(Buffer.from(step.text), 'personnel');
      return done.ok ? { ok: true, value: done.value.sha256 } : failed(done.error);
    }
    case 'destroy': {
      const store = documents.of(step.agencyId);
      const noted = await store.condemn(step.sha256 === null ? [] : [personnel(step.sha256)]);
      if (!noted.ok) return failed(noted.error);
      const done = await store.sweep(step.onRecord.map(personnel));
      return done.ok ? done : failed(done.error);
    }
    case 'read-document': {
      const read = await documents.of(step.agencyId).read(personnel(step.sha256));
      return read.ok ? { ok: true, value: Buffer.from(read.value.bytes).toString() } : failed(read.error);
    }
    case 'back-up':
      return backUp(step.agencyId, step.folder, page);
    case 'quota': {
      const { debugger: tools } = window.webContents;
      if (!tools.isAttached()) tools.attach('1.3');
      await tools.sendCommand('Storage.overrideQuotaForOrigin', { origin: 'app://muster', ...(step.bytes !== null && { quotaSize: step.bytes }) });
      return { ok: true, value: null };
    }
  }
}

type Source = { readonly facts: BackupSource['facts']; readonly records: string; readonly medical: string };
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A backup as the app makes it: written and read back here, proven by the page in a scratch database, and only then counted as good. */
async function backUp(agencyId: string, folder: string, page: (step: PageStep) => Promise<Answer>): Promise<Answer> {
  if ((await backups.folderOf(agencyId)) === null) {
    const chosen = await backups.choose(agencyId, 'Bayou', folder);
    if (!chosen.ok) return failed(chosen.error);
  }
  const read = await page({ do: 'source' });
  if (!read.ok) return read;
  const source = read.value as Source;
  const written = await backups.write(agencyId, { facts: sourceFactsSchema.parse(source.facts), records: bytesOf(source.records), medical: bytesOf(source.medical) }, ignore);
  if (!written.ok) return failed(written.error);
  const { name, readBack } = written.value;
  const proven = await page({ do: 'prove', records: textOf(readBack.records), medical: textOf(readBack.medical), facts: source.facts });
  if (!proven.ok) return proven;
  const done = await backups.prove(agencyId, name, proven.value as readonly string[], ignore);
  return done.ok ? { ok: true, value: name } : failed(done.error);
}

async function answer(step: Step, window: BrowserWindow): Promise<Answer> {
  try {
    return isPageStep(step) ? await pageOf(window)(step) : await perform(step, window);
  } catch (error) {
    return { ok: false, thrown: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

void app.whenReady().then(async () => {
  await mendStorage(profile, 'cut');
  serveApp(path.join(import.meta.dirname, 'page'), null);
  const window = new BrowserWindow({ show: false, webPreferences: { preload: path.join(import.meta.dirname, 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false, backgroundThrottling: false } });
  // The bridge of the app itself, answered by its own handlers: only those of the renewal, which the page needs within a step.
  for (const [channel, handler] of Object.entries(storageRenewalHandlers(renewal))) window.webContents.ipc.handle(channel, (_event, args: unknown) => handler(args as never, window));
  await window.loadURL('app://muster/');
  say({ ready: true });
  for await (const line of createInterface({ input: createReadStream('', { fd: stepsFrom }) })) say(await answer(JSON.parse(line) as Step, window));
  app.quit();
});
