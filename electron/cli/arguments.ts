import { parseArgs } from 'node:util';
import { oneLine } from '../../shared/agency-file/path.ts';
import { suggest } from '../../shared/agency-file/suggest.ts';
import { isCivilDate, type CivilDate } from '../../shared/civil-date.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** An option a command takes: a value (shown as `value` in the usage), or a switch. `bare`: its name may be left out. */
type OptionSpec = { readonly value: string; readonly many?: true; readonly required?: true; readonly bare?: true } | { readonly flag: true };
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The options of one call, read by name. */
export class Options {
  constructor(private readonly given: ReadonlyMap<string, readonly string[]>) {}

  has(name: string): boolean {
    return this.given.has(name);
  }

  all(name: string): readonly string[] {
    return this.given.get(name) ?? [];
  }

  /** The value, or undefined where the option was not given. */
  text(name: string): string | undefined {
    return this.all(name)[0];
  }

  /** The value of an option the command requires. */
  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw new Error(`--${name} is not among the command's required options`);
    return value;
  }

  /** A civil date, undefined where the option was not given. */
  date(name: string): Result<CivilDate | undefined, string> {
    const text = this.text(name);
    if (text === undefined) return ok(undefined);
    return isCivilDate(text) ? ok(text) : fail(`--${name}: "${oneLine(text)}" is not a date of the calendar, write it as YYYY-MM-DD`);
  }

  /** One of a few words, the first where the option was not given. */
  choice<Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Result<Choice, string> {
    const text = this.text(name);
    if (text === undefined) return ok(choices[0]);
    const chosen = choices.find((choice) => choice === text);
    return chosen === undefined ? fail(`--${name}: "${oneLine(text)}" is not one of ${choices.join(', ')}`) : ok(chosen);
  }
}

/** Reads the words after a command. Fails with one line that names the word and the mend. */
export function readOptions(argv: readonly string[], specs: OptionSpecs): Result<Options, string> {
  // Not strict: the tokens are judged here, so that a mistake is answered in this program's words and with a suggestion.
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, { type: 'flag' in spec ? 'boolean' as const : 'string' as const }])),
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const given = new Map<string, string[]>();
  const bare = Object.entries(specs).find(([, spec]) => 'bare' in spec)?.[0];
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional' && bare !== undefined && !given.has(bare) && token.value !== '') {
      given.set(bare, [token.value]);
      continue;
    }
    if (token.kind === 'positional') return fail(`unexpected "${oneLine(token.value)}", every value follows its option`);
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (spec === undefined) return fail(unknownOption(token.rawName, Object.keys(specs)));
    if ('flag' in spec) {
      if (token.value !== undefined) return fail(`--${token.name} takes no value, write it alone`);
    } else {
      if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))) return fail(`--${token.name} needs a value: --${token.name} ${spec.value}`);
      if (token.value === '') return fail(`--${token.name} is empty, write --${token.name} ${spec.value}`);
    }
    const values = given.get(token.name) ?? [];
    if (values.length > 0 && !('many' in spec)) return fail(`--${token.name} is given twice, keep one`);
    given.set(token.name, [...values, token.value ?? '']);
  }
  for (const [name, spec] of Object.entries(specs)) {
    if ('required' in spec && !given.has(name)) return fail('bare' in spec ? `name the file: ${spec.value} is missing` : `--${name} is missing, add --${name} ${spec.value}`);
  }
  return ok(new Options(given));
}

function unknownOption(raw: string, names: readonly string[]): string {
  const meant = suggest(raw.replace(/^-+/, ''), names);
  return `unknown option ${oneLine(raw)}, ${meant === null ? `use ${names.map((name) => `--${name}`).join(', ')}` : `did you mean --${meant}?`}`;
}
