// The server is replaced by a newer one while pages are open: both sides say so calmly, load nothing by themselves and keep what was typed.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, oorsprong, pastOp320, toegankelijk, verbonden } from './steun';

/** The page that the server has now begins with another script than the one that is open. */
async function nieuweVersie(page: Page, pad: string) {
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

// shows E5, C6
test('the portal says that there is a newer version, and what was typed is there until one says so', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Samira');
  await page.goto('/portaal/signaal');
  await verbonden(page);
  const naam = eigenOnderwerp('Mevrouw');
  await page.getByLabel('Hoe heet de persoon?').fill(naam);
  const begin = await oorsprong(page);
  await lijnWegEnTerug(page);
  const balk = page.locator('[data-versie]');
  await expect(balk, 'the same version as before').toHaveCount(0);
  await nieuweVersie(page, '/portaal');
  await lijnWegEnTerug(page);
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

// shows E5
test('the werkplek says it too', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Kevin');
  await verbonden(page);
  const begin = await oorsprong(page);
  await nieuweVersie(page, '/');
  await lijnWegEnTerug(page);
  await expect(page.locator('[data-versie="nieuwer"]')).toContainText('Maak rustig af wat u doet.');
  expect(await oorsprong(page)).toBe(begin);
  await toegankelijk(page);
});
