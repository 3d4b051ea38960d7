import { fromDay, plusDays, toDay, type CivilDate } from '../civil-date.ts';
import type { Credential } from '../model/agency-records/agency-record.ts';
import { credentialTypes } from '../model/agency-records/credential.ts';
import type { StandingRecords } from '../model/agency-records/standing-records.ts';
import type { Status } from '../rules/status.ts';

/** How one paper stands by its own dates; whether it is demanded is another question. */
export type PaperRow = {
  readonly credential: Credential;
  readonly status: Status;
  /** A few words beside the status where the word alone says too little: "In process", "Ended". Null where it does not. */
  readonly words: string | null;
  /** The next day something is to be done about it: the first of its last day and its review; null where neither is known. */
  readonly next: { readonly on: CivilDate; readonly what: 'expires' | 'review' } | null;
  readonly ended: boolean;
};

function paperRow(credential: Credential, asOf: CivilDate, soonDays: number): PaperRow {
  const { effectiveOn, expiresOn, reviewOn, endedOn, inProcess } = credential;
  const dates = [
    ...(expiresOn === undefined ? [] : [{ on: expiresOn, what: 'expires' } as const]),
    ...(reviewOn === undefined ? [] : [{ on: reviewOn, what: 'review' } as const]),
  ].sort((one, other) => (one.on < other.on ? -1 : 1));
  const next = dates[0] ?? null;
  const soon = fromDay(plusDays(toDay(asOf), soonDays));
  const base = { credential, next, ended: false } as const;
  if (endedOn !== undefined && endedOn < asOf) return { ...base, status: 'not-applicable', words: 'Ended', next: null, ended: true };
  if (expiresOn !== undefined && expiresOn < asOf) return { ...base, status: 'expired', words: null };
  if (effectiveOn !== undefined && effectiveOn > asOf) return { ...base, status: 'not-yet-due', words: 'Not in force yet' };
  if (inProcess === true) return { ...base, status: 'not-yet-due', words: 'In process' };
  if (reviewOn !== undefined && reviewOn < asOf) return { ...base, status: 'review', words: 'Review day passed' };
  if (expiresOn !== undefined && expiresOn <= soon) return { ...base, status: 'expiring', words: null };
  if (reviewOn !== undefined && reviewOn <= soon) return { ...base, status: 'due-soon', words: 'Review soon' };
  return { ...base, status: 'met', words: 'In force' };
}

/**
 * Every paper on file as of a day, by type in the usual order, what ends first before what ends later, ended ones last. All days are
 * inclusive: a paper counts on its last day. Papers signed or begun later are listed as not in force yet.
 * @param soonDays so many days ahead an end or a review is announced
 */
export function paperRows(records: StandingRecords, asOf: CivilDate, soonDays: number): readonly PaperRow[] {
  const order = (row: PaperRow): readonly (number | string)[] => [
    credentialTypes.indexOf(row.credential.credential), row.ended ? 1 : 0, row.next?.on ?? '9999', row.credential.effectiveOn ?? '', row.credential.id,
  ];
  return records.of('credential')
    .map((credential) => paperRow(credential, asOf, soonDays))
    .map((row) => ({ row, key: order(row) }))
    .sort((one, other) => {
      for (const [at, mine] of one.key.entries()) {
        const theirs = other.key[at] ?? 0;
        if (mine !== theirs) return mine < theirs ? -1 : 1;
      }
      return 0;
    })
    .map(({ row }) => row);
}
