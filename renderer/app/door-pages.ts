import { lazy } from 'react';

/** The screens from before an agency is open. The first ones come with the page: what is waited for behind a fallback shows a third of a second later. */
export { StartPage } from '../features/start/start-page.tsx';
export { UnlockPage } from '../features/unlock/unlock-page.tsx';
export const RecoveryPage = lazy(async () => ({ default: (await import('../features/recovery/recovery-page.tsx')).RecoveryPage }));
export const ProtectPage = lazy(async () => ({ default: (await import('../features/unlock/protect-page.tsx')).ProtectPage }));
export const RestoreHost = lazy(async () => ({ default: (await import('../features/restore/restore-host.tsx')).RestoreHost }));
