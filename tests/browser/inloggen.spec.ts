// Coming in with a real provider of identities beside the server, through its own pages: two doors, a choice of role, a fresh proof, one's own
// sessions, and out again.
import { type Browser, expect, type Page } from '@playwright/test';
import { MFA, SUBSTANTIAL } from '../proofs/lib/oidc.mjs';
import { MEDEWERKER, ServerMetAanbieders } from './aanbieders';
import { test } from './proef';
import { BIN } from './server';
import { aanHetScherm, pastOp320, toegankelijk, verbonden } from './steun';

/** A claim that says for whom somebody comes, as the NL GOV profile has it. */
const voor = (bsn: string) => ({ sub: bsn, sub_id_type: 'urn:nl-eid-gdi:1.0:id:BSN' });

const accounts = {
  medewerker: {
    fatma: { acr: MFA, claims: { name: 'Fatma Demir', groups: ['GRP-Balie', 'GRP-Telefoon'] } },
    karim: { acr: MFA, claims: { name: 'Karim Aziz', groups: ['GRP-Balie'] } },
    rob: { acr: MFA, claims: { name: 'Rob Smit', groups: ['GRP-Regie'] } },
    ellen: { acr: MFA, claims: { name: 'Ellen Post', groups: ['GRP-Koffie'] } },
  },
  inwoner: {
    maria: { acr: SUBSTANTIAL, claims: { bsn: '999990019' } },
    'huub voor maria': { acr: SUBSTANTIAL, claims: { bsn: '999990068', represents: voor('999990019') } },
    'huub voor een kind': { acr: SUBSTANTIAL, claims: { bsn: '999990068', represents: voor('999990020') } },
  },
};

let server: ServerMetAanbieders;

test.describe.configure({ mode: 'serial' });
test.skip(!BIN, 'needs KT_BIN: a server with providers of its own');
test.beforeAll(async () => {
  server = new ServerMetAanbieders(accounts);
  await server.start();
});
test.afterAll(() => server.einde());

const scherm = (browser: Browser) => server.scherm(browser);
const kom = (page: Page, deur: string, account: string) => server.kom(page, deur, account);

