import { describe, expect, it } from 'vitest';
import { asks } from '../../../shared/agenda/asks.ts';
import { letterFor } from '../../../shared/agenda/letter.ts';
import { onboardingChecklist, type OnboardingInput } from '../../../shared/agenda/onboarding.ts';
import { evidenceKinds, type Evidence } from '../../../shared/model/evidence.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import { account, candidate, day, employment, explain, info, person, standing } from './samples.ts';

const tb: Evidence = { id: 'tb', personId: 'p1', kind: 'tb-test', performedOn: day('2026-02-01'), result: 'negative', recordedAt: '2026-02-03T10:00:00Z' };
const card: Evidence = { id: 'card', personId: 'p1', kind: 'cpr-first-aid', performedOn: day('2026-02-01'), parts: ['cpr'], recordedAt: '2026-02-03T10:00:00Z' };
const requirements = [
  info('la.bgc', 'hire', { title: 'Criminal background check', kinds: ['background-check'] }),
  info('la.tb', 'hire', { title: 'TB test', kinds: ['tb-test'] }),
  info('la.ipst', 'serve', { title: 'IPS training', kinds: ['ips-training'] }),
  info('la.crisis', 'crisis', { title: 'Crisis training', kinds: ['crisis-intervention'] }),
  info('la.cpr', null, { title: 'CPR and First Aid', kinds: ['cpr-first-aid'] }),
  info('la.ex-2', null, { title: 'Lists monthly' }),
];
const windowed = (id: string, status: Standing['status'], from: string | null, to: string, over: Partial<Standing> = {}): Standing => standing(id, status, {
  dueOn: day(to),
  account: account({ window: { from: from === null ? null : day(from), to: day(to) } }),
  ...over,
});

const job = candidate('2026-04-06');
const input = (over: Partial<OnboardingInput> = {}): OnboardingInput => {
  const who = over.person ?? person({ names: [{ kind: 'legal', given: 'Camille', family: 'Dane' }, { kind: 'preferred', given: 'Cam', family: 'Dane' }], employments: [job] });
  return {
    file: { format: 'muster-agency', version: 1, agency: { name: 'St. Landry Works', packs: [] }, people: [who], evidence: [tb, card] },
    person: who,
    employment: job,
    standings: [
      windowed('la.bgc', 'due-soon', '2026-01-06', '2026-04-05'),
      windowed('la.tb', 'stale', '2026-03-07', '2026-04-05'),
      windowed('la.ipst', 'not-yet-due', null, '2026-04-05'),
      windowed('la.crisis', 'met', null, '2026-04-05'),
      standing('la.cpr', 'not-yet-due', {
        dueOn: day('2026-07-05'),
        missing: ['first-aid'],
        account: account({ rule: { kind: 'always', validity: { by: 'forever' } }, anchor: { name: 'hire', on: day('2026-04-06'), planned: true }, window: { from: day('2026-04-06'), to: day('2026-07-05') } }),
      }),
      standing('la.ex-2', 'not-applicable'),
      standing('la.bgc', 'overdue', { employmentId: 'another' }),
    ],
    requirements,
    explain,
    asOf: day('2026-03-19'),
    ...over,
  };
};

describe('the onboarding checklist', () => {
  const list = onboardingChecklist(input());

  it('groups what is to do by the moment it has to precede, in the order of its last day', () => {
    expect(list.groups.map((group) => [group.title, group.items.map((each) => each.code)])).toEqual([
      ['Before hire', ['LA-BGC', 'LA-TB']],
      ['Before serving clients', ['LA-IPST']],
      ['While employed', ['LA-CPR']],
    ]);
  });
  it('names the first and the last day, and what is on file', () => {
    expect(list.groups[0]?.items[1]).toMatchObject({ title: 'TB test', statusWord: 'Stale', earliest: '2026-03-07', latest: '2026-04-05', onFile: ['TB test of 1 Feb 2026'] });
  });
  it('says what is settled', () => {
    expect([list.done, list.lasting, list.planned, list.hireOn]).toEqual([['Crisis training'], [], true, '2026-04-06']);
  });
  it('sets apart what can no longer be put right once the person is hired', () => {
    const hired = employment({ id: 'e1' });
    const after = onboardingChecklist(input({ employment: hired, person: person({ employments: [hired] }) }));
    expect(after.lasting).toEqual([{ title: 'TB test', stand: 'brief of la.tb' }]);
    expect(after.groups[0]?.items.map((each) => each.code)).toEqual(['LA-BGC']);
  });
});

describe('the letter', () => {
  const letter = letterFor(input());

  it('asks for what the person can bring, by its last day, in plain words', () => {
    expect(letter.items.map((each) => [each.what, each.by, each.remark])).toEqual([
      ['A TB test', '2026-04-05', 'The one I have will be too old by then: it must be dated 7 March 2026 or later.'],
      ['IPS training', '2026-04-05', ''],
      ['CPR and First Aid from an American Heart Association class', '2026-07-05', 'Still missing: first-aid.'],
    ]);
  });
  it('names what the agency does and what it needs for it', () => {
    expect(letter.agencyDoes).toEqual([{ what: 'A criminal background check', needs: asks['background-check'].bring }]);
  });
  it('is addressed to the legal name and speaks of the planned day', () => {
    expect([letter.addressee, letter.greeting]).toEqual(['Camille Dane', 'Dear Cam Dane,']);
    expect(letter.opening).toContain('Your first day is planned for 6 April 2026.');
  });
  it('says no result, whatever is on file', () => {
    const positive = letterFor(input({ standings: [windowed('la.tb', 'fail', '2026-03-07', '2026-04-05', { missing: ['reading'] })] }));
    expect(JSON.stringify(positive)).not.toMatch(/positive|negative|fail|reading/i);
  });
  it('knows what to ask for every kind of evidence', () => {
    for (const kind of evidenceKinds) expect(asks[kind].what.length * asks[kind].bring.length).toBeGreaterThan(0);
  });
});
