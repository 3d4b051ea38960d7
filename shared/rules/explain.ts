import type { AgencyFile } from '../agency-file/schema.ts';
import { toDay, type CivilDate } from '../civil-date.ts';
import { countOf, dateWords, distanceWords } from '../wording.ts';
import { judgedOn } from './evaluate.ts';
import { factOf, upper } from './explain/facts.ts';
import { ruleSentence } from './explain/rule-sentence.ts';
import { arithmeticOf, periodCounts, periodWords, sumOf } from './explain/sums.ts';
import { listed, partWords, type Sources } from './explain/words.ts';
import type { ArithmeticLine, Explanation, Timeline } from './explanation.ts';
import { requirementTitles } from './packs/packs.ts';
import type { Evaluation, PartAccount, Standing } from './standing.ts';
import { lastingStatuses, statusFacts, statusRank } from './status.ts';

type Wording = { readonly standing: Standing; readonly today: CivilDate; readonly asOf: CivilDate; readonly title: string; readonly sources: Sources };

/** Prepares the wording of an evaluation: a function from a standing to its explanation. */
export function explainer(file: AgencyFile, evaluation: Evaluation): (standing: Standing) => Explanation {
  const sources: Sources = {
    evidence: new Map(file.evidence.map((item) => [item.id, item])),
    checks: new Map((file.exclusionChecks ?? []).map((check) => [check.id, check])),
  };
  const lastDays = new Map(file.people.flatMap((person) => person.employments.map((employment) => [`${person.id} ${employment.id}`, employment.endedOn])));
  const vendorEnds = new Map((file.vendors ?? []).map((vendor) => [vendor.id, vendor.to]));
  const ownTitles = new Map((file.agency.customRequirements ?? []).map((own) => [own.id, own.title]));
  return (standing) => {
    if (standing.explanation !== undefined) return standing.explanation();
    const end = standing.vendorId === undefined
      ? lastDays.get(`${standing.personId ?? ''} ${standing.employmentId ?? ''}`)
      : vendorEnds.get(standing.vendorId);
    const title = requirementTitles.get(standing.requirement) ?? ownTitles.get(standing.requirement) ?? standing.requirement;
    return explain({ standing, today: judgedOn(evaluation.asOf, end), asOf: evaluation.asOf, title, sources });
  };
}

/** The parts that gave the standing its verdict, worst first. */
function deciding(standing: Standing): readonly PartAccount[] {
  const same = standing.account.parts.filter((part) => part.status === standing.status);
  return same.length > 0 ? same : [...standing.account.parts].sort((a, b) => statusRank(a.status) - statusRank(b.status)).slice(0, 1);
}

function explain(wording: Wording): Explanation {
  const { standing, today } = wording;
  const parts = deciding(standing);
  const { anchor, window } = standing.account;
  return {
    reason: reasonOf(wording, parts),
    brief: briefOf(wording, parts),
    headline: headlineOf(wording, parts),
    sums: sumsOf(wording),
    arithmetic: parts[0] === undefined ? periodArithmetic(standing) : arithmeticOf(parts[0], standing, today),
    missing: missingWords(wording),
    effect: effectOf(wording),
    timeline: timelineOf(standing, anchor?.on ?? null, window),
  };
}

function reasonOf(wording: Wording, parts: readonly PartAccount[]): string {
  const { standing, today } = wording;
  if (standing.status === 'not-applicable') return 'The requirement does not concern this person on this day.';
  const nothing = parts.every((part) => part.why.code === 'nothing-on-file');
  const fact = standing.periods !== undefined
    ? periodFact(standing)
    : nothing
      ? nothingFact(wording)
      : parts.slice(0, 2).map((part) => factOf(part, { standing, today })).join(' ');
  const rest = [fact, ruleSentence(standing), consequenceOf(wording)].filter((sentence) => sentence !== '');
  return [...rest, ...standing.account.notes].join(' ');
}

