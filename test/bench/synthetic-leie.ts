import type { ReadList } from '../../shared/screening/list.ts';
import { listErrorWords } from '../../shared/screening/lists/list-error.ts';
import { readList } from '../../shared/screening/lists/read-list.ts';
import type { Subject } from '../../shared/screening/finding.ts';
import { identityOfPerson } from '../../shared/screening/match/identity.ts';
import type { Person } from '../../shared/model/person.ts';

/** As many as the whole list had in 2026. */
export const fullListRows = 84_000;

/** Reads a synthetic list as an imported one is read. */
export async function readLeie(bytes: Uint8Array): Promise<ReadList> {
  const read = await readList(bytes, 'UPDATED.csv', { list: 'oig-leie' });
  if (!read.ok) throw new Error(listErrorWords(read.error));
  return read.value;
}

export const subjectOf = (person: Person): Subject => ({ key: { personId: person.id }, identity: identityOfPerson(person, ['LA']) });
