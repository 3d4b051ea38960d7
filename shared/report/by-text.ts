/** Plain order of code units: the same on every machine, unlike a locale's. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
