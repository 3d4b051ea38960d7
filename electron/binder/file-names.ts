import type { CivilDate, CivilMonth } from '../../shared/civil-date.ts';

// Names Windows keeps for devices, whatever their ending.
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A part of a file name that every system accepts: no separators, no reserved characters or names, no trailing dot or space. */
export function safePart(text: string, longest = 60): string {
  const clean = Array.from(text.normalize('NFC'))
    .map((character) => (character < ' ' || character === '\u007f' || '<>:"/\\|?*'.includes(character) ? ' ' : character))
    .join('')
    .replace(/[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = Array.from(clean).slice(0, longest).join('').replace(/^[. ]+|[. ]+$/g, '');
  if (cut === '') return 'unnamed';
  return reserved.test(cut) ? `${cut}_` : cut;
}

/**
 * `Nguyen, Anh - binder as of 2026-03-31.pdf`; where two people share a name, the later ones carry a number.
 * @param taken names given away already, in lower case; the new one is added
 */
export const binderName = (who: string, asOf: CivilDate, volume: 1 | 2, taken: Set<string>): string => freeName(`${safePart(who)} - binder as of ${asOf}${volume === 1 ? '' : ' - volume 2'}`, taken);

/** `Nguyen, Anh - exclusion certificate 2026-03.pdf`; numbered as binders are. */
export const certificateName = (who: string, month: CivilMonth, taken: Set<string>): string => freeName(`${safePart(who)} - exclusion certificate ${month}`, taken);

/** `Riverbend IPS - agency packet as of 2026-03-31.pdf`. */
export const packetName = (agency: string, asOf: CivilDate, taken: Set<string>): string => freeName(`${safePart(agency)} - agency packet as of ${asOf}`, taken);

function freeName(base: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const name = `${base}${number === 1 ? '' : ` (${number})`}.pdf`;
    // Windows and macOS do not tell capitals from small letters.
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
