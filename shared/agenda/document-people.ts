import type { AgencyFile } from '../agency-file/schema.ts';
import { fullName, shownName } from '../model/person.ts';

/** The names of the people whose evidence, checks, decisions or licences rest on a document, in the order of the file; empty for one of the agency's own. */
export function peopleOfDocument(file: AgencyFile, documentId: string): readonly string[] {
  const rests = (record: { readonly documents?: readonly { readonly id: string }[] }): boolean => (record.documents ?? []).some(({ id }) => id === documentId);
  const ids = new Set([...file.evidence, ...(file.exclusionChecks ?? []), ...(file.decisions ?? [])].flatMap((record) => (record.personId !== undefined && rests(record) ? [record.personId] : [])));
  return file.people.filter((person) => ids.has(person.id) || (person.licenses ?? []).some(rests)).map((person) => fullName(shownName(person)));
}
