import { gzipSync, zipSync } from 'fflate';
import { civilDate, toDay } from '../../../../shared/civil-date.ts';
import { adverseActionsCsv, leieCsv, northCarolinaCsv, samCsv } from '../../../../shared/demo/lists.ts';
import { onePagePdf } from '../../../../shared/demo/one-page-pdf.ts';
import { readTable } from '../../../../shared/import/read-table.ts';
import { listErrorWords } from '../../../../shared/screening/lists/list-error.ts';
import { readList } from '../../../../shared/screening/lists/read-list.ts';
import type { Random } from '../../../support/random.ts';
import { spoiled, text, type Spoiled } from '../mutate-bytes.ts';
import { spoiledZip } from '../mutate-zip.ts';
import { refused, taken, wrong, type Target, type Verdict } from '../target.ts';

const today = toDay(civilDate('2026-11-23'));
const texts = { 'UPDATED.csv': leieCsv(today), 'SAM_Exclusions.csv': samCsv(today), 'adverse.csv': adverseActionsCsv(today), 'excluded.csv': northCarolinaCsv(today) };
const zipped = zipSync({ 'SAM_Exclusions.csv': text(texts['SAM_Exclusions.csv']) });

async function read(bytes: Uint8Array, fileName: string): Promise<Verdict> {
  const answer = await readList(bytes, fileName);
  if (!answer.ok) {
    const words = listErrorWords(answer.error);
    return words.includes('Nothing was imported') ? refused(answer.error.code) : wrong(`the words of ${answer.error.code} do not say what is safe`);
  }
  const { rows, heads, bytes: size } = answer.value;
  if (size !== bytes.length) return wrong('a list says another size than its file has');
  if (rows.length === 0) return wrong('a list was taken without a row');
  const nameless = rows.find((row) => row.family === '' && row.given === '' && row.business === '');
  if (nameless !== undefined) return wrong(`row ${nameless.row} was taken and names nobody`);
  const uneven = rows.find((row) => row.cells.length !== heads.length);
  return uneven === undefined ? taken : wrong(`row ${uneven.row} was taken with ${uneven.cells.length} of ${heads.length} cells`);
}

const cells = ['', '"', '00000000', '99999999', '20261301', '1.97E+09', '#NAME?', 'IND', '13/13/2026', '12/31/9999', '\u0000', 'Ł', '9'.repeat(40_000), '=HYPERLINK("x")'];

function oddCell(source: string, random: Random): Spoiled {
  const lines = source.split('\r\n');
  const line = random.below(lines.length);
  const parts = (lines[line] ?? '').split(',');
  parts[random.below(parts.length)] = random.pick(cells);
  lines[line] = parts.join(',');
  return { bytes: text(lines.join('\r\n')), how: 'odd cells' };
}

export const listFiles: Target = {
  name: 'list files',
  share: 16,
  attempt: (random, told) => {
    const name = random.pick(Object.keys(texts) as (keyof typeof texts)[]);
    const way = random.below(10);
    const { bytes, how } = way < 4 ? oddCell(texts[name], random) : way < 7 ? spoiled(text(texts[name]), random) : way < 9 ? spoiledZip(zipped, random) : spoiled(random.chance(0.5) ? zipped : gzipSync(text(texts[name])), random);
    told(`${name}, ${how}`);
    return read(bytes, name);
  },
};

const pdf = onePagePdf('TB test', ['Read after 48 hours', 'Negative']);

/** A PDF where a table is wanted: refused, whatever was done to it. */
export const pdfs: Target = {
  name: 'PDF',
  share: 4,
  attempt: async (random, told) => {
    const { bytes, how } = spoiled(pdf, random);
    told(how);
    const [table, list] = [await readTable(bytes, 'roster.pdf'), await readList(bytes, 'list.pdf')];
    if (list.ok) return wrong('a PDF was taken for a list');
    return table.ok ? taken : refused(table.error.code);
  },
};
