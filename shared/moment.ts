import { civilDate, type CivilDate } from './civil-date.ts';

/** A civil day and the minute of it, `14:05`, in some time zone. */
export type Moment = { readonly day: CivilDate; readonly time: string };

/** Tells instants (milliseconds since the epoch) as day and minute of an IANA time zone. Made once for many, since making it costs more than using it. */
export function momentsIn(timeZone: string): (instant: number) => Moment {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    const part = (type: string): string => parts.get(type as Intl.DateTimeFormatPartTypes) ?? '';
    return { day: civilDate(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`), time: `${part('hour')}:${part('minute')}` };
  };
}
