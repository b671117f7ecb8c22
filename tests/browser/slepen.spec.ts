// A zaak that is dragged onto who gets it: on a server where nobody else works, so that no card moves on its way to the pointer.
import { type Browser, expect, type Page } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import { aanHetScherm, eigenOnderwerp, medewerkerIds, nieuweZaak, oorsprong, stuur, toegankelijk, verbonden } from './steun';

const wacht = (page: Page, nummer: string) => page.locator(`[data-wacht="${nummer}"]`);
const rij = (page: Page, naam: string) => page.locator(`[data-medewerker^="${naam}"]`);
const uitkomst = (page: Page, soort: 'goed' | 'fout') => page.locator(`[data-uitkomst="${soort}"]`);

let server: EigenServer;

test.skip(!BIN, 'needs KT_BIN: a server where nobody else gives or takes anything');
test.beforeEach(async () => {
  server = new EigenServer();
  await server.start();
});
test.afterEach(() => server.einde());

async function bord(browser: Browser, naam: 'Wouter' | 'Wendy', vooraf?: (page: Page) => Promise<void>) {
  const mens = await aanHetScherm(browser, naam, vooraf);
  await verbonden(mens.page);
  await expect(mens.page.locator('[data-bord="live"]')).toBeVisible();
  return mens;
}

/** All cards and all rows in sight: while somebody drags, nothing scrolls under the pointer. */
const HOOG = { width: 1440, height: 3_000 };

async function behandelaars(page: Page, zaak: string): Promise<string[]> {
  const gezien = (await (await page.request.get(`/api/v1/zaken/${zaak}`)).json()) as { behandelaars: { naam: string }[] };
  return gezien.behandelaars.map((b) => b.naam.split(' ')[0] ?? '');
}

// shows C2-L4, W3, E2
test('a waiting zaak is dragged onto who gets it, moves on the other board, and within half a minute is back', async ({ browser }) => {
  const op = server.browser(browser);
  const linda = await aanHetScherm(op, 'Linda');
  const { zaak, nummer } = await nieuweZaak(linda, eigenOnderwerp('Sleep'), []);
  const wouter = await bord(op, 'Wouter');
  const wendy = await bord(op, 'Wendy');
  const begin = await oorsprong(wouter.page);
  const { page } = wouter;
  await expect(wacht(wendy.page, nummer)).toBeVisible();

  await page.setViewportSize(HOOG);
  // In the hand: where it would fall is said, and letting go beside everybody changes nothing.
  const kaart = wacht(page, nummer);
  await kaart.hover();
  await page.mouse.down();
  const balk = page.locator('[data-sleepbalk]');
  await page.mouse.move(600, 300);
  await rij(page, 'Emma').hover();
  await expect(balk).toHaveText(new RegExp(`Laat los: ${nummer} gaat naar Emma Bakker \\(\\d+ za`));
  await expect(page.locator('[data-omroep]')).toContainText(nummer);
  await page.getByRole('heading', { level: 1 }).hover();
  await page.mouse.up();
  await expect(balk).toHaveCount(0);
  expect(await behandelaars(page, zaak)).toEqual([]);

  await kaart.dragTo(rij(page, 'Emma'));
  // The half minute stands still while one is at the way back.
  const terug = page.getByRole('button', { name: /^Maak ongedaan/ });
  await terug.focus();
  await expect(uitkomst(page, 'goed')).toContainText(`${nummer} is nu van Emma.`);
  for (const mens of [wouter, wendy]) await expect(wacht(mens.page, nummer)).toHaveCount(0);
  expect(await behandelaars(page, zaak)).toEqual(['Emma']);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(uitkomst(page, 'goed'), 'in sight wherever one is on the page').toBeInViewport();
  await toegankelijk(page);
  await terug.press('Enter');
  for (const mens of [wouter, wendy]) await expect(wacht(mens.page, nummer)).toBeVisible();
  expect(await behandelaars(page, zaak)).toEqual([]);

  // The same without a pointer: the button of the card.
  await page.getByRole('button', { name: `Wijs toe: ${nummer}` }).press('Enter');
  await page.getByRole('checkbox', { name: /^Emma/ }).press('Space');
  await page.getByRole('button', { name: 'Wijs toe aan Emma' }).press('Enter');
  await expect(uitkomst(page, 'goed')).toContainText(`${nummer} is nu van Emma.`);
  expect(await oorsprong(page)).toBe(begin);
});

// shows C2-L4, W3
test('a zaak that is let fall a moment after another gave it away says who was first, and is not taken from them', async ({ browser }) => {
  const op = server.browser(browser);
  const linda = await aanHetScherm(op, 'Linda');
  const { zaak, nummer } = await nieuweZaak(linda, eigenOnderwerp('Sleep'), []);
  const { stand, vooraf } = schakelaar('eraf', 'ev');
  const { page } = await bord(op, 'Wouter', vooraf);
  const wendy = await aanHetScherm(op, 'Wendy');
  await expect(wacht(page, nummer)).toBeVisible();
  await page.setViewportSize(HOOG);
  stand.duw?.sluit();
  await stuur(wendy.context.request, `/zaken/${zaak}/toewijzen`, { behandelaars: await medewerkerIds(wendy.context.request, ['Kevin']) });
  await wacht(page, nummer).dragTo(rij(page, 'Emma'));
  await expect(uitkomst(page, 'fout')).toContainText(new RegExp(`${nummer}: Wendy heeft deze zaak net toegewezen aan Kevin`));
  expect(await behandelaars(page, zaak)).toEqual(['Kevin']);
});
