import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { civilDateAt, firstDayOf, fromDay, monthOf, plusDays, plusMonths, toDay } from '../../shared/civil-date.ts';
import { goTo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';
import { protectNew } from './support/protect.ts';

const today = civilDateAt(Date.now(), 'America/Chicago');
const hired = fromDay(plusMonths(firstDayOf(monthOf(today)), -1));

const person = (id: string, given: string, family: string, birthDate: string, names: readonly object[] = []) => ({
  id,
  names: [{ kind: 'legal', given, middle: 'Marie', family }, ...names],
  birthDate,
  employments: [{ id: `${id}-e`, kind: 'employee', hiredOn: hired, firstServiceOn: hired, directCare: true, roles: [{ role: 'ips-specialist', from: hired }] }],
});
const agency = {
  format: 'muster-agency', version: 1,
  agency: { name: 'Cypress Point Supported Employment', packs: ['la-medicaid'] },
  people: [
    person('p1', 'Odalys', 'Fontenelle-Quarrel', '1987-06-14', [{ kind: 'former', given: 'Odalys', family: 'Quarrel', to: '2018-05-01' }]),
    person('p2', 'Tobias', 'Winterbourne', '1981-03-04'),
    person('p3', 'Marguerite', 'Quillfeather', '1990-01-02'),
    person('p4', 'Safe', 'Harborlight', '1977-07-07'),
  ],
  evidence: [],
};

const heads = 'LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE';
const compact = (date: string): string => date.replaceAll('-', '');
const row = (family: string, given: string, middle: string, born: string, type = '1128b4', on = '20190820'): readonly string[] =>
  [family, given, middle, '', 'SYNTHETIC', '', '', '0000000000', born, '1 EXAMPLE ST', 'EXAMPLE', 'LA', '70000', type, on, '00000000', '00000000', ''];
const list = [
  row('QUARREL', 'ODALYS', 'M', ''),
  row('WINTERBOURNE', 'TOBIAS', '', '19810304', '1128a1', compact(fromDay(plusDays(toDay(today), 12)))),
  row('QUILLFEATHER', 'MARGUERITE', '', '19550101'),
  row('QUILLFEATHER', 'MARGUERITE', 'K', '19610101'),
  ...Array.from({ length: 30 }, (_, at) => row(`ZZYX${'ABCDEFGHIJ'[at % 10] ?? ''}${'KLM'[Math.floor(at / 10)] ?? ''}`, 'EMORY', '', '19500101')),
];
const csv = [heads, ...list.map((cells) => cells.map((cell) => `"${cell}"`).join(','))].join('\r\n');

async function chooseFile(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}

/** An agency of four, a list with three of them on it, and the month's first run. */
async function begin(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  const file = path.join(folder, 'agency.json');
  await writeFile(file, JSON.stringify(agency));
  await chooseFile(app, file);
  await page.getByRole('button', { name: 'Open file' }).click();
  await protectNew(page);
  const leie = path.join(folder, 'UPDATED.csv');
  await writeFile(leie, `${csv}\r\n`);
  await goTo(page, '/exclusions/lists');
  await chooseFile(app, leie);
  await page.getByRole('region', { name: 'OIG List of Excluded Individuals and Entities' }).getByRole('button', { name: 'Import a file' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Why import it all the same' }).fill('A synthetic list for a rehearsal');
  await dialog.getByRole('button', { name: 'Bring into force' }).click();
  await expect(dialog).toBeHidden();
}

/** Searches everybody on the list again and records what was found. */
async function run(page: Page): Promise<void> {
  await goTo(page, '/exclusions/run');
  await page.getByRole('button', { name: /^Search (now|again)/ }).click();
  await page.getByRole('region', { name: 'What the search found' }).getByRole('button', { name: 'Record 4 checks' }).click();
  await expect(page.getByText('4 checks recorded.')).toBeVisible();
}

const queue = (page: Page) => page.getByRole('navigation', { name: 'Possible matches' });
const facts = (page: Page) => page.getByRole('complementary', { name: 'Facts' });

/** Goes on with Tab, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const target = page.getByRole('form', { name: 'Decision' }).getByLabel(name).first();
  for (let step = 0; step < 20 && !(await target.evaluate((element) => element === document.activeElement)); step += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}

test('a match is decided with the keyboard alone, stays decided, and comes back when a name is added', async ({ muster: { app, page }, folder }) => {
  test.setTimeout(120_000);
  await begin(app, page, folder);
  await run(page);
  await goTo(page, '/exclusions/matches');
  await expect(page.getByRole('heading', { name: /Tobias Marie Winterbourne against WINTERBOURNE, TOBIAS/ })).toBeVisible();
  await expect(facts(page)).toContainText(/effective .* a hit already/);
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: /against QUARREL, ODALYS M/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Score card' }).getByRole('row', { name: /^Surname/ })).toContainText('former name, until 2018');
  await expect(facts(page)).toContainText('licence revoked, suspended or surrendered');

  // Nothing is chosen for anybody, and a name alone decides nothing.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('form', { name: 'Decision' }).getByRole('alert')).toContainText('Choose a decision first');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('form', { name: 'Decision' }).getByRole('alert')).toContainText('Tick what was compared');
  await tabTo(page, /^SSN checked on exclusions\.oig\.hhs\.gov, no match/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Reason/);
  await page.keyboard.type('The SSN search gave no match for this row.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Decision recorded: Odalys/)).toBeVisible();
  await expect(page.getByRole('heading', { name: /against WINTERBOURNE/ })).toBeVisible();
  await expect(queue(page).getByRole('button', { name: /Fontenelle-Quarrel.*cleared/ })).toBeVisible();

  // Taken back at once, and decided again.
  await page.keyboard.press('Control+z');
  await expect(page.getByText('The decision was taken back. The match is open again.')).toBeVisible();
  await expect(queue(page).getByRole('heading', { name: /^To decide/ })).toContainText('2');
  await queue(page).getByRole('button', { name: /Fontenelle-Quarrel/ }).press('Enter');
  await page.keyboard.press('1');
  await tabTo(page, /^Birth date/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Reason/);
  await page.keyboard.type('The office says born 1961; ours 1987.');
  await page.keyboard.press('Control+Enter');
  await expect(queue(page).getByRole('heading', { name: /^To decide/ })).toContainText('1');

  // The next run carries the decision; a name added brings the match back, with what changed.
  await run(page);
  await goTo(page, '/exclusions/matches');
  await expect(queue(page).getByRole('button', { name: /Fontenelle-Quarrel.*cleared/ })).toBeVisible();
  await goTo(page, '/people/p1?tab=employments');
  await page.getByRole('button', { name: 'Edit identity' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add a name' }).click();
  await dialog.getByRole('textbox', { name: 'Family name 3' }).fill('Fernhollow');
  await dialog.getByRole('button', { name: 'Save identity' }).click();
  await expect(dialog).toBeHidden();
  await run(page);
  await goTo(page, '/exclusions/matches');
  await queue(page).getByRole('button', { name: /Fontenelle-Quarrel.*Changed/ }).click();
  await expect(facts(page).getByRole('table', { name: 'What changed since the earlier decision' })).toContainText('Odalys Fernhollow');
  await expect(facts(page)).toContainText('The office says born 1961; ours 1987.');
});

test('the person: consequences first, a stop-work banner, and a report that stays until it is made', async ({ muster: { app, page }, folder }) => {
  test.setTimeout(120_000);
  await begin(app, page, folder);
  await run(page);
  await goTo(page, '/today');
  const things = page.getByRole('grid', { name: 'Things to do' });
  await things.getByRole('row').filter({ hasText: 'Strong match on OIG LEIE: WINTERBOURNE' }).click();
  await expect(page.getByRole('heading', { name: /against WINTERBOURNE/ })).toBeVisible();
  await page.keyboard.press('2');
  await tabTo(page, /^SSN checked on .* it matches/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Reason/);
  await page.keyboard.type('The SSN matches.');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Work stops today.');
  await expect(dialog).toContainText('Report to LDH by');
  await dialog.getByRole('button', { name: 'Record: this is the person' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(queue(page).getByRole('button', { name: /Winterbourne.*confirmed/ })).toBeVisible();

  await goTo(page, '/today');
  const report = things.getByRole('row').filter({ hasText: 'Report to LDH' });
  await report.focus();
  await page.keyboard.press('Enter');
  const banner = page.getByRole('region', { name: 'Stop work' });
  await expect(banner).toContainText('WINTERBOURNE, TOBIAS');
  await dialog.getByRole('textbox', { name: 'Reported on' }).fill('today');
  await dialog.getByRole('button', { name: 'Record the report' }).click();
  await expect(dialog).toContainText('how');
  await dialog.getByRole('textbox', { name: 'How' }).fill('e-mail to the hotline');
  await dialog.getByRole('button', { name: 'Record the report' }).click();
  await expect(dialog).toBeHidden();
  await expect(banner).toContainText(/Reported to LDH, Health Standards Section on .*, e-mail to the hotline\./);
  await goTo(page, '/today');
  await expect(things).toBeVisible();
  await expect(report).toHaveCount(0);
});

test('weak matches hold nothing up and are cleared together; on another day nothing can be decided; axe', async ({ muster: { app, page }, folder }) => {
  test.setTimeout(120_000);
  await begin(app, page, folder);
  await run(page);
  await goTo(page, '/exclusions/matches');
  await queue(page).getByRole('button', { name: /^Weak/ }).click();
  await queue(page).getByRole('button', { name: 'Clear all 2' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('the birth dates differ');
  await dialog.getByRole('button', { name: 'Clear all 2' }).click();
  await expect(dialog).toBeHidden();
  await expect(queue(page).getByRole('button', { name: /^Weak/ })).toHaveCount(0);
  await expect(queue(page).getByRole('heading', { name: /^To decide/ })).toContainText('2');

  await page.keyboard.press('1');
  for (const where of ['/exclusions/matches', '/exclusions/certificates', '/people/p2?tab=checks']) {
    await goTo(page, where);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      const serious = violations.filter((each) => each.impact === 'serious' || each.impact === 'critical');
      expect(serious.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 160)}`)), `${where}, ${colorScheme}`).toEqual([]);
    }
  }

  await goTo(page, '/exclusions/matches');
  await page.getByRole('button', { name: /^As of/ }).click();
  const field = page.getByRole('textbox', { name: 'Judge everybody as of this day' });
  await field.fill('1/5/24');
  await field.press('Enter');
  await expect(page.getByText(/^Looking at 5 Jan 2024/)).toBeVisible();
  await expect(page.getByText(/^Nothing to decide/)).toBeVisible();
});

test('the month’s certificate says what it will contain, is made, and its searches give the same again', async ({ muster: { app, page }, folder }) => {
  test.setTimeout(120_000);
  await app.evaluate(({ app: running }, documents) => {
    running.setPath('documents', documents);
  }, folder);
  await begin(app, page, folder);
  await run(page);
  await page.getByRole('tab', { name: 'Certificates' }).click();
  const contents = page.getByRole('region', { name: 'What it will say' });
  await expect(contents).toContainText('is not complete');
  await expect(contents.getByRole('table')).toContainText('UPDATED.csv');
  const result = page.getByRole('region', { name: 'Result' });
  await result.getByRole('button', { name: 'Search again' }).click();
  await expect(result.getByText('4 checks give the same result.')).toBeVisible();

  await page.getByLabel(/^Chosen people/).check();
  await expect(page.getByRole('button', { name: /^Make certificate PDF/ })).toBeDisabled();
  await page.getByLabel('Winterbourne, Tobias').check();
  await page.keyboard.press('Control+Enter');
  await expect(result.getByRole('heading', { name: /1 file, \d+ pages?/ })).toBeVisible({ timeout: 30_000 });
  const [name] = await readdir(path.join(folder, 'Muster'));
  const bytes = await readFile(path.join(folder, 'Muster', name ?? ''));
  await expect(result.getByRole('row').filter({ hasText: name ?? '' })).toContainText(createHash('sha256').update(bytes).digest('hex').slice(0, 12));
});
