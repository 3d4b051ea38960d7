import { fromDay, plusDays, toDay, civilDate, type CivilDate } from '../civil-date.ts';

const msPerDay = 86_400_000;
const day1900 = toDay(civilDate('1899-12-30'));
const day1904 = toDay(civilDate('1904-01-01'));
/** 2199-12-31 in the 1900 system: a figure beyond is no date of a personnel file. */
const lastSerial = 109_574;

/**
 * The day a spreadsheet's serial number means, or null where it means none. In the 1900 system day 1 is 1 January 1900 and day 60
 * is 29 February 1900, which never was (ECMA-376 part 1, 18.17.4.1); in the 1904 system day 0 is 1 January 1904. Times of
 * day (the fraction) are dropped.
 */
export function serialToDate(serial: number, system: 1900 | 1904): CivilDate | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 0 || whole > lastSerial) return null;
  if (system === 1904) return fromDay(plusDays(day1904, whole));
  if (whole === 0 || whole === 60) return null;
  return fromDay(plusDays(day1900, whole < 60 ? whole + 1 : whole));
}

/** The serial number behind an instant of the workbook reader, which counts 1 January 1970 as day 25,569 in both systems. */
export function serialOfInstant(milliseconds: number, system: 1900 | 1904): number {
  const serial1900 = milliseconds / msPerDay + 25_569;
  return system === 1904 ? serial1900 - 1_462 : serial1900;
}
