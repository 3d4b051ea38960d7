import path from 'node:path';
import { Menu, nativeImage, Tray } from 'electron';
import { log } from '../log.ts';
import { trayWords, type TrayCounts, type TrayIcon } from './reminder-desk.ts';

/** What the tray's menu does. */
export type TrayDeeds = { readonly open: () => void; readonly openReminders: () => void; readonly quit: () => void };

/** The icon in the tray, or in macOS's menu bar. On a machine without a tray it says it is not shown, and nothing else happens. */
export function trayIcon(built: string, { open, openReminders, quit }: TrayDeeds): TrayIcon {
  let tray: Tray | null = null;
  const make = (): Tray | null => {
    try {
      // Windows and macOS take the 16 px picture and its double; Linux panels are larger.
      const picture = nativeImage.createFromPath(path.join(built, 'main', process.platform === 'linux' ? 'tray@2x.png' : 'tray.png'));
      const made = new Tray(picture);
      made.on('click', open);
      return made;
    } catch (error) {
      log('warn', 'no-tray', { kind: error instanceof Error ? error.name : 'unknown' });
      return null;
    }
  };
  return {
    isShown: () => tray !== null && !tray.isDestroyed(),
    show(counts) {
      tray ??= make();
      tray?.setToolTip(trayWords(counts));
      tray?.setContextMenu(menu(counts));
      // macOS writes it beside the icon; elsewhere the tip says it.
      if (process.platform === 'darwin') tray?.setTitle(counts.overdue + counts.soon === 0 ? '' : String(counts.overdue + counts.soon));
    },
    hide() {
      tray?.destroy();
      tray = null;
    },
  };

  function menu(counts: TrayCounts): ReturnType<typeof Menu.buildFromTemplate> {
    return Menu.buildFromTemplate([
      { label: 'Open Muster', click: open },
      { label: counts.told === 0 ? 'Reminders: none today' : `Reminders: ${counts.told} today`, click: openReminders },
      { label: trayWords(counts).replace('Muster: ', ''), enabled: false },
      { type: 'separator' },
      { label: 'Quit Muster', click: quit },
    ]);
  }
}
