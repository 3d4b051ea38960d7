import type { AgencyRow } from '../agency/row.ts';
import type { Reading } from './row.ts';

const settings = 'Settings, Requirements';
const reading = (question: string, text: string, change = settings): Reading => ({ question, reading: text, change });

const s2 = (section: string): AgencyRow['citations'] => [{ source: 'S2', section }];

const nothingOnFile = reading(
  'Nothing is on file and the text names no day',
  'Overdue. A paper the rule demands must be there on any day; a printed last day is inclusive, and the day after it the paper has expired.',
  'Agency, Papers',
);
const severalPapers = reading(
  'Several papers of one kind',
  'Papers for different sites or teams are looked at apart and the worst speaks; of papers for the same site or team the best counts, so that a renewal recorded beside the old one is enough.',
  'Agency, Papers',
);
const judgedPeriods = reading(
  'From when on weeks, months and quarters are judged',
  "From the latest of the day the records begin, the team's first day, the pack's date and twelve months ago; older holes are history. Where nobody said when the records begin, not before the team's first logged meeting or number, and a team without any log is judged for the open period only.",
  'Settings, Agency',
);
const closedPeriods = reading('Whether a later meeting repairs a missed period', 'No. A closed week, month or quarter without what it owed stays a gap; the open one is open until its last day. Weeks run Monday to Sunday.', 'a note on Today');
const relief = (also = ''): Reading => reading(
  'A caseload of nine or fewer',
  `Every second week is enough for a specialist whose caseload is attested at nine or fewer; with ten or more, or with no number attested, every week is owed.${also}`,
);
const memberNumbers = reading('Numbers about members', 'Only what somebody attested is looked at; no member records are held.', 'Agency, Teams');
const findingsDay = reading('When findings are known', 'The day the first report on the review came, draft or final; without one the last day on site.', 'Agency, Fidelity');

