import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import type { MonthRecord } from '../../../shared/model/exclusion.ts';
import { agency, certificateOf, clean, decision, entry, identity, month, person, searched, sha, website } from './certificate-fixture.ts';

const close = (more: Partial<Extract<MonthRecord, { kind: 'close' }>> = {}): MonthRecord =>
  ({ id: 'm', kind: 'close', month, closedOn: civilDate('2026-04-01'), holes: [], recordedAt: '2026-04-01T15:00:00Z', recordedBy: 'C. Closer', ...more });
const both = [person('p1', 'Ana', 'Duarte'), person('p2', 'Zoë', 'Amand')];

describe('a month in which all was searched', () => {
  it('says that it is complete, under how many names, and that nobody was found', () => {
    const made = certificateOf(clean());
    expect(made.standing).toBe('complete');
    expect(made.lead[0]).toBe('The exclusion check of March 2026 is complete: 2 people, under 2 names, were searched in every list that had to be searched for them.');
    expect(made.lead.join(' ')).toContain('Nobody was found to be on a list.');
    expect(made.lead.at(-1)).toBe('The month is not closed.');
    expect(made.figures.map(({ value, label }) => `${value} ${label}`)).toEqual(['2 people', '2 names', '4 of 4 searches', '0 matches', '0 not the person', '0 the person', '0 open']);
  });

  it('names each list once with file, entries, newest entry, loading, and the whole digest', () => {
    const [leie, ldh] = certificateOf(clean()).lists;
    expect(leie).toMatchObject({ short: 'OIG LEIE', file: 'oig-leie.csv', rows: 83_214, newest: '2026-02-19', loaded: '6 Mar 2026 08:51 UTC', published: '2026-02-10', sha256: sha('a'), searches: 2, from: '2026-03-06', to: '2026-03-06' });
    expect(ldh).toMatchObject({ short: 'LDH', loaded: '6 Mar 2026 08:55 UTC', searches: 2 });
  });

  it('lists everybody by family name, accents put aside, with the nearest entry and why it is none', () => {
    const { subjects } = certificateOf(clean());
    expect(subjects.map((each) => each.name)).toEqual(['Zoë Amand', 'Ana Duarte']);
    expect(subjects[0]?.searches[0]).toMatchObject({ short: 'OIG LEIE', on: '2026-03-06', outcome: 'clear', words: 'clear', engine: 'muster-match 1', found: ['Nearest: row 4711, 22 of 100. The surname differs in three letters.'] });
  });

  it('names the engine in its method, and has lines to sign', () => {
    const made = certificateOf({ ...clean(), monthRecords: [close()] });
    expect(made.method.join(' ')).toContain('muster-match 1');
    expect(made.signatures).toEqual([{ label: 'Searched by', name: 'A. Recorder', on: '6 Mar 2026' }, { label: 'Month closed by', name: 'C. Closer', on: '1 Apr 2026' }]);
    expect(certificateOf(clean()).signatures[1]).toEqual({ label: 'Reviewed by', name: null, on: null });
  });
});

describe('a month that is not complete', () => {
  it.each([
    ['its last day', '2026-03-31', 'not-complete', 'the month runs until 31 March 2026'],
    ['the day after', '2026-04-01', 'complete', 'is complete'],
  ])('on %s', (_name, day, standing, words) => {
    const made = certificateOf(clean(), { asOf: civilDate(day) });
    expect(made.standing).toBe(standing);
    expect(made.lead[0]).toContain(words);
  });

  it('is complete before its end once it was closed', () => {
    const file = { ...clean(), monthRecords: [close({ closedOn: civilDate('2026-03-13'), recordedAt: '2026-03-13T15:00:00Z' })] };
    expect(certificateOf(file, { asOf: civilDate('2026-03-13') }).standing).toBe('complete');
    expect(certificateOf(file, { asOf: civilDate('2026-03-12') }).standing).toBe('not-complete');
  });

  it('says so in the first sentence when a search is missing, and prints the hole with the reason it was closed with', () => {
    const file = agency(both, clean().exclusionChecks?.slice(0, 3) ?? []);
    const made = certificateOf(file);
    expect(made.lead[0]).toBe('The exclusion check of March 2026 is not complete: one of 4 searches was not made.');
    expect(made.holes).toEqual([{ subject: 'Zoë Amand', short: 'LDH', reason: null }]);
    const closed = certificateOf({ ...file, monthRecords: [close({ holes: [{ personId: 'p2', list: 'la-adverse-actions', reason: 'The site was down.' }] })] });
    expect(closed.standing).toBe('not-complete');
    expect(closed.holes[0]?.reason).toBe('The site was down.');
    expect(closed.lead.at(-1)).toBe('The month was closed on 1 April 2026 by C. Closer, with one hole explained and left open.');
  });

  it('says so when a match waits for a decision', () => {
    const made = certificateOf(agency(both.slice(0, 1), [searched('p1', 'oig-leie', ['Ana', 'Duarte'], [entry(12, 'd', 'possible', ['DUARTE', 'ANA'])]), searched('p1', 'la-adverse-actions', ['Ana', 'Duarte'])]));
    expect(made.lead[0]).toContain('is not complete: one possible match is not decided');
    expect(made.subjects[0]?.searches[0]).toMatchObject({ outcome: 'possible', words: '1 match to decide', found: ['Possible, 68 of 100: DUARTE, ANA · from 20 Aug 2019 · row 12; not decided.'] });
  });

  it('owes nothing where nobody was employed', () => {
    const made = certificateOf(agency([], []));
    expect(made).toMatchObject({ standing: 'nothing-owed', subjects: [], lists: [] });
    expect(made.lead[0]).toBe('No search was owed in March 2026, as the record stands.');
  });
});

