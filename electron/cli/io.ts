/** Everything a command touches besides files: two streams, a folder to resolve paths from, the environment, and the clock. */
export type Io = {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** This process's own streams, folder and clock. */
export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    // npm changes into the checkout before it runs a script; people mean paths from where they typed the command.
    cwd: (process.env['npm_lifecycle_event'] === 'muster' ? process.env['INIT_CWD'] : undefined) ?? process.cwd(),
    env: process.env,
    now: () => Date.now(),
  };
}

/** Whoever reads has seen enough (`muster evaluate … | head`): no fault, and no reason to stop what is being written. */
function ignoreClosedPipe(error: Error): void {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
}
