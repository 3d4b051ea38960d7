import { employmentOn, employmentState, rolesOn } from '../../agenda/employment.ts';
import { compareNames } from '../../agenda/people-list.ts';
import { firstDayOf, fromDay, monthOf, plusMonths, startOfMonth, toDay, type CivilMonth } from '../../civil-date.ts';
import { listName, shownName, type Employment, type Person } from '../../model/person.ts';
import type { RequirementInfo } from '../../rules/requirement.ts';
import type { Standing } from '../../rules/standing.ts';
import { worseOf, type Status } from '../../rules/status.ts';
import { countOf, dateWords, monthWords } from '../../wording.ts';
import { heading } from './cells.ts';
import type { PacketContext } from './context.ts';
import type { GridMark, MarkRow, PacketBlock, PacketSection } from './model.ts';

type Member = { readonly person: Person; readonly employment: Employment; readonly name: string; readonly site: string | null };

/** The site of the team somebody works in; "No site" where sites are told apart and none is known. */
function siteOf(context: PacketContext, employment: Employment): string | null {
  if (!context.severalSites) return null;
  for (const span of rolesOn(employment, context.asOf)) {
    const team = span.teamId === undefined ? undefined : context.team(span.teamId);
    const site = team === undefined ? null : context.siteOf(team);
    if (site !== null) return site;
  }
  return 'No site';
}

function bySite(context: PacketContext, members: readonly Member[]): readonly Member[] {
  const names = [...(context.file.sites ?? []).map((site) => site.name), 'No site'];
  const order = (site: string | null): number => (site === null ? 0 : names.indexOf(site));
  return [...members].sort((a, b) => order(a.site) - order(b.site) || compareNames(a.name, b.name) || (a.person.id < b.person.id ? -1 : 1));
}

const memberOf = (context: PacketContext, person: Person, employment: Employment): Member =>
  ({ person, employment, name: listName(shownName(person)), site: siteOf(context, employment) });

/** Columns of one strip of the matrix, with the status in words. */
const columnsAcross = 8;

function matrixBlocks(context: PacketContext): readonly PacketBlock[] {
  const { file, asOf, staff } = context;
  const members = bySite(context, file.people.flatMap((person) => {
    const employment = employmentOn(person, asOf);
    return employment === null || employmentState(employment, asOf) !== 'employed' ? [] : [memberOf(context, person, employment)];
  }));
  const cells = new Map<string, Status>();
  for (const member of members) {
    for (const standing of context.binder.standingsOf(member.person.id, member.employment.id)) cells.set(`${member.person.id} ${standing.requirement}`, standing.status);
  }
  if (members.length === 0) return [{ kind: 'text', quiet: false, text: 'Nobody is employed on this day.' }];
  const mark = (member: Member, info: RequirementInfo): GridMark => {
    const status = cells.get(`${member.person.id} ${info.id}`);
    return status === undefined || status === 'not-applicable' ? 'none' : status;
  };
  const applying = (of: readonly Member[]): readonly RequirementInfo[] => staff.filter((info) => of.some((member) => mark(member, info) !== 'none'));
  const head: PacketBlock = {
    kind: 'figures',
    figures: [
      { value: String(members.length), label: 'people employed' }, { value: String(applying(members).length), label: 'requirements' },
      { value: String([...cells.values()].filter((status) => status !== 'not-applicable').length), label: 'verdicts' },
    ],
  };
  const sites = [...new Set(members.map((member) => member.site))];
  return [head, ...sites.flatMap((site): readonly PacketBlock[] => {
    // Sites in two states have little in common: each shows what applies there.
    const here = members.filter((member) => member.site === site);
    const shown = applying(here);
    const strips = Array.from({ length: Math.ceil(shown.length / columnsAcross) }, (_, index) => shown.slice(index * columnsAcross, (index + 1) * columnsAcross));
    return [...(site === null ? [] : [heading(site, 1, `staff/${site}`)]), ...strips.map((infos, index): PacketBlock => ({
      kind: 'marks', title: strips.length === 1 ? 'People and requirements' : `Requirements ${index * columnsAcross + 1} to ${index * columnsAcross + infos.length} of ${shown.length}`,
      labelHead: 'PERSON', labelWidth: 100, heads: infos.map((info) => info.short), words: true, empty: '',
      rows: here.map((member): MarkRow => ({ label: member.name, note: null, group: null, cells: infos.map((info) => mark(member, info)) })),
    }))];
  })];
}

