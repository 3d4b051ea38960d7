import type { FidelityPlan, FidelityReview } from '../../model/agency-records/agency-record.ts';
import type { Desk } from './desk.ts';

type Scores = NonNullable<FidelityReview['scores']>;

/** The scores of the items in order, written as one figure each; `notes` by item. */
const scored = (figures: string, notes: Readonly<Record<number, string>> = {}): { readonly scores: Scores; readonly total: number } => {
  const scores = Array.from(figures, (figure, at) => ({ item: at + 1, score: Number(figure), ...(notes[at + 1] === undefined ? {} : { note: notes[at + 1] }) })) as Scores;
  return { scores, total: scores.reduce((sum, each) => sum + each.score, 0) };
};

type Review = {
  readonly id: string;
  readonly teamId: string;
  /** Days before today: the last day on site, when the final report came. */
  readonly held: number;
  readonly final: number;
  readonly figures: string;
  readonly notes?: Readonly<Record<number, string>>;
  readonly reviewer: string;
};

/** A review on site of two days, recorded as it was held and again once its report came. */
export function fileReview({ workday, ago, add, paper }: Desk, { id, teamId, held, final, figures, notes, reviewer }: Review): void {
  const [from, to, draft, report] = [workday(held + 1), workday(held), workday(final + 12), workday(final)];
  const base = { kind: 'fidelity-review', teamId, review: 'external', plannedOn: from, reviewer } as const;
  add(ago(held + 60), { id, ...base });
  const { scores, total } = scored(figures, notes);
  add(report, {
    id: `${id}-report`, ...base, heldFrom: from, heldTo: to, draftReceivedOn: draft < to ? to : draft, finalReceivedOn: report, scores, total, supersedes: id,
    ...paper(`${id}-report`, 'Fidelity review report', report, [`Total: ${String(total)} of 125`, `Reviewer: ${reviewer}`]),
  });
}

export function fileSelfEvaluation({ workday, add, paper }: Desk, id: string, teamId: string, made: number, submitted: number, figures: string): void {
  const on = workday(submitted);
  add(on, {
    id, kind: 'fidelity-review', teamId, review: 'self-evaluation', heldFrom: workday(made), heldTo: workday(made), submittedOn: on, reviewer: 'The team itself', ...scored(figures),
    ...paper(id, 'Self-evaluation with the IPS fidelity scale', on),
  });
}

type Line = FidelityPlan['lines'][number];

/** A plan whose lines were all put in place inside the thirty days after the review. */
export function filePlan({ workday, add, paper }: Desk, id: string, reviewId: string, teamId: string, reviewed: number, lines: readonly (readonly [item: number, action: string, owner: string])[]): void {
  const [submitted, approved, done] = [workday(reviewed - 9), workday(reviewed - 16), workday(reviewed - 26)];
  const all = (doneOn: Line['doneOn']): Line[] => lines.map(([item, action, owner]) => ({ item, action, owner, dueOn: done, ...(doneOn === undefined ? {} : { doneOn, evidence: 'Minutes of the unit meeting' }) }));
  const base = { kind: 'fidelity-plan', teamId, reviewId, submittedOn: submitted } as const;
  add(submitted, { id, ...base, lines: all(undefined) });
  add(done, { id: `${id}-done`, ...base, approvedOn: approved, approvedBy: 'Pelican Health Plan (demo)', implementedOn: done, lines: all(done), supersedes: id, ...paper(`${id}-done`, 'Corrective action plan, completed', done) });
}

const payer = 'Reviewer named by Pelican Health Plan (demo)';

/** Bayou: the way a new team goes. 88, 97, 103, then once a year. */
export function fileBayouReviews(desk: Desk): void {
  const teamId = 't-bayou';
  fileSelfEvaluation(desk, 'f-bayou-0', teamId, 1462, 1450, '4444323444423444234344422');
  fileReview(desk, { id: 'f-bayou-1', teamId, held: 1226, final: 1206, figures: '4444323444434444234344423', reviewer: payer, notes: { 6: 'Counselor seen twice in four months.', 17: 'Logs of two weeks were missing.' } });
  filePlan(desk, 'f-bayou-1-plan', 'f-bayou-1', teamId, 1226, [
    [5, 'Sit in on the whole weekly meeting, not the first half', 'Marisol Peña-Núñez'], [6, 'Fix a monthly hour with the counselor', 'Marisol Peña-Núñez'],
    [17, 'Hand in contact logs every Friday', 'Marisol Peña-Núñez'], [24, 'Move meetings with members out of the office', 'Howard Lindqvist'],
  ]);
  fileReview(desk, { id: 'f-bayou-2', teamId, held: 1049, final: 1029, figures: '4444434444434444344454533', reviewer: payer });
  filePlan(desk, 'f-bayou-2-plan', 'f-bayou-2', teamId, 1049, [[12, 'Train one specialist in work incentives', 'Marisol Peña-Núñez'], [25, 'Call after a first missed appointment', 'Marisol Peña-Núñez']]);
  fileReview(desk, { id: 'f-bayou-3', teamId, held: 870, final: 851, figures: '4444444455544444344454534', reviewer: payer });
  filePlan(desk, 'f-bayou-3-plan', 'f-bayou-3', teamId, 870, [[17, 'Six employer contacts a week, counted on Mondays', 'Marisol Peña-Núñez'], [24, 'Plan the week by parish', 'Denise Thibodeaux-Marsh']]);
  fileReview(desk, { id: 'f-bayou-4', teamId, held: 512, final: 490, figures: '4454444555544444444454534', reviewer: payer });
  filePlan(desk, 'f-bayou-4-plan', 'f-bayou-4', teamId, 512, [[24, 'Meet members where they look for work', 'Jarrell Antoine']]);
  fileReview(desk, { id: 'f-bayou-5', teamId, held: 158, final: 139, figures: '5454444555544445444454544', reviewer: payer });
  desk.add(desk.workday(40), { id: 'f-bayou-6', kind: 'fidelity-review', teamId, review: 'external', plannedOn: desk.ago(-190), reviewer: payer });
}

