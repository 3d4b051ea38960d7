import { checksFrom } from '../agenda/exclusions/run-checks.ts';
import type { Stamp } from '../agenda/exclusions/month-close.ts';
import type { AgencyFile } from '../agency-file/schema.ts';
import { digestOf } from '../agency-file/manifest.ts';
import { required } from '../assert.ts';
import { fromDay, plusDays, type CivilDate, type Day } from '../civil-date.ts';
import type { Decision, ExclusionCheck, ExclusionList, KeptCandidate, ListVersion } from '../model/exclusion.ts';
import type { Subject } from '../screening/finding.ts';
import { fileLists, type FileList } from '../screening/list.ts';
import { packCopy } from '../screening/lists/kept-copy.ts';
import { listVersionOf, warningsAgainst } from '../screening/lists/list-version.ts';
import { buildIndex, type ListIndex } from '../screening/match/list-index.ts';
import { search } from '../screening/match/search.ts';
import { recordKeeper, type Cabinet } from './filing.ts';
import { demoList } from './lists.ts';
import { searchDaysBefore, storyDays } from './list-entries.ts';

/** A version of a list the demo agency brought in, and the index it is searched with. */
type Held = { readonly on: Day; readonly version: ListVersion; readonly index: ListIndex };

/** The lists of the demo agency: its versions on record, and what a search of the one in force finds. */
export type DemoLists = {
  readonly versions: readonly ListVersion[];
  /** The search of a list that comes as a file, by the version in force that day; null before the first was brought in. */
  readonly check: (list: ExclusionList, on: Day, subject: Subject, remembered: readonly Decision[], stamp: Stamp) => ExclusionCheck | null;
};

const isFileList = (list: ExclusionList): list is FileList => (fileLists as readonly string[]).includes(list);

/** Brings in the lists of the last months, keeps their files in the cabinet and makes them ready to be searched. */
export function demoLists(today: Day, cabinet: Cabinet): DemoLists {
  const held = new Map<FileList, readonly Held[]>(fileLists.map((list) => [list, []]));
  const { confirmed } = storyDays(today);
  const monthly = searchDaysBefore(today).map(({ on }) => on);
  for (const list of fileLists) {
    // The federal list was fetched once out of turn.
    const days = list === 'oig-leie' && !monthly.includes(confirmed) ? [...monthly, confirmed] : monthly;
    for (const on of [...days].sort((a, b) => a - b)) {
      const before = held.get(list) ?? [];
      held.set(list, [...before, bringIn(list, on, today, before.at(-1)?.version ?? null, cabinet)]);
    }
  }
  return {
    versions: [...held.values()].flat().sort((a, b) => a.on - b.on).map((each) => each.version),
    check: (list, on, subject, remembered, stamp) => {
      if (!isFileList(list)) return null;
      const found = held.get(list)?.findLast((each) => each.on <= on);
      return found === undefined ? null : searched(found, list, on, subject, remembered, stamp);
    },
  };
}

function bringIn(list: FileList, on: Day, today: Day, before: ListVersion | null, cabinet: Cabinet): Held {
  const file = demoList(list, on, today);
  const copy = packCopy(file.bytes);
  const sha256 = digestOf(copy);
  const day = fromDay(on);
  const id = `doc-list-${list}-${day}`;
  // In the morning of the search, before it is made.
  const recorded = { recordedAt: `${day}T14:10:00Z`, recordedBy: recordKeeper };
  cabinet.stored.set(sha256, copy);
  cabinet.records.push({ id, sha256, name: `${file.name}.gz`, mediaType: 'application/gzip', bytes: copy.length, vault: 'personnel', ...recorded });
  const shown = warningsAgainst(file.read, before, day, file.publishedOn);
  const version = listVersionOf(file.read, {
    id: `l-${list}-${day}`, source: 'file', publishedOn: file.publishedOn, documents: [{ id }], shown, ...recorded,
  });
  return { on, version, index: buildIndex(file.read) };
}

/** The search and its check, exactly as the Exclusions screens make it. */
function searched({ version, index }: Held, list: FileList, on: Day, subject: Subject, remembered: readonly Decision[], stamp: Stamp): ExclusionCheck {
  const file: AgencyFile = { format: 'muster-agency', version: 1, agency: { name: 'demo', packs: [] }, people: [], evidence: [], decisions: remembered };
  const finding = search(index, subject, fromDay(on));
  return required(checksFrom([finding], { list, version, on: fromDay(on), file, ...stamp })[0], 'a check for each finding');
}

/** What is decided about a row a search found. */
export type DemoVerdict = Pick<Decision, 'verdict' | 'reason'> & Partial<Pick<Decision, 'ssnVerified' | 'compared' | 'asked' | 'documents'>>;

/** A decision about one row of a check. */
export function rowDecision(id: string, check: ExclusionCheck, candidate: KeptCandidate, on: Day, today: Day, verdict: DemoVerdict): Decision {
  const decidedOn: CivilDate = fromDay(on < today ? on : plusDays(today, -1));
  return {
    id, ...(check.personId === undefined ? {} : { personId: check.personId }), ...(check.vendorId === undefined ? {} : { vendorId: check.vendorId }),
    list: check.list, checkId: check.id, rowDigest: candidate.digest, decidedOn, ...verdict,
    ...(check.search === undefined ? {} : { identity: check.search.identity }), record: candidate.record,
    recordedAt: `${decidedOn}T21:40:00Z`, recordedBy: recordKeeper,
  };
}