/** Everybody employed on the day against every requirement in force. */
export const matrixSection = (context: PacketContext): PacketSection => ({
  id: 'staff', title: 'Staff matrix', lead: `Everybody employed on ${dateWords(context.asOf)} against every requirement in force; a dash where it does not concern the person. Personnel binders explain each verdict.`,
  blocks: matrixBlocks(context),
});

const isMonthly = (standing: Standing): boolean => standing.account.rule.kind === 'every-month' && standing.periods !== undefined;

type Covered = { readonly name: string; readonly note: string | null; readonly site: string | null; readonly months: ReadonlyMap<string, Status> };

/** The months of somebody's monthly searches, the worst verdict of each. */
function monthsOf(standings: readonly Standing[]): ReadonlyMap<string, Status> {
  const months = new Map<string, Status>();
  for (const standing of standings.filter(isMonthly)) {
    for (const { period, status } of standing.periods ?? []) months.set(period, worseOf(status, months.get(period) ?? 'not-applicable'));
  }
  return months;
}

/** Twelve months a strip, two years of them. */
const stripsOfMonths = 2;

function coverageBlocks(context: PacketContext): readonly PacketBlock[] {
  const { file, asOf, evaluation } = context;
  const people = bySite(context, file.people.flatMap((person) => person.employments.filter((each) => each.hiredOn !== undefined && each.hiredOn <= asOf).map((employment) => memberOf(context, person, employment))));
  const lines: Covered[] = people.map(({ person, employment, name, site }) => ({
    name, site, note: employment.endedOn !== undefined && employment.endedOn < asOf ? `left ${dateWords(employment.endedOn)}` : null,
    months: monthsOf(context.binder.standingsOf(person.id, employment.id)),
  }));
  for (const vendor of file.vendors ?? []) {
    lines.push({ name: vendor.name, note: 'vendor', site: context.severalSites ? 'Vendors' : null, months: monthsOf(evaluation.standings.filter((standing) => standing.vendorId === vendor.id)) });
  }
  const current = startOfMonth(toDay(asOf));
  const blocks: PacketBlock[] = [];
  for (let strip = 0; strip < stripsOfMonths; strip += 1) {
    const months = Array.from({ length: 12 }, (_, index): CivilMonth => monthOf(fromDay(plusMonths(current, index - 11 - 12 * strip))));
    const owed = lines.filter((line) => months.some((month) => line.months.has(month)));
    if (owed.length === 0) continue;
    const done = owed.flatMap((line) => months.flatMap((month) => line.months.get(month) ?? []));
    const closed = done.filter((status) => status !== 'not-yet-due' && status !== 'due-soon');
    blocks.push({ kind: 'text', quiet: false, text: `${monthWords(months[0] ?? '')} to ${monthWords(months[11] ?? '')}: ${closed.filter((status) => status === 'met' || status === 'exempt').length} of ${countOf(closed.length, 'month')} searched in full, for ${countOf(owed.length, 'person or vendor', 'people and vendors')}.` }, {
      kind: 'marks', title: `${monthWords(months[0] ?? '')} to ${monthWords(months[11] ?? '')}`, labelHead: 'WHO', labelWidth: 120, heads: months.map((month) => monthWords(month).replace(' ', '\n')), words: false, empty: '',
      rows: owed.map((line): MarkRow => ({ label: line.name, note: line.note, group: line.site, cells: months.map((month): GridMark => line.months.get(month) ?? 'outside') })),
    });
  }
  if (blocks.length === 0) return [{ kind: 'text', quiet: false, text: 'No rule in force asks for monthly searches, or no month has been judged yet.' }];
  const statuses = new Set(lines.flatMap((line) => [...line.months.values()]));
  return [{ kind: 'legend', statuses: [...statuses], outside: true }, ...blocks];
}

/** Who was searched in which month: the last two years, leavers and vendors included. */
export const coverageSection = (context: PacketContext): PacketSection => ({
  id: 'coverage', title: 'Exclusion checks, month by month', lead: `One square a calendar month, met where every list owed was searched in it. ${monthWords(fromDay(firstDayOf(monthOf(context.asOf))))} is the month of the day judged. Certificates of each month name lists, versions and decisions.`,
  blocks: coverageBlocks(context),
});