function nothingFact({ standing, sources }: Wording): string {
  const missing = standing.missing ?? [];
  if (missing.length === 0) return 'Nothing acceptable is on file.';
  const total = standing.account.parts.length;
  const words = missing.map((part) => partWords(part, sources));
  if (missing.length === 1 && missing[0] === 'document') return 'It is recorded, but its result is not on file.';
  return total > missing.length
    ? `${String(total - missing.length)} of ${String(total)} on file; missing: ${listed(words)}.`
    : `Nothing acceptable is on file: ${listed(words)}.`;
}

function periodFact(standing: Standing): string {
  const { closed, met } = periodCounts(standing);
  const bad = (standing.periods ?? []).filter((period) => !statusFacts[period.status].compliant);
  const open = (standing.periods ?? []).find((period) => period.status === 'due-soon' || period.status === 'not-yet-due');
  const unit = unitOf(standing);
  const counted = closed === 0 ? `No ${unit} has closed yet.` : `${String(met)} of ${countOf(closed, `closed ${unit}`)} complete.`;
  const words = bad.map((period) => `${periodWords(period.period)} ${periodVerdict(period.status, unit)}${period.missing === undefined || period.status === 'gap' ? '' : ` (${listed(period.missing.map((part) => partWords(part)))})`}`);
  const said = bad.length === 0 ? '' : ` ${upper(listed(words))}.`;
  const still = open === undefined || (bad.length > 0 && open.status === 'not-yet-due') ? '' : ` ${periodWords(open.period)} is open${open.missing === undefined ? '' : `, ${listed(open.missing.map((part) => partWords(part)))} outstanding`}.`;
  return `${counted}${said}${still}`;
}

const unitOf = (standing: Standing): 'year' | 'month' => (standing.account.rule.kind === 'hours-per-year' ? 'year' : 'month');

const periodVerdict = (status: Standing['status'], unit: string): string =>
  status === 'gap' ? 'has none' : status === 'incomplete' ? 'is incomplete' : status === 'review' ? (unit === 'year' ? 'waits for a decision' : 'has an undecided match') : status === 'fail' ? 'has a confirmed match' : statusFacts[status].word.toLowerCase();

/** Whether the moment a window is measured from still lies ahead, so that what is too old for it can be done again. */
const ahead = (standing: Standing, today: CivilDate): boolean => (standing.account.anchor?.on ?? today) > today;

/** What the verdict means today, as one sentence. */
function consequenceOf({ standing, today }: Wording): string {
  const due = standing.dueOn;
  const distance = (date: CivilDate): string => `${dateWords(date)} · ${distanceWords(date, today)}`;
  const anchor = standing.account.anchor;
  const hire = anchor?.on == null ? 'this hire' : `the ${anchor.name} of ${dateWords(anchor.on)}`;
  switch (standing.status) {
    case 'stale': return ahead(standing, today) ? `A new one before ${hire} still counts.` : `Nothing recorded later can change this for ${hire}.`;
    case 'late': return standing.validThrough === null ? 'It was done late and is valid today; the delay stays in the history.' : `It is valid today, through ${distance(standing.validThrough)}; the delay stays in the history.`;
    case 'gap': return 'A later check does not repair a closed period.';
    case 'fail': return 'Stop work until a person has settled it.';
    case 'review': return 'A person must decide.';
    case 'overdue': return due === null ? 'It is overdue.' : `It was due ${distance(due)}.`;
    case 'incomplete': return due === null || standing.periods !== undefined ? '' : `The whole was due ${distance(due)}.`;
    case 'expired': return standing.validThrough === null ? 'Cover has ended.' : `Cover ended ${distance(standing.validThrough)}.`;
    case 'due-soon':
    case 'not-yet-due': return due === null ? 'No date is set yet.' : `It is open until ${distance(due)}.`;
    case 'expiring':
    case 'met': {
      const lapses = standing.lapses?.length ?? 0;
      const past = lapses > 0 && standing.periods === undefined ? ` ${countOf(lapses, 'earlier lapse')} ${lapses === 1 ? 'stays' : 'stay'} in the history.` : '';
      if (standing.periods !== undefined) return due === null ? '' : `The next is due ${distance(due)}.`;
      return `${standing.validThrough === null ? 'It is met, without an end.' : `It is met through ${distance(standing.validThrough)}.`}${past}`;
    }
    case 'exempt':
    case 'not-applicable': return '';
  }
}

