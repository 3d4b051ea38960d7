import { version } from '../../package.json';
import { oneLine } from '../../shared/agency-file/path.ts';
import { suggest } from '../../shared/agency-file/suggest.ts';
import { readOptions } from './arguments.ts';
import { usageOf, type Command } from './command.ts';
import { binderCommand } from './binder-command.ts';
import { calendarCommand } from './calendar-command.ts';
import { certificateCommand } from './certificate-command.ts';
import { demoCommand } from './demo-command.ts';
import { evaluateCommand } from './evaluate-command.ts';
import { importCommand } from './import-command.ts';
import { processIo, type Io } from './io.ts';
import { screenCommand } from './screen-command.ts';
import { verifyCommand } from './verify-command.ts';

const commands: readonly Command[] = [demoCommand, importCommand, evaluateCommand, screenCommand, binderCommand, certificateCommand, calendarCommand, verifyCommand];

/**
 * Runs one command of the command line.
 * @param argv the words after the program's name.
 * @returns the exit code: 0 done, 1 findings where asked for, 2 bad input, told in one line on stderr.
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  const [name, ...rest] = argv;
  if (name === '--version') return say(io, `${version}\n`);
  if (name === '--help' || name === '-h' || name === 'help') return say(io, help());
  if (name === undefined) return refuse(io, `name a command: ${commands.map((each) => each.name).join(', ')}; --help tells more`);
  const command = commands.find((each) => each.name === name);
  if (command === undefined) return refuse(io, unknownCommand(name));
  if (rest.includes('--help') || rest.includes('-h')) return say(io, `${usageOf(command)}\n\n${command.summary}\n`);
  return run(command, rest, io);
}

async function run(command: Command, argv: readonly string[], io: Io): Promise<number> {
  const options = readOptions(argv, command.options);
  if (!options.ok) return refuse(io, `${command.name}: ${options.error}`);
  try {
    const done = await command.run(options.value, io);
    return done.ok ? done.value : refuse(io, `${command.name}: ${done.error}`);
  } catch (error) {
    // A bug of ours, not bad input; still one line, since a stack trace helps nobody who calls this from a script.
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(io, `${command.name}: stopped by a fault in Muster itself (${oneLine(reason)}); nothing was written, please report it`);
  }
}

function say(io: Io, text: string): 0 {
  io.stdout(text);
  return 0;
}

function refuse(io: Io, message: string): 2 {
  io.stderr(`muster: ${message.replaceAll(/[\r\n]+/g, ' ')}\n`);
  return 2;
}

function unknownCommand(name: string): string {
  const meant = suggest(name, commands.map((each) => each.name));
  return `unknown command "${oneLine(name)}", ${meant === null ? 'use --help to see them all' : `did you mean ${meant}?`}`;
}

function help(): string {
  const width = Math.max(...commands.map((each) => each.name.length));
  const lines = commands.map((each) => `  ${each.name.padEnd(width)}  ${each.summary}\n  ${' '.repeat(width)}  ${usageOf(each)}\n`);
  return `Muster ${version}: is everybody's file in order, and what is due?\n\n${lines.join('\n')}\nExit codes: 0 done, 1 findings where asked for, 2 bad input.\n`;
}
