import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { areaBefore, onPage, turnedArea, type Area, type Degrees } from '../../shared/documents/areas.ts';
import type { PageMark } from '../../shared/model/document.ts';
import { cx } from '../ui/cx.ts';
import { markWords } from './mark-words.ts';
import styles from './marks.module.css';

/** An area being chosen; not recorded yet. */
export type Draft = { readonly page: number; readonly area: Area };

/** How far a key moves or grows an area, as a share of the page. */
const step = 0.005;
/** Smaller than this is a slip of the hand, not an area. */
const least = 0.006;

const placed = (area: Area) => ({ left: `${area.left * 100}%`, top: `${area.top * 100}%`, width: `${area.width * 100}%`, height: `${area.height * 100}%` });

/** What is marked on one page, what its text proposes, and the area being drawn. Areas are those of the page as its file shows it; here they are turned with it. */
export function MarkLayer({ page, turn, marks, proposed, draft, drawing, onDraft, onEnter }: {
  readonly page: number;
  readonly turn: Degrees;
  readonly marks: readonly PageMark[];
  readonly proposed: readonly Area[];
  readonly draft: Draft | null;
  /** Whether areas can be drawn now. */
  readonly drawing: boolean;
  readonly onDraft: (draft: Draft | null) => void;
  /** Enter on the area being drawn. */
  readonly onEnter: () => void;
}) {
  const layer = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const [pulled, setPulled] = useState<Area | null>(null);

  const spot = (event: PointerEvent): { readonly x: number; readonly y: number } => {
    const box = layer.current?.getBoundingClientRect();
    if (box === undefined) return { x: 0, y: 0 };
    return { x: Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)), y: Math.min(1, Math.max(0, (event.clientY - box.top) / box.height)) };
  };
  const down = (event: PointerEvent): void => {
    if (!drawing || event.button !== 0) return;
    event.preventDefault();
    layer.current?.setPointerCapture(event.pointerId);
    setFrom(spot(event));
  };
  const move = (event: PointerEvent): void => {
    if (from === null) return;
    const to = spot(event);
    setPulled({ left: Math.min(from.x, to.x), top: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) });
  };
  const up = (): void => {
    if (pulled !== null && pulled.width > least && pulled.height > least) onDraft({ page, area: areaBefore(pulled, turn) });
    setFrom(null);
    setPulled(null);
  };
  const own = draft?.page === page ? turnedArea(draft.area, turn) : null;
  const key = (event: KeyboardEvent): void => {
    if (own === null) return;
    const by = { ArrowLeft: { x: -step, y: 0 }, ArrowRight: { x: step, y: 0 }, ArrowUp: { x: 0, y: -step }, ArrowDown: { x: 0, y: step } }[event.key];
    if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape' || event.key === 'Delete') onDraft(null);
    else if (by !== undefined) {
      const next = event.shiftKey ? { ...own, width: own.width + by.x, height: own.height + by.y } : { ...own, left: own.left + by.x, top: own.top + by.y };
      onDraft({ page, area: areaBefore(onPage(next, least), turn) });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={layer} className={cx(styles.layer, drawing && styles.drawing)} role="presentation" onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={up}>
      {marks.map((mark, index) => (
        <div key={`${index}-${mark.left}-${mark.top}`} className={styles.mark} style={placed(turnedArea(mark, turn))}><span>{markWords[mark.what]}</span></div>
      ))}
      {proposed.map((area, index) => <div key={`${index}-${area.left}-${area.top}`} className={styles.proposed} style={placed(turnedArea(area, turn))} />)}
      {own !== null && (
        <button ref={focusOnce} type="button" data-own-keys className={styles.draft} style={placed(own)} aria-label={`New area on page ${page}. Arrows move it, Shift and arrows change its size, Enter records it.`} onPointerDown={(event) => event.stopPropagation()} onKeyDown={key} />
      )}
      {pulled !== null && <div className={styles.draft} style={placed(pulled)} />}
    </div>
  );
}

/** The area takes the focus as it appears: the keys that move it are its own. */
const focusOnce = (element: HTMLButtonElement | null): void => element?.focus({ preventScroll: true });
