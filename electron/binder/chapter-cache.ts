/** Drawn chapters kept from one job to the next, by the digest of everything they were drawn from. What it keeps is about people: it is sealed wherever the agency is. */
export type ChapterCache = {
  /** Null where there is none, or what lies there is not whole. */
  readonly get: (key: string) => Promise<Uint8Array | null>;
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
};
