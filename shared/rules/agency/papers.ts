import { fromDay, plusDays, toDay, type CivilDate, type Day } from '../../civil-date.ts';
import type { Credential } from '../../model/agency-records/agency-record.ts';
import { credentialTypeWords } from '../../model/agency-records/credential.ts';
import { countOf } from '../../wording.ts';
import { isValidNpi } from '../npi.ts';
import { statusRank } from '../status.ts';
import { coveredThrough, dayBefore, far, judgement, on, type Verdict } from './fidelity/verdict.ts';
import type { AgencyContext, AgencyJudge, PaperRule } from './row.ts';

type CredentialRule = Extract<PaperRule, { readonly kind: 'credential' }>;
type Context = AgencyContext<CredentialRule>;

/** A credential with its days; `from` null where nobody wrote it down, `to` Infinity without an end. */
type Paper = { readonly record: Credential; readonly name: string; readonly from: Day | null; readonly to: number; readonly inProcess: boolean; readonly ended: boolean };

const nameOf = (record: Credential): string => {
  const words = record.title ?? credentialTypeWords[record.credential];
  return record.party === undefined ? words : `${words}, ${record.party}`;
};

function paperOf(record: Credential, asOf: CivilDate): Paper {
  // A later state of the same paper may begin after the day judged: then the paper was in force before, as far as anybody knows.
  const start = record.effectiveOn ?? record.signedOn;
  const carriedOn = record.supersedes !== undefined && start !== undefined && start > asOf;
  const ended = record.endedOn !== undefined && record.endedOn <= asOf;
  const to = Math.min(record.expiresOn === undefined ? Infinity : toDay(record.expiresOn), ended ? toDay(record.endedOn) : Infinity);
  const effective = record.effectiveOn !== undefined && record.effectiveOn <= asOf;
  return { record, name: nameOf(record), from: start === undefined || carriedOn ? null : toDay(start), to, inProcess: record.inProcess === true && !effective, ended };
}

const inForce = (paper: Paper, today: Day): boolean => !paper.inProcess && (paper.from === null || paper.from <= today) && today <= paper.to;