/** What the Louisiana manual (S2) asks of an agency and its IPS teams, section 3a of the catalogue. Other payers cite their own sections. */
export const louisianaAgencyRows: readonly AgencyRow[] = [
  {
    id: 'la.a1', title: 'Behavioral health service provider licence', short: 'Licence', group: 'papers', scope: 'agency',
    rule: { kind: 'credential', types: ['license'] }, citations: s2('Agency 1'), readings: [nothingOnFile, severalPapers],
  },
  {
    id: 'la.lge', title: 'Oversight by a local governing entity', short: 'LGE oversight', group: 'papers', scope: 'agency',
    rule: { kind: 'credential', types: ['lge-agreement'] }, citations: s2('Provider Qualifications'),
    readings: [nothingOnFile, reading('Oversight by an ACT agency', 'Only a local governing entity is named in the part that stands; the mention of ACT agencies in another document is struck out.', 'none')],
  },
  {
    id: 'la.pt', title: 'Provider-type enrolment', short: 'Enrolment', group: 'papers', scope: 'agency',
    rule: { kind: 'credential', types: ['enrollment'] }, citations: s2('Allowed Provider Types and Specialties'),
    readings: [nothingOnFile, severalPapers, reading('Which type', 'Type 74, specialty 70, subspecialty 8E. The number is recorded, not compared: a person reads the enrolment notice.', 'Agency, Papers')],
  },
  {
    id: 'la.a8', title: 'Drug-free workplace policy', short: 'Drug-free policy', group: 'papers', scope: 'agency',
    rule: { kind: 'credential', types: ['drug-free-workplace'] }, citations: s2('Agency 8'),
    readings: [nothingOnFile, reading('How often it is reviewed', "The text names no interval. The agency's own review day is shown; once it has passed, a person decides, since the policy stays in force.", 'Agency, Papers')],
  },
  {
    id: 'la.a12', title: "Agency's NPI", short: 'Agency NPI', group: 'papers', scope: 'agency',
    rule: { kind: 'npi' }, citations: s2('Agency 12'),
    readings: [reading('A number that fails its check digit', 'A person decides: it may be mistyped. No number is overdue, since the agency needs one before its first claim.', 'Settings, Agency')],
  },
  {
    id: 'la.a2a', title: 'Accredited by CARF, COA or the Joint Commission', short: 'Accredited', group: 'accreditation', scope: 'agency',
    rule: { kind: 'accredited' }, citations: s2('Agency 2'),
    readings: [
      reading('What counts as accredited', 'An accredited outcome, for whatever term; a provisional, deferred or reduced one waits for a person. The last day is the printed one, never derived from the accreditor.', 'Agency, Accreditation'),
      reading('Not accredited yet', 'Open until eighteen months after the first application; without an application overdue.', 'Agency, Accreditation'),
      reading('Two accreditors', 'The better one counts.', 'none'),
    ],
  },
  {
    id: 'la.a2b', title: 'Accreditation applied for and paid before the first contract', short: 'Applied first', group: 'accreditation', scope: 'agency',
    rule: { kind: 'applied-before-contract' }, citations: s2('Agency 2, Note'),
    readings: [
      reading('The day of the contract', 'The first day in force of the earliest payer contract, else the day it was signed. Application and payment on the same day wait for a person: prove that they came first.', 'Agency, Papers'),
      reading('No payer contract on file', 'Nothing is judged yet, unless something was applied for: then it is met once application and payment are both on file.', 'Agency, Papers'),
      reading('Proof', 'Application and payment must both have a day on file; the paper belongs to the record.', 'Agency, Accreditation'),
    ],
  },
  {
    id: 'la.a2c', title: 'Full accreditation within 18 months of applying', short: 'Accredited in 18 mo', group: 'accreditation', scope: 'agency',
    rule: { kind: 'accredited-within', months: 18 }, citations: s2('Agency 2, Note'),
    readings: [
      reading('Full accreditation', 'An accredited outcome counts, for one or for three years; a provisional or deferred one waits for a person.', 'Agency, Accreditation'),
      reading('The clock', 'From the first application that was not withdrawn, whatever the accreditor; the same day eighteen months later is the last one, the last of the month where that month is shorter. A later application does not start it again.', settings),
    ],
  },
  {
    id: 'la.a2d', title: 'Adverse accreditation decisions reported to every payer', short: 'Written notices', group: 'accreditation', scope: 'agency',
    rule: { kind: 'adverse-notice', businessDays: 1 }, citations: s2('Agency 2'),
    readings: [
      reading('Immediately', 'Due the day the agency was told, overdue after one business day, Monday to Friday; holidays are not known. A notice sent later stays late for good.', settings),
      reading('A negative change', 'Denied, lost, reduced, and a provisional or deferred outcome after a full one.', 'none'),
      reading('To whom', 'One notice to each payer whose contract was in force on the day the agency was told.', 'Agency, Papers'),
      reading('Nothing adverse was ever decided', 'The duty does not concern the agency and is left out.', 'none'),
    ],
  },
  {
    id: 'la.unit', title: 'Employment unit: a specialist and a supervisor', short: 'Employment unit', group: 'staffing', scope: 'team',
    rule: { kind: 'employment-unit' }, citations: s2('Staffing Requirements'),
    readings: [
      reading('Who counts', 'At least one specialist of the team and its supervisor, employed and in the role on that day; peers are optional. The supervisor is whoever holds the role in the team, or is named on the team and employed. A leave does not end a role.', 'Agency, Teams'),
      reading('A team that has not begun', 'Open until its first day.', 'Agency, Teams'),
    ],
  },
  {
    id: 'la.ratio', title: 'At most 20 active members per full-time specialist', short: 'Caseload', group: 'staffing', scope: 'team',
    rule: { kind: 'caseload', members: 20 }, citations: s2('Staff Ratios'),
    readings: [
      reading('Part-time specialists', 'Pro rata: half time carries at most ten. The shares of all specialist and peer roles on that team add up, time as a supervisor is not counted; where no share is recorded, full time. A fraction of a member is not rounded up.', 'Agency, Teams'),
      memberNumbers,
      reading('No number attested', 'Open through the month somebody begins, then a person decides. The latest number counts, for three months after its period.', 'Agency, Teams'),
      reading('Peers', 'A peer is judged where a caseload is attested for them.', 'Agency, Teams'),
    ],
  },
  {
    id: 'la.sup10', title: 'At most 10 specialists per full-time supervisor', short: 'Supervisor ratio', group: 'staffing', scope: 'team',
    rule: { kind: 'supervisor-ratio', specialists: 10 }, citations: s2('Supervision 1'),
    readings: [
      reading('Fewer than ten specialists', 'The rest of the time is free in proportion, with a tenth of grace: the text lets four specialists take half of the time, in proportion it would be four tenths. Other duties above one less a tenth per specialist plus a tenth are a finding.', settings),
      reading('Who is counted', 'People in a specialist role of the team, full or part time; peers are not specialists. A supervisor of several teams is looked at over all of them.', 'Agency, Teams'),
      reading("The supervisor's other duties", "The latest attested share counts. None attested: nothing is assumed, and a person is told so; only the number of specialists is judged.", 'Agency, Teams'),
    ],
  },
  {
    id: 'la.supw', title: 'Weekly supervision', short: 'Weekly supervision', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['supervision', 'unit'], every: 'week', per: 'specialist', reliefMembers: 9 },
    citations: [...s2('Supervision 2'), ...s2('Components 1')],
    readings: [
      relief(),
      reading('Individual or group', 'Either is enough. The passage that describes a weekly group with everybody describes good fidelity and is not judged apart.'),
      judgedPeriods, closedPeriods,
    ],
  },
  {
    id: 'la.ttm', title: 'Weekly treatment-team meetings', short: 'Treatment teams', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['treatment-team'], every: 'week', per: 'specialist', reliefMembers: 9 }, citations: s2('Components 1, 1a-1c'),
    readings: [
      relief(),
      reading('Two treatment teams', 'A meeting of each team a specialist is attached to. That nine tenths of a caseload come from them is a member record and not judged.', 'Agency, Teams'),
      judgedPeriods, closedPeriods,
    ],
  },
  {
    id: 'la.supq1', title: 'Supervisor at each treatment team quarterly', short: 'Supervisor visits', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['supervisor-treatment-team'], every: 'quarter', per: 'treatment-team' }, citations: s2('Supervision 3'), readings: [
      reading('Quarterly', 'Calendar quarters, one meeting of each treatment team the unit works with.'), judgedPeriods, closedPeriods,
    ],
  },
  {
    id: 'la.supm', title: 'Monthly field accompaniment', short: 'Field support', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['field-mentoring'], every: 'month', per: 'field-support' }, citations: s2('Supervision 4'), readings: [
      reading('Who is new or having difficulty', 'Whoever the supervisor put on the list, from when to when; nobody else is judged.', 'Agency, Teams'), judgedPeriods, closedPeriods,
    ],
  },
  {
    id: 'la.supq2', title: 'Quarterly outcome review with goals', short: 'Outcome review', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['outcome-review'], every: 'quarter', per: 'unit' }, citations: s2('Supervision 5'), readings: [
      reading('Quarterly', 'One review in each calendar quarter; outcomes themselves are not held here.'), judgedPeriods, closedPeriods,
    ],
  },
  {
    id: 'la.lrs', title: 'Monthly LRS meeting', short: 'LRS meeting', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['vr'], every: 'month', per: 'unit', ifShared: true }, citations: s2('Components 1d'),
    readings: [reading('Months with a shared member', 'Owed where the attested number of shared members is above zero; zero attested owes nothing; none attested and no meeting waits for a person.', 'Agency, Teams'), memberNumbers, judgedPeriods, closedPeriods],
  },
  {
    id: 'la.emp6', title: 'Six employer contacts a week', short: 'Employer contacts', group: 'meetings', scope: 'team',
    rule: { kind: 'figure', figure: 'employer-contacts', every: 'week', per: 'specialist', atLeast: 6, ifLooking: true }, citations: s2('Components 6'),
    readings: [reading('Members looking for work', 'Owed by specialists with at least one; zero attested owes nothing.', 'Agency, Teams'), memberNumbers, judgedPeriods],
  },
  {
    id: 'la.f0', title: 'Self-evaluation before contracting', short: 'Self-evaluation', group: 'fidelity', scope: 'team',
    rule: { kind: 'la-fidelity', part: 'self-evaluation' }, citations: s2('New Teams 1'),
    readings: [reading('The baseline', "The text names no least score: any total counts. It is handed in before the first payer contract, or for a later team before its first day.", 'Agency, Fidelity'), reading('Reviews per team', 'A team is the specialists who report to one supervisor; each has reviews of its own.', 'Agency, Teams')],
  },
  {
    id: 'la.f1', title: 'First external fidelity review within 6 months', short: 'First review', group: 'fidelity', scope: 'team',
    rule: { kind: 'la-fidelity', part: 'first-review' }, citations: s2('New Teams 2, 2a'),
    readings: [reading('From and to', "From the team's first day to the last day on site, the same day six months later inclusive.", 'Agency, Fidelity'), reading('Improvement', 'A first score no higher than the self-evaluation and below 100 waits for a decision: the payer says whether it shows improvement.', 'Agency, Fidelity')],
  },
  {
    id: 'la.f2', title: 'Fidelity review every 6 months until 100', short: 'Review to 100', group: 'fidelity', scope: 'team',
    rule: { kind: 'la-fidelity', part: 'new-team-review' }, citations: s2('New Teams 2d'),
    readings: [reading('The clock', 'From the last day on site of the review before.', 'Agency, Fidelity')],
  },
  {
    id: 'la.f3', title: 'Corrective action plan for items rated 1 to 3', short: 'Action plan', group: 'fidelity', scope: 'team',
    rule: { kind: 'la-fidelity', part: 'plan' }, citations: s2('New Teams 2b-2c'),
    readings: [
      reading('Immediately, and within thirty days', 'Approved and in place thirty days after the findings at the latest; a shorter day the payer set comes first.', 'Agency, Fidelity'),
      reading('Existing teams', 'The sentence stands under new teams: it is a duty of new teams, and for existing teams with 100 or more items rated 1 to 3 are remarked on.', 'none'),
      reading('The plan of an existing team below 100', 'The text names no day of its own for it: thirty days after the findings, as for a new team; a team that lost new members owes a new plan thirty days after that.', 'Agency, Fidelity'),
      reading('A total below 100 without its items', 'Asks for a plan: it cannot be reached without an item rated 3 or lower.', 'Agency, Fidelity'),
      findingsDay,
    ],
  },
  {
    id: 'la.f4', title: 'Fidelity review every 12 months', short: 'Annual review', group: 'fidelity', scope: 'team',
    rule: { kind: 'la-fidelity', part: 'annual-review' }, citations: [...s2('Existing Teams 1'), ...s2('Existing Teams, exceptional practice')],
    readings: [
      reading('115 points and more', 'A payer may grant 24 months. Twelve count until the grant is recorded with its day; it covers the reviews before it and ends with the next one.', 'Agency, Fidelity'),
      reading('More frequent reviews', 'A payer may ask for them; recorded as a grant of fewer months it comes first.', 'Agency, Fidelity'),
      reading('The clock', 'From the last day on site of the review before.', 'Agency, Fidelity'),
    ],
  },
  {
    id: 'la.f6', title: '100 again within 6 months of a lower score', short: 'Back to 100', group: 'fidelity', scope: 'team',
    rule: { kind: 'la-fidelity', part: 'reach-100' }, citations: [...s2('Existing Teams 2'), ...s2('Existing Teams, below threshold')],
    readings: [
      findingsDay,
      reading('The six months', 'From the findings of the first review below 100; another review below 100 moves nothing.', 'Agency, Fidelity'),
      reading('After them', 'No new members until a review reaches 100; the next one is due six months later.', 'Agency, Fidelity'),
    ],
  },
];

