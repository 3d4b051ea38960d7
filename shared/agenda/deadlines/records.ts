import type { CivilDate } from '../../civil-date.ts';
import { accreditationTaskWords, accreditorWords } from '../../model/agency-records/accreditation.ts';
import type { AccreditationDecision, AgencyRecord, Credential, FidelityPlan } from '../../model/agency-records/agency-record.ts';
import { credentialTypeWords } from '../../model/agency-records/credential.ts';
import { noticesOwed } from '../../model/agency-records/notices.ts';
import { correctionWords, isDone, surveyStates } from '../survey/survey-state.ts';
import type { Deadlines } from './context.ts';
import type { Deadline, DeadlineArea, DeadlineGoal } from './deadline.ts';
import { noticeKey, recordKey } from './key.ts';
import { statusByDay } from './near.ts';

/** What a plain day of a record has none of: a requirement, somebody named to act, a text that demands it. */
const sourceless = { requirement: null, personId: null, citations: [] } as const;

/** A day a record carries. `part` tells the days of one record apart in the key. */
type RecordDay = { readonly record: AgencyRecord; readonly part: string; readonly area: DeadlineArea; readonly what: string; readonly on: CivilDate; readonly runsOut: boolean; readonly surveyId?: string };

const nameOf = (paper: Credential): string => {
  const name = paper.title ?? credentialTypeWords[paper.credential];
  return paper.party === undefined ? name : `${name}, ${paper.party}`;
};

const paperWords = (paper: Credential, part: 'expires' | 'review'): string => (part === 'expires' ? `${nameOf(paper)} expires` : `${nameOf(paper)}, review due`);
const awardWords = ({ accreditor }: AccreditationDecision): string => `${accreditorWords[accreditor].short} accreditation expires`;

/** What a paper or an award says of a day it carries: it ends, or is to be reviewed; null where it does not carry that day. */
export function dayWords(record: AgencyRecord, on: CivilDate): string | null {
  if (record.kind === 'accreditation-decision') return record.expiresOn === on ? awardWords(record) : null;
  if (record.kind !== 'credential') return null;
  return record.expiresOn === on ? paperWords(record, 'expires') : record.reviewOn === on ? paperWords(record, 'review') : null;
}

const sameThing = (one: Credential, other: Credential): boolean =>
  one.credential === other.credential && one.party === other.party && one.title === other.title && one.teamId === other.teamId && one.siteId === other.siteId;

/** A later paper of the same kind about the same thing carries this one on: its day no longer asks for anything. */
const isCarriedOn = (paper: Credential, all: readonly Credential[]): boolean =>
  all.some((other) => other !== paper && sameThing(paper, other) && other.inProcess === undefined && (other.expiresOn === undefined || paper.expiresOn === undefined ? (other.effectiveOn ?? '') > (paper.effectiveOn ?? '') : other.expiresOn > paper.expiresOn));

function* ofCredentials({ records, evaluation: { asOf } }: Deadlines): Generator<RecordDay> {
  const all = records.of('credential').filter((paper) => paper.endedOn === undefined || paper.endedOn >= asOf);
  for (const paper of all) {
    if (isCarriedOn(paper, all)) continue;
    const base = { record: paper, area: 'papers' as const };
    if (paper.expiresOn !== undefined && (paper.endedOn === undefined || paper.endedOn > paper.expiresOn)) {
      yield { ...base, part: 'expires', what: paperWords(paper, 'expires'), on: paper.expiresOn, runsOut: true };
    }
    if (paper.reviewOn !== undefined && (paper.endedOn === undefined || paper.endedOn > paper.reviewOn)) {
      yield { ...base, part: 'review', what: paperWords(paper, 'review'), on: paper.reviewOn, runsOut: false };
    }
  }
}

/** The last decision of an accreditor by the day. An award followed by another decision does not run out. */
function isCurrent(decision: AccreditationDecision, all: readonly AccreditationDecision[]): boolean {
  return !all.some((other) => other !== decision && other.accreditor === decision.accreditor && other.decidedOn > decision.decidedOn);
}

