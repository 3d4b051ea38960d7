import { EmptyState } from '../../../ui/empty-state.tsx';

/** The queue of possible matches. */
export function MatchesTab() {
  return <EmptyState>No match waits for a decision.</EmptyState>;
}
