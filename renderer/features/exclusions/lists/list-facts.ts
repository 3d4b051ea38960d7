import { importedOn, versionsOf } from '../../../../shared/agenda/exclusions/versions.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import type { ExclusionList, ListVersion } from '../../../../shared/model/exclusion.ts';
import { fileLists, type FileList } from '../../../../shared/screening/list.ts';

/** The lists whose layout is not fixed: somebody says once which column is which. */
export type MappedList = Extract<FileList, 'la-adverse-actions' | 'nc-excluded-providers'>;
export const isMapped = (list: FileList): list is MappedList => list === 'la-adverse-actions' || list === 'nc-excluded-providers';

/** The lists the worker can read; the others are searched on their web sites. */
export const isFileList = (list: ExclusionList): list is FileList => (fileLists as readonly ExclusionList[]).includes(list);

/** One list as the tab shows it. */
export type ListFacts = {
  readonly list: FileList;
  /** Whether the packs in force have somebody searched on it. */
  readonly demanded: boolean;
  readonly inForce: ListVersion | null;
  /** Whole lists that were in force before, and partial files; the latest brought in first. */
  readonly earlier: readonly ListVersion[];
};

/** Every list that comes as a file, as it stood on a day: those the packs ask for first, otherwise in their usual order. */
export function listFacts(file: AgencyFile, demanded: ReadonlySet<ExclusionList>, on: CivilDate, knownAt?: string): readonly ListFacts[] {
  return [...fileLists]
    .sort((one, other) => Number(demanded.has(other)) - Number(demanded.has(one)))
    .map((list) => {
      const versions = versionsOf(file, list, knownAt).filter((version) => importedOn(file, version) <= on);
      const inForce = versions.find(({ scope }) => scope === 'full') ?? null;
      return { list, demanded: demanded.has(list), inForce, earlier: versions.filter((version) => version !== inForce) };
    });
}

/** The columns confirmed for the latest file of a list, if this file has the same heads; null: they must be confirmed. */
export function rememberedColumns(file: AgencyFile, list: MappedList, heads: readonly string[]): Readonly<Record<string, string>> | null {
  const known = versionsOf(file, list).find(({ columns }) => columns !== undefined)?.columns;
  return known !== undefined && Object.values(known).every((head) => head === '' || heads.includes(head)) ? known : null;
}
