export type Placed = { readonly lane: number; readonly anchor: 'start' | 'middle' | 'end' };

/**
 * Puts labels above a line so that none covers another: each takes the lowest lane that is free at its place (lanes count from the top,
 * the lowest is the last). A label for which no lane is free is left out. Places are in pixels.
 */
export function lanesOf(
  labels: readonly { readonly key: string; readonly x: number; readonly width: number }[],
  lanes: number,
  width: number,
): ReadonlyMap<string, Placed> {
  const taken = Array.from({ length: lanes }, () => -Infinity);
  const placed = new Map<string, Placed>();
  for (const label of [...labels].sort((one, other) => one.x - other.x)) {
    const anchor = label.x < label.width / 2 ? 'start' : label.x > width - label.width / 2 ? 'end' : 'middle';
    const from = anchor === 'start' ? label.x : anchor === 'end' ? label.x - label.width : label.x - label.width / 2;
    const lane = taken.findLastIndex((end) => end <= from);
    if (lane < 0) continue;
    taken[lane] = from + label.width;
    placed.set(label.key, { lane, anchor });
  }
  return placed;
}
