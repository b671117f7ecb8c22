// English beside the Dutch of the portal: chosen on the page, kept without anything personal, and said to who hears it. What somebody wrote
// stays Dutch, and says so.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, pastOp320, toegankelijk, verbonden, voorMaria, zonderScherm } from './steun';

const html = (page: Page) => page.locator('html');
const inHetEngels = (page: Page) => page.evaluate(() => localStorage.setItem('keukentafel-taal', 'en'));

/** Words that English does not have; what says of itself that it is Dutch is left out, and so are names. */
async function nederlands(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const kopie = document.body.cloneNode(true) as HTMLElement;
    for (const deel of kopie.querySelectorAll('[lang="nl"], script, noscript')) deel.remove();
    const namen = [...kopie.querySelectorAll('[aria-label]')].map((el) => el.getAttribute('aria-label'));
    const tekst = `${kopie.innerText} ${namen.join(' ')} ${document.title}`;
    return tekst.match(/\b(het|een|uw|wij|niet|voor|naar|bij|dit|zaak(?!-\d)|zaken|geld|ziet|kunt|hebt|wordt|bekijk|toon|terug)\b/gi) ?? [];
  });
}

// shows X-51
test('a resident chooses English on the page, reads every page in it, and goes back', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const maria = await aanHetScherm(browser, 'Maria');
  const { page } = maria;
  const zaak = await voorMaria(linda, maria, eigenOnderwerp('Hulp in huis'));
  await verbonden(page);
  await expect(html(page)).toHaveAttribute('lang', 'nl');
  const knop = page.getByRole('button', { name: 'English' });
  await expect(knop).toHaveAttribute('lang', 'en');
  await knop.click();
  await expect(page.getByRole('heading', { level: 1, name: /^Hello Maria/ })).toBeVisible();
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle('My cases - Keukentafel');
  // What it is called in letters stays Dutch, within a heading that is English.
  const kop = page.locator(`[data-zaak="${zaak}"] h3`);
  await expect(kop).toContainText('Support at home');
  await expect(kop.locator('[lang="nl"]').last()).toHaveText('Wmo-melding');

  for (const [pad, titel] of [
    ['/portaal', /^Hello Maria/],
    ['/portaal/geld', 'Your money'],
    ['/portaal/plan', 'My plan'],
    ['/portaal/taken', 'My tasks'],
    ['/portaal/toestemming', 'Your consent'],
    ['/portaal/inzage', 'Who looked at your file'],
    ['/portaal/hulp', 'Help and contact'],
    ['/portaal/brieven', 'Your letters'],
    ['/portaal/berichten', 'How do you want to hear from us?'],
    ['/portaal/signaal', 'Are you worried about somebody?'],
    ['/portaal/sessies', 'Where you are logged in'],
    ['/portaal/bestaat-niet', 'This page is not here'],
  ] as const) {
    await page.goto(pad);
    await expect(page.getByRole('heading', { level: 1, name: titel })).toBeVisible();
    await expect(page.locator('.lead')).not.toHaveText('Loading');
    expect(await nederlands(page), pad).toEqual([]);
    await toegankelijk(page);
    await pastOp320(page);
  }
  // Without anything personal: only which language, and until when the session of this choice lasts.
  const bewaard = await page.evaluate(() => Object.entries(localStorage));
  expect(bewaard).toEqual([['keukentafel-taal', expect.stringMatching(/^en \d{4}-\d\d-\d\dT[\d:.]+Z$/)]]);
  const terug = page.getByRole('button', { name: 'Nederlands' });
  await expect(terug).toHaveAttribute('lang', 'nl');
  await terug.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina is er niet' })).toBeVisible();
  await expect(html(page)).toHaveAttribute('lang', 'nl');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

// shows X-51, I1
test('amounts and days are written as the language writes them, and the balance is told in it', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Huub');
  await inHetEngels(page);
  await page.goto('/portaal/geld');
  await expect(page.locator('[data-saldo]')).toHaveText(/^€[\d,]+\.\d\d$/);
  await expect(page.getByText(/^Updated at \d+:\d\d$/)).toBeVisible();
  await expect(page.locator('[data-transactie]').first().locator('time')).toHaveText(/^\w{3} \d+ \w+$/);
  // What the bank or Allegro calls it is Dutch.
  await expect(page.locator('[data-transactie]').first().locator('[lang="nl"]')).toBeVisible();
  expect(await nederlands(page)).toEqual([]);
});

