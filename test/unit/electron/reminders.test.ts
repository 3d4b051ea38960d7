import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desktopEntry, loginItem, type LoginItem } from '../../../electron/reminders/login-item.ts';
import { reminderDesk, trayWords, type ReminderMachine, type TrayCounts } from '../../../electron/reminders/reminder-desk.ts';
import { switchStore, usualSwitches, type SwitchStore } from '../../../electron/reminders/reminder-switches.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-reminders-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const noLogin: LoginItem = { can: 'no', isOn: () => false, set: () => Promise.resolve() };
const notice = { text: '2 deadlines: 1 overdue, 1 today', named: 'Ana Ruiz: CPR expires, today' };
const run = { overdue: 1, soon: 1, told: 2, notice };

/** A machine that writes down what was done to it. */
function machine(part: Partial<ReminderMachine> = {}) {
  const shown: { title: string; body: string }[] = [];
  const away: string[] = [];
  const lockers: (() => void)[] = [];
  let counts: TrayCounts | null = null;
  const made: ReminderMachine = {
    canNotify: () => true,
    notify: (each) => {
      shown.push(each);
      return () => away.push(each.body);
    },
    isLocked: () => false,
    onLock: (listener) => lockers.push(listener),
    tray: { show: (next) => (counts = next), hide: () => (counts = null), isShown: () => counts !== null },
    login: noLogin,
    now: () => '2026-03-19T14:05:00Z',
    ...part,
  };
  return { made, shown, away, lock: () => lockers.forEach((each) => each()), counts: () => counts };
}

function memory(switches = usualSwitches): SwitchStore {
  let kept = switches;
  return {
    now: () => kept,
    set: (next) => {
      kept = next;
      return Promise.resolve({ ok: true, value: null });
    },
  };
}

describe('the switches', () => {
  it('are the usual ones without a file, or with one nobody can read, and are kept over a start', async () => {
    const file = path.join(folder, 'reminders.json');
    expect(switchStore(file).now()).toEqual({ notifications: true, names: false, tray: false, keepRunning: false });
    const set = { notifications: false, names: true, tray: true, keepRunning: true };
    expect(await switchStore(file).set(set)).toEqual({ ok: true, value: null });
    expect(switchStore(file).now()).toEqual(set);
    for (const text of ['', '{', '{"notifications":true}', JSON.stringify({ ...set, more: 1 })]) {
      await writeFile(file, text);
      expect(switchStore(file).now()).toEqual(usualSwitches);
    }
  });

  it('the later of two holds, and one that cannot be written holds until the end', async () => {
    const file = path.join(folder, 'reminders.json');
    const store = switchStore(file);
    await Promise.all([store.set({ ...usualSwitches, tray: true }), store.set({ ...usualSwitches, names: true })]);
    expect(switchStore(file).now()).toEqual({ ...usualSwitches, names: true });
    const nowhere = switchStore(path.join(folder, 'gone', 'reminders.json'));
    expect(await nowhere.set({ ...usualSwitches, tray: true })).toEqual({ ok: false, error: { code: 'cannot-write', detail: 'ENOENT' } });
    expect(nowhere.now().tray).toBe(true);
  });
});

describe('a run', () => {
  it('shows one notification without names, and remembers what it said', () => {
    const { made, shown } = machine();
    const desk = reminderDesk(memory(), made);
    desk.run(run);
    expect(shown).toEqual([{ title: 'Muster reminders', body: notice.text }]);
    expect(desk.status().last).toEqual({ at: '2026-03-19T14:05:00Z', text: notice.text, outcome: 'shown' });
  });

  it('that told nothing shows nothing and leaves the last one standing', () => {
    const { made, shown } = machine();
    const desk = reminderDesk(memory(), made);
    desk.run({ ...run, notice: null });
    expect([shown, desk.status().last]).toEqual([[], null]);
  });

  it('names people only where that is switched on and the screen is not locked', () => {
    let locked = false;
    const { made, shown } = machine({ isLocked: () => locked });
    const desk = reminderDesk(memory({ ...usualSwitches, names: true }), made);
    desk.run(run);
    expect(shown.at(-1)).toEqual({ title: notice.text, body: notice.named });
    expect(desk.status().last).toMatchObject({ text: notice.text, outcome: 'shown-with-names' });
    locked = true;
    desk.run(run);
    expect(shown.at(-1)?.body).toBe(notice.text);
    expect(JSON.stringify(shown.at(-1))).not.toContain('Ana');
  });

  it('takes a notification with names away when the screen is locked', () => {
    const { made, away, lock } = machine();
    const store = memory({ ...usualSwitches, names: true });
    const desk = reminderDesk(store, made);
    desk.run(run);
    lock();
    expect(away).toEqual([notice.named]);
    lock();
    expect(away).toHaveLength(1);
  });

  it('says why nothing was shown', () => {
    const off = reminderDesk(memory({ ...usualSwitches, notifications: false }), machine().made);
    off.run(run);
    expect(off.status().last?.outcome).toBe('switched-off');
    const unable = reminderDesk(memory(), machine({ canNotify: () => false }).made);
    unable.run(run);
    expect(unable.status()).toMatchObject({ last: { outcome: 'not-possible' }, can: { notifications: false } });
  });
});

