import { useMemo } from 'react';
import { monthPlan, type MonthPlan } from '../../../../shared/agenda/teams/month-plan.ts';
import { rulesOfKind, teamRules } from '../../../../shared/agenda/teams/team-rules.ts';
import type { CivilMonth } from '../../../../shared/civil-date.ts';
import type { Team } from '../../../../shared/model/agency.ts';
import { useAgencyRecords } from '../../../session/use-agency-records.ts';
import { useSession } from '../../../session/session.tsx';

/** The expected meetings of a team in a month, by the packs in force on the day looked at. */
export function useMonthPlan(team: Team, month: CivilMonth): MonthPlan {
  const { file, asOf } = useSession();
  const records = useAgencyRecords();
  return useMemo(
    () => monthPlan({ file, records, team, month, today: asOf, rules: rulesOfKind(teamRules(file, team.id, asOf), 'meeting') }),
    [file, records, team, month, asOf],
  );
}
