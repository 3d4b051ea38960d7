import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import type { LogHead } from '../../shared/ipc/vault.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { systemCode } from '../system-code.ts';
import { agencyFolder, placeOfAgency } from '../vault/agency-folder.ts';
import type { Vault } from '../vault/vault.ts';
import { condemned } from './condemned.ts';
import { destroyFile, digestOf, isThere } from './files.ts';
import { keysFor, type DocumentKeys } from './document-keys.ts';
import { openedMedical } from './opened-medical.ts';
import { plainDocuments } from './plain-documents.ts';
import { sealAll, type SealProgress, type SealReport } from './seal-all.ts';
import { digestOfSealed, readSealed, writeSealed, type DocumentVault } from './sealed-file.ts';

/** One document as the record knows it. */
export type DocumentName = { readonly sha256: string; readonly vault: DocumentVault };
type Answer<Value> = Promise<Result<Value, IpcFailure>>;

/** The documents of one agency. Where the agency has keys each is sealed; where it has none (the demo) they lie as they are. */
export type DocumentStore = {
  /** Storing the same bytes twice keeps one copy, and mends one that was damaged. */
  readonly store: (bytes: Uint8Array, vault: DocumentVault) => Answer<{ readonly sha256: string; readonly bytes: number }>;
  /** One of a sealed medical vault only with the entry of the log that says so. */
  readonly read: (name: DocumentName, logged?: LogHead) => Answer<{ readonly bytes: Uint8Array }>;
  /** The documents of one job, those of a sealed medical vault as long as it lasts by one entry of the log that says they are opened for it. */
  readonly lend: (logged?: LogHead) => Promise<Lending>;
  /** Notes documents that are about to be destroyed; nothing happens to them yet. */
  readonly condemn: (names: readonly DocumentName[]) => Answer<{ readonly noted: number }>;
  /** Destroys keys and bytes of what was condemned and is not on record any more; what still is on record is taken off the list. */
  readonly sweep: (onRecord: readonly DocumentName[]) => Answer<{ readonly destroyed: number; readonly kept: number }>;
  /** Seals what lies plain; see `sealAll`. */
  readonly sealAll: (names: readonly DocumentName[], neededElsewhere: readonly string[] | null, progress: SealProgress) => Answer<SealReport>;
};

/** Reads documents for a job. */
export type Lending = { readonly read: (name: DocumentName) => Answer<{ readonly bytes: Uint8Array }> };

type Needs = {
  readonly profile: string;
  readonly vault: Pick<Vault, 'unlocked' | 'hasKeys' | 'headSeen' | 'headWritten' | 'onHead' | 'onLock'>;
};

export type DocumentStores = ReturnType<typeof documentStores>;

