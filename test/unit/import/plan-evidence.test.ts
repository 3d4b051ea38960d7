import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importIntoFile } from '../../../shared/import/import-into-file.ts';
import { duplicateWords, importErrorWords, problemsAsTsv, problemWords } from '../../../shared/import/words.ts';
import { after, context, emptyAgency, errorsOf, planned, today } from './planning.ts';
import { utf8 } from './tables.ts';

const roster = 'Name,DOB,Hired,Role\n"Cole, Dan",1/2/1990,1/15/2024,IPS\n"Roe, Zoë",3/4/1991,1/16/2024,IPS\n';
const agency = async () => after(emptyAgency, (await planned({ roster }, context('p'))).changes);
const items = async (evidence: string) => {
  const into = await agency();
  const plan = await planned({ evidence, into });
  return { plan, evidence: after(into, plan.changes).evidence, checks: after(into, plan.changes).exclusionChecks ?? [] };
};

describe('one row an item', () => {
  it('reads kinds, parts, results and numbers in people’s words', async () => {
    const { plan, evidence } = await items(
      'Name,DOB,Type,Date,Read on,Expires,Result,Parts,Hours,Months,Provider,Approved by,Notes\n' +
        '"Cole, Dan",1/2/1990,PPD,1/2/2024,1/4/2024,,Neg,,,,Clinic,,\n' +
        'Dan Cole,,CPR & First Aid,2/1/2024,,2/28/2026,,,,,American Heart Association,,Heartsaver\n' +
        'Dan Cole,,Experience,,,,,SMI; employment,,2 years,,,\n' +
        'Roe Zoe,,Criminal Background,1/2/2024,,,no record,,,,State Police,,\n' +
        '"ROE, ZOE",,Training,3/1/2025,,,,,7.5 h,,NASW,NASW,\n',
    );
    // Family and first name the wrong way round are nobody.
    expect(errorsOf(plan)).toEqual(['5  [] Nobody is called Roe Zoe']);
    expect(evidence).toEqual([]);
  });

  it('records them once the rows are right', async () => {
    const { plan, evidence } = await items(
      'Name,DOB,Type,Date,Read on,Expires,Result,Parts,Hours,Months,Provider,Approved by,Notes\n' +
        '"Cole, Dan",1/2/1990,PPD,1/2/2024,1/4/2024,,Neg,,,,Clinic,,\n' +
        'Dan Cole,,CPR & First Aid,2/1/2024,,2/28/2026,,,,,American Heart Association,,Heartsaver\n' +
        'Dan Cole,,Experience,,,,,SMI; employment,,2 years,,,\n' +
        'Zoe Roe,,Criminal Background,1/2/2024,,,no record,,,,State Police,,\n' +
        '"ROE, ZOE",,Training,3/1/2025,,,,,7.5 h,,NASW,NASW,\n',
    );
    expect(plan.problems).toEqual([]);
    expect(evidence).toMatchObject([
      { personId: 'p1', kind: 'tb-test', performedOn: '2024-01-02', resultOn: '2024-01-04', result: 'negative', parts: ['tst'], issuer: 'Clinic', recordedAt: '2026-03-19T15:00:00Z' },
      { personId: 'p1', kind: 'cpr-first-aid', performedOn: '2024-02-01', expiresOn: '2026-02-28', parts: ['cpr', 'first-aid'], note: 'Heartsaver' },
      { personId: 'p1', kind: 'experience', parts: ['severe-mental-illness', 'employment'], months: 24 },
      { personId: 'p3', kind: 'background-check', result: 'cleared' },
      { personId: 'p3', kind: 'training-hours', hours: 7.5, approvingBody: 'NASW' },
    ]);
  });

  it.each([
    ['Kind', 'Name,Kind,Date\nDan Cole,Shoe size,1/2/2024\nDan Cole,TB test,1/2/2024\n'],
    ['Kind', 'Name,Kind,Date\nDan Cole,,1/2/2024\nDan Cole,TB test,1/2/2024\n'],
    ['Result', 'Name,Kind,Date,Result\nDan Cole,TB test,1/2/2024,purple\n'],
    ['Parts', 'Name,Kind,Date,Parts\nDan Cole,TB test,1/2/2024,elbow\n'],
    ['Date', 'Name,Kind,Date\nDan Cole,TB test,1/2/2027\n'],
    ['Expires', 'Name,Kind,Date,Expires\nDan Cole,CIPS,1/2/2024,1/1/2024\n'],
    ['Hours', 'Name,Kind,Date,Hours\nDan Cole,Training,1/2/2024,some\n'],
    ['', 'Name,Kind,Date\nDan Cole,TB test,\n'],
    ['', 'Name,Kind,Date\nNell Nobody,TB test,1/2/2024\n'],
  ])('an error names column %s', async (column, text) => {
    const { plan } = await items(text);
    expect(plan.ready).toBe(false);
    expect(plan.problems.filter(({ severity }) => severity === 'error').map((problem) => [problem.row, problem.column])).toEqual([[2, column]]);
  });

  it('asks whose an item is where two people have the name', async () => {
    const into = after(emptyAgency, (await planned({ roster: 'Name,DOB,Hired\nDan Cole,1/2/1990,1/15/2024\nDan Cole,1/2/1991,1/16/2024\n' }, context('p'))).changes);
    const text = 'Name,Kind,Date\nDan Cole,TB test,1/2/2024\n';
    const asked = await planned({ evidence: text, into });
    expect(asked.duplicates).toMatchObject([{ key: 'evidence:dan|cole|', candidates: [{ ref: 'p1' }, { ref: 'p3' }] }]);
    expect(duplicateWords(asked.duplicates[0] ?? fail())).toContain('born 2 Jan 1990');
    const decided = await planned({ evidence: text, into, choices: { people: { 'evidence:dan|cole|': 'p3' } } });
    expect(decided.changes).toMatchObject([{ kind: 'add-evidence', evidence: { personId: 'p3' } }]);
    const byBirth = await planned({ evidence: 'Name,DOB,Kind,Date\nDan Cole,1/2/1991,TB test,1/2/2024\n', into });
    expect(byBirth.changes).toMatchObject([{ evidence: { personId: 'p3' } }]);
  });

  it('finds the people of a roster that comes along', async () => {
    const plan = await planned({ roster, evidence: 'Name,Kind,Date\nDan Cole,TB test,1/2/2024\n' });
    expect(plan).toMatchObject({ ready: true, counts: { people: { created: 2 }, evidence: { created: 1 } } });
  });
});

