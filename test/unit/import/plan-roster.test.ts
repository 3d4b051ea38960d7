import { describe, expect, it } from 'vitest';
import { after, context, emptyAgency, errorsOf, planned, warningsOf } from './planning.ts';

const head = 'Last name,First name,Birth date,Hire date,Role,Team';
const roster = (...rows: readonly string[]): string => `${head}\n${rows.join('\n')}\n`;

describe('a roster into an empty agency', () => {
  it('makes people, employments, roles and teams', async () => {
    const plan = await planned({ roster: roster('Hebert-Cole,Danielle,6/14/1987,2/10/2026,Employment Specialist,Northshore', 'Dugas,Francine,3/2/1990,3/3/2020,Admin,northshore ') });
    expect(plan.ready).toBe(true);
    expect(plan.counts).toMatchObject({ people: { created: 2, updated: 0, unchanged: 0 }, teams: { created: 1 } });
    const file = after(emptyAgency, plan.changes);
    const [danielle, francine] = file.people;
    expect(danielle).toMatchObject({
      names: [{ kind: 'legal', given: 'Danielle', family: 'Hebert-Cole' }],
      birthDate: '1987-06-14',
      employments: [{ kind: 'employee', hiredOn: '2026-02-10', directCare: true, roles: [{ role: 'ips-specialist', from: '2026-02-10', teamId: file.teams?.[0]?.id }] }],
    });
    expect(francine?.employments[0]).toMatchObject({ directCare: false, roles: [{ role: 'other', teamId: file.teams?.[0]?.id }] });
    expect(plan.notices).toHaveLength(1);
  });

  it('reads every column a roster may have', async () => {
    const plan = await planned({
      roster:
        'Emp ID,Name,DOB,NPI,Maiden name,Other names,Preferred name,Hired,Offer date,First service,Crisis duty,Term date,Direct care,Medicaid,Employment type,Role,Role start,FTE,License,License #,License state,License expires\n' +
        'E7,"Cole, Dan M., Jr.",1/2/1990,109-370-0026,Roe,Daniel Roe; Cole,Danny,1/15/2024,1/2/2024,2/1/2024,2/2/2024,12/31/2025,Y,no,1099,IPS Specialist & Peer,2/1/2024,0.5,LCSW,123,Louisiana,6/30/2027\n',
    });
    expect(plan.problems).toEqual([]);
    expect(after(emptyAgency, plan.changes).people[0]).toMatchObject({
      id: 'E7',
      npi: '1093700026',
      names: [
        { kind: 'legal', given: 'Dan', middle: 'M.', family: 'Cole', suffix: 'Jr.' },
        { kind: 'alias', given: 'Daniel', family: 'Roe' },
        { kind: 'maiden', given: 'Dan', family: 'Roe' },
        { kind: 'preferred', given: 'Danny', family: 'Cole' },
      ],
      employments: [
        {
          kind: 'contractor', offeredOn: '2024-01-02', hiredOn: '2024-01-15', firstServiceOn: '2024-02-01', crisisDutyOn: '2024-02-02', endedOn: '2025-12-31', directCare: true, medicaidPaid: false,
          roles: [{ role: 'ips-specialist', from: '2024-02-01', fte: 0.5 }, { role: 'ips-peer-specialist', from: '2024-02-01', fte: 0.5 }],
        },
      ],
      licenses: [{ kind: 'lcsw', number: '123', state: 'LA', expiresOn: '2027-06-30' }],
    });
  });

  it('takes a hire date in the future as planned', async () => {
    const plan = await planned({ roster: roster('Cole,Dan,1/2/1990,4/1/2026,IPS,') });
    expect(after(emptyAgency, plan.changes).people[0]?.employments[0]).toMatchObject({ plannedHireOn: '2026-04-01' });
    expect(after(emptyAgency, plan.changes).people[0]?.employments[0]?.hiredOn).toBeUndefined();
    expect(warningsOf(plan)).toEqual(['2 Hire date: lies in the future']);
  });

  it('puts several rows of a person together: roles, and a rehire in any order', async () => {
    const plan = await planned({
      roster:
        'Name,DOB,Hire date,End date,Role,Role start\n' +
        '"Cole, Dan",1/2/1990,6/1/2023,,IPS Supervisor,1/1/2025\n"Cole, Dan",1/2/1990,6/1/2023,,IPS Specialist,\n"COLE, DAN",1/2/1990,2/1/2019,3/31/2020,IPS Specialist,\n',
    });
    expect(plan.problems).toEqual([]);
    const { people } = after(emptyAgency, plan.changes);
    expect(people).toHaveLength(1);
    expect(people[0]?.employments).toMatchObject([
      { hiredOn: '2023-06-01', roles: [{ role: 'ips-supervisor', from: '2025-01-01' }, { role: 'ips-specialist', from: '2023-06-01' }] },
      { hiredOn: '2019-02-01', endedOn: '2020-03-31' },
    ]);
  });
});

