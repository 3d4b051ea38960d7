import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describeAgencyFileError } from '../../../../shared/agency-file/error.ts';
import { readAgencyFile, type AgencyFileContent } from '../../../../shared/agency-file/read.ts';
import { serialiseAgency, writeAgencyFile } from '../../../../shared/agency-file/write.ts';
import { canonicalJson } from '../../../../shared/audit/canonical-json.ts';
import { verifyChain } from '../../../../shared/audit/chain.ts';
import { civilDate } from '../../../../shared/civil-date.ts';
import { demoAgency } from '../../../../shared/demo/demo-agency.ts';
import { evaluate } from '../../../../shared/rules/evaluate.ts';
import { documentBytes, documentSha, sampleFile } from '../../../unit/agency-file/sample.ts';
import { spoiled } from '../mutate-bytes.ts';
import { spoiledJson, type Json } from '../mutate-json.ts';
import { spoiledZip } from '../mutate-zip.ts';
import { refused, taken, wrong, type Target, type Verdict } from '../target.ts';

const asOf = civilDate('2026-11-23');
const sample = serialiseAgency(sampleFile());
const demo = demoAgency(asOf);
const archive = writeAgencyFile(sampleFile(), new Map([[documentSha, documentBytes]]), { appVersion: '0' });

/** Reads it as the app does; whatever was taken must come back the same when written, and be judged without trouble. */
function read(bytes: Uint8Array, name: string): Verdict {
  const answer = readAgencyFile(bytes, name);
  if (!answer.ok) {
    const words = describeAgencyFileError(answer.error);
    return /^[^\n\r]+$/.test(words) ? refused(answer.error.code) : wrong(`the words of ${answer.error.code} are not one line`);
  }
  return strictly(answer.value);
}

function strictly({ file, documents }: AgencyFileContent): Verdict {
  const again = readAgencyFile(strToU8(serialiseAgency(file)), 'again.json');
  if (!again.ok) return wrong(`what was taken is refused when written: ${again.error.code}`);
  if (canonicalJson(again.value.file) !== canonicalJson(file)) return wrong('what was taken comes back as something else');
  for (const [digest, content] of documents) if (bytesToHex(sha256(content)) !== digest) return wrong(`a document is not what its name says: ${digest}`);
  verifyChain(file.audit ?? []);
  evaluate(file, { asOf });
  return taken;
}

/** An archive whose record was changed and whose manifest was made to fit. */
function rewritten(value: Json): Uint8Array {
  const entries = unzipSync(archive);
  const record = strToU8(`${JSON.stringify(value)}\n`);
  const manifest = JSON.parse(new TextDecoder().decode(entries['manifest.json'])) as { entries: { path: string; sha256: string; bytes: number }[] };
  for (const entry of manifest.entries) if (entry.path === 'agency.json') Object.assign(entry, { sha256: bytesToHex(sha256(record)), bytes: record.length });
  return zipSync({ ...entries, 'agency.json': record, 'manifest.json': strToU8(JSON.stringify(manifest)) });
}

export const agencyJson: Target = {
  name: 'agency.json',
  share: 18,
  attempt: (random, told) => {
    const source = random.chance(0.06) ? serialiseAgency(demo.file) : sample;
    if (random.chance(0.55)) {
      told('records spoiled');
      return Promise.resolve(read(strToU8(JSON.stringify(spoiledJson(JSON.parse(source) as Json, random))), 'a.json'));
    }
    const { bytes, how } = spoiled(strToU8(source), random);
    told(how);
    return Promise.resolve(read(bytes, 'a.json'));
  },
};

export const agencyArchive: Target = {
  name: 'agency .muster',
  share: 14,
  attempt: (random, told) => {
    const way = random.below(10);
    if (way < 3) {
      told('records spoiled, manifest made to fit');
      return Promise.resolve(read(rewritten(spoiledJson(JSON.parse(sample) as Json, random)), 'a.muster'));
    }
    const { bytes, how } = way < 7 ? spoiledZip(archive, random) : spoiled(archive, random);
    told(how);
    return Promise.resolve(read(bytes, 'a.muster'));
  },
};
