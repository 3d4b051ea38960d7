import { digestKey, freshMachine, note, value } from './support/database.ts';
import { describe, expect, it } from 'vitest';
import { liveAgency } from '../../renderer/db/live-agency.ts';
import { openAgency } from '../../renderer/db/open-agency.ts';
import { restoreAgency } from '../../renderer/db/restore.ts';
import type { Surveying } from '../../shared/agenda/survey/surveying.ts';
import { person, smallAgency } from '../unit/model/small-agency.ts';
import { vaultOf } from './support/sealed.ts';

freshMachine();

const surveying: Surveying = { surveyId: 's-1', surveyor: 'Dana Fontenot', personIds: ['p1'], seed: 'K7QM-24TD', since: '2026-03-19T15:00:00Z', host: 'Hanna Roy', agency: false, takeAlong: false, medical: false };
const failed = (): void => expect.unreachable();
const put = [{ kind: 'put-person' as const, person: person('p3') }];
const open = async () => liveAgency(value(await openAgency('one', vaultOf())), failed);

describe('surveyor mode', () => {
  it('is there again after a restart, sealed, and nothing is written while it lasts', async () => {
    value(await restoreAgency(smallAgency(), { agencyId: 'one', digestKey, vault: vaultOf() })).close();
    const first = await open();
    expect(first.surveying()).toBeNull();
    value(await first.setSurveying(surveying, note('Begun')));
    expect(first.surveying()).toEqual(surveying);
    await first.close();

    const { db } = value(await openAgency('one', vaultOf()));
    const row = await db.meta.get('surveying');
    expect(row?.value).toBeInstanceOf(Uint8Array);
    expect(new TextDecoder('latin1').decode(row?.value as Uint8Array)).not.toContain('Dana');
    db.close();

    const again = await open();
    expect(again.surveying()).toEqual(surveying);
    expect(await again.commit(put, note())).toEqual({ ok: false, error: { code: 'surveyed' } });
    expect(await again.undo('any', { ...note(), reason: 'because' })).toEqual({ ok: false, error: { code: 'surveyed' } });
    expect((await again.recordEvent({ ...note('Looked'), kind: 'survey' })).ok).toBe(true);
    value(await again.setSurveying(null, note('Left')));
    expect(again.surveying()).toBeNull();
    expect((await again.commit(put, note())).ok).toBe(true);
    expect(again.file().audit?.map(({ what, kind }) => [what, kind])).toEqual([['Begun', 'survey'], ['Looked', 'survey'], ['Left', 'survey'], ['Recorded something', 'change']]);
    await again.close();
  });

  it('is not ended by a row that was tampered with: the agency stays shut', async () => {
    value(await restoreAgency(smallAgency(), { agencyId: 'one', digestKey, vault: vaultOf() })).close();
    const live = await open();
    value(await live.setSurveying(surveying, note()));
    await live.close();
    const { db } = value(await openAgency('one', vaultOf()));
    await db.meta.put({ key: 'surveying', value: new Uint8Array(60) });
    db.close();
    expect(await openAgency('one', vaultOf())).toMatchObject({ ok: false });
  });
});
