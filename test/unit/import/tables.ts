import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readTable } from '../../../shared/import/read-table.ts';
import type { Table } from '../../../shared/import/table.ts';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A workbook with exactly the sheet XML given, for what no writer would write. */
export function workbook(
  sheets: readonly { readonly name: string; readonly rows: string; readonly state?: string }[],
  options: { readonly date1904?: string; readonly strings?: readonly string[] } = {},
): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${rel}"><workbookPr${options.date1904 === undefined ? '' : ` date1904="${options.date1904}"`}/><sheets>${sheets
        .map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
        .map((_, at) => `<Relationship Id="rId${at + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`)
        .join('')}</Relationships>`,
    ),
    // Style 1 is a date.
    'xl/styles.xml': strToU8(`<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`),
    ...(options.strings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': strToU8(`<sst xmlns="${main}">${options.strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`) }),
  };
  for (const [at, { rows }] of sheets.entries()) {
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`);
  }
  return zipSync(files);
}

/** A workbook's XML changed in one part. */
export function altered(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path] ?? new Uint8Array()))) });
}

/** Reads a table that must be readable. */
export async function tableOf(content: string | Uint8Array, name = 'roster.csv'): Promise<Table> {
  const read = await readTable(typeof content === 'string' ? utf8(content) : content, name);
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.detail ?? ''}`);
  return read.value;
}
