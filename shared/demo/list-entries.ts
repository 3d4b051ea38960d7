import { civilDate, fromDay, plusDays, plusMonths, startOfMonth, type CivilDate, type Day } from '../civil-date.ts';
import type { FileList } from '../screening/list.ts';

/** The day of the month on which the demo agency fetches the lists and searches them. */
export const searchDay = 6;
/** How many months back the lists were searched on this machine; before that, on web sites and elsewhere. */
export const searchedMonths = 3;
/** Somebody is found on the list so many days before today. */
export const confirmedAgo = 6;

/** One invented entry of a list. `number` stays its own whatever row it stands in. */
export type Entry = {
  readonly number: number;
  readonly family: string;
  readonly given: string;
  readonly middle: string;
  readonly business: string;
  readonly birth: CivilDate | null;
  readonly on: CivilDate;
  readonly state: string;
};

const givenNames = [
  'AARON', 'BEATRICE', 'CALVIN', 'DELPHINE', 'EMORY', 'FELICITY', 'GIDEON', 'HARRIET', 'ISIDORE', 'JOCELYN', 'KERMIT', 'LAVINIA', 'MORTIMER', 'NADINE', 'OSWALD', 'PRISCILLA',
  'QUENTIN', 'ROWENA', 'SYLVESTER', 'THELMA', 'ULYSSES', 'VERONICA', 'WINIFRED', 'XAVIERA', 'YOLANDA',
];
const familyNames = [
  'ABERNATHY', 'BOUDREAUX', 'CALLOWAY', 'DESORMEAUX', 'EASTERLING', 'FAIRWEATHER', 'GAUTREAUX', 'HOLLOWAY', 'INGERSOLL', 'JARREAU', 'KILPATRICK', 'LABORDE', 'MCALLISTER',
  'NEWSOME', 'ODUYA', 'PELTIER', 'QUARLES', 'ROMERO', 'SINGLETARY', 'TALBOT', 'UPCHURCH', 'VALLIERE', 'WHITLOCK', 'YARBROUGH', 'ZELLER',
];
const businesses = ['EVERGREEN HOME CARE LLC', 'PONTCHARTRAIN MEDICAL SUPPLY INC', 'CRESCENT TRANSPORT LLC', 'BLUE RIDGE DURABLE EQUIPMENT INC', 'MAGNOLIA HOSPICE LLC'];

const sizes: Readonly<Record<FileList, number>> = { 'oig-leie': 320, 'la-adverse-actions': 150, sam: 140, 'nc-excluded-providers': 80 };
// Lists are of different people: each walks the pairs of names from another place.
const offsets: Readonly<Record<FileList, number>> = { 'oig-leie': 0, 'la-adverse-actions': 331, sam: 97, 'nc-excluded-providers': 211 };

type Invented = { readonly entry: Entry; readonly from: Day; readonly until: Day | null };

/** People and businesses nobody of the demo resembles. New ones come in over the months, and now and then one is taken off. */
function invented(list: FileList, today: Day): readonly Invented[] {
  return Array.from({ length: sizes[list] }, (_, index): Invented => {
    const at = index + offsets[list];
    const business = index % 29 === 7 ? businesses[at % businesses.length] ?? '' : '';
    // Steps that share no factor with the lengths walk through every pair once before any comes back.
    const family = familyNames[(at * 7) % familyNames.length] ?? '';
    const given = givenNames[(at * 11 + Math.floor(at / familyNames.length)) % givenNames.length] ?? '';
    const on = plusDays(today, -(40 + ((at * 89) % 5000)));
    return {
      entry: {
        number: index + 1, family: business === '' ? family : '', given: business === '' ? given : '', middle: business === '' && index % 3 === 0 ? givenNames[(at * 3 + 5) % givenNames.length]?.slice(0, 1) ?? '' : '',
        business, birth: business !== '' || index % 23 === 0 ? null : fromDay(plusDays(today, -(9500 + ((at * 197) % 14_000)))), on: fromDay(on), state: index % 3 === 0 ? 'NC' : 'LA',
      },
      from: plusDays(on, 25), until: index % 41 === 11 ? plusDays(today, -70) : null,
    };
  });
}

/** The search days of the demo before today, newest first: how many months back, and the day. */
export function searchDaysBefore(today: Day): readonly { readonly back: number; readonly on: Day }[] {
  return Array.from({ length: searchedMonths + 1 }, (_, back) => ({ back, on: plusDays(plusMonths(startOfMonth(today), -back), searchDay - 1) })).filter(({ on }) => on < today);
}

