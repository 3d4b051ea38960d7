import { useEffect, useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import styles from './cell-tip.module.css';

type Tip = { readonly text: string; readonly x: number; readonly y: number };

const delay = 400;

/**
 * One tooltip for all cells: thousands of cells cannot each carry one. Shows what a cell's few characters stand for, which
 * readers hear as the cell's name anyway. Goes with a scroll, Escape, or the pointer.
 */
export function CellTip({ scroller }: { readonly scroller: RefObject<HTMLElement | null> }) {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let timer = 0;
    let over: Element | null = null;
    const hide = (): void => {
      window.clearTimeout(timer);
      over = null;
      setTip(null);
    };
    const onOver = (event: PointerEvent): void => {
      const cell = event.target instanceof Element ? event.target.closest('[role="gridcell"]') : null;
      if (cell === over) return;
      hide();
      over = cell;
      if (cell === null) return;
      timer = window.setTimeout(() => {
        const box = cell.getBoundingClientRect();
        const text = cell.querySelector('.sr-only')?.textContent ?? '';
        const width = 300;
        setTip({ text, x: Math.max(8, Math.min(box.left, window.innerWidth - width - 8)), y: box.bottom + 4 });
      }, delay);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    element.addEventListener('pointerover', onOver);
    element.addEventListener('pointerleave', hide);
    element.addEventListener('pointerdown', hide);
    element.addEventListener('scroll', hide, { passive: true });
    window.addEventListener('keydown', onKey);
    return () => {
      hide();
      element.removeEventListener('pointerover', onOver);
      element.removeEventListener('pointerleave', hide);
      element.removeEventListener('pointerdown', hide);
      element.removeEventListener('scroll', hide);
      window.removeEventListener('keydown', onKey);
    };
  }, [scroller]);
  return tip === null
    ? null
    : createPortal(
        <div className={styles.tip} style={{ left: tip.x, top: tip.y }} aria-hidden="true">
          {tip.text}
        </div>,
        document.body,
      );
}
