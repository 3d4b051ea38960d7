import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import { findDateOrder } from '../../../shared/import/date-order.ts';
import { guessMapping, mappingKey, recallMapping, rememberMapping, type Purpose } from '../../../shared/import/guess-mapping.ts';
import { evidenceKinds } from '../../../shared/model/evidence.ts';
import { itemFields, parseTarget, targetKey, type Target } from '../../../shared/import/targets.ts';
import { tableOf } from './tables.ts';

const guessed = async (csv: string, purpose: Purpose = 'roster'): Promise<readonly string[]> =>
  guessMapping(await tableOf(csv), purpose).map(({ target }) => targetKey(target));
const today = civilDate('2026-03-19');

describe('a roster’s heads', () => {
  it.each([
    ['Last Name,First Name,DOB,Hire Date', ['person:family', 'person:given', 'person:birth-date', 'person:hired-on']],
    ['Employee Name,D.O.B.,Date of Hire,Job Title,Program', ['person:full-name', 'person:birth-date', 'person:hired-on', 'person:role', 'person:team']],
    ['LAST_NAME;FIRST_NAME;BIRTH_DATE;NPI #;TERM DATE', ['person:family', 'person:given', 'person:birth-date', 'person:npi', 'person:ended-on']],
    ['Staff Name,Date of Birth (mm/dd/yyyy),Maiden name,Other names used,Planned start', ['person:full-name', 'person:birth-date', 'person:maiden-name', 'person:other-names', 'person:planned-hire-on']],
    ['Emp #,Name,License,License #,License Exp.,License State', ['person:person-id', 'person:full-name', 'person:license-kind', 'person:license-number', 'person:license-expires', 'person:license-state']],
    ['Name,E-mail Address,Hire date', ['person:full-name', 'person:email', 'person:hired-on']],
    ['Name,First service date,Crisis duty,Direct care,Medicaid,Employment type,Role start,FTE', ['person:full-name', 'person:first-service-on', 'person:crisis-duty-on', 'person:direct-care', 'person:medicaid-paid', 'person:employment-kind', 'person:role-from', 'person:fte']],
  ])('%s', async (head, expected) => {
    expect(await guessed(`${head}\n${'x'.repeat(1)}\n`)).toEqual(expected);
  });

  it('does not guess what the cells contradict', async () => {
    expect(await guessed('Name,Hire date\nDan Cole,yes\nZoë Roe,no\n')).toEqual(['person:full-name', 'ignore']);
    expect(await guessed('Name,Favourite colour,SSN\nDan Cole,blue,1\n')).toEqual(['person:full-name', 'ignore', 'ignore']);
  });

  it('gives a meaning to one column only', async () => {
    expect(await guessed('Name,Hire date,Start date\nDan Cole,1/2/2025,1/3/2025\n')).toEqual(['person:full-name', 'person:hired-on', 'ignore']);
  });
});

describe('wide sheets: one column an item', () => {
  it.each([
    ['Background Check', 'item:background-check:performedOn::'],
    ['TB test', 'item:tb-test:performedOn::'],
    ['TB Read', 'item:tb-test:resultOn::'],
    ['PPD placed', 'item:tb-test:performedOn:tst:'],
    ['TB Result', 'item:tb-test:result::'],
    ['CPR expires', 'item:cpr-first-aid:expiresOn:cpr:'],
    ['CPR/First Aid Exp. Date', 'item:cpr-first-aid:expiresOn:cpr+first-aid:'],
    ['First Aid', 'item:cpr-first-aid:performedOn:first-aid:'],
    ['Drug Screen Date', 'item:drug-screen:performedOn::'],
    ['HIPAA training', 'item:continuing-education:performedOn:hipaa:'],
    ['Crisis Intervention Training', 'item:crisis-intervention:performedOn::'],
    ['CIPS', 'item:cips:performedOn::'],
    ['CIPS Expiration', 'item:cips:expiresOn::'],
    ['IPS 101', 'item:ips-101:performedOn::'],
    ['Training hours', 'item:training-hours:hours::'],
    ['Driver’s License Expires', 'item:drivers-license:expiresOn::'],
    ['OIG', 'month-check:oig-leie:'],
    ['OIG Jan 2026', 'month-check:oig-leie:2026-01'],
    ['LDH 2026-02', 'month-check:la-adverse-actions:2026-02'],
    ['Crisis hotline number', 'ignore'],
  ])('%s', async (head, expected) => {
    expect((await guessed(`Name,${head}\nDan Cole,\n`))[1]).toBe(expected);
  });

  it('takes bare months for OIG checks when there are several', async () => {
    expect(await guessed('Name,Jan 2026,Feb 2026\nDan Cole,1/5/2026,2/6/2026\n', 'evidence')).toEqual(['person:full-name', 'month-check:oig-leie:2026-01', 'month-check:oig-leie:2026-02']);
  });
});

