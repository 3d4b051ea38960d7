import path from 'node:path';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { versionsOf } from '../../shared/agenda/exclusions/versions.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { fileLists, type FileList, type ReadList } from '../../shared/screening/list.ts';
import { listErrorWords } from '../../shared/screening/lists/list-error.ts';
import { readList } from '../../shared/screening/lists/read-list.ts';
import type { Options } from './arguments.ts';
import { readInput } from './files.ts';
import type { Io } from './io.ts';

/** A list somebody named, with its bytes as they came. */
export type GivenList = { readonly list: ReadList; readonly bytes: Uint8Array };

/** The list of `--list`, of the kind its heads tell or `--kind` says; the failure names file, row, column and mend. */
export async function givenList(options: Options, io: Io, file: AgencyFile): Promise<Result<GivenList, string>> {
  const typed = options.required('list');
  const kind = kindOf(options);
  if (!kind.ok) return kind;
  const bytes = await readInput(io, typed);
  if (!bytes.ok) return bytes;
  const read = await readAsConfirmed(bytes.value, path.basename(typed), kind.value, file);
  return read.ok ? ok({ list: read.value, bytes: bytes.value }) : read;
}

function kindOf(options: Options): Result<FileList | undefined, string> {
  const chosen = options.choice('kind', fileLists);
  return chosen.ok ? ok(options.has('kind') ? chosen.value : undefined) : chosen;
}

/** Columns that were confirmed for an earlier version of the list hold for this file too, where it has them all. */
async function readAsConfirmed(bytes: Uint8Array, name: string, kind: FileList | undefined, file: AgencyFile): Promise<Result<ReadList, string>> {
  const guessed = await readList(bytes, name, kind === undefined ? {} : { list: kind });
  const list = guessed.ok ? guessed.value.list : (guessed.error.list ?? kind);
  const columns = list === undefined ? undefined : versionsOf(file, list).find((version) => version.columns !== undefined)?.columns;
  if (list !== undefined && columns !== undefined) {
    const confirmed = await readList(bytes, name, { list, columns });
    if (confirmed.ok) return confirmed;
  }
  return guessed.ok ? guessed : fail(listErrorWords(guessed.error));
}
