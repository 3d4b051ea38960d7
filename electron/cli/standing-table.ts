import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { fullName, shownName } from '../../shared/model/person.ts';
import { explainer } from '../../shared/rules/explain.ts';
import { shownId } from '../../shared/rules/requirement.ts';
import type { Evaluation, Standing } from '../../shared/rules/standing.ts';
import { statusFacts } from '../../shared/rules/status.ts';
import { countOf, dateWords } from '../../shared/wording.ts';
import { cell, tableWidth, wrapped } from './text-table.ts';

const columns = { status: 14, due: 13 } as const;
/** An id longer than this pushes its own row to the right instead of everybody's. */
const widestId = 30;

/** The verdicts as text of at most 100 columns, grouped by person or vendor and employment, then the agency and its teams, in the order of the evaluation. */
export function evaluationTable(file: AgencyFile, evaluation: Evaluation): string {
  const explain = explainer(file, evaluation);
  const lines: string[] = [`${file.agency.name}, as of ${dateWords(evaluation.asOf)}${evaluation.knownAt === undefined ? '' : `, as known at ${evaluation.knownAt}`}`];
  const idWidth = Math.min(widestId, Math.max(0, ...evaluation.standings.map((standing) => standing.requirement.length)) + 2);
  const reasonWidth = tableWidth - 2 - idWidth - columns.status - columns.due;
  let group = '';
  for (const standing of evaluation.standings) {
    const heading = headingOf(file, standing);
    if (heading !== group) lines.push('', heading);
    group = heading;
    const due = standing.dueOn === null ? '' : dateWords(standing.dueOn);
    const lead = `  ${cell(shownId(standing.requirement), idWidth)}${cell(statusFacts[standing.status].word, columns.status)}${cell(due, columns.due)}`;
    const [first = '', ...more] = wrapped(explain(standing).brief, reasonWidth);
    lines.push(`${lead}${first}`.trimEnd(), ...more.map((each) => `${' '.repeat(lead.length)}${each}`));
  }
  return `${[...lines, '', summary(evaluation)].join('\n')}\n`;
}

/** The name of whom a standing is about, with the employment where there are several. */
function headingOf(file: AgencyFile, standing: Standing): string {
  const vendor = file.vendors?.find((each) => each.id === standing.vendorId);
  if (vendor !== undefined) return `${vendor.name} (vendor ${vendor.id})`;
  const team = file.teams?.find((each) => each.id === standing.teamId);
  if (team !== undefined) return `Team ${team.name} (${team.id})`;
  const person = file.people.find((each) => each.id === standing.personId);
  if (person === undefined) return 'The agency';
  const several = person.employments.length > 1 && standing.employmentId !== undefined;
  return `${fullName(shownName(person))} (${person.id}${several ? `, employment ${standing.employmentId}` : ''})`;
}

function summary(evaluation: Evaluation): string {
  const judged = evaluation.standings.filter((standing) => standing.status !== 'not-applicable');
  const findings = judged.filter((standing) => !statusFacts[standing.status].compliant);
  const share = judged.length === 0 ? '' : ` (${Math.round(((judged.length - findings.length) / judged.length) * 100)} % compliant)`;
  return `${countOf(judged.length, 'standing')}, ${countOf(findings.length, 'finding')}${share}.`;
}
