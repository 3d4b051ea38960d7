import { digestKey, fileOf, freshMachine, note, restored, value } from './support/database.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AgencyDatabase } from '../../renderer/db/agency-database.ts';
import { commit } from '../../renderer/db/commit.ts';
import { verifyChain } from '../../shared/audit/chain.ts';
import { keyedDigest } from '../../shared/audit/digest.ts';
import { applyChanges } from '../../shared/model/apply-changes.ts';
import type { Change } from '../../shared/model/changes.ts';
import { contract, plan, review } from '../unit/model/agency-record-samples.ts';
import { at, check, evidence, person, smallAgency } from '../unit/model/small-agency.ts';

freshMachine();

const add = (id: string, personId = 'p1', more = {}): Change => ({ kind: 'add-evidence', evidence: evidence(id, personId, more) });

describe('commit', () => {
  it('writes the records and their log entry, as applyChanges foretells', async () => {
    const db = await restored();
    const changes: readonly Change[] = [
      { kind: 'set-agency', agency: { ...smallAgency().agency, npi: '1234567890' } },
      { kind: 'put-site', site: { id: 's2', name: 'Houma' } },
      { kind: 'put-team', team: { id: 't1', name: 'Team A', siteId: 's2', supervisorId: 'p3' } },
      { kind: 'put-person', person: person('p3') },
      { kind: 'put-vendor', vendor: { id: 'v1', name: 'Acadia Staff', kind: 'staffing', from: '2024-01-01' as never } },
      { kind: 'add-document', document: { id: 'd2', sha256: 'b'.repeat(64), name: 'card.pdf', mediaType: 'application/pdf', bytes: 5, vault: 'personnel', recordedAt: at } },
      add('e2', 'p3', { documents: [{ id: 'd2' }] }),
      add('e3', 'p1', { supersedes: 'e1' }),
      { kind: 'retract-evidence', evidenceId: 'e3', retractedAt: at, reason: 'Typed twice' },
      { kind: 'add-check', check: check('c2', 'p3') },
      { kind: 'add-decision', decision: { id: 'n1', personId: 'p3', list: 'oig-leie', checkId: 'c2', verdict: 'unable', decidedOn: '2026-03-19' as never, reason: 'No birth date', recordedAt: at } },
      { kind: 'add-list-version', version: { id: 'lv1', list: 'oig-leie', name: 'UPDATED.csv', sha256: 'c'.repeat(64), bytes: 5, rows: 1, scope: 'full', source: 'file', documents: [{ id: 'd2' }], recordedAt: at } },
      { kind: 'add-month-record', record: { id: 'm1', kind: 'close', month: '2026-02' as never, closedOn: '2026-03-01' as never, holes: [{ vendorId: 'v1', list: 'sam', reason: 'New' }], recordedAt: at } },
      { kind: 'add-agency-record', record: plan('a2', 'a1', { documents: [{ id: 'd2' }] }) },
      { kind: 'add-agency-record', record: review('a1') },
      { kind: 'add-agency-record', record: review('a3', { supersedes: 'a1' }) },
      { kind: 'retract-agency-record', recordId: 'a3', retractedAt: at, reason: 'Typed twice' },
      { kind: 'acknowledge', acknowledgement: { requirement: 'la.bgc', personId: 'p1', note: 'Explained', recordedAt: at } },
      { kind: 'acknowledge', acknowledgement: { requirement: 'la.bgc', teamId: 't1', note: 'Explained again', recordedAt: at } },
    ];
    const entry = value(await commit(db, changes, note('Everything at once')));
    expect(await fileOf(db)).toEqual({ ...value(applyChanges(smallAgency(), changes)), audit: [entry] });
    expect(entry.changes.map((each) => each.list)).toEqual([
      'agency', 'sites', 'teams', 'people', 'vendors', 'documents', 'evidence', 'evidence', 'exclusionChecks', 'decisions', 'listVersions', 'monthRecords', 'agencyRecords', 'agencyRecords', 'agencyRecords', 'acknowledgements', 'acknowledgements',
    ]);
  });

  it('logs ids and keyed digests of before and after, and no value', async () => {
    const db = await restored();
    const entry = value(await commit(db, [{ kind: 'put-person', person: person('p1', 'Robichaux') }], note('Corrected a name')));
    expect(entry.changes).toEqual([
      { list: 'people', id: 'p1', before: keyedDigest(digestKey, person('p1')), after: keyedDigest(digestKey, person('p1', 'Robichaux')) },
    ]);
    expect(JSON.stringify(await db.log.toArray())).not.toContain('Robichaux');
  });

  it('chains the log, and the chain verifies after any number of commits', async () => {
    const db = await restored();
    for (const id of ['x1', 'x2', 'x3']) value(await commit(db, [add(id)], note()));
    const file = await fileOf(db);
    expect(verifyChain(file.audit ?? [])).toEqual({ ok: true, value: file.audit?.at(-1)?.['hash'] });
    expect(file.audit?.map((each) => each['seq'])).toEqual([1, 2, 3]);
  });

  it('refuses what applyChanges refuses and leaves everything as it was', async () => {
    const db = await restored();
    const before = await fileOf(db);
    expect(await commit(db, [add('e2'), add('e1')], note())).toMatchObject({ ok: false, error: { code: 'refused', error: { code: 'already-recorded', id: 'e1' } } });
    expect(await commit(db, [], note())).toEqual({ ok: false, error: { code: 'nothing-to-record' } });
    expect(await fileOf(db)).toEqual(before);
  });

  it('leaves nothing behind when it is cut off half-way', async () => {
    const db = await restored();
    const before = await fileOf(db);
    // The log entry is written last; a duplicate log id makes it fail after the records went in.
    const first = note();
    value(await commit(db, [add('x1')], first));
    const between = await fileOf(db);
    const imports = await db.imports.count();
    const result = await commit(db, [add('x2'), { kind: 'put-person', person: person('p1', 'Changed') }], first);
    expect(result).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
    expect(await fileOf(db)).toEqual(between);
    expect(between.evidence.length).toBe(before.evidence.length + 1);
    expect(await db.imports.count()).toBe(imports);
  });

  it('takes no check into a month that another window closed meanwhile', async () => {
    const db = await restored();
    const close: Change = { kind: 'add-month-record', record: { id: 'm1', kind: 'close', month: '2026-02' as never, closedOn: '2026-03-01' as never, holes: [], recordedAt: at } };
    value(await commit(db, [close], note('Closed February 2026')));
    const before = await fileOf(db);
    expect(await commit(db, [{ kind: 'add-check', check: check('c2', 'p1', '2026-02-28') }], note())).toMatchObject({ ok: false, error: { code: 'refused', error: { code: 'month-closed' } } });
    expect(await commit(db, [{ ...close, record: { ...close.record, id: 'm2' } }], note())).toMatchObject({ ok: false, error: { error: { code: 'month-closed-already' } } });
    expect(await fileOf(db)).toEqual(before);
    value(await commit(db, [{ kind: 'add-check', check: check('c2', 'p1', '2026-03-01') }], note()));
    value(await commit(db, [{ kind: 'add-month-record', record: { id: 'm2', kind: 'note', month: '2026-02' as never, note: 'The print was found', recordedAt: at } }], note()));
  });

  it('says that the disk is full, and keeps the old rows readable', async () => {
    const db = await restored();
    const before = await fileOf(db);
    db.evidence.hook('creating', () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    expect(await commit(db, [add('x1')], note())).toEqual({ ok: false, error: { code: 'storage-full' } });
    expect(await fileOf(db)).toEqual(before);
  });

  it('lines up two windows that commit at once', async () => {
    const here = await restored();
    const there = new AgencyDatabase('one');
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => commit(n % 2 === 0 ? here : there, [add(`w${n}`)], note(`Entry ${n}`))),
    );
    expect(results.every((each) => each.ok)).toBe(true);
    const file = await fileOf(here);
    expect(verifyChain(file.audit ?? []).ok).toBe(true);
    expect(file.audit?.length).toBe(20);
    expect(new Set((await here.evidence.toArray()).map((row) => row.n)).size).toBe(21);
    const twice = await Promise.all([commit(here, [add('same')], note()), commit(there, [add('same')], note())]);
    expect(twice.filter((each) => each.ok).length).toBe(1);
    there.close();
  });

  it('agrees with applyChanges on any run of commits', async () => {
    const id = fc.integer({ min: 1, max: 4 });
    const change: fc.Arbitrary<Change> = fc.oneof(
      id.map((n): Change => ({ kind: 'put-person', person: person(`p${n}`, `Name${n}`) })),
      fc.record({ n: id, p: id, old: fc.option(id) }).map(({ n, p, old }) => add(`x${n}`, `p${p}`, old === null ? {} : { supersedes: `x${old}` })),
      id.map((n): Change => ({ kind: 'retract-evidence', evidenceId: `x${n}`, retractedAt: at, reason: 'Wrong' })),
      fc.record({ n: id, p: id }).map(({ n, p }): Change => ({ kind: 'add-check', check: check(`k${n}`, `p${p}`) })),
      fc.record({ n: id, month: fc.integer({ min: 2, max: 3 }) }).map(({ n, month }): Change => ({ kind: 'add-month-record', record: { id: `m${n}`, kind: 'close', month: `2026-0${month}` as never, closedOn: '2026-04-01' as never, holes: [], recordedAt: at } })),
      fc.record({ n: id, old: fc.option(id), team: fc.boolean() }).map(({ n, old, team }): Change => ({ kind: 'add-agency-record', record: (team ? review : contract)(`r${n}`, { ...(team ? {} : { siteId: n > 3 ? 's9' : 's1' }), ...(old === null ? {} : { supersedes: `r${old}` }) }) })),
      fc.record({ n: id, of: id }).map(({ n, of }): Change => ({ kind: 'add-agency-record', record: plan(`f${n}`, `r${of}`) })),
      id.map((n): Change => ({ kind: 'retract-agency-record', recordId: `r${n}`, retractedAt: at, reason: 'Wrong' })),
      fc.record({ p: id }).map(({ p }): Change => ({ kind: 'acknowledge', acknowledgement: { requirement: 'la.bgc', personId: `p${p}`, note: 'n', recordedAt: at } })),
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (commits) => {
        const db = await restored(smallAgency(), `run-${(run += 1)}`);
        let expected = smallAgency();
        for (const changes of commits) {
          const done = await commit(db, changes, note());
          const foretold = applyChanges(expected, changes);
          expect(done.ok).toBe(foretold.ok);
          if (done.ok && foretold.ok) expected = { ...foretold.value, audit: [...(expected.audit ?? []), done.value] };
          if (!done.ok && !foretold.ok) expect(done.error).toEqual({ code: 'refused', error: foretold.error });
        }
        expect(await fileOf(db)).toEqual(expected);
        db.close();
      }),
      { numRuns: 40 },
    );
  });
});