/** When the stories begin: the search in which their entry is seen for the first time. */
export function storyDays(today: Day): { readonly first: Day; readonly third: Day; readonly second: Day; readonly last: Day; readonly confirmed: Day } {
  const months = searchDaysBefore(today);
  const on = (back: number): Day => months.find((each) => each.back === back)?.on ?? plusDays(today, -1);
  return { first: on(3), third: on(2), second: on(1), last: months[0]?.on ?? today, confirmed: plusDays(today, -confirmedAgo) };
}

type Story = Pick<Entry, 'family' | 'given'> & Partial<Pick<Entry, 'middle' | 'birth'>> & { readonly from: Day; readonly state?: string; readonly excluded: number };

/** The entries that resemble somebody of the demo, each for a story of the Exclusions screens. */
function stories(list: FileList, today: Day): readonly Story[] {
  const days = storyDays(today);
  switch (list) {
    case 'oig-leie':
      return [
        // The same name and birth date: strong, and nobody has decided yet.
        { family: 'LANDRY-NG', given: 'PERCY', birth: civilDate('1994-04-04'), from: days.second, excluded: 120 },
        // Found out of turn, and it is the person.
        { family: 'VILLERE-HAYES', given: 'MARCUS', birth: civilDate('1981-02-03'), from: days.confirmed, excluded: 45 },
        // A former name without a birth date, decided two months ago and remembered since.
        { family: 'THIBODEAUX', given: 'DENISE', from: days.third, excluded: 700 },
        // A name without a birth date, decided once; it comes back when the person's other name is recorded.
        { family: 'DUHON', given: 'COLETTE', from: days.first, excluded: 1900 },
        // A nickname and no birth date.
        { family: 'FONTENOT', given: 'THEODORE', middle: 'R', from: days.last, excluded: 61 },
        // A maiden name and no birth date.
        { family: 'NUNEZ', given: 'MARISOL', from: days.last, excluded: 58 },
        // Namesakes born on other days: kept in the log.
        { family: 'PAWLOWSKA', given: 'LUCJA', birth: civilDate('1958-03-14'), from: days.first, excluded: 2400 },
        { family: 'BATISTE', given: 'WENDELL', birth: civilDate('1990-11-02'), from: days.first, excluded: 1500 },
        { family: 'LI', given: 'MEI', birth: civilDate('1962-07-27'), from: days.first, excluded: 3100, state: 'NC' },
        { family: 'WHITFIELD', given: 'JAMAL', birth: civilDate('1979-01-09'), from: days.first, excluded: 800, state: 'NC' },
        { family: 'ANTOINE', given: 'JARRELL', birth: civilDate('1971-05-18'), from: days.first, excluded: 990 },
      ];
    case 'la-adverse-actions':
      return [
        // An initial and no birth date.
        { family: 'LINDQVIST', given: 'H', from: days.last, excluded: 52 },
        // Could be anybody of that name; the office that keeps the list was asked.
        { family: 'IBANEZ', given: 'TOMAS', from: days.last, excluded: 77 },
      ];
    case 'sam':
      // The list has no birth dates; decided three months ago and remembered.
      return [{ family: 'CASTELLANOS', given: 'OWEN', from: days.first, excluded: 640, state: 'NC' }];
    case 'nc-excluded-providers':
      return [];
  }
}

/** The entries of a list as published by a day: in the order of their family names, as the real lists are. */
export function entriesOf(list: FileList, fetched: Day, today: Day): readonly Entry[] {
  const base = invented(list, today).filter((each) => each.from <= fetched && (each.until === null || fetched < each.until)).map((each) => each.entry);
  // Numbered before any is left out: an entry says the same in every version it is on.
  const told = stories(list, today).flatMap((story, at): readonly Entry[] => (story.from > fetched ? [] : [{
    number: 900 + at, family: story.family, given: story.given, middle: story.middle ?? '', business: '', birth: story.birth ?? null,
    on: fromDay(plusDays(today, -story.excluded)), state: story.state ?? 'LA',
  }]));
  const key = (entry: Entry): string => `${entry.business}${entry.family} ${entry.given} ${String(entry.number).padStart(4, '0')}`;
  return [...base, ...told].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
