import type { CivilDate } from '../../civil-date.ts';
import type { MatchTier } from '../../model/exclusion.ts';
import { compareBusiness, type BusinessVerdict } from './business.ts';
import {
  areSwapped, compareBirth, compareGiven, compareMiddle, compareSuffix, compareSurname, middleAsGiven, middleAsSurname, otherNameDiffers,
  type BirthVerdict, type GivenVerdict, type MiddleVerdict, type SuffixVerdict, type SurnameVerdict,
} from './compare.ts';
import type { RowProfile, SubjectProfile } from './profile.ts';

/** Everything that was compared between a subject and a row, and what it comes to. */
export type Judgement = {
  readonly tier: MatchTier;
  /** The rule that decided. */
  readonly rule: Rule;
  /** Why the tier is not higher than it is, beyond the rule itself. */
  readonly heldBack: 'middle' | 'suffix' | 'ended' | null;
  readonly surname: SurnameVerdict;
  readonly given: GivenVerdict;
  readonly middle: MiddleVerdict;
  readonly suffix: SuffixVerdict;
  readonly birth: BirthVerdict;
  readonly sameNpi: boolean;
  readonly business: BusinessVerdict | null;
};

export type Rule =
  | 'npi' | 'name' | 'one-typo' | 'two-typos' | 'initial' | 'swapped' | 'middle-as-given' | 'given-and-birth' | 'given-birth-middle' | 'given-birth-surname' | 'surname-and-birth'
  | 'business' | 'business-near' | 'none';

const agreesSurname = ({ how }: SurnameVerdict): boolean => how === 'exact' || how === 'part' || how === 'cut' || how === 'half';
const agreesGiven = ({ how }: GivenVerdict): boolean => how === 'exact' || how === 'part' || how === 'nickname' || how === 'cut';

type Found = { readonly tier: Exclude<MatchTier, 'none'>; readonly rule: Rule; readonly heldBack?: 'middle' };

const tiersUp: readonly MatchTier[] = ['none', 'weak', 'possible', 'strong'];
const higher = (one: Found | null, other: Found | null): Found | null =>
  one === null ? other : other === null || tiersUp.indexOf(one.tier) >= tiersUp.indexOf(other.tier) ? one : other;

type Names = { readonly surname: SurnameVerdict; readonly given: GivenVerdict; readonly middle: MiddleVerdict; readonly us: SubjectProfile; readonly them: RowProfile };

/** The rules with the birth date equal on both sides. */
function byBirth({ surname, given, middle, us, them }: Names): Found | null {
  const named = surname.how !== 'none' && given.how !== 'none' && given.how !== 'initial';
  const typos = surname.typos + given.typos;
  if (named && typos <= 1) {
    // A surname of which only a part is ours is not yet the surname.
    if (surname.how === 'half') return { tier: 'possible', rule: 'name' };
    return { tier: 'strong', rule: typos === 0 ? 'name' : 'one-typo' };
  }
  if (named && typos === 2) return { tier: 'possible', rule: 'two-typos' };
  if (surname.how !== 'none' && surname.typos <= 1 && given.how === 'initial') return { tier: 'possible', rule: 'initial' };
  // An entry without a first name has nothing that could speak against it.
  if (agreesSurname(surname) && them.givens.length === 0) return { tier: 'possible', rule: 'surname-and-birth' };
  if (areSwapped(us, them)) return { tier: 'possible', rule: 'swapped' };
  if (agreesSurname(surname) && middleAsGiven(us, them) !== null) return { tier: 'possible', rule: 'middle-as-given' };
  if (!agreesGiven(given)) return null;
  if (middleAsSurname(us, them)) return { tier: 'possible', rule: 'given-birth-surname' };
  return middle === 'equal' || middle === 'initial' ? { tier: 'possible', rule: 'given-birth-middle' } : { tier: 'weak', rule: 'given-and-birth' };
}

/**
 * The rules with a birth date missing on a side. A first name that agrees only as another form, with a mistake, by its initial or as a middle name is weak if
 * every recorded middle name differs from theirs: then nothing but the surname is sure.
 */
