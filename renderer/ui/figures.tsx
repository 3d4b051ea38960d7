import type { ReactNode } from 'react';

const figures = /(\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}|\d[\d.,]* (?:days?|months?|years?|hours?|of \d+)\b)/;

/** A sentence with its dates and amounts in bold, so that the eye finds what to check with a calendar. */
export function Figures({ text }: { readonly text: string }): ReactNode {
  return text.split(figures).map((part, index) => (index % 2 === 1 ? <b key={`${index}-${part}`}>{part}</b> : part));
}
