import type { AgencyFile } from '../agency-file/schema.ts';
import { defaultSoonDays } from '../model/agency.ts';
import { fullName, shownName } from '../model/person.ts';
import type { Evaluation } from '../rules/standing.ts';
import { diffDays } from '../civil-date.ts';
import { agencyRecordsOf } from './agency-records.ts';
import { correctionWords, isDone, surveyStates } from './survey/survey-state.ts';
import type { TodayItem } from './today-list.ts';

/** Lines of plans of correction that are overdue, or due within 30 days (the first 14 apart): who answers for them is named. */
export function correctionThings(file: AgencyFile, { asOf, knownAt }: Evaluation): readonly TodayItem[] {
  const people = new Map(file.people.map((person) => [person.id, person]));
  return surveyStates(agencyRecordsOf(file, knownAt ?? null), asOf, file.agency.soonDays ?? defaultSoonDays).flatMap(({ survey, plan }) => plan.flatMap((line): readonly TodayItem[] => {
    const { correction, finding } = line;
    const days = diffDays(asOf, correction.dueOn);
    if (isDone(line) || days > 30) return [];
    const person = people.get(finding.personId ?? '');
    return [{
      key: `correction ${correction.id}`,
      group: days < 0 ? 'missing' : days <= 14 ? 'soon-14' : 'soon-30',
      status: days < 0 ? 'overdue' : 'due-soon',
      standing: null,
      leadsTo: { kind: 'survey', surveyId: survey.id },
      standings: 1,
      subjects: [person === undefined ? { kind: 'agency', id: 'agency', name: 'The agency' } : { kind: 'person', id: person.id, name: fullName(shownName(person)) }],
      what: correctionWords(correction),
      whoActs: correction.owner,
      dueOn: correction.dueOn,
    }];
  }));
}
