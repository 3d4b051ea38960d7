import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { deadlineAreas, type Deadline } from '../../../shared/agenda/deadlines/deadline.ts';
import { fromDay, plusDays, toDay } from '../../../shared/civil-date.ts';
import { escapeText, foldLine, initialsOf, sequenceOf, toICalendar, uidOf, type CalendarOptions } from '../../../shared/report/icalendar.ts';
import { day } from '../agenda/samples.ts';

ICAL.design.strict = true;

const options: CalendarOptions = {
  agencyName: 'Bayou House', asOf: day('2026-03-19'), names: true, leadDays: () => [90, 14, 1, 0, -1], reason: () => 'Within 90 days of hire, then kept valid.', ended: [],
};
const deadline = (over: Partial<Deadline> = {}): Deadline => ({
  key: 'person/p1/e1/la.cpr', area: 'staff', subject: { kind: 'person', id: 'p1', name: 'Denise Thibodeaux-Marsh' }, requirement: 'la.cpr', what: 'CPR and First Aid expires',
  on: day('2026-04-06'), status: 'expiring', personId: 'p1', supervisorId: null, siteId: null, citations: [{ source: 'S2', section: 'IPS 4' }], changedAt: '2026-03-01T10:00:00.500Z',
  goal: { kind: 'person', personId: 'p1', requirement: 'la.cpr' }, ...over,
});

/** Reads a calendar as a strict reader does: every line kept, every value decoded. */
function read(text: string): readonly ICAL.Event[] {
  const lines = text.split('\r\n');
  expect(lines.at(-1)).toBe('');
  for (const line of lines) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each, { strictExceptions: true }));
}

const only = (text: string): ICAL.Event => {
  const [event, ...more] = read(text);
  if (event === undefined || more.length > 0) throw new Error('expected one event');
  return event;
};

const value = (event: ICAL.Event, name: string): string => String(event.component.getFirstPropertyValue(name));

describe('a deadline as an event', () => {
  it('is all of its day, free, private, of its area, with its reason and source', () => {
    const event = only(toICalendar([deadline()], options));
    expect(event.startDate.isDate).toBe(true);
    expect([event.startDate.toString(), event.endDate.toString()]).toEqual(['2026-04-06', '2026-04-07']);
    expect(event.summary).toBe('Denise Thibodeaux-Marsh: CPR and First Aid expires');
    expect(event.description).toBe('Within 90 days of hire, then kept valid.\nSource: Manual 2.3, IPS 4\nThis is the last good day. From Muster; changes belong there, they arrive with the next export.');
    expect(['transp', 'status', 'class', 'categories', 'dtstamp', 'last-modified'].map((name) => value(event, name))).toEqual(['TRANSPARENT', 'CONFIRMED', 'PRIVATE', 'Staff credentials', '2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z']);
    expect(event.sequence).toBe((Date.UTC(2026, 2, 1, 10) - Date.UTC(2020, 0, 1)) / 1000);
  });

  it('rings at nine in the morning of each day of its ladder, and never for a day gone by', () => {
    const event = only(toICalendar([deadline()], options));
    const rings = event.component.getAllSubcomponents('valarm').map((alarm) => {
      const at = event.startDate.clone();
      at.isDate = false;
      at.addDuration(alarm.getFirstPropertyValue('trigger') as ICAL.Duration);
      return at.toString();
    });
    expect(rings).toEqual(['2026-01-06T09:00:00', '2026-03-23T09:00:00', '2026-04-05T09:00:00', '2026-04-06T09:00:00']);
    expect(only(toICalendar([deadline({ on: day('2026-03-19') })], options)).component.getAllSubcomponents('valarm')).toHaveLength(4);
    expect(only(toICalendar([deadline({ on: day('2026-03-18') })], options)).component.getAllSubcomponents('valarm')).toHaveLength(0);
  });

  it('says initials instead of names, and nothing that was typed or found, where names are not wanted', () => {
    const bare = (over: Partial<Deadline>): string => only(toICalendar([deadline(over)], { ...options, names: false })).summary;
    expect(bare({})).toBe('DTM: CPR and First Aid expires');
    expect(bare({ requirement: null, what: 'Report to LDH: confirmed on OIG LEIE' })).toBe('DTM: Report to LDH');
    expect(bare({ requirement: null, subject: { kind: 'team', id: 't', name: 'Bayou team' }, what: 'Plan, item 4: Denise meets: weekly' })).toBe('Bayou team: Plan, item 4');
    expect(bare({ requirement: null, subject: { kind: 'agency', id: null, name: 'Bayou House' }, what: 'General liability expires' })).toBe('General liability expires');
    expect([initialsOf('Łucja Pawłowska'), initialsOf('O’Dwyer-Pruitt, Siobhán'), initialsOf('  ')]).toEqual(['ŁP', 'ODPS', '']);
  });

  it('is cancelled where the duty ended', () => {
    const event = only(toICalendar([], { ...options, ended: [{ key: 'person/p1/e1/la.cpr', on: day('2026-04-06'), changedAt: '2026-03-02T10:00:00Z' }] }));
    expect([value(event, 'status'), event.uid]).toEqual(['CANCELLED', uidOf('person/p1/e1/la.cpr')]);
  });

  it('stands alone on the last day there is', () => {
    expect(toICalendar([deadline({ on: day('9999-12-31') })], options)).not.toContain('DTEND');
    expect(only(toICalendar([deadline({ on: day('9999-12-30') })], options)).endDate.toString()).toBe('9999-12-31');
  });
});

