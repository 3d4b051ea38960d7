import { useCallback, useState } from 'react';
import type { MatrixFilter, MatrixSort } from './matrix-model.ts';

/** What a person set the matrix to: whom, in which order, which columns, how dense. */
export type MatrixView = {
  readonly filter: MatrixFilter;
  readonly sort: MatrixSort;
  /** Requirement ids. */
  readonly hidden: readonly string[];
  readonly dense: boolean;
};

const initial: MatrixView = {
  filter: { text: '', teams: [], roles: [], packs: [], states: ['employed'], families: [], onlyFindings: false },
  sort: 'name',
  hidden: [],
  dense: true,
};

// Kept while the app is open: who looks at a person and comes back finds the matrix as it was left. One agency's teams mean
// nothing in another, so it is kept by agency.
const remembered = new Map<string, MatrixView>();

export type SetView = (change: (view: MatrixView) => MatrixView) => void;

export function useMatrixView(agencyId: string): readonly [MatrixView, SetView] {
  const [view, setState] = useState(() => remembered.get(agencyId) ?? initial);
  const setView = useCallback<SetView>(
    (change) => {
      setState((old) => {
        const next = change(old);
        remembered.set(agencyId, next);
        return next;
      });
    },
    [agencyId],
  );
  return [view, setView];
}

/** Whether anything but the order narrows what is shown. */
export const isNarrowed = ({ filter }: MatrixView): boolean =>
  filter.text !== '' || filter.teams.length > 0 || filter.roles.length > 0 || filter.packs.length > 0 || filter.families.length > 0 || filter.onlyFindings;

/** Everybody employed again; order, columns and density stay. */
export const cleared = (view: MatrixView): MatrixView => ({ ...view, filter: { ...initial.filter, states: view.filter.states } });
