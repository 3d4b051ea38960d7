import path from 'node:path';
import { app, Notification, powerMonitor } from 'electron';
import { loginItem } from './login-item.ts';
import type { ReminderMachine, TrayIcon } from './reminder-desk.ts';

/** The machine behind the desk: notifications, the lock, the tray and the login item of this system. */
export function reminderMachine(tray: TrayIcon, openReminders: () => void): ReminderMachine {
  let locked = false;
  // Held, or its click would be lost when it is collected.
  let shown: Notification | null = null;
  // Windows and macOS say so; elsewhere the state is asked for, and where nobody can tell it counts as locked.
  powerMonitor.on('lock-screen', () => {
    locked = true;
  });
  powerMonitor.on('unlock-screen', () => {
    locked = false;
  });
  return {
    canNotify: () => Notification.isSupported(),
    notify: ({ title, body }) => {
      const notification = new Notification({ title, body });
      notification.on('click', openReminders);
      notification.show();
      shown = notification;
      return () => {
        notification.close();
        if (shown === notification) shown = null;
      };
    },
    isLocked: () => {
      const state = powerMonitor.getSystemIdleState(60);
      return locked || state === 'locked' || state === 'unknown';
    },
    onLock: (listener) => {
      powerMonitor.on('lock-screen', listener);
    },
    tray,
    login: loginItem({
      platform: process.platform,
      packaged: app.isPackaged,
      program: process.env['APPIMAGE'] ?? process.execPath,
      configHome: process.env['XDG_CONFIG_HOME'] ?? path.join(app.getPath('home'), '.config'),
      system: app,
    }),
    now: () => new Date().toISOString(),
  };
}
