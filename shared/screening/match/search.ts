import type { CivilDate } from '../../civil-date.ts';
import type { MatchTier } from '../../model/exclusion.ts';
import type { Candidate, Finding, Subject } from '../finding.ts';
import type { ReadList } from '../list.ts';
import { digestOfRow, recordOf } from '../lists/row-record.ts';
import { namesSearched } from './identity.ts';
import type { ListIndex } from './list-index.ts';
import { Nearest } from './nearest.ts';
import { profileOf, rowProfiles, type RowProfile } from './profile.ts';
import { scoreJudged } from './score-row.ts';
import { judge } from './tier.ts';

export { buildIndex, type ListIndex } from './list-index.ts';

const byTier: Readonly<Record<MatchTier, number>> = { strong: 0, possible: 1, weak: 2, none: 3 };

/** Judges the rows given, in any order, and puts the finding together. */
function findingOf(list: ReadList, subject: Subject, rows: Iterable<RowProfile>, on: CivilDate): Finding {
  const us = profileOf(subject.identity);
  const nearest = new Nearest(us);
  const candidates: Candidate[] = [];
  for (const them of rows) {
    const judged = judge(us, them, on);
    if (judged.tier === 'none') {
      if (candidates.length === 0) nearest.offer(them, judged);
      continue;
    }
    candidates.push({ ...scoreJudged(us, them, judged), digest: digestOfRow(list.list, them.row), record: recordOf(list, them.row) });
  }
  candidates.sort((one, other) => byTier[one.tier] - byTier[other.tier] || other.score - one.score || one.row - other.row);
  const near = candidates.length > 0 ? null : nearest.found();
  return {
    subject,
    namesSearched: namesSearched(subject.identity),
    tier: candidates[0]?.tier ?? 'none',
    candidates,
    nearest: near === null ? null : { ...near.near, record: recordOf(list, near.them.row) },
  };
}

/**
 * Searches a list for a subject as of a day: every row that matches, best first, or else the row that came nearest. The same list, identity, day and engine
 * give the same finding. Equal to `searchNaively` on every list; see `buildIndex` for why nothing is lost.
 */
export function search(index: ListIndex, subject: Subject, on: CivilDate): Finding {
  const rows = function* (): Iterable<RowProfile> {
    for (const place of index.places(profileOf(subject.identity))) {
      const them = index.profiles[place];
      if (them !== undefined) yield them;
    }
  };
  return findingOf(index.list, subject, rows(), on);
}

/** The same by judging every row of the list: what `search` is measured and proven against. */
export const searchNaively = (list: ReadList, subject: Subject, on: CivilDate): Finding => findingOf(list, subject, rowProfiles(list), on);
