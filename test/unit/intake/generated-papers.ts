import type { EvidenceKind } from '../../../shared/model/evidence.ts';
import type { Person, PersonName } from '../../../shared/model/person.ts';
import { randomOf, type Random } from '../../support/random.ts';
import { civilDate } from '../../../shared/civil-date.ts';

const givens = ['Ana', 'Maria José', 'Delphine', 'Thi Anh', 'Robert', 'Elizabeth', 'James', 'Łukasz', 'José', 'Keisha', 'DeShawn', 'Margaret', 'William', 'Zoë', 'Michael', 'Katherine', 'Anthony', 'La Toya', 'Christopher', 'Patricia', 'Hung', 'Grace', 'Samuel', 'Denise', 'Theresa', 'Marcus', 'Renée', 'Paul', 'Tyrone', 'Beatrice'];
const families = ['Ruiz', 'Hébert-Cole', 'Nguyễn', "O'Neal", 'McDonald', 'De la Cruz', 'Arceneaux', 'Thibodeaux', 'Smith', 'Johnson', 'Kowalski', 'Broussard', 'Washington', 'Lee', 'Garcia Lopez', 'St. Pierre', 'Fontenot', 'Landry', 'Guidry', 'Price', 'Young', 'Park', 'Delgado', 'Ortiz', 'Boudreaux'];
const middles = ['', '', 'Marie', 'L.', 'Anne', 'Ray', 'Thomas'];

export type MadePaper = { readonly fileName: string; readonly text: string; readonly personId: string | null; readonly kind: EvidenceKind; readonly category?: string; readonly expires?: string; readonly performed?: string };

const written = (name: PersonName): string => [name.given, name.middle, name.family].filter((part) => part !== undefined).join(' ');

/** Three hundred people with the names that go wrong: accents, hyphens, particles, one surname for many, the same name twice, former names. */
export function madeRoster(seed: number): readonly Person[] {
  const random = randomOf(seed);
  const seen = new Set<string>();
  const people: Person[] = [];
  while (people.length < 260) {
    const [given, family, middle] = [random.pick(givens), random.pick(families), random.pick(middles)];
    const key = `${given} ${family}`;
    if (seen.has(key) && !random.chance(0.02)) continue;
    seen.add(key);
    const names: PersonName[] = [{ kind: 'legal', given, family, ...(middle !== '' && { middle }) }];
    if (random.chance(0.1)) names.push({ kind: 'maiden', given, family: random.pick(families) });
    people.push({ id: `p${people.length}`, names, employments: [], birthDate: civilDate(`19${60 + random.below(39)}-0${1 + random.below(9)}-1${random.below(9)}`) });
  }
  return people;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[łŁ]/gu, (letter) => (letter === 'ł' ? 'l' : 'L'));

