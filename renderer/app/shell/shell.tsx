import { Suspense, useCallback, useEffect, useState } from 'react';
import { surveyorMaySee } from '../../../shared/agenda/survey/seen.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { pageOf, pathFor, screensFor, startScreen, type Page } from '../routes.ts';
import { useKeys } from '../../ui/keys.ts';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { CopyStrip } from '../../session/backup-strip.tsx';
import { useDocumentsKeeper } from '../../session/documents-keeper.ts';
import { useSession } from '../../session/session.tsx';
import { NotShown, SurveyorStrip } from '../../session/surveyor-strip.tsx';
import { useSeenBySurveyor } from '../../session/use-seen-by-surveyor.ts';
import { AsOfControl, ElsewhereStrip } from './as-of.tsx';
import { Find, FindField } from './find.tsx';
import { Footer } from './footer.tsx';
import { KeyList } from './key-list.tsx';
import { Rail } from './rail.tsx';
import { TitleText } from './title-bar.tsx';
import { LockSoonStrip, UserMenu } from './user-menu.tsx';
import styles from './shell.module.css';

/** The frame of an open agency: rail, work area, footer, and what it writes into the title bar. */
export function Shell() {
  const route = useRoute();
  useDocumentsKeeper();
  const { file, surveying } = useSession();
  const [keyList, setKeyList] = useState(false);
  const showKeys = useCallback(() => setKeyList(true), []);
  const page = pageOf(route.parts);
  const barred = surveying !== null && !surveyorMaySee(route.parts, surveying);
  useSeenBySurveyor(route);

  useEffect(() => {
    if (page === null) navigate(surveying === null ? startScreen : '/matrix', 'replace');
  }, [page, surveying]);
  useEffect(() => {
    document.title = page === null ? 'Muster' : `${page.title} · ${file.agency.name} · Muster`;
  }, [page, file.agency.name]);

  useKeys('Everywhere', [
    ...screensFor(surveying).map((screen) => ({
      keys: screen.keys,
      does: `Open ${screen.title}`,
      inFields: true,
      run: () => navigate(pathFor(screen, surveying)),
    })),
    ...(surveying === null ? [{ keys: 'Ctrl+I', does: 'Import a spreadsheet', run: () => navigate('/import') }] : []),
    { keys: '?', does: 'List the keys', run: showKeys },
  ]);

  return (
    <>
      <Slot name="title">
        <TitleText title={page?.title ?? ''} agency={file.agency.name} />
        <AsOfControl />
        <FindField />
        <UserMenu />
      </Slot>
      <div className={styles.below}>
        <a className={styles.skip} href="#main" onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}>
          Skip to the screen
        </a>
        <Rail current={page?.screen ?? null} />
        <div className={styles.column}>
          <LockSoonStrip />
          <ElsewhereStrip />
          <CopyStrip />
          <SurveyorStrip />
          <main id="main" className={styles.main} tabIndex={-1}>
            {barred ? <NotShown /> : page !== null && <PageView key={page.name} page={page} />}
          </main>
          <Footer />
        </div>
      </div>
      <Find onKeyList={showKeys} />
      <KeyList opened={keyList} onClose={() => setKeyList(false)} />
    </>
  );
}

function PageView({ page }: { readonly page: Page }) {
  const Component = page.component;
  return (
    <ErrorBoundary where={page.title}>
      <Suspense fallback={null}>
        <Component />
      </Suspense>
    </ErrorBoundary>
  );
}
