import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { isPurged } from '../../../shared/model/document.ts';
import { countOf } from '../../../shared/wording.ts';
import { showInFolder } from '../../platform/desktop.ts';
import { exportAgency, exportName, exportRecord } from '../../session/agency-files.ts';
import { commitErrorWords } from '../../session/commit-words.ts';
import { useDocumentBytes } from '../../session/use-document-copy.ts';
import { useSession } from '../../session/session.tsx';
import { startLongWork } from '../../ui/long-work.ts';

type Done = { readonly words: string; readonly place: string };

type Exporting = {
  readonly working: 'muster' | 'json' | null;
  readonly trouble: string | null;
  readonly done: Done | null;
  readonly exportFile: () => Promise<void>;
  readonly exportJson: () => Promise<void>;
  readonly showSaved: () => Promise<void>;
};

/** Writes the agency out, with a word of what came of it. */
export function useExport(): Exporting {
  const { file, today, can, logEvent } = useSession();
  const bytesOf = useDocumentBytes();
  const leftOut = (missing: readonly string[]): string => {
    const withheld = can('read-medical') ? [] : (file.documents ?? []).filter((document) => document.vault === 'medical' && !isPurged(document)).map(({ name }) => name);
    const lost = missing.filter((name) => !withheld.includes(name));
    return [
      can('read-medical') ? '' : ` Medical notes${withheld.length === 0 ? '' : ` and ${countOf(withheld.length, 'medical document')}`} are left out, because you do not have the medical right.`,
      lost.length === 0 ? '' : ` ${countOf(lost.length, 'document')} not found whole on this computer, known by name only: ${lost.slice(0, 3).join(', ')}${lost.length > 3 ? ' …' : ''}.`,
    ].join('');
  };
  const [working, setWorking] = useState<Exporting['working']>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  const log = async (what: string): Promise<void> => {
    const logged = await logEvent('export', `Exported ${what}`);
    if (!logged.ok) notifications.show({ color: 'red', title: 'This is not in the log', message: `The file is saved, but its entry could not be written. ${commitErrorWords(logged.error)}`, autoClose: false });
  };
  const attempt = async (what: 'muster' | 'json', task: () => Promise<string | null>): Promise<void> => {
    if (!can('export')) {
      setTrouble('Nothing was exported: an auditor looks and takes nothing along. Ask HR or compliance for the file.');
      return;
    }
    setWorking(what);
    setDone(null);
    setTrouble(null);
    setTrouble(await task());
    setWorking(null);
  };

  return {
    working,
    trouble,
    done,
    exportFile: () =>
      attempt('muster', async () => {
        const work = startLongWork('Exporting the agency');
        try {
          const written = await exportAgency(file, exportName(file.agency.name, today, 'muster'), bytesOf, work.update);
          if (!written.ok) return written.error.words;
          if (written.value !== null) {
            const { name, place, missing } = written.value;
            await log(`the whole agency with ${countOf((file.documents ?? []).filter((document) => !isPurged(document)).length - missing.length, 'document')}: ${name}`);
            setDone({ words: `Exported ${name}.${leftOut(missing)}`, place });
          }
          return null;
        } finally {
          work.finish();
        }
      }),
    exportJson: () =>
      attempt('json', async () => {
        const written = await exportRecord(file, exportName(file.agency.name, today, 'json'));
        if (!written.ok) return written.error.words;
        if (written.value === null) return null;
        await log(`the record of the agency as JSON, without documents: ${written.value.name}`);
        setDone({ words: `Exported ${written.value.name}. Documents are known in it by name only.`, place: written.value.place });
        return null;
      }),
    showSaved: async () => {
      if (done !== null) await showInFolder({ place: done.place });
    },
  };
}