describe('long sheets: one row an item', () => {
  it('knows evidence by a column of kinds', async () => {
    const head = 'Name,DOB,Type,Date,Result,Expiration,Issued by,Hours,Approved by,Comments';
    expect(await guessed(`${head}\nDan Cole,1/2/1990,TB test,3/2/2026,negative,,Clinic,,,\n`, 'evidence')).toEqual([
      'person:full-name', 'person:birth-date', 'evidence:kind', 'evidence:performedOn', 'evidence:result', 'evidence:expiresOn', 'evidence:issuer', 'evidence:hours', 'evidence:approvingBody', 'evidence:note',
    ]);
  });

  it('knows exclusion checks by a column of lists', async () => {
    expect(await guessed('Name,List,Date,Result\nDan Cole,OIG,3/2/2026,clear\n', 'evidence')).toEqual(['person:full-name', 'check:list', 'check:checkedOn', 'check:outcome']);
  });
});

describe('the memory of a mapping', () => {
  const all: readonly Target[] = [
    { to: 'ignore' },
    { to: 'person', field: 'birth-date' },
    { to: 'evidence', field: 'kind' },
    { to: 'check', field: 'list' },
    { to: 'month-check', list: 'sam', month: null },
    { to: 'month-check', list: 'oig-leie', month: '2026-03' },
    ...evidenceKinds.flatMap((kind) => itemFields.map((field): Target => ({ to: 'item', kind, field, parts: ['cpr', 'first-aid'], result: 'pass' }))),
  ];
  it('keeps every meaning a column can have', () => {
    for (const target of all) expect(parseTarget(targetKey(target))).toEqual(target);
    const headers = all.map((_, at) => `h${at}`);
    expect(recallMapping(rememberMapping(all), headers)?.map(({ target }) => target)).toEqual(all);
  });
  it('is not fooled by other tables or damaged text', () => {
    expect(recallMapping(rememberMapping(all), ['one'])).toBeNull();
    expect(recallMapping('{', ['one'])).toBeNull();
    expect(recallMapping('[{"a":1}]', ['one'])?.map(({ target }) => target)).toEqual([{ to: 'ignore' }]);
    expect(recallMapping('["person:shoe-size"]', ['one'])?.map(({ target }) => target)).toEqual([{ to: 'ignore' }]);
  });
  it('finds the same heads whatever their case and signs', () => {
    expect(mappingKey(['Last Name', 'D.O.B.'])).toBe(mappingKey(['LAST_NAME', 'DOB']));
    expect(mappingKey(['Last Name', 'DOB'])).not.toBe(mappingKey(['DOB', 'Last Name']));
    expect(mappingKey(['a', 'b'])).not.toBe(mappingKey(['a b']));
  });
});

describe('the order of dates', () => {
  const finding = async (...dates: readonly string[]) => {
    const table = await tableOf(`Name,DOB,Hired\n${dates.map((date) => `Dan,${date},`).join('\n')}\n`);
    return findDateOrder(table, [{ to: 'ignore' }, { to: 'person', field: 'birth-date' }, { to: 'person', field: 'hired-on' }], today);
  };
  it('is decided by one date that can be read one way only', async () => {
    expect(await finding('3/2/1990', '3/15/1990')).toMatchObject({ kind: 'decided', order: 'us', proof: { row: 3, text: '3/15/1990' } });
    expect(await finding('3/2/1990', '15/3/1990')).toMatchObject({ kind: 'decided', order: 'day-first', proof: { row: 3 } });
    expect(await finding('03151990')).toMatchObject({ kind: 'decided', order: 'us' });
  });
  it('does not matter where no date is in figures, or the figures are equal', async () => {
    expect(await finding('1990-03-02', '2 Mar 1990', '')).toEqual({ kind: 'decided', order: 'us', proof: null });
    expect(await finding('3/3/1990')).toEqual({ kind: 'decided', order: 'us', proof: null });
  });
  it('is a choice when nothing decides, shown on rows of the file', async () => {
    expect(await finding('3/2/1990', '4/5/1991', '1/12/1992', '7/8/1993')).toMatchObject({
      kind: 'needs-choice',
      suggested: 'us',
      contradictory: false,
      samples: [{ row: 2, us: '1990-03-02', dayFirst: '1990-02-03' }, { row: 4 }, { row: 5 }],
    });
  });
  it('is a choice when the data contradict each other', async () => {
    expect(await finding('13/1/1990', '1/13/1990')).toMatchObject({ kind: 'needs-choice', contradictory: true, samples: [{ dayFirst: null }, { us: null }] });
  });
  it('looks at columns of dates only', async () => {
    const table = await tableOf('Name,Hired,Room\nDan,3/2/2026,13/1/2026\n');
    expect(findDateOrder(table, [{ to: 'ignore' }, { to: 'person', field: 'hired-on' }, { to: 'ignore' }], today).kind).toBe('needs-choice');
  });
});
