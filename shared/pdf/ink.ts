import type { FaceName } from './faces.ts';
import type { Paper } from '../report/binder-job.ts';

/** Ink is trouble: open marks are in order, solid marks are findings. Colour only repeats what mark and word say. */
export const ink = {
  ink: '#111111', grey: '#474747', mute: '#666666', rule: '#8C8C8C', hair: '#B0B0B0', tint: '#F1F0EC', alarm: '#7A1B1B', white: '#FFFFFF',
  /** Behind everything: must not hurt legibility of 7 pt text in the lightest grey. */
  watermark: '#F3F1EC',
} as const;
export type Ink = (typeof ink)[keyof typeof ink];

/** A way to set text: face, size in points, line height as a multiple, colour, extra space between characters. */
export type Style = { readonly face: FaceName; readonly size: number; readonly line: number; readonly colour: Ink; readonly tracking?: number };

export const type = {
  display: { face: 'serif', size: 30, line: 1.15, colour: ink.ink },
  displaySmall: { face: 'serif', size: 20, line: 1.2, colour: ink.ink },
  h1: { face: 'serif', size: 18, line: 1.2, colour: ink.ink },
  role: { face: 'serifRegular', size: 14, line: 1.3, colour: ink.ink },
  agency: { face: 'serif', size: 12, line: 1.25, colour: ink.ink },
  numeral: { face: 'serif', size: 20, line: 1.2, colour: ink.ink },
  figure: { face: 'serif', size: 15, line: 1.2, colour: ink.ink },
  h2: { face: 'serif', size: 11, line: 1.25, colour: ink.ink },
  header: { face: 'serif', size: 9, line: 1.3, colour: ink.ink },
  section: { face: 'serif', size: 9.5, line: 1.3, colour: ink.ink },
  lead: { face: 'sans', size: 9.5, line: 1.4, colour: ink.grey },
  body: { face: 'sans', size: 9, line: 1.4, colour: ink.ink },
  strong: { face: 'bold', size: 9, line: 1.4, colour: ink.ink },
  cell: { face: 'sans', size: 8, line: 1.3, colour: ink.ink },
  cellGrey: { face: 'sans', size: 8, line: 1.3, colour: ink.grey },
  cellBold: { face: 'bold', size: 8, line: 1.3, colour: ink.ink },
  evidence: { face: 'sans', size: 7.5, line: 1.3, colour: ink.ink },
  evidenceBold: { face: 'bold', size: 7.5, line: 1.3, colour: ink.ink },
  small: { face: 'sans', size: 7, line: 1.3, colour: ink.mute },
  smallGrey: { face: 'sans', size: 7, line: 1.3, colour: ink.grey },
  smallAlarm: { face: 'sans', size: 7, line: 1.3, colour: ink.alarm },
  caps: { face: 'bold', size: 6.5, line: 1.3, colour: ink.grey, tracking: 0.5 },
  kicker: { face: 'bold', size: 8, line: 1.3, colour: ink.grey, tracking: 1.6 },
  status: { face: 'bold', size: 7.5, line: 1.3, colour: ink.ink, tracking: 0.3 },
  contents: { face: 'sans', size: 7.75, line: 1.25, colour: ink.ink },
  contentsBold: { face: 'bold', size: 7.75, line: 1.25, colour: ink.ink },
  mono: { face: 'mono', size: 7.5, line: 1.4, colour: ink.ink },
  tab: { face: 'serif', size: 11, line: 1.2, colour: ink.white },
  none: { face: 'bold', size: 6.5, line: 1.3, colour: ink.white, tracking: 0.5 },
} as const satisfies Record<string, Style>;

/** The page grid in points, origin top left. The binding margin and the top stay free for punch and fastener. */
export type Sheet = { readonly width: number; readonly height: number; readonly left: number; readonly right: number; readonly bodyTop: number; readonly bodyBottom: number; readonly footerTop: number };

/** US Letter as designed; A4 keeps the 492 points of the tables and gains height. */
export const sheets: Readonly<Record<Paper, Sheet>> = {
  letter: { width: 612, height: 792, left: 72, right: 564, bodyTop: 82, bodyBottom: 708, footerTop: 722 },
  a4: { width: 595.28, height: 841.89, left: 66, right: 558, bodyTop: 82, bodyBottom: 757, footerTop: 771 },
};

/** Width of the text block and of every table, in points. */
export const measure = 492;
