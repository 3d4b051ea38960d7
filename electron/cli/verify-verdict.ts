import type { PdfVerdict } from '../../shared/proof/verdict.ts';

/** One part of a file that was verified: what it is called, whether it is as it was written, and what was found, in one line. */
export type Finding = { readonly part: string; readonly sound: boolean; readonly says: string };

/** What `muster verify` answers of one file. */
export type Verdict = { readonly file: string; readonly kind: string; readonly findings: readonly Finding[]; readonly conclusion?: string; readonly pdf?: PdfVerdict };

export const isSound = ({ findings, pdf }: Verdict): boolean => (pdf === undefined ? findings.every(({ sound }) => sound) : pdf.standing === 'unaltered');

/** The verdict for people: one line a part, then the conclusion. */
export function verdictTable(verdict: Verdict): string {
  const width = Math.max(...verdict.findings.map(({ part }) => part.length));
  const lines = verdict.findings.map(({ part, sound, says }) => `  ${part.padEnd(width)}  ${sound ? '' : 'BROKEN: '}${says}`);
  const broken = verdict.findings.filter(({ sound }) => !sound).map(({ part }) => part);
  const end = verdict.conclusion ?? (broken.length === 0 ? 'Nothing was changed since it was written, as far as the file itself can show.' : `Not as it was written: ${broken.join(', ')}.`);
  return `${verdict.file}: ${verdict.kind}\n${lines.join('\n')}\n${end}\n`;
}
