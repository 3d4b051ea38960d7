import { nicknameLines } from './nickname-table.ts';

const none: ReadonlySet<string> = new Set();

let table: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/**
 * The names that stand for the same given name: the formal name of a nickname, the nicknames of a formal name, and the other nicknames of
 * the same formal name (Beth and Liz are both Elizabeth). It goes over one formal name only: what Alex is short for, and what those names
 * are short for besides, are not names of Alex.
 *
 * `name`: as compared, A to Z without accents or spaces. Answers such names too, never `name` itself; empty for a name that is not in the
 * table. Symmetric: where A answers B, B answers A. Source: nickname-table.ts.
 */
export function nicknamesOf(name: string): ReadonlySet<string> {
  table ??= readTable(nicknameLines);
  return table.get(name) ?? none;
}

function readTable(lines: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const line of lines) {
    const names = line.replace(':', '').split(' ');
    for (const name of names) {
      const others = known.get(name) ?? new Set<string>();
      for (const other of names) if (other !== name) others.add(other);
      known.set(name, others);
    }
  }
  return known;
}
