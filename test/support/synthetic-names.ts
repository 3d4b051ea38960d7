import { nicknameLines } from '../../shared/screening/match/nickname-table.ts';
import { randomOf, shuffled, weighted, type Random } from './random.ts';

const onsets = ['B', 'BR', 'C', 'CH', 'CL', 'D', 'DR', 'F', 'FL', 'G', 'GR', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'PR', 'R', 'S', 'SH', 'ST', 'T', 'TR', 'V', 'W', 'Y', 'Z', 'TH'];
const vowels = ['A', 'E', 'I', 'O', 'U', 'AI', 'EA', 'OU', 'IE', 'AU'];
const codas = ['', '', '', 'L', 'N', 'R', 'S', 'M', 'LL', 'ND', 'RT', 'CK', 'NG', 'SS', 'TT'];
const surnameEnds = ['SON', 'TON', 'MAN', 'LEY', 'FORD', 'EAUX', 'EZ', 'ELLI', 'INO', 'WOOD', 'BERG', 'SKI', 'ARD', 'IER', 'ETTE', 'HAM', 'FIELD', 'ERO', 'ADO', 'ELL', 'ER', 'ES', 'IN', 'OV', 'ANDE'];
const givenEnds = ['A', 'IA', 'INE', 'ELL', 'ON', 'US', 'ETTE', 'ISHA', 'ANNE', 'O', 'IS', 'EN', 'AN', 'IE', 'ICE', 'IQUE'];

// Surnames so common that they are nobody's: they stand at the head of the long tail.
const commonSurnames = (
  'SMITH JOHNSON WILLIAMS BROWN JONES GARCIA MILLER DAVIS RODRIGUEZ MARTINEZ HERNANDEZ LOPEZ WILSON ANDERSON THOMAS TAYLOR MOORE JACKSON MARTIN LEE PEREZ THOMPSON WHITE HARRIS SANCHEZ CLARK ' +
  'RAMIREZ LEWIS ROBINSON WALKER YOUNG ALLEN KING WRIGHT SCOTT TORRES NGUYEN HILL FLORES GREEN ADAMS NELSON BAKER HALL RIVERA CAMPBELL MITCHELL CARTER ROBERTS GOMEZ PHILLIPS EVANS TURNER DIAZ ' +
  'PARKER CRUZ EDWARDS COLLINS REYES STEWART MORRIS MORALES MURPHY COOK ROGERS GUTIERREZ ORTIZ MORGAN COOPER PETERSON BAILEY REED KELLY HOWARD RAMOS KIM COX WARD RICHARDSON WATSON BROOKS CHAVEZ ' +
  'WOOD JAMES BENNETT GRAY MENDOZA RUIZ HUGHES PRICE ALVAREZ CASTILLO SANDERS PATEL MYERS LONG ROSS FOSTER JIMENEZ HEBERT LANDRY BROUSSARD GUIDRY FONTENOT THIBODEAUX BOUDREAUX LEBLANC RICHARD'
).split(' ');

/** A name with one letter typed wrong: replaced, left out, added, or swapped with its neighbour. Never the same name. */
export function mistyped(name: string, random: Random, at = random.below(name.length)): string {
  const letter = String.fromCharCode(65 + random.below(26));
  const before = name.slice(0, at);
  const own = name.slice(at, at + 1);
  const after = name.slice(at + 1);
  const typed = random.pick([`${before}${letter}${after}`, `${before}${after}`, `${before}${letter}${own}${after}`, `${before}${after.slice(0, 1)}${own}${after.slice(1)}`]);
  return typed === name ? mistyped(name, random, at) : typed;
}

/** Made-up names, some of them other spellings of usual ones: spelling differs among people as typing does. */
function composed(count: number, ends: readonly string[], syllables: readonly number[], usual: readonly string[], variants: number, random: Random): string[] {
  const known = new Set(usual);
  const made = new Set<string>();
  while (made.size < count) {
    if (random.chance(variants)) {
      // The more common a name, the more spellings it has.
      const variant = mistyped(usual[Math.floor(random.next() ** 2 * usual.length)] ?? '', random);
      if (variant.length >= 3 && !known.has(variant)) made.add(variant);
      continue;
    }
    let name = '';
    for (let left = random.pick(syllables); left > 0; left -= 1) name += random.pick(onsets) + random.pick(vowels) + random.pick(codas);
    if (random.chance(0.5)) name += random.pick(ends);
    if (name.length >= 5 && name.length <= 12 && !known.has(name)) made.add(name);
  }
  return [...made];
}

type Pools = { readonly given: (random: Random) => string; readonly surname: (random: Random) => string };

/**
 * The names everybody in the synthetic lists and rosters is called. Given names: several hundred that are nearly equally likely, taken from the
 * table of nicknames so that short and long forms occur, and a tail of rare ones that are made up. Surnames: the most common ones and a tail of many
 * thousand made-up ones. How often two people agree in a name, how often two names are one letter apart and how long they are follow the published
 * list. The pools are the same whatever the seed of a list, so that chance agreement between a list and a roster is what it is among people.
 */
function makePools(): Pools {
  const random = randomOf(20_260_301);
  const formal = [...new Set(nicknameLines.flatMap((line) => line.slice(0, line.indexOf(':')).split(' ').slice(0, 2)))];
  const short = [...new Set(nicknameLines.flatMap((line) => line.slice(line.indexOf(':') + 2).split(' ').slice(0, 1)))].filter((name) => name.length > 3 && !formal.includes(name));
  const usual = shuffled([...formal, ...shuffled(short, random).slice(0, 150)], random);
  const rareGiven = composed(6_000, givenEnds, [1, 1, 1, 2], usual, 0.5, random);
  const rareSurnames = composed(40_000, surnameEnds, [1, 1, 2], commonSurnames, 0.01, random);
  return {
    given: weighted([...usual, ...rareGiven], (_, at) => (at < usual.length ? 1 / (at + 31) : 0.00007)),
    surname: weighted([...commonSurnames, ...rareSurnames], (_, at) => 1 / (at + 9) ** 0.9),
  };
}

let pools: Pools | null = null;
const poolsOf = (): Pools => (pools ??= makePools());

export const drawGiven = (random: Random): string => poolsOf().given(random);
export const drawSurname = (random: Random): string => poolsOf().surname(random);

const usualMiddles = ['ANN', 'MARIE', 'LYNN', 'LEE', 'JEAN', 'LOUISE', 'ALLEN', 'WAYNE', 'ELIZABETH', 'JAMES', 'MICHAEL', 'ANTHONY'];

/** A middle name: an initial nearly every fourth time, else one of few usual ones or any given name. */
export function drawMiddle(random: Random): string {
  if (random.chance(0.23)) return drawGiven(random).slice(0, 1);
  return random.chance(0.3) ? random.pick(usualMiddles) : drawGiven(random);
}
