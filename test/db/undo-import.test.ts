import { fileOf, freshMachine, note, restored, value } from './support/database.ts';
import { describe, expect, it } from 'vitest';
import { commit } from '../../renderer/db/commit.ts';
import { undoable, undoImport } from '../../renderer/db/undo-import.ts';
import { verifyChain } from '../../shared/audit/chain.ts';
import type { Change } from '../../shared/model/changes.ts';
import { contract, plan, review } from '../unit/model/agency-record-samples.ts';
import { at, check, evidence, person, smallAgency } from '../unit/model/small-agency.ts';

freshMachine();

const undoNote = () => ({ ...note('Undid an import'), reason: 'Wrong spreadsheet' });
const imported: readonly Change[] = [
  { kind: 'put-team', team: { id: 't2', name: 'Team B' } },
  { kind: 'put-person', person: person('p1', 'Imported') },
  { kind: 'put-person', person: person('p3') },
  { kind: 'add-evidence', evidence: evidence('e2', 'p1') },
  { kind: 'add-evidence', evidence: evidence('e3', 'p3') },
  { kind: 'add-check', check: check('c2', 'p3') },
];

describe('undoing an import', () => {
  it('withdraws exactly what it brought', async () => {
    const db = await restored();
    const { id } = value(await commit(db, imported, note('Imported a roster')));
    const report = value(await undoImport(db, id, undoNote()));
    expect(report).toMatchObject({ removed: ['t2', 'p3', 'e3', 'c2'], restored: ['p1'], retracted: ['e2'], kept: [] });
    const after = await fileOf(db);
    expect({ ...after, audit: undefined }).toEqual({
      ...smallAgency(),
      evidence: [...smallAgency().evidence, { ...evidence('e2', 'p1'), retractedAt: at, retractedReason: 'Wrong spreadsheet' }],
      audit: undefined,
    });
    expect(after.audit?.at(-1)).toMatchObject({ what: 'Undid an import', reason: 'Wrong spreadsheet' });
    expect(verifyChain(after.audit ?? []).ok).toBe(true);
  });

  it('keeps a new person whom something later refers to, and retracts what the import recorded for them', async () => {
    const db = await restored();
    const { id } = value(await commit(db, imported, note()));
    value(await commit(db, [{ kind: 'add-evidence', evidence: evidence('later', 'p3') }], note()));
    const report = value(await undoImport(db, id, undoNote()));
    expect(report.kept).toContain('p3');
    expect(report.retracted).toEqual(['e2', 'e3']);
    expect((await fileOf(db)).evidence.find((each) => each.id === 'later')?.retractedAt).toBeUndefined();
  });

  it('keeps what was changed again since', async () => {
    const db = await restored();
    const { id } = value(await commit(db, imported, note()));
    value(await commit(db, [{ kind: 'put-person', person: person('p1', 'Corrected') }], note()));
    const report = value(await undoImport(db, id, undoNote()));
    expect(report.kept).toEqual(['p1']);
    expect((await fileOf(db)).people[0]?.names[0]?.family).toBe('Corrected');
  });

  it('keeps the documents of evidence it retracts', async () => {
    const db = await restored();
    const document = { id: 'd2', sha256: 'b'.repeat(64), name: 'x.pdf', mediaType: 'application/pdf', bytes: 5, vault: 'personnel', recordedAt: at } as const;
    const { id } = value(await commit(db, [{ kind: 'add-document', document }, { kind: 'add-evidence', evidence: evidence('e2', 'p1', { documents: [{ id: 'd2' }] }) }], note()));
    expect(value(await undoImport(db, id, undoNote()))).toMatchObject({ retracted: ['e2'], kept: ['d2'], removed: [] });
    expect((await fileOf(db)).documents?.length).toBe(2);
  });

  it('retracts the agency\'s records and keeps their papers, and removes what belongs to a team it brought', async () => {
    const db = await restored();
    const document = { id: 'd2', sha256: 'b'.repeat(64), name: 'x.pdf', mediaType: 'application/pdf', bytes: 5, vault: 'personnel', recordedAt: at } as const;
    const { id } = value(await commit(db, [
      { kind: 'put-team', team: { id: 't2', name: 'Team B' } },
      { kind: 'add-document', document },
      { kind: 'add-agency-record', record: contract('c1', { documents: [{ id: 'd2' }] }) },
      { kind: 'add-agency-record', record: review('f1') },
      { kind: 'add-agency-record', record: review('f2', { teamId: 't2' }) },
      { kind: 'add-agency-record', record: plan('f3', 'f2', { teamId: 't2' }) },
    ], note()));
    expect(value(await undoImport(db, id, undoNote()))).toMatchObject({ removed: ['t2', 'f2', 'f3'], retracted: ['c1', 'f1'], kept: ['d2'] });
    const after = await fileOf(db);
    expect(after.agencyRecords).toEqual([contract('c1', { documents: [{ id: 'd2' }] }), review('f1')].map((record) => ({ ...record, retractedAt: at, retractedReason: 'Wrong spreadsheet' })));
    expect(after.teams?.map((team) => team.id)).toEqual(['t1']);
  });

  it('keeps a team, and retracts its review, where a later plan was made for it', async () => {
    const db = await restored();
    const { id } = value(await commit(db, [{ kind: 'put-team', team: { id: 't2', name: 'Team B' } }, { kind: 'add-agency-record', record: review('f2', { teamId: 't2' }) }], note()));
    value(await commit(db, [{ kind: 'add-agency-record', record: plan('f3', 'f2', { teamId: 't2' }) }], note()));
    expect(value(await undoImport(db, id, undoNote()))).toMatchObject({ removed: [], retracted: ['f2'], kept: ['t2'] });
  });

  it('takes a retraction back, so that the record stands again', async () => {
    const db = await restored();
    value(await commit(db, [{ kind: 'add-agency-record', record: contract('c1') }], note()));
    const { id } = value(await commit(db, [{ kind: 'retract-agency-record', recordId: 'c1', retractedAt: at, reason: 'Wrong' }], note()));
    expect(value(await undoImport(db, id, undoNote()))).toMatchObject({ restored: ['c1'] });
    expect((await fileOf(db)).agencyRecords).toEqual([contract('c1')]);
  });

  it('keeps what a closed month holds: its closing, its checks and their decisions', async () => {
    const db = await restored();
    const list = { id: 'lv1', list: 'oig-leie', name: 'UPDATED.csv', sha256: 'c'.repeat(64), bytes: 5, rows: 1, scope: 'full', source: 'file', recordedAt: at } as const;
    const search = { engine: 'muster-match 1', listVersionId: 'lv1', identity: { names: [], businessNames: [], states: [] }, tier: 'none', candidates: [] } as const;
    const run = value(await commit(db, [
      { kind: 'add-list-version', version: list },
      { kind: 'add-check', check: { ...check('feb', 'p1', '2026-02-10'), outcome: 'possible', search } },
      { kind: 'add-check', check: check('mar', 'p1', '2026-03-10') },
    ], note()));
    const decided = value(await commit(db, [{ kind: 'add-decision', decision: { id: 'n1', personId: 'p1', list: 'oig-leie', checkId: 'feb', verdict: 'not-the-person', decidedOn: '2026-02-11' as never, reason: 'Another birth date', recordedAt: at } }], note()));
    const closed = value(await commit(db, [{ kind: 'add-month-record', record: { id: 'm1', kind: 'close', month: '2026-02' as never, closedOn: '2026-03-01' as never, holes: [], recordedAt: at } }], note()));
    expect(value(await undoImport(db, closed.id, undoNote()))).toMatchObject({ kept: ['m1'], removed: [] });
    expect(value(await undoImport(db, decided.id, undoNote()))).toMatchObject({ kept: ['n1'], removed: [] });
    // The version stays because the check of the closed month was made with it.
    expect(value(await undoImport(db, run.id, undoNote()))).toMatchObject({ kept: ['feb', 'lv1'], removed: ['mar'] });
  });

  it('keeps no more than a hundred commits to undo, the latest ones', async () => {
    const db = await restored();
    const ids: string[] = [];
    for (let n = 0; n < 103; n += 1) ids.push(value(await commit(db, [{ kind: 'put-site', site: { id: 's1', name: `Name ${n}` } }], note())).id);
    expect(new Set(await undoable(db))).toEqual(new Set(ids.slice(3)));
  });

  it('works once, wants a reason, and knows what it can undo', async () => {
    const db = await restored();
    const single = value(await commit(db, [{ kind: 'add-evidence', evidence: evidence('solo', 'p1') }], note()));
    const { id } = value(await commit(db, imported, note()));
    expect([...(await undoable(db))].sort()).toEqual([single.id, id].sort());
    expect(await undoImport(db, 'nothing', undoNote())).toEqual({ ok: false, error: { code: 'cannot-undo' } });
    expect(value(await undoImport(db, single.id, undoNote()))).toMatchObject({ retracted: ['solo'] });
    expect(await undoImport(db, id, { ...undoNote(), reason: ' ' })).toEqual({ ok: false, error: { code: 'reason-missing' } });
    value(await undoImport(db, id, undoNote()));
    expect(await undoImport(db, id, undoNote())).toEqual({ ok: false, error: { code: 'cannot-undo' } });
  });
});
