import { describe, expect, it } from 'vitest';
import { describeAgencyFileError } from '../../../shared/agency-file/error.ts';
import { readAgencyFile } from '../../../shared/agency-file/read.ts';
import { bytesOf, sampleFile, sampleJson, spoil, type Json } from './sample.ts';

const words = (bytes: Uint8Array): string => {
  const read = readAgencyFile(bytes, 'a.json');
  return read.ok ? 'accepted' : describeAgencyFileError(read.error);
};
const spoiled = (path: readonly (string | number)[], value: Json | undefined): string => words(bytesOf(spoil(sampleJson(), path, value)));
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('a bare agency.json', () => {
  it('is accepted whole, with documents known by metadata', () => {
    const read = readAgencyFile(bytesOf(sampleJson()), 'a.json');
    expect(read).toEqual({ ok: true, value: { file: sampleFile(), documents: new Map() } });
  });

  it('may begin with a byte order mark', () => {
    expect(words(new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf(sampleJson())]))).toBe('accepted');
  });

  it.each<[readonly (string | number)[], Json | undefined, string]>([
    [['people', 1, 'employments', 0, 'hiredOm'], '2026-01-01', 'people[1].employments[0].hiredOm: unknown key, did you mean hiredOn?'],
    [['colour'], 'red', 'colour: unknown key, remove it or see docs/agency-file.md'],
    [['agency', 'timezone'], 'x', 'agency.timezone: unknown key, did you mean timeZone?'],
    [['agency', 'packs', 0], 'la-medicade', 'agency.packs[0]: unknown value "la-medicade", did you mean la-medicaid?'],
    [['agency', 'packs', 1, 'form'], '2024-01-01', 'agency.packs[1].form: unknown key, did you mean from?'],
    [['agency', 'packs', 1, 'reson'], 'x', 'agency.packs[1].reson: unknown key, did you mean reason?'],
    [['agency', 'packs', 0], 3, 'agency.packs[0]: expected text or an object, found 3'],
    [['agency', 'customRequirements', 0, 'window', 'kind'], 'withn', 'agency.customRequirements[0].window.kind: unknown value "withn", did you mean within?'],
    [['agency', 'customRequirements', 0, 'window', 'strikt'], true, 'agency.customRequirements[0].window.strikt: unknown key, remove it or see docs/agency-file.md'],
    [['agency', 'customRequirements', 0, 'window', 'amuont'], 3, 'agency.customRequirements[0].window.amuont: unknown key, did you mean amount?'],
    [['agency', 'customRequirements', 0, 'window', 'validity', 'by'], 'month', 'agency.customRequirements[0].window.validity.by: unknown value "month", did you mean months?'],
    [['evidence', 0, 'kind'], 'tb-tset', 'evidence[0].kind: unknown value "tb-tset", did you mean tb-test?'],
    [['evidence', 0, 'kind'], 'juggling', 'evidence[0].kind: unknown value "juggling", use one of background-check, sex-offender-registry, tb-test, drug-screen, cpr-first-aid, crisis-intervention, continuing-education, basic-clinical-competency, ips-training, cips, peer-certification, education …'],
    [['evidence', 0, 'kind'], 7, 'evidence[0].kind: expected one of background-check, sex-offender-registry, tb-test, drug-screen, cpr-first-aid, crisis-intervention, continuing-education, basic-clinical-competency, ips-training, cips, peer-certification, education, found 7'],
    [['evidence', 0, 'issuedOn'], '2026-02-30', 'evidence[0].issuedOn: expected a date of the calendar as YYYY-MM-DD, found "2026-02-30"'],
    [['evidence', 0, 'recordedAt'], '2026-02-03', 'evidence[0].recordedAt: expected an instant in UTC such as 2026-03-19T14:05:00Z, found "2026-02-03"'],
    [['evidence', 0, 'recordedAt'], undefined, 'evidence[0].recordedAt: required but missing, add it'],
    [['evidence', 2, 'hours'], 'two', 'evidence[2].hours: expected a number, found text "two"'],
    [['evidence', 2, 'hours'], -1, 'evidence[2].hours: expected at least 0, found -1'],
    [['evidence', 0, 'id'], '', 'evidence[0].id: an id cannot be empty'],
    [['people', 0, 'names'], [], 'people[0].names: a person needs at least one name'],
    [['agency', 'soonDays'], 1.5, 'agency.soonDays: expected a whole number, found 1.5'],
    [['agency', 'synthetic'], false, 'agency.synthetic: expected true, found false'],
    [['people'], undefined, 'people: required but missing, add it'],
    [['people'], {}, 'people: expected a list, found an object'],
    [['people', 0], null, 'people[0]: expected an object, found null'],
    [['documents', 0, 'sha256'], 'abc', 'documents[0].sha256: expected 64 lower-case hexadecimal digits, found "abc"'],
    [['agencyRecords', 0, 'kind'], undefined, 'agencyRecords[0].kind: required but missing, add it'],
    [['version'], '1', 'version: expected 1, found text "1"'],
    [['odd\nkey\u0000'], 1, '["odd\\u000akey\\u0000"]: unknown key, remove it or see docs/agency-file.md'],
  ])('is refused where %j is %j', (path, value, expected) => {
    expect(spoiled(path, value)).toBe(`a.json: ${expected}`);
  });

  it('lists every problem, the first in the line and the rest counted', () => {
    const json = spoil(spoil(sampleJson(), ['agency', 'naem'], 'x'), ['evidence', 1, 'kind'], 'cprs');
    const read = readAgencyFile(bytesOf(json), 'a.json');
    expect(read.ok ? null : read.error).toMatchObject({ code: 'content', count: 2 });
    expect(words(bytesOf(json))).toBe('a.json: agency.naem: unknown key, did you mean name? (and 1 more)');
  });

  it('keeps at most 100 problems in words and counts the rest', () => {
    const json = spoil(sampleJson(), ['sites'], Array.from({ length: 300 }, () => ({ id: 's', nme: 1 })));
    const read = readAgencyFile(bytesOf(json), 'a.json');
    expect(!read.ok && read.error.code === 'content' ? [read.error.problems.length, read.error.count] : null).toEqual([100, 600]);
  });

  it.each([
    ['{}', 'is JSON but not an agency file: format "muster-agency" is missing at the top level'],
    ['[]', 'is JSON but not an agency file: format "muster-agency" is missing at the top level'],
    ['null', 'is JSON but not an agency file: format "muster-agency" is missing at the top level'],
    ['{"format":"other"}', 'is not an agency file: its format is "other", expected "muster-agency"'],
    ['{"format":"muster-agency","version":7,"newThings":[]}', 'was written in version 7 of the agency file, this Muster reads up to version 1; update Muster to open it'],
    ['', 'the file is empty, choose a .muster file or an agency.json'],
    [' \n', 'the file is empty, choose a .muster file or an agency.json'],
    ['{\n "a": 1,\n "b" 2}', 'line 3, column 6: not JSON at "2}", correct the text there'],
    ['{"format": "mus', 'line 1, column 16: the JSON ends too early, the file was cut short'],
    ['{"a":[1,2', 'line 1, column 10: the JSON ends too early, the file was cut short'],
    ['{"a":1}x', 'line 1, column 8: not JSON at "x", correct the text there'],
    ['{"a":"\\q"}', 'line 1, column 7: not JSON at "\\q"}", correct the text there'],
    ['{"a":01}', 'line 1, column 7: not JSON at "1}", correct the text there'],
    ['{"a":-}', 'line 1, column 6: not JSON at "-}", correct the text there'],
    ['{"people":[{"id":"a",\n"id":"b"}]}', 'line 2, people[0].id: the key is given twice, keep one'],
    ['{"agency":{"__proto__":{"x":1}}}', 'line 1, agency.__proto__: unknown key, remove it'],
    ['{"agency":{"\\u005f_proto__":{"x":1}}}', 'line 1, agency.__proto__: unknown key, remove it'],
    ['{"a":[1e999]}', 'line 1, a[0]: the number is too large to be kept exactly, correct it'],
    ['{"a":[0,12345678901234567890]}', 'line 1, a[1]: the number is too large to be kept exactly, correct it'],
    ['['.repeat(200_000), 'line 1: nested more than 64 levels deep, no agency file is'],
  ].map(([json = '', expected = '']) => [json.slice(0, 40), json, expected] as const))('is refused when the text is %s', (_start, json, expected) => {
    expect(words(text(json))).toBe(`a.json: ${expected}`);
  });

  it('is refused when it is neither ZIP nor UTF-8', () => {
    expect(words(new Uint8Array([0xff, 0xfe, 0x7b, 0]))).toBe('a.json: is neither a .muster archive nor UTF-8 text, choose a .muster file or an agency.json');
  });

  it('does not take constructor or toString for known keys', () => {
    expect(spoiled(['constructor'], 1)).toBe('a.json: constructor: unknown key, remove it or see docs/agency-file.md');
    expect(spoiled(['people', 0, 'toString'], 1)).toBe('a.json: people[0].toString: unknown key, remove it or see docs/agency-file.md');
  });

  it('names the file on one line whatever it is called', () => {
    const read = readAgencyFile(text('{}'), 'bad\nname.json');
    expect(read.ok ? '' : describeAgencyFileError(read.error)).toMatch(/^bad\\u000aname\.json: [^\n]+$/);
  });
});
