import type { CivilDate } from '../../shared/civil-date.ts';
import type { Finding, Subject } from '../../shared/screening/finding.ts';
import type { ListRow, ReadList } from '../../shared/screening/list.ts';
import { differenceBetween } from '../../shared/screening/lists/list-difference.ts';
import { buildIndex, type ListIndex } from '../../shared/screening/match/list-index.ts';
import { search } from '../../shared/screening/match/search.ts';
import type { Comparison, EntryLine, Touched } from './screening-messages.ts';

/** What long work asks between two pieces: tells how far it is, lets messages in, and hears whether to go on. */
export type Between = (done: number, total: number) => Promise<'go-on' | 'stop'>;

/** Lines of each kind that are shown; nobody reads thousands. */
const linesShown = 200;

/** Searches one subject after the other, asking between two; null when it was told to stop. */
export async function searchAll(
  tasks: readonly { readonly index: ListIndex; readonly subjects: readonly Subject[] }[],
  on: CivilDate,
  between: Between,
): Promise<readonly (readonly Finding[])[] | null> {
  const total = tasks.reduce((sum, { subjects }) => sum + subjects.length, 0);
  const all: Finding[][] = [];
  let done = 0;
  for (const { index, subjects } of tasks) {
    const findings: Finding[] = [];
    all.push(findings);
    for (const subject of subjects) {
      if ((await between(done, total)) === 'stop') return null;
      findings.push(search(index, subject, on));
      done += 1;
    }
  }
  return (await between(done, total)) === 'stop' ? null : all;
}

/** An entry as one line: the business, or family name, given names and suffix. */
export const entryName = (row: ListRow): string =>
  [
    [row.family, [row.given, row.middle].filter((part) => part !== '').join(' ')].filter((part) => part !== '').join(', ') + (row.suffix === '' ? '' : ` ${row.suffix}`),
    row.business,
  ].filter((part) => part.trim() !== '').join(' · ') || 'an entry without a name';

/** What differs between two versions of a list, and whom of the given subjects the differing entries would concern. */
export async function compare(before: ReadList, after: ReadList, subjects: readonly Subject[], on: CivilDate, between: Between): Promise<Comparison | null> {
  const difference = differenceBetween(before, after);
  const changed = difference.changed.map((each) => each.after);
  const kinds = [
    { change: 'added', list: after, rows: difference.added },
    { change: 'changed', list: after, rows: changed },
    { change: 'removed', list: before, rows: difference.removed },
  ] as const;
  const searched = await searchAll(
    kinds.map(({ list, rows }) => ({ index: buildIndex({ ...list, rows }), subjects: rows.length === 0 ? [] : subjects })),
    on,
    between,
  );
  if (searched === null) return null;
  const touched = kinds.flatMap(({ change, rows }, at): readonly Touched[] => {
    const byRow = new Map(rows.map((row) => [row.row, row]));
    return (searched[at] ?? []).flatMap((finding) => {
      const best = finding.candidates[0];
      const row = best === undefined ? undefined : byRow.get(best.row);
      return best === undefined || row === undefined ? [] : [{ key: finding.subject.key, change, tier: best.tier, entry: entryName(row), why: best.why }];
    });
  });
  const line = (row: ListRow, columns: readonly string[] = []): EntryLine => ({ row: row.row, name: entryName(row), columns });
  return {
    added: difference.added.length,
    removed: difference.removed.length,
    changed: difference.changed.length,
    lines: {
      added: difference.added.slice(0, linesShown).map((row) => line(row)),
      removed: difference.removed.slice(0, linesShown).map((row) => line(row)),
      changed: difference.changed.slice(0, linesShown).map((each) => line(each.after, each.columns.map(({ head, before: was, after: is }) => `${head}: ${was === '' ? 'blank' : was} → ${is === '' ? 'blank' : is}`))),
    },
    touched,
  };
}
