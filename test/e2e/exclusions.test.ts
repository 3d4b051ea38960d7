import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { civilDateAt, firstDayOf, fromDay, monthOf, plusDays, plusMonths, toDay } from '../../shared/civil-date.ts';
import { onePagePdf } from '../../shared/demo/one-page-pdf.ts';
import { longMonthWords } from '../../shared/wording.ts';
import { goTo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';
import { protectNew } from './support/protect.ts';

/** Answers the open dialog as a person would. */
async function chooseFile(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}

const today = civilDateAt(Date.now(), 'America/Chicago');
const thisMonth = monthOf(today);
const lastMonth = monthOf(fromDay(plusMonths(firstDayOf(thisMonth), -1)));
const monthName = (month: string): string => longMonthWords(month).split(' ')[0] ?? '';
// Nobody was hired on the day of a search, and the month before is owed whole.
const hired = fromDay(plusMonths(firstDayOf(thisMonth), -1));

const person = (id: string, given: string, family: string) => ({
  id,
  names: [{ kind: 'legal', given, family }],
  birthDate: '1988-04-17',
  employments: [{ id: `${id}-e`, kind: 'employee', hiredOn: hired, firstServiceOn: hired, directCare: true, roles: [{ role: 'ips-specialist', from: hired }] }],
});
const agency = {
  format: 'muster-agency', version: 1,
  agency: { name: 'Cypress Point Supported Employment', packs: ['la-medicaid'] },
  people: [person('p1', 'Odalys', 'Fontenelle'), person('p2', 'Tobias', 'Winterbourne'), person('p3', 'Marguerite', 'Quillfeather')],
  evidence: [],
};

const heads = 'LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE';
const compact = (date: string): string => date.replaceAll('-', '');
const families = ['ABERNATHY', 'CALLOWAY', 'EASTERLING', 'HOLLOWAY', 'INGERSOLL', 'KILPATRICK', 'NEWSOME', 'SINGLETARY', 'UPCHURCH', 'YARBROUGH'];
const givens = ['BEATRICE', 'CALVIN', 'EMORY', 'GIDEON', 'HARRIET', 'KERMIT', 'LAVINIA', 'NADINE', 'OSWALD', 'ROWENA'];

/** A synthetic list of 300 people in the layout of the LEIE; `extra` stands as its last row. */
function list(extra: readonly string[] = []): string {
  const rows = Array.from({ length: 300 }, (_, at) => {
    const on = fromDay(plusDays(toDay(today), -(60 + at * 17)));
    const born = fromDay(plusDays(toDay(today), -(12_000 + at * 23)));
    return [families[at % 10], givens[Math.floor(at / 10) % 10], '', '', 'SYNTHETIC', 'SYNTHETIC', '', '0000000000', compact(born), `${100 + at} EXAMPLE ST`, 'EXAMPLE', 'TX', '70000', '1128a1', compact(on), '00000000', '00000000', ''];
  });
  return `${heads}\r\n${[...rows, ...(extra.length > 0 ? [extra] : [])].map((cells) => `${cells.map((cell) => `"${cell ?? ''}"`).join(',')}\r\n`).join('')}`;
}

const leie = 'OIG List of Excluded Individuals and Entities';

async function openAgency(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  const file = path.join(folder, 'agency.json');
  await writeFile(file, JSON.stringify(agency));
  await chooseFile(app, file);
  await page.getByRole('button', { name: 'Open file' }).click();
  await protectNew(page);
}

async function importList(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await goTo(page, '/exclusions/lists');
  await chooseFile(app, file);
  await page.getByRole('region', { name: leie }).getByRole('button', { name: 'Import a file' }).click();
}

test('import a list, run the month, see it covered, and close the month before with a reason', async ({ muster: { app, page }, folder }) => {
  await openAgency(app, page, folder);
  await page.getByRole('link', { name: 'Exclusions' }).click();
  await expect(page.getByText(`${monthName(thisMonth)} has no check yet. Import the list first.`)).toBeVisible();
  await page.getByRole('button', { name: 'Import a list' }).click();

  const lists = path.join(folder, 'lists');
  await mkdir(lists);
  const first = path.join(lists, 'UPDATED.csv');
  await writeFile(first, list());
  await importList(app, page, first);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('300', { exact: true })).toBeVisible();
  // So few entries are no whole LEIE: somebody has to say why it is taken in.
  await dialog.getByRole('button', { name: 'Bring into force' }).click();
  await expect(dialog.getByText('Write the reason first.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Why import it all the same' }).fill('A synthetic list for a rehearsal');
  await dialog.getByRole('button', { name: 'Bring into force' }).click();
  await expect(dialog).toBeHidden();
  const card = page.getByRole('region', { name: leie });
  await expect(card).toContainText('UPDATED.csv');
  await expect(card).toContainText('A synthetic list for a rehearsal');

  // The run: three people, nobody found, recorded in one commit.
  await page.getByRole('tab', { name: `${monthName(thisMonth)} run` }).click();
  await expect(page.getByRole('grid', { name: 'Who is searched' }).getByRole('row', { name: /Quillfeather/ })).toBeVisible();
  await page.getByRole('button', { name: 'Search now' }).click();
  const result = page.getByRole('region', { name: 'What the search found' });
  await expect(result).toContainText('3 clear');
  await result.getByRole('button', { name: 'Record 3 checks' }).click();
  await expect(page.getByText('3 checks recorded.')).toBeVisible();

  // The other list the packs ask for has no file: a search on its web site, one proof for all.
  await page.getByRole('complementary', { name: 'Lists of the month' }).getByRole('button', { name: 'record a web-site search' }).click();
  await dialog.getByRole('textbox', { name: 'Searched on' }).fill('today');
  const proof = path.join(folder, 'adverse-actions.pdf');
  await writeFile(proof, onePagePdf('Adverse actions', ['No result']));
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: /^Proof, one for all/ }).click();
  await (await chooser).setFiles(proof);
  await dialog.getByRole('button', { name: 'Record 3 checks' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('everyone was searched this month')).toBeVisible();

  // Coverage: this month met, last month a hole for each of the three.
  await page.getByRole('tab', { name: 'Coverage' }).click();
  await expect(page.getByRole('gridcell', { name: new RegExp(`^Met\\. Odalys Fontenelle, ${longMonthWords(thisMonth)}`) })).toBeVisible();
  const hole = page.getByRole('gridcell', { name: new RegExp(`^Gap\\. Odalys Fontenelle, ${longMonthWords(lastMonth)}`) });
  await hole.click();
  await expect(page.getByRole('complementary', { name: 'Checks of the month' })).toContainText('A later check does not repair a month.');
  await page.keyboard.press('Escape');
  await expect(hole).toBeFocused();

  // Closing demands a reason for every hole, and a hole stays a gap.
  await page.keyboard.press('c');
  await expect(dialog.getByRole('heading', { name: longMonthWords(lastMonth) })).toBeVisible();
  await dialog.getByRole('button', { name: `Close ${longMonthWords(lastMonth)}` }).click();
  await expect(dialog.getByRole('alert')).toContainText('6 searches were not made and need a reason');
  await dialog.getByRole('textbox', { name: 'One reason for all' }).fill('The agency began to keep records here only this month');
  await dialog.getByRole('button', { name: 'Fill in' }).click();
  await dialog.getByRole('button', { name: `Close ${longMonthWords(lastMonth)}` }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('columnheader', { name: new RegExp(`${longMonthWords(lastMonth)}: closed on`) })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: /^Gap\. Odalys Fontenelle.*The agency began to keep records here only this month/ })).toBeVisible();

  // A closed month takes a note and nothing else.
  await goTo(page, `/exclusions/coverage?month=${lastMonth}`);
  await dialog.getByRole('textbox', { name: 'Note on this month' }).fill('Shown to the auditor');
  await dialog.getByRole('button', { name: 'Write the note' }).click();
  await expect(dialog.getByRole('list', { name: 'Notes' })).toContainText('Shown to the auditor');
});

