import type { AgencyFile } from '../../agency-file/schema.ts';
import { accreditorWords } from '../../model/agency-records/accreditation.ts';
import type { Explanation } from '../../rules/explanation.ts';
import { packs } from '../../rules/packs/packs.ts';
import type { RequirementInfo } from '../../rules/requirement.ts';
import type { Evaluation, Standing } from '../../rules/standing.ts';
import { countOf, dateWords } from '../../wording.ts';
import { appendixOf } from '../appendix.ts';
import type { Appendix, BinderFacts, Fact, ReadingRow } from '../binder-model.ts';
import { binderFacts } from '../build-binder.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { packsInForce, packWords } from '../person-facts.ts';
import { tallyOf } from '../tally.ts';
import { accreditationSection } from './accreditation.ts';
import { packetContext, type PacketContext, type PacketDuty, type PacketOptions } from './context.ts';
import { fidelitySection } from './fidelity.ts';
import { agencyStandings, packetFindings } from './findings.ts';
import { meetingsSection } from './meetings.ts';
import type { AgencyPacket } from './model.ts';
import { papersSection } from './papers.ts';
import { coverageSection, matrixSection } from './staff.ts';
import { staffingSection } from './staffing.ts';

const fact = (label: string, value: string, note: string | null = null): Fact => ({ label, value, note });

/** The award in force on the day, as printed. */
function awardFact({ records, asOf }: PacketContext): Fact {
  const decided = records.of('accreditation-decision').filter((decision) => decision.decidedOn <= asOf).sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1)).at(-1);
  if (decided === undefined) return fact('Accredited', 'no decision on record');
  const end = decided.expiresOn === undefined ? 'no expiry recorded' : `${decided.expiresOn < asOf ? 'ended' : 'through'} ${dateWords(decided.expiresOn)}`;
  return fact('Accredited', decided.outcome === 'full' ? accreditorWords[decided.accreditor].short : `${accreditorWords[decided.accreditor].short}: ${decided.outcome}`, [decided.term, end].filter((part) => part !== undefined).join(', '));
}

function frontFacts(context: PacketContext, standings: readonly Standing[]): { readonly left: readonly Fact[]; readonly right: readonly Fact[] } {
  const { agency, sites } = context.file;
  const names = context.teams.map((team) => team.name);
  return {
    left: [
      fact('Teams', String(context.teams.length), names.join(', ') || null),
      ...((sites ?? []).length === 0 ? [] : [fact('Sites', String((sites ?? []).length), (sites ?? []).map((site) => site.name).join(', '))]),
      awardFact(context),
    ],
    right: [
      fact('NPI', agency.npi ?? 'none recorded'),
      fact('Records from', agency.recordsFrom === undefined ? 'the first record' : dateWords(agency.recordsFrom), agency.recordsFrom === undefined ? null : 'earlier periods are not judged'),
      { ...packWords(context.binder, standings), note: null },
    ],
  };
}

/** Citations of everything printed, and the readings of duties beside those of staff requirements. */
function packetAppendix(context: PacketContext, standings: readonly Standing[]): Appendix {
  const titled = { ...context.binder, requirement: (id: string) => context.binder.requirement(id) ?? dutyInfo(context.duty(id)) };
  const made = appendixOf(titled, standings);
  const judged = new Set(standings.map((standing) => standing.requirement));
  const seen = new Map(made.readings.map((reading) => [reading.question, reading.reading]));
  for (const duty of context.duties) {
    if (!judged.has(duty.id)) continue;
    for (const reading of duty.readings ?? []) if (!seen.has(reading.question)) seen.set(reading.question, reading.reading);
  }
  return {
    citations: made.citations,
    readings: [...seen].map(([question, reading], index): ReadingRow => ({ number: `R-${index + 1}`, question, reading })),
    packs: packsInForce(context.binder).map((id) => ({ id, version: packs[id].version, title: packs[id].title })),
  };
}

/** A duty in the shape the appendix reads: only its title is asked for. */
const dutyInfo = (duty: PacketDuty | undefined): RequirementInfo | undefined =>
  duty === undefined ? undefined : { id: duty.id, title: duty.title, short: duty.short, group: 'files', tab: 'I', tabOrder: 0, clearance: null, kinds: [], windowWords: duty.ruleWords, parameters: {}, citations: duty.citations };

/**
 * The agency packet as plain data: what the agency holds and does, judged as of a day, beside the staff and the months of exclusion checks.
 * @param evaluation of `file`, with the same as-of and known-at as the options, and with `all`
 * @param duties every duty of the agency and its teams that a pack in use can demand
 */
export function agencyPacket(
  file: AgencyFile, evaluation: Evaluation, staff: readonly RequirementInfo[], duties: readonly PacketDuty[], explain: (standing: Standing) => Explanation, options: PacketOptions,
): AgencyPacket {
  const context = packetContext(file, evaluation, staff, duties, explain, options);
  const own = agencyStandings(context);
  const judged = evaluation.standings.filter((standing) => standing.status !== 'not-applicable');
  const facts: Omit<BinderFacts, 'fingerprint'> = { ...binderFacts(context.binder), volume: { number: 1, of: 1, words: `${countOf(context.teams.length, 'team')}, ${countOf(file.people.length, 'person', 'people')} on record` } };
  const front = { ...frontFacts(context, judged), tally: tallyOf(own.map((standing) => standing.status)), judged: own.length };
  const sections = [
    accreditationSection(context), papersSection(context), fidelitySection(context), staffingSection(context), meetingsSection(context), matrixSection(context), coverageSection(context),
  ];
  const findings = packetFindings(context);
  const appendix = packetAppendix(context, judged);
  return { facts: { ...facts, fingerprint: fingerprintOf({ facts, front, sections, findings, appendix }) }, front, sections, findings, appendix };
}
