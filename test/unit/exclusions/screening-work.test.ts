import { describe, expect, it } from 'vitest';
import { compare, entryName, searchAll } from '../../../renderer/workers/screening-work.ts';
import type { Subject } from '../../../shared/screening/finding.ts';
import type { ReadList } from '../../../shared/screening/list.ts';
import { readList } from '../../../shared/screening/lists/read-list.ts';
import { buildIndex } from '../../../shared/screening/match/list-index.ts';
import { day } from '../agenda/samples.ts';

const heads = 'LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE';
const row = (family: string, given: string, birth: string, city = 'EXAMPLE', business = ''): string =>
  [family, given, '', business, 'SYNTHETIC', 'SYNTHETIC', '', '0000000000', birth, '1 EXAMPLE ST', city, 'LA', '70000', '1128a1', '20250120', '00000000', '00000000', ''].map((cell) => `"${cell}"`).join(',');

async function listOf(...rows: readonly string[]): Promise<ReadList> {
  const read = await readList(new TextEncoder().encode(`${[heads, ...rows].join('\r\n')}\r\n`), 'UPDATED.csv');
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}
const subject = (id: string, given: string, family: string, birthDate: string): Subject => ({
  key: { personId: id }, identity: { names: [{ kind: 'legal', given, family }], businessNames: [], birthDate: day(birthDate), states: ['LA'] },
});
const on = day('2026-03-19');
const goOn = (): Promise<'go-on'> => Promise.resolve('go-on');
const iris = subject('p1', 'Iris', 'Talbot', '1980-05-06');
const theo = subject('p2', 'Theo', 'Laborde', '1990-01-02');

describe('searching everybody', () => {
  it('answers list by list, subject by subject, and says how far it is', async () => {
    const list = await listOf(row('TALBOT', 'IRIS', '19800506'), row('NEWSOME', 'OSWALD', '19700101'));
    const heard: string[] = [];
    const found = await searchAll([{ index: buildIndex(list), subjects: [iris, theo] }], on, (done, total) => {
      heard.push(`${done}/${total}`);
      return Promise.resolve('go-on');
    });
    expect(found?.map((findings) => findings.map(({ subject: { key }, tier }) => [key, tier]))).toEqual([[[{ personId: 'p1' }, 'strong'], [{ personId: 'p2' }, 'none']]]);
    expect(heard).toEqual(['0/2', '1/2', '2/2']);
  });

  it('comes to nothing when it is stopped, at any place', async () => {
    const index = buildIndex(await listOf(row('TALBOT', 'IRIS', '19800506')));
    for (const stopAt of [0, 1, 2]) {
      const found = await searchAll([{ index, subjects: [iris, theo] }], on, (done) => Promise.resolve(done === stopAt ? 'stop' : 'go-on'));
      expect(found).toBeNull();
    }
  });
});

describe('two versions compared', () => {
  it('counts what came, went and changed, and names whom it touches', async () => {
    const before = await listOf(row('TALBOT', 'IRIS', '19800506', 'OLDTOWN'), row('LABORDE', 'THEO', '19900102'), row('NEWSOME', 'OSWALD', '19700101'));
    const after = await listOf(row('TALBOT', 'IRIS', '19800506', 'NEWTOWN'), row('NEWSOME', 'OSWALD', '19700101'), row('ZELLER', 'NADINE', '19650203'));
    const comparison = await compare(before, after, [iris, theo], on, goOn);
    expect(comparison).toMatchObject({ added: 1, removed: 1, changed: 1 });
    expect(comparison?.lines.added[0]?.name).toBe('ZELLER, NADINE');
    expect(comparison?.lines.changed[0]?.columns).toEqual(['CITY: OLDTOWN → NEWTOWN']);
    expect(comparison?.touched.map(({ key, change, tier, entry }) => [key, change, tier, entry])).toEqual([
      [{ personId: 'p1' }, 'changed', 'strong', 'TALBOT, IRIS'],
      [{ personId: 'p2' }, 'removed', 'strong', 'LABORDE, THEO'],
    ]);
  });

  it('touches nobody where nobody is near, and is nothing when stopped', async () => {
    const before = await listOf(row('NEWSOME', 'OSWALD', '19700101'));
    const after = await listOf(row('NEWSOME', 'OSWALD', '19700101'), row('ZELLER', 'NADINE', '19650203'));
    expect((await compare(before, after, [iris], on, goOn))?.touched).toEqual([]);
    expect(await compare(before, after, [iris], on, () => Promise.resolve('stop'))).toBeNull();
  });
});

it('an entry is named by family and given name, by its business, or by both', async () => {
  const { rows } = await listOf(row('TALBOT', 'IRIS', '19800506'), row('', '', '', 'EXAMPLE', 'ACME STAFFING LLC'));
  expect(rows.map(entryName)).toEqual(['TALBOT, IRIS', 'ACME STAFFING LLC']);
});
