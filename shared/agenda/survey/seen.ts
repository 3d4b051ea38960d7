import type { Person } from '../../model/person.ts';
import { fullName, shownName } from '../../model/person.ts';
import type { Surveying } from './surveying.ts';

/** The parts of an address, and its parameters by name. */
export type SeenAddress = { readonly parts: readonly string[]; readonly parameter: (name: string) => string | null };

const exclusionParts: readonly string[] = ['coverage', 'certificates'];
const agencyParts: readonly string[] = ['papers', 'accreditation', 'fidelity'];

/** Whether an address is part of what a surveyor is shown: the matrix, the people, their exclusion checks and certificates, the documents, the sample, and the agency's papers where the host chose that. */
export function surveyorMaySee(parts: readonly string[], { agency }: Pick<Surveying, 'agency'>): boolean {
  const [first, second] = parts;
  switch (first) {
    case 'matrix':
    case 'people':
    case 'documents':
    case 'survey':
      return true;
    case 'exclusions':
      return second !== undefined && exclusionParts.includes(second);
    case 'agency':
      return agency && second !== undefined && agencyParts.includes(second);
    default:
      return false;
  }
}

const sheets: readonly string[] = ['checklist', 'letter'];

/**
 * What stands in the log about an address a surveyor opened: "Ana Ruiz, evidence". One view is one person's tab, whichever line of it is chosen. Null where
 * the address shows nothing of the agency.
 */
export function seenWords({ parts, parameter }: SeenAddress, people: readonly Person[]): string | null {
  const [first, second, third] = parts;
  switch (first) {
    case 'matrix':
      return 'the matrix';
    case 'people': {
      if (second === undefined) return 'the list of people';
      const person = people.find(({ id }) => id === second);
      if (person === undefined) return 'an address of somebody outside the sample, and was shown nothing';
      const part = sheets.find((each) => each === third) ?? parameter('tab') ?? 'requirements';
      return `${fullName(shownName(person))}, ${part}`;
    }
    case 'exclusions':
      return `the exclusion checks, ${second ?? 'overview'}`;
    case 'agency':
      return `the agency, ${second ?? 'overview'}`;
    case 'documents':
      return 'the list of documents';
    case 'survey':
      return 'the sample';
    default:
      return null;
  }
}
