import type { DeadlineArea } from './deadline.ts';

/** Which area a duty of the agency or of a team belongs to, by its requirement; null where the catalogue does not say. */
export const areasOf = (): ((requirement: string) => Exclude<DeadlineArea, 'staff' | 'exclusions'> | null) => () => null;
