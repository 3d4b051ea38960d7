import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import { datesIn } from '../../../shared/intake/dates.ts';
import { chooseResult, hoursIn, licenceNumber } from '../../../shared/intake/facts.ts';
import { proposePaper } from '../../../shared/intake/propose.ts';
import { rosterIndex } from '../../../shared/intake/roster-index.ts';
import type { Person, PersonName } from '../../../shared/model/person.ts';

const today = civilDate('2026-03-19');
const person = (id: string, given: string, family: string, more: Partial<PersonName> = {}, birthDate?: string): Person => ({
  id, names: [{ kind: 'legal', given, family, ...more }], employments: [], ...(birthDate !== undefined && { birthDate: civilDate(birthDate) }),
});
const people: readonly Person[] = [
  person('ana', 'Ana', 'Ruiz', {}, '1988-04-02'),
  person('anh', 'Thi Anh', 'Nguyễn'),
  person('cole', 'Renée', 'Hébert-Cole', { middle: 'Marie' }),
  person('neal', 'Robert', "O'Neal", { suffix: 'Jr' }),
  person('cruz', 'José', 'De la Cruz'),
  person('one', 'Maria', 'Garcia', {}, '1980-01-01'),
  person('two', 'Maria', 'Garcia', {}, '1990-02-02'),
  { id: 'del', names: [{ kind: 'legal', given: 'Delphine', family: 'Arceneaux' }, { kind: 'maiden', given: 'Delphine', family: 'Landry' }], employments: [] },
];
const index = rosterIndex(people);
const whose = (name: string, text = '') => {
  const { personId, confidence } = proposePaper(name, text, index, today).person;
  return [personId, confidence];
};

describe('whose a paper is', () => {
  test.each([
    ['Ana Ruiz CPR.pdf', 'ana', 'sure'], ['CPR_Ruiz_Ana_2026.pdf', 'ana', 'sure'], ['RUIZ, ANA - TB.PDF', 'ana', 'sure'], ['AnaRuizCPR.pdf', 'ana', 'sure'], ['ana.ruiz.crim.check.pdf', 'ana', 'sure'],
    ['Nguyen_Thi_Anh_cpr.pdf', 'anh', 'sure'], ['Hebert-Cole, Renee M TB.pdf', 'cole', 'sure'], ['oneal robert jr jd.pdf', 'neal', 'sure'], ['DeLaCruz Jose.pdf', 'cruz', 'sure'], ['Landry Delphine transcript.pdf', 'del', 'sure'],
    ['aruiz cpr.pdf', 'ana', 'likely'], ['Ruiz A TB.pdf', 'ana', 'likely'], ["Bob O'Neal Jr CPR.pdf", 'neal', 'likely'], ['Cole Renee.pdf', 'cole', 'likely'], ['CPR Arceneaux.pdf', 'del', 'likely'],
  ])('%s', (name, id, confidence) => expect(whose(name)).toEqual([id, confidence]));

  test.each([
    ['two people of one name', 'Maria Garcia TB.pdf'], ['a longer name', 'Ana Ruiz Okafor CPR.pdf'], ['another suffix', 'Robert ONeal Sr.pdf'], ['another middle initial', 'Renee T Hebert-Cole.pdf'], ['a first name alone', 'Ana CPR.pdf'], ['nobody', 'Scan0012.pdf'],
  ])('%s is left open', (_, name) => expect(whose(name)).toEqual([null, 'open']));

  test('the birth date on the paper tells two people of one name apart, and speaks against another', () => {
    expect(whose('Maria Garcia TB.pdf', 'Name: Maria Garcia\nDOB: 2/2/1990')).toEqual(['two', 'sure']);
    expect(whose('Ana Ruiz TB.pdf', 'Name: Ana Ruiz\nDate of birth: 05/06/1971')).toEqual([null, 'open']);
    expect(whose('Ana Ruiz TB.pdf', 'Name: Ana Ruiz\nDate of birth: 04/02/88')).toEqual(['ana', 'sure']);
  });
  test('a text that is about somebody else is not overruled by the file name', () => {
    expect(whose('Ana Ruiz TB.pdf', 'Patient Name: Delphine Arceneaux')).toEqual([null, 'open']);
    expect(whose('Scan1.pdf', 'Employee Name: Ana Ruiz\nSupervisor: Delphine Arceneaux')).toEqual(['ana', 'sure']);
    expect(whose('Scan1.pdf', 'This letter is about Ana Ruiz and her work')).toEqual(['ana', 'likely']);
    expect(whose('Scan1.pdf', 'Signed by Ana Ruiz and by Delphine Arceneaux')).toEqual([null, 'open']);
  });
});

