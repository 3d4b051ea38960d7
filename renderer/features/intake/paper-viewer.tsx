import { Button, Tooltip } from '@mantine/core';
import { useMemo, useState } from 'react';
import { pagesOf, pagesText } from '../../../shared/documents/page-ranges.ts';
import { mergeBefore, splitBefore, toggleLeftOut, type ScannedPart } from '../../../shared/intake/split.ts';
import { isFiled, type QueueLine, type WaitingItem } from '../../../shared/intake/waiting.ts';
import { proposePaper } from '../../../shared/intake/propose.ts';
import { useIntake } from '../../session/intake/intake.tsx';
import { useSession } from '../../session/session.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageViewer } from '../../viewer/page-viewer.tsx';
import { useOpened } from '../../viewer/use-opened.ts';
import { linesOf } from '../../workers/text-of-pages.ts';
import { documentOf } from './use-filing.ts';
import styles from './intake.module.css';

/** The waiting file, opened at the pages of the chosen paper. A file of several pages is divided here: by its thumbnails, or with S, M and X on the page shown. */
export function PaperViewer({ line }: { readonly line: QueueLine }) {
  const { file, can, newId, now, today } = useSession();
  const { file: waiting } = line;
  const [asked, setAsked] = useState<string | null>(null);
  if (waiting.vault === 'medical' && !can('read-medical')) return <p className={styles.instead}>{`${waiting.name} lies in the medical vault, which you have no right to open. It waits here for a colleague who has the medical right.`}</p>;
  if (waiting.vault === 'medical' && asked !== waiting.id) {
    return (
      <div className={styles.instead}>
        <p>{`${waiting.name} ${line.of > 1 ? 'holds papers that seem to be medical records' : 'seems to be a medical record'}, so it waits in the medical vault. Opening it is written to the log with your name.`}</p>
        <Button variant="filled" onClick={() => setAsked(waiting.id)}>Open and log it</Button>
      </div>
    );
  }
  return <OpenPaper key={waiting.id} line={line} tools={{ file, newId, now, today }} />;
}

function OpenPaper({ line, tools: { file, newId, now, today } }: { readonly line: QueueLine; readonly tools: Pick<ReturnType<typeof useSession>, 'file' | 'newId' | 'now' | 'today'> }) {
  const { file: waiting, item } = line;
  const { change, tools } = useIntake();
  const document = useMemo(() => documentOf(waiting, waiting.vault, null, now()), [waiting, now]);
  const opening = useOpened(document);
  const own = useMemo(() => new Set(pagesOf(item.pages, waiting.pages)), [item.pages, waiting.pages]);
  const first = Math.min(...(own.size === 0 ? [1] : own));
  const [page, setPage] = useState(first);
  const parts = useMemo(() => waiting.items.map((each): ScannedPart => ({ pages: pagesOf(each.pages, waiting.pages), paper: each.proposal.kind.paper, why: '' })), [waiting]);
  const source = opening.kind === 'pages' ? opening.source : null;
  const mayDivide = source !== null && waiting.pages > 1 && waiting.mediaType === 'application/pdf' && !waiting.items.some((each) => isFiled(each, file));

  const divide = async (next: readonly ScannedPart[]): Promise<void> => {
    if (source === null || next.length === 0) return;
    const { index } = await tools();
    const items: WaitingItem[] = [];
    for (const part of next) {
      const before = waiting.items.find((each) => pagesOf(each.pages, waiting.pages)[0] === part.pages[0]);
      const range = part.pages.length === waiting.pages ? undefined : pagesText(part.pages);
      if (before !== undefined && before.pages === range) {
        items.push(before);
        continue;
      }
      const texts = [];
      for (const each of part.pages.slice(0, 4)) texts.push(linesOf(await source.textOf(each)));
      const { pages: _all, ...rest } = before ?? { id: newId() };
      items.push({ ...rest, proposal: proposePaper(waiting.name, texts.join('\n'), index, today), ...(range !== undefined && { pages: range }) });
    }
    await change([{ ...waiting, items }]);
  };
  const acts = [
    { keys: 'S', does: 'Divide before the page shown', label: 'Divide before', run: () => void divide(splitBefore(parts, page)), can: parts.some(({ pages }) => pages.indexOf(page) > 0) },
    { keys: 'M', does: 'Merge with the paper before', label: 'Merge with before', run: () => void divide(mergeBefore(parts, page)), can: parts.findIndex(({ pages }) => pages[0] === page) > 0 },
    { keys: 'X', does: 'Leave the page shown out, or take it in again', label: parts.some(({ pages }) => pages.includes(page)) ? 'Leave out' : 'Take in', run: () => void divide(toggleLeftOut(parts, page)), can: parts.length > 1 || (parts[0]?.pages.length ?? 0) > 1 || !parts.some(({ pages }) => pages.includes(page)) },
  ];
  useKeys('Dividing a file', mayDivide ? acts.map(({ keys, does, run, can }) => ({ keys, does, run: () => { if (can) run(); } })) : []);
  if (opening.kind === 'reading') return <p className={styles.instead} role="status">{`Opening ${waiting.name}`}</p>;
  if (opening.kind === 'problem') return <p className={styles.instead} role="alert">{opening.words}</p>;
  if (source === null) return <p className={styles.instead}>{`${waiting.name} is kept as it is and cannot be shown here. File it by its name, or save it as a PDF first: pages that can be read prove more.`}</p>;
  const signs = (each: number): string | null => {
    if (waiting.pages < 2 || (parts.length < 2 && parts[0]?.pages.length === waiting.pages)) return null;
    const of = parts.flatMap(({ pages }, at) => (pages.includes(each) ? [`paper ${at + 1}`] : []));
    return of.length === 0 ? 'left out' : of.join(', ');
  };
  return (
    <PageViewer
      key={item.id}
      source={source}
      label={`Pages of ${waiting.name}`}
      turns={[]}
      start={first}
      chosen={item.pages === undefined ? null : own}
      signs={signs}
      onPage={setPage}
      tools={mayDivide ? acts.map(({ keys, does, label, run, can }) => (
        <Tooltip key={keys} label={`${does} · ${keys}`}>
          <Button size="compact-xs" variant="subtle" color="gray" {...(can ? {} : { 'data-disabled': true, 'aria-disabled': true })} onClick={() => { if (can) run(); }}>{label}</Button>
        </Tooltip>
      )) : undefined}
    />
  );
}
