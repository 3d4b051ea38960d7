import { Button } from '@mantine/core';
import { IconInfoCircle, IconSquareOff } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { DocumentOnFile, DocumentUse } from '../../shared/agenda/documents-on-file.ts';
import { civilDateAt } from '../../shared/civil-date.ts';
import { pagesOf } from '../../shared/documents/page-ranges.ts';
import { withTurn } from '../../shared/documents/turns.ts';
import { defaultTimeZone } from '../../shared/model/agency.ts';
import { dateWords } from '../../shared/wording.ts';
import { useSession } from '../session/session.tsx';
import { useDocumentCopy } from '../session/use-document-copy.ts';
import { useWhyNotRecord } from '../session/write-button.tsx';
import { AboutPane } from './about-pane.tsx';
import { kindWords } from './file-words.ts';
import { MarkPane } from './mark-pane.tsx';
import { medicalWords } from './medical-words.ts';
import type { Goal } from './page-column.tsx';
import { PageViewer } from './page-viewer.tsx';
import { PagesPane } from './pages-pane.tsx';
import { loggedName, useAmend } from './use-amend.ts';
import { useCorrectPages } from './use-correct-pages.ts';
import { useMarks } from './use-marks.tsx';
import { useOpened, type Opening } from './use-opened.ts';
import type { Turning } from './viewer-bar.tsx';
import styles from './document-viewer.module.css';

type Pane = 'about' | 'marks' | null;

/**
 * One document on file: its pages, what is known of it, and what is recorded about its pages. `pages` are those something rests on, such as "3-5":
 * the viewer opens there, and the rest is shown fainter. A medical document is opened, and the opening logged, once somebody asks: `asked` where they have.
 */
export function DocumentViewer({ entry, pages, asked = false, pane = null }: {
  readonly entry: DocumentOnFile;
  readonly pages?: string | undefined;
  readonly asked?: boolean;
  readonly pane?: Pane;
}) {
  const { file, can } = useSession();
  const [wanted, setWanted] = useState(asked);
  const { document } = entry;
  if (document.purgedAt !== undefined) {
    const day = civilDateAt(Date.parse(document.purgedAt), file.agency.timeZone ?? defaultTimeZone);
    return <Instead title="This document was purged">{`${dateWords(day)}: ${document.purgedReason ?? 'no reason recorded'}. Its bytes and its key are destroyed; what rested on it says so.`}</Instead>;
  }
  if (document.vault === 'medical' && !can('read-medical')) {
    return <Instead title={medicalWords(entry.uses)}>It lies in the medical vault, which you have no right to open. Result and date are all that is shown. Ask a colleague who has the medical right.</Instead>;
  }
  if (document.vault === 'medical' && !wanted) {
    return (
      <Instead title={document.name} action={<Button variant="filled" onClick={() => setWanted(true)}>Open and log it</Button>}>
        It lies in the medical vault. Opening it is written to the log with your name; nothing of it is shown before.
      </Instead>
    );
  }
  return <OpenDocument key={document.id} entry={entry} pages={pages} pane={pane} />;
}

function Instead({ title, children, action }: { readonly title: string; readonly children: string; readonly action?: ReactNode }) {
  return (
    <div className={styles.instead}>
      <h3>{title}</h3>
      <p>{children}</p>
      {action}
    </div>
  );
}

