import { Button, MantineProvider } from '@mantine/core';
import type { StorageFailure } from '../db/failures.ts';
import styles from './shell/shell.module.css';
import { TitleBar } from './shell/title-bar.tsx';
import { cssVariablesResolver, styleNonce, theme } from './theme.ts';

/**
 * Stands where the app would while the records are set aside and could not be put back: opening the app then would show that there is nothing.
 */
export function StorageHeld({ failure }: { readonly failure: StorageFailure }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <div className={styles.frame}>
        <TitleBar />
        <main className={styles.main}>
          <h1>Your records are safe, but not back in their place yet</h1>
          <p>Muster was protecting an agency when it was ended. Everything is kept in the folder storage-renewal of Muster's data folder, and nothing was removed from there.</p>
          <p>
            {failure.code === 'storage-full'
              ? 'The disk is full. Free some space, then try again.'
              : `The system answered: ${failure.detail}. Try again; if it happens again, keep that folder and restore a backup in a new data folder.`}
          </p>
          <Button onClick={() => location.reload()}>Try again</Button>
        </main>
      </div>
    </MantineProvider>
  );
}