function* ofAccreditation({ records, evaluation: { asOf } }: Deadlines): Generator<RecordDay> {
  const area = 'accreditation' as const;
  for (const task of records.of('accreditation-task')) {
    if (task.doneOn !== undefined && task.doneOn <= asOf) continue;
    yield { record: task, part: 'due', area, what: `${task.title ?? accreditationTaskWords[task.task]} for ${accreditorWords[task.accreditor].short} due`, on: task.dueOn, runsOut: false };
  }
  for (const survey of records.of('accreditation-survey')) {
    if (survey.plannedOn === undefined || (survey.heldOn !== undefined && survey.heldOn <= asOf)) continue;
    yield { record: survey, part: 'planned', area, what: `${accreditorWords[survey.accreditor].short} survey planned`, on: survey.plannedOn, runsOut: false };
  }
  const decisions = records.of('accreditation-decision').filter((decision) => decision.decidedOn <= asOf);
  for (const decision of decisions) {
    if (decision.expiresOn === undefined || decision.outcome === 'denied' || decision.outcome === 'lost' || !isCurrent(decision, decisions)) continue;
    yield { record: decision, part: 'expires', area, what: awardWords(decision), on: decision.expiresOn, runsOut: true };
  }
}

/** Lines of a plan have no ids: the item they are about names them, and their place among the lines of that item. */
function* linesOf(plan: FidelityPlan): Generator<{ readonly part: string; readonly line: FidelityPlan['lines'][number] }> {
  const counts = new Map<string, number>();
  for (const line of plan.lines) {
    const item = line.item === undefined ? 'general' : `item ${line.item}`;
    const place = (counts.get(item) ?? 0) + 1;
    counts.set(item, place);
    yield { part: `line ${item} ${place}`, line };
  }
}

function* ofFidelity({ records, evaluation: { asOf } }: Deadlines): Generator<RecordDay> {
  const area = 'fidelity' as const;
  for (const review of records.of('fidelity-review')) {
    if (review.plannedOn === undefined || (review.heldFrom !== undefined && review.heldFrom <= asOf)) continue;
    yield { record: review, part: 'planned', area, what: review.review === 'external' ? 'Fidelity review planned' : 'Self-evaluation planned', on: review.plannedOn, runsOut: false };
  }
  for (const plan of records.of('fidelity-plan')) {
    if (plan.implementedOn !== undefined && plan.implementedOn <= asOf) continue;
    if (plan.dueOn !== undefined && (plan.submittedOn === undefined || plan.submittedOn > asOf)) {
      yield { record: plan, part: 'due', area, what: 'Corrective action plan due', on: plan.dueOn, runsOut: false };
    }
    for (const { part, line } of linesOf(plan)) {
      if (line.dueOn === undefined || (line.doneOn !== undefined && line.doneOn <= asOf)) continue;
      yield { record: plan, part, area, what: `Plan, ${line.item === undefined ? 'general' : `item ${line.item}`}: ${line.action}`, on: line.dueOn, runsOut: false };
    }
  }
}

/** The plans of correction of surveys. A line whose finding went with somebody's file asks for nothing. */
function* ofSurveys({ records, evaluation: { asOf }, soonDays }: Deadlines): Generator<RecordDay> {
  for (const { plan } of surveyStates(records, asOf, soonDays)) {
    for (const line of plan) {
      const { correction, survey } = line;
      if (!isDone(line)) yield { record: correction, part: 'due', area: 'surveys', what: correctionWords(correction), on: correction.dueOn, runsOut: false, surveyId: survey.id };
    }
  }
}

const goalOf = ({ record, area, surveyId }: RecordDay): DeadlineGoal =>
  surveyId !== undefined ? { kind: 'survey', surveyId }
  : area === 'fidelity' && 'teamId' in record
    ? { kind: 'team', teamId: record.teamId, part: 'fidelity' }
    : { kind: 'agency', part: area === 'accreditation' ? 'accreditation' : 'papers', recordId: record.id };

/**
 * The plain days agency records carry: papers that end or are to be reviewed, awards, tasks, surveys and reviews planned, lines of plans.
 * What a verdict already asks for by that record and day is left to the verdict. Notices owed to payers are one each.
 */
export function recordDeadlines(context: Deadlines, judged: readonly Deadline[]): readonly Deadline[] {
  const { file, evaluation, records, soonDays, changed } = context;
  const { asOf } = evaluation;
  const spoken = new Set(judged.flatMap((each) => (each.standing?.evidenceIds ?? []).map((id) => `${records.rootOf(id)} ${each.on}`)));
  const teams = new Map((file.teams ?? []).map((team) => [team.id, team]));
  const made: Deadline[] = [];
  for (const day of [...ofCredentials(context), ...ofAccreditation(context), ...ofFidelity(context), ...ofSurveys(context)]) {
    const { record, part, area, what, on, runsOut } = day;
    const root = records.rootOf(record.id);
    const team = 'teamId' in record ? teams.get(record.teamId) : undefined;
    if (spoken.has(`${root} ${on}`) || (team?.closedOn !== undefined && team.closedOn < asOf)) continue;
    const ofSite = 'siteId' in record ? record.siteId : undefined;
    made.push({
      ...sourceless, key: recordKey(root, part), area, what, on, status: statusByDay(on, asOf, soonDays, runsOut),
      subject: team === undefined ? { kind: 'agency', id: null, name: file.agency.name } : { kind: 'team', id: team.id, name: team.name },
      supervisorId: team?.supervisorId ?? null, siteId: ofSite ?? team?.siteId ?? null,
      changedAt: changed.ofKind(record.kind, team?.id ?? null), goal: goalOf(day),
    });
  }
  return made;
}

