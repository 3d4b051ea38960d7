import { useMemo } from 'react';
import { agencyRecordsOf } from '../../shared/agenda/agency-records.ts';
import type { StandingRecords } from '../../shared/model/agency-records/standing-records.ts';
import { useSession } from './session.tsx';

/** The agency records as known at the moment looked at; facts dated after the day looked at are still among them. */
export function useAgencyRecords(): StandingRecords {
  const { file, knownAt } = useSession();
  return useMemo(() => agencyRecordsOf(file, knownAt), [file, knownAt]);
}
