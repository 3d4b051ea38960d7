import type { Deadline } from '../../../../shared/agenda/deadlines/deadline.ts';
import { civilDate, type CivilDate } from '../../../../shared/civil-date.ts';
import type { Snooze } from '../../../../shared/model/agency-records/agency-record.ts';

export const on = civilDate;

/** A deadline of somebody, with what a test cares about. */
export const deadline = (key: string, date: CivilDate, part: Partial<Deadline> = {}): Deadline => ({
  key,
  area: 'staff',
  subject: { kind: 'person', id: 'p1', name: 'Ana Ruiz' },
  requirement: 'la.cpr',
  what: 'CPR and First Aid expires',
  on: date,
  status: 'met',
  personId: 'p1',
  supervisorId: null,
  siteId: null,
  citations: [],
  changedAt: null,
  goal: { kind: 'person', personId: 'p1', requirement: 'la.cpr' },
  ...part,
});

export const snooze = (key: string, until: CivilDate, recordedAt = '2026-01-01T12:00:00Z'): Snooze => ({
  kind: 'snooze', id: `s-${key}-${until}`, deadline: key, until, reason: 'The class is booked', recordedAt,
});
