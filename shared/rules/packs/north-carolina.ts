import type { EvidenceKind } from '../../model/evidence.ts';
import type { Role } from '../../model/person.ts';
import type { Citation } from '../standing.ts';
import type { Part, Reading, Row } from './row.ts';

// Rows of rules section 2: the staffing and training tables of the state-funded service definition, and three public overlays.
const staffing: Citation = { source: 'S4', section: 'Staffing Requirements' };
const training: Citation = { source: 'S4', section: 'Staff Training Requirements' };

const teamLead = 'team-lead';
const professional = 'employment-support-professional';
const peerMentor = 'employment-peer-mentor';
const counselor = 'benefits-counselor';

const diploma: Part = { name: 'high-school', routes: [{ kind: 'education', accepts: ['high-school', 'ged', 'bachelors', 'masters'] }] };
const atRoleStart = { kind: 'ready', anchor: 'role-start', strict: false, validity: { by: 'printed' } } as const;

const anchorReading: Reading = {
  question: '"Hire to provide this service"', reading: 'The start of the role the row names, not the hire.', change: 'Settings, requirement, anchor',
};

function initialTraining(
  id: string, title: string, short: string, order: number, roles: readonly Role[], kind: EvidenceKind,
  window: { readonly amount: number; readonly unit: 'days' | 'months' }, maxMonths: number | null,
): Row {
  return {
    id, title, short, group: 'training', tab: 'G', tabOrder: order, clearance: null,
    applies: { roles },
    window: { kind: 'within', anchor: 'role-start', ...window, validity: { by: 'forever' } },
    proof: { by: 'items', parts: [{ name: null, routes: [{ kind }] }], waiver: { maxMonths } },
    citations: [training],
    readings: [
      anchorReading,
      {
        question: `${title}: training before the hire`,
        reading: maxMonths === null ? 'Counts by a recorded waiver, of any age.' : `Counts by a recorded waiver of training at most ${String(maxMonths)} months before the hire.`,
        change: 'Evidence, result "waived"',
      },
    ],
  };
}

