import type { CivilDate } from '../civil-date.ts';
import type { Employment, License, Person, PersonName, Role, RoleSpan } from '../model/person.ts';
import { dateWords } from '../wording.ts';
import { nameKey, type NameParts } from './person-names.ts';
import { plain } from './plain.ts';
import type { LicenseRow, PersonRow } from './read-person-row.ts';
import type { RowCells } from './row-cells.ts';
import type { PersonField } from './targets.ts';

/** What a merge needs to know beside the row. */
export type MergeContext = {
  readonly cells: RowCells;
  readonly newId: () => string;
  /** Whether the employment was in the agency's record before this import: there, nothing is overwritten or guessed. */
  readonly wasOnFile: (employmentId: string) => boolean;
  readonly teamId: (name: string) => string;
};

const withoutDirectCare: readonly Role[] = ['other', 'program-assistant'];

const named = (parts: NameParts, kind: PersonName['kind']): PersonName => ({
  kind,
  given: parts.given,
  ...(parts.middle === '' ? {} : { middle: parts.middle }),
  family: parts.family,
  ...(parts.suffix === '' ? {} : { suffix: parts.suffix }),
});

/** A person made of a row's identity, without employments. */
export const personOf = (id: string, name: NameParts, row: PersonRow): Person => ({
  id,
  names: [named(name, 'legal')],
  ...(row.birthDate === undefined ? {} : { birthDate: row.birthDate }),
  ...(row.npi === undefined ? {} : { npi: row.npi }),
  employments: [],
});

/**
 * Adds to a person what a row says and the record lacks. Nothing on file is overwritten: where the two differ, the record stays
 * and the row gets a warning. Employments are told apart by their hire date; a hire after an ended employment is a rehire.
 */
export function mergeRow(person: Person, row: PersonRow, context: MergeContext): Person {
  const { cells } = context;
  const keep = <Value>(field: PersonField, onFile: Value | undefined, inRow: Value | undefined, words: (value: Value) => string = String): Value | undefined => {
    if (onFile !== undefined && inRow !== undefined && onFile !== inRow) {
      cells.refuse({ to: 'person', field }, `Muster has ${words(onFile)}, the file says ${words(inRow)}`, 'Muster keeps what it has. Change it on the person’s own screen if the file is right.', 'warning');
    }
    return onFile ?? inRow;
  };
  const birthDate = keep('birth-date', person.birthDate, row.birthDate, dateWords);
  const npi = keep('npi', person.npi, row.npi);
  const email = keep('email', person.email, row.email);
  const stateResidentSince = keep('state-resident-since', person.stateResidentSince, row.stateResidentSince, dateWords);
  const licenses = row.license === null ? person.licenses : mergeLicense(person.licenses ?? [], row.license);
  return {
    id: person.id,
    names: mergeNames(person.names, row),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(npi === undefined ? {} : { npi }),
    ...(email === undefined ? {} : { email }),
    ...(stateResidentSince === undefined ? {} : { stateResidentSince }),
    employments: mergeEmployments(person.employments, row, context, keep),
    ...(licenses === undefined ? {} : { licenses }),
  };
}

function mergeNames(names: readonly PersonName[], row: PersonRow): readonly PersonName[] {
  const all = [...names];
  for (const { kind, ...parts } of row.otherNames) {
    const known = all.some((name) => nameKey(name) === nameKey(parts) && (kind !== 'preferred' || name.kind === 'preferred'));
    // A preferred name equal to the legal one says nothing.
    if (!known && !(kind === 'preferred' && all.some((name) => nameKey(name) === nameKey(parts)))) all.push(named(parts, kind));
  }
  return all;
}

function mergeLicense(licenses: readonly License[], row: LicenseRow): readonly License[] {
  const same = licenses.findIndex(
    (license) =>
      license.kind === row.kind &&
      (row.number === '' || license.number === undefined || plain(license.number) === plain(row.number)) &&
      // A later end is a renewal: the old term stays on record beside the new one.
      (row.expiresOn === undefined || license.expiresOn === undefined || license.expiresOn === row.expiresOn),
  );
  const fresh: License = {
    kind: row.kind,
    ...(row.number === '' ? {} : { number: row.number }),
    ...(row.state === '' ? {} : { state: row.state }),
    ...(row.issuedOn === undefined ? {} : { issuedOn: row.issuedOn }),
    ...(row.expiresOn === undefined ? {} : { expiresOn: row.expiresOn }),
    ...(row.verifiedOn === undefined ? {} : { verifiedOn: row.verifiedOn }),
  };
  const onFile = licenses[same];
  return onFile === undefined ? [...licenses, fresh] : licenses.with(same, { ...fresh, ...onFile });
}

