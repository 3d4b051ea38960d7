import { describe, expect, it } from 'vitest';
import { describeAgencyFileError } from '../../../shared/agency-file/error.ts';
import { readAgencyFile } from '../../../shared/agency-file/read.ts';
import { writeAgencyFile } from '../../../shared/agency-file/write.ts';
import { civilDate, type CivilDate } from '../../../shared/civil-date.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import { unpackCopy } from '../../../shared/screening/lists/kept-copy.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import { isValidNpi } from '../../../shared/rules/npi.ts';
import { agencyRequirementIds, requirementIds } from '../../../shared/rules/packs/packs.ts';
import { statusFacts, statusPrecedence } from '../../../shared/rules/status.ts';

const days = [
  '2024-02-29', '2025-12-31', '2026-01-01', '2026-01-05', '2026-01-06', '2026-01-07', '2026-03-19', '2026-05-05', '2026-07-31', '2026-11-04', '2027-02-28', '2028-02-29', '2028-12-31',
].map(civilDate);

const written = (today: CivilDate): Uint8Array => {
  const { file, documents } = demoAgency(today);
  return writeAgencyFile(file, documents, { appVersion: '0.1.0' });
};

describe('the demo agency', () => {
  it.each(days)('on %s shows every status and every requirement, and is mostly in order', (today) => {
    const { standings } = evaluate(demoAgency(today).file, { asOf: today });
    const statuses = new Set(standings.map((standing) => standing.status));
    expect(statusPrecedence.filter((status) => status !== 'not-applicable' && !statuses.has(status))).toEqual([]);
    const demanded = new Set(standings.map((standing) => standing.requirement));
    expect([...requirementIds, 'own.defensive-driving'].filter((id) => !demanded.has(id))).toEqual([]);
    // Clocks that run only for a new team, a baseline put off, or a draft report just come.
    const elsewhere = ['la.f2', 'nc.f0b', 'nc.f3'];
    expect(agencyRequirementIds.filter((id) => !demanded.has(id))).toEqual(elsewhere);
    const share = standings.filter((standing) => statusFacts[standing.status].compliant).length / standings.length;
    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThan(0.93);
  });

  it.each(days.slice(0, 5))('on %s passes the strict reader with all its papers', (today) => {
    const read = readAgencyFile(written(today), 'demo.muster');
    if (!read.ok) throw new Error(describeAgencyFileError(read.error));
    expect(read.value.documents.size).toBe(new Set(read.value.file.documents?.map((document) => document.sha256)).size);
  });

  it.each(['2024-02-29', '2026-03-19'].map(civilDate))('is the same, byte for byte, whenever it is made for %s', (today) => {
    // Comparing megabytes number by number takes seconds.
    expect(Buffer.from(written(today)).equals(written(today))).toBe(true);
  });

  it('dates nothing in the future but what is planned or printed on a card', () => {
    const today = civilDate('2026-03-19');
    const { file } = demoAgency(today);
    for (const item of file.evidence) {
      for (const date of [item.performedOn, item.resultOn, item.issuedOn, item.requestedOn]) expect(date === undefined || date < today).toBe(true);
      expect(item.recordedAt < '2026-03-19T06:00:00Z').toBe(true);
    }
    for (const record of [...(file.exclusionChecks ?? []), ...(file.decisions ?? []), ...(file.listVersions ?? []), ...(file.monthRecords ?? []), ...(file.documents ?? [])]) expect(record.recordedAt < '2026-03-19T06:00:00Z').toBe(true);
    for (const check of file.exclusionChecks ?? []) expect(check.checkedOn < today).toBe(true);
    for (const decision of file.decisions ?? []) expect(decision.decidedOn < today && decision.decidedOn <= decision.recordedAt.slice(0, 10)).toBe(true);
  });

  it('says that it is synthetic, in the record, on each paper and in each number', () => {
    const { file, documents } = demoAgency(civilDate('2026-03-19'));
    expect(file.agency.synthetic).toBe(true);
    const kept = new Set(file.documents?.filter((document) => document.mediaType === 'application/gzip').map((document) => document.sha256));
    for (const [sha256, bytes] of documents) {
      const list = kept.has(sha256) ? unpackCopy(bytes) : null;
      if (list?.ok === false) throw new Error(list.error.code);
      expect(new TextDecoder().decode(list?.value ?? bytes)).toMatch(list === null ? /\(SYNTHETIC\)/ : /SYNTHETIC|Synthetic entry/);
    }
    for (const version of file.listVersions ?? []) expect(version.name).toContain('SYNTHETIC');
    const numbers = file.people.flatMap((person) => (person.npi === undefined ? [] : [person.npi]));
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.filter(isValidNpi)).toEqual([]);
  });

  it('keeps medical papers, and only those, in the medical vault', () => {
    const { file } = demoAgency(civilDate('2026-03-19'));
    const medical = new Set(file.evidence.filter((item) => item.kind === 'tb-test' || item.kind === 'drug-screen').flatMap((item) => item.documents?.map((each) => each.id) ?? []));
    expect(medical.size).toBeGreaterThan(10);
    for (const document of file.documents ?? []) expect(document.vault).toBe(medical.has(document.id) ? 'medical' : 'personnel');
  });

  it('has the names that printing must get right', () => {
    const names = demoAgency(civilDate('2026-03-19')).file.people.flatMap((person) => person.names.map((name) => `${name.given} ${name.family}`)).join(' ');
    for (const letter of ['é', 'ñ', 'Đ', 'ł', 'ờ', '李']) expect(names).toContain(letter);
  });

  it('has corrections, a retraction, an attestation, a decision, an acknowledgement, a rehire and a promotion', () => {
    const { file } = demoAgency(civilDate('2026-03-19'));
    expect(file.evidence.some((item) => item.supersedes !== undefined)).toBe(true);
    expect(file.evidence.some((item) => item.retractedAt !== undefined && item.retractedReason !== undefined)).toBe(true);
    expect(file.evidence.some((item) => item.about !== undefined)).toBe(true);
    expect(new Set(file.decisions?.map((decision) => decision.verdict))).toEqual(new Set(['not-the-person', 'the-person', 'unable']));
    expect(file.acknowledgements?.map((each) => each.personId ?? each.teamId)).toEqual(['p09', 't-river']);
    expect(file.people.some((person) => person.employments.length === 2)).toBe(true);
    expect(file.people.some((person) => person.employments.some((employment) => employment.roles.length === 2))).toBe(true);
  });
});