function OpenDocument({ entry, pages: ref, pane: firstPane }: { readonly entry: DocumentOnFile; readonly pages: string | undefined; readonly pane: Pane }) {
  const { document } = entry;
  const opening = useOpened(document);
  const amend = useAmend(document);
  const whyNot = useWhyNotRecord();
  const correctPages = useCorrectPages(document);
  const [pane, setPane] = useState<Pane>(firstPane);
  const [page, setPage] = useState(1);
  const [goal, setGoal] = useState<Goal | null>(null);
  const [choosing, setChoosing] = useState<{ readonly use: DocumentUse; readonly chosen: readonly number[] } | null>(null);
  const source = opening.kind === 'pages' ? opening.source : null;
  const count = source?.pages ?? 0;
  const marking = useMarks(document, amend, source, entry.people, pane === 'marks' && choosing === null);
  const resting = useMemo(() => (ref === undefined || count === 0 ? null : new Set(pagesOf(ref, count))), [ref, count]);
  const about = <AboutPane entry={entry} pages={source === null ? null : count} amend={amend} onUse={whyNot === null ? (use) => setChoosing({ use, chosen: pagesOf(use.pages ?? undefined, count) }) : undefined} />;
  if (source === null) return <Waiting opening={opening} entry={entry} about={pane === 'about' ? about : null} />;

  const start = Math.min(...(resting === null || resting.size === 0 ? [1] : resting));
  const turn = (how: Turning, at: number): void => {
    const all = pagesOf(undefined, count);
    const turned = how === 'all-right' || how === 'all-over' ? all : [at];
    const by = how === 'page-left' ? 270 : how === 'all-over' ? 180 : 90;
    const words = turned.length === 1 ? `page ${at}` : 'all pages';
    void amend({ turns: [...withTurn(document.turns, turned, by, count)] }, `Turned ${words} of ${loggedName(document)}`, `Turned ${words}. Binders show ${turned.length === 1 ? 'it' : 'them'} this way up.`);
  };
  const toggle = (next: Exclude<Pane, null>): void => setPane((now) => (now === next ? null : next));
  const chosen = choosing === null ? resting : new Set(choosing.chosen);
  return (
    <PageViewer
      source={source}
      label={`Pages of ${document.name}`}
      turns={document.turns ?? []}
      start={start}
      goal={goal}
      chosen={chosen}
      signs={marking.signs}
      overlay={marking.overlay}
      whyNotTurn={whyNot}
      onTurn={turn}
      onPage={setPage}
      onTick={choosing === null ? null : (number, on) => setChoosing({ ...choosing, chosen: on ? [...choosing.chosen, number] : choosing.chosen.filter((each) => each !== number) })}
      tools={(
        <>
          <Button size="compact-xs" variant={pane === 'marks' ? 'light' : 'subtle'} color="gray" leftSection={<IconSquareOff size={14} stroke={1.6} />} aria-pressed={pane === 'marks'} onClick={() => toggle('marks')}>Redaction</Button>
          <Button size="compact-xs" variant={pane === 'about' ? 'light' : 'subtle'} color="gray" leftSection={<IconInfoCircle size={14} stroke={1.6} />} aria-pressed={pane === 'about'} onClick={() => toggle('about')}>About</Button>
        </>
      )}
      aside={choosing !== null ? (
        <PagesPane
          title={`Pages of this ${choosing.use.title}`}
          hint="The item is corrected: what it said before stays readable in the history."
          pages={count}
          chosen={new Set(choosing.chosen)}
          onChosen={(next) => setChoosing({ ...choosing, chosen: next })}
          confirmLabel="Record pages"
          onConfirm={async (next) => {
            const refused = await correctPages(choosing.use.recordId, next);
            if (refused === null) setChoosing(null);
            return refused;
          }}
          onClose={() => setChoosing(null)}
        />
      ) : pane === 'marks' ? <MarkPane marking={marking} page={page} pages={count} onGo={(wantedPage) => setGoal({ page: wantedPage })} /> : pane === 'about' ? about : null}
    />
  );
}

/** What stands where pages would: while it is read, when it cannot be shown, or for a file that has no pages here. */
function Waiting({ opening, entry, about }: { readonly opening: Opening; readonly entry: DocumentOnFile; readonly about: ReactNode }) {
  const saveCopy = useDocumentCopy();
  const { document } = entry;
  const copy = <Button onClick={() => void saveCopy(document)}>Save a copy</Button>;
  return (
    <div className={styles.waiting}>
      {opening.kind === 'reading' && <p className={styles.reading} role="status">{`Opening ${document.name}`}</p>}
      {opening.kind === 'problem' && <Instead title={document.name} action={copy}>{opening.words}</Instead>}
      {opening.kind === 'kept' && (
        <Instead title={document.name} action={copy}>
          {`${kindWords(document.mediaType)}, ${document.bytes >= 2 ** 20 ? `${(document.bytes / 2 ** 20).toFixed(1)} MB` : `${Math.max(1, Math.round(document.bytes / 1024))} kB`}. It is kept as it was handed in and cannot be shown here; a binder gives it a cover page. Save a copy to open it in another program, or save it there as a PDF and file that too: pages that can be read prove more.`}
        </Instead>
      )}
      {about}
    </div>
  );
}
