import { EmptyState } from '../../../ui/empty-state.tsx';

export function OverviewTab() {
  return <EmptyState>Nothing is on file yet.</EmptyState>;
}
