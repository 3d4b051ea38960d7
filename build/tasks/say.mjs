/** Words of the scripts themselves go to stderr, so that stdout stays the work's own. @param {string} line */
export const say = (line) => {
  process.stderr.write(`${line}\n`);
};

/**
 * Runs a script's body; an error becomes its message alone, since it was written for whoever reads it.
 * @param {() => Promise<number | void>} body
 */
export async function script(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    if (process.env['MUSTER_TRACE'] && error instanceof Error) say(error.stack ?? '');
    process.exitCode = 1;
  }
}
