import { toDay, type CivilDate, type Day } from '../../civil-date.ts';
import { spanOf, type PeriodSpan } from './period.ts';
import type { StandingRecords } from './standing-records.ts';
import type { FigureName } from './team.ts';

/** A number somebody attested: of which period, by whom, and the record that carries it. */
export type AttestedFigure = {
  readonly value: number;
  readonly period: string;
  readonly span: PeriodSpan;
  readonly attestedBy: string;
  readonly attestedOn: CivilDate;
  readonly teamId: string;
  readonly recordId: string;
};

type Kept = AttestedFigure & {
  readonly attested: Day;
  /** The day the number speaks of: the end of its period, or the day it was attested where that came first. */
  readonly speaksOf: Day;
  readonly order: number;
};

type Series = { readonly newestFirst: Kept[]; readonly byPeriod: Map<string, Kept[]> };
const indexes = new WeakMap<StandingRecords, ReadonlyMap<string, Series>>();

const keyOf = (figure: FigureName, subject: string): string => `${figure} ${subject}`;

/** The figures of a file by name and subject, newest first. Made once for each state of the records. */
function indexOf(records: StandingRecords): ReadonlyMap<string, Series> {
  const known = indexes.get(records);
  if (known !== undefined) return known;
  const index = new Map<string, Series>();
  let order = 0;
  for (const record of records.of('figures')) {
    const span = spanOf(record.period);
    if (span === null) continue;
    const attested = toDay(record.attestedOn);
    for (const row of record.rows) {
      const key = keyOf(row.figure, row.personId === undefined ? `team ${record.teamId}` : `person ${row.personId}`);
      const kept: Kept = {
        value: row.value, period: span.period, span, attestedBy: record.attestedBy, attestedOn: record.attestedOn, teamId: record.teamId, recordId: record.id,
        attested, speaksOf: attested < span.last ? attested : span.last, order: (order += 1),
      };
      const series = index.get(key);
      if (series === undefined) index.set(key, { newestFirst: [kept], byPeriod: new Map() });
      else series.newestFirst.push(kept);
    }
  }
  for (const { newestFirst, byPeriod } of index.values()) {
    newestFirst.sort((a, b) => b.speaksOf - a.speaksOf || b.attested - a.attested || b.order - a.order);
    for (const kept of newestFirst) {
      const same = byPeriod.get(kept.period);
      if (same === undefined) byPeriod.set(kept.period, [kept]);
      else same.push(kept);
    }
  }
  indexes.set(records, index);
  return index;
}

type Subject = { readonly personId: string } | { readonly teamId: string };

const seriesOf = (records: StandingRecords, figure: FigureName, subject: Subject): Series | undefined =>
  indexOf(records).get(keyOf(figure, 'personId' in subject ? `person ${subject.personId}` : `team ${subject.teamId}`));

const nothing: readonly Kept[] = [];

/** All numbers attested of a person, or of a team as a whole, by a day (inclusive), newest first. */
export function attestedFigures(records: StandingRecords, figure: FigureName, subject: Subject, asOf: CivilDate): readonly AttestedFigure[] {
  const list = seriesOf(records, figure, subject)?.newestFirst ?? nothing;
  const today = toDay(asOf);
  return list.every((kept) => kept.attested <= today && kept.span.first <= today) ? list : list.filter((kept) => kept.attested <= today && kept.span.first <= today);
}

/** The number attested for exactly this period by a day (inclusive), the newest of them; null where nobody attested one. */
export function figureOfPeriod(records: StandingRecords, figure: FigureName, subject: Subject, period: string, asOf: CivilDate): AttestedFigure | null {
  const today = toDay(asOf);
  return seriesOf(records, figure, subject)?.byPeriod.get(period)?.find((kept) => kept.attested <= today && kept.span.first <= today) ?? null;
}

/**
 * The active members of a specialist as last attested, or null when nobody attested any.
 * @param asOf numbers attested later, or of a period that begins later, do not count (inclusive)
 * @param on the day asked about, for weeks gone by: only numbers of periods begun by then; the day judged when absent
 */
export function caseloadOf(records: StandingRecords, personId: string, asOf: CivilDate, on: CivilDate = asOf): AttestedFigure | null {
  const day = toDay(on);
  return attestedFigures(records, 'active-members', { personId }, asOf).find((kept) => kept.span.first <= day) ?? null;
}