/** LHCC numbers the model of care I, supervision III.A, the agency III.B, fidelity III.C to III.E, staffing III.G. */
function lhccSection(section: string): string {
  const moved: readonly (readonly [string, string])[] = [
    ['Components 1, 1a-1c', 'I.A 1-3'], ['Components 1d', 'I.A 4'], ['Components 1', 'I.A'], ['Components 6', 'I.F'], ['Supervision', 'III.A'], ['Agency 2, Note', 'III.B 2a'],
    ['Agency', 'III.B'], ['Provider Qualifications', 'III.B'], ['Allowed Provider Types and Specialties', 'III.B'], ['New Teams', 'III.D'],
    ['Existing Teams, exceptional practice', 'III.E 3'], ['Existing Teams, below threshold', 'III.E 4-5'], ['Existing Teams', 'III.E'], ['Staffing Requirements', 'III.G'],
  ];
  const known = moved.find(([from]) => section.startsWith(from));
  return known === undefined ? section : `${known[1]}${section.slice(known[0].length)}`;
}

/** Sections III.A to III.G are struck out in the draft of January 2026; sections I stay. */
const struck = reading(
  'Struck out in the draft of January 2026',
  'The draft prints no approval and no effective date, so the version of 12 April 2025 stands and the duty with it; the state manual asks for it in any case.',
  'Settings, Rule packs',
);

