import { Button, Group, Modal, Progress } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState, type DragEvent } from 'react';
import { isFiled } from '../../../shared/intake/waiting.ts';
import { countOf } from '../../../shared/wording.ts';
import { useIntake } from '../../session/intake/intake.tsx';
import { useSession } from '../../session/session.tsx';
import { useUndoToast } from '../../session/use-undo-toast.tsx';
import { useWhyNotRecord } from '../../session/write-button.tsx';
import type { HandedIn } from '../../workers/intake-messages.ts';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Slot } from '../../ui/slots.tsx';
import { FileFacts } from './file-facts.tsx';
import { arePhotographs, ChooseFiles, handedIn, PhotographQuestion } from './hand-in.tsx';
import { PaperForm } from './paper-form.tsx';
import { PaperViewer } from './paper-viewer.tsx';
import { QueueList } from './queue-list.tsx';
import { ScanFolderMenu } from './scan-folder-panel.tsx';
import { TroubleList } from './trouble-list.tsx';
import { useFiling, type Confirmed } from './use-filing.ts';
import styles from './intake.module.css';

/** The intake desk: files are handed in, read, and filed one after the other by whoever confirms them. */
export function IntakePage() {
  const { file: record } = useSession();
  const { queue, taking, troubles, hand, handPhotographs, change, discard } = useIntake();
  const whyNot = useWhyNotRecord();
  const file = useFiling();
  const undo = useUndoToast('Taken back. It waits at the desk again.');
  const [chosen, setChosen] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [photographs, setPhotographs] = useState<readonly HandedIn[] | null>(null);
  const [discarding, setDiscarding] = useState(false);
  const goesOn = useRef(false);
  const page = useRef<HTMLDivElement>(null);

  const at = Math.max(0, queue.findIndex(({ item }) => item.id === chosen));
  const line = queue[at];
  const choose = (id: string | undefined, byDeed = false): void => {
    goesOn.current = byDeed;
    setChosen(id ?? null);
  };
  const current = line?.item.id;
  // The keyboard goes on at the next paper: Enter files it, Shift+Tab goes back into its fields.
  useLayoutEffect(() => {
    if (goesOn.current) page.current?.querySelector<HTMLElement>('[data-file-it]')?.focus();
    goesOn.current = false;
  }, [current]);
  // A key that is held down files one paper, not the next ones too.
  useEffect(() => {
    const element = page.current;
    const once = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.repeat) return;
      event.preventDefault();
      event.stopPropagation();
    };
    element?.addEventListener('keydown', once, { capture: true });
    return () => element?.removeEventListener('keydown', once, { capture: true });
  }, []);
  const take = (files: readonly HandedIn[]): void => {
    if (files.length === 0 || whyNot !== null) return;
    if (arePhotographs(files)) setPhotographs(files);
    else hand(files);
  };
  const next = (): string | undefined => (queue[at + 1] ?? queue[at - 1])?.item.id;

  const confirm = async (confirmed: Confirmed, what: string, said: string): Promise<string | null> => {
    if (line === undefined) return null;
    const following = next();
    const filed = await file(line, confirmed, what);
    if (!filed.ok) return filed.error;
    undo.recorded(filed.value, said);
    choose(following, true);
    return null;
  };
  const skip = async (): Promise<void> => {
    if (line === undefined) return;
    const following = next();
    const { skipped, ...item } = line.item;
    await change([{ ...line.file, items: line.file.items.map((each) => (each.id === item.id ? (skipped === true ? item : { ...item, skipped: true }) : each)) }]);
    choose(skipped === true ? item.id : following, true);
  };
  const throwAway = async (): Promise<void> => {
    if (line === undefined) return;
    const following = next();
    const { file: waiting, item } = line;
    const rest = waiting.items.filter((each) => each.id !== item.id);
    setDiscarding(false);
    if (rest.some((each) => !isFiled(each, record))) await change([{ ...waiting, items: rest }]);
    else await discard([waiting]);
    choose(following, true);
  };
  useKeys('Intake', [
    { keys: 'J', does: 'Next paper', run: () => choose(queue[at + 1]?.item.id ?? line?.item.id) },
    { keys: 'K', does: 'Previous paper', run: () => choose(queue[at - 1]?.item.id ?? line?.item.id) },
    { keys: 'L', does: 'Skip it: later', run: () => void skip() },
    { keys: 'Delete', does: 'Discard it', run: () => { if (line !== undefined) setDiscarding(true); } },
    ...(undo.canUndo ? [{ keys: 'Ctrl+Z', does: 'Take back what was just filed', run: undo.undoLast }] : []),
  ]);

  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(handedIn(event.dataTransfer.files));
  };
  const isLast = line !== undefined && line.file.items.filter((each) => !isFiled(each, record)).length === 1;
  return (
    <div
      ref={page}
      className={cx(styles.page, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null)) setOver(false);
      }}
      onDrop={onDrop}
    >
      <div className={styles.toolbar}>
        <h2 className={styles.count}>{queue.length === 0 ? 'Nothing waits' : `${countOf(queue.length, 'paper')} ${queue.length === 1 ? 'waits' : 'wait'} to be filed`}</h2>
        {taking !== null && (
          <span className={styles.taking} role="status">
            <Progress value={taking.of === 0 ? 0 : (taking.done / taking.of) * 100} size="sm" w={96} aria-label="Files read" />
            {`Reading ${Math.min(taking.done + 1, taking.of)} of ${countOf(taking.of, 'file')}`}
          </span>
        )}
        <span className={styles.grow} />
        <ScanFolderMenu />
        <ChooseFiles onFiles={take} />
      </div>
      {photographs !== null && (
        <PhotographQuestion
          files={photographs}
          onOne={() => {
            handPhotographs(photographs);
            setPhotographs(null);
          }}
          onEach={() => {
            hand(photographs);
            setPhotographs(null);
          }}
          onNone={() => setPhotographs(null)}
        />
      )}
      {line === undefined ? (
        <div className={styles.empty}>
          <TroubleList />
          {troubles.length === 0 && taking === null && (
            <EmptyState action={<ChooseFiles filled onFiles={take} />} alternative={<ScanFolderMenu />}>
              Drop scans, PDFs or photographs anywhere here: many at once, or a whole scanned personnel file. Muster reads whose they are and what, and files nothing before you have confirmed it.
            </EmptyState>
          )}
        </div>
      ) : (
        <div className={styles.desk}>
          <div className={styles.left}>
            <TroubleList />
            <QueueList queue={queue} current={line.item.id} onChoose={choose} onConfirm={() => page.current?.querySelector<HTMLFormElement>('form[data-paper]')?.requestSubmit()} />
          </div>
          <div className={styles.middle}>
            <FileFacts key={line.file.id} line={line} />
            <PaperViewer line={line} />
          </div>
          <PaperForm key={`${line.item.id} ${line.item.pages ?? ''} ${line.item.proposal.kind.why}`} line={line} confirm={confirm} onSkip={() => void skip()} onDiscard={() => setDiscarding(true)} />
        </div>
      )}
      <Modal opened={discarding} onClose={() => setDiscarding(false)} title="Discard this paper?" size="md">
        <p>
          {isLast
            ? `${line.file.name} is taken off the desk, and Muster's copy of it is destroyed. The file you handed in stays where it is; hand it in again to have it back.`
            : 'These pages are taken off the desk. The other papers of the file stay.'}
        </p>
        <Group justify="flex-end" mt="md">
          <Button onClick={() => setDiscarding(false)}>Keep it</Button>
          <Button color="red" variant="filled" data-autofocus onClick={() => void throwAway()}>Discard</Button>
        </Group>
      </Modal>
      <Slot name="footer">{queue.length === 0 ? 'Nothing waits' : `Paper ${at + 1} of ${queue.length}`}</Slot>
      <Slot name="keys">
        {line !== undefined && <><Kbd>Enter</Kbd> file <span aria-hidden="true">&ensp;</span><Kbd>J</Kbd><Kbd>K</Kbd> move <span aria-hidden="true">&ensp;</span><Kbd>L</Kbd> later <span aria-hidden="true">&ensp;</span></>}
        <Kbd>?</Kbd> all keys
      </Slot>
    </div>
  );
}
