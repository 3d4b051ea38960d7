import { digestKey, fileOf, freshMachine, note, restored, value } from './support/database.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AgencyDatabase } from '../../renderer/db/agency-database.ts';
import { commit, recordEvent } from '../../renderer/db/commit.ts';
import { restoreAgency } from '../../renderer/db/restore.ts';
import { undoImport } from '../../renderer/db/undo-import.ts';
import { verifyChain } from '../../shared/audit/chain.ts';
import type { Change } from '../../shared/model/changes.ts';
import { evidence, smallAgency } from '../unit/model/small-agency.ts';
import { vaultOf } from './support/sealed.ts';

freshMachine();

const add = (id: string): Change => ({ kind: 'add-evidence', evidence: evidence(id, 'p1') });

/** The log as it lies in the database. */
const logOf = async (db: AgencyDatabase) => (await fileOf(db)).audit ?? [];

describe('the chain of an agency that several windows write to', () => {
  it('never forks: whatever they commit at once lines up, and every acknowledged entry is there once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ window: fc.nat(2), deed: fc.constantFrom('commit', 'event', 'refused', 'killed', 'undo') }), { minLength: 2, maxLength: 14 }), async (steps) => {
        const first = await restored(undefined, `agency-${(agencies += 1)}`);
        const windows = [first, new AgencyDatabase(first.agencyId), new AgencyDatabase(first.agencyId)] as const;
        const imported = value(await commit(first, [add('imported')], note('Imported one')));
        const done = await Promise.all(steps.map(async ({ window, deed }, index): Promise<string | null> => {
          const db = windows[window] ?? first;
          const said = note(`${deed} ${index}`);
          switch (deed) {
            case 'commit': {
              const result = await commit(db, [add(`x${index}`)], said);
              return result.ok ? result.value.id : null;
            }
            case 'event': {
              const result = await recordEvent(db, { ...said, kind: 'export' });
              return result.ok ? result.value.id : null;
            }
            case 'refused':
              expect((await commit(db, [add('e1')], said)).ok).toBe(false);
              return null;
            case 'killed':
              // The transaction ends after its records went in, as when the process dies: the log entry has an id that is taken.
              expect((await commit(db, [add(`x${index}`)], { ...said, id: imported.id })).ok).toBe(false);
              return null;
            case 'undo': {
              const result = await undoImport(db, imported.id, { ...said, reason: 'Not wanted' });
              return result.ok ? said.id : null;
            }
          }
        }));
        const log = await logOf(first);
        expect(verifyChain(log)).toEqual({ ok: true, value: log.at(-1)?.['hash'] });
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
        const acknowledged = [imported.id, ...done.filter((id) => id !== null)];
        expect(log.map(({ id }) => id).toSorted()).toEqual(acknowledged.toSorted());
        const recorded = (await fileOf(first)).evidence.map(({ id }) => id);
        steps.forEach(({ deed }, index) => {
          expect(recorded.includes(`x${index}`)).toBe(deed === 'commit');
        });
        for (const db of windows) db.close();
      }),
      { numRuns: 25 },
    );
  });

  it('goes on after a transaction that was aborted in the middle, from the entry before it', async () => {
    const db = await restored();
    value(await commit(db, [add('x1')], note('First')));
    await expect(db.transaction('rw', db.tables, async (transaction) => {
      await db.evidence.clear();
      await db.log.clear();
      transaction.abort();
    })).rejects.toThrow();
    const next = value(await commit(db, [add('x2')], note('Second')));
    const log = await logOf(db);
    expect([next.seq, log.length]).toEqual([2, 2]);
    expect(verifyChain(log).ok).toBe(true);
  });
});

describe('the entries of a sealed agency', () => {
  it('say who was at work and what kind of deed it was, on the entry and on what was recorded', async () => {
    const vault = vaultOf();
    const db = value(await restoreAgency(smallAgency(), { agencyId: 'sealed', digestKey, vault }));
    const entry = value(await commit(db, [{ kind: 'add-check', check: { id: 'c9', personId: 'p1', list: 'oig-leie', checkedOn: '2026-03-19' as never, method: 'website', outcome: 'clear', recordedAt: '2026-03-19T15:00:00Z' } }], note('Searched')));
    expect(entry).toMatchObject({ by: vault.actor?.name, kind: 'screening' });
    expect((await fileOf(db)).exclusionChecks?.find(({ id }) => id === 'c9')?.recordedBy).toBe(vault.actor?.name);
    expect(value(await recordEvent(db, { ...note('Opened x.pdf'), kind: 'medical-opening' })).kind).toBe('medical-opening');
    expect(verifyChain(await logOf(db)).ok).toBe(true);
    db.close();
  });
});

let agencies = 0;
