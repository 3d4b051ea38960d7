/**
 * Bounds of one list file. The largest list, SAM, has about 150,000 rows in 60 to 100 MB; these leave room for its growth and
 * none for a file made to exhaust the machine.
 */
export const listLimits = {
  bytes: 256 * 2 ** 20,
  /** Text is held as one string; engines end near 512 MB. */
  unpackedBytes: 384 * 2 ** 20,
  entries: 200,
  rows: 500_000,
  columns: 100,
  cellLength: 20_000,
} as const;

/** A full LEIE file has more than 80,000 entries; one with fewer than this is imported only once somebody says why. Source: rules.md 5a. */
export const fullFileRows = 60_000;
