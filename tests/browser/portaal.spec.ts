// The frame of the portal: where one can go, what is asked of one, and help from every page. On a phone and on a desk.
import { type Browser, expect, type Page } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import {
  aanHetScherm,
  eigenOnderwerp,
  type Ingelogd,
  oorsprong,
  overDagen,
  pastOp320,
  stuur,
  toegankelijk,
  tweeZaken,
  verbonden,
  zonderScherm,
} from './steun';

const menu = (page: Page) => page.getByRole('navigation', { name: 'Hoofdmenu' });
const tel = (page: Page) => menu(page).locator('[data-taken]');
const TELEFOON = { width: 390, height: 780 };

/** Emma asks Maria whether she may read a zaak of hers, over the interface. */
async function vraagtMaria(browser: Browser, maria: Ingelogd) {
  const linda = await zonderScherm(browser, 'Linda');
  const zaak = await tweeZaken(linda, maria, eigenOnderwerp('Meelezen'));
  const emma = await zonderScherm(browser, 'Emma');
  await stuur(emma.context.request, `/zaken/${zaak}/toestemming`, { doel: 'Een taak voor Maria', tot_en_met: overDagen(60) });
}

// shows SHV1-H1, E1, E2, E3, N-35
test('each part of the portal is one touch away, the current one is marked, and the bar hides nothing', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Maria');
  await verbonden(page);
  await page.setViewportSize(TELEFOON);
  for (const [naam, kop] of [
    ['Mijn geld', /geld/i],
    ['Mijn plan', 'Mijn plan'],
    ['Mijn taken', 'Mijn taken'],
    ['Mijn zaken', /^Dag Maria/],
  ] as const) {
    const begin = await oorsprong(page);
    await menu(page).getByRole('link', { name: naam }).click();
    await expect(page.getByRole('heading', { level: 1, name: kop })).toBeVisible();
    await expect(menu(page).getByRole('link', { name: naam })).toHaveAttribute('aria-current', 'page');
    await expect(menu(page).locator('[aria-current]')).toHaveCount(1);
    expect(await oorsprong(page), 'nobody reloaded').toBe(begin);
    await toegankelijk(page);
    await pastOp320(page);
  }
  // By keyboard to the very last link: it is above the bar, not behind it.
  await page.keyboard.press('End');
  const laatste = page.locator('main').getByRole('link').last();
  await laatste.focus();
  const [vak, balk] = await Promise.all([laatste.boundingBox(), menu(page).boundingBox()]);
  expect((vak?.y ?? 0) + (vak?.height ?? 0)).toBeLessThanOrEqual(balk?.y ?? 0);
  for (const link of await menu(page).getByRole('link').all()) {
    const maat = await link.boundingBox();
    expect(Math.min(maat?.width ?? 0, maat?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
});

// shows E2, E3
test('on a page that is enlarged the text has most of the screen, and nothing is beside it', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Maria');
  await verbonden(page);
  // A phone at 200 %, and a laptop at 200 %.
  for (const maat of [{ width: 195, height: 422 }, { width: 720, height: 450 }]) {
    await page.setViewportSize(maat);
    for (const pad of ['/portaal', '/portaal/geld', '/portaal/plan', '/portaal/berichten', '/portaal/inzage', '/portaal/signaal', '/portaal/hulp']) {
      await page.goto(pad);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.skeletten')).toHaveCount(0);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: pad }).toBeLessThanOrEqual(maat.width);
      const boven = await page.locator('main').evaluate((blad) => blad.getBoundingClientRect().top);
      expect(boven / maat.height, `${pad} begins`).toBeLessThan(0.5);
      expect(await menu(page).evaluate((balk) => getComputedStyle(balk).position), pad).toBe('static');
    }
    // The name of the house is one word.
    expect(await page.locator('.pkop .merk > span').evaluate((naam) => {
      const woord = document.createRange();
      woord.selectNodeContents(naam.firstChild ?? naam);
      return woord.getClientRects().length;
    })).toBe(1);
    await toegankelijk(page);
  }
});

// shows N-35
test('help is on every page, with the number to call', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Maria');
  await page.goto('/portaal/plan');
  await page.getByRole('link', { name: 'Hulp en contact' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hulp en contact' })).toBeVisible();
  await expect(page.getByText('Bel ons op werkdagen', { exact: false })).toBeVisible();
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByRole('link', { name: 'Meld dat u zich zorgen maakt' }).click();
  await expect(page).toHaveURL(/\/portaal\/signaal$/);
});

// shows KING-R6e, N-26
test('what is asked of Maria stands first, is counted in the menu while she looks, and is gone when she answered', async ({ browser }) => {
  const maria = await aanHetScherm(browser, 'Maria');
  const { page } = maria;
  await page.goto('/portaal/taken');
  await verbonden(page);
  await expect(page.locator('h1')).toHaveText('Mijn taken');
  const vragen = page.locator('[data-taak="toestemming"]');
  await expect(page.locator('.lead')).not.toHaveText('Wordt geladen');
  const voor = await vragen.count();
  const begin = await oorsprong(page);
  await vraagtMaria(browser, maria);
  await expect(vragen).toHaveCount(voor + 1);
  await expect(tel(page)).toHaveAttribute('data-taken', String(await page.locator('[data-taak]').count()));
  expect(await oorsprong(page)).toBe(begin);
  await toegankelijk(page);
  await pastOp320(page);
  // On the first page it stands above everything else, one at a time.
  await menu(page).getByRole('link', { name: 'Mijn zaken' }).click();
  const gevraagd = page.getByRole('region', { name: 'Dit vragen wij van u' });
  await expect(gevraagd.locator('[data-taak]')).toHaveCount(1);
  await toegankelijk(page);
  await page.goto('/portaal/toestemming');
  await page.locator('[data-vraag]').filter({ hasText: 'Een taak voor Maria' }).last().getByRole('button', { name: 'Nee' }).click();
  await menu(page).getByRole('link', { name: /^Mijn taken/ }).click();
  await expect(vragen).toHaveCount(voor);
});

// The twin of the test above: with the push off nothing is counted.
test('without its push the menu counts nothing new', async ({ browser }) => {
  const { stand, vooraf } = schakelaar('ev', 'snap', 'latest');
  const maria = await aanHetScherm(browser, 'Maria', vooraf);
  const { page } = maria;
  await page.goto('/portaal/taken');
  await verbonden(page);
  await expect(page.locator('.lead')).not.toHaveText('Wordt geladen');
  const voor = await page.locator('[data-taak="toestemming"]').count();
  stand.duw?.sluit();
  await vraagtMaria(browser, maria);
  await expect.poll(() => stand.duw?.tegengehouden.length).toBeGreaterThan(0);
  await expect(page.locator('[data-taak="toestemming"]')).toHaveCount(voor);
});

// shows I10, E8
test('where a page says to call, the number stands with it', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Maria');
  await page.goto('/portaal/bestaat-niet');
  await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina is er niet' })).toBeVisible();
  await expect(page.locator('.lead [data-belnummer]')).toHaveAttribute('href', /^tel:\d+$/);
  await toegankelijk(page);
  await pastOp320(page);
  const huub = await aanHetScherm(browser, 'Huub');
  await huub.page.goto('/portaal/geld');
  const hulp = huub.page.locator('.sectie').filter({ hasText: 'Vraag over uw geld?' });
  await expect(hulp.locator('[data-belnummer]')).toBeVisible();
  await toegankelijk(huub.page);
});

// shows I3, E8
test('what one wants to say of a plan can be said when the line went after the page came', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Ingrid');
  await page.goto('/portaal/plan');
  await verbonden(page);
  const knop = page.getByRole('button', { name: /^Zeg (wat u vindt|nog iets)/ }).first();
  await expect(knop).toBeVisible();
  // The window came by itself, when the browser had nothing else to do.
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/Zegvenster-'))))
    .toBe(true);
  await page.context().setOffline(true);
  await knop.click();
  await expect(page.getByRole('dialog', { name: 'Wat vindt u van dit doel?' })).toBeVisible();
});

// The twin of the test above: nothing came ahead.
test('when the window cannot be fetched that is said, with whom to call, and it can be tried again', async ({ browser }) => {
  let weg = true;
  const { page } = await aanHetScherm(browser, 'Ingrid', async (eerst) => {
    await eerst.route('**/assets/Zegvenster-*.js', (route) => (weg ? route.abort() : route.continue()));
  });
  await page.goto('/portaal/plan');
  await verbonden(page);
  await page.getByRole('button', { name: /^Zeg (wat u vindt|nog iets)/ }).first().click();
  const dialoog = page.getByRole('dialog', { name: 'Dit lukt nu niet' });
  await expect(dialoog.locator('[data-belnummer]')).toBeVisible();
  await toegankelijk(page);
  weg = false;
  await dialoog.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await expect(dialoog).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: 'Wat vindt u van dit doel?' })).toBeVisible();
});