// shows X-51, E8
test('a refusal is told in English, and so is a form that is not filled in', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Maria');
  await inHetEngels(page);
  await page.goto('/portaal/signaal');
  await verbonden(page);
  await page.getByRole('button', { name: 'Send your report' }).click();
  const lijst = page.getByRole('region', { name: 'Two things are not right yet' });
  await expect(lijst).toBeFocused();
  await expect(lijst.getByRole('link')).toHaveText(['Choose what it is about.', 'Write the name, or what you do know.']);
  await page.getByLabel('What is it about?').selectOption('overig');
  await page.getByLabel('What is the name of the person?').fill('Iemand');
  await page.getByLabel('When was the person born?').fill('14-3-2990');
  await page.getByRole('button', { name: 'Send your report' }).click();
  // This one the server said, by its code.
  await expect(page.locator('.foutlijst')).toContainText('Check the year.');
  expect(await nederlands(page)).toEqual([]);
  await toegankelijk(page);
});

// shows X-51
test('who comes after somebody who read English is asked in Dutch; who works here reads Dutch all the same', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Maria');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Nederlands' }), 'one goes on where one was').toBeFocused();
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/portaal'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // The way to the login goes over a page that goes on by itself.
  const gekozen = () => page.evaluate(() => localStorage.getItem('keukentafel-taal')).catch(() => 'onderweg');
  await expect.poll(gekozen).toBeNull();
  await page.goto('/inloggen?fout=afgebroken');
  await expect(html(page)).toHaveAttribute('lang', 'nl');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'You stopped the login' })).toBeVisible();
  await expect(html(page)).toHaveAttribute('lang', 'en');
  expect(await nederlands(page)).toEqual([]);
  await toegankelijk(page);
  await pastOp320(page);
  const kevin = await aanHetScherm(browser, 'Kevin', async (eerst) => {
    await eerst.addInitScript(() => localStorage.setItem('keukentafel-taal', 'en'));
  });
  await expect(html(kevin.page)).toHaveAttribute('lang', 'nl');
  await expect(kevin.page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeVisible();
});

// shows X-51
test('what one was writing is still there in the other language', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Maria');
  await page.goto('/portaal/signaal');
  await verbonden(page);
  const naam = eigenOnderwerp('Mevrouw');
  await page.getByLabel('Hoe heet de persoon?').fill(naam);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Go on with this draft' }).click();
  await expect(page.getByLabel('What is the name of the person?')).toHaveValue(naam);
  await toegankelijk(page);
  // Nothing of it is left for who comes after.
  const api = page.context().request;
  const { concept } = (await (await api.get('/api/v1/concepten/signaal')).json()) as { concept: { versie: number } };
  const headers = { 'X-Keukentafel': '1', 'Content-Type': 'application/json', 'If-Match': `"${concept.versie}"` };
  expect((await api.delete('/api/v1/concepten/signaal', { headers, data: {} })).ok()).toBe(true);
});

// shows X-51, KING-SI3
test('what one knows about a day goes along, and that it was sent is said in the other language too', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Samira');
  await page.goto('/portaal/signaal');
  await verbonden(page);
  await page.getByLabel('Waar gaat het over?').selectOption('overig');
  await page.getByLabel('Hoe heet de persoon?').fill(eigenOnderwerp('Mevrouw'));
  await page.getByLabel('Wanneer is de persoon geboren?').fill('maart 2019');
  await page.getByLabel('Wat ziet of hoort u?').fill('Is vaak alleen.');
  const gestuurd = page.waitForRequest((vraag) => vraag.url().endsWith('/api/v1/signalen'));
  await page.getByRole('button', { name: 'Stuur uw melding' }).click();
  expect((await gestuurd).postDataJSON()).toMatchObject({ toelichting: 'Geboren: maart 2019. Is vaak alleen.' });
  await expect(page.getByRole('heading', { level: 1, name: 'Wij hebben uw melding' })).toBeFocused();
  await toegankelijk(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'We have your report' })).toBeVisible();
  await page.getByRole('button', { name: 'Report something else' }).click();
  await expect(page.getByLabel('What is it about?')).toBeVisible();
});

test('when English cannot be fetched the page speaks Dutch', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Maria');
  await inHetEngels(page);
  await page.route(/\/assets\/en-[^/]*\.js$/, (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: /^Dag Maria/ })).toBeVisible();
  await expect(html(page)).toHaveAttribute('lang', 'nl');
});

// shows X-51
test('another one who logs in on the same browser reads Dutch, also when nobody logged out', async ({ browser }) => {
  const { page, context } = await aanHetScherm(browser, 'Maria');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(html(page), 'it is hers as long as she is there').toHaveAttribute('lang', 'en');
  const { items } = (await (await context.request.get('/demo/personas')).json()) as { items: { persona: string; naam: string }[] };
  const samira = items.find(({ naam }) => naam.startsWith('Samira'));
  const headers = { 'Content-Type': 'application/json' };
  expect((await context.request.post('/demo/login', { headers, data: { persona: samira?.persona } })).ok()).toBe(true);
  await page.goto('/portaal');
  await expect(page.getByRole('heading', { level: 1, name: /Samira/ })).toBeVisible();
  await expect(html(page)).toHaveAttribute('lang', 'nl');
  expect(await page.evaluate(() => localStorage.getItem('keukentafel-taal'))).toBeNull();
});