describe('decisions', () => {
  const two = searched('p1', 'oig-leie', ['Ana', 'Duarte'], [entry(12, 'd', 'possible', ['DUARTE', 'ANA']), entry(90, 'e', 'strong', ['DUARTE', 'ANA'], '19870614'), entry(91, 'f', 'weak', ['DUARTE', 'ANA'], '19710203')]);
  const state = searched('p1', 'la-adverse-actions', ['Ana', 'Duarte']);

  it('are printed with entry, comparison, reason, who and when; a match is open until each of its entries is decided', () => {
    const first = decision('n1', two, 'd', { ssnVerified: true, compared: ['occupation'], documents: [{ id: 'd-print' }] });
    const made = certificateOf(agency(both.slice(0, 1), [two, state], { decisions: [first] }));
    expect(made.subjects[0]?.searches[0]).toMatchObject({ outcome: 'possible', words: '1 match to decide', decisions: [1] });
    expect(made.decisions).toEqual([expect.objectContaining({
      number: 1, subject: 'Ana Duarte', short: 'OIG LEIE', entry: 'DUARTE, ANA · from 20 Aug 2019 · row 12', comparison: 'The entry has no birth date.', verdict: 'not-the-person', words: 'not the person',
      reason: 'The entry is of a nurse in another town.', on: '2026-03-09', by: 'B. Decider', remembered: false,
      evidence: ['Compared: occupation.', 'Social Security number checked on the list’s web site.', `Kept: LDH search, 6 March.pdf (SHA-256 ${'c'.repeat(16)}).`],
    })]);
    const done = certificateOf(agency(both.slice(0, 1), [two, state], { decisions: [first, decision('n2', two, 'e')] }));
    expect(done.standing).toBe('complete');
    expect(done.subjects[0]?.searches[0]).toMatchObject({ outcome: 'decided', words: 'clear: 2 matches decided not the person', decisions: [1, 2] });
    expect(done.decisions[1]?.comparison).toBe('Birth dates agree.');
  });

  it('a later one revises an earlier one; both are printed', () => {
    const made = certificateOf(agency(both.slice(0, 1), [two, state], { decisions: [decision('n1', two, 'd'), decision('n2', two, 'e'), decision('n3', two, 'e', { verdict: 'the-person', decidedOn: civilDate('2026-03-20'), recordedAt: '2026-03-20T15:00:00Z' })] }));
    expect(made.subjects[0]?.searches[0]).toMatchObject({ outcome: 'confirmed', words: 'on the list: the person' });
    expect(made.decisions.map((each) => each.words)).toEqual(['not the person', 'not the person', 'the person']);
    expect(made.lead.join(' ')).toContain('One of them was found to be on a list. Two entries came close enough for a person to decide: one decided not the person and one decided the person.');
  });

  it('counts those made after the day looked at as not made', () => {
    const file = agency(both.slice(0, 1), [two, state], { decisions: [decision('n1', two, 'd'), decision('n2', two, 'e', { decidedOn: civilDate('2026-04-03') })] });
    expect(certificateOf(file).decisions).toHaveLength(1);
    expect(certificateOf(file, { asOf: civilDate('2026-04-03') }).decisions).toHaveLength(2);
  });

  it('remembered from an earlier month are printed as previously cleared on that day', () => {
    const earlier = searched('p1', 'oig-leie', ['Ana', 'Duarte'], [entry(12, 'd', 'possible', ['DUARTE', 'ANA'])], { id: 'x-feb', checkedOn: civilDate('2026-02-06'), recordedAt: '2026-02-06T16:00:00Z' });
    const held = decision('n0', earlier, 'd', { decidedOn: civilDate('2026-02-08'), recordedAt: '2026-02-08T16:00:00Z', identity: identity('Ana', 'Duarte') });
    const now = searched('p1', 'oig-leie', ['Ana', 'Duarte'], [{ ...entry(13, 'd', 'possible', ['DUARTE', 'ANA']), decisionId: 'n0' }]);
    const made = certificateOf(agency(both.slice(0, 1), [earlier, now, state], { decisions: [held] }));
    expect(made.standing).toBe('complete');
    expect(made.subjects[0]?.searches[0]?.found[0]).toBe('Possible, 68 of 100: DUARTE, ANA · from 20 Aug 2019 · row 13; previously cleared on 8 Feb 2026.');
    expect(made.decisions[0]).toMatchObject({ remembered: true, on: '2026-02-08' });
    expect(made.lead.join(' ')).toContain('one decided not the person (in an earlier month)');
  });

  it('that could not be determined leave the month not complete', () => {
    const one = searched('p1', 'oig-leie', ['Ana', 'Duarte'], [entry(12, 'd', 'possible', ['DUARTE', 'ANA'])]);
    const made = certificateOf(agency(both.slice(0, 1), [one, state], { decisions: [decision('n1', one, 'd', { verdict: 'unable', asked: 'OIG was asked by letter.' })] }));
    expect(made.lead[0]).toContain('one match could not be determined');
    expect(made.subjects[0]?.searches[0]).toMatchObject({ outcome: 'unable', words: 'could not be determined' });
    expect(made.decisions[0]?.evidence).toEqual(['Asked: OIG was asked by letter.']);
  });
});

