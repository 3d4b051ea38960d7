import { useEffect, useRef } from 'react';
import type { Degrees } from '../../shared/documents/areas.ts';
import type { PageSize, PageSource, PageText } from './page-source.ts';
import styles from './viewer.module.css';

let measuring: CanvasRenderingContext2D | null = null;

/** How wide a text is in the letters the layer uses, for letters 10 pixels high. */
function widthOf(text: string): number {
  measuring ??= document.createElement('canvas').getContext('2d');
  if (measuring === null) return text.length * 5;
  measuring.font = '10px sans-serif';
  return measuring.measureText(text).width;
}

function spanOf(item: PageText, scale: number): HTMLSpanElement {
  const span = document.createElement('span');
  span.textContent = item.text;
  const { style } = span;
  const height = item.letters * scale;
  const wide = (widthOf(item.text) * height) / 10;
  style.left = `${item.left * 100}%`;
  style.top = `${item.top * 100}%`;
  style.fontSize = `${height}px`;
  style.lineHeight = `${height}px`;
  const stretch = wide > 0 ? (item.length * scale) / wide : 1;
  style.transform = item.angle === 0 ? `scaleX(${stretch})` : `rotate(${item.angle}deg) scaleX(${stretch})`;
  if (item.angle !== 0) {
    // A box says where turned text lies, not where it begins: it is turned about the middle of the box.
    style.left = `${(item.left + item.width / 2) * 100}%`;
    style.top = `${(item.top + item.height / 2) * 100}%`;
    style.transformOrigin = 'center';
    style.translate = '-50% -50%';
  }
  return span;
}

/** The text of a page laid over its picture, unseen: it can be selected, copied and read aloud. `size`: the page in points, unturned. */
export function TextLayer({ source, page, size, scale, turn }: {
  readonly source: PageSource;
  readonly page: number;
  readonly size: PageSize;
  readonly scale: number;
  readonly turn: Degrees;
}) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    source.textOf(page).then(
      (items) => {
        if (gone || host.current === null) return;
        host.current.replaceChildren(...items.flatMap((item) => [spanOf(item, scale), document.createElement('br')]));
      },
      // A text that cannot be read leaves the picture, which is what counts.
      () => host.current?.replaceChildren(),
    );
    return () => {
      gone = true;
    };
  }, [source, page, scale]);
  const [width, height] = [size.width * scale, size.height * scale];
  const place: Readonly<Record<Degrees, string | undefined>> = { 0: undefined, 90: `translateX(${height}px) rotate(90deg)`, 180: `translate(${width}px, ${height}px) rotate(180deg)`, 270: `translateY(${width}px) rotate(270deg)` };
  return <div ref={host} className={styles.text} style={{ width, height, transform: place[turn] }} />;
}
