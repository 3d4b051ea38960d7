import { createContext, useCallback, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { importedOn } from '../../../shared/agenda/exclusions/versions.ts';
import type { ListVersion } from '../../../shared/model/exclusion.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { listErrorWords } from '../../../shared/screening/lists/list-error.ts';
import { dateWords } from '../../../shared/wording.ts';
import { readDocument } from '../../platform/desktop.ts';
import { useSession } from '../../session/session.tsx';
import { isFileList } from './lists/list-facts.ts';
import { startScreeningClient, type NoAnswer, type ScreeningClient } from '../../workers/screening-client.ts';

export type Screening = {
  readonly ask: ScreeningClient['ask'];
  /** Has the worker read the kept copy of a version; fails with the sentence to show. */
  readonly hold: (version: ListVersion) => Promise<Result<null, string>>;
};

const ScreeningContext = createContext<Screening | null>(null);

/** Starts the worker when it is first asked, and ends it with the screen: the lists it holds take memory. */
export function ScreeningProvider({ children }: { readonly children: ReactNode }) {
  const { agencyId, file } = useSession();
  const client = useRef<ScreeningClient | null>(null);
  useEffect(
    () => () => {
      client.current?.close();
      client.current = null;
    },
    [],
  );
  const ask = useCallback<ScreeningClient['ask']>((kind, request, progress) => {
    client.current ??= startScreeningClient();
    return client.current.ask(kind, request, progress);
  }, []);
  const hold = useCallback<Screening['hold']>(
    async (version) => {
      const known = file.documents?.find(({ id }) => id === version.documents?.[0]?.id);
      const gone = `The kept copy of ${version.name}, imported ${dateWords(importedOn(file, version))}, `;
      if (known === undefined || !isFileList(version.list)) return fail(`${gone}is not on file, so it cannot be searched. Nothing was changed. Import the list again.`);
      const read = await readDocument({ agencyId, vault: known.vault, sha256: known.sha256 });
      if (!read.ok) return fail(`${gone}could not be read from this computer. Nothing was changed. Import the list again.`);
      const options = { list: version.list, ...(version.columns !== undefined && { columns: version.columns }) };
      const held = await ask('hold', { sha256: version.sha256, name: version.name, packed: read.value.bytes, options }).answer;
      if (!held.ok) return fail(noAnswerWords(held.error));
      if (held.value.ok) return ok(null);
      return fail(held.value.error.code === 'damaged'
        ? `${gone}is not what was imported: its fingerprint differs. Nothing was changed. Import the list again.`
        : `${gone}could not be read. ${listErrorWords(held.value.error.error)}`);
    },
    [agencyId, file, ask],
  );
  const value = useMemo(() => ({ ask, hold }), [ask, hold]);
  return <ScreeningContext.Provider value={value}>{children}</ScreeningContext.Provider>;
}

export function useScreening(): Screening {
  const screening = useContext(ScreeningContext);
  if (screening === null) throw new Error('useScreening needs the exclusions screen around it');
  return screening;
}

/** Why there is no answer from the worker, what is safe, what to do. */
export const noAnswerWords = (why: NoAnswer): string =>
  why.code === 'cancelled'
    ? 'Stopped. Nothing was recorded.'
    : `The part of Muster that reads and searches lists ended${why.detail === undefined ? '' : ` (${why.detail})`}. Nothing was recorded. Close other programs and try again.`;
