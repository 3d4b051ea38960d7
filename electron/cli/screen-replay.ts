import { oneLine } from '../../shared/agency-file/path.ts';
import type { AgencyFileContent } from '../../shared/agency-file/read.ts';
import { replay, replayResults, type ReplayedCheck, type ReplayResult } from '../../shared/agenda/exclusions/replay.ts';
import { exclusionListWords, type ExclusionCheck, type ListVersion } from '../../shared/model/exclusion.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { engineVersion } from '../../shared/screening/finding.ts';
import { fileLists, type ReadList } from '../../shared/screening/list.ts';
import { keptCopyErrorWords, unpackCopy } from '../../shared/screening/lists/kept-copy.ts';
import { listErrorWords } from '../../shared/screening/lists/list-error.ts';
import { readList } from '../../shared/screening/lists/read-list.ts';
import { countOf, dateWords } from '../../shared/wording.ts';
import type { Options } from './arguments.ts';
import type { Io } from './io.ts';
import { givenList } from './screen-list.ts';
import { namesOf } from './screen-table.ts';
import { folded, tableWidth } from './text-table.ts';

/** A list some checks were made with: where it was taken from now, null where it is not at hand. */
type Used = { readonly sha256: string; readonly name: string; readonly list: ExclusionCheck['list']; readonly from: 'copy' | 'given' | null };

const words: Readonly<Record<ReplayResult, string>> = {
  same: 'the same',
  different: 'different',
  'other-engine': 'made by another version of the matching',
  'list-missing': 'not searched again: the list is not at hand',
  'list-changed': 'not searched again: what is kept is not the list that was recorded',
};

/** `muster screen --replay`: every recorded search of a whole list made again. 0 where all are the same, else 1. */
export async function replayScreenings(options: Options, io: Io, agency: AgencyFileContent, format: 'table' | 'json'): Promise<Result<0 | 1, string>> {
  const given = options.has('list') ? await givenList(options, io, agency.file) : null;
  if (given !== null && !given.ok) return given;
  const searched = byList((agency.file.exclusionChecks ?? []).filter((check) => check.search !== undefined));
  const used: Used[] = [];
  const replayed: ReplayedCheck[] = [];
  // One list at a time: a year of them would not fit into memory together.
  for (const [sha256, checks] of searched) {
    const kept = await keptList(agency, sha256);
    if (!kept.ok) io.stderr(`Warning: ${kept.error.replaceAll(/[\r\n]+/g, ' ')}\n`);
    const [list, from] = kept.ok && kept.value !== null ? [kept.value, 'copy' as const]
      : given !== null && given.value.list.sha256 === sha256 ? [given.value.list, 'given' as const]
      : [null, null];
    const [first] = checks;
    if (first !== undefined) used.push({ sha256, name: first.listVersion?.name ?? '', list: first.list, from });
    replayed.push(...replay({ ...agency.file, exclusionChecks: checks }, new Map(list === null ? [] : [[sha256, list]])).checks);
  }
  const counts = Object.fromEntries(replayResults.map((result) => [result, replayed.filter((each) => each.result === result).length]));
  io.stdout(format === 'json'
    ? `${JSON.stringify({ engine: engineVersion, counts, lists: used, checks: replayed.map(({ checkId, key, ...rest }) => ({ checkId, ...key, ...rest })) }, null, 2)}\n`
    : table(agency, used, replayed));
  return ok(replayed.every(({ result }) => result === 'same') ? 0 : 1);
}

function byList(checks: readonly ExclusionCheck[]): ReadonlyMap<string, readonly ExclusionCheck[]> {
  const groups = new Map<string, ExclusionCheck[]>();
  for (const check of checks) {
    const sha256 = check.listVersion?.sha256 ?? '';
    const group = groups.get(sha256);
    if (group === undefined) groups.set(sha256, [check]);
    else group.push(check);
  }
  return groups;
}

/** The list of a version by its kept copy; null where no version of it is on record with a copy at hand. Fails where there is one that cannot be read. */
async function keptList(agency: AgencyFileContent, sha256: string): Promise<Result<ReadList | null, string>> {
  const versions = (agency.file.listVersions ?? []).filter((version) => version.sha256 === sha256);
  for (const version of versions) {
    const bytes = copyOf(agency, version);
    const list = fileLists.find((each) => each === version.list);
    if (bytes === null || list === undefined) continue;
    const file = unpackCopy(bytes);
    if (!file.ok) return fail(`${oneLine(version.name)}: ${keptCopyErrorWords(file.error)}`);
    const read = await readList(file.value, version.name, { list, ...(version.columns === undefined ? {} : { columns: version.columns }) });
    return read.ok ? read : fail(listErrorWords(read.error));
  }
  return ok(null);
}

function copyOf({ file, documents }: AgencyFileContent, version: ListVersion): Uint8Array | null {
  for (const { id } of version.documents ?? []) {
    const bytes = documents.get(file.documents?.find((document) => document.id === id)?.sha256 ?? '');
    if (bytes !== undefined) return bytes;
  }
  return null;
}

function table({ file }: AgencyFileContent, used: readonly Used[], replayed: readonly ReplayedCheck[]): string {
  if (replayed.length === 0) return 'No search of a whole list is on record, so there is nothing to search again.\n';
  const name = namesOf(file);
  const from = { copy: 'from its kept copy', given: 'from the file given' } as const;
  const checkLines = replayed.filter(({ result }) => result !== 'same' && result !== 'list-missing').flatMap((check) => folded(
    `${name(check.key)}, ${exclusionListWords[check.list].short}, ${dateWords(check.checkedOn)}: ${words[check.result]}${check.fields.length === 0 ? '' : ` (${check.fields.join(', ')})`}`, tableWidth,
  ));
  return `${[
    ...folded(`${countOf(replayed.length, 'recorded search', 'recorded searches')} of ${countOf(used.length, 'list')} made again (${engineVersion}).`, tableWidth),
    ...used.flatMap(({ sha256, name: fileName, list, from: source }) => folded(
      `${exclusionListWords[list].short}, ${fileName} (${sha256.slice(0, 12)}): ${source === null ? 'not at hand; give the file with --list' : from[source]}`, tableWidth,
    )),
    '',
    ...checkLines,
    ...(checkLines.length === 0 ? [] : ['']),
    ...replayResults.flatMap((result) => {
      const count = replayed.filter((each) => each.result === result).length;
      return count === 0 ? [] : [`${count} ${words[result]}`];
    }),
  ].join('\n')}\n`;
}
