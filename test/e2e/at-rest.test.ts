import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { schemaHistory } from '../../renderer/db/agency-database.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { writeAgencyFile } from '../../shared/agency-file/write.ts';
import { findPlain } from '../support/at-rest/scan.ts';
import { check, evidence, person, smallAgency } from '../unit/model/small-agency.ts';
import { goTo } from './support/demo.ts';
import { expect, launchMuster, test } from './support/launch.ts';
import { protectNew, unlock } from './support/protect.ts';

const at = '2026-03-19T15:00:00Z';
const tbResult = 'Read by nurse Odalys Fontenelle, induration twelve millimetres';
const contents = { medical: Buffer.from(`%PDF-1.4 ${tbResult} on the card itself`), personnel: Buffer.from('%PDF-1.4 Motor vehicle record of Zaphirine, two violations') };
const sha256 = { medical: createHash('sha256').update(contents.medical).digest('hex'), personnel: createHash('sha256').update(contents.personnel).digest('hex') };

/** Made so that nothing else on a computer says the same. Large enough that LevelDB makes tables of it. */
function agency(): AgencyFile {
  const base = smallAgency();
  const many = Array.from({ length: 150 }, (_, n) => ({
    ...person(`quill-person-${n}`, `Quillebeuf${n}`),
    birthDate: '1987-04-23' as never,
    names: [{ kind: 'legal' as const, given: 'Zaphirine', family: `Quillebeuf${n}` }],
  }));
  const document = (vault: 'medical' | 'personnel') => ({ id: `quill-${vault}`, sha256: sha256[vault], name: `quill-${vault}.pdf`, mediaType: 'application/pdf', bytes: contents[vault].length, vault, recordedAt: at });
  return {
    ...base,
    people: [...base.people, ...many],
    documents: [document('medical'), document('personnel')],
    evidence: [
      ...base.evidence,
      ...many.map(({ id }, n) => evidence(`quill-tb-${n}`, id, { note: `${tbResult} ${n}`, ...(n === 0 ? { documents: [{ id: 'quill-medical' }] } : {}) })),
      ...many.map(({ id }, n) => evidence(`quill-motor-${n}`, id, { kind: 'other', note: `Two violations in Plaquemines ${n}`, ...(n === 0 ? { documents: [{ id: 'quill-personnel' }] } : {}) } as never)),
    ],
    exclusionChecks: many.map(({ id }, n) => check(`quill-check-${n}`, id)),
    acknowledgements: [{ requirement: 'la.bgc', personId: 'quill-person-0', note: 'Explained by the sheriff of Plaquemines', recordedAt: at }],
  };
}

/** Names, birth dates, notes, results, what is in documents, ids, digests of documents. */
const secrets = ['Quillebeuf', 'Zaphirine', '1987-04-23', 'Odalys Fontenelle', 'induration', 'Plaquemines', 'violations', 'quill-person-7', 'quill-tb-', 'quill-check-', 'quill-medical', sha256.medical, sha256.personnel];

/** Writes something through a screen, so that there is an entry of the log, something to undo, and reminders have run. */
async function work(page: Page): Promise<void> {
  await goTo(page, '/people');
  await expect(page.getByText('Everyone 152')).toBeVisible();
  await goTo(page, '/log');
  await page.getByRole('button', { name: /Verify/ }).first().click();
  await expect(page.getByRole('heading', { name: 'The log is whole' })).toBeVisible();
}

/** Puts the agency on the computer as a Muster from before keys did: plain rows, plain documents, something to undo and a told reminder. */
async function plant(page: Page, profile: string): Promise<void> {
  const file = agency();
  const rows = (list: keyof AgencyFile) => ((file[list] ?? []) as readonly { readonly id?: string; readonly personId?: string }[]).map((body, n) => ({ store: list, row: { id: body.id ?? `${n}`, n, ...(body.personId === undefined ? {} : { personId: body.personId }), body } }));
  const lists = ['sites', 'teams', 'people', 'vendors', 'documents', 'evidence', 'exclusionChecks', 'acknowledgements'] as const;
  const undo = [{ list: 'people', id: 'quill-person-7', before: null, after: file.people.find(({ id }) => id === 'quill-person-7') }];
  const all = [
    ...lists.flatMap(rows),
    { store: 'agency', row: { id: 'agency', n: 0, body: file.agency } },
    { store: 'meta', row: { key: 'lists', value: lists } },
    { store: 'meta', row: { key: 'reminders', value: { memory: {}, ranAt: at, lastTold: { at, text: 'Zaphirine Quillebeuf7: CPR expires', keys: ['quill-person-7'] } } } },
    { store: 'imports', row: { seq: 1, logId: 'l1', body: undo } },
  ];
  const stores = Object.entries(Object.assign({}, ...schemaHistory.map((each) => each.stores)) as Readonly<Record<string, string>>);
  await page.evaluate(async ({ stores, all }) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('muster-agency-old', 20);
      request.onupgradeneeded = () => {
        for (const [name, columns] of stores) {
          const [key, ...indexes] = columns.replaceAll('&', '').split(', ');
          const store = request.result.createObjectStore(name, { keyPath: key ?? 'id' });
          for (const index of indexes) store.createIndex(index, index, { unique: columns.includes(`&${index}`) });
        }
      };
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
    for (const { store, row } of all) transaction.objectStore(store).put(row);
    transaction.objectStore('meta').put({ key: 'digest-key', value: new Uint8Array(32).fill(5) });
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    db.close();
  }, { stores, all });
  for (const vault of ['medical', 'personnel'] as const) {
    const folder = path.join(profile, 'documents', sha256[vault].slice(0, 2));
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, sha256[vault]), contents[vault]);
  }
}

test('a protected agency leaves nothing readable in the profile', async ({ folder }) => {
  const profile = path.join(folder, 'profile');
  const { app, page, close } = await launchMuster(profile);
  const file = path.join(folder, 'agency.muster');
  await writeFile(file, writeAgencyFile(agency(), new Map([[sha256.medical, contents.medical], [sha256.personnel, contents.personnel]]), { appVersion: '0.0.0' }));
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await page.getByRole('button', { name: 'Open file' }).click();
  await protectNew(page);
  await work(page);
  await close();
  expect(await findPlain(profile, secrets)).toEqual([]);
  const again = await launchMuster(profile);
  await unlock(again.page);
  await again.close();
  expect(await findPlain(profile, secrets)).toEqual([]);
});

test('an agency from before is sealed, and nothing of what it was stays in the profile', async ({ folder }) => {
  const profile = path.join(folder, 'profile');
  const older = await launchMuster(profile);
  await plant(older.page, profile);
  await older.close();
  // The control: what is looked for is found where it is.
  const before = await findPlain(profile, secrets);
  expect(new Set(before.map(({ text }) => text))).toEqual(new Set(secrets));
  const next = await launchMuster(profile);
  await protectNew(next.page);
  await work(next.page);
  await next.close();
  expect(await findPlain(profile, secrets)).toEqual([]);
});
