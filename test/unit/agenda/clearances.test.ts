import { describe, expect, it } from 'vitest';
import { clearancesOf, type ClearanceAnswer } from '../../../shared/agenda/clearances.ts';
import type { Employment } from '../../../shared/model/person.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import { candidate, day, employment, explain, graceAccount, info, person, standing } from './samples.ts';

const requirements = [
  info('h.one', 'hire'), info('h.two', 'hire'), info('s.one', 'serve'), info('s.cpr', 'serve'), info('c.one', 'crisis'), info('x.monthly', null),
];
const asOf = day('2026-03-19');

function ask(standings: readonly Standing[], job: Employment = employment(), on = asOf): Record<'hire' | 'serve' | 'crisis', ClearanceAnswer> {
  const answers = clearancesOf(person({ employments: [job] }), job, standings, requirements, explain, on);
  expect(answers.map((each) => each.kind)).toEqual(['hire', 'serve', 'crisis']);
  const [hire, serve, crisis] = answers;
  if (hire === undefined || serve === undefined || crisis === undefined) throw new Error('three answers expected');
  return { hire, serve, crisis };
}

const allMet = [standing('h.one', 'met'), standing('h.two', 'met'), standing('s.one', 'met'), standing('c.one', 'met')];

describe('clearances', () => {
  it('says yes with the dates of hire and first service', () => {
    const { hire, serve, crisis } = ask(allMet);
    expect(hire).toMatchObject({ verdict: 'yes', headline: 'Yes, on 13 Jan 2025', because: 'Employment of 13 Jan 2025. 2 of 2 checks were inside their windows.', standings: [] });
    expect(serve).toMatchObject({ verdict: 'yes', headline: 'Yes, since 27 Jan 2025', because: '1 of 1 requirement in place.' });
    expect(crisis).toMatchObject({ verdict: 'yes', headline: 'Yes, since 27 Jan 2025' });
  });

  it.each([
    ['overdue', { dueOn: day('2026-03-11') }, 'No, since 12 Mar 2026 · 8 days'],
    ['expired', { validThrough: day('2026-03-11'), dueOn: day('2026-03-11') }, 'No, since 12 Mar 2026 · 8 days'],
    ['expired', { validThrough: day('2026-03-11'), lapses: [{ from: day('2026-03-12'), to: null }] }, 'No, since 12 Mar 2026 · 8 days'],
    ['incomplete', { dueOn: null }, 'No: 1 requirement not met'],
  ] as const)('bars the work its requirement guards: %s %#', (status, over, headline) => {
    const { hire, serve, crisis } = ask([...allMet.slice(0, 3), standing('c.one', status, over)]);
    expect(hire.verdict).toBe('yes');
    expect(serve.verdict).toBe('yes');
    expect(crisis).toMatchObject({ verdict: 'no', headline, because: 'Headline of c.one.', standings: ['c.one'] });
  });

  it('asks for a decision where evidence is ambiguous', () => {
    const { serve } = ask([standing('h.one', 'met'), standing('s.one', 'review')]);
    expect(serve).toMatchObject({ verdict: 'decide', headline: 'Not settled: 1 decision', because: 'Headline of s.one.', standings: ['s.one'] });
  });

  it('puts a bar before a decision, and names the others', () => {
    const { serve } = ask([standing('s.one', 'review'), standing('s.cpr', 'expired', { validThrough: day('2026-01-31') }), standing('s.one', 'overdue')]);
    expect(serve.verdict).toBe('no');
    expect(serve.standings).toEqual(['s.cpr', 's.one']);
    expect(serve.because).toBe('Headline of s.cpr. Also S.ONE.');
  });

  it('stops all work on an adverse result anywhere, whatever it guards', () => {
    const answers = ask([...allMet, standing('x.monthly', 'fail')]);
    for (const each of [answers.hire, answers.serve, answers.crisis]) {
      expect(each).toMatchObject({ verdict: 'no', headline: 'No. Stop work', because: 'Reason of x.monthly.', standings: ['x.monthly'] });
    }
  });

  it('keeps what was wrong at the hire as an answer about the hire only', () => {
    const { hire, serve } = ask([standing('h.one', 'stale'), standing('h.two', 'late', { validNow: true }), standing('s.one', 'met')]);
    expect(hire).toMatchObject({ verdict: 'no', headline: 'No, on 13 Jan 2025', standings: ['h.one', 'h.two'] });
    expect(serve.verdict).toBe('yes');
    expect(serve.because).toContain('The hire carries 2 lasting findings.');
  });

  it('bars serving while a pre-hire check is not on file at all', () => {
    const { serve } = ask([standing('h.one', 'overdue', { dueOn: day('2025-01-12') }), standing('s.one', 'met')]);
    expect(serve).toMatchObject({ verdict: 'no', standings: ['h.one'] });
  });

  it('lets late training work today, and says it came late', () => {
    const { serve } = ask([standing('s.one', 'late', { validNow: true, lapses: [{ from: day('2025-01-27'), to: day('2025-02-02') }] })]);
    expect(serve).toMatchObject({ verdict: 'yes', headline: 'Yes, since 3 Feb 2025' });
    expect(serve.because).toContain('came late, valid today');
  });

  it('bars late training that has run out', () => {
    expect(ask([standing('s.one', 'late', { validNow: false })]).serve.verdict).toBe('no');
  });

  it('does not wait for what may still be done after the moment', () => {
    const { serve } = ask([standing('s.one', 'met'), standing('s.cpr', 'not-yet-due', { dueOn: day('2025-04-13'), account: graceAccount })], employment(), day('2025-02-01'));
    expect(serve.verdict).toBe('yes');
  });

  it('names what ends soon', () => {
    const { serve } = ask([standing('s.one', 'expiring', { validThrough: day('2026-03-31') })]);
    expect(serve.because).toBe('1 of 1 requirement in place. S.ONE ends 31 Mar 2026 · in 12 days.');
  });

  describe('before the hire', () => {
    const job = candidate('2026-04-06');

    it('says what is open and until when', () => {
      const { hire, serve } = ask([standing('h.one', 'due-soon', { dueOn: day('2026-04-05') }), standing('h.two', 'not-yet-due', { dueOn: day('2026-04-05') }), standing('s.one', 'met')], job);
      expect(hire).toMatchObject({ verdict: 'not-yet', headline: 'Not yet: 2 of 2 open', because: 'H.ONE by 5 Apr 2026 · in 17 days. 1 more open.' });
      expect(serve).toMatchObject({ verdict: 'not-yet', headline: 'Not yet: the hire comes first' });
    });

    it('says if hired on', () => {
      const { hire, serve } = ask([standing('h.one', 'met'), standing('s.one', 'met')], job);
      expect(hire).toMatchObject({ verdict: 'yes', headline: 'Yes, if hired on 6 Apr 2026', because: '1 of 1 checks will be inside their windows.' });
      expect(serve.headline).toBe('Yes, once hired');
    });

    it('refuses what will be too old on the planned day', () => {
      expect(ask([standing('h.one', 'stale'), standing('h.two', 'met')], job).hire).toMatchObject({ verdict: 'no', headline: 'No, if hired on 6 Apr 2026' });
    });

    it('has no answer once the candidate withdrew', () => {
      const { hire, serve, crisis } = ask([], { ...job, withdrawnOn: day('2026-03-10') });
      expect([hire, serve, crisis].map((each) => each.verdict)).toEqual(['not-applicable', 'not-applicable', 'not-applicable']);
      expect(hire.because).toBe('The candidacy ended on 10 Mar 2026.');
    });
  });

  it('answers for the hire alone once somebody has left, and counts the last day worked as work', () => {
    const left = employment({ endedOn: day('2026-03-18') });
    expect(ask(allMet, left)).toMatchObject({ hire: { verdict: 'yes' }, serve: { verdict: 'not-applicable', headline: 'Left' }, crisis: { verdict: 'not-applicable' } });
    expect(ask(allMet, left, day('2026-03-18')).serve.verdict).toBe('yes');
  });

  it('says where nothing guards the moment', () => {
    const { serve, crisis } = ask([standing('h.one', 'met')], employment({ directCare: false }));
    expect(serve).toMatchObject({ verdict: 'not-applicable', because: 'No direct care in this employment.' });
    expect(crisis.verdict).toBe('not-applicable');
  });

  it('ignores other employments and other people', () => {
    const { hire } = ask([standing('h.one', 'met'), standing('h.two', 'fail', { employmentId: 'e0' }), standing('h.two', 'fail', { personId: 'p2' })]);
    expect(hire.verdict).toBe('yes');
  });
});
