import { EmptyState } from '../../../ui/empty-state.tsx';

export function ListsTab() {
  return <EmptyState>Nothing is on file yet.</EmptyState>;
}
