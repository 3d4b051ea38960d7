import type { AgencyRow } from '../agency/row.ts';
import type { Reading } from './row.ts';

const settings = 'Settings, Requirements';
const reading = (question: string, text: string, change = settings): Reading => ({ question, reading: text, change });
const s4 = (section: string): AgencyRow['citations'] => [{ source: 'S4', section }];

const nothingOnFile = reading('Nothing is on file and the text names no day', 'Overdue. A printed last day is inclusive, and the day after it the paper has expired.', 'Agency, Papers');
const judgedPeriods = reading(
  'From when on weeks, months and quarters are judged',
  "From the latest of the day the records begin, the team's first day, the pack's date and twelve months ago; older holes are history. Where nobody said when the records begin, not before the team's first logged meeting or number, and a team without any log is judged for the open period only.",
  'Settings, Agency',
);
const closedPeriods = reading('Whether a later meeting repairs a missed period', 'No. A closed week, month or quarter without what it owed stays a gap. Weeks run Monday to Sunday.', 'a note on Today');
const telephone = reading('By telephone', 'A meeting by telephone does not count. Video counts; that the platform keeps confidentiality is for a person to see to.');
const memberNumbers = reading('Numbers about members', 'Only what somebody attested is looked at; no member records are held.', 'Agency, Teams');

