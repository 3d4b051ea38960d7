/**
 * The program under test, without its screens: a real Electron whose main process and page run the app's own modules. It does what it is told
 * over one pipe and acknowledges over another, until somebody kills it.
 */
import { createReadStream, writeSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { app, BrowserWindow } from 'electron';
import { declareAppScheme, serveApp } from '../../../electron/app-protocol.ts';
import { writeWhole } from '../../../electron/atomic-write.ts';
import { systemCode } from '../../../electron/system-code.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import { failureWords } from '../../../renderer/platform/failure-words.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { writeAgencyFile } from '../../../shared/agency-file/write.ts';
import type { IpcFailure } from '../../../shared/ipc/failure.ts';
import type { VaultSession } from '../../../shared/ipc/vault.ts';
import type { Answer, MainStep, PageKeys, PageStep, Step } from './protocol.ts';
import { isPageStep } from './steps.ts';

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
      const made = await vault.create(step.agencyId, step.userName, step.passphrase);
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
    case 'quota': {
      const { debugger: tools } = window.webContents;
      if (!tools.isAttached()) tools.attach('1.3');
      await tools.sendCommand('Storage.overrideQuotaForOrigin', { origin: 'app://muster', ...(step.bytes !== null && { quotaSize: step.bytes }) });
      return { ok: true, value: null };
    }
  }
}

async function answer(step: Step, window: BrowserWindow): Promise<Answer> {
  try {
    return isPageStep(step) ? await pageOf(window)(step) : await perform(step, window);
  } catch (error) {
    return { ok: false, thrown: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

void app.whenReady().then(async () => {
  serveApp(path.join(import.meta.dirname, 'page'), null);
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, backgroundThrottling: false } });
  await window.loadURL('app://muster/');
  say({ ready: true });
  for await (const line of createInterface({ input: createReadStream('', { fd: stepsFrom }) })) say(await answer(JSON.parse(line) as Step, window));
  app.quit();
});
