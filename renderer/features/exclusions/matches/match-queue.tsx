import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { DecisionVerdict } from '../../../../shared/model/exclusion.ts';
import { cx } from '../../../ui/cx.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import styles from './match-queue.module.css';

/** One line of the queue, in words. */
export type QueueLine = {
  readonly key: string;
  /** `Hebert-Cole, Danielle` */
  readonly name: string;
  /** `OIG · HEBERT, DANIELLE M` */
  readonly row: string;
  readonly score: number | null;
  /** `Possible` */
  readonly tier: string;
  /** Opened again because something changed since it was decided. */
  readonly reopened: boolean;
};

export type RememberedLine = { readonly key: string; readonly name: string; readonly row: string; readonly verdict: DecisionVerdict; readonly when: string };

type Props = {
  readonly open: readonly QueueLine[];
  readonly waiting: readonly QueueLine[];
  readonly confirmed: readonly RememberedLine[];
  readonly remembered: readonly RememberedLine[];
  readonly weak: readonly QueueLine[];
  readonly weakOpen: boolean;
  readonly canWrite: boolean;
  readonly current: string | null;
  readonly onSelect: (key: string) => void;
  readonly onUnfoldWeak: (open: boolean) => void;
  readonly onClearWeak: (keys: readonly string[]) => void;
};

/** What waits for a decision, what was asked, what is remembered, and, folded, what is too weak to hold anything up. */
export function MatchQueue({ open, waiting, confirmed, remembered, weak, weakOpen, canWrite, current, onSelect, onUnfoldWeak, onClearWeak }: Props) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav ref={list} className={styles.queue} aria-label="Possible matches">
      <Head title="To decide" count={open.length} aside={open.length + waiting.length > 1 ? <><Kbd>J</Kbd> <Kbd>K</Kbd></> : null} />
      {open.length === 0 && <p className={styles.none}>Nothing waits for a decision.</p>}
      <Lines lines={open} current={current} onSelect={onSelect} />
      {waiting.length > 0 && (
        <>
          <Head title="Asked, waiting" count={waiting.length} />
          <Lines lines={waiting} current={current} onSelect={onSelect} />
        </>
      )}
      {confirmed.length > 0 && (
        <>
          <Head title="Confirmed" count={confirmed.length} />
          <Decided lines={confirmed} current={current} onSelect={onSelect} />
        </>
      )}
      {remembered.length > 0 && (
        <>
          <Head title="Remembered" count={remembered.length} />
          <Decided lines={remembered} current={current} onSelect={onSelect} />
          <p className={styles.hint}>A cleared pair comes back only when the list row, or a name, the birth date or the NPI of the person changes.</p>
        </>
      )}
      {weak.length > 0 && (
        <>
          <button type="button" className={styles.fold} aria-expanded={weakOpen} onClick={() => onUnfoldWeak(!weakOpen)}>
            <IconChevronRight size={14} stroke={1.6} aria-hidden="true" className={cx(weakOpen && styles.unfolded)} />
            Weak <span>{weak.length}</span>
          </button>
          {weakOpen && (
            <>
              <p className={styles.hint}>A name agrees, a birth date or a suffix does not. They hold nothing up and stay in the log.</p>
              <Lines lines={weak} current={current} onSelect={onSelect} act={(line) => (
                <Button size="compact-xs" disabled={!canWrite} aria-label={`Clear ${line.name}, ${line.row}`} onClick={() => onClearWeak([line.key])}>Clear</Button>
              )} />
              {weak.length > 1 && (
                <div className={styles.all}><Button size="compact-xs" disabled={!canWrite} onClick={() => onClearWeak(weak.map((line) => line.key))}>{`Clear all ${weak.length}`}</Button></div>
              )}
            </>
          )}
        </>
      )}
    </nav>
  );
}

const Head = ({ title, count, aside }: { readonly title: string; readonly count: number; readonly aside?: ReactNode }) => (
  <div className={styles.head}>
    <h2>{title} <span className="num">{count}</span></h2>
    <div>{aside}</div>
  </div>
);

function Decided({ lines, current, onSelect }: { readonly lines: readonly RememberedLine[]; readonly current: string | null; readonly onSelect: (key: string) => void }) {
  return (
    <ul className={styles.remembered}>
      {lines.map((line) => (
        <li key={line.key}>
          <button type="button" className={styles.small} aria-current={line.key === current} title={`${line.name} · ${line.row}`} onClick={() => onSelect(line.key)}>
            <span className={line.verdict === 'the-person' ? styles.confirmed : styles.cleared}>
              <Glyph name={line.verdict === 'the-person' ? 'octagon' : 'tick'} />
            </span>
            <span className={styles.who}>{line.name}</span>
            <span className={cx('num', styles.when)}>
              <span className="sr-only">{line.verdict === 'the-person' ? 'confirmed ' : 'cleared '}</span>
              {line.when}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Lines({ lines, current, onSelect, act }: {
  readonly lines: readonly QueueLine[];
  readonly current: string | null;
  readonly onSelect: (key: string) => void;
  readonly act?: (line: QueueLine) => ReactNode;
}) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.key} className={cx(line.key === current && styles.here)}>
          <button type="button" className={styles.line} aria-current={line.key === current} onClick={() => onSelect(line.key)}>
            <span className={styles.name} title={line.name}>{line.name}</span>
            <span className={cx('num', styles.score)}>{line.score ?? ''}</span>
            <span className={styles.row} title={line.row}>{line.row}</span>
            <span className={styles.tier}>{line.reopened ? 'Changed' : line.tier}</span>
          </button>
          {act?.(line)}
        </li>
      ))}
    </ul>
  );
}
