import { civilDate, fromDay, plusDays, toDay, type CivilDate } from '../../shared/civil-date.ts';
import { leieHeads } from '../../shared/screening/lists/leie.ts';
import { randomOf, type Random } from './random.ts';
import { drawGiven, drawMiddle, drawSurname } from './synthetic-names.ts';

/** An entry of a synthetic list, before it is printed. Empty texts and nulls are printed as the list prints them. */
export type Entry = {
  readonly family: string;
  readonly given: string;
  /** As it stands in MIDNAME, a suffix included. */
  readonly middle: string;
  readonly business: string;
  readonly npi: string | null;
  readonly birthDate: CivilDate | null;
  readonly state: string;
};

/** Widths of the layout: what is longer is cut there. */
const widths = { family: 20, given: 15, middle: 15, business: 30 } as const;

/**
 * Shares of the whole list published in 2026, of all rows where nothing else is said. Businesses have no birth date, so that 94 % of all rows with one leave
 * about one person in fifty without.
 */
const shares = { business: 0.04, birthDate: 0.94, npi: 0.15, middle: 0.71, suffix: 0.024, hyphen: 0.02, twoWords: 0.014 } as const;

const states = ['CA', 'FL', 'TX', 'NY', 'OH', 'PA', 'LA', 'NC', 'MI', 'AZ', 'NJ', 'VA', 'GA', 'TN', 'IL', 'WA', 'MS', 'AL', 'KY', 'MA'];
const trades = ['HOME HEALTH', 'MEDICAL SUPPLY', 'PHARMACY', 'COUNSELING', 'DENTAL CARE', 'AMBULANCE', 'REHAB CENTER', 'CLINIC', 'TRANSPORT', 'LABORATORY', 'HOSPICE', 'NURSING HOME'];
const legalForms = ['INC', 'LLC', 'LTD', 'PA', 'PC', 'CORP', ''];
const exclusionTypes = ['1128a1', '1128b4', '1128a3', '1128a2', '1128a4', '1128b14', '1128b5', '1128b8'];

const firstBirth = toDay(civilDate('1934-01-01'));
const firstExclusion = toDay(civilDate('1995-01-01'));
const birthDays = 64 * 365.25;

/** Birth dates between 1934 and 1997, most around 1966: two of them are equal about as seldom as in the published list. */
export const drawBirthDate = (random: Random): CivilDate => fromDay(plusDays(firstBirth, Math.floor(((random.next() + random.next()) / 2) * birthDays)));

export const drawNpi = (random: Random): string => `1${String(random.below(1_000_000_000)).padStart(9, '0')}`;
export const drawState = (random: Random): string => random.pick(states);

/** A half of a surname of two: people join shorter ones than others bear. */
function drawHalf(random: Random): string {
  for (;;) {
    const name = drawSurname(random);
    if (name.length <= 10) return name;
  }
}

/** A surname as lists have them: hyphenated one time in fifty, of two words a little less often. */
export function drawFamily(random: Random): string {
  const joint = random.next();
  if (joint < shares.hyphen) return `${drawHalf(random)}-${drawHalf(random)}`;
  if (joint < shares.hyphen + shares.twoWords) return random.chance(0.4) ? `${random.pick(['DE LA', 'DE', 'ST', 'VAN', 'MC'])} ${drawSurname(random)}` : `${drawHalf(random)} ${drawHalf(random)}`;
  return drawSurname(random);
}

function drawPerson(random: Random): Entry {
  const withMiddle = random.chance(shares.middle);
  const suffixed = random.chance(shares.suffix);
  const middle = withMiddle ? drawMiddle(random) : '';
  return {
    family: drawFamily(random),
    given: drawGiven(random),
    middle: suffixed ? `${middle} ${random.pick(['JR', 'JR', 'JR', 'SR', 'II', 'III'])}`.trim() : middle,
    business: '',
    npi: random.chance(shares.npi) ? drawNpi(random) : null,
    birthDate: random.chance(shares.birthDate / (1 - shares.business)) ? drawBirthDate(random) : null,
    state: drawState(random),
  };
}

function drawBusiness(random: Random): Entry {
  const name = `${drawSurname(random)}${random.chance(0.3) ? ` & ${drawSurname(random)}` : ''} ${random.pick(trades)} ${random.pick(legalForms)}`.trim();
  return { family: '', given: '', middle: '', business: name, npi: random.chance(shares.npi) ? drawNpi(random) : null, birthDate: null, state: drawState(random) };
}

/** Entries of a list, the same for the same seed. `rows` counts the planted ones, which come first. */
export function syntheticEntries(seed: number, rows: number, planted: readonly Entry[] = []): readonly Entry[] {
  const random = randomOf(seed);
  const entries = [...planted];
  while (entries.length < rows) entries.push(random.chance(shares.business) ? drawBusiness(random) : drawPerson(random));
  return entries;
}

const compact = (date: CivilDate | null): string => (date === null ? '' : date.replaceAll('-', ''));

/**
 * The bytes of a LEIE file with these entries, as it is published: the header plain, every field in quotes, lines that end in CRLF, sorted by surname. `of` is
 * the row of each entry as a person counts it, in the order given.
 */
export function leieFile(entries: readonly Entry[], seed: number): { readonly bytes: Uint8Array; readonly of: readonly number[] } {
  const random = randomOf(seed + 1);
  const order = entries.map((entry, at) => ({ key: `${entry.family}${entry.business}|${entry.given}`, at })).sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.at - other.at));
  const of: number[] = Array.from({ length: entries.length }, () => 0);
  const lines = [leieHeads.join(',')];
  for (const { at } of order) {
    const entry = entries[at];
    if (entry === undefined) continue;
    of[at] = lines.length + 1;
    const excluded = fromDay(plusDays(firstExclusion, random.below(11_300)));
    const cells = [
      entry.family.slice(0, widths.family), entry.given.slice(0, widths.given), entry.middle.slice(0, widths.middle), entry.business.slice(0, widths.business),
      'INDIVIDUAL', 'NURSE/NURSES AIDE', '', entry.npi ?? '0000000000', compact(entry.birthDate), `${1 + random.below(9_999)} EXAMPLE STREET`, 'ANYTOWN', entry.state,
      String(10_000 + random.below(89_999)), random.pick(exclusionTypes), compact(excluded), '00000000', '00000000', '',
    ];
    lines.push(cells.map((cell) => `"${cell}"`).join(','));
  }
  return { bytes: new TextEncoder().encode(`${lines.join('\r\n')}\r\n`), of };
}

/** How often two entries with a value agree in it by chance. */
export function chanceOf<Item>(entries: readonly Item[], valueOf: (entry: Item) => string | null): number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const entry of entries) {
    const value = valueOf(entry);
    if (value === null || value === '') continue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    total += 1;
  }
  let pairs = 0;
  for (const count of counts.values()) pairs += count * (count - 1);
  return pairs / (total * (total - 1));
}