function byNameAlone({ surname, given, middle, us, them }: Names): Found | null {
  const same = agreesSurname(surname);
  const unless = (rule: Rule, differs: boolean): Found => (differs ? { tier: 'weak', rule, heldBack: 'middle' } : { tier: 'possible', rule });
  const middleDiffers = middle === 'differs' && us.allHave.middle;
  const found: (Found | null)[] = [];
  if (same && agreesGiven(given)) found.push(unless('name', middleDiffers && given.how === 'nickname'));
  else if (surname.typos + given.typos > 0 && surname.typos <= 1 && given.typos <= 1 && surname.how !== 'none' && given.how !== 'none' && given.how !== 'initial') {
    found.push(unless(surname.typos + given.typos === 1 ? 'one-typo' : 'two-typos', middleDiffers));
  } else if (same && given.how === 'initial') found.push(unless('initial', middleDiffers));
  if (areSwapped(us, them)) found.push({ tier: 'possible', rule: 'swapped' });
  if (same && surname.how !== 'half' && middleAsGiven(us, them) !== null) found.push(unless('middle-as-given', otherNameDiffers(us, them)));
  return found.reduce<Found | null>(higher, null);
}

/** The rules with birth dates that differ: never more than weak, and never hidden. */
function despiteBirth({ surname, given, us, them }: Names): Found | null {
  const same = agreesSurname(surname);
  if (same && agreesGiven(given)) return { tier: 'weak', rule: 'name' };
  if ((same && given.how === 'typo' && given.typos === 1) || (surname.how === 'typo' && surname.typos === 1 && agreesGiven(given))) return { tier: 'weak', rule: 'one-typo' };
  if (same && given.how === 'initial') return { tier: 'weak', rule: 'initial' };
  if (areSwapped(us, them)) return { tier: 'weak', rule: 'swapped' };
  if (same && surname.how !== 'half' && middleAsGiven(us, them) !== null && !otherNameDiffers(us, them)) return { tier: 'weak', rule: 'middle-as-given' };
  return null;
}

/**
 * The tier rule, on one subject and one row. Strong: the NPI, or surname and given name (one mistake allowed) with an equal birth date. Possible: the name with
 * a birth date missing; two mistakes, at most one in each name unless the birth dates are equal; an initial; names in each other's place; a middle name used as
 * the first; surname and birth date of an entry that has no first name; given name and birth date equal with the middle initial, a part of the surname or a surname kept as a middle name; a business's name without its legal form. Weak: the name
 * with a birth date that differs, or with a suffix that differs where no birth date can tell; given name and birth date alone; a business's name with its
 * words in another order or with one mistake; and whatever matched an entry that had ended by `on`. None otherwise.
 *
 * Readings where the rules are silent: two mistakes with birth dates that differ are no match; a mistake in a name of fewer than four letters counts only with an equal
 * birth date; a suffix that differs does not weigh against an equal birth date, since father and son do not share it.
 * Source: rules.md 5c; OIG Special Advisory Bulletin of 8 May 2013, pp. 14-17.
 */
export function judge(us: SubjectProfile, them: RowProfile, on: CivilDate): Judgement {
  const { row } = them;
  const birth = compareBirth(us, them);
  const sameBirth = birth === 'equal';
  const most = sameBirth ? 2 : 1;
  const sameNpi = us.npi !== null && us.npi === row.npi;
  const { best, half } = compareSurname(us, them, most, sameBirth);
  const given = compareGiven(us, them, most, sameBirth);
  const middle = compareMiddle(us, them);
  const suffix = compareSuffix(us, them);
  const business = them.business === null ? null : compareBusiness(us.businesses, them.business);
  const ruled = (surname: SurnameVerdict): Found | null => {
    if (them.surnames.length === 0 && them.givens.length === 0) return null;
    const names: Names = { surname, given, middle, us, them };
    return sameBirth ? byBirth(names) : birth === 'unknown' ? byNameAlone(names) : despiteBirth(names);
  };
  let found = ruled(best);
  let surname = best;
  if (half !== null) {
    const byHalf = ruled(half);
    if (best.how === 'none' || higher(found, byHalf) !== found) {
      found = byHalf;
      surname = half;
    }
  }
  let heldBack: Judgement['heldBack'] = found?.heldBack ?? null;
  if (found?.tier === 'possible' && birth === 'unknown' && suffix === 'differs' && us.allHave.suffix) {
    found = { ...found, tier: 'weak' };
    heldBack = 'suffix';
  }
  if (business !== null) {
    const byName = found;
    found = higher(found, business.how === 'equal' || business.how === 'cut' ? { tier: 'possible', rule: 'business' } : { tier: 'weak', rule: 'business-near' });
    if (found !== byName) heldBack = null;
  }
  if (sameNpi) {
    found = { tier: 'strong', rule: 'npi' };
    heldBack = null;
  }
  if (found !== null && found.tier !== 'weak' && row.endsOn !== null && row.endsOn < on) {
    found = { ...found, tier: 'weak' };
    heldBack = 'ended';
  }
  return { tier: found?.tier ?? 'none', rule: found?.rule ?? 'none', heldBack, surname, given, middle, suffix, birth, sameNpi, business };
}
