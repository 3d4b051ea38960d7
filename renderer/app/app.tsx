import { MantineProvider, useComputedColorScheme } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { Suspense, useEffect, type ComponentType } from 'react';
import { BackupsProvider } from '../session/backups.tsx';
import { useSession } from '../session/session.tsx';
import { AgencyDoor, useAgencyDoor } from '../session/agency-door.tsx';
import { PageKeeper } from '../session/page-keeper.tsx';
import { IntakeProvider } from '../session/intake/intake.tsx';
import { RemindersProvider } from '../session/reminders.tsx';
import { setTitleBarColours } from '../platform/desktop.ts';
import { ProtectPage, RecoveryPage, RestoreHost, StartPage, UnlockPage } from './door-pages.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell/shell.tsx';
import { TitleBar } from './shell/title-bar.tsx';
import styles from './shell/shell.module.css';
import { clock, newId, newKey } from './surroundings.ts';
import { cssVariablesResolver, styleNonce, theme } from './theme.ts';

/** The whole page: theme, frame, the door to an agency, and behind it the screens. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <SystemButtons />
      <PageKeeper />
      <Notifications position="bottom-right" limit={3} />
      <div className={styles.frame}>
        <TitleBar />
        <ErrorBoundary where="Muster">
          <AgencyDoor clock={clock} newId={newId} newKey={newKey} opening={<Opening />} start={<Door page={StartPage} />} unlock={<Door page={UnlockPage} />} protect={<Door page={ProtectPage} />} recovery={<Door page={RecoveryPage} />}>
            <RemindersProvider>
              <BackupsProvider>
                <IntakeProvider>
                  <Shell />
                </IntakeProvider>
                <RestoreHere />
              </BackupsProvider>
            </RemindersProvider>
          </AgencyDoor>
        </ErrorBoundary>
      </div>
    </MantineProvider>
  );
}

/** Keeps the window's own buttons in the theme of the page. */
function SystemButtons() {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  useEffect(() => {
    void setTitleBarColours({ theme: scheme });
  }, [scheme]);
  return null;
}

/** Restoring from within an open agency shows what it would change in it. */
const RestoreHere = () => {
  const { file } = useSession();
  return (
    <Suspense fallback={null}>
      <RestoreHost current={file} />
    </Suspense>
  );
};

/** Nothing yet: an agency opens in less time than it takes to read a word. Readers are told all the same. Sealing one from before takes longer and is shown. */
function Opening() {
  const { sealing } = useAgencyDoor();
  if (sealing === null) return <p className="sr-only" role="status">Opening the agency</p>;
  return <p className={styles.sealing} role="status">{`Protecting the records: ${sealing.done} of ${sealing.of}. Muster can be closed; it goes on at the next start.`}</p>;
}

/** A screen from before an agency is open: no rail, the work area alone. */
function Door({ page: Page }: { readonly page: ComponentType }) {
  return (
    <main className={styles.main}>
      <Suspense fallback={null}>
        <Page />
      </Suspense>
      <Suspense fallback={null}>
        <RestoreHost current={null} />
      </Suspense>
    </main>
  );
}
