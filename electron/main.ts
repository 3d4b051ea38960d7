/** The main process, in the order in which it happens. One capability a line, each in a file of its own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { app, dialog, session } from 'electron';
import { sweepHalfWritten } from './atomic-write.ts';
import { declareAppScheme, serveApp } from './app-protocol.ts';
import { backupDesk } from './backup/backup-desk.ts';
import { restoreDesk } from './backup/restore-desk.ts';
import { binderJobs } from './binder-jobs.ts';
import { runningProgram } from './diagnostics/electron-program.ts';
import { documentStores } from './documents/document-stores.ts';
import { downloadsOf } from './downloads/downloads.ts';
import { allHandlers } from './handlers/all.ts';
import { answerRequests, tell } from './ipc.ts';
import { framesOf, log, openLog } from './log.ts';
import { setMenu } from './menu.ts';
import { closeNetwork } from './network.ts';
import { guardPermissions } from './permissions.ts';
import { places } from './places.ts';
import { claimProfile, lookAtProfile, refusalWords } from './profile.ts';
import { hiddenFlag } from './reminders/login-item.ts';
import { reminderDesk } from './reminders/reminder-desk.ts';
import { reminderMachine } from './reminders/reminder-machine.ts';
import { switchStore } from './reminders/reminder-switches.ts';
import { trayIcon } from './reminders/tray.ts';
import { guardEveryPage } from './security.ts';
import { scanFolders } from './scan-folder/scan-folder.ts';
import { forgetCuts, mendStorage } from './storage-logs/mend-storage.ts';
import { storageRenewal } from './storage-renewal.ts';
import { systemCode } from './system-code.ts';
import { surroundings } from './surroundings.ts';
import { refuseSwitches } from './switches.ts';
import { lockWithTheMachine } from './vault/electron-lock.ts';
import { systemKeyStore } from './vault/electron-key-store.ts';
import { createVault } from './vault/vault.ts';
import { verifier } from './verifier.ts';
import { currentPage, returns, showWindow } from './window.ts';

// Whatever this process and Chromium write is its owner's alone.
if (process.platform !== 'win32') process.umask(0o077);

const built = path.resolve(import.meta.dirname, '..');
const here = surroundings({ env: process.env, packaged: app.isPackaged, appData: app.getPath('appData'), built });
const chromium = Number.parseInt(process.versions.chrome, 10);

const seen = lookAtProfile(here.profile, chromium);

// Before anything reads the profile. A refused one is not even lent to Chromium for showing the dialog.
app.setPath('userData', seen.kind === 'refuse' ? mkdtempSync(path.join(tmpdir(), 'muster-')) : here.profile);
openLog(path.join(app.getPath('userData'), 'logs'));
const refused = refuseSwitches(app.commandLine, app.isPackaged);
if (refused.length > 0) log('warn', 'switches-refused', { count: refused.length });
process.on('uncaughtException', (error) => {
  log('error', 'uncaught', { frames: framesOf(error) });
  dialog.showErrorBox('Muster has to close', 'It met a fault of its own. Your records are as they were last saved. Start Muster again.');
  app.exit(1);
});

// Windows shows notifications only of a program it knows: the id of the installer's shortcut.
if (process.platform === 'win32') app.setAppUserModelId('org.muster.desktop');

// Both must precede readiness.
declareAppScheme();
// As root Chromium starts only when told not to sandbox; enabling it then would end every child process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
guardEveryPage();

if (seen.kind === 'refuse') {
  void app.whenReady().then(() => refuse(seen.writtenBy));
} else if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => {
    app.quit();
  });
  void app.whenReady().then(start);
} else {
  // Another Muster has these records open; it shows its window, this one leaves.
  app.quit();
}

async function refuse(writtenBy: number): Promise<void> {
  log('error', 'profile-refused', { writtenBy, chromium });
  const { title, body } = refusalWords(here.profile, writtenBy, chromium);
  await dialog.showMessageBox({ type: 'error', title: 'Muster', message: title, detail: body, buttons: ['Close Muster'] });
  app.exit(1);
}

async function start(): Promise<void> {
  // Only now that the lock is ours may the record be written.
  if (claimProfile(here.profile, chromium).kind === 'damaged') log('warn', 'profile-record-damaged', {});
  await closeNetwork(here.devServer);
  guardPermissions();
  serveApp(here.page, here.devServer);

  const agencies = path.join(here.profile, 'agencies');
  const swept = await sweepHalfWritten(agencies);
  if (swept > 0) log('warn', 'half-written-swept', { files: swept });
  await mendStorageLogs();
  const vault = createVault({ folder: agencies, keyStore: systemKeyStore, now: Date.now });
  lockWithTheMachine(vault);
  const backups = backupDesk({ agencies, vault, now: Date.now, appVersion: app.getVersion() });
  const restore = restoreDesk({ agencies, vault });
  vault.onLock(() => backups.stop());
  const renewal = storageRenewal(path.join(here.profile, 'storage-renewal'), async () => {
    await session.defaultSession.clearStorageData({ storages: ['indexdb'] });
    await forgetCuts(here.profile);
  });
  const binders = binderJobs(built);
  const verification = verifier(built);
  const lists = downloadsOf(here.profile);
  let quitting = false;
  const manners = { staysOnClose: () => !quitting && reminders.staysOnClose() };
  const open = (): void => {
    showWindow(built, manners);
  };
  const openReminders = (): void => {
    open();
    const page = currentPage();
    if (page !== null) tell(page, 'show-reminders', {});
  };
  const tray = trayIcon(built, { open, openReminders, quit: () => app.quit() });
  const reminders = reminderDesk(switchStore(path.join(here.profile, 'reminders.json')), reminderMachine(tray, openReminders));
  app.on('second-instance', open);
  app.on('activate', open);
  app.on('before-quit', () => {
    quitting = true;
  });
  answerRequests(allHandlers({ places: places(), documents: documentStores({ profile: here.profile, vault }), binders, reminders, vault, backups, restore, profile: here.profile, returns, program: runningProgram(vault), renewal, scans: scanFolders({ agencies, vault, now: Date.now }), verifier: verification, ...lists }));
  app.on('will-quit', () => {
    lists.downloads.cancel();
    binders.stop();
    verification.stop();
    vault.lock('person');
  });

  setMenu(!app.isPackaged);
  // Started with the computer: no window, where the tray leads to one.
  showWindow(built, { ...manners, hidden: process.argv.includes(hiddenFlag) && reminders.staysOnClose() });
  log('info', 'started', { version: app.getVersion(), chromium });
}

/** Before any page opens the records. Where it fails the storage is as the crash left it, which Chromium copes with most times. */
async function mendStorageLogs(): Promise<void> {
  try {
    const { torn, damaged } = await mendStorage(here.profile, `${Date.now()}`);
    if (torn + damaged > 0) log('warn', 'storage-mended', { torn, damaged });
  } catch (error) {
    log('error', 'storage-not-mended', { code: systemCode(error) });
  }
}
