import { monthOf, type CivilDate, type CivilMonth } from '../civil-date.ts';
import type { Person } from '../model/person.ts';
import { countOf } from '../wording.ts';
import type { Certificate } from './certificate-model.ts';
import { byText } from './by-text.ts';
import { beginningOf, type BinderContext } from './context.ts';
import { recipientOf } from './recipient.ts';

/** The certificates of one year of a person's months, oldest first; `on`: the first day of the first month. */
export type CertificateYear = { readonly year: string; readonly title: string; readonly on: CivilDate; readonly certificates: readonly Certificate[] };

/**
 * The certificates of every month in which a person was searched, up to the month judged, as far back as the recipient asks (`certificateMonths`; absent: all).
 * A month in which nobody searched has none: the grid and its gap page say so.
 */
export function certificateYears(context: BinderContext, person: Person): readonly CertificateYear[] {
  const { asOf } = context.options;
  const months = [...new Set(context.checksOf(person.id).filter((check) => check.checkedOn <= asOf).map((check) => monthOf(check.checkedOn)))].sort(byText);
  const begun = person.employments.flatMap((employment) => beginningOf(employment) ?? []).sort(byText)[0];
  const longest = recipientOf(context.options).certificateMonths;
  const wanted = months.filter((month) => (begun === undefined || month >= monthOf(begun)) && (longest === undefined || monthsBack(month, monthOf(asOf)) < longest));
  const years = new Map<string, Certificate[]>();
  const firsts = new Map<string, CivilDate>();
  for (const month of wanted) {
    const certificate = context.certificates(month).get(person.id);
    if (certificate === undefined) continue;
    const year = month.slice(0, 4);
    const known = years.get(year);
    if (known === undefined) years.set(year, [certificate]);
    else known.push(certificate);
    if (!firsts.has(year)) firsts.set(year, `${month}-01` as CivilDate);
  }
  return [...years].map(([year, certificates]) => ({
    year, certificates, on: firsts.get(year) ?? (`${year}-01-01` as CivilDate), title: `Monthly certificates ${year}, ${countOf(certificates.length, 'month')}`,
  }));
}

const monthsBack = (month: CivilMonth, to: CivilMonth): number => (Number(to.slice(0, 4)) - Number(month.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(month.slice(5, 7));