/** Judges a paper the agency or a team must hold: the licence, an enrolment, an agreement, a policy (S2 Agency 1 and 8; S4 Provider Qualifications). */
export const judgeCredential: AgencyJudge<CredentialRule> = (context) => {
  const { records, row, asOf, team, file } = context;
  const closed = new Set((file.teams ?? []).filter((each) => each.closedOn !== undefined && each.closedOn < asOf).map((each) => each.id));
  const concerns = ({ teamId, siteId }: Credential): boolean =>
    team === null ? teamId === undefined || !closed.has(teamId) : (teamId === undefined || teamId === team.id) && (siteId === undefined || siteId === team.siteId);
  const papers = records.of('credential').filter((each) => row.rule.types.includes(each.credential) && concerns(each)).map((each) => paperOf(each, asOf));
  const groups = new Map<string, Paper[]>();
  for (const paper of papers) {
    const key = `${paper.record.teamId ?? ''}\n${paper.record.siteId ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [paper]);
    else group.push(paper);
  }
  const live = [...groups.values()].filter((group) => group.some((paper) => !paper.ended));
  const judged = (live.length > 0 ? live : [...groups.values()]).map((group) => paperVerdict(context, group));
  const worst = judged.reduce<Verdict | null>((first, each) => (first === null || statusRank(each.status) < statusRank(first.status) || (each.status === first.status && earlier(each, first)) ? each : first), null);
  return judgement(worst ?? nothing(context));
};

const earlier = (one: Verdict, other: Verdict): boolean => one.dueOn !== null && (other.dueOn === null || one.dueOn < other.dueOn);

function ruleWords({ row }: Context): string {
  const { rule } = row;
  if (rule.before === 'implementation') return 'It is signed and submitted before the team gives the service.';
  return rule.inProcess === true ? 'It must be in force, or applied for.' : 'It must be in force on every day.';
}

/** An agency with integrated services needs no memorandum, and nobody records whether it has them: there a person decides. */
function nothing(context: Context): Verdict {
  const conditional = context.row.rule.before === 'implementation';
  return {
    status: conditional ? 'review' : 'overdue', onTime: null, dueOn: null, missing: [context.row.title], evidenceIds: [],
    fact: 'Nothing is on file.', rule: ruleWords(context),
    consequence: conditional ? 'Record it, or switch the requirement off where the agency has integrated behavioral health services of its own.' : 'It is overdue until it is recorded.',
    brief: 'Nothing on file', headline: `${context.row.title} is not on file`,
  };
}

function paperVerdict(context: Context, group: readonly Paper[]): Verdict {
  const { row, today, asOf } = context;
  const current = group.filter((paper) => inForce(paper, today));
  const best = current.reduce<Paper | null>((first, each) => (first === null || each.to > first.to ? each : first), null);
  if (best !== null) return row.rule.before === 'implementation' ? submitted(context, group, best) : covered(context, group, best);
  const applied = group.find((paper) => paper.inProcess && !paper.ended && (paper.record.appliedOn === undefined || paper.record.appliedOn <= asOf));
  if (applied !== undefined) {
    const accepted = row.rule.inProcess === true;
    return {
      status: accepted ? 'met' : 'overdue', onTime: accepted ? true : null, dueOn: null, evidenceIds: [applied.record.id],
      fact: `${applied.name} is in process${applied.record.appliedOn === undefined ? '' : `, applied for on ${on(toDay(applied.record.appliedOn))}`}.`,
      rule: ruleWords(context), consequence: accepted ? '' : 'It is not in force yet.', brief: 'Applied for, not in force yet', headline: accepted ? row.title : `${row.title} is not in force yet`,
    };
  }
  const last = group.filter((paper) => paper.to < today).reduce<Paper | null>((latest, each) => (latest === null || each.to > latest.to ? each : latest), null);
  if (last === null) {
    const next = group[0];
    return { ...nothing(context), evidenceIds: next === undefined ? [] : [next.record.id], fact: next?.from == null ? 'Nothing is in force.' : `${next.name} is in force from ${on(next.from)} only.`, brief: 'Not in force yet', headline: `${row.title} is not in force` };
  }
  const end = last.to as Day;
  const days = countOf(today - end, 'day');
  return {
    status: 'expired', onTime: false, dueOn: end, validThrough: end, lapses: [{ from: plusDays(end, 1), to: today }], evidenceIds: [last.record.id],
    fact: `${last.name} ended on ${on(end)}, ${days} ago.`, rule: ruleWords(context), consequence: 'Nothing has taken its place.',
    brief: `Ended ${days} ago`, headline: `${row.title} ended on ${on(end)}`,
    sums: [`${on(end)}, the last day inclusive, to ${on(today)} = ${days}.`],
    arithmetic: [{ label: 'Last day in force', value: on(end) }, { label: `Past on ${on(today)}`, value: days, mark: 'over' }],
    timeline: { cover: last.from === null ? [] : [{ from: fromDay(last.from), to: fromDay(end) }] },
  };
}

/** The last day of cover before a paper began, where days without cover lie between; null where it followed on. */
function holeBefore(group: readonly Paper[], best: Paper): Day | null {
  if (best.from === null) return null;
  const { from } = best;
  const before = group.filter((paper) => paper !== best && !paper.inProcess && (paper.from === null || paper.from < from));
  if (before.length === 0) return null;
  const end = Math.max(...before.map((paper) => paper.to));
  return end + 1 < from ? (end as Day) : null;
}

function covered(context: Context, group: readonly Paper[], best: Paper): Verdict {
  const { row, today, asOf, soonDays, recordsFrom } = context;
  const { record } = best;
  const review = record.reviewOn === undefined ? null : toDay(record.reviewOn);
  const end = best.to === Infinity ? null : (best.to as Day);
  const found = holeBefore(group, best);
  const hole = found !== null && (recordsFrom === null || found >= recordsFrom) ? found : null;
  const shared = {
    onTime: hole === null, validThrough: end, evidenceIds: [record.id], rule: ruleWords(context),
    ...(hole === null || best.from === null ? {} : { lapses: [{ from: plusDays(hole, 1), to: dayBefore(best.from) }] }),
    timeline: { cover: best.from === null ? [] : [{ from: fromDay(best.from), to: end === null ? null : fromDay(end) }] },
  };
  if (review !== null && today > review && row.rule.types.includes('drug-free-workplace')) {
    return {
      ...shared, status: 'review', onTime: null, dueOn: review,
      fact: `${best.name} is in force; the day set for its review, ${far(review, asOf)}, has passed.`, consequence: 'A person must review it.',
      brief: `Review was due ${on(review)}`, headline: `${row.title}: its review was due on ${on(review)}`, effect: 'Open. Ends when the review is recorded.',
    };
  }
  const reviewNext = review !== null && row.rule.types.includes('drug-free-workplace') && (end === null || review < end);
  const due = reviewNext ? review : end;
  const status = due === null ? (hole === null ? 'met' : 'late') : coveredThrough(due, hole !== null, { today, soonDays });
  return {
    ...shared, status, dueOn: due,
    fact: `${best.name} is in force${end === null ? '' : ` through ${far(end, asOf)}`}${best.from === null ? '' : `, since ${on(best.from)}`}${hole === null ? '' : `; before it nothing covered ${on(plusDays(hole, 1))} to ${best.from === null ? '' : on(dayBefore(best.from))}`}.`,
    consequence: reviewNext ? `Its review is set for ${far(review, asOf)}.` : status === 'late' ? 'The lapse stays in the history.' : '',
    brief: end === null ? 'In force, no printed end' : `In force through ${on(end)}`,
    headline: hole === null ? (status === 'expiring' && due !== null ? `${row.title}: ${reviewNext ? 'review set for' : 'ends on'} ${on(due)}` : row.title) : `${row.title} had lapsed before it was renewed`,
  };
}

/** Submitted before the team's first day: strictly; the day itself waits for a person. */
function submitted(context: Context, group: readonly Paper[], best: Paper): Verdict {
  const { team, asOf } = context;
  const cover = covered(context, group, best);
  const began = team?.implementedOn === undefined ? null : toDay(team.implementedOn);
  const days = group.flatMap(({ record }) => (record.submittedOn === undefined || record.submittedOn > asOf ? [] : [toDay(record.submittedOn)]));
  const missing = [...(days.length === 0 ? ['the day it was submitted'] : []), ...(group.some(({ record }) => record.signedOn !== undefined && record.signedOn <= asOf) ? [] : ['the day it was signed'])];
  if (missing.length > 0) {
    return { ...cover, status: 'incomplete', onTime: null, missing, fact: `${best.name} is on file without ${missing.join(' and ')}.`, consequence: '', brief: `Lacks ${missing.join(' and ')}`, headline: `${context.row.title} is not complete` };
  }
  const first = Math.min(...days) as Day;
  if (began === null || first < began) return { ...cover, fact: `${cover.fact.slice(0, -1)}, submitted on ${on(first)}${began === null ? '' : `, ${countOf(began - first, 'day')} before the team began`}.` };
  if (first === began) {
    return { ...cover, status: 'review', onTime: null, fact: `${best.name} was submitted on ${on(first)}, the day the team began.`, consequence: 'A person must show which came first.', brief: 'Submitted on the first day', headline: `${context.row.title} was submitted on the first day of the team` };
  }
  const late = countOf(first - began, 'day');
  return {
    ...cover, status: cover.status === 'expired' ? 'expired' : 'late', onTime: false,
    fact: `${best.name} was submitted on ${on(first)}, ${late} after the team began.`, consequence: 'The delay stays in the history.',
    brief: `Submitted ${late} after the start`, headline: `${context.row.title} was submitted after the team began`, sums: [`${on(began)} to ${on(first)} = ${late} late.`],
  };
}

/** Judges the agency's own provider number by its check digit (S2 Agency 12). */
export const judgeNpi: AgencyJudge<Extract<PaperRule, { readonly kind: 'npi' }>> = ({ file, row }) => {
  const { npi } = file.agency;
  const rule = 'An agency has a National Provider Identifier and puts it on its claims.';
  if (npi === undefined || npi.trim() === '') {
    return judgement({ status: 'overdue', onTime: null, dueOn: null, missing: ["the agency's NPI"], evidenceIds: [], fact: 'No number is on file.', rule, consequence: 'It is overdue until it is recorded.', brief: 'No number on file', headline: "The agency's NPI is not on file" });
  }
  const valid = isValidNpi(npi);
  return judgement({
    status: valid ? 'met' : 'review', onTime: valid ? true : null, dueOn: null, evidenceIds: [],
    fact: valid ? `${npi} has ten digits and a valid check digit.` : `${npi} has no valid check digit.`, rule, consequence: valid ? '' : 'A person must compare it with the registry.',
    brief: valid ? `NPI ${npi}` : 'Check digit does not fit', headline: valid ? row.title : "The agency's NPI does not fit its check digit", effect: 'Open. Ends when the number is corrected.',
  });
};