type Keep = <Value>(field: PersonField, onFile: Value | undefined, inRow: Value | undefined, words?: (value: Value) => string) => Value | undefined;

const startOf = (employment: Employment): CivilDate | undefined => employment.hiredOn ?? employment.plannedHireOn;

/** Which of the person's employments a row speaks of: an index, a new one, or none at all. */
function whichEmployment(employments: readonly Employment[], row: PersonRow): number | 'new' | 'none' | 'clash' {
  const start = row.hiredOn ?? row.plannedHireOn;
  const open = employments.filter(({ withdrawnOn }) => withdrawnOn === undefined);
  if (start === undefined) {
    const latest = open.toSorted((a, b) => (startOf(a) ?? '').localeCompare(startOf(b) ?? '')).at(-1);
    return latest === undefined ? 'none' : employments.indexOf(latest);
  }
  const same = open.find((employment) => employment.hiredOn === start || employment.plannedHireOn === start);
  if (same !== undefined) return employments.indexOf(same);
  const planned = open.find(({ hiredOn, endedOn }) => hiredOn === undefined && endedOn === undefined);
  if (planned !== undefined && row.hiredOn !== undefined) return employments.indexOf(planned);
  const overlaps = open.find((employment) => {
    const from = startOf(employment) ?? '';
    return from <= (row.endedOn ?? '9999') && start <= (employment.endedOn ?? '9999');
  });
  return overlaps === undefined ? 'new' : 'clash';
}

function mergeEmployments(employments: readonly Employment[], row: PersonRow, context: MergeContext, keep: Keep): readonly Employment[] {
  const { cells } = context;
  const which = whichEmployment(employments, row);
  const start = row.hiredOn ?? row.plannedHireOn;
  if (which === 'none') {
    // A date that could not be read has been named already.
    if (!cells.problems.some(({ severity }) => severity === 'error')) cells.refuseRow('There is no hire date', 'Fill in the hire date, or the planned one of a candidate: most requirements are counted from it.');
    return employments;
  }
  if (which === 'clash') {
    const other = employments.find((employment) => (startOf(employment) ?? '') <= (row.endedOn ?? '9999') && (start ?? '') <= (employment.endedOn ?? '9999'));
    const from = other === undefined ? undefined : startOf(other);
    const words = from === undefined ? 'another employment' : `an employment since ${dateWords(from)}`;
    if (other !== undefined && context.wasOnFile(other.id)) {
      cells.refuse({ to: 'person', field: 'hired-on' }, `Muster has ${words}, the file another hire date`, 'Nothing of this employment is taken over. If it is a rehire, record the last day worked first.', 'warning');
    } else {
      cells.refuse({ to: 'person', field: 'hired-on' }, `The file has ${words} for the same person, still open on this date`, 'Correct one of the dates, or fill in the last day worked of the earlier employment.');
    }
    return employments;
  }
  if (which === 'new') return [...employments, newEmployment(row, context)];
  const employment = employments[which];
  return employment === undefined ? employments : employments.with(which, mergeEmployment(employment, row, context, keep));
}

const spanOf = (role: Role, from: CivilDate, row: PersonRow, context: MergeContext): RoleSpan => ({
  role,
  from,
  ...(row.roleTo === undefined ? {} : { to: row.roleTo }),
  ...(row.team === '' ? {} : { teamId: context.teamId(row.team) }),
  ...(row.fte === undefined ? {} : { fte: row.fte }),
});

