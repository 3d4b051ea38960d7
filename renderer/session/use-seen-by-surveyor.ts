import { useEffect, useRef } from 'react';
import { seenWords, surveyorMaySee } from '../../shared/agenda/survey/seen.ts';
import type { Route } from '../ui/navigate.ts';
import { useSession } from './session.tsx';

/** Writes what a surveyor looks at to the log: one entry for every screen and every tab of a person that is opened, in the order opened. */
export function useSeenBySurveyor({ parts, query }: Route): void {
  const { file, surveying, logEvent } = useSession();
  const last = useRef<string | null>(null);
  const seen = surveying === null || !surveyorMaySee(parts, surveying) ? null : seenWords({ parts, parameter: (name) => query.get(name) }, file.people);
  const surveyor = surveying?.surveyor;
  useEffect(() => {
    if (surveyor === undefined) last.current = null;
    else if (seen !== null && seen !== last.current) {
      last.current = seen;
      void logEvent('survey', `Surveyor ${surveyor} looked at ${seen}`);
    }
  }, [surveyor, seen, logEvent]);
}
