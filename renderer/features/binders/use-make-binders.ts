import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { namesWords } from '../../../shared/audit/printed-words.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import type { BinderResult, PrintRequest } from '../../../shared/ipc/binder-job.ts';
import type { MadeBinder } from '../../../shared/model/agency-records/agency-record.ts';
import type { RecipientProfile } from '../../../shared/model/recipient-profile.ts';
import { countOf, dateWords } from '../../../shared/wording.ts';
import { commitErrorWords } from '../../session/commit-words.ts';
import { useSession } from '../../session/session.tsx';
import { usePrintJob } from '../../session/use-print-job.ts';
import { binderRunner } from './binder-run.ts';

/** What is to be made: whose, for whom, how. `names` as the log says them. */
export type BinderAsk = {
  readonly personIds: readonly string[];
  readonly names: readonly string[];
  readonly asOf: CivilDate;
  /** ISO instant. */
  readonly knownAt: string | null;
  readonly profile: RecipientProfile;
  readonly exhibits: boolean;
  readonly medical: boolean;
  readonly layout: 'file-per-person' | 'one-file';
  readonly folder: 'usual' | 'ask';
  readonly password: string;
};

/** The record of what a job made. Exhibit numbers it gave away are kept with it for ever. */
function recordOf(ask: BinderAsk, generatedAt: string, made: Extract<BinderResult, { ok: true }>['value'], stamp: { readonly id: string; readonly recordedAt: string }): MadeBinder {
  return {
    kind: 'binder', ...stamp, recipient: ask.profile.name, profileId: ask.profile.id, asOf: ask.asOf, ...(ask.knownAt !== null && { knownAt: ask.knownAt }), generatedAt,
    personIds: [...ask.personIds],
    files: made.files.map(({ name, sha256, pages, bytes, volume }) => ({ name, sha256, pages, bytes, volume: volume ?? 1 })),
    ...(made.key !== undefined && { key: made.key }),
    ...(made.numbers !== undefined && made.numbers.length > 0 && { numbers: [...made.numbers] }),
  };
}

/** Makes binders: opening medical documents is logged before, what came out is recorded after. */
export function useMakeBinders(): (ask: BinderAsk) => Promise<void> {
  const { file, isDemo, now, newId, commit, logEvent } = useSession();
  const print = usePrintJob();
  return useCallback(
    async (ask) => {
      const { personIds, names, asOf, knownAt, profile, exhibits, medical, layout, folder, password } = ask;
      const asOfWords = `as of ${dateWords(asOf)}${knownAt === null ? '' : `, as known ${knownAt.slice(0, 10)}`}`;
      const what = `${personIds.length === 1 ? 'a binder' : countOf(personIds.length, 'binder')} of ${namesWords(names)} for ${profile.name} ${asOfWords}${medical ? ', both volumes' : ''}${password === '' ? '' : ', with a password'}`;
      const logged = medical ? await logEvent('medical-opening', `Opened the health documents of ${namesWords(names)} to bind volume 2 for ${profile.name}`) : null;
      if (logged !== null && !logged.ok) {
        notifications.show({ color: 'red', title: 'Nothing was made', message: `Opening health documents has to be in the log first, and the entry could not be written. ${commitErrorWords(logged.error)}`, autoClose: false });
        return;
      }
      const generatedAt = now();
      const job: PrintRequest = {
        kind: 'binders', agency: file, personIds: [...personIds], asOf, generatedAt, layout, synthetic: isDemo, exhibits, volumes: medical ? 'both' : 'personnel', profile: { ...profile, sections: [...profile.sections], redact: [...profile.redact], include: [...profile.include] },
        ...(knownAt !== null && { knownAt }),
        ...(password !== '' && { password }),
        ...(logged !== null && { logged: logged.value }),
      };
      const after = async (result: BinderResult): Promise<void> => {
        if (!result.ok || result.value.files.length === 0) return;
        const record = recordOf(ask, generatedAt, result.value, { id: newId(), recordedAt: now() });
        const done = await commit([{ kind: 'add-agency-record', record }], `Recorded ${what}`);
        if (!done.ok) notifications.show({ color: 'red', title: 'The binder is not on record', message: `The files are whole, but their exhibit numbers could not be kept: a later binder may give a document another number. ${commitErrorWords(done.error)}`, autoClose: false });
      };
      print(binderRunner, { job, count: personIds.length, folder, synthetic: isDemo, what, after: (result) => void after(result) });
    },
    [file, isDemo, now, newId, commit, logEvent, print],
  );
}
