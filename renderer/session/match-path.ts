/** Which candidate of which check, in the address of the matches screen; a check without candidates of its own has no digest. */
export const matchKey = (checkId: string, digest: string | null): string => (digest === null ? checkId : `${checkId} ${digest}`);

/** Where a possible match is decided; without a key, the first that waits. */
export const matchPath = (key?: string): string => (key === undefined ? '/exclusions/matches' : `/exclusions/matches?match=${encodeURIComponent(key)}`);
