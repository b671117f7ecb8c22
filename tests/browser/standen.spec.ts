// The states of a page: it loads, a part of it cannot be had, it breaks, the session is about to end. Each says what is so and what one can do.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, pastOp320, toegankelijk, verbonden } from './steun';

const vraag = (page: Page) => page.getByRole('dialog', { name: 'Bent u er nog?' });

/** The server's own answer, with a session that ends so many seconds from now when nobody does anything, or in any case. */
async function nog(page: Page, seconden: { stil?: number; uiterlijk?: number }) {
  await page.route('**/api/v1/ik', async (route) => {
    const antwoord = await route.fetch();
    const ik = (await antwoord.json()) as { sessie: { verloopt_op: string; uiterlijk_op: string } };
    const op = (over: number) => new Date(Date.now() + over * 1000).toISOString();
    if (seconden.stil) ik.sessie.verloopt_op = op(seconden.stil);
    if (seconden.uiterlijk) ik.sessie.uiterlijk_op = op(seconden.uiterlijk);
    await route.fulfill({ response: antwoord, json: ik });
  });
}
/** Longer than the two minutes before the end in which it is asked. */
const STIL = 126;

// shows E4, N-35
for (const [naam, pad] of [
  ['Maria', '/portaal'],
  ['Kevin', '/werkvoorraad'],
] as const) {
  test(`${naam} is asked whether somebody is there before the session ends, and stays by keyboard`, async ({ browser }) => {
    const { page } = await aanHetScherm(browser, naam);
    await nog(page, { stil: STIL });
    await page.goto(pad);
    await verbonden(page);
    await expect(vraag(page), 'not while there is time').toHaveCount(0);
    const link = page.getByRole('link', { name: naam === 'Maria' ? 'Mijn taken' : 'Vandaag' }).first();
    await link.focus();
    const begin = await page.evaluate(() => performance.timeOrigin);
    await expect(vraag(page)).toBeVisible({ timeout: 30_000 });
    await expect(vraag(page)).toContainText('U hebt nog 2 minuten.');
    // It came by itself: a key that was on its way presses nothing.
    await expect(vraag(page).getByRole('heading', { name: 'Bent u er nog?' })).toBeFocused();
    await toegankelijk(page);
    await pastOp320(page);
    await page.unroute('**/api/v1/ik');
    const [antwoord] = await Promise.all([
      page.waitForResponse((een) => een.url().endsWith('/api/v1/ik')),
      page.keyboard.press('Tab').then(() => page.keyboard.press('Enter')),
    ]);
    expect(antwoord.status()).toBe(200);
    await expect(vraag(page)).toHaveCount(0);
    await expect(link, 'back where one was').toBeFocused();
    expect(await page.evaluate(() => performance.timeOrigin), 'nobody reloaded').toBe(begin);
  });
}

test('who cannot stay in because the line is gone hears that, and may try again', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Maria');
  await nog(page, { stil: STIL });
  await page.goto('/portaal');
  await expect(vraag(page)).toBeVisible({ timeout: 30_000 });
  await page.unroute('**/api/v1/ik');
  await page.route('**/api/v1/ik', (route) => route.abort());
  await vraag(page).getByRole('button', { name: 'Blijf ingelogd' }).click();
  await expect(vraag(page).getByRole('status')).toHaveText(/Kijk of u verbinding hebt/);
  await toegankelijk(page);
  await page.unroute('**/api/v1/ik');
  await vraag(page).getByRole('button', { name: 'Blijf ingelogd' }).click();
  await expect(vraag(page)).toHaveCount(0);
});

// shows E4
test('a session that ends whatever one does is told of once', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Maria');
  await nog(page, { uiterlijk: STIL });
  await page.goto('/portaal');
  const einde = page.getByRole('dialog', { name: 'U moet zo opnieuw inloggen' });
  await expect(einde).toBeVisible({ timeout: 30_000 });
  await toegankelijk(page);
  await einde.getByRole('button', { name: 'Ga verder' }).click();
  await expect(einde).toHaveCount(0);
  await page.getByRole('link', { name: 'Mijn taken' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn taken' })).toBeVisible();
  await expect(einde).toHaveCount(0);
});

// shows E8
test('a part of the portal that cannot be fetched says so, and the rest is there', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Maria');
  await page.route(/\/assets\/SignaalPagina-[^/]*\.js$/, (route) => route.abort());
  await page.getByRole('link', { name: 'Hulp en contact' }).click();
  await page.getByRole('link', { name: 'Meld dat u zich zorgen maakt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Er ging iets mis bij ons' })).toBeVisible();
  await toegankelijk(page);
  await pastOp320(page);
  await page.unroute(/\/assets\/SignaalPagina-[^/]*\.js$/);
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Maakt u zich zorgen om iemand?' })).toBeVisible();
});

// shows E8
test('in the werkplek a page that cannot be shown takes nothing else along', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Wouter');
  await page.route(/\/assets\/ZakenPagina-[^/]*\.js$/, (route) => route.abort());
  await page.goto('/zaken');
  await expect(page.getByRole('heading', { level: 1, name: 'Er ging iets mis bij ons' })).toBeVisible();
  await toegankelijk(page);
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Vandaag', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Er ging iets mis/ })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

// shows E8
test('what could not be had in the portal can be asked again', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Maria');
  for (const [pad, adres] of [
    ['/portaal/geld', '**/api/v1/rekeningen'],
    ['/portaal/inzage', '**/api/v1/mijn/inzage'],
    ['/portaal/toestemming', '**/api/v1/toestemmingen'],
  ] as const) {
    await page.route(adres, (route) => route.abort());
    await page.goto(pad);
    const melding = page.getByRole('alert').filter({ hasText: 'nu niet' }).or(page.getByRole('alert').filter({ hasText: 'kan nu' }));
    await expect(melding).toBeVisible();
    await toegankelijk(page);
    await pastOp320(page);
    await page.unroute(adres);
    await melding.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'nu' })).toHaveCount(0);
  }
});

// shows E4
test('a page that takes long shows the measure of what comes, and nothing before that', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Huub');
  let laat: () => void = () => {};
  const poort = new Promise<void>((open) => {
    laat = open;
  });
  await page.route('**/api/v1/rekeningen', async (route) => {
    await poort;
    await route.continue();
  });
  await page.goto('/portaal/geld');
  await expect(page.locator('.skelet').first()).toBeVisible();
  await toegankelijk(page);
  laat();
  await expect(page.locator('[data-saldo]')).toBeVisible();
  await expect(page.locator('.skelet')).toHaveCount(0);
});