// shows E10, G37
test('two roles: one is chosen, and another asks for a fresh proof', async ({ browser }) => {
  const { context, page } = await scherm(browser);
  await page.goto('/plannen');
  await expect(page).toHaveURL(/\/inloggen$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inloggen');
  await expect(page.getByRole('link', { name: 'Log in met DigiD' })).toBeVisible();
  await toegankelijk(page);
  await pastOp320(page);
  await kom(page, MEDEWERKER, 'fatma');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('In welke rol werkt u nu?');
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByRole('button', { name: 'frontoffice' }).click();
  await verbonden(page);
  const kop = page.getByRole('banner');
  await expect(kop.getByText('frontoffice')).toBeVisible();
  await pastOp320(page);

  const tweede = await context.newPage();
  await tweede.goto('/sessies');
  await verbonden(tweede);
  await kop.getByRole('button', { name: /^Uw menu:/ }).click();
  await kop.getByRole('link', { name: 'Andere rol' }).click();
  await page.getByRole('button', { name: 'klantcontactmedewerker' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bevestig dat u het bent');
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByRole('link', { name: 'Log nog een keer in' }).click();
  await page.getByRole('button', { name: 'fatma', exact: true }).click();
  await expect(page).toHaveURL(/\/rol$/);
  await page.getByRole('button', { name: 'klantcontactmedewerker' }).click();
  await verbonden(page);
  await expect(kop.getByText('klantcontactmedewerker')).toBeVisible();
  // The other page was of the role before: it begins anew, by itself.
  await expect(tweede.getByRole('banner').getByText('klantcontactmedewerker')).toBeVisible();
  await context.close();
});

// shows G37, KING-R4d
test('a command that asks for a fresh proof waits while it is given in another tab, and is done with what was typed', async ({ browser }) => {
  const { context, page } = await scherm(browser);
  await page.goto('/inloggen');
  await kom(page, MEDEWERKER, 'rob');
  await verbonden(page);
  await page.getByRole('link', { name: 'Vervanging' }).click();
  const dag = new Date(Date.now() + 86_400_000).toLocaleDateString('nl-NL', { timeZone: 'Europe/Amsterdam' });
  await page.getByLabel('Vervanger').selectOption({ index: 1 });
  await page.getByLabel('Eerste dag').fill(dag);
  await page.getByLabel('Laatste dag').fill(dag);
  await page.getByLabel('Reden').fill('Verlof');
  await page.getByRole('button', { name: 'Wijs vervanger aan' }).click();
  const vraag = page.getByRole('dialog', { name: 'Bevestig dat u het bent' });
  await expect(vraag).toBeVisible();
  await toegankelijk(page);
  await pastOp320(page);
  await vraag.getByRole('button', { name: 'Ik heb ingelogd' }).click();
  await expect(vraag.getByText('U hebt nog niet opnieuw ingelogd.')).toBeVisible();
  const popup = context.waitForEvent('page');
  await vraag.getByRole('link', { name: 'Log in, in een nieuw tabblad' }).click();
  const nieuw = await popup;
  await nieuw.getByRole('button', { name: 'rob', exact: true }).click();
  await expect(nieuw.getByRole('heading', { level: 1 })).toHaveText('U hebt bevestigd dat u het bent');
  await toegankelijk(nieuw);
  await pastOp320(nieuw);
  await nieuw.close();
  // By itself: the session goes on under another secret, and the page hears that.
  await expect(vraag).toHaveCount(0);
  await expect(page.locator('[data-vervanging]')).toHaveCount(1);
  await context.close();
});

// shows E8, G36, G37
test('a session is ended from elsewhere; what was typed is still there after logging in again', async ({ browser }) => {
  const balie = await scherm(browser);
  await balie.page.goto('/inloggen');
  await kom(balie.page, MEDEWERKER, 'karim');
  await verbonden(balie.page);
  await balie.page.getByRole('link', { name: 'Nieuwe melding' }).click();
  await balie.page.getByLabel('Naam', { exact: true }).fill('Verhoef');

  const thuis = await scherm(browser);
  await thuis.page.goto('/inloggen');
  await kom(thuis.page, MEDEWERKER, 'karim');
  await verbonden(thuis.page);
  await thuis.page.getByRole('button', { name: /^Uw menu:/ }).click();
  await thuis.page.getByRole('link', { name: 'Mijn sessies' }).click();
  await expect(thuis.page.getByRole('heading', { level: 1 })).toHaveText('Waar u bent ingelogd');
  await expect(thuis.page.locator('[data-sessie]')).toHaveCount(2);
  await toegankelijk(thuis.page);
  await pastOp320(thuis.page);
  await thuis.page.getByRole('button', { name: /^Log hier uit: Computer/ }).click();
  await expect(thuis.page.locator('[data-sessie]')).toHaveCount(1);

  const dialoog = balie.page.getByRole('dialog', { name: 'U bent uitgelogd' });
  await expect(dialoog).toBeVisible();
  await toegankelijk(balie.page);
  const popup = balie.context.waitForEvent('page');
  await dialoog.getByRole('button', { name: 'Log opnieuw in' }).click();
  const nieuw = await popup;
  await nieuw.getByRole('link', { name: MEDEWERKER }).click();
  // The provider still knows who is at this device.
  await verbonden(nieuw);
  await nieuw.close();
  await balie.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(dialoog).toHaveCount(0);
  await verbonden(balie.page);
  await expect(balie.page.getByLabel('Naam', { exact: true })).toHaveValue('Verhoef');
  await balie.context.close();
  await thuis.context.close();
});

// shows C1-R1, C2-R1
test('a resident comes in with DigiD, sees where they are logged in, and leaves everywhere', async ({ browser }) => {
  const { context, page } = await scherm(browser);
  await page.goto('/portaal');
  await expect(page).toHaveURL(/\/inloggen$/);
  await kom(page, 'Log in met DigiD', 'maria');
  await expect(page).toHaveURL(/\/portaal$/);
  await page.getByRole('link', { name: 'Mijn sessies' }).click();
  await expect(page.locator('[data-sessie="deze"]')).toContainText('Dit apparaat, nu');
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByRole('button', { name: 'Log overal uit, ook hier' }).click();
  // The provider asks whether its own session is to end as well.
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(page).toHaveURL(/\/inloggen/);
  await page.goto('/portaal');
  await expect(page).toHaveURL(/\/inloggen$/);
  await context.close();
});

// shows X-11, C2-R1, N-8
test('who comes in for another reads that on every page, and the other reads that they came', async ({ browser }) => {
  const { context, page } = await scherm(browser);
  await page.goto('/inloggen');
  await kom(page, 'Log in met DigiD', 'huub voor maria');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('De zaken van Maria Verhoef');
  await expect(page.locator('[data-zaak]').first()).toBeVisible();
  for (const pad of ['', '/geld', '/signaal', '/sessies', '/inzage', '/toestemming', '/bestaat-niet']) {
    await page.goto(`/portaal${pad}`);
    await expect(page.getByRole('note')).toContainText('U doet dit namens Maria Verhoef.');
    await toegankelijk(page);
    await pastOp320(page);
  }
  await page.goto('/portaal/inzage');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Dit kan alleen Maria Verhoef zelf bekijken.',
  );
  await page.goto('/portaal');
  await expect(page.getByRole('link', { name: /Wie keek/ })).toHaveCount(0);

  const maria = await scherm(browser);
  await maria.page.goto('/inloggen');
  await kom(maria.page, 'Log in met DigiD', 'maria');
  await maria.page.goto('/portaal/inzage');
  const regel = maria.page.getByRole('listitem').filter({ hasText: 'Huub van Peeters' }).first();
  await expect(regel).toContainText('Mag voor u handelen.');
  await expect(maria.page.getByRole('note')).toHaveCount(0);
  await toegankelijk(maria.page);
  await pastOp320(maria.page);
  await maria.context.close();
  await context.close();
});

// shows X-11
test('who may not come in for somebody reads why, and what then', async ({ browser }) => {
  const { context, page } = await scherm(browser);
  await page.goto('/inloggen');
  await kom(page, 'Log in met DigiD', 'huub voor een kind');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voor een kind logt u in als uzelf');
  await toegankelijk(page);
  await pastOp320(page);
  await context.close();
});

// shows G36, E8
test('who logs out at the provider is out here too, on an open page', async ({ browser }) => {
  const { context, page } = await scherm(browser);
  await page.goto('/inloggen');
  await kom(page, MEDEWERKER, 'karim');
  await verbonden(page);
  const elders = await context.newPage();
  await elders.goto(server.uitlogpagina());
  await elders.getByRole('button', { name: 'Yes, sign me out' }).click();
  const dialoog = page.getByRole('dialog', { name: 'U bent uitgelogd' });
  await expect(dialoog).toBeVisible();
  // Whoever sits there now may be somebody else: nothing of the page can be read behind it.
  const achter = await dialoog.evaluate((dialog) => getComputedStyle(dialog, '::backdrop').backgroundColor);
  expect(achter).toMatch(/^rgb\(\d+, \d+, \d+\)$/);
  await context.close();
});

// shows E5
test('who is not let in reads why', async ({ browser }) => {
  const { context, page } = await scherm(browser);
  await page.goto('/inloggen');
  await kom(page, MEDEWERKER, 'ellen');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('U hebt nog geen rol in Keukentafel');
  await toegankelijk(page);
  await pastOp320(page);
  await page.goto('/inloggen?fout=<b>x</b>');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Het inloggen is niet gelukt');
  await context.close();
});

// shows G37
test('the demonstration has a persona with two roles and the same fresh proof', async ({ browser }) => {
  const noor = await aanHetScherm(server.browser(browser), 'Noor');
  const { page } = noor;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('In welke rol werkt u nu?');
  await page.getByRole('button', { name: 'frontoffice' }).click();
  await verbonden(page);
  await page.getByRole('button', { name: /^Uw menu:/ }).click();
  await page.getByRole('link', { name: 'Andere rol' }).click();
  await page.getByRole('button', { name: 'klantcontactmedewerker' }).click();
  await page.getByRole('button', { name: 'Ja, ik ben het' }).click();
  await page.getByRole('button', { name: 'klantcontactmedewerker' }).click();
  await verbonden(page);
  await expect(page.getByRole('banner').getByText('klantcontactmedewerker')).toBeVisible();
  await noor.context.close();
});
