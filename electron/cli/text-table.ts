/** A line of a command's table is never longer. */
export const tableWidth = 100;

/** Text in a column; one too long for it pushes its own line to the right instead of losing its end. */
export const cell = (text: string, width: number): string => (text.length < width ? text.padEnd(width) : `${text} `);

/** Breaks at spaces so that no line is longer than the width; a longer word stands on a line of its own. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Like `wrapped`, and a word longer than the width is broken too: nothing of a long name is lost, and no line is too long. */
export const folded = (text: string, width: number): readonly string[] =>
  wrapped(text, width).flatMap((line) => Array.from({ length: Math.max(1, Math.ceil(line.length / width)) }, (_each, at) => line.slice(at * width, (at + 1) * width)));

/** Cells side by side, each folded into its width, under each other for as many lines as the tallest takes. */
export function sideBySide(cells: readonly (readonly [text: string, width: number])[], indent: number): readonly string[] {
  const columns = cells.map(([text, width]) => ({ width, lines: folded(text, width - 2) }));
  const height = Math.max(...columns.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_each, at) => `${' '.repeat(indent)}${columns.map(({ lines, width }) => (lines[at] ?? '').padEnd(width)).join('')}`.trimEnd());
}
