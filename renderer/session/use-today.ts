import { useEffect, useState } from 'react';
import { civilDateAt, type CivilDate } from '../../shared/civil-date.ts';

const minute = 60_000;

/**
 * Today in the agency's time zone. Asked again when the window comes back to the front and once a minute, so that an app left
 * open over midnight judges by the right day; screens re-render only when the day really changes.
 */
export function useToday(clock: () => number, timeZone: string): CivilDate {
  const [day, setDay] = useState(() => civilDateAt(clock(), timeZone));
  useEffect(() => {
    const ask = (): void => setDay(civilDateAt(clock(), timeZone));
    ask();
    const timer = setInterval(ask, minute);
    window.addEventListener('focus', ask);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', ask);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [clock, timeZone]);
  return day;
}
