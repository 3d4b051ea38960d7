// The letters the built-in Helvetica of every reader has; the rest is written without its marks, as on a typewriter.
const foldings: Readonly<Record<string, string>> = { 'Đ': 'D', 'đ': 'd', 'Ł': 'L', 'ł': 'l', 'ø': 'o', 'Ø': 'O', '’': "'" };

/** Text in plain ASCII: accents dropped, letters without a plain form as `?`. */
export const asciiOf = (text: string): string =>
  Array.from(text.normalize('NFKD'))
    .map((character) => foldings[character] ?? character)
    .filter((character) => !/\p{M}/u.test(character))
    .map((character) => (character >= ' ' && character <= '~' ? character : '?'))
    .join('');

const escaped = (text: string): string => asciiOf(text).replaceAll(/[\\()]/g, (character) => `\\${character}`);

/**
 * A one-page US Letter PDF that says SYNTHETIC in large letters, with a title and some lines. Same text, same bytes.
 * Written by hand: forty lines, no fonts to embed, and quick enough to make hundreds while a window opens.
 */
export function onePagePdf(title: string, lines: readonly string[]): Uint8Array {
  const text = [
    'q 0.85 g BT /F1 84 Tf 0.7071 0.7071 -0.7071 0.7071 120 200 Tm (SYNTHETIC) Tj ET Q',
    `BT /F1 18 Tf 72 700 Td (${escaped(title)}) Tj ET`,
    'BT /F1 11 Tf 15 TL 72 668 Td',
    ...lines.map((line) => `(${escaped(line)}) Tj T*`),
    'ET',
    'BT /F1 9 Tf 72 60 Td (SYNTHETIC: made for the demo agency of Muster. No such person, test or certificate exists.) Tj ET',
  ].join('\n');
  return writtenPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
  ]);
}

/** Numbers the objects and adds the table that says at which byte each begins. All text is ASCII: one character, one byte. */
export function writtenPdf(objects: readonly string[]): Uint8Array {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  return new TextEncoder().encode(
    `${body}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}
