import type { AgencyFile } from '../../agency-file/schema.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../../civil-date.ts';
import type { PackId } from '../../model/agency.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { ExclusionCheck } from '../../model/exclusion.ts';
import type { Employment, EmploymentKind, Person, Role } from '../../model/person.ts';
import { employmentOn, employmentState, rolesOn } from '../employment.ts';

/** A role of the planned employment; `daysAfterHire` is 0 for one held from the first day. */
export type DraftRole = { readonly role: Role; readonly teamId?: string; readonly fte?: number; readonly daysAfterHire: number };

/** The employment being planned, but for its dates. */
export type HireDraft = {
  /** The planned employment on file that this one stands for; null for one that is not on file yet (somebody new, or hired again). */
  readonly employmentId: string | null;
  readonly kind: EmploymentKind;
  /** At least one. */
  readonly roles: readonly DraftRole[];
  /** The packs, where no team says them; absent means those of the teams, or of the agency. */
  readonly packs?: readonly PackId[];
  readonly directCare: boolean;
  /** Services paid by Medicaid. */
  readonly medicaidPaid: boolean;
  readonly offeredOn?: CivilDate;
};

/** A hire somebody thinks of. Nothing of it is written anywhere. */
export type HireQuestion = {
  /** Null: nobody on file yet. */
  readonly personId: string | null;
  readonly employment: HireDraft;
  readonly hireOn: CivilDate;
  /** The first day with clients; absent means the day of hire, which is the strictest reading. */
  readonly firstServiceOn?: CivilDate;
  readonly today: CivilDate;
};

/** What is supposed to have been done, so that a later hire date can be judged. */
export type Assumed = { readonly evidence: readonly Evidence[]; readonly checks: readonly ExclusionCheck[]; readonly papersFiled: boolean };

const newPersonId = 'planner:new-person';
const newEmploymentId = 'planner:new-employment';
const newTeamId = 'planner:team';
/** The paper that is supposed to have been filed. Nothing looks it up: it only has to be named. */
export const assumedPaper = 'planner:paper';

/** Whom the draft is about: their id, and the id of the planned employment. */
export const draftIds = (question: HireQuestion): { readonly personId: string; readonly employmentId: string } => ({
  personId: question.personId ?? newPersonId,
  employmentId: question.employment.employmentId ?? newEmploymentId,
});

/**
 * The draft a screen begins with for somebody on file: their planned employment, else a new one in the roles last held (hired again).
 * Null where the person has no employment at all.
 */
export function draftOf(person: Person, today: CivilDate): HireDraft | null {
  const employment = employmentOn(person, today);
  if (employment === null) return null;
  const planned = employmentState(employment, today) === 'candidate';
  const begin = employment.plannedHireOn ?? employment.hiredOn;
  const spans = planned ? employment.roles : rolesOn(employment, today);
  return {
    employmentId: planned ? employment.id : null,
    kind: employment.kind,
    roles: spans.map(({ role, from, teamId, fte }) => ({
      role,
      ...(teamId === undefined ? {} : { teamId }),
      ...(fte === undefined ? {} : { fte }),
      daysAfterHire: planned && begin !== undefined ? Math.max(0, toDay(from) - toDay(begin)) : 0,
    })),
    directCare: employment.directCare,
    medicaidPaid: employment.medicaidPaid ?? true,
    ...(planned && employment.offeredOn !== undefined ? { offeredOn: employment.offeredOn } : {}),
  };
}

/** The first day with clients of a hire on a day: never before the hire. */
export const serviceOn = (question: HireQuestion, hireOn: CivilDate): CivilDate =>
  question.firstServiceOn !== undefined && question.firstServiceOn > hireOn ? question.firstServiceOn : hireOn;

function employmentFor(question: HireQuestion, hireOn: CivilDate): Employment {
  const { employment: draft } = question;
  const { employmentId } = draftIds(question);
  const begin = toDay(hireOn);
  return {
    id: employmentId,
    kind: draft.kind,
    ...(draft.offeredOn === undefined || draft.offeredOn > hireOn ? {} : { offeredOn: draft.offeredOn }),
    hiredOn: hireOn,
    firstServiceOn: serviceOn(question, hireOn),
    directCare: draft.directCare,
    medicaidPaid: draft.medicaidPaid,
    roles: draft.roles.map(({ daysAfterHire, role, teamId, fte }) => ({
      role,
      from: fromDay(plusDays(begin, daysAfterHire)),
      ...(teamId !== undefined ? { teamId } : draft.packs === undefined ? {} : { teamId: newTeamId }),
      ...(fte === undefined ? {} : { fte }),
    })),
  };
}

/** A function from a hire date to the record as it would be: that person alone, hired on that day, with what is supposed to have been done. */
export function drafting(file: AgencyFile, question: HireQuestion): (hireOn: CivilDate, assumed?: Assumed) => AgencyFile {
  const { personId, employmentId } = draftIds(question);
  const person: Person = file.people.find((each) => each.id === question.personId)
    ?? { id: newPersonId, names: [{ kind: 'legal', given: 'New', family: 'Person' }], employments: [] };
  // What is planned and not begun is what is being planned here; the past stays, for what counts after a break.
  const others = person.employments.filter((each) => each.id !== employmentId && each.hiredOn !== undefined);
  const evidence = file.evidence.filter((each) => each.personId === personId);
  const checks = (file.exclusionChecks ?? []).filter((each) => each.personId === personId);
  const decisions = (file.decisions ?? []).filter((each) => each.personId === personId);
  const ownTeam = question.employment.packs === undefined ? [] : [{ id: newTeamId, name: 'Planned', packs: question.employment.packs }];
  const teams = [...(file.teams ?? []), ...ownTeam];
  const filed = [{ id: assumedPaper }];
  return (hireOn, assumed) => {
    const papers = assumed?.papersFiled === true;
    const own = papers ? evidence.map((each) => ((each.documents ?? []).length === 0 ? { ...each, documents: filed } : each)) : evidence;
    const searched = papers ? checks.map((each) => ((each.documents ?? []).length === 0 ? { ...each, documents: filed } : each)) : checks;
    return {
      format: file.format,
      version: file.version,
      agency: file.agency,
      teams,
      people: [{ ...person, employments: [...others, employmentFor(question, hireOn)] }],
      evidence: assumed === undefined ? own : [...own, ...assumed.evidence],
      documents: [],
      exclusionChecks: assumed === undefined ? searched : [...searched, ...assumed.checks],
      decisions,
    };
  };
}