const citedFrom = (source: string, sectionOf: (section: string) => string, leaveOut: readonly string[]): readonly AgencyRow[] =>
  louisianaAgencyRows.filter((row) => !leaveOut.includes(row.id)).map((row) => ({
    ...row, citations: row.citations.map((citation) => ({ source, section: sectionOf(citation.section) })),
  }));

/** LHCC's policy states no ratio of members to specialists; everything else stands in it. */
export const lhccAgencyRows: readonly AgencyRow[] = citedFrom('S1', lhccSection, ['la.ratio']).map((row) =>
  row.citations.some((citation) => citation.section.startsWith('III')) ? { ...row, readings: [...(row.readings ?? []), struck] } : row);

/** AmeriHealth's policy is worded as the manual, without the monthly LRS meeting. */
export const amerihealthAgencyRows: readonly AgencyRow[] = citedFrom('S3', (section) => section, ['la.lrs']);

const noRelief = reading('A caseload of nine or fewer', 'This older text knows no relief: every week is owed, whatever the caseload.', settings);

/** The policy of January 2022 sets meetings only: weekly group supervision and treatment teams without relief, LRS in months with a shared member. */
export const lhcc2022AgencyRows: readonly AgencyRow[] = [
  {
    id: 'la.supw', title: 'Weekly supervision', short: 'Weekly supervision', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['supervision', 'unit'], every: 'week', per: 'specialist', groupOnly: true }, citations: [{ source: 'S0', section: 'Background, Components 1, group supervision' }],
    readings: [noRelief, reading('Individual or group', 'This older text asks for a group; a session with one person does not count.'), judgedPeriods, closedPeriods],
  },
  {
    id: 'la.ttm', title: 'Weekly treatment-team meetings', short: 'Treatment teams', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['treatment-team'], every: 'week', per: 'specialist' }, citations: [{ source: 'S0', section: 'Background, Components 1, treatment teams' }],
    readings: [noRelief, judgedPeriods, closedPeriods],
  },
  {
    id: 'la.lrs', title: 'Monthly LRS meeting', short: 'LRS meeting', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['vr'], every: 'month', per: 'unit', ifShared: true }, citations: [{ source: 'S0', section: 'Background, Components 1, LRS meetings' }],
    readings: [judgedPeriods, closedPeriods],
  },
];
