import { Button } from '@mantine/core';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { navigate } from '../../ui/navigate.ts';

/** Nothing to do: says what comes next, or how to begin. */
export function Nothing() {
  const { file, evaluation, asOf, requirementTitle } = useSession();
  if (file.people.length === 0) {
    return (
      <EmptyState
        action={<Button variant="filled" onClick={() => navigate('/import')}>Import a spreadsheet</Button>}
        alternative={<Button onClick={() => navigate('/people')}>Add a person</Button>}
      >
        No people yet. Import a roster (Ctrl+I) or add a person; what is due shows here.
      </EmptyState>
    );
  }
  const next = evaluation.standings
    .filter((standing) => standing.dueOn !== null && standing.dueOn >= asOf)
    .reduce<(typeof evaluation.standings)[number] | null>((first, standing) => (first === null || (standing.dueOn ?? '') < (first.dueOn ?? '') ? standing : first), null);
  return (
    <EmptyState action={<Button onClick={() => navigate('/matrix')}>Open the matrix</Button>}>
      {next?.dueOn === null || next === null
        ? 'Nothing is due.'
        : `Nothing is due now. Next: ${requirementTitle(next.requirement)}, ${dateWords(next.dueOn)} · ${distanceWords(next.dueOn, asOf)}.`}
    </EmptyState>
  );
}