/** What the state-funded service definition (S4) asks of a provider and its IPS teams, section 3b of the catalogue. */
export const northCarolinaAgencyRows: readonly AgencyRow[] = [
  {
    id: 'nc.agr', title: 'DHHS Provider Administrative Participation Agreement', short: 'DHHS agreement', group: 'papers', scope: 'agency',
    rule: { kind: 'credential', types: ['dhhs-agreement'] }, citations: s4('Providers Eligible to Bill'), readings: [nothingOnFile],
  },
  {
    id: 'nc.lme', title: 'Credentialed and contracted by the LME/MCO', short: 'LME/MCO contract', group: 'papers', scope: 'agency',
    rule: { kind: 'credential', types: ['lme-mco-contract'] }, citations: s4('Provider Qualifications c'), readings: [nothingOnFile],
  },
  {
    id: 'nc.v', title: 'DVRS vendor, or becoming one', short: 'DVRS vendor', group: 'papers', scope: 'agency',
    rule: { kind: 'credential', types: ['dvrs-vendor'], inProcess: true }, citations: [...s4('Provider Qualifications f'), ...s4('Program Requirements a')],
    readings: [nothingOnFile, reading('Vendor, or in the process', 'The two passages differ; an application in process is enough, as the qualifications say.', 'Agency, Papers')],
  },
  {
    id: 'nc.mou', title: 'Memorandum with the behavioral health provider', short: 'MOU or MOA', group: 'papers', scope: 'team',
    rule: { kind: 'credential', types: ['mou'], before: 'implementation' }, citations: s4('Program Requirements'),
    readings: [
      reading('An agency with integrated services of its own', 'It needs none. Whether it has them is not recorded, so nothing on file waits for a person; such an agency switches the requirement off.'),
      reading('Prior to providing the service', "Submitted to the LME/MCO before the team's first day: the day itself waits for a person, later is late for good, no submission day is incomplete.", 'Agency, Papers'),
    ],
  },
  {
    id: 'nc.case', title: 'At most 25 individuals per ESP, 9 per team lead', short: 'Caseload', group: 'staffing', scope: 'team',
    rule: { kind: 'caseload', members: 25, leadMembers: 9 }, citations: s4('Staffing Requirements'),
    readings: [
      reading('Part-time ESPs', 'Pro rata of 25 by the share of full time on that team, the careful reading: the text speaks of an ESP without naming the hours. The nine of a team lead are not divided.'),
      memberNumbers,
      reading('No number attested', 'A person decides for ESPs; a team lead without a number carries none.', 'Agency, Teams'),
    ],
  },
  {
    id: 'nc.meet1', title: 'Weekly vocational unit meeting', short: 'Unit meeting', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['unit'], every: 'week', per: 'staff', noTelephone: true, videoPerMonth: 3 }, citations: s4('Program Requirements'),
    readings: [telephone, reading('By video', 'The first three in a calendar month count, the fourth does not.'), reading('All IPS staff', 'Everybody with an IPS role on the team through the whole week and not on leave.', 'Agency, Teams'), judgedPeriods, closedPeriods],
  },
  {
    id: 'nc.meet2', title: 'Weekly behavioral health treatment-team meeting', short: 'Treatment teams', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['treatment-team'], every: 'week', per: 'staff', noTelephone: true }, citations: s4('Program Requirements'),
    readings: [telephone, reading('Assigned teams', 'Judged for whoever is attached to a treatment team, for each of them.', 'Agency, Teams'), judgedPeriods, closedPeriods],
  },
  {
    id: 'nc.meet3', title: 'Monthly DVRS meeting', short: 'DVRS meeting', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['vr'], every: 'month', per: 'unit', noTelephone: true }, citations: s4('Program Requirements a'), readings: [telephone, judgedPeriods, closedPeriods],
  },
  {
    id: 'nc.sup', title: 'Weekly outcome-based supervision', short: 'Weekly supervision', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['supervision'], every: 'week', per: 'staff' }, citations: s4('Staffing Requirements, Team Lead'),
    readings: [reading('Individual or group', 'The text does not say; either is enough for whoever took part. The unit meeting is another duty and does not count for this one.'), judgedPeriods, closedPeriods],
  },
  {
    id: 'nc.sup-field', title: 'Monthly field mentoring with each staff member', short: 'Field mentoring', group: 'meetings', scope: 'team',
    rule: { kind: 'meeting', meetings: ['field-mentoring'], every: 'month', per: 'staff' }, citations: s4('Staffing Requirements, Team Lead'),
    readings: [reading('Each staff member', 'Everybody with an IPS role on the team through the whole month, except the lead.', 'Agency, Teams'), judgedPeriods, closedPeriods],
  },
  {
    id: 'nc.65', title: 'At least 65 % of time in the community', short: '65 % in community', group: 'meetings', scope: 'team',
    rule: { kind: 'figure', figure: 'community-time-percent', every: 'month', per: 'team', atLeast: 65 }, citations: [...s4('Additional Limitations and Requirements'), ...s4('Program Requirements')],
    readings: [reading('Over which time', 'The text names none: the team as a whole, each calendar month.'), memberNumbers, judgedPeriods],
  },
  {
    id: 'nc.rpt', title: 'Quarterly outcome tracking form', short: 'Outcome tracking', group: 'meetings', scope: 'team',
    rule: { kind: 'quarterly-report', report: 'outcome-tracking' }, citations: s4('Program Requirements'),
    readings: [
      reading('By when', 'The text names no day: awaited until the end of the month after the quarter; handed in later it still counts.'),
      reading('NC-TOPPS', 'Assessments of individuals, which are member records: they can be logged and are not judged.', 'none'), judgedPeriods,
    ],
  },
  {
    id: 'nc.f0', title: 'Baseline fidelity review', short: 'Baseline', group: 'fidelity', scope: 'team',
    rule: { kind: 'nc-fidelity', part: 'baseline' }, citations: s4('Provider Certifications'),
    readings: [reading('After six consecutive months', 'The earliest day, not a deadline: open from six months after the beginning, near from nine.', 'Agency, Fidelity')],
  },
  {
    id: 'nc.f0b', title: 'Fidelity Action Plan where the baseline has to wait', short: 'Plan before baseline', group: 'fidelity', scope: 'team',
    rule: { kind: 'nc-fidelity', part: 'action-plan' }, citations: s4('Provider Certifications'),
    readings: [
      reading('Required staffing', 'Where after six months staffing is short or fewer than twenty individuals are served, a plan is made with DHHS and the LME/MCO and the baseline is held three months after it.', 'Agency, Fidelity'),
      memberNumbers,
    ],
  },
  {
    id: 'nc.f1', title: 'Fidelity score of at least 74', short: 'At least 74', group: 'fidelity', scope: 'team',
    rule: { kind: 'nc-fidelity', part: 'minimum' }, citations: s4('Provider Certifications'),
    readings: [reading('Which score', 'The total of the last final report. Below 74 the certification is at risk; what follows is decided by the state.', 'Agency, Fidelity')],
  },
  {
    id: 'nc.f2', title: 'Next fidelity review', short: 'Next review', group: 'fidelity', scope: 'team',
    rule: { kind: 'nc-fidelity', part: 'next-review' }, citations: s4('Provider Certifications, Table 1'),
    readings: [reading('The clock', 'From the day the final report was received: six, twelve or eighteen months for 74, 100 or 115 points and more.', 'Agency, Fidelity')],
  },
  {
    id: 'nc.f3', title: 'Contesting a draft report within 10 business days', short: 'Contest window', group: 'fidelity', scope: 'team',
    rule: { kind: 'nc-fidelity', part: 'contest' }, citations: s4('Provider Certifications'),
    readings: [
      reading('Business days', 'Monday to Friday; holidays are not known, so the day shown is the earliest it can be.', 'none'),
      reading('How many items', 'Three with 74 points and more, any number below. The data must be from before the last day on site.', 'Agency, Fidelity'),
    ],
  },
  {
    id: 'nc.f4', title: 'Technical assistance for 74 to 99 points', short: 'Assistance', group: 'fidelity', scope: 'team',
    rule: { kind: 'nc-fidelity', part: 'assistance' }, citations: s4('Staff Training Requirements'),
    readings: [reading('How many hours', 'Those the LME/MCO set for the next twelve months; the text names neither a number nor a day for setting them: plan and hours are awaited thirty days after the final report.', 'Agency, Fidelity')],
  },
];
