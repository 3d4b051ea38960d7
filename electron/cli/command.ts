import type { Result } from '../../shared/result.ts';
import type { Options, OptionSpecs } from './arguments.ts';
import type { Io } from './io.ts';

/** How a command ended well: 0 done, 1 findings where they were asked for. Bad input is a failure instead, and exits 2. */
type ExitCode = 0 | 1;

/** One command of the program. */
export type Command = {
  readonly name: string;
  readonly summary: string;
  readonly options: OptionSpecs;
  /** Fails with one line: file, place, what is wrong, the mend. Then nothing was written. */
  readonly run: (options: Options, io: Io) => Promise<Result<ExitCode, string>>;
};

/** `muster evaluate --agency F [--all]`: the command with its options, those it requires first and bare. */
export function usageOf(command: Command): string {
  const words = Object.entries(command.options).map(([name, spec]) => {
    if ('flag' in spec) return `[--${name}]`;
    if (spec.bare === true) return spec.value;
    const word = `--${name} ${spec.value}`;
    return spec.required === true ? word : `[${word}${spec.many === true ? ' ...' : ''}]`;
  });
  return ['muster', command.name, ...words].join(' ');
}
