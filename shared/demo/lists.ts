import { fromDay, plusDays, toDay, type CivilDate, type Day } from '../civil-date.ts';
import { asciiOf } from './one-page-pdf.ts';
import { profiles } from './people.ts';

const givenNames = [
  'AARON', 'BEATRICE', 'CALVIN', 'DELPHINE', 'EMORY', 'FELICITY', 'GIDEON', 'HARRIET', 'ISIDORE', 'JOCELYN', 'KERMIT', 'LAVINIA', 'MORTIMER', 'NADINE', 'OSWALD', 'PRISCILLA',
  'QUENTIN', 'ROWENA', 'SYLVESTER', 'THELMA', 'ULYSSES', 'VERONICA', 'WENDELL', 'XAVIERA', 'YOLANDA',
];
const familyNames = [
  'ABERNATHY', 'BOUDREAUX', 'CALLOWAY', 'DESORMEAUX', 'EASTERLING', 'FAIRWEATHER', 'GAUTREAUX', 'HOLLOWAY', 'INGERSOLL', 'JARREAU', 'KILPATRICK', 'LABORDE', 'MCALLISTER',
  'NEWSOME', 'ODUYA', 'PELTIER', 'QUARLES', 'ROMERO', 'SINGLETARY', 'TALBOT', 'UPCHURCH', 'VALLIERE', 'WHITLOCK', 'YARBROUGH', 'ZELLER',
];
const reasons = ['1128a1', '1128b4', '1128a3', '1128a2', '1128a4', '1128b7'];

type Listed = { readonly family: string; readonly given: string; readonly birth: CivilDate | null; readonly on: Day };

/** Six hundred invented people, and three that resemble people of the demo: one the same, one namesake, one former name. */
function listed(today: Day): readonly Listed[] {
  const invented = Array.from({ length: 600 }, (_, at): Listed => ({
    // Steps that share no factor with the lengths walk through every pair once before any comes back.
    family: familyNames[(at * 7) % familyNames.length] ?? '',
    given: givenNames[(at * 11 + Math.floor(at / familyNames.length)) % givenNames.length] ?? '',
    birth: at % 23 === 0 ? null : fromDay(plusDays(today, -(9500 + ((at * 197) % 14_000)))),
    on: plusDays(today, -(40 + ((at * 89) % 5000))),
  }));
  const like = (id: string, birth: CivilDate | null, nameAt = 0): readonly Listed[] => {
    const profile = profiles.find((each) => each.id === id);
    const name = profile?.names[nameAt];
    if (profile === undefined || name === undefined) return [];
    return [{ family: asciiOf(name.family).toUpperCase(), given: asciiOf(name.given).toUpperCase(), birth: birth ?? profile.birthDate, on: plusDays(today, -45) }];
  };
  return [...invented, ...like('p14', null), ...like('p18', fromDay(plusDays(today, -15_000))), ...like('p02', fromDay(plusDays(today, -20_000)), 1)];
}

const compact = (date: CivilDate | null): string => (date === null ? '' : date.replaceAll('-', ''));
const quoted = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`;

/** A synthetic list in the layout of the OIG's full LEIE file: its 18 columns, bare header, quoted rows, CRLF. */
export function leieCsv(today: CivilDate): string {
  const header = 'LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE\r\n';
  return header + listed(toDay(today)).map((row, at) => quoted([
    row.family.slice(0, 20), row.given.slice(0, 15), '', '', 'SYNTHETIC', 'SYNTHETIC', '', '0000000000', compact(row.birth), `${100 + at} EXAMPLE STREET`, 'EXAMPLE', at % 3 === 0 ? 'NC' : 'LA',
    '00000', reasons[at % reasons.length] ?? '', compact(fromDay(row.on)), '00000000', '00000000', '',
  ])).join('');
}

/** A synthetic list in the layout of the Louisiana adverse-actions export: a header, a filler line, then the rows. */
export function adverseActionsCsv(today: CivilDate): string {
  const heads = [
    'First Name', 'Last Name or Entity Name', 'Birthdate', 'Affiliated Entity', 'Title or Type', 'NPI', 'Exclusion Reason', 'Period of Exclusion', 'Effective Date', 'Reinstate Date',
    'State and Zip',
  ];
  const american = (date: CivilDate | null): string => (date === null ? '' : `${Number(date.slice(5, 7))}/${Number(date.slice(8))}/${date.slice(0, 4)} 12:00:00 AM`);
  return quoted(heads) + quoted(heads.map(() => '')) + listed(toDay(today)).slice(0, 150).map((row) => quoted([
    row.given, row.family, american(row.birth), '', 'SYNTHETIC', '', 'Synthetic entry', 'Indefinite', american(fromDay(row.on)), '', 'LA 00000',
  ])).join('');
}
