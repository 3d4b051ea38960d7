import { statusFacts, type Status, type StatusFamily } from './rules/status.ts';

/** The shape each status is told by, wherever it is drawn: one shape, one meaning, with or without colour. */
const statusGlyphs = {
  met: 'tick',
  exempt: 'shield',
  expiring: 'clock',
  'due-soon': 'half-circle',
  'not-yet-due': 'circle',
  review: 'question',
  overdue: 'triangle',
  incomplete: 'half-square',
  expired: 'slash',
  stale: 'hourglass',
  late: 'past-bar',
  gap: 'dashed-square',
  fail: 'octagon',
  'not-applicable': 'dash',
} as const satisfies Record<Status, string>;

export type StatusGlyph = (typeof statusGlyphs)[Status];

export type StatusLook = { readonly family: StatusFamily | null; readonly glyph: StatusGlyph; readonly word: string };

/** How a status looks: its family (colour and weight), its shape and its word. Spread it into a status mark. */
export const lookOf = (status: Status): StatusLook => ({
  family: statusFacts[status].family,
  glyph: statusGlyphs[status],
  word: statusFacts[status].word,
});
