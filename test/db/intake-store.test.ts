import { freshMachine, restored, value } from './support/database.ts';
import { expect, it } from 'vitest';
import { intakeStore } from '../../renderer/db/intake-store.ts';
import { openAgency } from '../../renderer/db/open-agency.ts';
import { civilDate } from '../../shared/civil-date.ts';
import { proposePaper } from '../../shared/intake/propose.ts';
import { rosterIndex } from '../../shared/intake/roster-index.ts';
import type { WaitingFile } from '../../shared/intake/waiting.ts';

freshMachine();

const digest = 'a'.repeat(64);
const waiting = (id: string, takenAt: string): WaitingFile => ({
  id, sha256: digest, handedIn: digest, name: `${id}.pdf`, mediaType: 'application/pdf', bytes: 10, pages: 1, vault: 'personnel', from: 'dropped', takenAt, notes: [],
  items: [{ id: `${id}-1`, proposal: proposePaper('CPR.pdf', '', rosterIndex([]), civilDate('2026-03-19')) }],
});
const [first, second] = [waiting('first', '2026-03-19T14:00:00Z'), waiting('second', '2026-03-19T14:01:00Z')];

it('keeps what waits over a start, in the order it came, beside the record and not in it', async () => {
  const db = await restored();
  const store = intakeStore(db);
  expect(await store.put([second, first])).toBe(true);
  expect(await store.see(digest)).toBe(true);
  db.close();
  const opened = value(await openAgency('one'));
  expect(JSON.stringify(opened.file)).not.toContain('handedIn');
  const again = intakeStore(opened.db);
  expect(await again.list()).toEqual([first, second]);
  expect(await again.seen()).toEqual([digest]);
  // Several take the place of one, all or nothing.
  expect(await again.put([waiting('third', '2026-03-19T14:02:00Z')], ['first'])).toBe(true);
  expect((await again.list()).map(({ id }) => id)).toEqual(['second', 'third']);
  expect(await again.remove(['second', 'third'])).toBe(true);
  expect(await again.list()).toEqual([]);
  opened.db.close();
});

it('says so where it cannot be kept, so that nothing is called taken', async () => {
  const db = await restored();
  db.close();
  expect(await intakeStore(db).put([first])).toBe(false);
  expect(await intakeStore(db).list()).toEqual([]);
});
