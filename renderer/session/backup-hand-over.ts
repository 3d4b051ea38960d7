import { fail, ok, type Result } from '../../shared/result.ts';
import type { BackupDoor } from '../db/backup-door.ts';
import { backups as machine } from '../platform/desktop.ts';
import { backupFailureWords } from './backup-run.ts';
import { storageWords } from './failure-words.ts';

type How = {
  readonly agencyId: string;
  readonly door: BackupDoor;
  readonly to: string;
  readonly suggestedName: string;
  /** ISO instant. */
  readonly now: () => string;
  readonly newId: () => string;
};

/**
 * Hands the agency over: this copy turns read-only first, so that nothing is recorded that would not go along; then the file is written, read
 * back and compared. Where that comes to nothing this copy is taken back at once. Null: the person closed the dialog.
 */
export async function handOver({ agencyId, door, to, suggestedName, now, newId }: How): Promise<Result<{ readonly name: string; readonly place: string } | null, string>> {
  const given = await door.handOver(to, { id: newId(), at: now(), what: `Handed the agency over to ${to}` });
  if (!given.ok) return fail(`Nothing was handed over. ${storageWords(given.error)}`);
  const saved = await written();
  if (saved.ok && saved.value !== null) return saved;
  const back = await door.takeBack({ id: newId(), at: now(), what: 'The hand-over was broken off', reason: saved.ok ? 'No file was chosen' : saved.error });
  if (back.ok) return saved;
  return fail(`No file was written, and this copy is still read-only. Take it back below. ${storageWords(back.error)}`);

  async function written(): Promise<Result<{ readonly name: string; readonly place: string } | null, string>> {
    const source = await door.source();
    if (!source.ok) return fail('Nothing was handed over: the record could not be read.');
    const { facts, ...rest } = source.value;
    const handed = { ...rest, facts: { ...facts, lineage: { ...facts.lineage, generation: facts.lineage.generation + 1 } } };
    const file = await machine.save({ agencyId, kind: 'hand-over', suggestedName, source: handed });
    if (!file.ok) return fail(`Nothing was handed over. ${backupFailureWords(file.error)}`);
    if (file.value === null) return ok(null);
    const { name, place, readBack } = file.value;
    const proven = await door.prove(readBack, facts);
    if (!proven.ok) return fail(`The file ${name} was written but could not be compared, so it does not count: delete it. ${storageWords(proven.error)}`);
    return proven.value.length === 0 ? ok({ name, place }) : fail(`The file ${name} differs from the record in ${proven.value.join(', ')}, so it does not count: delete it.`);
  }
}

/** Writes a self-contained sealed copy where the person chooses, read back and compared. Null: they closed the dialog. */
export async function saveCopy(agencyId: string, door: BackupDoor, suggestedName: string): Promise<Result<{ readonly name: string; readonly place: string } | null, string>> {
  const source = await door.source();
  if (!source.ok) return fail('No copy was written: the record could not be read. Lock and unlock the agency, then try again.');
  const file = await machine.save({ agencyId, kind: 'copy', suggestedName, source: source.value });
  if (!file.ok) return fail(backupFailureWords(file.error));
  if (file.value === null) return ok(null);
  const { name, place, readBack } = file.value;
  const proven = await door.prove(readBack, source.value.facts);
  const differs = proven.ok ? proven.value : ['the scratch database'];
  return differs.length === 0 ? ok({ name, place }) : fail(`The file ${name} differs from the record in ${differs.join(', ')}, so it does not count: delete it.`);
}