describe('bad rows', () => {
  it('are listed with row, column, value and mend, and nothing is imported', async () => {
    const plan = await planned({
      roster: roster('Cole,Dan,2/30/1990,1/15/2024,IPS,', 'Roe,,1/2/1990,1/15/2024,IPS,', 'Moe,Zoë,1/2/1990,1/15/2024,Wizard,', 'Poe,Al,1/2/1990,,IPS,', 'Loe,Bo,1/2/2020,1/15/2019,IPS,', 'Joe,Jo,1/2/2030,1/15/2024,IPS,'),
    });
    expect(errorsOf(plan)).toEqual([
      '2 Birth date [2/30/1990] “2/30/1990” is no day of the calendar',
      '3 First name [] The first name is missing',
      '4 Role [Wizard] “Wizard” is no role Muster knows',
      '5  [] There is no hire date',
      '6 Hire date [1/15/2019] The hire date is before the birth date',
      '7 Birth date [1/2/2030] lies in the future',
    ]);
    expect(plan.problems.every(({ mend }) => mend.length > 10)).toBe(true);
    expect(plan).toMatchObject({ ready: false, changes: [] });
  });

  it('can be left out, explicitly', async () => {
    const plan = await planned({ roster: roster('Cole,Dan,2/30/1990,1/15/2024,IPS,', 'Roe,Zoë,1/2/1990,1/15/2024,IPS,'), choices: { leaveOut: { roster: [2], evidence: [] } } });
    expect(plan).toMatchObject({ ready: true, problems: [], leftOut: { roster: [2] }, counts: { people: { created: 1 } } });
  });

  it('lets a person say what a word means', async () => {
    const text = roster('Cole,Dan,1/2/1990,1/15/2024,Job Wizard,');
    expect((await planned({ roster: text })).problems[0]).toMatchObject({ word: { vocabulary: 'role', text: 'Job Wizard' } });
    const plan = await planned({ roster: text, choices: { words: { 'role:job wizard': 'ips-specialist' } } });
    expect(after(emptyAgency, plan.changes).people[0]?.employments[0]?.roles[0]?.role).toBe('ips-specialist');
  });

  it.each([
    ['End date', 'Name,Hired,End date\nDan Cole,1/15/2024,1/1/2024\n'],
    ['Role start', 'Name,Hired,Role,Role start\nDan Cole,1/15/2024,IPS,1/1/2024\n'],
    ['FTE', 'Name,Hired,FTE\nDan Cole,1/15/2024,40\n'],
    ['NPI', 'Name,Hired,NPI\nDan Cole,1/15/2024,12345\n'],
    ['Name', 'Name,Hired\nCher,1/15/2024\n'],
    ['Hired', 'Name,Hired\nDan Cole,1/15/2024\nDan Cole,1/20/2024\n'],
    ['', 'Name,Hired\nDan Cole,1/15/2024,surplus\n'],
  ])('a contradiction in %s is an error', async (column, text) => {
    const plan = await planned({ roster: text, choices: { people: { 'roster:dan|cole|': 'row:2' } } });
    expect(plan.problems.filter(({ severity }) => severity === 'error').map((problem) => problem.column)).toEqual([column]);
  });
});

describe('people of the same name', () => {
  const noBirth = 'Last name,First name,Hire date\nCole,Dan,1/15/2024\n';
  const onFile = async () => after(emptyAgency, (await planned({ roster: noBirth }, context('p'))).changes);

  it('are one by birth date, whatever accents and signs', async () => {
    const file = after(emptyAgency, (await planned({ roster: roster('Hébert-Cole,Zoë,1/2/1990,1/15/2024,IPS,') })).changes);
    const plan = await planned({ roster: roster('HEBERT COLE,ZOE,01/02/1990,1/15/2024,IPS,'), into: file });
    expect(plan).toMatchObject({ ready: true, changes: [], counts: { people: { created: 0, unchanged: 1 } } });
  });

  it('are two by birth date', async () => {
    const plan = await planned({ roster: roster('Cole,Dan,1/2/1990,1/15/2024,IPS,', 'Cole,Dan,1/2/1991,1/15/2024,IPS,') });
    expect(plan.counts.people.created).toBe(2);
  });

  it('are one by hire date where a birth date is missing', async () => {
    expect(await planned({ roster: noBirth, into: await onFile() })).toMatchObject({ ready: true, changes: [] });
  });

  it('must otherwise be decided', async () => {
    const into = await onFile();
    const again = 'Last name,First name,Birth date,Hire date\nCole,Dan,1/2/1990,2/20/2025\n';
    const asked = await planned({ roster: again, into });
    expect(asked).toMatchObject({ ready: false, changes: [], duplicates: [{ key: 'roster:dan|cole|1990-01-02', rows: [2], candidates: [{ name: 'Dan Cole', onFile: true, hiredOn: '2024-01-15' }] }] });
    const ref = asked.duplicates[0]?.candidates[0]?.ref ?? '';
    const fresh = await planned({ roster: again, into, choices: { people: { 'roster:dan|cole|1990-01-02': 'new' } } });
    expect(fresh).toMatchObject({ ready: true, counts: { people: { created: 1 } } });
    const same = await planned({ roster: again, into, choices: { people: { 'roster:dan|cole|1990-01-02': ref } } });
    expect(same).toMatchObject({ ready: true, counts: { people: { created: 0, updated: 1 } } });
  });

  it('are two by another middle initial', async () => {
    const plan = await planned({ roster: 'Name,Hired\n"Cole, Dan A",1/15/2024\n"Cole, Dan B",1/20/2024\n' });
    expect(plan).toMatchObject({ ready: true, counts: { people: { created: 2 } } });
  });

  it('match by a former name too, and by person id first of all', async () => {
    const file = after(emptyAgency, (await planned({ roster: 'ID,Name,DOB,Maiden name,Hired\nE7,Danielle Cole,1/2/1990,Hebert,1/15/2024\n' })).changes);
    expect((await planned({ roster: 'Name,DOB,Hired\nDanielle Hebert,1/2/1990,1/15/2024\n', into: file })).counts.people).toEqual({ created: 0, updated: 0, unchanged: 1 });
    expect((await planned({ roster: 'ID,Name,Hired\nE7,Dani Smith,1/15/2024\n', into: file })).counts.people.created).toBe(0);
  });
});

