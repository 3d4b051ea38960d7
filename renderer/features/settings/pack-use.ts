import type { CivilDate } from '../../../shared/civil-date.ts';
import { packIds, type Agency, type PackId, type PackUse } from '../../../shared/model/agency.ts';

/** A pack's dates as the form holds them; null is open. */
export type PackDates = {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly appliesToHiresFrom: CivilDate | null;
  readonly reason: string;
};

export const always: PackDates = { from: null, to: null, appliesToHiresFrom: null, reason: '' };

const idOf = (use: PackUse): PackId => (typeof use === 'string' ? use : use.pack);

/** How an agency uses a pack, null where it does not. */
export function packUseOf(agency: Agency, id: PackId): PackDates | null {
  const use = agency.packs.find((each) => idOf(each) === id);
  if (use === undefined) return null;
  if (typeof use === 'string') return always;
  return { from: use.from ?? null, to: use.to ?? null, appliesToHiresFrom: use.appliesToHiresFrom ?? null, reason: use.reason ?? '' };
}

/** The agency with one pack used so, or no more; packs stay in their usual order. */
export function withPackUse(agency: Agency, id: PackId, use: PackDates | null): Agency {
  const others = agency.packs.filter((each) => idOf(each) !== id);
  const all = use === null ? others : [...others, written(id, use)];
  return { ...agency, packs: [...all].sort((one, other) => packIds.indexOf(idOf(one)) - packIds.indexOf(idOf(other))) };
}

function written(pack: PackId, { from, to, appliesToHiresFrom, reason }: PackDates): PackUse {
  if (from === null && to === null && appliesToHiresFrom === null && reason.trim() === '') return pack;
  return {
    pack,
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(appliesToHiresFrom !== null && { appliesToHiresFrom }),
    ...(reason.trim() !== '' && { reason: reason.trim() }),
  };
}
