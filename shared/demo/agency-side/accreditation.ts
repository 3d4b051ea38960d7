import { longDateWords } from '../../wording.ts';
import type { Desk } from './desk.ts';
import { contracts } from './papers.ts';

const carf = { accreditor: 'carf' } as const;

/**
 * Applied and paid before the first contract; one year in full after eleven months; then only provisional, told to the payers in writing,
 * one of them days late; then the three-year award in force. Its improvement plan is done, its first conformance report falls due.
 */
export function fileAccreditation(desk: Desk): void {
  firstAward(desk);
  provisional(desk);
  threeYears(desk);
}

function firstAward({ ago, workday, add, paper }: Desk): void {
  const applied = workday(1521);
  add(workday(1517), {
    id: 'a-application-1', kind: 'accreditation-application', ...carf, appliedOn: applied, feePaidOn: workday(1517),
    ...paper('a-application-1', 'CARF application and proof of payment', workday(1517), [`Fee received: ${longDateWords(workday(1517))}`]),
  });
  add(workday(1116), { id: 'a-survey-1', kind: 'accreditation-survey', ...carf, heldOn: workday(1118), endedOn: workday(1116) });
  const decided = workday(1078);
  add(decided, {
    id: 'a-decision-1', kind: 'accreditation-decision', ...carf, outcome: 'full', term: 'One-Year Accreditation', decidedOn: decided, notifiedOn: decided, effectiveOn: decided,
    expiresOn: ago(712), applicationId: 'a-application-1', ...paper('a-decision-1', 'CARF accreditation decision', decided, ['One-Year Accreditation']),
  });
}

function provisional({ ago, workday, add, paper }: Desk): void {
  add(workday(858), {
    id: 'a-application-2', kind: 'accreditation-application', ...carf, renewal: true, appliedOn: workday(860), feePaidOn: workday(858),
    ...paper('a-application-2', 'CARF renewal application and proof of payment', workday(858)),
  });
  add(workday(760), { id: 'a-survey-2', kind: 'accreditation-survey', ...carf, heldOn: workday(762), endedOn: workday(760) });
  const [decided, told] = [workday(720), workday(718)];
  add(told, {
    id: 'a-decision-2', kind: 'accreditation-decision', ...carf, outcome: 'provisional', term: 'Provisional Accreditation', decidedOn: decided, notifiedOn: told, effectiveOn: ago(711),
    expiresOn: ago(346), applicationId: 'a-application-2', note: 'Two conditions: supervision records and the drug screening log.', ...paper('a-decision-2', 'CARF accreditation decision', told, ['Provisional Accreditation']),
  });
  add(told, { id: 'a-notice-1', kind: 'written-notice', decisionId: 'a-decision-2', contractId: contracts.pelican, sentOn: told, method: 'portal', to: 'Provider relations', ...paper('a-notice-1', 'Written notice to Pelican Health Plan', told) });
  const late = workday(710);
  add(late, {
    id: 'a-notice-2', kind: 'written-notice', decisionId: 'a-decision-2', contractId: contracts.magnolia, sentOn: late, method: 'e-mail', to: 'contracts@magnolia.example',
    note: 'The first letter went to the address of the former contract manager.', ...paper('a-notice-2', 'Written notice to Magnolia State Care', late),
  });
  add(workday(630), { id: 'a-task-1', kind: 'accreditation-task', ...carf, task: 'quality-improvement-plan', decisionId: 'a-decision-2', dueOn: workday(630), doneOn: workday(641), ...paper('a-task-1', 'Quality improvement plan', workday(641)) });
}

function threeYears({ ago, workday, add, paper }: Desk): void {
  add(workday(497), {
    id: 'a-application-3', kind: 'accreditation-application', ...carf, renewal: true, appliedOn: workday(500), feePaidOn: workday(497),
    ...paper('a-application-3', 'CARF renewal application and proof of payment', workday(497)),
  });
  // Planned first, then held: the later record carries on the earlier one.
  add(workday(440), { id: 'a-survey-3', kind: 'accreditation-survey', ...carf, plannedOn: workday(390) });
  add(workday(388), { id: 'a-survey-3-held', kind: 'accreditation-survey', ...carf, plannedOn: workday(390), heldOn: workday(390), endedOn: workday(388), supersedes: 'a-survey-3' });
  const decided = workday(347);
  add(decided, {
    id: 'a-decision-3', kind: 'accreditation-decision', ...carf, outcome: 'full', term: 'Three-Year Accreditation', decidedOn: decided, notifiedOn: decided, effectiveOn: decided,
    expiresOn: ago(-748), applicationId: 'a-application-3', ...paper('a-decision-3', 'CARF accreditation decision', decided, ['Three-Year Accreditation']),
  });
  const decision = { decisionId: 'a-decision-3' } as const;
  add(decided, { id: 'a-task-2', kind: 'accreditation-task', ...carf, task: 'quality-improvement-plan', ...decision, dueOn: workday(257) });
  add(workday(268), { id: 'a-task-2-done', kind: 'accreditation-task', ...carf, task: 'quality-improvement-plan', ...decision, dueOn: workday(257), doneOn: workday(268), supersedes: 'a-task-2', ...paper('a-task-2', 'Quality improvement plan', workday(268)) });
  add(decided, { id: 'a-task-3', kind: 'accreditation-task', ...carf, task: 'annual-conformance', title: 'First annual conformance to quality report', ...decision, dueOn: ago(-18) });
  add(decided, { id: 'a-task-4', kind: 'accreditation-task', ...carf, task: 'annual-conformance', title: 'Second annual conformance to quality report', ...decision, dueOn: ago(-383) });
  add(decided, { id: 'a-task-5', kind: 'accreditation-task', ...carf, task: 'renewal-application', ...decision, dueOn: ago(-565) });
}
