import { personState, personStateWords, roleNames, employmentOn, type PersonState } from '../../../../shared/agenda/employment.ts';
import { compareNames } from '../../../../shared/agenda/people-list.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import { listName, shownName } from '../../../../shared/model/person.ts';

/** What the chooser holds for somebody nobody has a file of yet. */
export const somebodyNew = 'new';

export type SubjectGroup = { readonly group: string; readonly items: readonly { readonly value: string; readonly label: string }[] };

/** Whom a hire can be planned for: candidates first, then who has left, then who works here already. */
export function hireSubjects(file: AgencyFile, today: CivilDate): readonly SubjectGroup[] {
  const all = file.people
    .map((person) => {
      const employment = employmentOn(person, today);
      const roles = employment === null ? '' : roleNames(employment, today).join(', ');
      return { value: person.id, name: listName(shownName(person)), label: `${listName(shownName(person))}${roles === '' ? '' : ` · ${roles}`}`, state: personState(person, today) };
    })
    .sort((a, b) => compareNames(a.name, b.name));
  const of = (group: string, states: readonly PersonState[]): SubjectGroup => ({ group, items: all.filter((each) => states.includes(each.state)).map(({ value, label }) => ({ value, label })) });
  return [
    { group: 'Not on file yet', items: [{ value: somebodyNew, label: 'Somebody new' }] },
    of('Candidates', ['candidate', 'withdrawn']),
    of(`${personStateWords.left}, hired again`, ['left']),
    of('Works here already', ['employed']),
  ].filter((each) => each.items.length > 0);
}