test('a malformed list is refused with its row and the mend, and the version in force stays', async ({ muster: { app, page }, folder }) => {
  await openAgency(app, page, folder);
  const good = path.join(folder, 'UPDATED.csv');
  await writeFile(good, list());
  await importList(app, page, good);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Why import it all the same' }).fill('A synthetic list');
  await dialog.getByRole('button', { name: 'Bring into force' }).click();
  const card = page.getByRole('region', { name: leie });
  await expect(card).toContainText('UPDATED.csv');

  const bad = path.join(folder, 'BROKEN.csv');
  await writeFile(bad, list(['TALBOT', 'IRIS', '', '']));
  await importList(app, page, bad);
  await expect(dialog.getByRole('alert')).toContainText('BROKEN.csv, row 302');
  await expect(dialog.getByRole('alert')).toContainText('the previous version stays in force');
  await dialog.getByRole('button', { name: 'Leave it' }).click();
  await expect(dialog).toBeHidden();

  const page404 = path.join(folder, 'ERROR.csv');
  await writeFile(page404, '<!DOCTYPE html><html><body>Service unavailable</body></html>');
  await importList(app, page, page404);
  await expect(dialog.getByRole('alert')).toContainText('is a web page, not a list');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(card).toContainText('UPDATED.csv');
  await expect(card).not.toContainText('BROKEN.csv');
  await expect(page.getByRole('tab', { name: 'Lists 1' })).toBeVisible();
});
