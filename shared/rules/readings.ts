import { packIds } from '../model/agency.ts';
import { agencyGroups, agencyGroupWords } from './agency/row.ts';
import { shippedAgencyRequirements, shippedRequirements } from './catalogue.ts';
import { packs } from './packs/packs.ts';
import { shortCitation, sources } from './packs/sources.ts';
import { groupWords, requirementGroups, shownId } from './requirement.ts';

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** Readings that hold for every rule, by the number the comments of the code cite. Paraphrased; the rules' own readings stand in the packs. */
const settled: readonly (readonly [string, string, string])[] = [
  ['0.2', 'Two answers', 'Whether it was done on time and whether it is valid today are answered apart; the first never changes.'],
  ['0.3', 'Counting days', 'Calendar days. "Within N days of X" counts X as day 0 and accepts day N. "Not over N days before X" accepts exactly N. Months and years keep the day of the month, or take the last day of a shorter month; 29 February plus one year is 28 February.'],
  ['0.5', 'One standing each', 'One per person, employment and requirement, however many packs or roles demand it. An absent registry check makes LA-BGC incomplete and LA-SOR overdue; a stale, late or failed one shows in LA-SOR only. A missing paper makes LA-DOC, LA-EX-4, LA-BGC and LA-SOR incomplete and changes nothing else.'],
  ['0.6.1', 'Facts by date', 'A fact counts from its date, the later of performed and result. When it was recorded matters to known-at only. Retracting a correction revives what it corrected. Somebody who has left is judged as of the last day worked, for ever.'],
  ['0.6.2', 'Near', 'Due soon and expiring begin 30 days ahead, inclusive; an open calendar month is due soon from ten days before its end.'],
  ['0.6.3', 'The worst part shows', 'Fail, stale, gap, expired, incomplete, overdue, review, late, due soon, expiring, not yet due, met, exempt.'],
  ['0.6.4', 'Missing parts', 'Before the deadline the requirement is open and names them. After it: nothing on file is overdue, something on file is incomplete.'],
  ['0.6.5', 'The cycle in force', 'Late: the item that now covers came after its deadline. A renewal on time begins a clean cycle; a one-time duty done late stays late. A renewal dated the day after the last valid day is no lapse. A card that runs out before the first deadline leaves the requirement open until it.'],
  ['0.6.6', 'Due and valid', 'Due is the next day by which something must be done: the deadline while open or overdue, the last valid day once met or expired. A printed expiry is inclusive and comes before a computed one.'],
  ['0.6.7', 'Several items', 'The best counts, but the most recent result decides between pass and fail: a failing one is answered by a passing one of the same day or later, and only what answers it can count.'],
  ['0.6.8', 'Undated, or a check without a result', 'A person decides. A training without a result is complete. A same-day item becomes met by an attestation about it.'],
  ['0.6.9', 'Anchors', 'Without a hire the planned day stands in and no periods are owed. Without a first service, the earliest possible day. TB and drug screen count from the first IPS role where that is later than the hire.'],
  ['0.6.10', 'Roles', 'Count while held, last day inclusive. A promotion keeps the clock; a rehire starts every clock anew, and what is still valid counts.'],
  ['0.6.11', 'Monthly lists', 'Every calendar month from the hire, as far as the records and packs reach. Both lists met, one incomplete, none a gap. "Unable to determine" is no check. A later check repairs no month.'],
  ['0.6.12', 'Lists before hire, and not excluded', 'A clear search of each list before the hire, of any age; over 30 days is remarked on. The latest search confirmed is a fail, confirmed once and clear since a review.'],
  ['0.6.13', 'CPR', 'Issued by the American Heart Association, else a person decides. Exempt while one of the five licences is current; then due at the later of its last day and the first 90 days.'],
  ['0.6.14', 'Crisis training', 'The earlier of crisis duty and, with direct care, the first service. Without either: open without a date, met once trained.'],
  ['0.6.15', 'TB', 'Judged by the day placed or drawn; a skin test without a reading is incomplete; a positive alone is a fail.'],
  ['0.6.16', 'Education and experience', 'A degree implies high school. Months add up; short of the number is incomplete, none stated a review. Held on or before the role start, else late.'],
  ['0.6.17', 'Waiver', 'Training before the hire counts by a recorded waiver, at most 48 months old on the day of hire; Motivational Interviewing of any age.'],
  ['0.6.18', 'Ten hours', 'Years run from the anniversary of the hire. Ten met, none a gap, else incomplete; reached only with hours nobody approved, a review. A year cut by leaving is not owed.'],
  ['0.6.19', 'Qualification rows', 'Any-of means one route unbroken since the role start. Business days are Monday to Friday.'],
  ['0.6.20', 'Which state', 'Louisiana rows unless every role is a North Carolina one; North Carolina rows where there is one.'],
  ['0.6.21', 'Overrides', 'An agency may change: enabled, maxAgeDays, withinDays, withinMonths, everyMonths, hours, year, hireMonth, anchor, roles, sameDay. Old, new and reason show wherever they act.'],
  ['0.6.22', 'Lapses', 'Days without cover from the first day it was owed, all parts together. Evidence that waits for a decision counts as cover. A period asked for counts the days of the employment inside it.'],
  ['0.6.24', 'Order', 'People, employments, catalogue, then vendors, the agency, its teams.'],
  ['0.6.25', 'Open and closed periods', 'An open period is silent only while it is not yet due. Valid today, for months and years: the last closed one was met. A period that leaving cuts is shown where it was met, else left out.'],
  ['0.6.26', 'After a break', 'Rules without a maximum age look only at what is dated after the former last day. A card that ended before the beginning is nothing on file.'],
  ['0.6.27', 'A cleared positive', 'Any later clearance ends the fail; inside the 30 days it is met, else stale or late.'],
  ['0.6.28', 'Found after the hire', 'Belongs to the months and to LA-EX-3, not to the search before hire.'],
  ['0.6.29', 'Decisions', 'The latest made by the day judged speaks about its check, and about later checks that name it.'],
  ['0.6.30', 'Requests and failed trainings', 'NC-PUB-BGC counts from the request; elsewhere a request alone is a review. A failed training does not count and is never a fail.'],
  ['0.6.31', 'On time', 'Unknown while open, in review or exempt; no on fail, stale and gap.'],
  ['0.6.32', 'Known at', 'An instant is inclusive; a bare date is the end of that day in the agency time zone. People, employments and licences are as now.'],
  ['0.6.33', 'Licensed', 'Any current licence but "other". When it ends, what it kept away is due at once.'],
  ['0.6.34', 'Routes', 'Judged each alone; the best counts. A withdrawn offer has no standings.'],
  ['0.6.35', 'Teams and corrections', 'A role without a team adds nothing beside one with a team; a team without packs follows the agency. Of a chain of corrections only the newest that stands counts.'],
  ['0.6.36', 'Vendors and own requirements', 'The same windows, the same verdicts.'],
  ['3.1', 'Who owes the duties of an agency', 'The agency what any pack in force asks, its own or a team\'s; a team what its own packs ask. A team without packs follows the agency, in a two-state agency by the roles of its people. A closed team owes nothing after its last day.'],
  ['3.2', 'Two packs, one duty', 'The stricter number counts, relief only where both give it, and every citation is kept.'],
  ['3.3', 'Facts of the agency by date', 'What is dated after the day judged does not count, whatever record carries it; a paper carried on by a later state was in force before. Printed last days are inclusive.'],
  ['3.4', 'Weeks, months, quarters', 'Weeks run Monday to Sunday, months and quarters by the calendar. Judged from the latest of the day the records begin, the team\'s first day, the pack\'s date and twelve months ago, and without a day the records begin not before the first log; without any log only the open period.'],
  ['3.5', 'Business days', 'Monday to Friday. Holidays are not known, so the day shown is the earliest.'],
  ['3.6', 'Numbers about members', 'Only what somebody attested.'],
  ['3.7', 'Overrides', 'An agency may switch a duty off and change its number (`limit`), the months to accreditation (withinMonths) and the business days of a written notice (withinDays). Old, new and reason show wherever they act.'],
];

