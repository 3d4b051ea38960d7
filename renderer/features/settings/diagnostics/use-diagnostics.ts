import { useCallback, useEffect, useMemo, useState } from 'react';
import { agencyFacts, backupFacts, diagnosticsText, type Diagnostics } from '../../../../shared/diagnostics/report.ts';
import { schemaVersion } from '../../../db/agency-database.ts';
import { backups, diagnostics, saveFile } from '../../../platform/desktop.ts';
import { failureWords } from '../../../platform/failure-words.ts';
import { useSession } from '../../../session/session.tsx';
import { pageStorage } from '../../../session/storage-watch.ts';

type Report = { readonly text: string | null; readonly trouble: string | null; readonly saved: string | null; readonly renew: () => void; readonly save: () => Promise<void> };

/** The report about this Muster: made when the section opens and when asked for, shown in full, saved exactly as shown. */
export function useDiagnostics(): Report {
  const { file, isDemo, agencyId, now } = useSession();
  const [asked, setAsked] = useState(0);
  const [facts, setFacts] = useState<Omit<Diagnostics, 'agency'> | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);

  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const [machine, page, kept] = await Promise.all([diagnostics(), pageStorage(), isDemo ? null : backups.status({ agencyId })]);
      if (gone) return;
      setTrouble(machine.ok ? null : failureWords(machine.error));
      if (machine.ok) setFacts({ at: now(), machine: machine.value, page, backup: kept?.ok === true ? backupFacts(kept.value) : null });
    };
    void look();
    return () => {
      gone = true;
    };
  }, [asked, agencyId, isDemo, now]);
  const text = useMemo(() => (facts === null ? null : diagnosticsText({ ...facts, agency: agencyFacts(file, { demo: isDemo, schemaVersion }) })), [facts, file, isDemo]);

  const save = useCallback(async () => {
    if (text === null) return;
    const done = await saveFile({
      suggestedName: `Muster-diagnostics-${now().slice(0, 10)}.txt`,
      filters: [{ name: 'Text', extensions: ['txt'] }],
      bytes: new TextEncoder().encode(text),
    });
    if (!done.ok) setTrouble(failureWords(done.error));
    else if (done.value !== null) setSaved(`Saved ${done.value.name}`);
  }, [text, now]);

  const renew = useCallback(() => {
    setSaved(null);
    setAsked((count) => count + 1);
  }, []);
  return { text, trouble, saved, renew, save };
}