describe('the tray', () => {
  it('carries the numbers while it is switched on', async () => {
    const { made, counts } = machine();
    const desk = reminderDesk(memory(), made);
    desk.run(run);
    expect(counts()).toBeNull();
    await desk.set({ ...usualSwitches, tray: true, login: false });
    expect(counts()).toEqual({ overdue: 1, soon: 1, told: 2 });
    await desk.set({ ...usualSwitches, login: false });
    expect(counts()).toBeNull();
  });

  it('keeps the program running only where both are on and there is an icon to come back by', async () => {
    const there = reminderDesk(memory(), machine().made);
    expect(there.staysOnClose()).toBe(false);
    await there.set({ ...usualSwitches, keepRunning: true, login: false });
    expect(there.staysOnClose()).toBe(false);
    await there.set({ ...usualSwitches, tray: true, keepRunning: true, login: false });
    expect(there.staysOnClose()).toBe(true);
    const without = machine({ tray: { show: () => undefined, hide: () => undefined, isShown: () => false } });
    const nowhere = reminderDesk(memory({ ...usualSwitches, tray: true, keepRunning: true }), without.made);
    expect([nowhere.staysOnClose(), nowhere.status().can.tray]).toEqual([false, false]);
  });

  it.each([
    [{ overdue: 0, soon: 0, told: 0 }, 'Muster: nothing is due within 7 days'],
    [{ overdue: 2, soon: 0, told: 1 }, 'Muster: 2 overdue'],
    [{ overdue: 2, soon: 3, told: 1 }, 'Muster: 2 overdue, 3 within 7 days'],
  ])('says %j', (counts, words) => {
    expect(trayWords(counts)).toBe(words);
  });
});

describe('start at login', () => {
  const given = (platform: NodeJS.Platform, packaged = true) => {
    const set: unknown[] = [];
    let on = false;
    const item = loginItem({
      platform, packaged, program: '/opt/Muster/muster', configHome: folder,
      system: {
        getLoginItemSettings: () => ({ openAtLogin: on }),
        setLoginItemSettings: (settings) => {
          set.push(settings);
          on = settings.openAtLogin;
        },
      },
    });
    return { item, set };
  };

  it('is a login item on Windows and macOS', async () => {
    const windows = given('win32');
    await windows.item.set(true);
    expect([windows.item.isOn(), windows.set]).toEqual([true, [{ openAtLogin: true, args: ['--hidden'] }]]);
    const mac = given('darwin');
    await mac.item.set(false);
    expect([mac.item.isOn(), mac.set]).toEqual([false, [{ openAtLogin: false }]]);
  });

  it('is an autostart entry on Linux, gone when switched off', async () => {
    const { item } = given('linux');
    expect(item.isOn()).toBe(false);
    await item.set(true);
    expect(item.isOn()).toBe(true);
    expect(await readFile(path.join(folder, 'autostart', 'muster.desktop'), 'utf8')).toContain('\nExec="/opt/Muster/muster" --hidden\n');
    await item.set(false);
    await item.set(false);
    expect(item.isOn()).toBe(false);
  });

  it('is not offered by a checkout or on an unknown system', async () => {
    const { item, set } = given('win32', false);
    await item.set(true);
    expect([item.can, item.isOn(), set]).toEqual(['not-installed', false, []]);
    expect(given('freebsd').item.can).toBe('no');
  });

  it('a path cannot break out of its entry', () => {
    expect(desktopEntry('/home/a b/100%/Mu"s$t`er\\x')).toContain('Exec="/home/a b/100%%/Mu\\\\"s\\\\$t\\\\`er\\\\\\\\x" --hidden\n');
  });

  it('that the system refuses is said, and the other switches hold', async () => {
    const stuck: LoginItem = { can: 'yes', isOn: () => false, set: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })) };
    const store = memory();
    const desk = reminderDesk(store, machine({ login: stuck }).made);
    expect(await desk.set({ ...usualSwitches, names: true, login: true })).toEqual({ ok: false, error: { code: 'cannot-write', detail: 'EACCES' } });
    expect(store.now().names).toBe(true);
  });
});
