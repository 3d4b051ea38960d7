import { useMemo } from 'react';
import { fromDay, plusDays, toDay, type CivilDate } from '../../../shared/civil-date.ts';
import { defaultSoonDays } from '../../../shared/model/agency.ts';
import { agencyGroups, type AgencyGroup, type AgencyRule } from '../../../shared/rules/agency/row.ts';
import type { Explanation } from '../../../shared/rules/explanation.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import { statusFacts, statusRank } from '../../../shared/rules/status.ts';
import { useSession, type Session } from '../../session/session.tsx';

/** One duty of the agency or of a team, as judged on the day looked at. */
export type Duty = {
  /** Unique: the requirement and the team. */
  readonly key: string;
  readonly standing: Standing;
  readonly title: string;
  readonly group: AgencyGroup;
  readonly ruleWords: string | null;
  readonly rule: AgencyRule | null;
  /** Null: the agency itself. */
  readonly team: { readonly id: string; readonly name: string; readonly siteId: string | null } | null;
  readonly explanation: () => Explanation;
};

export type Duties = {
  /** The agency's first, then team by team; inside each by group. */
  readonly rows: readonly Duty[];
  /** The last day that counts as soon. */
  readonly soon: CivilDate;
};

/** Whether somebody has to do something about it. */
export const needsSomebody = ({ standing: { status } }: Duty): boolean => !['ok', 'open'].includes(statusFacts[status].family ?? 'ok');

/** Worst first. */
export const byConsequence = (one: Duty, other: Duty): number => statusRank(one.standing.status) - statusRank(other.standing.status);

function dutiesOf(session: Session): readonly Duty[] {
  const infos = new Map(session.agencyRequirements.map((each) => [each.id, each]));
  const { file, evaluation, explain } = session;
  return evaluation.standings.flatMap((standing): Duty[] => {
    if (standing.personId !== undefined || standing.vendorId !== undefined) return [];
    const info = infos.get(standing.requirement);
    let made: Explanation | null = null;
    const team = (file.teams ?? []).find((each) => each.id === standing.teamId);
    return [{
      key: `${standing.requirement} ${standing.teamId ?? ''}`,
      standing,
      title: info?.title ?? standing.requirement,
      group: info?.group ?? agencyGroups[0],
      ruleWords: info?.ruleWords ?? null,
      rule: info?.rule ?? null,
      team: team === undefined ? null : { id: team.id, name: team.name, siteId: team.siteId ?? null },
      // Made when first asked for, and kept: the list and the panel ask again each time they are drawn.
      explanation: () => (made ??= explain(standing)),
    }];
  });
}

/** Every duty of the agency and its teams on the day looked at. */
export function useDuties(): Duties {
  const session = useSession();
  const { asOf, file } = session;
  const rows = useMemo(() => dutiesOf(session), [session]);
  return { rows, soon: fromDay(plusDays(toDay(asOf), file.agency.soonDays ?? defaultSoonDays)) };
}
