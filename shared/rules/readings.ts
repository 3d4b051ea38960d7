import { packIds } from '../model/agency.ts';
import { shippedRequirements } from './catalogue.ts';
import { packs } from './packs/packs.ts';
import { shortCitation, sources } from './packs/sources.ts';
import { groupWords, requirementGroups, shownId } from './requirement.ts';

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** Readings that hold for every rule: the arithmetic of windows and the words of statuses (rules 0.2, 0.3, 0.6). */
const general: readonly (readonly [string, string])[] = [
  ['The day judged', 'The earlier of the as-of day and the last day worked, which is inclusive. Somebody who has left is judged as of that day for ever.'],
  ['Counting days', 'Calendar days. "Within N days of X" counts X as day 0 and accepts day N. "Not over N days before X" accepts exactly N.'],
  ['Months and years', 'The same day of the month; where the month is shorter, its last day. 29 February plus one year is 28 February.'],
  ['What counts when', 'A fact counts from its date (the later of performed and result). When it was recorded matters to known-at only.'],
  ['Near', 'Due soon and expiring begin 30 days ahead, inclusive; an open calendar month is due soon from ten days before its end.'],
  ['Several items', 'The best counts, but the most recent result decides between pass and fail; a failing result is answered by a passing one of the same day or later.'],
  ['Late', 'The item in force came after its deadline. A renewal on time begins a clean cycle; a one-time duty done late stays late. The history is kept in "on time" and in the lapses.'],
  ['A renewal on the next day', 'Dated the day after the last valid day it leaves no lapse.'],
  ['Cards that run out before the first deadline', 'Leave the requirement open until that deadline. A card that ended before the beginning is nothing on file.'],
  ['A printed expiry', 'Is inclusive and comes before a computed one.'],
  ['Missing parts', 'Before the deadline the requirement is open and names them. After it: nothing on file is overdue, something on file is incomplete.'],
  ['Undated items, checks without a result', 'A person decides.'],
  ['Two packs with one requirement', 'One standing; the strictest window, every citation.'],
  ['No hire date yet', 'Judged "if hired on" the planned day; no periods are owed.'],
  ['A check whose paper is missing', 'Incomplete, on time all the same: the check was made, its proof is not filed.'],
  ['Days without cover', 'Counted from the first day cover was owed, all parts together. Evidence that waits for a decision counts as cover until it is decided.'],
  ['A period asked for', 'Its days are those on which the employment existed; covered days are those without a lapse.'],
  ['After an adverse result', 'Only what answers it can count: a clear check from before it proves nothing.'],
  ['Recording dates', 'An instant of the known-at moment is inclusive; a bare date is the end of that day in the agency time zone.'],
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
    row(['pack', 'title', 'version', 'staff requirements', 'remark']), row(['---', '---', '---', '---', '---']),
    ...packIds.map((id) => row([`\`${id}\``, packs[id].title, packs[id].version, String(packs[id].rows.length), packs[id].banner ?? ''])),
    '',
    '## Every rule',
    '',
    row(['question', 'reading']), row(['---', '---']),
    ...general.map((each) => row(each)),
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
  lines.push('## Documents cited', '', row(['short', 'document', 'how firm']), row(['---', '---', '---']));
  for (const source of Object.values(sources)) {
    lines.push(row([source.short, source.title, { text: 'source text', public: 'public page', agency: "the agency's own" }[source.firmness]]));
  }
  return `${lines.join('\n')}\n`;
}