describe('into an agency that has the people', () => {
  const first = 'Name,DOB,Hired,Role,NPI\n"Cole, Dan",1/2/1990,1/15/2024,IPS Specialist,\n';
  const onFile = async () => after(emptyAgency, (await planned({ roster: first })).changes);

  it('adds what is missing', async () => {
    const plan = await planned({ roster: 'Name,DOB,Hired,Role,NPI,Term date\n"Cole, Dan",1/2/1990,1/15/2024,IPS Specialist,1093700026,3/1/2026\n', into: await onFile() });
    expect(plan.counts.people).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(after(await onFile(), plan.changes).people[0]).toMatchObject({ npi: '1093700026', employments: [{ endedOn: '2026-03-01' }] });
  });

  it('adds an e-mail address, and takes the row without what is not one', async () => {
    const plan = await planned({ roster: 'Name,DOB,Hired,Role,Email\n"Cole, Dan",1/2/1990,1/15/2024,IPS Specialist,dan@example.org\n', into: await onFile() });
    expect(after(await onFile(), plan.changes).people[0]).toMatchObject({ email: 'dan@example.org' });
    const odd = await planned({ roster: 'Name,DOB,Hired,Role,Email,Term date\n"Cole, Dan",1/2/1990,1/15/2024,IPS Specialist,dan at work,3/1/2026\n', into: await onFile() });
    expect(warningsOf(odd)).toEqual(['2 Email: “dan at work” is not one e-mail address']);
    expect(after(await onFile(), odd.changes).people[0]).not.toHaveProperty('email');
    expect(odd.counts.people.updated).toBe(1);
  });

  it('overwrites nothing and says so', async () => {
    const into = await onFile();
    const plan = await planned({ roster: 'Name,DOB,Hired,Role,Direct care\n"Cole, Dan",1/2/1990,1/20/2024,IPS Supervisor,no\n', into });
    expect(warningsOf(plan)).toEqual(['2 Hired: Muster has an employment since 15 Jan 2024, the file another hire date']);
    expect(plan).toMatchObject({ ready: true, changes: [] });
    const role = await planned({ roster: 'Name,DOB,Hired,Role,Direct care\n"Cole, Dan",1/2/1990,1/15/2024,IPS Supervisor,no\n', into });
    expect(warningsOf(role)).toHaveLength(2);
    expect(role.changes).toEqual([]);
  });

  it('hires a candidate, and the planned roles begin on the real day', async () => {
    const candidate = after(emptyAgency, (await planned({ roster: 'Name,DOB,Planned start,Role\n"Cole, Dan",1/2/1990,3/10/2026,IPS\n' })).changes);
    const plan = await planned({ roster: 'Name,DOB,Hired,Role\n"Cole, Dan",1/2/1990,3/16/2026,IPS\n', into: candidate });
    expect(after(candidate, plan.changes).people[0]?.employments).toMatchObject([{ plannedHireOn: '2026-03-10', hiredOn: '2026-03-16', roles: [{ role: 'ips-specialist', from: '2026-03-16' }] }]);
  });

  it('keeps the old term of a licence beside the renewed one', async () => {
    const sheet = (expires: string): string => `Name,DOB,Hired,License,License #,License expires\n"Cole, Dan",1/2/1990,1/15/2024,RN,7,${expires}\n`;
    const into = after(emptyAgency, (await planned({ roster: sheet('1/31/2025') })).changes);
    const renewed = after(into, (await planned({ roster: sheet('1/31/2027'), into })).changes);
    expect(renewed.people[0]?.licenses).toMatchObject([{ expiresOn: '2025-01-31' }, { expiresOn: '2027-01-31' }]);
    expect((await planned({ roster: sheet('1/31/2027'), into: renewed })).changes).toEqual([]);
  });
});
