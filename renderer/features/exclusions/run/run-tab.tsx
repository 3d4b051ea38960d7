import { EmptyState } from '../../../ui/empty-state.tsx';

export function RunTab() {
  return <EmptyState>Nothing is on file yet.</EmptyState>;
}
