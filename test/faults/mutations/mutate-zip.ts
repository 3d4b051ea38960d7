import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { Random } from '../../support/random.ts';
import { spoiled, text, type Spoiled } from './mutate-bytes.ts';

const tricks = ['../agency.json', '/etc/passwd', 'C:\\agency.json', 'documents/../agency.json', 'documents\\x', 'agency.json\u0000.txt', '', 'documents/', 'AGENCY.JSON', 'a/'.repeat(300), 'xl/../../x.xml', '\u202egpj.exe'];

/** An archive put together anew, so that its checksums are right and what is spoiled is what lies inside. */
export function spoiledZip(bytes: Uint8Array, random: Random): Spoiled {
  const entries = unzipSync(bytes);
  const names = Object.keys(entries);
  const name = random.pick(names);
  const content = entries[name] ?? new Uint8Array();
  switch (random.below(8)) {
    case 0:
      return { bytes: zipSync(without(entries, name)), how: `without ${name}` };
    case 1:
      return { bytes: zipSync({ ...entries, [random.pick(tricks)]: content }), how: 'a path trick' };
    case 2:
      return { bytes: zipSync({ ...without(entries, name), [random.pick(tricks)]: content }), how: 'a path trick in place of an entry' };
    case 3:
      return { bytes: zipSync({ ...entries, [name]: new Uint8Array(random.pick([2 ** 20, 2 ** 23, 2 ** 25])) }), how: `${name} a bomb` };
    case 4:
      return { bytes: claiming(zipSync(entries), random), how: 'lies about sizes' };
    case 5:
      return { bytes: zipSync(Object.fromEntries([...names, ...Array.from({ length: 3_000 }, (_each, at) => `x${at}`)].map((each) => [each, entries[each] ?? new Uint8Array(1)]))), how: 'thousands of entries' };
    case 6:
      return { bytes: zipSync({ ...entries, 'inner.zip': zipSync(entries) }), how: 'an archive within' };
    default: {
      const inner = spoiled(content, random);
      return { bytes: zipSync({ ...entries, [name]: inner.bytes }), how: `${name}: ${inner.how}` };
    }
  }
}

const without = (entries: Readonly<Record<string, Uint8Array>>, name: string): Zippable => Object.fromEntries(Object.entries(entries).filter(([each]) => each !== name));

/** The central directory's sizes, offsets and counts overwritten. */
function claiming(bytes: Uint8Array, random: Random): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marks: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) marks.push(at);
  const at = marks.length === 0 ? 0 : random.pick(marks);
  const value = random.pick([0xffffffff, 0x7fffffff, 0x10000000, 0, 1]);
  const where = random.pick([20, 24, 42]);
  if (at + where + 4 <= bytes.length) view.setUint32(at + where, value, true);
  if (random.chance(0.3) && bytes.length > 22) view.setUint16(bytes.length - 12, 0xffff, true);
  return bytes;
}

/** The words of another encoding inside an entry's XML. */
export const xmlTricks: readonly Uint8Array[] = [
  text('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'),
  text('<row r="99999999"><c r="XFD1048576"><v>1</v></c></row>'),
  text('<c r="A1" t="s"><v>99999999</v></c>'),
  text('<c r="A1" t="d"><v>2026-99-99T</v></c>'),
  text('<c r="ZZZZZZ1"><v>1</v></c>'),
];
