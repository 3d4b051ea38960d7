import { fail, ok } from '../../shared/result.ts';
import type { ConnectionLog } from '../downloads/connection-log.ts';
import type { DownloadPermission } from '../downloads/download-permission.ts';
import type { ListDownloads } from '../downloads/list-downloads.ts';
import { tell, type Handler } from '../ipc.ts';
import { systemCode } from '../system-code.ts';

/** `download-list` */
export function downloadList(downloads: ListDownloads): Handler<'download-list'> {
  return ({ list }, window) => {
    const page = window.webContents;
    return downloads.download(list, (progress) => {
      tell(page, 'download-progress', progress);
    });
  };
}

/** `download-cancel` */
export function downloadCancel(downloads: ListDownloads): Handler<'download-cancel'> {
  return () => Promise.resolve(downloads.cancel() ? ok({}) : fail({ code: 'not-found' as const }));
}

/** `downloads-allowed` */
export function downloadsAllowed(permission: DownloadPermission): Handler<'downloads-allowed'> {
  return () => Promise.resolve(ok({ allowed: permission.allowed() }));
}

/** `allow-downloads` */
export function allowDownloads(permission: DownloadPermission, downloads: ListDownloads): Handler<'allow-downloads'> {
  return async ({ allowed }) => {
    if (!allowed) downloads.cancel();
    const set = await permission.set(allowed);
    return set.ok ? ok({ allowed }) : set;
  };
}

/** `connections` */
export function connections(record: ConnectionLog): Handler<'connections'> {
  return () => {
    try {
      const { connections: read, unread } = record.read();
      return Promise.resolve(ok({ connections: [...read], unread }));
    } catch (error) {
      return Promise.resolve(fail({ code: 'cannot-read' as const, detail: systemCode(error) }));
    }
  };
}