/** The documents of every agency of a profile, under `agencies/<agencyId>/documents`; plain ones from before are still found in `documents/`. */
export function documentStores({ profile, vault }: Needs) {
  const agencies = path.join(profile, 'agencies');
  const shared = plainDocuments(path.join(profile, 'documents'));
  const letsOut = openedMedical(vault);
  const queues = new Map<string, Promise<unknown>>();
  /** One writer an agency: a document and its key are two files that belong together. */
  const inTurn = <Value>(agencyId: string, task: () => Answer<Value>): Answer<Value> => {
    const turn = (queues.get(agencyId) ?? Promise.resolve()).then(task);
    queues.set(agencyId, turn.catch(() => undefined));
    return turn;
  };

  function of(agencyId: string): DocumentStore {
    const folder = path.join(placeOfAgency(agencies, agencyId), 'documents');
    const plain = plainDocuments(path.join(folder, 'plain'));
    const files = agencyFolder(agencies, agencyId);
    const withKeys = <Value>(task: (keys: DocumentKeys | null) => Answer<Value>): Answer<Value> => guarded(vault, agencyId, path.join(folder, 'sealed'), task);

    const writing = async <Value>(task: () => Answer<Value>): Answer<Value> => {
      try {
        return await task();
      } catch (error) {
        return fail({ code: 'cannot-write', detail: systemCode(error) });
      }
    };

    /** What lies plain: the agency's own, or the one of the folder all agencies once shared. */
    const readPlain = async (sha256: string): Answer<{ readonly bytes: Uint8Array }> => {
      const bytes = (await plain.read(sha256)) ?? (await shared.read(sha256));
      if (bytes === null) return fail({ code: 'not-found' });
      return (await digestOf(bytes)) === sha256 ? ok({ bytes }) : fail({ code: 'damaged', detail: 'altered' });
    };

    const readWhere = (name: DocumentName, medicalMay: () => Promise<boolean>): Answer<{ readonly bytes: Uint8Array }> =>
      withKeys(async (keys) => {
        try {
          if (keys === null) return await readPlain(name.sha256);
          if (!keys.mayOpen(name.vault)) return fail({ code: 'not-allowed' });
          if (name.vault === 'medical' && !(await medicalMay())) return fail({ code: 'not-allowed', detail: 'not-logged' });
          const place = keys.placeOf(name);
          if (!(await isThere(place.keyFile))) return await readPlain(name.sha256);
          const read = await readSealed(place, keys.wrapping(name.vault));
          if (!read.ok) return fail({ code: read.error === 'newer' ? 'newer' : 'damaged', detail: read.error });
          return read.value.sha256 === name.sha256 ? ok({ bytes: read.value.bytes }) : fail({ code: 'damaged', detail: 'altered' });
        } catch (error) {
          const detail = systemCode(error);
          return detail === 'ENOENT' ? fail({ code: 'damaged', detail: 'cut-off' }) : fail({ code: 'cannot-read', detail });
        }
      });

    return {
      store: (bytes, kind) =>
        withKeys((keys) => inTurn(agencyId, () => writing(async () => {
          if (keys !== null && !keys.mayOpen(kind)) return fail({ code: 'not-allowed' });
          const sha256 = await digestOf(bytes);
          if (keys === null) {
            await plain.write(sha256, bytes);
            return ok({ sha256, bytes: bytes.byteLength });
          }
          const place = keys.placeOf({ sha256, vault: kind });
          const key = keys.wrapping(kind);
          const kept = (await isThere(place.file)) && (await isThere(place.keyFile)) ? await digestOfSealed(place, key) : null;
          if (kept?.ok !== true || kept.value !== sha256) {
            await mkdir(path.dirname(place.file), { recursive: true, mode: 0o700 });
            // A key that does not open what lies there must never meet the bytes that are written now.
            await rm(place.keyFile, { force: true });
            await writeSealed(place, key, bytes);
          }
          return ok({ sha256, bytes: bytes.byteLength });
        }))),

      read: (name, logged) => readWhere(name, () => letsOut(agencyId, logged)),

      async lend(logged) {
        const may = logged !== undefined && (await letsOut(agencyId, logged));
        return { read: (name) => readWhere(name, () => Promise.resolve(may)) };
      },

      condemn: (names) =>
        withKeys((keys) => inTurn(agencyId, () => writing(async () => {
          // Chapters drawn for binders hold what was on record: what is taken off it must not stay in them.
          await rm(path.join(placeOfAgency(agencies, agencyId), 'chapters'), { recursive: true, force: true });
          const listed = new Set(await condemned.read(files));
          for (const name of names) listed.add(listedAs(keys, name));
          await condemned.write(files, listed);
          return ok({ noted: names.length });
        }))),

      sweep: (onRecord) =>
        withKeys((keys) => inTurn(agencyId, () => writing(async () => {
          const listed = await condemned.read(files);
          if (listed.size === 0) return ok({ destroyed: 0, kept: 0 });
          const needed = new Set(onRecord.map((name) => listedAs(keys, name)));
          let destroyed = 0;
          for (const each of listed) {
            if (needed.has(each)) continue;
            const [where, name] = each.split('/');
            if (name === undefined) continue;
            if (where === 'plain') await destroyFile(plain.placeOf(name));
            else {
              const place = sealedPlace(path.join(folder, 'sealed'), name);
              await destroyFile(place.keyFile);
              await destroyFile(place.file);
            }
            destroyed += 1;
          }
          await condemned.write(files, new Set());
          return ok({ destroyed, kept: listed.size - destroyed });
        }))),

      sealAll: (names, neededElsewhere, progress) =>
        withKeys((keys) => inTurn(agencyId, () => writing(async () => {
          if (keys === null) return fail({ code: 'not-allowed', detail: 'no-keys' });
          if (names.some(({ vault: kind }) => !keys.mayOpen(kind))) return fail({ code: 'not-allowed' });
          return ok(await sealAll({ keys, names, plain, shared, neededElsewhere, progress }));
        }))),
    };
  }

  return { of };
}

const sealedPlace = (folder: string, name: string): { readonly file: string; readonly keyFile: string } => {
  const file = path.join(folder, name.slice(0, 2), name);
  return { file, keyFile: `${file}.key` };
};

const listedAs = (keys: DocumentKeys | null, name: DocumentName): string => (keys === null ? `plain/${name.sha256}` : `sealed/${keys.placeOf(name).name}`);

/** Runs a task with the keys of documents of an agency, taken before anything is awaited and wiped afterwards; null where it has none. */
async function guarded<Value>(vault: Needs['vault'], agencyId: string, folder: string, task: (keys: DocumentKeys | null) => Answer<Value>): Answer<Value> {
  const unlocked = vault.unlocked();
  if (unlocked?.agencyId !== agencyId) return (await vault.hasKeys(agencyId)) ? fail({ code: 'locked' }) : await task(null);
  const keys = keysFor(unlocked, (name) => sealedPlace(folder, name));
  try {
    return await task(keys);
  } finally {
    keys.forget();
  }
}
