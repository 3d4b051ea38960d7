import path from 'node:path';

/** Where this run keeps and finds things; decided once, before anything else. */
export type Surroundings = {
  /** The folder of Chromium's storage, the documents and the log. */
  readonly profile: string;
  /** The folder of the built page. */
  readonly page: string;
  /** The dev server's origin while developing, else null. */
  readonly devServer: string | null;
};

/**
 * `MUSTER_PROFILE` chooses another profile folder. A checkout uses a profile of its own, so that trying something out never
 * touches an agency's records.
 */
export function surroundings(given: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly packaged: boolean;
  readonly appData: string;
  readonly built: string;
}): Surroundings {
  const chosen = given.env['MUSTER_PROFILE'];
  const usual = path.join(given.appData, given.packaged ? 'Muster' : 'Muster Development');
  const server = given.packaged ? undefined : given.env['ELECTRON_RENDERER_URL'];
  return {
    profile: chosen ? path.resolve(chosen) : usual,
    page: path.join(given.built, 'renderer'),
    devServer: server ? new URL(server).origin : null,
  };
}
