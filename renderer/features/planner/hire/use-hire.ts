import { useMemo, useState } from 'react';
import { beginOf, employmentOn } from '../../../../shared/agenda/employment.ts';
import { draftOf, type HireDraft, type HireQuestion } from '../../../../shared/agenda/planner/draft.ts';
import { hirePlan, type HirePlan } from '../../../../shared/agenda/planner/hire-plan.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../../../../shared/civil-date.ts';
import type { PackId } from '../../../../shared/model/agency.ts';
import type { EmploymentKind, Person, Role } from '../../../../shared/model/person.ts';
import { useSession } from '../../../session/session.tsx';
import { useRoute } from '../../../ui/navigate.ts';
import { somebodyNew } from './subjects.ts';

/** The employment of somebody not on file, as the form holds it. */
export type NewHire = { readonly kind: EmploymentKind; readonly role: Role; readonly teamId: string | null; readonly pack: PackId | null; readonly directCare: boolean; readonly medicaidPaid: boolean };

const firstDraft: NewHire = { kind: 'employee', role: 'ips-specialist', teamId: null, pack: null, directCare: true, medicaidPaid: true };

const draftFor = ({ kind, role, teamId, pack, directCare, medicaidPaid }: NewHire): HireDraft => ({
  employmentId: null, kind, directCare, medicaidPaid, ...(teamId !== null || pack === null ? {} : { packs: [pack] }), roles: [{ role, ...(teamId === null ? {} : { teamId }), daysAfterHire: 0 }],
});

export type Hire = {
  readonly subject: string;
  readonly choose: (subject: string) => void;
  readonly person: Person | null;
  readonly draft: NewHire;
  readonly setDraft: (change: Partial<NewHire>) => void;
  readonly hireOn: CivilDate;
  readonly setHireOn: (date: CivilDate) => void;
  readonly firstServiceOn: CivilDate | null;
  readonly setFirstServiceOn: (date: CivilDate | null) => void;
  readonly plan: HirePlan;
};

/** The planned day where there is one ahead, else two weeks from today. */
function firstDay(person: Person | null, today: CivilDate): CivilDate {
  const employment = person === null ? null : employmentOn(person, today);
  const planned = employment === null || employment.hiredOn !== undefined ? null : beginOf(employment);
  return planned !== null && planned >= today ? planned : fromDay(plusDays(toDay(today), 14));
}

/** The question being asked and its answer, kept together: the answer follows every change at once. */
export function useHire(): Hire {
  const { file, today } = useSession();
  const { query } = useRoute();
  const asked = query.get('person');
  const personOf = (id: string): Person | null => file.people.find((each) => each.id === id) ?? null;
  const [subject, setSubject] = useState(() => (asked !== null && personOf(asked) !== null ? asked : (file.people.find((each) => employmentOn(each, today)?.plannedHireOn !== undefined && employmentOn(each, today)?.hiredOn === undefined && employmentOn(each, today)?.withdrawnOn === undefined)?.id ?? somebodyNew)));
  const person = personOf(subject);
  const [draft, setDraft] = useState<NewHire>(firstDraft);
  const [hireOn, setHireOn] = useState<CivilDate>(() => firstDay(person, today));
  const [firstServiceOn, setFirstServiceOn] = useState<CivilDate | null>(() => (person === null ? null : (employmentOn(person, today)?.firstServiceOn ?? null)));
  const choose = (next: string): void => {
    const chosen = personOf(next);
    setSubject(next);
    setHireOn(firstDay(chosen, today));
    setFirstServiceOn(null);
  };
  const plan = useMemo(() => {
    const known = person === null ? null : draftOf(person, today);
    const question: HireQuestion = {
      personId: person?.id ?? null, employment: known !== null && known.roles.length > 0 ? known : draftFor(draft), hireOn, today,
      ...(firstServiceOn === null ? {} : { firstServiceOn }),
    };
    return hirePlan(file, question);
  }, [file, person, draft, hireOn, firstServiceOn, today]);
  return { subject, choose, person, draft, setDraft: (change) => setDraft((old) => ({ ...old, ...change })), hireOn, setHireOn, firstServiceOn, setFirstServiceOn, plan };
}
