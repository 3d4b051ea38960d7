import { useMemo } from 'react';
import type { Deadline } from '../../shared/agenda/deadlines/deadline.ts';
import { deadlinesOf } from '../../shared/agenda/deadlines/deadlines.ts';
import { deadlineWords } from '../../shared/agenda/deadlines/titles.ts';
import { useSession } from './session.tsx';

/** Every deadline of the agency as of the day looked at, in order of the day. Read once, however many screens ask. */
export function useDeadlines(): readonly Deadline[] {
  const { file, evaluation } = useSession();
  return useMemo(() => deadlinesOf(file, evaluation, deadlineWords(file, evaluation.asOf)), [file, evaluation]);
}
