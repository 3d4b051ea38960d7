import { fileOf, freshMachine, note, restored, value } from './support/database.ts';
import { describe, expect, it, vi } from 'vitest';
import { commit } from '../../renderer/db/commit.ts';
import { liveAgency } from '../../renderer/db/live-agency.ts';
import { openAgency } from '../../renderer/db/open-agency.ts';
import type { Change } from '../../shared/model/changes.ts';
import { evidence, person } from '../unit/model/small-agency.ts';

freshMachine();

const add = (id: string): Change => ({ kind: 'add-evidence', evidence: evidence(id, 'p1') });
const failed = (): void => expect.unreachable();

describe('an open agency', () => {
  it('shows its own commits at once, and is what the database holds', async () => {
    (await restored()).close();
    const opened = value(await openAgency('one'));
    const live = liveAgency(opened, failed);
    const seen = vi.fn();
    live.subscribe(seen);
    const results = await Promise.all([live.commit([add('a')], note()), live.commit([add('b')], note())]);
    expect(results.map((each) => each.ok)).toEqual([true, true]);
    expect(seen).toHaveBeenCalledTimes(2);
    expect(live.file()).toEqual(await fileOf(opened.db));
    await live.close();
  });

  it('shows what another window commits', async () => {
    const other = await restored();
    const opened = value(await openAgency('one'));
    const live = liveAgency(opened, failed);
    value(await commit(other, [add('there')], note()));
    await vi.waitFor(() => expect(live.file().evidence.map((each) => each.id)).toContain('there'));
    value(await live.commit([add('here')], note()));
    expect(live.file()).toEqual(await fileOf(opened.db));
    await live.close();
  });

  it('refuses what would leave a record that cannot be read back', async () => {
    (await restored()).close();
    const live = liveAgency(value(await openAgency('one')), failed);
    const before = live.file();
    const ended = { ...person('p3'), employments: person('p3').employments.map((each) => ({ ...each, endedOn: '2020-01-01' as never })) };
    expect(await live.commit([{ kind: 'put-person', person: ended }], note())).toMatchObject({ ok: false, error: { code: 'refused', error: { code: 'inconsistent' } } });
    expect(live.file()).toBe(before);
    await live.close();
  });

  it('undoes an import and shows the outcome', async () => {
    (await restored()).close();
    const opened = value(await openAgency('one'));
    const live = liveAgency(opened, failed);
    const { id } = value(await live.commit([{ kind: 'put-person', person: person('p3') }, { kind: 'put-person', person: person('p4') }], note()));
    expect(live.file().people.length).toBe(4);
    value(await live.undo(id, { ...note(), reason: 'Wrong file' }));
    expect(live.file().people.length).toBe(2);
    expect(live.file()).toEqual(await fileOf(opened.db));
    await live.close();
  });
});