describe('what a paper is', () => {
  test.each([
    ['PPD.pdf', 'tb-test'], ['BGC.pdf', 'background-check'], ['crim.pdf', 'background-check'], ['CPR card.jpg', 'cpr-first-aid'], ['JD signed.pdf', 'job-description'], ['W-4.pdf', 'Payroll'], ['w4 2026.pdf', 'Payroll'],
    ['I-9.pdf', 'Form I-9'], ['SSN card.png', 'Social Security card'], ['HIPAA training.pdf', 'continuing-education'], ['HIPAA agreement.pdf', 'confidentiality-agreement'], ['drivers license.pdf', 'drivers-license'],
    ['license verification.pdf', 'license-verification'], ['IPS 101.pdf', 'ips-101'], ['CIPS.pdf', 'cips'], ['supervising cpss.pdf', 'supervising-cpss'], ['OIG search.pdf', null], ['CPR and TB.pdf', null], ['scan.pdf', null],
  ])('%s', (name, kind) => {
    const { paper } = proposePaper(name, '', index, today).kind;
    expect(paper?.category ?? paper?.kind ?? null).toBe(kind);
  });
  test('the reason quotes the file name and the page', () => {
    expect(proposePaper('cpr.pdf', 'BLS Provider\nName: Ana Ruiz', index, today).kind.why).toBe('file name says “CPR”; the page begins with “bls”');
  });
  test('an application that names other papers stays an application', () => {
    expect(proposePaper('scan.pdf', 'Application for Employment\nEducation and references\nDo you have a drivers license? CPR? Have you had a drug test?', index, today).kind.paper?.kind).toBe('application');
  });
});

describe('dates', () => {
  const found = (text: string, isName = false) => datesIn(text, today, isName).map(({ date, role }) => `${date} ${role}`);
  test.each([
    ['exp 3/31/27', '2027-03-31 expires'], ['Valid through 03/2027', '2027-03-31 expires'], ['Expires: February 2028', '2028-02-29 expires'], ['Issued Mar 5, 2025', '2025-03-05 issued'], ['Date of test: 5 Jan 2026', '2026-01-05 performed'],
    ['Date read: 01/07/2026', '2026-01-07 result'], ['2025-11-30', '2025-11-30 none'], ['DOB 4/2/1988', '1988-04-02 birth'], ['Form rev. 10/21/2019', '2019-10-21 form'], ['requested on 1.15.2026', '2026-01-15 requested'],
  ])('%s', (text, date) => expect(found(text)).toEqual([date]));
  test('days the calendar does not have, months alone without an end, and numbers are no dates', () => {
    expect(found('2/30/2026 March 2026 call 504-555-0134 page 1/2 SSN 123-45-6789')).toEqual([]);
  });
  test('a file name may write them without signs', () => {
    expect(found('CPR exp 3 31 27', true)).toEqual(['2027-03-31 expires']);
    expect(found('TB 03022026', true)).toEqual(['2026-03-02 none']);
    expect(found('TB 030226')).toEqual([]);
  });
  test('what may be read two ways says how it was read', () => {
    expect(datesIn('3/2/26', today).map(({ doubt }) => doubt)).toEqual(['3/2/26 is read month first']);
    expect(datesIn('31/3/2025', today).map(({ date, doubt }) => [date, doubt])).toEqual([['2025-03-31', '31/3/2025 can only be read day first']]);
    expect(datesIn('3/31/26', today).map(({ doubt }) => doubt)).toEqual([null]);
  });
  test('several that differ leave the field open, and nothing of tomorrow is done', () => {
    expect(proposePaper('TB.pdf', 'Date placed: 1/5/2026\nDate placed: 1/12/2026', index, today).dates.performedOn).toMatchObject({ value: null, confidence: 'open' });
    expect(proposePaper('TB 3-20-2026.pdf', '', index, today).dates.performedOn).toBeUndefined();
    expect(proposePaper('TB 3-19-2026.pdf', '', index, today).dates.performedOn?.value).toBe('2026-03-19');
  });
});

describe('results and numbers', () => {
  test.each([
    ['Result: Negative', 'negative'], ['Result: non-negative', 'positive'], ['Negative [ ] Positive [ ]', null], ['0 mm induration', 'negative'], ['nothing said', null],
  ])('%s', (text, result) => expect(chooseResult('tb-test', '', text).value).toBe(result));
  test('a background check without hits passed', () => {
    expect(chooseResult('background-check', '', 'No criminal record found').value).toBe('pass');
    expect(chooseResult('background-check', '', 'Records found: 2').value).toBe('fail');
  });
  test('a licence number stands behind its label', () => {
    expect(licenceNumber('License No: LC-48213')).toBe('LC-48213');
    expect(licenceNumber('Telephone 5045550134')).toBeNull();
  });
  test('hours that differ are nobody’s to choose', () => {
    expect(hoursIn('2.5 contact hours')).toBe('2.5');
    expect(hoursIn('2 hours of 6 hours')).toBeNull();
  });
});