function newEmployment(row: PersonRow, context: MergeContext): Employment {
  const start = row.hiredOn ?? row.plannedHireOn;
  if (start === undefined) throw new Error('An employment is only made for a row that has a hire date');
  if (row.roles.length === 0 && !context.cells.problems.some(({ severity }) => severity === 'error')) {
    context.cells.refuseRow('There is no role', 'Name the role: which requirements apply depends on it. Record it on the person’s screen otherwise.', 'warning');
  }
  return {
    id: context.newId(),
    kind: row.employmentKind ?? 'employee',
    ...(row.offeredOn === undefined ? {} : { offeredOn: row.offeredOn }),
    ...(row.plannedHireOn === undefined ? {} : { plannedHireOn: row.plannedHireOn }),
    ...(row.hiredOn === undefined ? {} : { hiredOn: row.hiredOn }),
    ...(row.firstServiceOn === undefined ? {} : { firstServiceOn: row.firstServiceOn }),
    ...(row.crisisDutyOn === undefined ? {} : { crisisDutyOn: row.crisisDutyOn }),
    ...(row.endedOn === undefined ? {} : { endedOn: row.endedOn }),
    directCare: row.directCare ?? row.roles.some((role) => !withoutDirectCare.includes(role)),
    ...(row.directCareFrom === undefined ? {} : { directCareFrom: row.directCareFrom }),
    ...(row.medicaidPaid === undefined ? {} : { medicaidPaid: row.medicaidPaid }),
    roles: row.roles.map((role) => spanOf(role, row.roleFrom ?? start, row, context)),
  };
}

function mergeEmployment(employment: Employment, row: PersonRow, context: MergeContext, keep: Keep): Employment {
  const set = <Key extends keyof Employment>(key: Key, value: Employment[Key] | undefined): Partial<Employment> =>
    (value === undefined ? {} : { [key]: value });
  if (employment.hiredOn !== undefined && row.hiredOn === undefined && row.plannedHireOn !== undefined) {
    keep('planned-hire-on', employment.plannedHireOn, row.plannedHireOn, dateWords);
  }
  const onFile = context.wasOnFile(employment.id);
  const roles = mergeRoles(employment, row, context, onFile);
  const endedOn = employment.endedOn ?? row.endedOn;
  if (endedOn !== undefined && roles.some(({ from, to }) => from > endedOn || (to ?? endedOn) > endedOn)) {
    context.cells.refuse({ to: 'person', field: 'ended-on' }, 'A role on file lies after the last day worked', 'Correct the date, or end the role on the person’s screen first.');
  }
  return {
    ...employment,
    ...set('offeredOn', keep('offered-on', employment.offeredOn, row.offeredOn, dateWords)),
    ...set('plannedHireOn', employment.plannedHireOn ?? row.plannedHireOn),
    ...set('hiredOn', employment.hiredOn ?? row.hiredOn),
    ...set('firstServiceOn', keep('first-service-on', employment.firstServiceOn, row.firstServiceOn, dateWords)),
    ...set('crisisDutyOn', keep('crisis-duty-on', employment.crisisDutyOn, row.crisisDutyOn, dateWords)),
    ...set('endedOn', keep('ended-on', employment.endedOn, row.endedOn, dateWords)),
    ...set('directCareFrom', keep('direct-care-from', employment.directCareFrom, row.directCareFrom, dateWords)),
    ...set('medicaidPaid', keep('medicaid-paid', employment.medicaidPaid, row.medicaidPaid, (paid) => (paid ? 'yes' : 'no'))),
    directCare: onFile
      ? (keep('direct-care', employment.directCare, row.directCare, (care) => (care ? 'yes' : 'no')) ?? employment.directCare)
      : employment.directCare || (row.directCare ?? row.roles.some((role) => !withoutDirectCare.includes(role))),
    roles,
  };
}

function mergeRoles(employment: Employment, row: PersonRow, context: MergeContext, onFile: boolean): readonly RoleSpan[] {
  const start = employment.hiredOn ?? row.hiredOn ?? employment.plannedHireOn;
  // A candidate is hired: the roles planned for the planned day begin on the real one.
  const hired = employment.hiredOn === undefined ? row.hiredOn : undefined;
  let roles = employment.roles.map((span) => (hired !== undefined && (span.from === employment.plannedHireOn || span.from < hired) ? { ...span, from: hired } : span));
  for (const role of row.roles) {
    const at = roles.findIndex((span) => span.role === role && (row.roleFrom === undefined || span.from === row.roleFrom));
    const span = roles[at];
    if (span !== undefined) {
      roles = roles.with(at, { ...spanOf(role, span.from, row, context), ...span });
    } else if (onFile && row.roleFrom === undefined && roles.length > 0) {
      context.cells.refuse({ to: 'person', field: 'role' }, 'Muster has another role for this employment, and the file does not say when this one began', 'The role is not taken over. Add a column “Role start”, or record the role on the person’s screen.', 'warning');
    } else if (start !== undefined) {
      roles.push(spanOf(role, row.roleFrom ?? row.hiredOn ?? start, row, context));
    }
  }
  return roles;
}
