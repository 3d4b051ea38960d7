/** Whether a text is the IANA name of a time zone this runtime knows. */
export function isTimeZone(name: string): boolean {
  // An offset such as +05:00 is accepted by some runtimes only; a record must read the same on all of them.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