describe('SEQUENCE', () => {
  it.each([
    [null, 0], ['2019-12-31T23:59:59Z', 0], ['2020-01-01T00:00:00Z', 0], ['2020-01-01T00:00:00.999Z', 0], ['2020-01-01T00:00:01Z', 1], ['2088-01-19T03:14:06Z', 2 ** 31 - 2], ['2099-01-01T00:00:00Z', 2 ** 31 - 1],
  ])('of %s is %d', (changedAt, sequence) => {
    expect(sequenceOf(changedAt)).toBe(sequence);
  });
});

describe('text in a calendar', () => {
  it('is escaped in the order of RFC 5545 and read back', () => {
    expect(escapeText('a\\b;c,d\r\ne\nf\rg\u0000h\u007Fi\tj')).toBe('a\\\\b\\;c\\,d\\ne\\nf\\nghi\tj');
    const what = 'Plan: "x"; a\\n, b\nc’s 漢字';
    expect(only(toICalendar([deadline({ what })], options)).summary).toBe(`Denise Thibodeaux-Marsh: ${what}`);
  });

  it.each([['a', 75, 76], ['é', 37, 38], ['漢', 25, 26], ['🛟', 18, 19]])('folds %s after 75 octets and not before', (character, fits, breaks) => {
    expect(foldLine(character.repeat(fits))).not.toContain('\r\n');
    const folded = foldLine(character.repeat(breaks));
    expect(folded).toContain('\r\n ');
    expect(folded.replaceAll('\r\n ', '')).toBe(character.repeat(breaks));
  });

  it('of any kind comes back as it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 60 }), (name, noise) => {
      const shown = Array.from(`${name}${noise}`).filter((each) => (each >= ' ' || each === '\t') && each !== '\u007F' && !/\p{Cs}/u.test(each)).join('');
      fc.pre(shown.trim() !== '');
      const event = only(toICalendar([deadline({ subject: { kind: 'agency', id: null, name: '' }, what: shown })], options));
      expect(event.summary).toBe(shown);
    }), { numRuns: 200 });
  });
});

describe('a whole calendar', () => {
  const many = Array.from({ length: 2000 }, (_, index): Deadline => deadline({
    key: `person/p${index}/e1/la.cpr`, area: deadlineAreas[index % 6] ?? 'staff', what: `Ｎo. ${index}; "CPR", and ${'much longer words, '.repeat(index % 9)}end\\`,
    on: fromDay(plusDays(toDay(day('2026-01-01')), index % 700)), changedAt: index % 5 === 0 ? null : `2026-0${1 + (index % 9)}-01T00:00:00Z`,
  }));

  it('of 2,000 deadlines is read by a strict parser, each once', () => {
    const events = read(toICalendar(many, options));
    expect(new Set(events.map((event) => event.uid)).size).toBe(2000);
    expect(events.map((event) => event.startDate.toString())).toEqual(many.map((each) => each.on));
    for (const event of events) expect(value(event, 'dtstamp')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('is the same bytes for the same deadlines', () => {
    expect(toICalendar(many, options)).toBe(toICalendar(many.map((each) => ({ ...each })), options));
  });
});
