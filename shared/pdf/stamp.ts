import type { Canvas } from './canvas.ts';
import { ink, type Sheet, type Style } from './ink.ts';
import type { Stamp } from './page-plan.ts';

/** The zone of the stamp, at the right of the foot; it holds nothing else. */
const stampWidth = 136;
const stampHeight = 38;
const label: Style = { face: 'bold', size: 6, line: 1.2, colour: ink.grey, tracking: 0.8 };
const bold: Style = { face: 'bold', size: 6.5, line: 1.3, colour: ink.ink };
const plain: Style = { face: 'sans', size: 6.25, line: 1.3, colour: ink.grey };
const digest: Style = { face: 'mono', size: 6, line: 1.3, colour: ink.ink };
const numerals = [15, 12.5, 10, 8.5].map((size): Style => ({ face: 'serif', size, line: 1.2, colour: ink.ink }));

/** Number of the exhibit at the left; page of the exhibit, and up to three lines, at the right. A line beginning with `sha ` is set in mono. */
export function drawStamp(canvas: Canvas, stamp: Stamp, { right, footerTop }: Pick<Sheet, 'right' | 'footerTop'>): void {
  const x = right - stampWidth;
  const y = footerTop + 6;
  canvas.box(x, y, stampWidth, stampHeight, ink.white, ink.ink);
  canvas.box(x + 2, y + 2, stampWidth - 4, stampHeight - 4, null, ink.ink);
  canvas.post(x + 59, y + 2, y + stampHeight - 2, 0.4, ink.ink);
  canvas.line('EXHIBIT', label, x + 4, y + 5.6, 53, 'centre');
  const numeral = numerals.find((style) => canvas.faces.width(stamp.exhibit, style.face, style.size) <= 53) ?? numerals.at(-1) ?? bold;
  canvas.line(stamp.exhibit, numeral, x + 4, y + 23 - (numeral.size * numeral.line) / 2, 53, 'centre');
  const rows: readonly (readonly [string, Style])[] = [[`page ${stamp.page} of ${stamp.of}`, bold], ...stamp.lines.slice(0, 3).map((line) => [line, line.startsWith('sha ') ? digest : plain] as const)];
  const step = rows.length > 3 ? 7.8 : 9;
  const first = y + (stampHeight - rows.length * step) / 2 + 0.2;
  rows.forEach(([text, style], index) => { canvas.line(text, style, x + 63.5, first + index * step, stampWidth - 68); });
}
