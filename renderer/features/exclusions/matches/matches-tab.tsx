import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { versionInForce } from '../../../../shared/agenda/exclusions/versions.ts';
import { monthOf } from '../../../../shared/civil-date.ts';
import { exclusionListWords } from '../../../../shared/model/exclusion.ts';
import { countOf, dateWords, longMonthWords } from '../../../../shared/wording.ts';
import { matchPath } from '../../../session/match-path.ts';
import { useUndoToast } from '../../../session/use-undo-toast.tsx';
import { useSession } from '../../../session/session.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { navigate, useRoute } from '../../../ui/navigate.ts';
import { Slot } from '../../../ui/slots.tsx';
import { findItem, itemsOf, keyOfItem, queueLine, rememberedLine, type Item } from './items.ts';
import { MatchQueue } from './match-queue.tsx';
import { MatchView } from './match-view.tsx';
import { ClearWeak } from './clear-weak.tsx';
import styles from './matches.module.css';

/** Possible matches: the queue, the one looked at with its score card and decision, and the facts beside it. */
export function MatchesTab() {
  const { file, asOf, knownAt, canRecord } = useSession();
  const { query } = useRoute();
  const items = useMemo(() => itemsOf(file, asOf, knownAt), [file, asOf, knownAt]);
  const all = useMemo(() => [...items.open, ...items.waiting, ...items.confirmed, ...items.remembered, ...items.weak], [items]);
  const asked = query.get('match');
  const found = asked === null ? undefined : findItem(file, all, asked);
  const current = found ?? items.open[0] ?? items.waiting[0];
  const [unfolded, setUnfolded] = useState(false);
  const weakOpen = unfolded || current?.place === 'weak';
  const [clearing, setClearing] = useState<readonly Item[]>([]);
  const main = useRef<HTMLDivElement>(null);
  const { undoLast, canUndo, recorded } = useUndoToast('The decision was taken back. The match is open again.');

  const visible = [...items.open, ...items.waiting, ...items.confirmed, ...items.remembered, ...(weakOpen ? items.weak : [])];
  const at = current === undefined ? -1 : visible.findIndex((item) => item.id === current.id);
  const show = (item: Item | undefined): void => {
    if (item === undefined) return;
    navigate(matchPath(keyOfItem(item)), 'replace');
    main.current?.scrollTo({ top: 0 });
  };
  /** What comes after an item that leaves the queue: the next to decide, else the first of those left. */
  const nextAfter = (item: Item): Item | undefined => {
    const rest = items.open.filter((each) => each.id !== item.id);
    const place = items.open.findIndex((each) => each.id === item.id);
    return rest[place] ?? rest[0] ?? items.waiting.find((each) => each.id !== item.id);
  };

  useKeys('Possible matches', [
    { keys: 'J', does: 'Next match', run: () => show(visible[Math.min(visible.length - 1, at + 1)]) },
    { keys: 'K', does: 'Previous match', run: () => show(visible[Math.max(0, at - 1)]) },
    ...(canUndo ? [{ keys: 'Ctrl+Z', does: 'Undo the last decision', run: undoLast }] : []),
  ]);

  if (all.length === 0) return <Nothing />;
  const place = current === undefined ? -1 : items.open.findIndex((item) => item.id === current.id);
  const weakKeys = (keys: readonly string[]): readonly Item[] => items.weak.filter((item) => keys.includes(keyOfItem(item)));
  return (
    <div className={styles.page}>
      <MatchQueue
        open={items.open.map((item) => queueLine(file, item))}
        waiting={items.waiting.map((item) => queueLine(file, item))}
        confirmed={items.confirmed.map((item) => rememberedLine(file, item))}
        remembered={items.remembered.map((item) => rememberedLine(file, item))}
        weak={items.weak.map((item) => queueLine(file, item))}
        weakOpen={weakOpen}
        canWrite={canRecord}
        current={current === undefined ? null : keyOfItem(current)}
        onSelect={(key) => show(all.find((item) => keyOfItem(item) === key))}
        onUnfoldWeak={setUnfolded}
        onClearWeak={(keys) => setClearing(weakKeys(keys))}
      />
      {current === undefined ? (
        <div className={styles.settled}><Settled /></div>
      ) : (
        <MatchView
          key={current.id}
          item={current}
          position={place === -1 ? '' : `${place + 1} of ${items.open.length}`}
          scroll={main}
          canSkip={visible.length > 1}
          onSkip={() => show(visible[(at + 1) % visible.length])}
          onRecorded={(logId) => {
            recorded(logId, `Decision recorded: ${current.name}, ${exclusionListWords[current.list].short}`);
            const next = nextAfter(current);
            if (next === undefined) navigate(matchPath(), 'replace');
            else show(next);
          }}
        />
      )}
      {clearing.length > 0 && <ClearWeak items={clearing} onClose={() => setClearing([])} onRecorded={(logId) => recorded(logId, `Decision recorded: ${countOf(clearing.length, 'weak match', 'weak matches')}`)} />}
      <Slot name="footer">{`${items.open.length} to decide · ${items.waiting.length} asked · ${items.confirmed.length} confirmed · ${items.remembered.length} remembered · ${items.weak.length} weak`}</Slot>
      <Slot name="keys">
        <Kbd>1</Kbd><Kbd>2</Kbd><Kbd>3</Kbd> <span>decide</span> <Kbd>J</Kbd><Kbd>K</Kbd> <span>next, previous</span> <Kbd>?</Kbd> <span>all keys</span>
      </Slot>
    </div>
  );
}

/** Says against which lists this month was searched; what is found later comes here. */
function useSearchedWords(): string {
  const { file, asOf } = useSession();
  const month = longMonthWords(monthOf(asOf)).split(' ')[0] ?? '';
  const checks = (file.exclusionChecks ?? []).filter((check) => check.method === 'whole-list' && monthOf(check.checkedOn) === monthOf(asOf) && check.checkedOn <= asOf);
  const lists = [...new Set(checks.map((check) => check.list))];
  if (lists.length === 0) return `Nothing to decide. ${month} has no search of a whole list yet.`;
  const versions = lists.map((list) => {
    const version = versionInForce(file, list, asOf);
    return `${exclusionListWords[list].short}${version === null ? '' : ` (${version.name}, ${countOf(version.rows, 'row')})`}`;
  });
  const latest = checks.reduce((last, check) => (check.checkedOn > last ? check.checkedOn : last), checks[0]?.checkedOn ?? asOf);
  return `Nothing to decide. ${month} was searched on ${versions.join(' and ')}, last on ${dateWords(latest)}.`;
}

function Nothing() {
  const words = useSearchedWords();
  return <EmptyState action={<Button variant="filled" onClick={() => navigate('/exclusions/run')}>Open the month’s run</Button>}>{words}</EmptyState>;
}

function Settled() {
  const words = useSearchedWords();
  return <EmptyState action={<Button onClick={() => navigate('/exclusions/coverage')}>Open the coverage</Button>}>{words}</EmptyState>;
}
