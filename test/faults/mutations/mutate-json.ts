import type { Random } from '../../support/random.ts';

/** A value as JSON has it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const strange: readonly (() => Json)[] = [
  () => null, () => true, () => '', () => 0, () => -1, () => 1e308, () => 2 ** 53, () => 0.1, () => [], () => ({}), () => '__proto__', () => '\ud800', () => '2026-02-30', () => '0001-01-01', () => '9999-12-31',
  () => '2024-02-29', () => '\u0000', () => '../../etc/passwd', () => '9'.repeat(400), () => 'ab'.repeat(50_000), () => ({ constructor: 1, toString: 'x' }), () => nested(3_000), () => '2026-11-01T00:00:00Z', () => 'p1', () => 'd1', () => 'la.bgc',
];

function nested(depth: number): Json {
  let value: Json = 1;
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
}

type Place = { readonly holder: Json[] | { [key: string]: Json }; readonly key: string };

function placesOf(value: Json, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, each] of Object.entries(value)) {
    found.push({ holder: value, key });
    placesOf(each, found);
  }
  return found;
}

/** JSON with one to four places changed: another value, gone, a key more, or the value of another place. */
export function spoiledJson(source: Json, random: Random): Json {
  const value = structuredClone(source);
  for (let more = 1 + random.below(4); more > 0; more -= 1) {
    const places = placesOf(value);
    if (places.length === 0) return random.pick(strange)();
    const { holder, key } = random.pick(places);
    const other = random.pick(places);
    const at = holder as Record<string, Json>;
    switch (random.below(6)) {
      case 0:
        if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else Reflect.deleteProperty(holder, key);
        break;
      case 1:
        define(holder, `${key}x`, random.pick(strange)());
        break;
      case 2:
        at[key] = structuredClone((other.holder as Record<string, Json>)[other.key] ?? null);
        break;
      case 3:
        if (Array.isArray(holder)) holder.push(structuredClone(at[key] ?? null));
        else at[key] = random.pick(strange)();
        break;
      default:
        define(holder, key, random.pick(strange)());
    }
  }
  return value;
}

const define = (holder: object, key: string, value: Json): void => void Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
