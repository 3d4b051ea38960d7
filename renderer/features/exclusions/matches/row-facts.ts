import type { CivilDate } from '../../../../shared/civil-date.ts';
import { authorityOf } from '../../../../shared/screening/lists/authorities.ts';
import type { FileList, ListRow } from '../../../../shared/screening/list.ts';
import { dateWords, distanceWords } from '../../../../shared/wording.ts';

/** One fact of a list's row, worth reading before deciding; `loud` where it changes what the row means. */
export type RowFact = { readonly label: string; readonly value: string; readonly more?: string; readonly loud?: boolean };

const zeros = /^0*$/;

/** The cell under a head, whatever its capitals; empty where the list has no such head, or prints only zeros. */
function cellOf(record: Readonly<Record<string, string>>, ...heads: readonly string[]): string {
  const wanted = heads.map((head) => head.toLowerCase());
  for (const [head, value] of Object.entries(record)) {
    if (wanted.includes(head.trim().toLowerCase()) && !zeros.test(value.trim())) return value.trim();
  }
  return '';
}

const joined = (parts: readonly string[], by = ', '): string => parts.filter((part) => part !== '').join(by);

function addressOf(list: FileList, record: Readonly<Record<string, string>>): string {
  const place = (city: string, state: string, zip: string): string => joined([city, joined([state, zip], ' ')]);
  switch (list) {
    case 'oig-leie':
      return joined([cellOf(record, 'ADDRESS'), place(cellOf(record, 'CITY'), cellOf(record, 'STATE'), cellOf(record, 'ZIP'))]);
    case 'sam':
      return joined([
        ...['Address 1', 'Address 2', 'Address 3', 'Address 4'].map((head) => cellOf(record, head)),
        place(cellOf(record, 'City'), cellOf(record, 'State / Province'), cellOf(record, 'Zip Code')),
      ]);
    case 'la-adverse-actions':
    case 'nc-excluded-providers':
      return joined([cellOf(record, 'Address', 'Street'), cellOf(record, 'City'), cellOf(record, 'State and Zip', 'State & Zip', 'State'), cellOf(record, 'Zip', 'Zip Code')]);
  }
}

/** Why, under which power and for how long: what each list calls it. */
function groundsOf(list: FileList, record: Readonly<Record<string, string>>): readonly RowFact[] {
  const fact = (label: string, value: string): readonly RowFact[] => (value === '' ? [] : [{ label, value }]);
  switch (list) {
    case 'oig-leie': {
      const authority = authorityOf(cellOf(record, 'EXCLTYPE'));
      return authority === null
        ? [{ label: 'Authority', value: 'the row names none' }]
        : [{ label: 'Authority', value: authority.citation, ...(authority.meaning === '' ? {} : { more: joined([authority.meaning, authority.length], '; ') }) }];
    }
    case 'sam':
      return [...fact('Type', cellOf(record, 'Exclusion Type')), ...fact('Program', cellOf(record, 'Exclusion Program')), ...fact('Agency', cellOf(record, 'Excluding Agency'))];
    case 'la-adverse-actions':
    case 'nc-excluded-providers':
      return [
        ...fact('Action', cellOf(record, 'Type of Exclusion', 'Action', 'Exclusion Type')),
        ...fact('Reason', cellOf(record, 'Exclusion Reason', 'Reason for Termination', 'Reason')),
        ...fact('Period', cellOf(record, 'Period of Exclusion', 'Period of Enrollment Prohibition')),
      ];
  }
}

/** What the row says the excluded one did for a living: shown beside the person's roles, never scored. */
export const occupationOf = (record: Readonly<Record<string, string>>): string =>
  joined([cellOf(record, 'GENERAL', 'Title or Type', 'Title', 'Provider Type'), cellOf(record, 'SPECIALTY')], ' · ');

/** City and state or ZIP as the row prints them, for the note behind the state. */
export const cityOf = (record: Readonly<Record<string, string>>): string => joined([cellOf(record, 'CITY'), cellOf(record, 'ZIP', 'Zip Code')], ' ');

/**
 * What a row of a list says beyond the names: since when, under which authority, until when, where.
 * @param asOf the day from which distances are told; an action ahead of it is "effective from".
 */
export function rowFacts(list: FileList, record: Readonly<Record<string, string>>, row: Pick<ListRow, 'actionOn' | 'endsOn'>, asOf: CivilDate): readonly RowFact[] {
  const { actionOn, endsOn } = row;
  const began: RowFact =
    actionOn === null
      ? { label: 'Excluded', value: 'the row gives no date' }
      : actionOn > asOf
        ? { label: 'Excluded', value: `effective ${dateWords(actionOn)}`, more: `${distanceWords(actionOn, asOf)}: on the list already, and a hit already`, loud: true }
        : { label: 'Excluded', value: dateWords(actionOn), more: distanceWords(actionOn, asOf) };
  const ended: RowFact = endsOn === null
    ? { label: list === 'sam' ? 'Ends' : 'Reinstated', value: 'no' }
    : { label: endsOn < asOf ? 'Ended' : 'Ends', value: dateWords(endsOn), more: distanceWords(endsOn, asOf), loud: endsOn < asOf };
  const waiver = list === 'oig-leie' ? cellOf(record, 'WVRSTATE', 'WAIVERSTATE') : '';
  const address = addressOf(list, record);
  return [
    began,
    ...groundsOf(list, record),
    ended,
    ...(waiver === '' ? [] : [{ label: 'Waiver', value: `in ${waiver} only` }]),
    ...(address === '' ? [] : [{ label: 'Address', value: address }]),
  ];
}
