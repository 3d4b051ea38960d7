import { fromDay, toDay, type CivilDate } from '../../../civil-date.ts';
import { dateWords, distanceWords } from '../../../wording.ts';
import type { StatusFamily } from '../../status.ts';
import type { LaHistory } from './louisiana.ts';
import type { NcHistory } from './north-carolina.ts';
import { certifiedFrom, goodFrom } from './scale.ts';

/** A team's state as a screen says it: a title, what it may do, what it may not. Sentences without a full stop. */
export type StateWords = { readonly family: StatusFamily; readonly title: string; readonly may: readonly string[]; readonly mayNot: readonly string[] };

const far = (date: CivilDate, asOf: CivilDate): string => `${dateWords(date)} · ${distanceWords(date, asOf)}`;
const keeps = 'Go on serving the members it has';

/** What a Louisiana team may and may not do on a day. */
export function laStateWords(history: LaHistory, asOf: CivilDate): StateWords {
  const { corrective, last, lostOn } = history;
  const overdue = history.next.some((step) => step.id === 'review' && step.dueOn !== null && step.dueOn < asOf);
  switch (history.state) {
    case 'new':
      return history.mayAcceptNewMembers === null
        ? { family: 'open', title: 'New team, not begun', may: [], mayNot: ['Serve members before its self-evaluation has a baseline score'] }
        : { family: overdue ? 'act' : 'open', title: 'New team', may: ['Accept and serve members'], mayNot: [`Count as an existing team before a first ${String(goodFrom)}`] };
    case 'existing':
      return { family: overdue ? 'act' : 'ok', title: 'Existing team', may: ['Accept and serve members'], mayNot: [] };
    case 'corrective-action': {
      const deadline = corrective === null ? asOf : fromDay(corrective.deadline);
      const short = last?.total == null ? '' : `, ${String(goodFrom - last.total)} short of ${String(goodFrom)}`;
      return history.mayAcceptNewMembers === null
        ? { family: 'review', title: `Corrective action over since ${far(deadline, asOf)}, score awaited`, may: [keeps], mayNot: ['Take new members before the score of the review held in time is known'] }
        : { family: 'near', title: `Corrective action${short}`, may: [`Accept new members until ${far(deadline, asOf)}`], mayNot: [`Go on accepting them after that day without ${String(goodFrom)}`] };
    }
    case 'no-new-members':
      return { family: 'fail', title: `No new members since ${far(lostOn === null ? asOf : fromDay(lostOn), asOf)}`, may: [`${keeps}, as long as there is no health or safety concern`], mayNot: [`Accept new members before a review of ${String(goodFrom)} or more`] };
    case 'closed':
      return { family: 'open', title: 'Closed team', may: [], mayNot: ['Accept or serve members'] };
  }
}

/** What a North Carolina team may and may not do on a day. */
export function ncStateWords(history: NcHistory, asOf: CivilDate): StateWords {
  const { last } = history;
  const overdue = history.next.some((step) => step.earliest !== true && step.id !== 'contest' && step.dueOn !== null && step.dueOn < asOf);
  switch (history.state) {
    case 'before-baseline':
      return { family: overdue ? 'act' : 'open', title: 'Before the baseline review', may: ['Serve individuals'], mayNot: history.baseline !== null && history.baseline.earliest > toDay(asOf) ? [`Hold the baseline before ${far(fromDay(history.baseline.earliest), asOf)}`] : [] };
    case 'certified': {
      const total = last?.total ?? certifiedFrom;
      return { family: overdue ? 'act' : 'ok', title: `Certified, ${total >= 115 ? 'exemplary' : total >= goodFrom ? 'good' : 'fair'} fidelity`, may: ['Go on serving individuals as a certified team'], mayNot: [] };
    }
    case 'below-minimum':
      return { family: 'fail', title: `Below ${String(certifiedFrom)}: certification at risk`, may: ['Contest more than three items while the report is a draft'], mayNot: [`Count on its certification before a review of ${String(certifiedFrom)} or more`] };
    case 'closed':
      return { family: 'open', title: 'Closed team', may: [], mayNot: ['Serve individuals'] };
  }
}
