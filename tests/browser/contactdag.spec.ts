// What cannot wait: on top of the open board and of the open list, with words, without reload; what can wait has no such words. On a server
// of its own, whose clock it moves past midnight.
import { type Browser, expect, type Page } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import { aanHetScherm, eigenOnderwerp, type Ingelogd, type Mens, oorsprong, stuur, toegankelijk, verbonden } from './steun';

const kaarten = (page: Page) => page.locator('[data-wacht]');
const nummers = (page: Page) =>
  kaarten(page).evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.wacht));
const contact = (page: Page, nummer: string) => page.locator(`[data-wacht="${nummer}"] [data-contactdag]`);

async function bord(browser: Browser, vooraf?: (page: Page) => Promise<void>) {
  const wouter = await aanHetScherm(browser, 'Wouter', vooraf);
  await expect(wouter.page.locator('[data-bord="live"]')).toBeVisible();
  await verbonden(wouter.page);
  return wouter;
}

/** At the desk, by the form. */
async function meld(linda: Mens, urgentie: 'gewoon' | 'spoed' | 'crisis'): Promise<string> {
  const { page } = linda;
  const achternaam = eigenOnderwerp('Spoed').replace(' ', '-');
  await stuur(linda.context.request, '/personen', {
    voornamen: 'Grietje',
    achternaam,
    geboortedatum: '1951-02-03',
  });
  await page.goto('/melding');
  await page.getByLabel('Naam', { exact: true }).fill(achternaam);
  await page.getByLabel('Geboortedatum', { exact: true }).fill('3-2-1951');
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  // By the whole name: who was made before it may sound alike, and has the same date of birth.
  await page.getByRole('button', { name: `Kies Grietje ${achternaam}`, exact: true }).click();
  await page.getByLabel('Soort melding').selectOption({ label: 'Wmo-melding' });
  await page.getByLabel('Onderwerp').fill('Zij durft niet naar huis');
  await page.getByLabel('Hoe snel moet iemand kijken?').selectOption({ value: urgentie });
  const [antwoord] = await Promise.all([
    page.waitForResponse((r) => r.url().endsWith('/api/v1/meldingen') && r.request().method() === 'POST'),
    page.getByRole('button', { name: 'Registreer melding' }).click(),
  ]);
  return ((await antwoord.json()) as { zaaknummer: string }).zaaknummer;
}

const headers = { 'X-Keukentafel': '1', 'Content-Type': 'application/json' };
async function vooruit(mens: Ingelogd, hoe: string) {
  const antwoord = await mens.context.request.post('/demo/klok', { headers, data: { vooruit: hoe } });
  expect(antwoord.ok(), await antwoord.text()).toBe(true);
}

// shows C2-L4, C2-R6
test('a crisis at the desk is on top of the open board and of the open list of a team, and says so past midnight', async ({
  browser,
}) => {
  test.skip(!BIN, 'needs KT_BIN: a server whose clock it may move');
  const server = new EigenServer();
  await server.start();
  try {
    const eigen = server.browser(browser);
    const [wouter, linda, emma] = [
      await bord(eigen),
      await aanHetScherm(eigen, 'Linda'),
      await aanHetScherm(eigen, 'Emma'),
    ];
    await verbonden(emma.page);
    const begin = [await oorsprong(wouter.page), await oorsprong(emma.page)];
    const gewoon = await meld(linda, 'gewoon');
    await expect.poll(() => nummers(wouter.page)).toContain(gewoon);
    const spoed = await meld(linda, 'spoed');
    const crisis = await meld(linda, 'crisis');
    await expect.poll(async () => (await nummers(wouter.page)).slice(0, 2)).toEqual([crisis, spoed]);
    await expect(contact(wouter.page, crisis)).toHaveText('vandaag nog contact');
    await expect(contact(wouter.page, spoed)).toHaveText(/^contact uiterlijk (ma|di|wo|do|vr) \d/);
    await expect(contact(wouter.page, gewoon)).toHaveCount(0);
    await expect(wouter.page.locator('.verdeel')).not.toContainText(/crisis|spoed|Grietje|durft niet/i);
    await toegankelijk(wouter.page);
    const rij = emma.page.locator('.werkrij').filter({ hasText: crisis });
    await expect(rij.locator('[data-contactdag]')).toHaveText('vandaag nog contact');
    await expect(emma.page.locator('section:has(#teamlijst) .werkrij').first()).toContainText(crisis);
    await toegankelijk(emma.page);

    await vooruit(linda, 'P1D');
    for (const vak of [contact(wouter.page, crisis), rij.locator('[data-contactdag]')]) {
      await expect(vak).toHaveText('contact had gisteren gemoeten');
      await expect(vak).toHaveAttribute('data-contactdag', 'laat');
    }
    // Emma takes it and begins: the day is gone from her list and from the open page of the zaak.
    await rij.getByRole('button', { name: `Pak deze zaak: ${crisis}` }).click();
    await expect(rij.locator('[data-contactdag="laat"]')).toBeVisible();
    await expect(emma.page.getByText('Eén zaak is te laat.')).toBeVisible();
    expect(await oorsprong(wouter.page), 'no reload').toBe(begin[0]);
    expect(await oorsprong(emma.page), 'no reload').toBe(begin[1]);
    await rij.getByRole('link').first().click();
    await expect(emma.page.locator('.termijnrij [data-contactdag="laat"]')).toBeVisible();
    await emma.page.getByRole('button', { name: 'Neem zaak in behandeling' }).click();
    await expect(emma.page.getByRole('button', { name: 'Neem zaak in behandeling' })).toHaveCount(0);
    await expect(emma.page.locator('.termijnrij [data-contactdag="laat"]'), 'to begin is no call').toBeVisible();
    await emma.page.getByRole('button', { name: 'Noteer een gesprek' }).click();
    await emma.page.getByRole('dialog').getByLabel('Waar ging het over?').fill('Wij gaan er nu heen');
    await emma.page.getByRole('dialog').getByRole('button', { name: 'Leg vast' }).click();
    await expect(emma.page.locator('[data-contactdag]')).toHaveCount(0);
  } finally {
    await server.dood();
    server.ruimOp();
  }
});

// shows C2-L4
test('without its push a crisis does not come to the open board', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { stand, vooraf } = schakelaar('lid');
  const { page } = await bord(browser, vooraf);
  stand.duw?.sluit();
  const crisis = await meld(linda, 'crisis');
  await expect.poll(() => stand.duw?.tegengehouden).toContain('lid');
  await expect(contact(page, crisis)).toHaveCount(0);
});
