import { useState } from 'react';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { countOf } from '../../../shared/wording.ts';
import { salvage, type Salvage } from '../../db/salvage.ts';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { chooseAgencyFile, exportName, exportRecord, storeDocuments } from '../../session/agency-files.ts';
import { storageWords } from '../../session/failure-words.ts';

type Saved = { readonly title: string; readonly words: string };

type Recovery = {
  readonly working: 'save' | 'restore' | null;
  readonly trouble: string | null;
  readonly saved: Saved | null;
  readonly saveReadable: (agencyId: string, name: string) => Promise<void>;
  readonly restoreFile: () => Promise<void>;
};

/** The ways on from an agency that does not open. `today` names the saved file. */
export function useRecovery(today: CivilDate): Recovery {
  const { keep, newId } = useAgencyDoor();
  const [working, setWorking] = useState<Recovery['working']>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [saved, setSaved] = useState<Saved | null>(null);

  const attempt = async (what: 'save' | 'restore', task: () => Promise<string | null>): Promise<void> => {
    setWorking(what);
    setTrouble(null);
    setSaved(null);
    setTrouble(await task());
    setWorking(null);
  };

  return {
    working,
    trouble,
    saved,
    saveReadable: (agencyId, name) =>
      attempt('save', async () => {
        const read = await salvage(agencyId);
        if (!read.ok) return storageWords(read.error);
        const written = await exportRecord(read.value.file, exportName(name, today, 'json'));
        if (!written.ok) return written.error.words;
        if (written.value !== null) setSaved({ title: `Saved ${written.value.name}`, words: salvageWords(read.value) });
        return null;
      }),
    restoreFile: () =>
      attempt('restore', async () => {
        const chosen = await chooseAgencyFile();
        if (!chosen.ok) return chosen.error.words;
        if (chosen.value === null) return null;
        const agencyId = newId();
        const stored = await storeDocuments(agencyId, chosen.value.file, chosen.value.documents);
        if (!stored.ok) return stored.error.words;
        const kept = await keep(agencyId, chosen.value.file, false);
        return kept.ok ? null : storageWords(kept.error);
      }),
  };
}

/** How much was saved, what was not, and whether the file opens as it is. */
function salvageWords({ records, lost, whole }: Salvage): string {
  const named = lost.slice(0, 5).join(', ');
  const more = lost.length > 5 ? ` and ${lost.length - 5} more` : '';
  const left = lost.length === 0 ? 'None was unreadable.' : `${countOf(lost.length, 'record')} could not be read: ${named}${more}.`;
  const opens = whole ? 'The file can be opened from the first screen.' : 'Some records refer to unreadable ones, so the file needs mending before it opens.';
  return `${countOf(records, 'record')} saved. ${left} ${opens}`;
}