describe('one row a person, one column an item', () => {
  it('puts the columns of one kind together, beside the roster itself', async () => {
    const plan = await planned({
      roster:
        'Name,DOB,Hired,Role,Background check,TB test,TB read,TB result,CPR,CPR expires,First Aid,HIPAA,Job description\n' +
        '"Cole, Dan",1/2/1990,1/15/2024,IPS,1/2/2024,1/3/2024,1/5/2024,neg,2/1/2024,2/28/2026,,n/a,yes\n"Roe, Zoë",3/4/1991,1/16/2024,IPS,,,,,,,,,no\n',
    });
    expect(plan.problems).toEqual([]);
    expect(after(emptyAgency, plan.changes).evidence.map(({ id: _id, personId: _person, recordedAt: _at, ...item }) => item)).toEqual([
      { kind: 'background-check', performedOn: '2024-01-02' },
      { kind: 'tb-test', performedOn: '2024-01-03', resultOn: '2024-01-05', result: 'negative' },
      { kind: 'cpr-first-aid', performedOn: '2024-02-01', expiresOn: '2026-02-28', parts: ['cpr'] },
      { kind: 'job-description' },
    ]);
  });

  it('wants a date where an item is judged by one', async () => {
    const { plan } = await items('Name,TB test,Drug screen result\nDan Cole,yes,\nZoë Roe,,negative\n');
    expect(errorsOf(plan)).toEqual(['2 TB test [yes] “yes” is not a date', '3 Drug screen result [negative] The item has no date']);
  });
});

describe('exclusion checks of the past', () => {
  it('come as rows, several lists in a cell', async () => {
    const { checks } = await items('Name,List,Date checked,Result\nDan Cole,OIG & LDH,1/5/2026,clear\nZoë Roe,SAM.gov,1/6/2026,no match\n');
    expect(checks.map(({ personId, list, checkedOn, outcome, method }) => [personId, list, checkedOn, outcome, method])).toEqual([
      ['p1', 'oig-leie', '2026-01-05', 'clear', 'website'],
      ['p1', 'la-adverse-actions', '2026-01-05', 'clear', 'website'],
      ['p3', 'sam', '2026-01-06', 'clear', 'website'],
    ]);
  });

  it('come as people by months', async () => {
    const { plan, checks } = await items('Name,OIG Jan 2026,OIG Feb 2026,LDH Jan 2026\nDan Cole,1/5/2026,2/6/2026,1/5/2026\nZoë Roe,,2/6/2026,n/a\n');
    expect(checks).toHaveLength(4);
    expect(plan.notices).toHaveLength(1);
  });

  it.each([
    ['OIG Jan 2026', 'Name,OIG Jan 2026\nDan Cole,2/6/2026\n', 'is not in Jan 2026'],
    ['OIG Jan 2026', 'Name,OIG Jan 2026\nDan Cole,x\nZoë Roe,1/13/2026\n', 'does not say on which day'],
    ['List', 'Name,List,Date\nDan Cole,Santa,1/5/2026\nZoë Roe,OIG,1/5/2026\n', 'is no exclusion list'],
    ['Date', 'Name,List,Date\nDan Cole,OIG,\n', 'The day of the check is missing'],
    ['Result', 'Name,List,Date,Result\nDan Cole,OIG,1/5/2026,\n', 'The outcome is missing'],
  ])('an error names column %s', async (column, text, what) => {
    const { plan } = await items(text);
    const [problem] = plan.problems;
    expect(problem).toMatchObject({ row: 2, column, severity: 'error' });
    expect(problem?.what).toContain(what);
  });
});

