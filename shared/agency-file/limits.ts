/** How much an agency file may hold: far above any agency, far below what exhausts a machine. */
export type ArchiveLimits = {
  readonly entries: number;
  /** Bytes of agency.json or manifest.json, unpacked. */
  readonly jsonBytes: number;
  /** Bytes of one document, unpacked. */
  readonly documentBytes: number;
  /** Bytes of everything together, unpacked. */
  readonly totalBytes: number;
  /** Unpacked bytes per packed byte; looked at from one MiB on, since small files may well be that regular. */
  readonly ratio: number;
};

export const archiveLimits: ArchiveLimits = {
  entries: 100_000,
  // A record of ten thousand people with three years of monthly searches has about 300 MiB; text above 512 MiB the engine cannot hold.
  jsonBytes: 480 * 1_048_576,
  documentBytes: 256 * 1_048_576,
  totalBytes: 2048 * 1_048_576,
  ratio: 250,
};
