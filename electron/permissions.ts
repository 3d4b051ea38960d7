import { session } from 'electron';
import { log } from './log.ts';

/** What a page may do beyond showing itself. Whatever is not in this table is denied, new kinds included. */
const granted: Readonly<Record<string, string>> = {
  'clipboard-sanitized-write': 'rows of a table are copied as tab-separated text',
  'persistent-storage': "the agency's records live in this storage; Chromium must never evict them",
};

/** Whether a permission is in the table. */
export function isGranted(permission: string): boolean {
  return Object.hasOwn(granted, permission);
}

/** Answers every permission request and check of the session from the table, devices included. */
export function guardPermissions(): void {
  const target = session.defaultSession;
  target.setPermissionRequestHandler((_contents, permission, answer) => {
    const yes = isGranted(permission);
    if (!yes) log('warn', 'permission-denied', { permission });
    answer(yes);
  });
  target.setPermissionCheckHandler((_contents, permission) => isGranted(permission));
  target.setDevicePermissionHandler(() => false);
  // What leaves as a file leaves through save-file, where somebody chose the place: never as a page's download.
  target.on('will-download', (event) => {
    event.preventDefault();
    log('warn', 'download-denied', {});
  });
  target.setBluetoothPairingHandler((_details, answer) => {
    answer({ confirmed: false });
  });
}
