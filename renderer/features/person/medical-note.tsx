import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { evidenceKindWords, type Evidence } from '../../../shared/model/evidence.ts';
import { partsOf } from '../../../shared/model/medical-part.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { commitErrorWords } from '../../session/commit-words.ts';
import { useSession } from '../../session/session.tsx';

/** Whether the note of an item is medical: read only by who has the right, and each reading logged. */
export const hasMedicalNote = (item: Evidence): boolean => partsOf('evidence', item).medical !== null;

/** Writes to the log that the medical note of an item is read; answers null when done, else the sentence that says why it stays closed. */
export function useOpenNote(): (item: Evidence) => Promise<string | null> {
  const { file, logEvent } = useSession();
  return async (item) => {
    const person = file.people.find(({ id }) => id === item.personId);
    const logged = await logEvent('medical-opening', `Read the medical note on ${evidenceKindWords[item.kind]}${person === undefined ? '' : `, of ${fullName(shownName(person))}`}`);
    return logged.ok ? null : `The note was not opened, because the opening could not be logged. ${commitErrorWords(logged.error)}`;
  };
}

/** The note of an item; a medical one only after it was asked for, which the log says. */
export function ItemNote({ item }: { readonly item: Evidence }) {
  const [shown, setShown] = useState<'closed' | 'open' | { readonly refused: string }>('closed');
  const open = useOpenNote();
  if (item.note === undefined) return null;
  if (!hasMedicalNote(item) || shown === 'open') return <p>“{item.note}”</p>;
  return (
    <p>
      <Anchor
        component="button"
        type="button"
        size="xs"
        onClick={() => void open(item).then((refused) => setShown(refused === null ? 'open' : { refused }))}
      >
        Read the medical note
      </Anchor>
      {typeof shown === 'object' && <span role="alert">{` ${shown.refused}`}</span>}
    </p>
  );
}
