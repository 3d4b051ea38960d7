/** Marks a branch the compiler has proven impossible; reaching it is a bug, so it throws. */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`);
}

/** Returns the value, or throws with the reason it cannot be missing. For invariants, never for user input. */
export function required<Value>(value: Value | null | undefined, why: string): Value {
  if (value === null || value === undefined) throw new Error(why);
  return value;
}
