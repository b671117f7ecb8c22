// A form that is half filled in: another page and back keeps it, and so do another browser, a session that ended and a server that died.
// Nothing of it stays on the device; and "bewaard" is said only when it is.
import { type Browser, expect, type Page } from '@playwright/test';
import { kiesWieSpreekt } from './balie.steun';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import { aanHetScherm, eigenOnderwerp, type Ingelogd, logUit, type Mens, pastOp320, stuur, toegankelijk, verbonden } from './steun';

// Karin's alone: a concept is of the person, and she is in no other test at work on two screens.
const stand = (page: Page) => page.locator('[data-conceptstand]');
const bewaard = (page: Page) => expect(stand(page)).toHaveAttribute('data-conceptstand', 'bewaard');
const aanbod = (page: Page) => page.locator('[data-conceptaanbod]');
const melding = (page: Page) => page.getByRole('link', { name: 'Nieuwe melding' });
const werkvoorraad = (page: Page) =>
  page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Werkvoorraad' });
const opHetToestel = (page: Page) =>
  page.evaluate(() => [...Object.values(localStorage), ...Object.values(sessionStorage)]);

/** Nothing is left of a test before. */
async function schoon(mens: Ingelogd) {
  for (const soort of ['melding', 'contact']) {
    const pad = `/api/v1/concepten/${soort}`;
    const { concept } = await (await mens.context.request.get(pad)).json();
    if (!concept) continue;
    const headers = { 'X-Keukentafel': '1', 'Content-Type': 'application/json', 'If-Match': `"${concept.versie}"` };
    expect((await mens.context.request.delete(pad, { headers, data: {} })).status()).toBe(204);
  }
}

async function karin(browser: Browser): Promise<Mens> {
  const mens = await aanHetScherm(browser, 'Karin');
  await schoon(mens);
  await verbonden(mens.page);
  return mens;
}

/** Grietje, of this test's own, chosen for a melding. */
async function grietje(mens: Mens): Promise<string> {
  const { page } = mens;
  const achternaam = eigenOnderwerp('Concept').replace(' ', '-');
  await stuur(mens.context.request, '/personen', { voornamen: 'Grietje', achternaam, geboortedatum: '1951-02-03' });
  await melding(page).click();
  await page.getByLabel('Naam', { exact: true }).fill(achternaam);
  await page.getByLabel('Geboortedatum', { exact: true }).fill('3-2-1951');
  return achternaam;
}