const namings: readonly ((name: PersonName, random: Random) => string)[] = [
  (name) => `${name.given} ${name.family}`,
  (name) => `${name.family}, ${name.given}`,
  (name) => `${name.family}_${name.given}`,
  (name) => fold(`${name.given}${name.family}`.replace(/[\s'.-]/gu, '')),
  (name) => fold(`${name.family} ${name.given}`).toUpperCase(),
  (name) => `${name.given.slice(0, 1)}. ${name.family}`,
  (name) => fold(`${name.given.slice(0, 1)}${name.family}`.replace(/[\s'.-]/gu, '')).toLowerCase(),
  (name) => `${name.family} ${name.given.slice(0, 1)}`,
  (name) => fold(written(name)),
  (name) => `${fold(name.given)}-${fold(name.family)}`.toLowerCase(),
];

type Sort = { readonly kind: EvidenceKind; readonly category?: string; readonly names: readonly string[]; readonly title: string };
const sorts: readonly Sort[] = [
  { kind: 'cpr-first-aid', names: ['CPR card', 'CPR', 'CPR-First Aid', 'BLS', 'cpr cert'], title: 'American Heart Association\nBLS Provider' },
  { kind: 'tb-test', names: ['TB', 'PPD', 'TB test', 'Quantiferon', 'tb skin test'], title: 'TUBERCULIN SKIN TEST RECORD' },
  { kind: 'background-check', names: ['BGC', 'crim check', 'Background Check', 'criminal history'], title: 'Criminal History Record Check' },
  { kind: 'drug-screen', names: ['drug screen', 'UDS', '10 panel'], title: 'Drug Test Report' },
  { kind: 'job-description', names: ['JD', 'Job Description', 'signed job description'], title: 'JOB DESCRIPTION\nEmployment Specialist' },
  { kind: 'application', names: ['Application', 'resume', 'job application'], title: 'Application for Employment' },
  { kind: 'reference', names: ['reference', 'ref check', 'Reference letter 2'], title: 'Professional Reference' },
  { kind: 'evaluation', names: ['annual eval', 'Performance Evaluation', '90 day eval'], title: 'Performance Evaluation' },
  { kind: 'education', names: ['diploma', 'HS diploma', 'transcript', 'MSW degree'], title: 'Official Transcript' },
  { kind: 'license-verification', names: ['License Verification', 'LCSW', 'Nursys', 'license lookup'], title: 'License Verification' },
  { kind: 'drivers-license', names: ['DL', 'drivers license', "Driver's License"], title: 'Driver License' },
  { kind: 'motor-insurance', names: ['auto insurance', 'car insurance'], title: 'Proof of Insurance' },
  { kind: 'other', category: 'Form I-9', names: ['I-9', 'i9', 'Form I-9'], title: 'Employment Eligibility Verification\nForm I-9' },
  { kind: 'other', category: 'Payroll', names: ['W-4', 'w4', 'direct deposit'], title: 'Form W-4' },
  { kind: 'other', category: 'Social Security card', names: ['SSN card', 'SS card', 'Social Security Card'], title: 'SOCIAL SECURITY' },
  { kind: 'confidentiality-agreement', names: ['confidentiality agreement', 'NDA'], title: 'Confidentiality Agreement' },
  { kind: 'crisis-intervention', names: ['CPI', 'crisis intervention', 'CPI card'], title: 'Nonviolent Crisis Intervention' },
  { kind: 'orientation', names: ['orientation checklist', 'orientation'], title: 'New Employee Orientation' },
  { kind: 'ips-101', names: ['IPS 101', 'IPS101 cert'], title: 'IPS 101' },
  { kind: 'sex-offender-registry', names: ['NSOPW', 'sex offender check'], title: 'National Sex Offender Public Website' },
];

const two = (value: number): string => String(value).padStart(2, '0');
type Day = { readonly year: number; readonly month: number; readonly day: number };
const dayWritings: readonly ((day: Day) => string)[] = [
  ({ year, month, day }) => `${month}-${day}-${String(year).slice(2)}`,
  ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
  ({ year, month, day }) => `${two(month)}${two(day)}${year}`,
  ({ year, month, day }) => `${month}.${day}.${year}`,
  ({ year, month, day }) => `${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? ''} ${day} ${year}`,
  ({ year, month, day }) => `${month}_${day}_${String(year).slice(2)}`,
];
const iso = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;

/** People whose names begin or end like those of the roster and who are not on it: the file of one must never surely be somebody else's. */
function stranger(person: Person, random: Random): string {
  const name = person.names[0];
  if (name === undefined) return 'Nobody Known';
  const other = random.pick(['Okafor', 'Villarreal', 'Quigley', 'Zimmermann']);
  return random.pick([`${name.given} ${name.family} ${other}`, `${other} ${name.given} ${name.family}`, `${name.given} ${other}`, `${other} ${name.family}`, `${name.given} ${name.family} Jr`, `${name.given} ${name.family}-${other}`]);
}

/** Synthetic papers as a small agency names its files, with what is true of each. */
export function madePapers(people: readonly Person[], count: number, seed: number): readonly MadePaper[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, at): MadePaper => {
    const person = random.pick(people);
    const name = random.pick(person.names);
    const sort = random.pick(sorts);
    const isStranger = random.chance(0.12);
    const shown = isStranger ? stranger(person, random) : random.pick(namings)(name, random);
    const sortName = random.pick(sort.names);
    const done: Day = { year: 2024 + random.below(2), month: 1 + random.below(12), day: 1 + random.below(28) };
    const ends: Day = { ...done, year: done.year + 2 };
    const expires = sort.kind === 'cpr-first-aid' || sort.kind === 'drivers-license' || sort.kind === 'motor-insurance' || sort.kind === 'license-verification';
    const dated = random.chance(0.6);
    const dateText = !dated ? '' : expires && random.chance(0.6) ? ` exp ${random.pick(dayWritings)(ends)}` : ` ${random.pick(dayWritings)(done)}`;
    const hasEnd = dateText.includes('exp');
    const body = isStranger ? shown : written(name);
    const text = at % 3 !== 0 ? '' : `${sort.title}\nName: ${body}\nDate of birth: ${person.birthDate ?? ''}\nSupervisor signature: ${written(random.pick(people).names[0] ?? name)}\n`;
    const order = random.below(3);
    const fileName = text !== '' && random.chance(0.25) ? `Scan${two(at)}.pdf`
      : `${order === 0 ? `${shown} ${sortName}${dateText}` : order === 1 ? `${sortName} ${shown}${dateText}` : `${sortName}${dateText} - ${shown}`}.pdf`;
    const named = fileName.startsWith('Scan') ? '' : dateText;
    return {
      fileName: random.chance(0.3) ? fileName.replace(/ /gu, '_') : fileName,
      text: isStranger ? text.replace(/Date of birth.*\n/u, '') : text,
      personId: isStranger ? null : person.id,
      kind: sort.kind,
      ...(sort.category !== undefined && { category: sort.category }),
      ...(named !== '' && (hasEnd ? { expires: iso(ends) } : { performed: iso(done) })),
    };
  });
}
