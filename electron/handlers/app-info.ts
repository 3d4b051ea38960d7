import { app } from 'electron';
import { ok } from '../../shared/result.ts';
import type { Handler } from '../ipc.ts';

const names = { win32: 'windows', darwin: 'macos' } as const;

/** `app-info` */
export const appInfo: Handler<'app-info'> = () =>
  Promise.resolve(
    ok({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
      platform: process.platform === 'win32' || process.platform === 'darwin' ? names[process.platform] : ('linux' as const),
      packaged: app.isPackaged,
    }),
  );
