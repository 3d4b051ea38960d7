import { ink } from './ink.ts';
import type { Mark } from './page-plan.ts';

/** The drawing calls a mark needs, as the PDF library's canvas offers them. */
export type Painter = {
  readonly save: () => Painter;
  readonly restore: () => Painter;
  readonly translate: (x: number, y: number) => Painter;
  readonly rotate: (degrees: number) => Painter;
  readonly scale: (factor: number) => Painter;
  readonly lineWidth: (width: number) => Painter;
  readonly moveTo: (x: number, y: number) => Painter;
  readonly lineTo: (x: number, y: number) => Painter;
  readonly bezierCurveTo: (x1: number, y1: number, x2: number, y2: number, x: number, y: number) => Painter;
  readonly circle: (x: number, y: number, radius: number) => Painter;
  readonly rect: (x: number, y: number, width: number, height: number) => Painter;
  readonly polygon: (...points: (readonly [number, number])[]) => Painter;
  readonly stroke: (colour?: string) => Painter;
  readonly fill: (colour?: string) => Painter;
  readonly fillColor: (colour: string) => Painter;
  readonly strokeColor: (colour: string) => Painter;
  readonly font: (source: unknown, size?: number) => Painter;
  readonly fontSize: (size: number) => Painter;
  readonly text: (text: string, x: number, y: number, options: Readonly<Record<string, unknown>>) => Painter;
};

type Draw = (painter: Painter, colour: string) => void;

const ring = (painter: Painter, colour: string): Painter => painter.circle(5, 5, 4.4).stroke(colour);
const path = (painter: Painter, colour: string, points: readonly (readonly [number, number])[]): Painter => {
  points.forEach(([x, y], index) => (index === 0 ? painter.moveTo(x, y) : painter.lineTo(x, y)));
  return painter.stroke(colour);
};
const diamond = [[5, 0.3], [9.7, 5], [5, 9.7], [0.3, 5]] as const;
const octagon = [[3.1, 0.4], [6.9, 0.4], [9.6, 3.1], [9.6, 6.9], [6.9, 9.6], [3.1, 9.6], [0.4, 6.9], [0.4, 3.1]] as const;

// In a box of 10 by 10, stroke 0.9. Open marks are in order, solid marks are findings, half marks are between.
const marks: Readonly<Record<Mark, Draw>> = {
  met: (painter, colour) => { ring(painter, colour); path(painter.lineWidth(1.1), colour, [[2.8, 5.1], [4.4, 6.8], [7.3, 3.5]]); },
  expiring: (painter, colour) => { ring(painter, colour); path(painter, colour, [[5, 2.3], [5, 5.2], [7.2, 5.2]]); },
  'not-yet-due': (painter, colour) => { ring(painter, colour); },
  'due-soon': (painter, colour) => {
    ring(painter, colour);
    // The right half of a disc: two quarter circles by the usual cubic approximation.
    painter.moveTo(5, 0.6).bezierCurveTo(7.43, 0.6, 9.4, 2.57, 9.4, 5).bezierCurveTo(9.4, 7.43, 7.43, 9.4, 5, 9.4).lineTo(5, 0.6).fill(colour);
  },
  exempt: (painter, colour) => { ring(painter, colour); path(painter.lineWidth(1.1), colour, [[2.7, 5], [7.3, 5]]); },
  cleared: (painter, colour) => { ring(painter, colour); painter.circle(5, 5, 2).fill(colour); },
  unable: (painter, colour) => { ring(painter, colour); path(painter, colour, [[2.1, 7.9], [7.9, 2.1]]); },
  'not-applicable': (painter, colour) => { path(painter.lineWidth(1.1), colour, [[1.4, 5], [8.6, 5]]); },
  late: (painter, colour) => { painter.circle(5, 5, 4.8).fill(colour); path(painter.lineWidth(1.1), ink.white, [[5, 2], [5, 5.2], [7.3, 5.2]]); },
  overdue: (painter, colour) => { painter.circle(5, 5, 4.8).fill(colour); path(painter.lineWidth(1.3), ink.white, [[5, 2], [5, 5.8]]); painter.circle(5, 7.6, 0.8).fill(ink.white); },
  expired: (painter, colour) => { painter.rect(0.4, 0.4, 9.2, 9.2).fill(colour); path(painter.lineWidth(1.4), ink.white, [[2.3, 5], [7.7, 5]]); },
  gap: (painter, colour) => { painter.rect(0.4, 0.4, 9.2, 9.2).fill(colour); painter.rect(3.1, 3.1, 3.8, 3.8).fill(ink.white); },
  stale: (painter, colour) => { painter.polygon(...diamond).fill(colour); path(painter.lineWidth(1.3), ink.white, [[2.8, 5], [7.2, 5]]); },
  fail: (painter, colour) => { painter.polygon(...octagon).fill(colour); path(painter.lineWidth(1.3), ink.white, [[3, 3], [7, 7]]); path(painter, ink.white, [[7, 3], [3, 7]]); },
  incomplete: (painter, colour) => { painter.rect(0.85, 0.85, 8.3, 8.3).stroke(colour); painter.polygon([0.85, 0.85], [9.15, 9.15], [0.85, 9.15]).fill(colour); },
  review: (painter, colour) => {
    painter.polygon(...diamond).stroke(colour);
    painter.moveTo(3.7, 4.1).bezierCurveTo(3.8, 2.5, 6.4, 2.5, 6.3, 4.1).bezierCurveTo(6.2, 4.9, 5, 4.9, 5, 5.9).stroke(colour);
    painter.circle(5, 7.3, 0.6).fill(colour);
  },
};

/** Draws a mark in a square of `size` points with its top left corner at x, y. */
export function paintMark(painter: Painter, mark: Mark, x: number, y: number, size: number, colour: string): void {
  painter.save().translate(x, y).scale(size / 10).lineWidth(0.9);
  marks[mark](painter, colour);
  painter.restore();
}
