// The room around the table: looking for something, doing it by keyboard, who one is here, and what one is told.
import { expect, type Page } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import {
  aanHetScherm,
  eigenOnderwerp,
  medewerkerIds,
  nieuweZaak,
  pastOp320,
  stuur,
  toegankelijk,
  verbonden,
  verdeelOpnieuw,
  zonderScherm,
} from './steun';

const palet = (page: Page) => page.getByRole('dialog', { name: 'Zoeken en doen' });
const veld = (page: Page) => page.getByRole('combobox', { name: 'Wat zoekt u?' });
const stand = (page: Page) => palet(page).getByRole('status');
const treffers = (page: Page, groep: string) => palet(page).getByRole('group', { name: groep }).getByRole('option');

/** In both lights, and on the narrowest screen there is. */
async function overal(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await toegankelijk(page);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await pastOp320(page);
}

// shows X-20, C2-K1, C2-L3
test('a zaak and whom one works for are found from any page by keyboard alone, and Enter leads there', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const onderwerp = eigenOnderwerp('Traplift');
  const { zaak, nummer } = await nieuweZaak(linda, onderwerp, ['Emma']);
  const { page } = await aanHetScherm(browser, 'Emma');
  await page.goto('/sessies');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await verbonden(page);
  await page.keyboard.press('Control+k');
  await expect(veld(page)).toBeFocused();
  await expect(treffers(page, 'Ga naar').first()).toBeVisible();
  await overal(page);
  // Nothing of what is looked for stands in an address.
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  const woord = onderwerp.split(' ').at(-1) ?? '';
  await page.keyboard.type(nummer);
  await expect(treffers(page, 'Zaken')).toHaveCount(1);
  await expect(treffers(page, 'Zaken')).toContainText(`Proef ${woord}`);
  await expect(stand(page)).toHaveText(/^1 zaak gevonden\.$/);
  await expect(treffers(page, 'Zaken')).toHaveAttribute('aria-selected', 'true');
  await expect(veld(page)).toHaveAttribute('aria-activedescendant', (await treffers(page, 'Zaken').getAttribute('id')) ?? '-');
  await overal(page);
  await veld(page).fill(`proef ${woord}`);
  await expect(treffers(page, 'Mensen voor wie u werkt')).toHaveCount(1);
  await expect(stand(page)).toContainText('1 zaak en 1 persoon');
  await page.keyboard.press('ArrowUp');
  await expect(treffers(page, 'Mensen voor wie u werkt')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/zaken/${zaak}$`));
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(palet(page)).toHaveCount(0);
  expect(urls.some((url) => url.includes(woord) || url.includes(nummer))).toBe(false);
  expect(urls.filter((url) => url.endsWith('/api/v1/zoek')).length).toBeGreaterThan(0);
});

// shows X-20, C2-R6, KING-R4c
test('under dat a zaak is found as dat, by its number and not by whom it is about', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const onderwerp = eigenOnderwerp('Geheim');
  const { nummer } = await nieuweZaak(linda, onderwerp, ['Emma']);
  const { page } = await aanHetScherm(browser, 'Wouter');
  await page.getByRole('button', { name: 'Zoek zaak of persoon' }).click();
  await veld(page).fill(nummer);
  await expect(treffers(page, 'Zaken')).toContainText('afgeschermd');
  await expect(treffers(page, 'Zaken')).not.toContainText('Proef');
  await veld(page).fill(`Proef ${onderwerp.split(' ').at(-1)}`);
  await expect(stand(page)).toContainText('Niets gevonden in uw werk.');
  await expect(palet(page).getByRole('option')).toHaveCount(0);
  await overal(page);
});

// shows X-20, G33
test('a BSN is not looked for here and does not leave the page', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Linda');
  const gevraagd: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/zoek')) gevraagd.push(request.postData() ?? '');
  });
  await page.keyboard.press('Control+k');
  await veld(page).fill('999990019');
  await expect(stand(page)).toContainText('Een BSN zoekt u hier niet.');
  await veld(page).fill('Verhoef');
  await expect.poll(() => gevraagd).toEqual([JSON.stringify({ tekst: 'Verhoef' })]);
});

// shows C16, WCAG 2.4.3
test('the palette offers what the role may do, takes the focus and gives it back', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Rianne');
  const knop = page.getByRole('button', { name: 'Zoek zaak of persoon' });
  await knop.click();
  await veld(page).fill('groep');
  await expect(treffers(page, 'Doen')).toHaveText(['Vorm een groep']);
  await page.keyboard.press('Escape');
  await expect(palet(page)).toHaveCount(0);
  await expect(knop).toBeFocused();
  await page.keyboard.press('/');
  await veld(page).fill('groep');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/groepen\/nieuw$/);
  const miriam = await aanHetScherm(browser, 'Miriam');
  await miriam.page.getByRole('button', { name: 'Zoek een pagina' }).click();
  await veld(miriam.page).fill('groep');
  await expect(palet(miriam.page).getByRole('option')).toHaveCount(0);
  await veld(miriam.page).fill('rechten');
  await expect(treffers(miriam.page, 'Ga naar')).toHaveCount(1);
});

// shows C16, WCAG 2.1.4
test('single letters lead to pages, not while one types, and can be switched off', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Linda');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Shift+?');
  const hulp = page.getByRole('dialog', { name: 'Sneltoetsen' });
  await expect(hulp).toContainText('Nieuwe melding');
  await overal(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/melding$/);
  await page.getByLabel('Naam', { exact: true }).fill('');
  await page.getByLabel('Naam', { exact: true }).press('v');
  await expect(page).toHaveURL(/\/melding$/);
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('v');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Shift+?');
  await hulp.getByRole('checkbox', { name: 'Losse letters gebruiken als sneltoets' }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('v');
  await page.keyboard.press('Shift+?');
  await expect(hulp).toHaveCount(0);
  await expect(page).toHaveURL(/\/melding$/);
  await page.keyboard.press('Control+k');
  await expect(palet(page)).toBeVisible();
});

// shows C1-R1, X-63
test('who one is stands in one place: role, sessions, light or dark, the way out', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Kevin');
  const knop = page.getByRole('button', { name: /^Uw menu: Kevin/ });
  await knop.press('Enter');
  await expect(knop).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('link', { name: 'Mijn sessies' })).toBeVisible();
  await overal(page);
  await page.getByRole('radio', { name: 'Donker' }).check();
  const grond = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const donker = await grond();
  await toegankelijk(page);
  await page.keyboard.press('Escape');
  await expect(knop).toBeFocused();
  await expect(knop).toHaveAttribute('aria-expanded', 'false');
  await page.reload();
  await expect(knop).toBeVisible();
  expect(await grond(), 'kept on this device').toBe(donker);
  await knop.click();
  await page.getByRole('radio', { name: 'Licht' }).check();
  expect(await grond()).not.toBe(donker);
  // A press elsewhere shuts it.
  await page.getByRole('heading', { level: 1 }).click();
  await expect(knop).toHaveAttribute('aria-expanded', 'false');
});

const BIJSTAND = 'AANVRAAG-BIJZONDERE-BIJSTAND';
const aantal = async (page: Page) => Number(await page.locator('[data-berichten]').getAttribute('data-berichten'));

// shows KING-RS6, C2-K1
test('what was given to one rings live with its count, stands in the list, and is read when the server has it so', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const onderwerp = eigenOnderwerp('Bel');
  const { zaak } = await nieuweZaak(linda, onderwerp, [], BIJSTAND);
  const { page } = await aanHetScherm(browser, 'Abdul');
  await page.goto('/sessies');
  await verbonden(page);
  const bel = page.locator('[data-berichten]');
  await expect(bel).toBeVisible();
  const voor = await aantal(page);
  const behandelaars = await medewerkerIds(linda.context.request, ['Abdul']);
  await stuur(linda.context.request, `/zaken/${zaak}/toewijzen`, { behandelaars });
  await expect.poll(() => aantal(page)).toBe(voor + 1);
  await expect(page.locator('[data-omroep]')).toContainText('1 nieuw bericht');
  await bel.press('Enter');
  const regel = page.locator(`[data-bericht="zaak-${zaak}"]`);
  await expect(regel).toContainText(onderwerp);
  await overal(page);
  await regel.getByRole('button', { name: /^Gelezen/ }).click();
  await expect(regel).toHaveCount(0);
  await expect.poll(() => aantal(page)).toBe(voor);
  await page.reload();
  await expect(bel).toBeVisible();
  expect(await aantal(page), 'on every device').toBe(voor);
});

// shows KING-RS6: the twin
test('without its push the bell stays silent', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Stil'), [], BIJSTAND);
  const { stand: duw, vooraf } = schakelaar('ev', 'snap', 'lid');
  const { page } = await aanHetScherm(browser, 'Abdul', vooraf);
  await page.goto('/sessies');
  await verbonden(page);
  await expect(page.locator('[data-berichten]')).toBeVisible();
  const voor = await aantal(page);
  duw.duw?.sluit();
  const behandelaars = await medewerkerIds(linda.context.request, ['Abdul']);
  await stuur(linda.context.request, `/zaken/${zaak}/toewijzen`, { behandelaars });
  await expect.poll(() => duw.duw?.tegengehouden.length).toBeGreaterThan(0);
  expect(await aantal(page)).toBe(voor);
});

// shows KING-RS6, ENS-16
test('the first page says what needs one now, live, with the list behind each number', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const onderwerp = eigenOnderwerp('Vandaag');
  const { zaak } = await nieuweZaak(linda, onderwerp, ['Peter'], BIJSTAND);
  const { page } = await aanHetScherm(browser, 'Abdul');
  await page.goto('/');
  await verbonden(page);
  await expect(page.getByRole('heading', { level: 2, name: 'Nu eerst' })).toBeVisible();
  await overal(page);
  await verdeelOpnieuw(browser, zaak, ['Peter', 'Abdul']);
  await expect(page.locator('[data-nieuw]')).toContainText(onderwerp);
  await expect(page.locator('[data-zin="nieuw"]')).toContainText(/nieuw voor u\./);
  // What somebody else does in it stands here by itself, with who did it.
  const peter = await zonderScherm(browser, 'Peter');
  await stuur(peter.context.request, `/zaken/${zaak}/in-behandeling`, {});
  await expect(page.locator('[data-veranderd]')).toContainText('Peter Smit nam deze zaak in behandeling');
  await overal(page);
  await page.locator('[data-zin="nieuw"] a').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Werkvoorraad' })).toBeFocused();
});

// shows ENS-16
test('a zaak is begun where one starts, is said to be, and what one is busy with stays there', async ({ browser }) => {
  test.skip(!BIN, 'needs KT_BIN: what Peter is busy with here is all that he is busy with');
  const server = new EigenServer();
  await server.start();
  try {
    const hier = server.browser(browser);
    const linda = await aanHetScherm(hier, 'Linda');
    const api = linda.context.request;
    const onderwerp = eigenOnderwerp('Begin');
    const { zaak: rustig } = await nieuweZaak(linda, onderwerp, ['Peter'], BIJSTAND);
    const { persoon } = (await (await api.get(`/api/v1/zaken/${rustig}`)).json()) as { persoon: string };
    const melding = { persoon, zaaktype: BIJSTAND, onderwerp: `${onderwerp} nu`, kanaal: 'balie', urgentie: 'crisis' };
    const { id: nu } = await stuur<{ id: string }>(api, '/meldingen', melding);
    await stuur(api, `/zaken/${nu}/toewijzen`, { behandelaars: await medewerkerIds(api, ['Peter']) });
    const { page, context } = await aanHetScherm(hier, 'Peter');
    await page.goto('/');
    await verbonden(page);
    const rij = page.locator(`[data-punt="zaak-${nu}"]`);
    await expect(page.locator(`[data-bezig-zaak="${rustig}"]`)).toHaveCount(0);
    await rij.getByRole('button', { name: /^Begin/ }).press('Enter');
    await expect(page.locator('[data-begonnen]')).toContainText('U bent begonnen met de zaak van Grietje');
    await expect(rij.getByRole('link', { name: /^Ga verder/ })).toBeFocused();
    await stuur(context.request, `/zaken/${rustig}/in-behandeling`, {});
    await expect(page.locator(`[data-bezig-zaak="${rustig}"]`)).toContainText(onderwerp);
    await overal(page);
    await rij.getByRole('link', { name: /^Ga verder/ }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /Grietje/ })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Neem zaak in behandeling' })).toHaveCount(0);
  } finally {
    await server.dood();
  }
});

// shows KING-RS6: the twin
test('without its push the first page stands still', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Stil'), ['Peter', 'Abdul'], BIJSTAND);
  const { stand: duw, vooraf } = schakelaar('ev', 'snap', 'lid');
  const { page } = await aanHetScherm(browser, 'Abdul', vooraf);
  await page.goto('/');
  await verbonden(page);
  await expect(page.getByRole('heading', { level: 2, name: 'Nu eerst' })).toBeVisible();
  duw.duw?.sluit();
  const peter = await zonderScherm(browser, 'Peter');
  await stuur(peter.context.request, `/zaken/${zaak}/in-behandeling`, {});
  await expect.poll(() => duw.duw?.tegengehouden.length).toBeGreaterThan(0);
  await expect(page.locator('[data-veranderd]')).toHaveCount(0);
});

// shows ENS-16, KING-R4a
test('each role begins with its own, and with a next step where nothing waits', async ({ browser }) => {
  const wouter = await aanHetScherm(browser, 'Wouter');
  await wouter.page.goto('/');
  await expect(wouter.page.locator('[data-zin="lopend"] a')).toHaveAttribute('href', '/caseload');
  await overal(wouter.page);
  const miriam = await aanHetScherm(browser, 'Miriam');
  await expect(miriam.page.locator('[data-leeg]').getByRole('link', { name: 'Bekijk de rechten per rol' })).toBeVisible();
  await overal(miriam.page);
  for (const naam of ['Mirjam', 'Pieter', 'Linda', 'Rianne', 'Theo', 'Wendy', 'Vera'] as const) {
    const { page, context } = await aanHetScherm(browser, naam);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 2, name: 'Nu eerst' })).toBeVisible();
    await expect(page.locator('[data-eerst]').locator('[data-punt], [data-leeg]').first(), naam).toBeVisible();
    await expect(page.locator('.skelet')).toHaveCount(0);
    await toegankelijk(page);
    await context.close();
  }
});
