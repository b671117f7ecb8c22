// The board beside its figures: the pictures, the tables as files, and the screen on the wall. (A zaak that is dragged: slepen.spec.ts.)
import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, medewerkerIds, nieuweZaak, pastOp320, stuur, toegankelijk, verbonden, zonderScherm } from './steun';

const rij = (page: Page, naam: string) => page.locator(`[data-medewerker^="${naam}"]`);

async function bord(browser: Browser, naam: 'Wouter' | 'Wendy', vooraf?: (page: Page) => Promise<void>) {
  const mens = await aanHetScherm(browser, naam, vooraf);
  await verbonden(mens.page);
  await expect(mens.page.locator('[data-bord="live"]')).toBeVisible();
  return mens;
}

// shows W4, W5, N-35
test('the pictures say their conclusion and the numbers of the tables, by number and by weight, and move with them', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  await nieuweZaak(linda, eigenOnderwerp('Beeld'), ['Emma']);
  const { page } = await bord(browser, 'Wouter');
  const beeld = page.getByRole('region', { name: 'Werk in beeld' });
  const [emma] = await medewerkerIds(page.request, ['Emma']);
  const balk = beeld.locator(`[data-balk="${emma}"]`);
  /** As the table has it, at the same moment. */
  const gelijk = async (cijfer: string, woord: RegExp) =>
    expect(async () => {
      const tabel = await rij(page, 'Emma').locator(`[data-cijfer="${cijfer}"]`).innerText();
      expect(woord.exec(await balk.innerText())?.[1]).toBe(tabel);
    }).toPass();
  await gelijk('aantal', /(\d+) za(?:ak|ken)/);
  await expect(beeld.getByText(/heeft (samen met een ander )?de meeste zaken: \d+/)).toBeVisible();
  await toegankelijk(page);
  const eerst = await balk.innerText();
  await nieuweZaak(linda, eigenOnderwerp('Beeld'), ['Emma']);
  await expect.poll(() => balk.innerText()).not.toBe(eerst);
  await beeld.getByRole('radio', { name: 'Uren per week' }).press('Space');
  await gelijk('gewicht', /(\d+(?:,\d)? uur)/);
  await expect(beeld.getByText(/heeft (samen met een ander )?het meeste werk: \d+(,\d)? uur per week/)).toBeVisible();
  await toegankelijk(page);
  await pastOp320(page);
});

// The twin: without its push the picture stands still.
test('without its push no bar moves', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  await nieuweZaak(linda, eigenOnderwerp('Beeld'), ['Sara']);
  const { stand, vooraf } = schakelaar('latest');
  const { page } = await bord(browser, 'Wouter', vooraf);
  const [sara] = await medewerkerIds(page.request, ['Sara']);
  const balk = page.locator(`[data-balk="${sara}"]`);
  const eerst = await balk.innerText();
  stand.duw?.sluit();
  await nieuweZaak(linda, eigenOnderwerp('Beeld'), ['Sara']);
  await expect.poll(() => stand.duw?.tegengehouden).toContain('latest');
  expect(await balk.innerText()).toBe(eerst);
});

// shows W6
test('a table that is kept as a file holds what is on the screen, also while that stands still', async ({ browser }) => {
  const { page } = await bord(browser, 'Wouter');
  await page.getByRole('button', { name: 'Pauzeer' }).click();
  const linda = await zonderScherm(browser, 'Linda');
  await nieuweZaak(linda, eigenOnderwerp('Bestand'), ['Emma']);
  await expect(page.getByText('Er zijn nieuwe cijfers.')).toBeVisible();
  const wacht = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar als bestand: Werk per medewerker' }).click();
  const bestand = await wacht;
  expect(bestand.suggestedFilename()).toMatch(/^caseload-medewerkers-\d{4}-\d\d-\d\d\.csv$/);
  const tekst = await readFile((await bestand.path()) ?? '', 'utf8');
  const [kop, ...regels] = tekst.replace(/^\uFEFF/, '').trimEnd().split('\r\n').map((regel) => regel.split(';'));
  expect(kop).toEqual(['Medewerker', 'Functie', 'Zaken', 'Gewicht in uren per week', 'Te laat', 'Termijn deze week', 'Oudste in dagen', 'Lopende plannen']);
  const scherm = await page.locator('[data-medewerker]').evaluateAll((rijen) =>
    rijen.map((een) => [
      (een as HTMLElement).dataset.medewerker ?? '',
      een.querySelector('[data-cijfer="aantal"]')?.textContent?.trim() ?? '',
      (een.querySelector('[data-cijfer="gewicht"]')?.textContent ?? '').replace(' uur', '').replace(/^(\d+)$/, '$1,0'),
    ]),
  );
  expect(scherm.length).toBeGreaterThan(3);
  expect(regels.map((regel) => [regel[0], regel[2], regel[3]])).toEqual(scherm);
});

