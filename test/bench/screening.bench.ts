import { quality } from './screening-quality.ts';
import { speed } from './screening-speed.ts';

// For a process of its own, which imports this file by its address.
export { measureLoad } from './screening-speed.ts';

/** Exclusion screening on a synthetic list of 84,000 rows: how fast, in how much memory, and how well it tells people apart. */
export async function run(): Promise<void> {
  await speed();
  await quality();
}