async function kies(page: Page) {
  const achternaam = await page.getByLabel('Naam', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  // By the whole name: another test's Grietje may sound alike, and has the same date of birth.
  await page.getByRole('button', { name: `Kies Grietje ${achternaam}`, exact: true }).click();
}

async function vulIn(page: Page) {
  await page.getByLabel('Soort melding').selectOption({ label: 'Wmo-melding' });
  await page.getByLabel('Onderwerp').fill('De trap lukt niet meer');
  await page.getByLabel(/Kort verslag/).fill('Zij slaapt in de voorkamer.');
  await page.getByLabel('Hoe snel moet iemand kijken?').selectOption({ value: 'spoed' });
}

async function ingevuld(page: Page, achternaam: string) {
  await expect(page.getByLabel('Soort melding')).toHaveValue('MELDING-WMO');
  await expect(page.getByLabel('Onderwerp')).toHaveValue('De trap lukt niet meer');
  await expect(page.getByLabel(/Kort verslag/)).toHaveValue('Zij slaapt in de voorkamer.');
  await expect(page.getByLabel('Hoe snel moet iemand kijken?')).toHaveValue('spoed');
  await expect(page.getByText(`Grietje ${achternaam}`)).toBeVisible();
}

// shows C2-L2, E8, C6, I14
test('what is typed is kept, is there after Back, and asks before it is lost', async ({ browser }) => {
  const mens = await karin(browser);
  const { page } = mens;
  const achternaam = await grietje(mens);
  // What was searched for is still there; it is not worth a question, and is not kept.
  await werkvoorraad(page).click();
  await page.goBack();
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue(achternaam);
  await expect(page.locator('[data-concept]')).toHaveCount(0);
  await expect(stand(page)).toHaveAttribute('data-conceptstand', 'niets');
  await kies(page);
  await vulIn(page);
  await bewaard(page);
  await expect(stand(page)).toHaveText(/^Concept bewaard om \d{1,2}\.\d{2}$/);
  await toegankelijk(page);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Wat is er aan de hand?' })).toHaveCount(0);
  await melding(page).click();
  await ingevuld(page, achternaam);
  await expect(page.getByText('Hier staat nog wat u eerder invulde.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await toegankelijk(page);
  await pastOp320(page);
  expect(await opHetToestel(page)).toEqual([]);

  // Nothing is kept while the line is away, and the page says so.
  let weg = true;
  await page.route('**/api/v1/concepten/**', (route) =>
    weg && route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await page.getByLabel('Onderwerp').fill('De trap');
  await expect(stand(page)).toHaveAttribute('data-conceptstand', 'niet');
  await expect(stand(page)).toContainText('Niet bewaard: er is geen verbinding.');
  await expect(page.locator('[data-bewaarmelding]'), 'and at the button').toContainText('Niet bewaard');
  await expect(stand(page)).not.toContainText('Concept bewaard');
  await toegankelijk(page);
  await pastOp320(page);

  // The browser asks before the tab goes; who stays has everything.
  const vraag = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialoog = await vraag;
  expect(dialoog.type()).toBe('beforeunload');
  await dialoog.dismiss();
  await expect(page.getByLabel('Onderwerp')).toHaveValue('De trap');

  // So does logging out.
  await logUit(page);
  const uit = page.getByRole('dialog', { name: 'Wilt u uitloggen?' });
  await expect(uit).toBeVisible();
  await toegankelijk(page);
  await uit.getByRole('button', { name: 'Nee, terug' }).click();

  // The line is back: it is tried by itself.
  weg = false;
  await bewaard(page);
  await page.getByRole('button', { name: 'Registreer melding' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /is geregistreerd$/ })).toBeVisible();
  const over = await (await mens.context.request.get('/api/v1/concepten/melding')).json();
  expect(over).toEqual({ concept: null });
  await werkvoorraad(page).click();
  await melding(page).click();
  await expect(page.getByRole('button', { name: 'Zoek inwoner' })).toBeVisible();
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('');
  await expect(aanbod(page)).toHaveCount(0);
});

/** The page says that what stands on it was registered, and shows the way to the zaak that the other one made. */
async function alGeregistreerd(page: Page, ander: Page) {
  await expect(stand(page)).toHaveAttribute('data-conceptstand', 'weg');
  await expect(stand(page)).toContainText('Dit is al geregistreerd');
  await expect(stand(page)).not.toContainText('ander concept');
  const nummer = (await ander.getByRole('heading', { level: 1 }).innerText()).match(/ZAAK-\d{4}-\d+/)?.[0] ?? 'no number';
  await expect(stand(page).getByRole('link')).toHaveText(`Open zaak ${nummer}`);
  await expect(stand(page).getByRole('link')).toHaveAttribute('href', /^\/zaken\/[0-9a-f-]{36}$/);
}

// shows C2-L2
test('a form that was registered in another browser says so, with the zaak, when one types on', async ({ browser }) => {
  const een = await karin(browser);
  await grietje(een);
  await kies(een.page);
  await vulIn(een.page);
  await bewaard(een.page);
  const twee = await aanHetScherm(browser, 'Karin');
  await melding(twee.page).click();
  await twee.page.getByRole('button', { name: 'Verder met dit concept' }).click();
  await expect(twee.page.getByLabel('Onderwerp')).toHaveValue('De trap lukt niet meer');
  await twee.page.getByRole('button', { name: 'Registreer melding' }).click();
  await expect(twee.page.getByRole('heading', { level: 1, name: /is geregistreerd$/ })).toBeVisible();
  await een.page.getByLabel(/Kort verslag/).fill('Zij slaapt nu boven.');
  await alGeregistreerd(een.page, twee.page);
  await toegankelijk(een.page);
  await pastOp320(een.page);
  await een.page.getByRole('button', { name: 'Begin opnieuw' }).click();
  await expect(een.page.getByRole('button', { name: 'Zoek inwoner' })).toBeVisible();
  await expect(stand(een.page)).toHaveAttribute('data-conceptstand', 'niets');
});

// shows C2-L2
test('a concept that was thrown away in another browser is not said to be another one', async ({ browser }) => {
  const mens = await karin(browser);
  await grietje(mens);
  await kies(mens.page);
  await vulIn(mens.page);
  await bewaard(mens.page);
  await schoon(mens);
  await mens.page.getByLabel(/Kort verslag/).fill('Zij slaapt nu boven.');
  await expect(stand(mens.page)).toContainText('vastgelegd of weggegooid');
  await expect(stand(mens.page).getByRole('link')).toHaveCount(0);
  await mens.page.getByRole('button', { name: 'Bewaar wat hier staat' }).click();
  await bewaard(mens.page);
});

// shows C2-L1, C2-L2
test('the same form in two tabs is recorded once, and the second reads that it was', async ({ browser }) => {
  const mens = await karin(browser);
  await grietje(mens);
  const { page } = mens;
  await kies(page);
  await vulIn(page);
  await bewaard(page);
  const tweede = await mens.context.newPage();
  await tweede.goto(page.url());
  await tweede.getByRole('button', { name: 'Verder met dit concept' }).click();
  await expect(tweede.getByLabel('Onderwerp')).toHaveValue('De trap lukt niet meer');
  await page.getByRole('button', { name: 'Registreer melding' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /is geregistreerd$/ })).toBeVisible();
  await tweede.getByRole('button', { name: 'Registreer melding' }).click();
  await expect(tweede.getByText('Dit is al vastgelegd of elders verder ingevuld').first()).toBeVisible();
  await alGeregistreerd(tweede, page);
  await expect(tweede.getByRole('heading', { level: 1, name: /is geregistreerd$/ })).toHaveCount(0);
  await toegankelijk(tweede);
  await pastOp320(tweede);
});

// shows C2-L2
test('after a session, in another browser, it is offered back to its owner', async ({ browser }) => {
  const mens = await karin(browser);
  const achternaam = await grietje(mens);
  await kies(mens.page);
  await vulIn(mens.page);
  await bewaard(mens.page);
  // The session ends, and the browser with it.
  const uit = await mens.context.request.post('/api/v1/uitloggen', { headers: { 'X-Keukentafel': '1' }, data: {} });
  expect(uit.ok()).toBe(true);
  expect((await mens.context.request.get('/api/v1/concepten/melding')).status()).toBe(401);
  await mens.context.close();

  const { page, context } = await aanHetScherm(browser, 'Karin');
  await verbonden(page);
  await melding(page).click();
  await expect(aanbod(page)).toContainText(/^Concept van \d{1,2}\.\d{2} uur, over Grietje /);
  await expect(aanbod(page)).toContainText(achternaam);
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByRole('button', { name: 'Verder met dit concept' }).click();
  await expect(page.getByRole('heading', { name: 'Wat is er aan de hand?' })).toBeVisible();
  await ingevuld(page, achternaam);
  await expect(stand(page)).toHaveText(/^Concept bewaard om /);
  expect(await opHetToestel(page)).toEqual([]);
  // A reload takes the page's memory; it is offered again, and can be thrown away.
  await page.reload();
  await expect(aanbod(page)).toBeVisible();
  // Nobody else is offered it.
  const peter = await aanHetScherm(browser, 'Peter');
  await verbonden(peter.page);
  await melding(peter.page).click();
  await expect(peter.page.getByRole('button', { name: 'Zoek inwoner' })).toBeVisible();
  await expect(aanbod(peter.page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Gooi weg' }).click();
  await expect(aanbod(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Zoek inwoner' })).toBeVisible();
  expect(await (await context.request.get('/api/v1/concepten/melding')).json()).toEqual({ concept: null });
});

// shows C2-L2
test('two browsers at once do not overwrite each other unasked', async ({ browser }) => {
  const een = await karin(browser);
  const achternaam = await grietje(een);
  await kies(een.page);
  await vulIn(een.page);
  await bewaard(een.page);
  const twee = await aanHetScherm(browser, 'Karin');
  await verbonden(twee.page);
  await melding(twee.page).click();
  await twee.page.getByRole('button', { name: 'Verder met dit concept' }).click();
  await twee.page.getByLabel('Onderwerp').fill('Het bad lukt niet meer');
  await bewaard(twee.page);
  await een.page.getByLabel(/Kort verslag/).fill('Zij slaapt nu boven.');
  await expect(stand(een.page)).toHaveAttribute('data-conceptstand', 'elders');
  await toegankelijk(een.page);
  await pastOp320(een.page);
  await een.page.getByRole('button', { name: 'Toon dat concept' }).click();
  await expect(een.page.getByLabel('Onderwerp')).toHaveValue('Het bad lukt niet meer');
  await expect(een.page.getByText(`Grietje ${achternaam}`)).toBeVisible();
  await een.page.getByLabel('Onderwerp').fill('Trap en bad');
  await bewaard(een.page);
  // The other way round: what stands here is what is to be.
  await twee.page.getByLabel('Onderwerp').fill('Alleen het bad');
  await expect(stand(twee.page)).toHaveAttribute('data-conceptstand', 'elders');
  await twee.page.getByRole('button', { name: 'Bewaar wat hier staat' }).click();
  await bewaard(twee.page);
  const { concept } = await (await twee.context.request.get('/api/v1/concepten/melding')).json();
  expect(concept.velden['melding.onderwerp']).toBe('Alleen het bad');
});

// shows C2-L2
test('the report at the desk comes back with its answers and about whom it is', async ({ browser }) => {
  const mens = await karin(browser);
  const achternaam = await grietje(mens);
  const balie = (page: Page) => page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Balie' });
  await balie(mens.page).click();
  await mens.page.getByLabel('Naam', { exact: true }).fill(achternaam);
  await mens.page.getByLabel('Geboortedatum', { exact: true }).fill('3-2-1951');
  await kies(mens.page);
  await mens.page.getByLabel('Wat is de vraag?').fill('Wie helpt mij met de trap?');
  await mens.page.getByLabel('Onderwerp').fill('De trap');
  await kiesWieSpreekt(mens.page, `Grietje ${achternaam}`);
  await bewaard(mens.page);
  await mens.context.close();

  const { page, context } = await aanHetScherm(browser, 'Karin');
  await verbonden(page);
  await balie(page).click();
  await page.getByRole('button', { name: 'Verder met dit concept' }).click();
  await expect(page.getByRole('heading', { name: `In gesprek over Grietje ${achternaam}` })).toBeVisible();
  await expect(page.getByLabel('Wat is de vraag?')).toHaveValue('Wie helpt mij met de trap?');
  await expect(page.getByLabel('Onderwerp')).toHaveValue('De trap');
  await expect(page.getByRole('checkbox', { name: new RegExp(`^Grietje ${achternaam}`) })).toBeChecked();
  await expect(page.getByLabel('Hoe weet u wie u spreekt?')).toHaveValue('controlevragen');
  await page.getByRole('button', { name: 'Leg vast', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'De melding is vastgelegd' })).toBeVisible();
  expect(await (await context.request.get('/api/v1/concepten/contact')).json()).toEqual({ concept: null });
});

// shows I14
test('beginning anew and logging out leave nothing of a half-filled melding on the screen', async ({ browser }) => {
  const { page, context } = await karin(browser);
  const halverwege = async () => {
    await page.getByLabel('Naam', { exact: true }).fill('Onbekend-Iemand');
    await page.getByLabel('Geboortedatum', { exact: true }).fill('3-2-1951');
    await page.getByRole('button', { name: 'Zoek inwoner' }).click();
    await page.getByRole('button', { name: 'Registreer een nieuwe inwoner' }).click();
    await page.getByLabel('Voornamen').fill('Grietje');
    await bewaard(page);
    await werkvoorraad(page).click();
  };
  await melding(page).click();
  await halverwege();
  await melding(page).click();
  await expect(page.getByLabel('Voornamen')).toHaveValue('Grietje');
  await page.getByRole('button', { name: 'Begin opnieuw' }).click();
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('');
  await expect(page.locator('[data-concept]')).toHaveCount(0);
  await expect.poll(async () => (await context.request.get('/api/v1/concepten/melding')).text()).toBe('{"concept":null}');

  // The server has it: logging out takes nothing away, and asks nothing.
  await halverwege();
  await logUit(page);
  await expect(page).toHaveURL(/\/demo$/);
  await page.getByRole('button', { name: /^Log in als Karin/ }).click();
  await melding(page).click();
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('');
  await expect(aanbod(page)).toContainText('Concept van');
  await page.getByRole('button', { name: 'Verder met dit concept' }).click();
  await expect(page.getByLabel('Voornamen')).toHaveValue('Grietje');
  await page.getByRole('button', { name: 'Begin opnieuw' }).click();
});

// shows C2-L2, G01
test('kill -9: what was said to be kept is there', async ({ browser }) => {
  test.skip(!BIN, 'needs KT_BIN: a server that it may kill');
  const server = new EigenServer();
  await server.start();
  const opEigenServer = server.browser(browser);
  try {
    const mens = await karin(opEigenServer);
    const achternaam = await grietje(mens);
    await kies(mens.page);
    await vulIn(mens.page);
    await bewaard(mens.page);
    await server.dood();
    await mens.page.getByLabel('Onderwerp').fill('De trap lukt echt niet meer');
    await expect(stand(mens.page)).toHaveAttribute('data-conceptstand', 'niet');
    await server.start();
    // The open page keeps by itself what was typed meanwhile; another browser has it.
    await expect(stand(mens.page)).toHaveAttribute('data-conceptstand', 'bewaard', { timeout: 40_000 });
    const elders = await aanHetScherm(opEigenServer, 'Karin');
    await verbonden(elders.page);
    await melding(elders.page).click();
    await elders.page.getByRole('button', { name: 'Verder met dit concept' }).click();
    await expect(elders.page.getByLabel('Onderwerp')).toHaveValue('De trap lukt echt niet meer');
    await expect(elders.page.getByText(`Grietje ${achternaam}`)).toBeVisible();
  } finally {
    await server.dood();
    server.ruimOp();
  }
});
