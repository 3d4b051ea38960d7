import type { ReactNode } from 'react';

/** The fourteen shapes a status is told by, each a drawing of 12 by 12, plus nothing else: a shape never means two things. */
export const glyphNames = [
  'tick', 'shield', 'clock', 'half-circle', 'circle', 'question', 'triangle', 'half-square', 'slash', 'hourglass', 'past-bar',
  'dashed-square', 'octagon', 'dash',
] as const;
export type GlyphName = (typeof glyphNames)[number];

const shapes: Readonly<Record<GlyphName, ReactNode>> = {
  tick: <path d="M2 6.4 4.8 9.2 10.2 3.2" strokeWidth="1.7" />,
  shield: <path d="M6 1.2 10.2 2.6V6c0 2.5-1.7 4.2-4.2 5C3.5 10.2 1.8 8.5 1.8 6V2.6Z" strokeWidth="1.4" />,
  clock: (
    <>
      <circle cx="6" cy="6" r="4.7" strokeWidth="1.4" />
      <path d="M6 3.4V6l1.9 1.3" strokeWidth="1.3" />
    </>
  ),
  'half-circle': (
    <>
      <circle cx="6" cy="6" r="4.6" strokeWidth="1.5" />
      <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4Z" fill="currentColor" stroke="none" />
    </>
  ),
  circle: <circle cx="6" cy="6" r="4.6" strokeWidth="1.5" />,
  question: (
    <>
      <path d="M3.7 3.9C3.7 2.5 4.7 1.7 6 1.7s2.3.8 2.3 2c0 1.7-2.3 1.8-2.3 3.6" strokeWidth="1.7" />
      <circle cx="6" cy="10" r="1" fill="currentColor" stroke="none" />
    </>
  ),
  triangle: (
    <>
      <path d="M6 1 11.6 10.9H.4Z" fill="currentColor" stroke="currentColor" strokeWidth=".6" />
      <path d="M6 4.4v3.2" stroke="var(--glyph-hole, var(--surface))" strokeWidth="1.2" />
      <circle cx="6" cy="9.2" r=".7" fill="var(--glyph-hole, var(--surface))" stroke="none" />
    </>
  ),
  'half-square': (
    <>
      <rect x="1.3" y="1.3" width="9.4" height="9.4" rx="1" strokeWidth="1.4" />
      <path d="M1.5 1.5H6v9H1.5Z" fill="currentColor" stroke="none" />
    </>
  ),
  slash: (
    <>
      <circle cx="6" cy="6" r="4.7" strokeWidth="1.5" />
      <path d="M2.9 9.1 9.1 2.9" strokeWidth="1.5" />
    </>
  ),
  hourglass: (
    <>
      <path d="M2 1.2h8M2 10.8h8" strokeWidth="1.5" />
      <path d="M3 1.5h6L6.6 6 9 10.5H3L5.4 6Z" fill="currentColor" strokeWidth=".8" />
    </>
  ),
  'past-bar': (
    <>
      <path d="M1.8 1.4v9.2" strokeWidth="1.6" />
      <path d="M4.2 6h6.3M7.9 3.4 10.5 6 7.9 8.6" strokeWidth="1.5" />
    </>
  ),
  'dashed-square': <rect x="1.5" y="1.5" width="9" height="9" rx=".8" strokeWidth="1.5" strokeDasharray="2.5 2" strokeDashoffset="1.2" />,
  octagon: (
    <>
      <path d="M4 .9h4L11.1 4v4L8 11.1H4L.9 8V4Z" strokeWidth="1.4" />
      <path d="m4.3 4.3 3.4 3.4m0-3.4L4.3 7.7" strokeWidth="1.4" />
    </>
  ),
  dash: <path d="M3.5 6h5" strokeWidth="1.2" />,
};

/** One of the shapes, in the text's colour. A picture beside words; where it stands alone, `StatusMark` gives it a name. */
export function Glyph({ name, size = 12 }: { readonly name: GlyphName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
