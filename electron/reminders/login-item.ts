import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../atomic-write.ts';

/** Starts the program without showing its window; obeyed only where a tray keeps it reachable. */
export const hiddenFlag = '--hidden';

/** Starting with the computer, as the system keeps it. */
export type LoginItem = {
  /** `not-installed`: a checkout would register the bare Electron, so it registers nothing. */
  readonly can: 'yes' | 'not-installed' | 'no';
  readonly isOn: () => boolean;
  readonly set: (on: boolean) => Promise<void>;
};

/** What Electron knows of login items on Windows and macOS. */
export type SystemLoginItems = {
  readonly getLoginItemSettings: (options: { readonly args?: string[] }) => { readonly openAtLogin: boolean };
  readonly setLoginItemSettings: (settings: { readonly openAtLogin: boolean; readonly args?: string[] }) => void;
};

/**
 * Start at login on this system: a login item on Windows and macOS, on Linux a desktop entry in the autostart folder.
 * @param program the file to start: inside an AppImage the image itself, since what runs is unpacked anew each time.
 */
export function loginItem(given: {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  readonly program: string;
  /** `XDG_CONFIG_HOME`, or `.config` in the home folder. */
  readonly configHome: string;
  readonly system: SystemLoginItems;
}): LoginItem {
  const { platform, packaged, program, configHome, system } = given;
  if (!packaged) return { can: 'not-installed', isOn: () => false, set: () => Promise.resolve() };
  if (platform === 'win32' || platform === 'darwin') {
    // Windows tells items apart by their arguments; macOS takes none.
    const args = platform === 'win32' ? { args: [hiddenFlag] } : {};
    return {
      can: 'yes',
      isOn: () => system.getLoginItemSettings(args).openAtLogin,
      set: (on) => {
        system.setLoginItemSettings({ openAtLogin: on, ...args });
        return Promise.resolve();
      },
    };
  }
  if (platform !== 'linux') return { can: 'no', isOn: () => false, set: () => Promise.resolve() };
  const file = path.join(configHome, 'autostart', 'muster.desktop');
  return {
    can: 'yes',
    isOn: () => existsSync(file),
    async set(on) {
      if (!on) {
        await rm(file, { force: true });
        return;
      }
      await mkdir(path.dirname(file), { recursive: true });
      await writeWhole(file, desktopEntry(program));
    },
  };
}

/** The autostart entry: https://specifications.freedesktop.org/desktop-entry/latest/exec-variables.html */
export function desktopEntry(program: string): string {
  // A quoted argument escapes these by a backslash, the value as a string escapes backslashes again, and % starts a field code.
  const quoted = `"${program.replace(/["`$\\]/g, '\\$&')}"`.replaceAll('\\', '\\\\').replaceAll('%', '%%');
  return `[Desktop Entry]\nType=Application\nName=Muster\nComment=Reminders of deadlines\nExec=${quoted} ${hiddenFlag}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n`;
}