/** River: an existing team that fell to 96 and has six months to be at 100 again. Two of five lines of its plan are done. */
export function fileRiverReviews(desk: Desk): void {
  const { workday, ago, add, paper } = desk;
  const teamId = 't-river';
  fileSelfEvaluation(desk, 'f-river-0', teamId, 1118, 1108, '4344434444433344232244433');
  fileReview(desk, { id: 'f-river-1', teamId, held: 918, final: 899, figures: '4344434444443344343244434', reviewer: payer });
  filePlan(desk, 'f-river-1-plan', 'f-river-1', teamId, 918, [[2, 'Free specialists of group duties', 'Theo Fontenot'], [20, 'Visit five employers nobody has visited', 'Noor Haddad'], [13, 'Write down what each member wants told', 'Noor Haddad']]);
  fileReview(desk, { id: 'f-river-2', teamId, held: 742, final: 724, figures: '4444444444544444343454544', reviewer: payer });
  filePlan(desk, 'f-river-2-plan', 'f-river-2', teamId, 742, [[17, 'Six employer contacts a week, counted on Mondays', 'Colette Duhon'], [19, 'Two trades outside food service each quarter', 'Theo Fontenot']]);
  fileReview(desk, { id: 'f-river-3', teamId, held: 384, final: 365, figures: '4444444455544444443454544', reviewer: payer });
  filePlan(desk, 'f-river-3-plan', 'f-river-3', teamId, 384, [[19, 'Two trades outside food service each quarter', 'Theo Fontenot']]);
  fileReview(desk, {
    id: 'f-river-4', teamId, held: 26, final: 15, figures: '3444344444444444243454543', reviewer: payer,
    notes: { 1: 'One caseload of 22.', 17: 'Two specialists without logs in three of eight weeks.', 25: 'No outreach after missed appointments.' },
  });
  const lines: Line[] = [
    { item: 1, finding: 'One caseload of 22', action: 'Pass three members on to the specialist hired last', owner: 'Theo Fontenot', dueOn: ago(-2) },
    { item: 5, finding: 'Late for the treatment team', action: 'Stay for the whole meeting', owner: 'Colette Duhon', dueOn: workday(8) },
    { item: 17, finding: 'Logs missing', action: 'Hand in contact logs every Friday', owner: 'Theo Fontenot', dueOn: workday(8) },
    { item: 19, finding: 'Four of five jobs in food service', action: 'Two trades outside food service each quarter', owner: 'Tomás Ibáñez', dueOn: ago(-2) },
    { item: 25, finding: 'No outreach', action: 'Call within two days of a missed appointment, with the nurse', owner: 'Noor Haddad', dueOn: ago(-2) },
  ];
  const base = { kind: 'fidelity-plan', teamId, reviewId: 'f-river-4', submittedOn: workday(13) } as const;
  add(workday(13), { id: 'f-river-4-plan', ...base, lines });
  const [approved, progress] = [workday(9), workday(3)];
  add(progress, {
    id: 'f-river-4-plan-2', ...base, approvedOn: approved, approvedBy: 'Pelican Health Plan (demo)', supersedes: 'f-river-4-plan',
    lines: lines.map((line, at) => (at === 1 || at === 2 ? { ...line, doneOn: workday(at === 1 ? 6 : 5), evidence: at === 1 ? 'Sign-in sheets' : 'Logs of the last two weeks' } : line)),
    ...paper('f-river-4-plan-2', 'Corrective action plan, approved', progress),
  });
  add(workday(5), { id: 'f-river-5', kind: 'fidelity-review', teamId, review: 'external', plannedOn: ago(-118), reviewer: payer });
}
