/** One step into a JSON document: a key of an object, or a position in an array (from 0). */
export type PathStep = string | number;

const plainKey = /^[A-Za-z_$][\w$-]*$/;
const shownLength = 60;

/** Text from outside made safe for one line: control characters and line ends escaped, cut after 60 characters. */
export function oneLine(text: string): string {
  // By code unit, so that a lone surrogate or a bidirectional override in a file cannot disturb the terminal it is shown on.
  let line = '';
  for (const character of text) {
    if (line.length >= shownLength) return `${line}…`;
    const code = character.codePointAt(0) ?? 0;
    const hidden = code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x200b && code <= 0x200f)
      || (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || (code >= 0xd800 && code <= 0xdfff);
    line += hidden ? `\\u${code.toString(16).padStart(4, '0')}` : character;
  }
  return line;
}

/** Writes a path as people read it: `people[3].employments[0].hiredOn`; an odd key is quoted. The root is `(top level)`. */
export function pathWords(path: readonly PathStep[]): string {
  let words = '';
  for (const step of path) {
    if (typeof step === 'number') words += `[${step}]`;
    else if (plainKey.test(step)) words += words === '' ? oneLine(step) : `.${oneLine(step)}`;
    else words += `["${oneLine(step)}"]`;
  }
  return words === '' ? '(top level)' : words;
}
