import type { z } from 'zod';
import { contract, type Channel } from '../../../../shared/ipc/contract.ts';
import type { Random } from '../../../support/random.ts';
import { refused, taken, wrong, type Target } from '../target.ts';

type Schema = z.core.$ZodType;

/** Values for shapes that only a function knows: the first that it takes is used. */
const guesses: readonly (() => unknown)[] = [
  () => new Uint8Array(3), () => new Uint8Array(32), () => '2026-03-19', () => '2026-03', () => '2026-03-19T15:00:00Z', () => 'a'.repeat(64), () => 'agency-1', () => 'Recovery.pdf', () => '2026-11-23T0230-1f2e3d4c.muster',
  () => 'mailto:odalys@example.org?subject=a&body=b', () => 'pdf', () => 'A', () => 1, () => true,
];

/** A value of a schema. */
function valueOf(schema: Schema, random: Random, depth = 0): unknown {
  const { def } = schema._zod as unknown as { readonly def: Readonly<Record<string, unknown>> & { readonly type: string } };
  const inner = (name = 'innerType'): Schema => def[name] as Schema;
  switch (def.type) {
    case 'object':
      return Object.fromEntries(Object.entries(def['shape'] as Readonly<Record<string, Schema>>)
        .filter(([, each]) => (each._zod as unknown as { readonly def: { readonly type: string } }).def.type !== 'optional' || random.chance(0.5))
        .map(([key, each]) => [key, valueOf(each, random, depth + 1)]));
    case 'array': {
      const made = Array.from({ length: 1 + random.below(2) }, () => valueOf(inner('element'), random, depth + 1));
      return made;
    }
    case 'readonly':
    case 'optional':
    case 'nullable':
      return def.type === 'nullable' && random.chance(0.2) ? null : valueOf(inner(), random, depth + 1);
    case 'union':
      return valueOf(random.pick(def['options'] as readonly Schema[]), random, depth + 1);
    case 'enum':
      return random.pick(Object.values(def['entries'] as Readonly<Record<string, string>>));
    case 'literal':
      return random.pick(def['values'] as readonly unknown[]);
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    case 'number':
      return firstTaken(schema, [() => random.below(200), () => 1, () => 0, () => 20]);
    case 'record':
      return { key: valueOf(inner('valueType'), random, depth + 1) };
    case 'unknown':
      return {};
    default:
      return firstTaken(schema, guesses);
  }
}

function firstTaken(schema: Schema, tries: readonly (() => unknown)[]): unknown {
  for (const each of tries) {
    const value = each();
    if ((schema as z.ZodType).safeParse(value).success) return value;
  }
  return 'nothing that fits';
}

const hostile: readonly ((random: Random) => unknown)[] = [
  () => undefined, () => null, () => NaN, () => Infinity, () => -1, () => 2 ** 53, () => '', () => '../../../etc/passwd', () => 'a\u0000b', () => 'x'.repeat(300_000), () => new Date(0), () => new Map([[1, 2]]),
  () => [], () => ({}), () => Array.from({ length: 30_000 }, () => 'p'), () => nested(3_000), () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown, () => Object.create(null) as unknown, () => 10n,
  () => new Uint8Array(2 ** 20), () => new Proxy({}, { get: () => undefined }), () => 'file:///etc/passwd', () => 'CON', () => '\ud800', (random) => random.below(1e9), () => new ArrayBuffer(8), () => new Error('x'),
];

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = { a: [value] };
  return value;
}

/** One place of a value replaced by something hostile, or a key more. */
function hostileIn(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || random.chance(0.25)) return random.pick(hostile)(random);
  const keys = Object.keys(value);
  const copy = (Array.isArray(value) ? [...(value as readonly unknown[])] : { ...value }) as Record<string, unknown>;
  if (keys.length === 0 || random.chance(0.15)) copy[random.pick(['extra', '__proto__', 'constructor', 'path', '0'])] = random.pick(hostile)(random);
  else {
    const key = random.pick(keys);
    copy[key] = hostileIn(copy[key], random);
  }
  return copy;
}

const channels = Object.keys(contract) as readonly Channel[];

export const ipcArguments: Target = {
  name: 'IPC arguments',
  share: 12,
  attempt: (random, told) => {
    const name = random.pick(channels);
    const schema: z.ZodType = contract[name].args;
    const value = valueOf(schema, random);
    told(`${name}, as it should be`);
    if (!schema.safeParse(value).success) return Promise.resolve(wrong(`no valid arguments could be made for ${name}; teach mutations/targets/ipc.ts its shape`));
    const spoiled = hostileIn(value, random);
    told(`${name}, spoiled`);
    const parsed = schema.safeParse(spoiled);
    if (Reflect.has({}, 'polluted')) return Promise.resolve(wrong(`${name} let the prototype of all objects be changed`));
    if (!parsed.success) return Promise.resolve(refused('bad-arguments'));
    // What reaches a handler must itself be in order: parsing it once more changes nothing.
    const again = schema.safeParse(parsed.data);
    return Promise.resolve(again.success ? taken : wrong(`${name} took what it refuses the second time`));
  },
};