/**
 * One deadline per payer who is still owed the notice of a decision for the worse: its last day is the end of the grace. The verdict on
 * the notices as a whole, which asks for the same, is among `replaced` and lends its requirement and citations.
 */
export function noticeDeadlines({ file, evaluation: { asOf }, records, changed }: Deadlines, judged: readonly Deadline[]): { readonly deadlines: readonly Deadline[]; readonly replaced: ReadonlySet<Deadline> } {
  const replaced = new Set<Deadline>();
  const deadlines = noticesOwed(records, asOf).filter((owed) => owed.notice === null).map(({ decision, contract, dueOn, graceUntil, state }): Deadline => {
    const root = records.rootOf(decision.id);
    const verdict = judged.find((each) => (each.on === dueOn || each.on === graceUntil) && each.standing?.evidenceIds.some((id) => records.rootOf(id) === root) === true);
    if (verdict !== undefined) replaced.add(verdict);
    return {
      ...sourceless, key: noticeKey(root, records.rootOf(contract.id)), area: 'accreditation',
      subject: { kind: 'agency', id: null, name: file.agency.name }, supervisorId: null, siteId: null,
      requirement: verdict?.requirement ?? null, citations: verdict?.citations ?? [],
      what: `Written notice to ${contract.party ?? nameOf(contract)} of the ${accreditorWords[decision.accreditor].short} decision due`,
      on: graceUntil, status: state === 'overdue' ? 'overdue' : 'due-soon',
      changedAt: changed.ofRecords(['accreditation-decision', 'written-notice', 'credential'], null, verdict?.requirement ?? ''),
      goal: { kind: 'agency', part: 'accreditation', recordId: decision.id },
      ...(verdict?.standing === undefined ? {} : { standing: verdict.standing }),
    };
  });
  return { deadlines, replaced };
}

/** A day that was once on file, by the key its deadline had. */
type FormerDay = { readonly key: string; readonly on: CivilDate; readonly changedAt: string | null };

function* daysCarried(record: AgencyRecord): Generator<{ readonly part: string; readonly on: CivilDate | undefined }> {
  if (record.kind === 'credential') yield* [{ part: 'expires', on: record.expiresOn }, { part: 'review', on: record.reviewOn }];
  if (record.kind === 'accreditation-decision') yield { part: 'expires', on: record.expiresOn };
  if (record.kind === 'accreditation-task' || record.kind === 'correction') yield { part: 'due', on: record.dueOn };
  if (record.kind === 'accreditation-survey' || record.kind === 'fidelity-review') yield { part: 'planned', on: record.plannedOn };
  if (record.kind === 'fidelity-plan') {
    yield { part: 'due', on: record.dueOn };
    for (const { part, line } of linesOf(record)) yield { part, on: line.dueOn };
  }
}

/** Every day any version of any agency record ever carried, corrected and retracted ones included. */
export function* recordDaysEver({ file, records, changed }: Deadlines): Generator<FormerDay> {
  for (const record of file.agencyRecords ?? []) {
    const root = records.rootOf(record.id);
    for (const { part, on } of daysCarried(record)) if (on !== undefined) yield { key: recordKey(root, part), on, changedAt: changed.ofKind(record.kind, 'teamId' in record ? record.teamId : null) };
  }
}

/** Every notice that was ever owed: each decision for each contract with a payer. */
export function* noticesEver({ file, records, changed }: Deadlines): Generator<FormerDay> {
  const all = file.agencyRecords ?? [];
  const contracts = new Set(all.flatMap((record) => (record.kind === 'credential' && record.credential === 'payer-contract' ? [records.rootOf(record.id)] : [])));
  const changedAt = changed.ofRecords(['accreditation-decision', 'written-notice', 'credential'], null, '');
  for (const record of all) {
    if (record.kind !== 'accreditation-decision' || record.outcome === 'full') continue;
    for (const contract of contracts) yield { key: noticeKey(records.rootOf(record.id), contract), on: record.decidedOn, changedAt };
  }
}
