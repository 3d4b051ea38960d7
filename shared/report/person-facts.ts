import { dateWords, distanceWords } from '../wording.ts';
import type { CivilDate } from '../civil-date.ts';
import { packIds, type PackId } from '../model/agency.ts';
import { roleWords, type Employment, type License, type Person, type RoleSpan } from '../model/person.ts';
import { packs } from '../rules/packs/packs.ts';
import type { Standing } from '../rules/standing.ts';
import type { Fact } from './binder-model.ts';
import { byText } from './by-text.ts';
import { beginningOf, type BinderContext } from './context.ts';
import { spanWords } from './words.ts';

const licenseWords: Readonly<Record<License['kind'], string>> = {
  psychiatrist: 'Psychiatrist', aprn: 'APRN', pa: 'PA', rn: 'RN', lpn: 'LPN', lcsw: 'LCSW', lmsw: 'LMSW', lpc: 'LPC', lmft: 'LMFT',
  psychologist: 'Psychologist', lac: 'LAC', other: 'Other licence',
};
const kindWords: Readonly<Record<Employment['kind'], string>> = { employee: 'employee', contractor: 'contractor', intern: 'intern', volunteer: 'volunteer' };

const heldOn = (span: RoleSpan, day: CivilDate): boolean => span.from <= day && (span.to === undefined || span.to >= day);

/** The roles held on the day, or the last ones held before it; in the order they began. */
export function rolesOn(employment: Employment | undefined, day: CivilDate): readonly RoleSpan[] {
  const spans = [...(employment?.roles ?? [])].sort((a, b) => byText(a.from, b.from));
  const held = spans.filter((span) => heldOn(span, day));
  if (held.length > 0) return held;
  const past = spans.filter((span) => span.from <= day);
  return past.length > 0 ? past.slice(-1) : spans.slice(0, 1);
}

export const roleLineOf = (employment: Employment | undefined, day: CivilDate): string =>
  [...new Set(rolesOn(employment, day).map((span) => roleWords[span.role]))].join(', ') || 'No role on record';

const fact = (label: string, value: string, note: string | null = null): Fact => ({ label, value, note });

function employedWords(employment: Employment, asOf: CivilDate): Fact {
  if (employment.hiredOn === undefined) return fact('Employed', 'not yet hired');
  if (employment.endedOn === undefined) return fact('Employed', `yes, ${kindWords[employment.kind]}`, 'no end date recorded');
  const ended = employment.endedOn > asOf;
  return fact(ended ? 'Ends' : 'Ended', dateWords(employment.endedOn), ended ? distanceWords(employment.endedOn, asOf) : 'last day worked; judged as of that day');
}

function employmentFacts(employment: Employment | undefined, asOf: CivilDate): readonly Fact[] {
  if (employment === undefined) return [fact('Employed', 'no employment on record')];
  const begun = beginningOf(employment);
  const hired = employment.hiredOn !== undefined
    ? fact('Hired', dateWords(employment.hiredOn), employment.hiredOn <= asOf ? `${spanWords(employment.hiredOn, asOf)} before as-of` : distanceWords(employment.hiredOn, asOf))
    : fact('Hire planned', begun === null ? 'no date' : dateWords(begun), begun === null ? null : distanceWords(begun, asOf));
  return [
    fact('Offer', employment.offeredOn === undefined ? 'not recorded' : dateWords(employment.offeredOn)),
    hired,
    fact('First client service', employment.firstServiceOn === undefined ? 'not recorded' : dateWords(employment.firstServiceOn)),
    employedWords(employment, asOf),
  ];
}

function licenceFact(person: Person, asOf: CivilDate): Fact {
  const held = person.licenses ?? [];
  if (held.length === 0) return fact('Licence', 'none held');
  const words = held.map((license) => {
    const name = [licenseWords[license.kind], license.state, license.number].filter((part) => part !== undefined && part !== '').join(' ');
    const end = license.expiresOn === undefined ? 'no expiry recorded' : `${license.expiresOn < asOf ? 'expired' : 'to'} ${dateWords(license.expiresOn)}`;
    return `${name}, ${end}`;
  });
  return fact('Licence', words.join('; '));
}

function npiFact(person: Person, standings: readonly Standing[]): Fact {
  const value = person.npi ?? '';
  if (value === '') return fact('NPI', 'none recorded');
  const judged = standings.flatMap((standing) => standing.account.parts).map((part) => part.why).find((why) => why.code === 'identifier');
  if (judged?.code !== 'identifier') return fact('NPI', value);
  return fact('NPI', value, judged.valid ? 'check digit agrees' : 'check digit does not agree');
}

/** The packs whose documents the standings cite, as the pack lists name them: `la-medicaid 2026.1`. */
export function packWords(context: BinderContext, standings: readonly Standing[]): Fact {
  const cited = new Set(standings.map((standing) => standing.requirement));
  const used = packsInForce(context).filter((id) => packs[id].rows.some((row) => cited.has(row.id)));
  const own = [...cited].filter((id) => id.startsWith('own.')).length;
  const value = used.map((id) => `${id} ${packs[id].version}`);
  if (own > 0) value.push(`agency ${own}`);
  return fact('Rule packs', value.length === 0 ? 'none in force' : value.join('; '), used.map((id) => packs[id].title).join('; ') || null);
}

/** The packs the agency and its teams use, in the order of the list of packs. */
export function packsInForce(context: BinderContext): readonly PackId[] {
  const named = new Set<PackId>(context.file.agency.packs.map((use) => (typeof use === 'string' ? use : use.pack)));
  for (const team of context.file.teams ?? []) for (const pack of team.packs ?? []) named.add(pack);
  return packIds.filter((id) => named.has(id));
}

/** The two columns of facts on a person's cover. */
export function personFacts(context: BinderContext, person: Person, employments: readonly Employment[], standings: readonly Standing[]): { readonly left: readonly Fact[]; readonly right: readonly Fact[] } {
  const { asOf } = context.options;
  const current = employments[0];
  const earlier = employments.slice(1).map((employment) => {
    const from = beginningOf(employment);
    return `${from === null ? 'no date' : dateWords(from)} to ${employment.endedOn === undefined ? 'no end recorded' : dateWords(employment.endedOn)}`;
  });
  const spans = [...(current?.roles ?? [])].sort((a, b) => byText(b.from, a.from));
  const roles = spans.slice(0, 4).map((span) => `${roleWords[span.role]}, from ${dateWords(span.from)}${span.to === undefined ? '' : ` to ${dateWords(span.to)}`}`);
  return {
    left: [...employmentFacts(current, asOf), ...(earlier.length === 0 ? [] : [fact('Employed before', earlier.join('; '))])],
    right: [
      fact(roles.length > 1 ? 'Roles' : 'Role', roles.join('; ') || 'none recorded', spans.length > 4 ? `and ${spans.length - 4} earlier` : null),
      licenceFact(person, asOf),
      npiFact(person, standings),
      packWords(context, standings),
    ],
  };
}
