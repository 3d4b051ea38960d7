import { useState } from 'react';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { countOf } from '../../../shared/wording.ts';
import { plainCodec, sealingCodec, type Codec } from '../../db/codec.ts';
import { salvage, type Salvage } from '../../db/salvage.ts';
import { vault } from '../../platform/desktop.ts';
import { failureWords } from '../../platform/failure-words.ts';
import { exportName, exportRecord } from '../../session/agency-files.ts';
import { storageWords } from '../../session/failure-words.ts';

type Saved = { readonly title: string; readonly words: string };
export type Credential = { readonly userId: string; readonly passphrase: string };

type Saving = {
  readonly working: boolean;
  readonly saved: Saved | null;
  /** Saves what can be read; a sealed agency needs one of its users. Answers null when it is done or the dialog was closed, else why not. */
  readonly save: (credential: Credential | null) => Promise<string | null>;
};

/** Saving what can still be read of an agency that does not open. `today` names the file. */
export function useSalvage(agencyId: string, name: string, today: CivilDate): Saving {
  const [working, setWorking] = useState(false);
  const [saved, setSaved] = useState<Saved | null>(null);

  const write = async (codec: Codec): Promise<string | null> => {
    const read = await salvage(agencyId, codec);
    if (!read.ok) return storageWords(read.error);
    const written = await exportRecord(read.value.file, exportName(name, today, 'json'));
    if (!written.ok) return written.error.words;
    if (written.value !== null) setSaved({ title: `Saved ${written.value.name}`, words: salvageWords(read.value) });
    return null;
  };

  const open = async (credential: Credential | null): Promise<string | null> => {
    if (credential === null) return await write(plainCodec);
    const unlocked = await vault.unlock({ agencyId, ...credential });
    if (!unlocked.ok) return failureWords(unlocked.error);
    const codec = sealingCodec(unlocked.value);
    try {
      return await write(codec);
    } finally {
      codec.forget();
      unlocked.value.records.fill(0);
      unlocked.value.medical?.fill(0);
      await vault.lock();
    }
  };

  return {
    working,
    saved,
    save: async (credential) => {
      setWorking(true);
      setSaved(null);
      try {
        return await open(credential);
      } finally {
        setWorking(false);
      }
    },
  };
}

/** How much was saved, what was not, and whether the file opens as it is. */
export function salvageWords({ records, lost, whole }: Salvage): string {
  const named = lost.slice(0, 5).join(', ');
  const more = lost.length > 5 ? ` and ${lost.length - 5} more` : '';
  const left = lost.length === 0 ? 'None was unreadable.' : `${countOf(lost.length, 'record')} could not be read: ${named}${more}.`;
  const opens = whole ? 'The file can be opened from the first screen.' : 'Some records refer to unreadable ones, so the file needs mending before it opens.';
  return `${countOf(records, 'record')} saved. ${left} ${opens} The file is not encrypted: keep it where only you can read it, and delete it when the agency is open again.`;
}
