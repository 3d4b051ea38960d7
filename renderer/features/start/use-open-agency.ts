import { useState } from 'react';
import { civilDateAt } from '../../../shared/civil-date.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { chooseAgencyFile, storeDocuments } from '../../session/agency-files.ts';
import { storageWords } from '../../session/failure-words.ts';

type Opening = {
  readonly working: 'file' | 'demo' | null;
  /** Why the last try did not work. */
  readonly trouble: string | null;
  readonly openFile: () => Promise<void>;
  readonly openDemo: () => Promise<void>;
};

/** Brings an agency in from a file, or makes the demo. */
export function useOpenAgency(): Opening {
  const { bring, keep, clock, newId } = useAgencyDoor();
  const [working, setWorking] = useState<'file' | 'demo' | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  const attempt = async (what: 'file' | 'demo', task: () => Promise<string | null>): Promise<void> => {
    setWorking(what);
    setTrouble(null);
    setTrouble(await task());
    setWorking(null);
  };

  return {
    working,
    trouble,
    openFile: () =>
      attempt('file', async () => {
        const chosen = await chooseAgencyFile();
        if (!chosen.ok) return chosen.error.words;
        if (chosen.value === null) return null;
        bring(chosen.value.file, chosen.value.documents);
        return null;
      }),
    openDemo: () =>
      attempt('demo', async () => {
        const agencyId = newId();
        const demo = demoAgency(civilDateAt(clock(), defaultTimeZone));
        const stored = await storeDocuments(agencyId, demo.file, demo.documents);
        if (!stored.ok) return stored.error.words;
        const kept = await keep(agencyId, demo.file, null);
        return kept.ok ? null : storageWords(kept.error);
      }),
  };
}
