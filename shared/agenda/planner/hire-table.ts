import type { CivilDate } from '../../civil-date.ts';
import type { ExportTable } from '../../export-table.ts';
import { shownId } from '../../rules/requirement.ts';
import { countOf, dateWords, distanceWords } from '../../wording.ts';
import type { HireLine, HirePlan, LineState } from './hire-plan.ts';

export const lineStateWords: Readonly<Record<LineState, string>> = {
  adverse: 'Adverse result', 'too-old': 'Too old that day', 'too-late': 'Too late', missing: 'To do', decide: 'A person must decide', 'in-order': 'In order', after: 'After the start',
};

const day = (date: CivilDate | null): string => (date === null ? '' : dateWords(date));

/** "usually 6 days, by 8 former ones": where the number comes from is always said. */
export const leadWords = (lead: NonNullable<HireLine['lead']>): string => `usually ${countOf(lead.days, 'day')}, by ${countOf(lead.items, 'former one')}`;

/** What is still to be done for the hire, by the last day it can be ordered or done. */
export const openLines = (plan: HirePlan): readonly HireLine[] =>
  plan.lines
    .filter((line) => line.state !== 'in-order')
    .sort((a, b) => Number(a.state === 'after') - Number(b.state === 'after') || compare(a.orderBy ?? a.doBy, b.orderBy ?? b.doBy));

const compare = (a: CivilDate | null, b: CivilDate | null): number => ((a ?? '9999') < (b ?? '9999') ? -1 : (a ?? '9999') > (b ?? '9999') ? 1 : 0);

/** The plan as a sheet: dates as ISO dates, one row a requirement. */
export function hireTable(plan: HirePlan): ExportTable {
  return {
    heads: ['Requirement', 'Id', `If hired on ${plan.hireOn}`, 'How it stands', 'On file', 'Accepted from', 'Accepted to', 'Do from', 'Do by', 'Order by', 'Usual lead time', 'Counts for hires from', 'Counts for hires to', 'Rule'],
    rows: plan.lines.map((line) => [
      line.title, shownId(line.requirement), lineStateWords[line.state], line.brief, line.onFile.join('; '), line.window.from ?? '', line.window.to ?? '', line.doFrom ?? '', line.doBy ?? '',
      line.orderBy ?? '', line.lead === null ? '' : leadWords(line.lead), line.counts?.from ?? '', line.counts?.to ?? '', line.rule,
    ]),
  };
}

/** The checklist as plain text, for a message or a sheet of paper. */
export function hireChecklist(plan: HirePlan, who: string): string {
  const line = (each: HireLine): string => {
    const span = each.doBy === null ? '' : `: ${each.doFrom === null || each.state === 'after' ? '' : `from ${day(each.doFrom)} `}to ${day(each.doBy)}`;
    const order = each.orderBy === null ? '' : `; order by ${day(each.orderBy)} (${each.lead === null ? '' : leadWords(each.lead)})`;
    return `[ ] ${each.title}${span}${order}. ${each.brief}.`;
  };
  const open = openLines(plan);
  const before = open.filter((each) => each.state !== 'after');
  const after = open.filter((each) => each.state === 'after');
  return [
    `${who}, if hired on ${dateWords(plan.hireOn)}${plan.serviceOn === plan.hireOn ? '' : `, first client on ${dateWords(plan.serviceOn)}`}`,
    earliestWords(plan),
    '',
    before.length === 0 ? 'Nothing is to be done before the start.' : 'Before the start',
    ...before.map(line),
    ...(after.length === 0 ? [] : ['', 'After the start', ...after.map(line)]),
    '',
    `Judged on ${dateWords(plan.today)}.`,
  ].join('\n');
}

/** The earliest compliant start as one statement. */
export function earliestWords({ earliest, blockers, today }: HirePlan): string {
  if (earliest === null) {
    const first = blockers[0];
    return first === undefined ? 'No day of the next four months is a compliant start.' : `No compliant start can be named: ${first.title}, ${first.because.charAt(0).toLowerCase()}${first.because.slice(1)}.`;
  }
  return `Earliest compliant start: ${dateWords(earliest.on)} · ${distanceWords(earliest.on, today)}`;
}
