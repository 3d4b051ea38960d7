import { useState } from 'react';
import { decideErrorWords, decisionFor } from '../../../../shared/agenda/exclusions/decide.ts';
import type { Change } from '../../../../shared/model/changes.ts';
import { exclusionListWords } from '../../../../shared/model/exclusion.ts';
import { countOf } from '../../../../shared/wording.ts';
import { commitErrorWords } from '../../../session/commit-words.ts';
import { useSession } from '../../../session/session.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { cardOf } from './card.ts';
import type { Item } from './items.ts';
import styles from './matches.module.css';

/** Clears weak rows in one step. The reason of each is what its own score card says: which part agrees, and what differs. */
export function ClearWeak({ items, onClose, onRecorded }: { readonly items: readonly Item[]; readonly onClose: () => void; readonly onRecorded: (logId: string) => void }) {
  const { file, asOf, today, newId, now, commit } = useSession();
  const [lines] = useState(() => items.flatMap((item) => {
    const card = item.candidate === null ? null : cardOf(file, item.check, item.candidate, asOf);
    if (card === null) return [];
    const differing = (card.scored?.parts ?? []).filter((part) => part.agrees === 'no').map((part) => part.verdict.toLowerCase());
    const reason = `Weak match: ${card.scored?.why ?? 'the row agrees in part only'}`;
    return [{ item, card, reason, differing }];
  }));
  const submit = async (): Promise<string | null> => {
    const changes: Change[] = [];
    const at = now();
    for (const { item, reason, card } of lines) {
      const compared = (card.scored?.parts ?? []).filter((part) => part.agrees === 'no' && part.part !== 'limit').map((part) => part.part.replace('-', ' '));
      const made = decisionFor(file, {
        check: item.check, ...(item.candidate === null ? {} : { digest: item.candidate.digest }), verdict: 'not-the-person', reason, compared, on: today, newId, now: at,
      });
      if (!made.ok) return `Nothing was recorded: ${item.name}. ${decideErrorWords(made.error)}`;
      changes.push(...made.value);
    }
    const done = await commit(changes, `Cleared ${countOf(lines.length, 'weak match', 'weak matches')}`);
    if (!done.ok) return commitErrorWords(done.error);
    onRecorded(done.value.logId);
    onClose();
    return null;
  };
  return (
    <FormDialog title={`Clear ${countOf(lines.length, 'weak match', 'weak matches')}`} confirmLabel={lines.length === 1 ? 'Clear it' : `Clear all ${lines.length}`} size={640} onSubmit={submit} onClose={onClose}>
      <p className={styles.lead}>Each is recorded as not the person, with the reason below. It stays in the log and comes back only when the row or the person changes.</p>
      <ul className={styles.weakList}>
        {lines.map(({ item, card, reason }) => (
          <li key={item.id}>
            <b>{item.name}</b> · {card.rowName}, {exclusionListWords[item.list].short}
            <p>{reason}</p>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}
