import { EmptyState } from '../../../ui/empty-state.tsx';

/** The certificates of months and of people. */
export function CertificatesTab() {
  return <EmptyState>No month has a check yet that a certificate could prove.</EmptyState>;
}