const absent: readonly Standing['status'][] = ['incomplete', 'overdue', 'due-soon', 'not-yet-due'];

function briefOf(wording: Wording, parts: readonly PartAccount[]): string {
  const { standing, today } = wording;
  if (standing.periods !== undefined) {
    const { closed, met } = periodCounts(standing);
    return closed === 0 ? 'First period still open' : `${String(met)} of ${String(closed)} closed ${unitOf(standing)}s complete`;
  }
  const missing = absent.includes(standing.status) ? missingWords(wording) : null;
  if (missing !== null) return missing;
  const part = parts[0];
  if (part === undefined) return '';
  const { why } = part;
  const anchor = standing.account.anchor?.name ?? 'hire';
  switch (why.code) {
    case 'age':
      if (why.ageDays === 0) return `On the day of ${anchor}${part.status === 'met' ? ', which came first is settled' : ''}`;
      if (why.ageDays < 0) return `Done ${countOf(-why.ageDays, 'day')} after ${anchor}`;
      return `${countOf(why.ageDays, 'day')} before ${anchor}${why.maxAgeDays === null ? '' : `, limit ${String(why.maxAgeDays)}`}`;
    case 'done':
      return why.daysLate > 0 ? `Done ${countOf(why.daysLate, 'day')} late` : standing.account.parts.length > 1 ? `${String(standing.account.parts.length)} of ${String(standing.account.parts.length)} parts, ${dateWords(why.on)}` : `Dated ${dateWords(why.on)}`;
    case 'nothing-on-file': return why.deadline === null ? 'Nothing on file, no date set' : 'Nothing on file';
    case 'expired': return `Cover ended ${dateWords(why.validThrough)}, not renewed`;
    case 'same-day': return `Same day as the ${anchor}: attest the order`;
    default: return factOf({ ...part, part: null }, { standing, today }).replace(/\.$/, '');
  }
}

function headlineOf({ standing, title, today }: Wording, parts: readonly PartAccount[]): string {
  const { why } = parts[0] ?? { why: null };
  const anchor = standing.account.anchor?.name ?? 'hire';
  switch (standing.status) {
    case 'stale': return `${title} ${ahead(standing, today) ? 'will be' : 'was'} too old on the day of ${anchor}`;
    case 'late': return why?.code === 'done' ? `${title} done ${countOf(why.daysLate, 'day')} after its deadline` : why?.code === 'age' ? `${title} done ${countOf(-why.ageDays, 'day')} after the ${anchor}` : `${title} done late`;
    case 'gap': {
      const missed = (standing.periods ?? []).filter((period) => period.status === 'gap');
      const unit = unitOf(standing);
      return `${title}: ${countOf(missed.length, unit)} with nothing`;
    }
    case 'expired': return why?.code === 'expired' ? `${title} lapsed on ${dateWords(why.validThrough)}` : `${title} has lapsed`;
    case 'incomplete': {
      const short = (standing.periods ?? []).filter((period) => period.status === 'incomplete');
      if (short.length > 0) return `${title}: ${countOf(short.length, unitOf(standing))} incomplete`;
      return `${title}: ${listed((standing.missing ?? []).map((part) => partWords(part))) || 'a part'} missing`;
    }
    case 'overdue': return standing.dueOn === null ? `${title} is not on file` : `${title} not on file, due ${dateWords(standing.dueOn)}`;
    case 'review': return `${title}: a person must decide`;
    case 'fail': return `${title}: adverse result`;
    case 'due-soon':
    case 'not-yet-due': return standing.dueOn === null ? `${title} is open` : `${title} is open until ${dateWords(standing.dueOn)}`;
    case 'expiring': return standing.validThrough === null ? title : `${title} ends ${dateWords(standing.validThrough)}, ${distanceWords(standing.validThrough, today)}`;
    case 'met':
    case 'exempt':
    case 'not-applicable': return title;
  }
}

