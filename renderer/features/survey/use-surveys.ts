import { useMemo } from 'react';
import { surveyStates, type SurveyState } from '../../../shared/agenda/survey/survey-state.ts';
import type { Survey } from '../../../shared/model/agency-records/agency-record.ts';
import { defaultSoonDays } from '../../../shared/model/agency.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { useSession } from '../../session/session.tsx';
import { useAgencyRecords } from '../../session/use-agency-records.ts';
import { pathOf, useRoute } from '../../ui/navigate.ts';

/** The surveys as they stand on the day looked at, the latest first. */
export function useSurveys(): readonly SurveyState[] {
  const { file, asOf } = useSession();
  const records = useAgencyRecords();
  return useMemo(() => surveyStates(records, asOf, file.agency.soonDays ?? defaultSoonDays), [records, asOf, file.agency.soonDays]);
}

/** The survey the address names, however often its record was carried on; null where there is none. */
export function useSurvey(): SurveyState | null {
  const records = useAgencyRecords();
  const id = useRoute().parts[1];
  const surveys = useSurveys();
  return id === undefined ? null : (surveys.find(({ survey }) => records.rootOf(survey.id) === records.rootOf(id)) ?? null);
}

/** The name of a person; what stands where their file is gone. */
export function useNames(): (personId: string) => string {
  const { file } = useSession();
  const names = useMemo(() => new Map(file.people.map((person) => [person.id, fullName(shownName(person))])), [file.people]);
  return (personId) => names.get(personId) ?? 'Somebody whose file is gone';
}

export const surveyPath = ({ id }: Pick<Survey, 'id'>, part?: string): string => (part === undefined ? pathOf('survey', id) : pathOf('survey', id, part));
