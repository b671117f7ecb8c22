// The server is replaced by a newer one while pages are open: both sides say so calmly, load nothing by themselves and keep what was typed.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import {
  aanHetScherm,
  eigenOnderwerp,
  inSectie,
  nieuwVerslag,
  nieuweZaak,
  oorsprong,
  pastOp320,
  toegankelijk,
  verbonden,
  zonderScherm,
} from './steun';

/** What the client waits before it is sure that a version is there to stay, and the moment of its own before it looks first. */
const ZEKER_MS = 61_000;
const KUDDE_MS = 5_000;

/** The page that the server has now begins with another script than the one that is open. */
async function nieuweVersie(page: Page, pad: string) {
  await page.route('**/assets/*-nieuwer.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'export {};' }));
  await page.route(
    (url) => url.pathname === pad,
    async (route) => {
      // Not the page that one goes to, but the look at it.
      if (route.request().resourceType() === 'document') return route.continue();
      const antwoord = await route.fetch();
      const html = (await antwoord.text()).replace(/(\/assets\/[a-z]+-)[^"]+\.js/, '$1nieuwer.js');
      return route.fulfill({ response: antwoord, body: html });
    },
  );
}

/** As at a restart: the line goes, and comes back. */
async function lijnWegEnTerug(page: Page) {
  await page.context().setOffline(true);
  await expect(page.locator('[data-verbinding="verbroken"]')).toBeAttached();
  await page.context().setOffline(false);
  await verbonden(page);
}

/** The client looked at the page of the server, twice and as far apart as it takes to be sure, and knows what that said. */
async function keekTweeKeer(page: Page, pad: string) {
  const keek = () =>
    page.waitForResponse((antwoord) => new URL(antwoord.url()).pathname === pad && antwoord.request().resourceType() !== 'document');
  for (const wacht of [KUDDE_MS, ZEKER_MS]) {
    const blik = keek();
    await page.clock.fastForward(wacht);
    await (await blik).finished();
  }
  // What comes after the answer is done in a turn of its own: two frames further it is on the page.
  await page.evaluate(() => new Promise((klaar) => requestAnimationFrame(() => requestAnimationFrame(klaar))));
}

// shows C6
test('the portal says that there is a newer version, and what was typed is there until one says so', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Samira');
  await page.clock.install();
  await page.goto('/portaal/signaal');
  await verbonden(page);
  const naam = eigenOnderwerp('Mevrouw');
  await page.getByLabel('Hoe heet de persoon?').fill(naam);
  const begin = await oorsprong(page);
  await lijnWegEnTerug(page);
  await keekTweeKeer(page, '/portaal');
  const balk = page.locator('[data-versie]');
  await expect(balk, 'the same version as before').toHaveCount(0);
  await nieuweVersie(page, '/portaal');
  await lijnWegEnTerug(page);
  await keekTweeKeer(page, '/portaal');
  await expect(balk).toContainText('Er is een nieuwe versie van Keukentafel.');
  await expect(page.locator('[data-omroep]')).toContainText('Er is een nieuwe versie van Keukentafel.');
  await expect(page.getByLabel('Hoe heet de persoon?')).toHaveValue(naam);
  expect(await oorsprong(page), 'nothing loaded by itself').toBe(begin);
  await toegankelijk(page);
  await pastOp320(page);
  await balk.getByRole('button', { name: 'Laad de nieuwe versie' }).click();
  await expect(page.getByRole('button', { name: 'Verder met dit concept' })).toBeVisible();
  await page.getByRole('button', { name: 'Verder met dit concept' }).click();
  await expect(page.getByLabel('Hoe heet de persoon?')).toHaveValue(naam);
});

// shows C6
test('the werkplek says it too, and asks before words go that nothing keeps', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Versie'), ['Kevin']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  const { page } = kevin;
  const document = await nieuwVerslag(kevin, zaak, ['Kevin']);
  await page.clock.install();
  await page.goto(`/zaken/${zaak}`);
  await verbonden(page);
  const begin = await oorsprong(page);
  await nieuweVersie(page, '/');
  await lijnWegEnTerug(page);
  await keekTweeKeer(page, '/');
  await expect(page.locator('[data-versie="nieuwer"]')).toContainText('Maak rustig af wat u doet.');
  expect(await oorsprong(page)).toBe(begin);
  await toegankelijk(page);
  await page.locator(`[data-verder="${document}"]`).click();
  await inSectie(page, '2. Wat de inwoner');
  await page.keyboard.type('trappen');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.evaluate(() => new Promise((verder) => requestAnimationFrame(() => requestAnimationFrame(verder))));
  await page.keyboard.press('Control+Alt+m');
  const veld = page.getByLabel('Uw opmerking');
  await veld.fill('Klopt dit?');
  const laad = page.getByRole('button', { name: 'Laad de nieuwe versie' });
  await laad.click();
  await expect(page.getByText('Wat u hier typte, is nog niet bewaard.')).toBeVisible();
  await toegankelijk(page);
  await page.getByRole('button', { name: 'Typ verder' }).click();
  await expect(veld).toHaveValue('Klopt dit?');
  await expect(veld).toBeFocused();
  expect(await oorsprong(page), 'nothing was loaded').toBe(begin);
});
