const person = (id: string, family: string) => ({
  id,
  names: [{ kind: 'legal', given: 'Ana', family }],
  employments: [{ id: `${id}-e1`, kind: 'employee', hiredOn: '2025-02-10', directCare: true, roles: [{ role: 'ips-specialist', from: '2025-02-10' }] }],
});
/** The smallest agency with this many people; nothing on file for any of them. */
export const smallAgency = (people: number) => ({
  format: 'muster-agency',
  version: 1,
  agency: { name: 'Pelican Sample Agency', packs: ['la-medicaid'] },
  people: Array.from({ length: people }, (_, index) => person(`p${index}`, `Nguyễn ${index}`)),
  evidence: [],
});
/** A request for all their binders. */
export const binderJob = (people: number) => ({
  kind: 'binders',
  agency: smallAgency(people),
  personIds: smallAgency(people).people.map(({ id }) => id),
  asOf: '2026-03-19',
  generatedAt: '2026-03-19T14:05:00Z',
  layout: 'one-file',
  synthetic: true,
});