// shows N-3, N-35, W2, E4
test('the screen on the wall counts calmly, names no resident, stands still on request and says when the line is lost', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const onderwerp = eigenOnderwerp('Wand');
  await nieuweZaak(linda, onderwerp, []);
  const wouter = await bord(browser, 'Wouter');
  const { page } = wouter;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('link', { name: 'Wandscherm' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Het werk van Wiedermeer' })).toBeFocused();
  await verbonden(page);
  await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toHaveCount(0);
  const wachtend = page.locator('[data-wand="wachtend"] dd');
  const getal = async () => Number(await wachtend.innerText());
  await expect.poll(getal).toBeGreaterThan(0);
  const stand = page.locator('[data-wandstand]');
  await expect(stand).toHaveText(/Bijgewerkt om \d\d\.\d\d\.\d\d/);
  // From three metres: a letter of at least two centimetres on a screen of a metre and ten, and no bar to scroll.
  expect(await wachtend.evaluate((el) => Number.parseFloat(getComputedStyle(el).fontSize))).toBeGreaterThan(80);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1080);
  await expect(page.locator('body')).not.toContainText(onderwerp);
  await expect(page.locator('body')).not.toContainText('Grietje');
  await expect(page.locator('[data-wandslot]')).toHaveText(/Dit scherm gaat op slot om \d?\d\.\d\d uur\./);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await toegankelijk(page);
  }
  await pastOp320(page);

  const eerst = await getal();
  await nieuweZaak(linda, eigenOnderwerp('Wand'), []);
  await expect.poll(getal).toBeGreaterThan(eerst);
  await page.getByRole('button', { name: 'Pauzeer' }).press('Enter');
  await expect(stand).toContainText('Gepauzeerd');
  const stil = await getal();
  await nieuweZaak(linda, eigenOnderwerp('Wand'), []);
  await expect.poll(async () => {
    const { wachtend: nu } = (await (await page.request.get('/api/v1/caseload')).json()) as { wachtend: { aantal: number } };
    return nu.aantal;
  }).toBeGreaterThan(stil);
  expect(await getal()).toBe(stil);
  await page.getByRole('button', { name: 'Ga verder' }).press('Enter');
  await expect.poll(getal).toBeGreaterThan(stil);

  await wouter.context.setOffline(true);
  await expect(page.locator('[data-verouderd]')).toHaveText(/Let op: deze cijfers zijn van \d\d\.\d\d\.\d\d\./);
  await toegankelijk(page);
  await wouter.context.setOffline(false);
  await expect(page.locator('[data-verouderd]')).toHaveCount(0, { timeout: 40_000 });
});

// shows N-3, I14
test('when the session ends the wall shows nothing any more and says so; who does not distribute has no wall', async ({ browser }) => {
  const { page, context } = await bord(browser, 'Wouter');
  await page.goto('/caseload/wand');
  await verbonden(page);
  await expect(page.locator('[data-wand="lopend"]')).toBeVisible();
  const elders = await context.newPage();
  await elders.goto('/sessies');
  const { items } = (await (await page.request.get('/api/v1/sessies')).json()) as { items: { id: string; deze: boolean }[] };
  const hier = items.find((een) => een.deze)?.id;
  await stuur(page.request, `/sessies/${hier}/beeindigen`, {}).catch(() => undefined);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.locator('[data-wand]')).toHaveCount(0);
  await toegankelijk(page);

  const emma = await aanHetScherm(browser, 'Emma');
  await emma.page.goto('/caseload/wand');
  await expect(emma.page.getByRole('heading', { level: 1 })).toHaveText(/niet/);
  await expect(emma.page.locator('[data-wand]')).toHaveCount(0);
});