describe('the same files again', () => {
  it('change nothing', async () => {
    const files = {
      roster: 'Name,Hired,Role,Team,OIG Jan 2026,CPR\n"Cole, Dan",1/15/2024,IPS,North,1/5/2026,2/1/2024\n"Cole, Dan",1/15/2024,IPS peer,North,1/5/2026,\n',
      evidence: 'Name,Kind,Date,Hours\nDan Cole,Training,1/2/2025,2\nDan Cole,Training,1/2/2025,2\n',
    };
    const plan = await planned(files);
    expect(plan.counts).toMatchObject({ people: { created: 1 }, evidence: { created: 2, unchanged: 1 }, checks: { created: 1, unchanged: 1 } });
    const into = after(emptyAgency, plan.changes);
    const again = await planned({ ...files, into }, context('again'));
    expect(again).toMatchObject({ ready: true, changes: [], counts: { people: { created: 0, updated: 0, unchanged: 1 }, evidence: { created: 0 }, checks: { created: 0 } } });
  });

  it('whatever they hold', async () => {
    const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
    const row = fc.record({
      name: fc.constantFrom('Dan Cole', 'Zoë Roe', 'Cole, Dan', 'Đào Nguyễn', 'Cher'), born: fc.option(date), hired: fc.option(date), ended: fc.option(date),
      role: fc.constantFrom('IPS', 'peer', 'Wizard', ''), tb: fc.option(date), cpr: fc.option(date), oig: fc.option(date),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const text = `Name,DOB,Hired,Ended,Role,TB test,CPR expires,OIG\n${rows.map(({ name, born, hired, ended, role, tb, cpr, oig }) => [`"${name}"`, born, hired, ended, role, tb, cpr, oig].map((cell) => cell ?? '').join(',')).join('\n')}\n`;
        const dry = await planned({ roster: text });
        // Every bad row is named, and without the bad and the undecided ones the rest goes in, twice to the same effect.
        const bad = [...dry.problems.filter(({ severity }) => severity === 'error').map((problem) => problem.row), ...dry.duplicates.flatMap((duplicate) => duplicate.rows)];
        const choices = { leaveOut: { roster: bad, evidence: [] } };
        const plan = await planned({ roster: text, choices });
        if (!plan.ready) return;
        const into = after(emptyAgency, plan.changes);
        expect((await planned({ roster: text, choices, into }, context('again'))).changes).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('what cannot be planned', () => {
  const refused = async (text: string, purpose: 'roster' | 'evidence' = 'roster'): Promise<string> => {
    const read = await importIntoFile({ [purpose]: { bytes: utf8(text), fileName: 'f.csv' }, into: null }, { ...context(), today });
    return read.ok ? 'ok' : importErrorWords(read.error);
  };
  it('is said with its mend', async () => {
    expect(await refused('Colour,Size\nred,7\n')).toContain('no column says whose row it is');
    expect(await refused('Name,Size\nDan Cole,7\n', 'evidence')).toContain('no column holds items of evidence');
    expect(await refused('')).toContain('f.csv is empty');
    expect(await refused('Name,Hired\nDan Cole,3/2/2024\n')).toBe(
      'f.csv (roster): every date can be read month first or day first. Row 2, Hired: 3/2/2024 may be 2 Mar 2024 or 3 Feb 2024. Say which with --dates us, iso or day-first.',
    );
  });
  it('is settled by a chosen order, but never against the data', async () => {
    expect((await planned({ roster: 'Name,Hired\nDan Cole,3/2/2024\n', dates: 'day-first' })).changes).toMatchObject([{ person: { employments: [{ hiredOn: '2024-02-03' }] } }]);
    expect((await planned({ roster: 'Name,Hired\nDan Cole,3/2/2024\nZoë Roe,3/15/2024\n', dates: 'day-first' })).changes).toMatchObject([{ person: { employments: [{ hiredOn: '2024-03-02' }] } }, {}]);
    expect(errorsOf(await planned({ roster: 'Name,Hired\nDan Cole,3/2/2024\n', dates: 'iso' }))).toEqual(['2 Hired [3/2/2024] “3/2/2024” is not a date']);
  });
});

describe('problems as text', () => {
  it('are lines for a terminal and cells for a spreadsheet, formulas neutralised', async () => {
    const { plan } = await items('Name,Kind,Date\nDan Cole,=SUM(1),1/2/2024\nDan Cole,TB test,1/2/2024\n');
    expect(problemWords(plan.problems[0] ?? fail())).toMatch(/^evidence file, row 2, Kind “=SUM\(1\)”: .* is no kind of item Muster knows\. Say which/);
    expect(problemsAsTsv(plan.problems).split('\n')[1]).toMatch(/^evidence\t2\tKind\t'=SUM\(1\)\t/);
  });
});

function fail(): never {
  throw new Error('nothing there');
}
