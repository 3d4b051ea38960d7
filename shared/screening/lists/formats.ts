import type { FileList } from '../list.ts';
import { louisianaList } from './la-adverse-actions.ts';
import type { Layout } from './layout.ts';
import { leieLayout } from './leie.ts';
import type { MappedList } from './mapped-layout.ts';
import { northCarolinaList } from './nc-excluded-providers.ts';
import { samLayouts } from './sam.ts';

/** How the file of a list is read: by one of the layouts its publisher fixed, or by columns found by their heads. */
export type ListFormat =
  | { readonly kind: 'fixed'; readonly layouts: readonly Layout[]; /** Other spellings of a head. */ readonly spellings: Readonly<Record<string, string>> }
  | { readonly kind: 'mapped'; readonly mapped: MappedList };

export const formats: Readonly<Record<FileList, ListFormat>> = {
  'oig-leie': { kind: 'fixed', layouts: [leieLayout], spellings: { WAIVERSTATE: 'WVRSTATE' } },
  'la-adverse-actions': { kind: 'mapped', mapped: louisianaList },
  sam: { kind: 'fixed', layouts: samLayouts, spellings: {} },
  'nc-excluded-providers': { kind: 'mapped', mapped: northCarolinaList },
};