export const northCarolinaRows: readonly Row[] = [
  {
    id: 'nc.tl-q', title: 'Team lead qualification', short: 'Lead qualif.', group: 'role', tab: 'B', tabOrder: 11, clearance: 'serve',
    applies: { roles: [teamLead] },
    window: atRoleStart,
    proof: {
      by: 'items',
      parts: [
        { name: 'qmhp', routes: [{ kind: 'qmhp' }] },
        { name: 'vocational', routes: [{ kind: 'experience', accepts: ['vocational'], months: 6, validity: { by: 'forever' } }] },
      ],
    },
    citations: [staffing],
    readings: [{ question: "Team lead's vocational experience", reading: 'Six months are required, as the current table says; the older history called it a recommendation.', change: 'fixed' }],
  },
  {
    id: 'nc.esp-q', title: 'Employment support professional qualification', short: 'ESP qualif.', group: 'role', tab: 'B', tabOrder: 12, clearance: 'serve',
    applies: { roles: [professional] },
    window: atRoleStart,
    proof: { by: 'items', parts: [{ name: null, routes: [{ kind: 'qmhp' }, { kind: 'amhp' }, { kind: 'cips' }, { kind: 'cesp' }] }] },
    citations: [staffing],
    readings: [{ question: 'Any one of QMHP, AMHP, CIPS, CESP', reading: 'One of them unbroken since the role start.', change: 'fixed' }],
  },
  {
    id: 'nc.epm-q', title: 'Employment peer mentor qualification', short: 'EPM qualif.', group: 'role', tab: 'B', tabOrder: 13, clearance: 'serve',
    applies: { roles: [peerMentor] },
    window: atRoleStart,
    proof: {
      by: 'items',
      parts: [{ name: 'cpss', routes: [{ kind: 'cpss', validity: { by: 'month-end', months: 24 } }] }, { ...diploma, routes: diploma.routes.map((route) => ({ ...route, validity: { by: 'forever' } })) }],
    },
    citations: [staffing, { source: 'UNC-PSS', section: 'recertification every two years' }],
  },
  {
    id: 'nc.bc-q', title: 'Benefits counselor qualification', short: 'BC qualif.', group: 'role', tab: 'B', tabOrder: 14, clearance: 'serve',
    applies: { roles: [counselor] },
    window: { kind: 'ready', anchor: 'role-start', strict: false, validity: { by: 'forever' } },
    proof: {
      by: 'items',
      parts: [
        diploma,
        {
          name: 'benefits-certification',
          routes: [{ kind: 'cwic' }, { kind: 'wip-c' }],
          window: { kind: 'within', anchor: 'hire', amount: 6, unit: 'months', validity: { by: 'printed' } },
        },
      ],
    },
    citations: [staffing],
    readings: [{ question: 'From when the six months of the benefits certificate run', reading: 'From the hire, as the table says, not from the role start.', change: 'Settings, requirement, anchor' }],
  },
  {
    id: 'nc.pa-q', title: 'Program assistant qualification', short: 'PA qualif.', group: 'role', tab: 'B', tabOrder: 15, clearance: null,
    applies: { roles: ['program-assistant'] },
    window: { kind: 'ready', anchor: 'role-start', strict: false, validity: { by: 'forever' } },
    proof: { by: 'items', parts: [{ name: null, routes: diploma.routes }] },
    citations: [staffing],
  },
  initialTraining('nc.ips101', 'IPS 101', 'IPS 101', 11, [teamLead, professional, peerMentor, counselor], 'ips-101', { amount: 90, unit: 'days' }, 48),
  initialTraining('nc.pcep', 'Person-Centered Employment Planning', 'PC empl. planning', 12, [teamLead, professional, peerMentor], 'person-centered-planning', { amount: 90, unit: 'days' }, 48),
  initialTraining('nc.supcpss', 'Supervising NC CPSS', 'Superv. CPSS', 13, [teamLead], 'supervising-cpss', { amount: 90, unit: 'days' }, 48),
  initialTraining('nc.epmtr', 'Employment Peer Mentoring', 'Peer mentoring', 14, [peerMentor], 'employment-peer-mentoring', { amount: 6, unit: 'months' }, 48),
  initialTraining('nc.mi', 'Motivational Interviewing', 'Motiv. interv.', 15, [teamLead, professional, counselor], 'motivational-interviewing', { amount: 6, unit: 'months' }, null),
  {
    id: 'nc.10h', title: 'Ten hours of continuing training a year', short: '10 hours', group: 'training', tab: 'G', tabOrder: 16, clearance: null,
    applies: { roles: [teamLead, professional, peerMentor, counselor] },
    window: { kind: 'hours-per-year', hours: 10, year: 'anniversary' },
    proof: { by: 'items', parts: [{ name: null, routes: [{ kind: 'training-hours' }] }] },
    citations: [training],
    readings: [
      { question: 'Which year the ten hours are counted in', reading: 'The employment year, from the anniversary of the hire.', change: 'Settings, requirement, year' },
      { question: 'Whether the initial courses count', reading: 'They do not.', change: 'fixed' },
      { question: 'Hours without an approving body', reading: 'A person decides when the ten are reached only with them.', change: 'Evidence, approving body' },
    ],
  },
  {
    id: 'nc.pub-bgc', title: 'Criminal record check requested', short: 'Record check', group: 'before-hire', tab: 'C', tabOrder: 11, clearance: 'hire',
    applies: {},
    window: { kind: 'within', anchor: 'offer', amount: 5, unit: 'weekdays', validity: { by: 'forever' } },
    proof: { by: 'result', kind: 'background-check', fromRequest: true },
    sinceBreak: true,
    citations: [{ source: 'NC-122C', section: 'request within five business days of the conditional offer' }],
    readings: [{ question: 'Business days', reading: 'Monday to Friday; holidays are not known, so the date is the earliest.', change: 'fixed' }],
  },
  {
    id: 'nc.pub-hcpr', title: 'Health Care Personnel Registry checked', short: 'HCPR', group: 'before-hire', tab: 'C', tabOrder: 12, clearance: 'hire',
    applies: { unlicensed: true },
    window: { kind: 'before', anchor: 'hire', strict: true },
    proof: { by: 'checks', lists: ['nc-hcpr'] },
    sinceBreak: true,
    citations: [{ source: 'NC-131E', section: 'registry check before hire' }],
  },
  {
    id: 'nc.pub-ex', title: 'Federal and state exclusion lists checked every month', short: 'Lists monthly NC', group: 'exclusion', tab: 'D', tabOrder: 11, clearance: null,
    applies: { vendors: true },
    window: { kind: 'every-month', lists: ['oig-leie', 'sam', 'nc-excluded-providers'], hireMonth: '31-days' },
    proof: { by: 'checks', lists: ['oig-leie', 'sam', 'nc-excluded-providers'] },
    citations: [{ source: '42CFR', section: 'on hire and monthly' }],
  },
];