describe('what was recorded before searches were kept, or on a web site', () => {
  const bare = searched('p1', 'oig-leie', ['Ana', 'Duarte']);
  const { search: _search, ...old } = bare;

  it('is printed as it was recorded, and says what it lacks', () => {
    const made = certificateOf(agency(both.slice(0, 1), [old, website('p1')]));
    expect(made.standing).toBe('complete');
    expect(made.subjects[0]?.searches.map((each) => each.found)).toEqual([['Recorded without its score card.'], ['Searched on the web site: LDH search, 6 March.pdf.']]);
    expect(made.method).toHaveLength(2);
    expect(made.method.join(' ')).toMatch(/1 search was made on the web site.*1 search of a whole list was recorded without what the search found/);
    expect(made.proofs).toEqual([{ name: 'LDH search, 6 March.pdf', sha256: sha('c'), on: '2026-03-06', lists: ['LDH'] }]);
    expect(made.lists[1]).toMatchObject({ method: 'website', file: 'LDH search, 6 March.pdf', sha256: sha('c'), rows: null });
  });

  it('has a match whose entry was not kept, decided as a whole', () => {
    const found = { ...old, outcome: 'possible' as const };
    const whole = decision('n1', found, 'd');
    const { rowDigest: _digest, ...spoken } = whole;
    expect(certificateOf(agency(both.slice(0, 1), [found, website('p1')])).subjects[0]?.searches[0]?.found).toEqual(['Match: its entry was not kept; not decided.']);
    const made = certificateOf(agency(both.slice(0, 1), [found, website('p1')], { decisions: [spoken] }));
    expect(made.subjects[0]?.searches[0]).toMatchObject({ outcome: 'decided' });
    expect(made.decisions[0]).toMatchObject({ entry: 'the match of 6 Mar 2026; its entry was not kept', comparison: null });
  });

  it('says where no result was saved and no version recorded', () => {
    const { documents: _papers, ...unproven } = website('p1');
    const { listVersion: _version, ...unnamed } = old;
    const made = certificateOf(agency(both.slice(0, 1), [unnamed, unproven]));
    expect(made.lists.map((each) => each.file)).toEqual(['version not recorded', 'web site, no saved result']);
    expect(made.subjects[0]?.searches[1]?.found).toEqual(['Searched on the web site; no saved result on record.']);
  });
});

