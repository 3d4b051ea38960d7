import type { Desk } from './desk.ts';
import { fileReview } from './fidelity-louisiana.ts';

const teamId = 't-piedmont';
const reviewer = 'State fidelity evaluators (demo)';

/** Piedmont: a baseline of 84 that was contested, 101, and now 92: six months from the final report, with technical assistance. */
export function filePiedmontReviews(desk: Desk): void {
  const { workday, ago, add, paper } = desk;
  fileReview(desk, { id: 'f-piedmont-1', teamId, held: 742, final: 709, figures: '4444233444423444233343423', reviewer });
  // Business days run from the draft, which came twelve days before the final report.
  add(workday(713), { id: 'f-piedmont-1-contest', kind: 'fidelity-contest', teamId, reviewId: 'f-piedmont-1', sentOn: workday(713), items: [5, 12, 24], ...paper('f-piedmont-1-contest', 'Data sent to the evaluators', workday(713)) });
  assistance(desk, 'f-piedmont-1', 690, 36, 36, 540);
  actionPlan(desk, 'f-piedmont-1', 684, 610);
  fileReview(desk, { id: 'f-piedmont-2', teamId, held: 556, final: 527, figures: '4444444444534444444454534', reviewer });
  fileReview(desk, {
    id: 'f-piedmont-3', teamId, held: 183, final: 108, figures: '3444344444434444344443423', reviewer,
    notes: { 1: 'One caseload above 25 in two of three months.', 24: 'Half of the hours in the office.' },
  });
  add(workday(112), { id: 'f-piedmont-3-contest', kind: 'fidelity-contest', teamId, reviewId: 'f-piedmont-3', sentOn: workday(112), items: [17, 24], ...paper('f-piedmont-3-contest', 'Data sent to the evaluators', workday(112)) });
  assistance(desk, 'f-piedmont-3', 88, 40, 18, 12);
  actionPlan(desk, 'f-piedmont-3', 80, null);
  add(workday(30), { id: 'f-piedmont-4', kind: 'fidelity-review', teamId, review: 'external', plannedOn: ago(-68), reviewer });
}

/** The hours set by the LME/MCO, and how many were received so many days ago. */
function assistance({ workday, add }: Desk, reviewId: string, set: number, hours: number, received: number, counted: number): void {
  const base = { kind: 'technical-assistance', teamId, reviewId, setOn: workday(set), hours } as const;
  add(workday(set), { id: `${reviewId}-assistance`, ...base });
  add(workday(counted), { id: `${reviewId}-assistance-2`, ...base, received, supersedes: `${reviewId}-assistance`, note: 'As counted by the trainer.' });
}

function actionPlan({ workday, ago, add, paper }: Desk, reviewId: string, submitted: number, implemented: number | null): void {
  const [handedIn, approved, done] = [workday(submitted), workday(submitted - 12), implemented === null ? null : workday(implemented)];
  const progress = done ?? workday(22);
  const base = { kind: 'fidelity-plan', teamId, reviewId, submittedOn: handedIn } as const;
  const office = { item: 24, finding: 'Hours in the office', action: 'Two days a week without office hours', owner: 'Siobhán O’Dwyer-Pruitt', dueOn: done ?? ago(-20) } as const;
  const contact = { item: 5, finding: 'Short contact with the treatment team', action: 'One desk at each clinic', owner: 'Mei Li', dueOn: progress } as const;
  add(handedIn, { id: `${reviewId}-plan`, ...base, lines: [office, contact] });
  add(progress, {
    id: `${reviewId}-plan-2`, ...base, approvedOn: approved, approvedBy: 'Tar Heel Health Network (demo)', supersedes: `${reviewId}-plan`, ...(done === null ? {} : { implementedOn: done }),
    lines: [{ ...office, ...(done === null ? {} : { doneOn: done }) }, { ...contact, doneOn: progress, evidence: 'Floor plan and rota' }],
    ...paper(`${reviewId}-plan-2`, 'IPS fidelity action plan', progress),
  });
}
