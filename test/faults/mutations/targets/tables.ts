import { zipSync, unzipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { agencyFileSchema, type AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { civilDate } from '../../../../shared/civil-date.ts';
import { demoAgency } from '../../../../shared/demo/demo-agency.ts';
import { evidenceCsv, rosterCsv } from '../../../../shared/demo/spreadsheets.ts';
import { importIntoFile } from '../../../../shared/import/import-into-file.ts';
import type { TableError } from '../../../../shared/import/table.ts';
import { applyChanges } from '../../../../shared/model/apply-changes.ts';
import type { Random } from '../../../support/random.ts';
import { spoiled, text, type Spoiled } from '../mutate-bytes.ts';
import { spoiledZip, xmlTricks } from '../mutate-zip.ts';
import { refused, taken, wrong, type Target, type Verdict } from '../target.ts';

const today = civilDate('2026-11-23');
const demo = demoAgency(today).file;
const some: AgencyFile = { ...demo, people: demo.people.slice(0, 6), evidence: demo.evidence.filter(({ personId }) => demo.people.slice(0, 6).some(({ id }) => id === personId)) };
const roster = rosterCsv(some);
const evidence = evidenceCsv(some);
/** An agency without anybody, for rosters; with everybody and nothing filed, for evidence. */
const nobody: AgencyFile = { format: 'muster-agency', version: 1, agency: { name: 'Bayou Bridge', packs: ['la-medicaid'] }, people: [], evidence: [] };
const everybody: AgencyFile = { ...nobody, people: demo.people, teams: demo.teams ?? [], sites: demo.sites ?? [], vendors: demo.vendors ?? [] };

/** The whole way of a spreadsheet: read, understood, planned, applied. What comes of it must be a valid record. */
async function imported(bytes: Uint8Array, fileName: string, purpose: 'roster' | 'evidence'): Promise<Verdict> {
  let count = 0;
  const source = { bytes, fileName };
  const into = purpose === 'roster' ? nobody : everybody;
  const read = await importIntoFile(
    { roster: purpose === 'roster' ? source : undefined, evidence: purpose === 'evidence' ? source : undefined, into, dates: 'us' },
    { newId: () => `n${(count += 1)}`, now: '2026-11-23T15:00:00Z', today },
  );
  if (!read.ok) return refused(read.error.code === 'table' ? codeOf(read.error.error) : read.error.code);
  const { plan } = read.value;
  if (!plan.ready) return refused('rows to mend');
  const next = applyChanges(into, plan.changes);
  if (!next.ok) return wrong(`a plan called ready is refused: ${next.error.code}`);
  const parsed = agencyFileSchema.safeParse(next.value);
  return parsed.success ? taken : wrong(`an import made a record that cannot be read: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
}

const codeOf = ({ code }: TableError): string => code;

const cells = ['', '=1+1', '9'.repeat(30_000), '2026-02-30', '31/31/31', '1/1/0001', '99999999', '1e999', '"', 'Ł\u0000', '\u202e', "'; DROP", '-', 'yes', 'ips-specialist', '45000', '0', '\ufeff', '12/31/9999'];

/** One cell replaced by something strange. */
function oddCell(source: string, random: Random): Spoiled {
  const lines = source.split('\r\n').length > 1 ? source.split('\r\n') : source.split('\n');
  const line = random.below(lines.length);
  const parts = (lines[line] ?? '').split(',');
  parts[random.below(parts.length)] = random.pick(cells);
  lines[line] = parts.join(random.chance(0.1) ? ';' : ',');
  return { bytes: text(lines.join('\r\n')), how: 'odd cells' };
}

export const csvFiles: Target = {
  name: 'CSV',
  share: 14,
  attempt: (random, told) => {
    const purpose = random.chance(0.5) ? 'roster' : 'evidence';
    const source = purpose === 'roster' ? roster : evidence;
    const { bytes, how } = random.chance(0.45) ? oddCell(source, random) : spoiled(text(source), random);
    told(`${purpose}, ${how}`);
    return imported(bytes, `${purpose}.csv`, purpose);
  },
};

let workbookBytes: Promise<Uint8Array> | null = null;
const workbookOfRoster = (): Promise<Uint8Array> => (workbookBytes ??= made());

async function made(): Promise<Uint8Array> {
  const rows = roster.trim().split(/\r?\n/).map((line) => line.split(',').map((cell) => ({ type: String, value: cell.replaceAll('"', '') })));
  return new Uint8Array(await writeXlsxFile(rows).toBuffer());
}

function oddXml(bytes: Uint8Array, random: Random): Spoiled {
  const entries = unzipSync(bytes);
  const name = random.pick(Object.keys(entries).filter((each) => each.endsWith('.xml')));
  const content = entries[name] ?? new Uint8Array();
  const xml = new TextDecoder().decode(content);
  const at = xml.indexOf('>', random.below(xml.length)) + 1;
  const trick = new TextDecoder().decode(random.pick(xmlTricks));
  return { bytes: zipSync({ ...entries, [name]: text(xml.slice(0, at) + trick + xml.slice(at)) }), how: `${name}: a trick of XML` };
}

export const workbooks: Target = {
  name: 'XLSX',
  share: 12,
  attempt: async (random, told) => {
    const source = await workbookOfRoster();
    const way = random.below(10);
    const { bytes, how } = way < 3 ? oddXml(source, random) : way < 7 ? spoiledZip(source, random) : spoiled(source, random);
    told(how);
    return imported(bytes, 'roster.xlsx', 'roster');
  },
};