describe('one person’s certificate', () => {
  const anas = searched('p1', 'oig-leie', ['Ana', 'Duarte'], [entry(12, 'd', 'possible', ['DUARTE', 'ANA']), entry(91, 'f', 'weak', ['DUARTE', 'ANA'], '19710203')]);
  const zoes = searched('p2', 'oig-leie', ['Zoë', 'Amand'], [entry(77, 'e', 'strong', ['AMAND', 'ZOE'], '19870614')]);
  const file = agency(both, [anas, searched('p1', 'la-adverse-actions', ['Ana', 'Duarte']), zoes, searched('p2', 'la-adverse-actions', ['Zoë', 'Amand'])], {
    decisions: [decision('n1', anas, 'd'), decision('n2', zoes, 'e', { reason: 'Zoë Amand was asked.' })],
    monthRecords: [close({ note: 'Zoë Amand was asked twice.' }), { id: 'k', kind: 'note', month, note: 'About Zoë Amand again.', recordedAt: '2026-04-02T09:00:00Z' }],
  });

  it('names nobody else: no match, no decision, no note on the month', () => {
    const [ana] = [certificateOf(file, { personIds: ['p1'] })];
    expect(JSON.stringify(ana)).not.toMatch(/amand/i);
    expect(JSON.stringify(certificateOf(file))).toMatch(/amand/i);
    expect(ana.closing).toMatchObject({ on: '2026-04-01', note: null, later: [] });
    expect(ana.lead[0]).toBe('The exclusion check of Ana Duarte for March 2026 is complete: searched under 1 name in both lists that had to be searched.');
  });

  it('has every form of every name, and weak resemblances line by line', () => {
    const [search] = certificateOf(file, { personIds: ['p1'] }).subjects[0]?.searches ?? [];
    expect(search?.forms).toEqual(['Duarte Ana', 'Ana Duarte']);
    expect(search?.found.at(-1)).toBe('Weak, 35 of 100: DUARTE, ANA · born 1971 · from 20 Aug 2019 · row 91.');
    expect(certificateOf(file).subjects[1]?.searches[0]?.found.at(-1)).toBe('1 weak resemblance in the log.');
  });

  it('tells birth dates as years only', () => {
    for (const made of [certificateOf(file), certificateOf(file, { personIds: ['p1'] })]) {
      const text = JSON.stringify(made);
      expect(text).not.toMatch(/14 Jun 1987|1987-06-14|19870614|19710203|3 Feb 1971/);
      expect(text).toContain('born 1987');
    }
  });

  it('is judged on its own: complete while another one’s is not', () => {
    const open = { ...file, decisions: [decision('n1', anas, 'd')] };
    expect(certificateOf(open, { personIds: ['p1'] }).standing).toBe('complete');
    expect(certificateOf(open, { personIds: ['p2'] }).standing).toBe('not-complete');
    expect(certificateOf(open).standing).toBe('not-complete');
  });
});

describe('any month', () => {
  it('adds up: searches made and holes are those owed, and the same record gives the same certificate', () => {
    const outcomes = fc.array(fc.record({ leie: fc.constantFrom('clear', 'weak', 'possible', 'bare', 'none'), state: fc.constantFrom('clear', 'web', 'none'), decided: fc.boolean() }), { maxLength: 6 });
    fc.assert(fc.property(outcomes, (each) => {
      const people = each.map((_, at) => person(`p${at}`, 'Ana', `Duarte${String.fromCharCode(97 + at)}`));
      const checks = each.flatMap(({ leie, state }, at) => {
        const found = leie === 'possible' || leie === 'weak' ? [entry(12, 'd', leie, ['DUARTE', 'ANA'])] : [];
        const federal = searched(`p${at}`, 'oig-leie', ['Ana', 'Duarte'], found);
        const { search: _search, ...old } = federal;
        return [
          ...(leie === 'none' ? [] : [leie === 'bare' ? old : federal]),
          ...(state === 'none' ? [] : [state === 'web' ? website(`p${at}`) : searched(`p${at}`, 'la-adverse-actions', ['Ana', 'Duarte'])]),
        ];
      });
      const decisions = each.flatMap(({ leie, decided }, at) => {
        const check = checks.find((one) => one.id === `x-p${at}-oig-leie`);
        return leie === 'possible' && decided && check !== undefined ? [decision(`n${at}`, check, 'd')] : [];
      });
      const file = agency(people, checks, { decisions });
      const made = certificateOf(file);
      const searches = made.subjects.flatMap((subject) => subject.searches);
      expect(searches).toHaveLength(each.length * 2);
      expect(made.holes).toHaveLength(searches.filter((search) => search.outcome === 'none').length);
      const open = each.some(({ leie, decided }) => leie === 'possible' && !decided);
      expect(made.standing).toBe(each.length === 0 ? 'nothing-owed' : made.holes.length === 0 && !open ? 'complete' : 'not-complete');
      if (made.standing === 'not-complete') expect(made.lead[0]).toContain('not complete');
      expect(made.lists.reduce((sum, list) => sum + list.searches, 0)).toBe(checks.length);
      expect(certificateOf(file).facts.fingerprint).toBe(made.facts.fingerprint);
    }), { numRuns: 60 });
  });

  it('with another decision or another day has another fingerprint', () => {
    const found = searched('p1', 'oig-leie', ['Ana', 'Duarte'], [entry(12, 'd', 'possible', ['DUARTE', 'ANA'])]);
    const file = agency(both.slice(0, 1), [found, searched('p1', 'la-adverse-actions', ['Ana', 'Duarte'])]);
    const prints = [certificateOf(file), certificateOf({ ...file, decisions: [decision('n1', found, 'd')] }), certificateOf(file, { asOf: civilDate('2026-04-03') })].map((made) => made.facts.fingerprint);
    expect(new Set(prints).size).toBe(3);
  });
});
