import type { DownloadList } from '../../shared/ipc/connection.ts';
import { leieHeads } from '../../shared/screening/lists/leie.ts';
import { parseUrl } from '../allowed-urls.ts';

/** Where a list is fetched from, and how to tell that what came is it. */
export type ListSource = {
  readonly address: string;
  /** What the file is called when it is handed over. */
  readonly fileName: string;
  /** Content types the file may come as, without their parameters. */
  readonly types: readonly string[];
  /** The heads of its first line, in order; several where publishers spell them in several ways. */
  readonly heads: readonly (readonly string[])[];
  readonly maxBytes: number;
};

/** Every address Muster ever connects to. The whole of it: nothing else in the program holds one. */
const sources: Readonly<Record<DownloadList, ListSource>> = {
  'oig-leie': {
    address: 'https://oig.hhs.gov/exclusions/downloadables/UPDATED.csv',
    fileName: 'UPDATED.csv',
    types: ['text/csv', 'application/octet-stream'],
    // The file says WVRSTATE, its record layout WAIVERSTATE.
    heads: [leieHeads, [...leieHeads.slice(0, -1), 'WAIVERSTATE']],
    // Six times the file of 2026.
    maxBytes: 96 * 2 ** 20,
  },
};

/**
 * The source of a list. A test may put a server of this very computer in its place, with `MUSTER_LEIE_ADDRESS`; an installed
 * app does not look at that, and any other computer's address is ignored.
 */
export function sourceOf(list: DownloadList, given: { readonly packaged: boolean; readonly env: Readonly<Record<string, string | undefined>> }): ListSource {
  const source = sources[list];
  const override = given.packaged ? undefined : given.env['MUSTER_LEIE_ADDRESS'];
  return override !== undefined && isThisComputer(override) ? { ...source, address: override } : source;
}

/**
 * Whether an address the site points to may be asked in place of the one it was asked at: the same scheme, host and port, and
 * no name or password in it. The official addresses are HTTPS, so that what they point to is too.
 */
export function isSameSite(source: ListSource, address: string): boolean {
  const from = parseUrl(source.address);
  const to = parseUrl(address);
  return from !== null && to !== null && to.origin === from.origin && to.username === '' && to.password === '';
}

function isThisComputer(address: string): boolean {
  const url = parseUrl(address);
  return url !== null && url.protocol === 'http:' && url.hostname === '127.0.0.1' && url.username === '' && url.password === '';
}
