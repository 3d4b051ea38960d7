import { defaultTimeZone } from '../../shared/model/agency.ts';

/** The zones of the United States, west to east, as people call them. */
const american: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'America/New_York', label: 'Eastern (New York)' },
  { value: 'America/Chicago', label: 'Central (Chicago, New Orleans)' },
  { value: 'America/Denver', label: 'Mountain (Denver)' },
  { value: 'America/Phoenix', label: 'Arizona (Phoenix)' },
  { value: 'America/Los_Angeles', label: 'Pacific (Los Angeles)' },
  { value: 'America/Anchorage', label: 'Alaska (Anchorage)' },
  { value: 'Pacific/Honolulu', label: 'Hawaii (Honolulu)' },
];

/** The zones to choose from; one that is set already and not among them is offered too. */
export const timeZoneChoices = (current: string = defaultTimeZone): readonly { readonly value: string; readonly label: string }[] =>
  american.some((zone) => zone.value === current) ? american : [...american, { value: current, label: current }];

/** What to say of an NPI as it is typed: null while it is empty or right. */
export function npiRemark(text: string, isValid: (npi: string) => boolean): string | null {
  const npi = text.trim();
  if (npi === '') return null;
  if (!/^\d{10}$/.test(npi)) return 'An NPI has ten digits.';
  return isValid(npi) ? null : 'The check digit does not fit: compare it with the NPI letter. It can be kept as it is.';
}
