import { lazy } from 'react';

/** The screens from before an agency is open. */
export const StartPage = lazy(async () => ({ default: (await import('../features/start/start-page.tsx')).StartPage }));
export const RecoveryPage = lazy(async () => ({ default: (await import('../features/recovery/recovery-page.tsx')).RecoveryPage }));
