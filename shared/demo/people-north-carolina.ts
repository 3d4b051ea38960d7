import { civilDate } from '../civil-date.ts';
import type { Profile } from './people.ts';
import { anotherTrade } from './verdicts.ts';
import { shortOfHours, trainedOn, waived, without, withoutApprovingBody } from './quirks.ts';

const piedmont = 't-piedmont';

/** The state-funded team in North Carolina, one person for each role of its staffing table and two professionals more. */
export const northCarolinaPeople: readonly Profile[] = [
  {
    id: 'p20', names: [{ kind: 'legal', given: 'Siobhán', family: 'O’Dwyer-Pruitt' }, { kind: 'maiden', given: 'Siobhán', family: 'O’Dwyer' }], birthDate: civilDate('1977-03-17'),
    jobs: [{ role: 'team-lead', team: piedmont, hired: 1003 }],
  },
  {
    id: 'p21', names: [{ kind: 'legal', given: 'Mei', family: 'Li' }, { kind: 'alias', given: '梅', family: '李' }], birthDate: civilDate('1991-02-04'),
    jobs: [{ role: 'employment-support-professional', team: piedmont, hired: 642, quirks: [shortOfHours] }],
  },
  {
    id: 'p22', names: [{ kind: 'legal', given: 'Jamal', family: 'Whitfield' }], birthDate: civilDate('1995-06-30'),
    jobs: [{ role: 'employment-support-professional', team: piedmont, hired: 141, quirks: [waived('ips-101', 410), trainedOn('planning', 97), without('interviewing')] }],
  },
  {
    id: 'p23', names: [{ kind: 'legal', given: 'Rosa', family: 'Delgadillo' }], birthDate: civilDate('1980-09-12'),
    jobs: [{ role: 'employment-peer-mentor', team: piedmont, hired: 561, quirks: [trainedOn('mentoring', 203), withoutApprovingBody] }],
  },
  {
    id: 'p24', names: [{ kind: 'legal', given: 'Owen', family: 'Castellanos' }], birthDate: civilDate('1987-12-01'),
    jobs: [{ role: 'benefits-counselor', team: piedmont, hired: 163, quirks: [without('qualification')] }],
    checks: { decided: [{ list: 'sam', back: 3, verdict: anotherTrade }] },
  },
  {
    id: 'p25', names: [{ kind: 'legal', given: 'Beatrix', family: 'Nguyễn-Holt' }], birthDate: civilDate('1969-07-19'),
    jobs: [{ role: 'program-assistant', team: piedmont, hired: 702, quirks: [without('diploma')] }],
    checks: { firstSearchAfterHire: 4 },
  },
];