function sumsOf({ standing, today }: Wording): readonly string[] {
  if (standing.periods === undefined) return standing.account.parts.flatMap((part) => sumOf(part, standing, today) ?? factOf(part, { standing, today }));
  const { closed, met } = periodCounts(standing);
  const bad = standing.periods.filter((period) => !statusFacts[period.status].compliant);
  const unit = unitOf(standing);
  return [`${String(met)} of ${String(closed)} complete${bad.length === 0 ? '.' : `; ${listed(bad.map((period) => `${periodWords(period.period)} ${periodVerdict(period.status, unit)}`))}.`}`];
}

function periodArithmetic(standing: Standing): readonly ArithmeticLine[] {
  if (standing.periods === undefined) return [];
  const { closed, met } = periodCounts(standing);
  return [
    { label: 'Closed periods', value: String(closed) },
    { label: '− Complete', value: String(met) },
    { label: '= Not complete', value: String(closed - met), mark: closed === met ? 'total' : 'over' },
  ];
}

function missingWords({ standing, sources }: Wording): string | null {
  const missing = standing.missing ?? [];
  if (missing.length === 0 || standing.periods !== undefined) return null;
  const words = listed(missing.map((part) => partWords(part, sources)));
  const total = standing.account.parts.length;
  return total > 1 && missing.length <= total ? `${String(total - missing.length)} of ${String(total)}: ${words} missing` : `${upper(words)} missing`;
}

function effectOf({ standing, title, today }: Wording): string | null {
  if (statusFacts[standing.status].compliant) return null;
  if (standing.status === 'stale' && ahead(standing, today)) return 'Open. Ends when a newer one is on file before that day.';
  if (lastingStatuses.includes(standing.status)) {
    const hire = standing.account.anchor?.on;
    if (standing.status === 'gap') return 'Permanent. A later check does not repair a closed period.';
    if (standing.status === 'late') return standing.validThrough === null ? 'Permanent in the history; valid today.' : `Permanent in the history; valid to ${dateWords(standing.validThrough)}.`;
    return hire == null ? 'Permanent.' : `Permanent for the ${standing.account.anchor?.name ?? 'hire'} of ${dateWords(hire)}.`;
  }
  if (standing.status === 'review') return 'No verdict until a person decides.';
  if (standing.status === 'fail') return 'Open. Ends when a later clear result or a decision answers it.';
  if (standing.status === 'incomplete' && standing.periods !== undefined) return 'Permanent. A later check does not repair a closed period.';
  return `Open. Ends when ${standing.status === 'incomplete' ? 'what is missing' : title.charAt(0).toLowerCase() + title.slice(1)} is on file.`;
}

function timelineOf(standing: Standing, anchor: CivilDate | null, window: Standing['account']['window']): Timeline {
  const cover = standing.account.parts.flatMap((part) => part.cover.filter((span) => span.evidenceId !== ''));
  const open = standing.status === 'not-yet-due' || standing.status === 'due-soon' || standing.status === 'overdue';
  const dots = standing.account.parts.flatMap((part) => (part.why.code === 'age' ? [part.why.performedOn] : []));
  return {
    anchor,
    window,
    dots: [...new Set([...dots, ...cover.map((span) => span.from)])].sort((a, b) => toDay(a) - toDay(b)),
    cover: cover.map(({ from, to }) => ({ from, to })),
    lapses: standing.lapses ?? [],
    openUntil: open ? standing.dueOn : null,
  };
}

