import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { writeAgencyFile } from '../../shared/agency-file/write.ts';
import { civilDate } from '../../shared/civil-date.ts';
import { evidence, person, smallAgency } from '../unit/model/small-agency.ts';
import { goTo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';
import { protectNew } from './support/protect.ts';

const at = '2026-03-19T15:00:00Z';
const scans = { hers: Buffer.from('%PDF-1.4 hers'), misfiled: Buffer.from('%PDF-1.4 misfiled') };
const sha256 = { hers: createHash('sha256').update(scans.hers).digest('hex'), misfiled: createHash('sha256').update(scans.misfiled).digest('hex') };

/** Somebody who left in 2010 with a medical document, and a document filed under the wrong person. */
function agency(): AgencyFile {
  const base = smallAgency();
  const left = { ...person('left', 'Marchand'), employments: [{ id: 'left-e1', kind: 'employee' as const, hiredOn: civilDate('2001-02-05'), endedOn: civilDate('2010-06-30'), directCare: true, roles: [] }] };
  const document = (id: keyof typeof scans, vault: 'medical' | 'personnel') => ({ id, sha256: sha256[id], name: `${id}.pdf`, mediaType: 'application/pdf', bytes: scans[id].length, vault, recordedAt: at });
  return {
    ...base,
    people: [...base.people, left],
    documents: [document('hers', 'medical'), document('misfiled', 'personnel')],
    evidence: [...base.evidence, evidence('left-tb', 'left', { documents: [{ id: 'hers' }] }), { id: 'e2', personId: 'p2', kind: 'application', documents: [{ id: 'misfiled' }], recordedAt: at }],
  };
}

test('a misfiled document is purged, a hold keeps a file, its release lets it be disposed of; keys and bytes go, the log stays whole', async ({ folder, muster: { app, page } }) => {
  const sealed = async (): Promise<readonly string[]> => (await readdir(path.join(folder, 'profile', 'agencies'), { recursive: true })).filter((name) => /sealed.[0-9a-f]{2}./.test(name));
  const file = path.join(folder, 'agency.muster');
  await writeFile(file, writeAgencyFile(agency(), new Map([[sha256.hers, scans.hers], [sha256.misfiled, scans.misfiled]]), { appVersion: '0.0.0' }));
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await page.getByRole('button', { name: 'Open file' }).click();
  await protectNew(page);
  expect(await sealed()).toHaveLength(4);
  const dialog = page.getByRole('dialog');

  await goTo(page, '/people/p2');
  await page.getByRole('tab', { name: /^Evidence/ }).click();
  await page.getByRole('button', { name: 'Purge misfiled.pdf' }).click();
  await dialog.getByRole('button', { name: 'Purge for good' }).click();
  await expect(dialog).toContainText('Write the reason first');
  await dialog.getByLabel('Why does it not belong here?').fill('Belongs to another agency');
  await dialog.getByRole('button', { name: 'Purge for good' }).click();
  await expect(page.getByText(/^Document purged .*: Belongs to another agency$/)).toBeVisible();
  await expect.poll(sealed).toHaveLength(2);

  await goTo(page, '/settings/retention');
  await page.getByRole('button', { name: 'Place a hold' }).click();
  await dialog.getByLabel('Reason').fill('State audit announced');
  await dialog.getByRole('button', { name: 'Place the hold' }).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Marchand, Noémie' }) });
  await expect(row).toContainText('Stays. Legal hold: State audit announced');
  await page.getByRole('button', { name: 'Release the hold on Everybody' }).click();
  await dialog.getByLabel('Why may it be released?').fill('The audit is over');
  await dialog.getByRole('button', { name: 'Release the hold' }).click();
  await expect(row).toContainText('Due, to be reviewed');

  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Review 1 file' }).click();
  await dialog.getByLabel('Reason').fill('Ten years are over');
  await dialog.getByRole('button', { name: 'Dispose for good' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Tick every person');
  await dialog.getByRole('checkbox', { name: 'Noémie Marchand' }).check();
  await dialog.getByRole('button', { name: 'Dispose for good' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: 'N. M.' })).toContainText('10 years after separation; Ten years are over');
  await expect(row).toHaveCount(0);
  await expect.poll(sealed).toEqual([]);

  await goTo(page, '/log');
  await page.getByRole('button', { name: /Verify/ }).first().click();
  await expect(page.getByRole('heading', { name: 'The log is whole' })).toBeVisible();
});
