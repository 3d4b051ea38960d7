import type { CredentialType } from '../../../shared/model/agency-records/credential.ts';
import { credentialTypeWords } from '../../../shared/model/agency-records/credential.ts';
import { pathOf } from '../../ui/navigate.ts';
import type { AgencyDeed } from './deeds.ts';
import type { Duty } from './duties.ts';

/** The next step for a duty: a form of these screens, or the place where it is done. */
export type DutyAction =
  | { readonly label: string; readonly deed: AgencyDeed }
  | { readonly label: string; readonly deed: null; readonly path: string };

const go = (label: string, path: string): DutyAction => ({ label, deed: null, path });

/** The papers a duty asks for; empty where it asks for something else. */
export const typesOf = ({ rule }: Duty): readonly CredentialType[] => (rule?.kind === 'credential' ? rule.types : []);

/** What leads on from a verdict, whatever it says: nothing is ever a dead end. */
export function actionOf(duty: Duty): DutyAction | null {
  const { rule, team, standing } = duty;
  const [type] = typesOf(duty);
  if (type !== undefined) {
    const [behind] = standing.evidenceIds;
    if (behind !== undefined && standing.status !== 'overdue') return go('Open the paper', `/agency/papers?record=${encodeURIComponent(behind)}`);
    return { label: `Record: ${credentialTypeWords[type]}`, deed: { kind: 'credential', type, teamId: team?.id ?? null } };
  }
  switch (rule?.kind) {
    case 'npi':
      return go('Open Settings, Agency', '/settings/agency');
    case 'applied-before-contract':
      return standing.evidenceIds.length === 0 ? { label: 'Record an application', deed: { kind: 'application', accreditor: null } } : go('Open Accreditation', '/agency/accreditation');
    case 'accredited':
    case 'accredited-within':
      return { label: 'Record a decision', deed: { kind: 'decision', accreditor: null } };
    case 'adverse-notice':
      return go('Open the notices', '/agency/accreditation');
    default:
      break;
  }
  switch (duty.group) {
    case 'papers':
      return go('Open Papers', '/agency/papers');
    case 'accreditation':
      return go('Open Accreditation', '/agency/accreditation');
    case 'staffing':
    case 'meetings':
      return go('Open Teams', team === null ? '/agency/teams' : pathOf('agency', 'teams', team.id));
    case 'fidelity':
      return go('Open Fidelity', team === null ? '/agency/fidelity' : pathOf('agency', 'fidelity', team.id));
  }
}
