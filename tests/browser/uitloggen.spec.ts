// After logging out nothing of a zaak is left in any tab of the browser; after a session that ended what was typed comes back, and
// meanwhile nothing of the page is in the document.
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { test } from './proef';
import {
  aanHetScherm,
  eigenOnderwerp,
  type Ingelogd,
  logUit,
  type Mens,
  nieuweZaak,
  pastOp320,
  toegankelijk,
  verbonden,
  zonderScherm,
} from './steun';

interface Open {
  linda: Ingelogd;
  mens: Mens;
  zaak: string;
  nummer: string;
  onderwerp: string;
}

/** Emma with a zaak of her own on the screen. */
async function metZaak(browser: Browser): Promise<Open> {
  const linda = await zonderScherm(browser, 'Linda');
  const onderwerp = eigenOnderwerp('Uitloggen');
  const { zaak, nummer } = await nieuweZaak(linda, onderwerp, ['Emma']);
  const mens = await aanHetScherm(browser, 'Emma');
  await open(mens.page, zaak, onderwerp);
  return { linda, mens, zaak, nummer, onderwerp };
}

async function open(page: Page, zaak: string, onderwerp: string) {
  await page.goto(`/zaken/${zaak}`);
  await expect(page.getByText(onderwerp).first()).toBeVisible();
  await verbonden(page);
}

const allesVan = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

async function nietsVan(page: Page, { onderwerp, nummer }: Open) {
  await expect.poll(() => allesVan(page)).not.toContain(onderwerp);
  const html = await allesVan(page);
  // The last word of the subject is the family name of whom it is about too.
  for (const woord of [nummer, String(onderwerp.split(' ').at(-1))]) expect(html).not.toContain(woord);
}

/** The session ends, and nobody tells the tabs but the server. */
const beeindig = (mens: Ingelogd) => stuurLeeg(mens, '/uitloggen');
async function stuurLeeg(mens: Ingelogd, pad: string) {
  const headers = { 'X-Keukentafel': '1', 'Content-Type': 'application/json' };
  expect((await mens.context.request.post(`/api/v1${pad}`, { headers, data: {} })).ok()).toBe(true);
}

// shows G36, I14, C1-R1
test('logging out in one tab empties the others of that browser', async ({ browser }) => {
  const begin = await metZaak(browser);
  const { mens, zaak, onderwerp } = begin;
  const tweede = await mens.context.newPage();
  await tweede.goto('/werkvoorraad');
  await open(tweede, zaak, onderwerp);
  await logUit(mens.page);
  await expect(mens.page).toHaveURL(/\/demo$/);
  await expect(tweede).toHaveURL(/\/demo$/);
  for (const page of [mens.page, tweede]) {
    await nietsVan(page, begin);
    await page.goBack();
    await expect(page).toHaveURL(/\/demo$/);
    await nietsVan(page, begin);
  }
});

// shows G36, I14
test('what the browser keeps of a page for Back is empty', async () => {
  // The shell that the other tests use keeps no pages, and nor does Playwright by itself; the browser that people use does.
  const { launchOptions, baseURL } = test.info().project.use;
  const eigen = await chromium.launch({
    ...launchOptions,
    executablePath: '/usr/bin/chromium',
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const metAdres = { newContext: () => eigen.newContext({ baseURL }) } as Browser;
    const begin = await metZaak(metAdres);
    const { page } = begin.mens;
    await page.evaluate(() => {
      window.addEventListener('pageshow', (event) => {
        if (event.persisted) sessionStorage.setItem('bewaard', document.documentElement.outerHTML);
      });
    });
    await page.goto('/demo');
    await beeindig(begin.mens);
    await page.goBack();
    await expect(page).toHaveURL(/\/demo$/);
    const bewaard = await page.evaluate(() => sessionStorage.getItem('bewaard'));
    expect(bewaard, 'the page was kept').not.toBeNull();
    expect(bewaard).not.toContain(begin.onderwerp);
    await nietsVan(page, begin);
  } finally {
    await eigen.close();
  }
});

// shows G36, G37, E8
test('when the session ends the zaak is out of the document; what was typed comes back with the session', async ({ browser }) => {
  const begin = await metZaak(browser);
  const { page } = begin.mens;
  await page.getByRole('button', { name: 'Zet een taak klaar' }).click();
  const taak = page.getByRole('dialog').getByRole('textbox').first();
  await taak.fill('Half getypt woord');
  await taak.press('ArrowLeft');
  await beeindig(begin.mens);
  const dialoog = page.getByRole('dialog', { name: 'U bent uitgelogd' });
  await expect(dialoog).toBeVisible();
  await expect(page).toHaveTitle('U bent uitgelogd - Keukentafel');
  await nietsVan(page, begin);
  expect(await allesVan(page)).not.toContain('Half getypt woord');
  await toegankelijk(page);
  await pastOp320(page);

  await dialoog.getByRole('button', { name: /^Log opnieuw in als Emma/ }).click();
  await expect(dialoog).toHaveCount(0);
  await verbonden(page);
  await expect(taak).toHaveValue('Half getypt woord');
  // Where it was: on top, with the caret before the last letter.
  await expect(taak).toBeFocused();
  await page.keyboard.type('e');
  await expect(taak).toHaveValue('Half getypt woored');
  await expect(page).toHaveTitle(/^(?!U bent uitgelogd)/);
  await expect(page.getByText(begin.onderwerp).first()).toBeAttached();
  await toegankelijk(page);
});

// shows G36, E8
test('a tab with something half written keeps it, out of the document, when one logs out in another', async ({ browser }) => {
  const begin = await metZaak(browser);
  const { mens } = begin;
  const tweede = await mens.context.newPage();
  // What the server kept is offered back; this is about what it did not.
  await tweede.route('**/api/v1/concepten/**', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  await tweede.goto('/signaal');
  await tweede.getByRole('textbox').first().fill('Mevrouw Geheimzinnig');
  await verbonden(tweede);
  await logUit(mens.page);
  await expect(mens.page).toHaveURL(/\/demo$/);
  const dialoog = tweede.getByRole('dialog', { name: 'U bent uitgelogd' });
  await expect(dialoog).toBeVisible();
  await nietsVan(tweede, begin);
  await dialoog.getByRole('button', { name: /^Log opnieuw in als Emma/ }).click();
  await expect(tweede.getByRole('textbox').first()).toHaveValue('Mevrouw Geheimzinnig');
});

// shows G36, I14
test('somebody else who logs in there gets nothing of it', async ({ browser }) => {
  const begin = await metZaak(browser);
  const { mens } = begin;
  await beeindig(mens);
  await expect(mens.page.getByRole('dialog', { name: 'U bent uitgelogd' })).toBeVisible();
  await mens.context.request.post('/demo/login', {
    headers: { 'Content-Type': 'application/json' },
    data: { persona: 'kevin' },
  });
  await mens.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(mens.page.getByRole('banner').getByText('Kevin')).toBeVisible();
  await nietsVan(mens.page, begin);
});