/** The page docs/rule-readings.md: every requirement, how its doubtful text is read, the default, and where it is changed. */
export function readingsPage(): string {
  const requirements = shippedRequirements();
  const lines: string[] = [
    '# How the rules are read',
    '',
    'Generated from the rule packs in `shared/rules/packs`; a test keeps it so. Where a text is silent or two readings are possible, this page says which one',
    'Muster uses by default and where an agency changes it. The documents themselves govern; everything here is a paraphrase.',
    '',
    '## Packs',
    '',
    row(['pack', 'title', 'version', 'staff requirements', 'of the agency and its teams', 'remark']), row(['---', '---', '---', '---', '---', '---']),
    ...packIds.map((id) => row([`\`${id}\``, packs[id].title, packs[id].version, String(packs[id].rows.length), String(packs[id].agencyRows.length), packs[id].banner ?? ''])),
    '',
    '## Every rule',
    '',
    'The numbers are those that comments in `shared/rules` cite.',
    '',
    row(['no.', 'about', 'reading']), row(['---', '---', '---']),
    ...settled.map((each) => row(each)),
    '',
  ];
  for (const group of requirementGroups) {
    lines.push(`## ${groupWords[group]}`, '');
    for (const requirement of requirements.filter((each) => each.group === group)) {
      lines.push(
        `### ${shownId(requirement.id)}: ${requirement.title}`, '',
        `${requirement.windowWords}${requirement.off ? ' Off until switched on.' : ''} Packs: ${requirement.packIds.map((id) => `\`${id}\``).join(', ')}. Source: ${requirement.citations.map(shortCitation).join('; ')}.`, '',
      );
      if (requirement.readings.length === 0) continue;
      lines.push(row(['question', 'reading', 'changed in']), row(['---', '---', '---']), ...requirement.readings.map((each) => row([each.question, each.reading, each.change])), '');
    }
  }
  const duties = shippedAgencyRequirements();
  for (const group of agencyGroups) {
    lines.push(`## The agency and its teams: ${agencyGroupWords[group].charAt(0).toLowerCase()}${agencyGroupWords[group].slice(1)}`, '');
    for (const duty of duties.filter((each) => each.group === group)) {
      lines.push(
        `### ${shownId(duty.id)}: ${duty.title}`, '',
        `${duty.ruleWords}${duty.off ? ' Off until switched on.' : ''} Owed by ${duty.scope === 'agency' ? 'the agency' : 'each team'}. Packs: ${duty.packIds.map((id) => `\`${id}\``).join(', ')}. Source: ${duty.citations.map(shortCitation).join('; ')}.`, '',
      );
      if (duty.readings.length === 0) continue;
      lines.push(row(['question', 'reading', 'changed in']), row(['---', '---', '---']), ...duty.readings.map((each) => row([each.question, each.reading, each.change])), '');
    }
  }
  lines.push('## Documents cited', '', row(['short', 'document', 'how firm']), row(['---', '---', '---']));
  for (const source of Object.values(sources)) {
    lines.push(row([source.short, source.title, { text: 'source text', public: 'public page', agency: "the agency's own" }[source.firmness]]));
  }
  return `${lines.join('\n')}\n`;
}
