import path from 'node:path';
import { app } from 'electron';
import { downloadLists } from '../../shared/ipc/connection.ts';
import { connectionLog, type ConnectionLog } from './connection-log.ts';
import { downloadPermission, type DownloadPermission } from './download-permission.ts';
import { listDownloads, type ListDownloads } from './list-downloads.ts';
import { listSession } from './list-session.ts';
import { isSameSite, sourceOf } from './sources.ts';

/** Everything about fetching lists: the person's permission, the record of connections, and the downloader between them. */
export function downloadsOf(profile: string): { readonly downloads: ListDownloads; readonly permission: DownloadPermission; readonly record: ConnectionLog } {
  const permission = downloadPermission(path.join(profile, 'downloads.json'));
  const record = connectionLog(path.join(profile, 'connections.jsonl'));
  const source = (list: (typeof downloadLists)[number]) => sourceOf(list, { packaged: app.isPackaged, env: process.env });
  // Asked again beneath the downloader, at every request: whatever goes wrong above, nothing else gets out.
  const allowed = (address: string): boolean => permission.allowed() && downloadLists.some((list) => isSameSite(source(list), address));
  const downloads = listDownloads({
    permission,
    log: record,
    reach: listSession(app.getVersion(), allowed),
    sourceOf: source,
    after: (milliseconds, action) => {
      const timer = setTimeout(action, milliseconds);
      return () => clearTimeout(timer);
    },
    now: () => Date.now(),
  });
  return { downloads, permission, record };
}
