/** Under which power somebody was excluded, spelled out, and how long such an exclusion lasts at least. */
export type Authority = {
  /** As one cites it: `1128(b)(4)`. */
  readonly citation: string;
  /** `licence revoked, suspended or surrendered`; empty where the code is not known. */
  readonly meaning: string;
  /** `mandatory, at least 5 years`; empty where the length is set case by case. */
  readonly length: string;
};

const mandatory = 'mandatory, at least 5 years';
const baseline = 'baseline 3 years';

// Keyed as the list prints them, in lower case without blanks or brackets.
const table: Readonly<Record<string, readonly [citation: string, meaning: string, length: string]>> = {
  '1128a1': ['1128(a)(1)', 'conviction of a program-related crime', mandatory],
  '1128a2': ['1128(a)(2)', 'conviction for patient abuse or neglect', mandatory],
  '1128a3': ['1128(a)(3)', 'felony conviction for health care fraud', mandatory],
  '1128a4': ['1128(a)(4)', 'felony conviction for a controlled substance', mandatory],
  '1128b1': ['1128(b)(1)', 'misdemeanor health care fraud, or fraud in another government program', baseline],
  '1128b1a': ['1128(b)(1)(A)', 'misdemeanor conviction for health care fraud', baseline],
  '1128b1b': ['1128(b)(1)(B)', 'conviction for fraud in a government program outside health care', baseline],
  '1128b2': ['1128(b)(2)', 'conviction for obstructing an investigation or audit', baseline],
  '1128b3': ['1128(b)(3)', 'misdemeanor conviction for a controlled substance', baseline],
  '1128b4': ['1128(b)(4)', 'licence revoked, suspended or surrendered', ''],
  '1128b5': ['1128(b)(5)', 'excluded or suspended by a federal or state health care program', ''],
  '1128b6': ['1128(b)(6)', 'excessive charges, or unnecessary or substandard services', ''],
  '1128b7': ['1128(b)(7)', 'fraud, kickbacks and other prohibited activities', ''],
  '1128b8': ['1128(b)(8)', 'entity controlled by a sanctioned person', ''],
  '1128b8a': ['1128(b)(8)(A)', 'entity controlled by a family or household member of a sanctioned person', ''],
  '1128b9': ['1128(b)(9)', 'failure to disclose required information', ''],
  '1128b10': ['1128(b)(10)', 'failure to supply requested information on subcontractors and suppliers', ''],
  '1128b11': ['1128(b)(11)', 'failure to supply payment information', ''],
  '1128b12': ['1128(b)(12)', 'failure to grant immediate access', ''],
  '1128b13': ['1128(b)(13)', 'failure to take corrective action', ''],
  '1128b14': ['1128(b)(14)', 'default on a health education loan or scholarship', ''],
  '1128b15': ['1128(b)(15)', 'individual controlling a sanctioned entity', ''],
  '1128b16': ['1128(b)(16)', 'false statement or misrepresentation of a material fact', ''],
  '1128aa': ['1128A(a)', 'civil money penalty law', ''],
  '1128c3gi': ['1128(c)(3)(G)(i)', 'two mandatory offenses', 'at least 10 years'],
  '1128c3gii': ['1128(c)(3)(G)(ii)', 'three or more mandatory offenses', 'permanent'],
  '1156': ['1156', 'sanction on the recommendation of a peer review organization', ''],
  '1160': ['1160', 'sanction on the recommendation of a peer review organization', ''],
  brchcia: ['Breach of CIA', 'breach of a corporate integrity agreement', ''],
  brchsa: ['Breach of SA', 'breach of a settlement agreement', ''],
};

/**
 * What an exclusion code of the OIG LEIE (its column EXCLTYPE, such as `1128b4`) stands for. Capitals, blanks and brackets do not
 * matter; the one that would, 1128(a) against 1128A(a), is told apart by the digit that follows. A code the table does not know is
 * answered as it is printed, without a meaning; a blank one is null.
 * Source: OIG exclusion authorities, as listed beside the LEIE record layout.
 */
export function authorityOf(code: string): Authority | null {
  const printed = code.trim();
  if (printed === '') return null;
  const key = printed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const known = Object.hasOwn(table, key) ? table[key] : undefined;
  if (known === undefined) return { citation: printed, meaning: '', length: '' };
  const [citation, meaning, length] = known;
  return { citation, meaning, length };
}
