// The push switched off for what no other twin covers: a groep, the time line of a plan, a repeat on an open signaal, and midnight. Here the
// update must NOT arrive.
import { expect } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import { aanHetScherm, medewerkerIds, stuur, verbonden, zonderScherm } from './steun';
import { gezin, MARIA, metSleutel, opPlan, opRegister, planVan, rijVan } from './wijkteam';

// shows KING-G2
test('without its push nobody sees who came to stand around a groep', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const buur = { voornamen: 'Gerrit', achternaam: `Buur${eigen.achternaam}`, geboortedatum: '1961-01-01' };
  const { id: persoon } = await stuur<{ id: string }>(linda.context.request, '/personen', buur);
  const rianne = await zonderScherm(browser, 'Rianne');
  const { groep } = await planVan(rianne, eigen);
  const { stand, vooraf } = schakelaar('ev', 'snap');
  const { page } = await aanHetScherm(browser, 'Rianne', vooraf);
  await page.goto(`/groepen/${groep}`);
  await expect(page.getByRole('heading', { level: 1, name: /^Groep van/ })).toBeVisible();
  await verbonden(page);
  stand.duw?.sluit();
  const wie = { naam: buur.achternaam, geboortedatum: buur.geboortedatum, voor: 'groep' };
  await stuur(rianne.context.request, '/personen/zoek', wie);
  await stuur(rianne.context.request, `/groepen/${groep}/participanten`, { persoon, hoedanigheid: 'buurman' });
  await expect.poll(() => stand.duw?.tegengehouden).toContain('ev');
  await expect(page.getByText(buur.achternaam)).toHaveCount(0);
});

// shows KING-PL2
test('without its push the time line of a plan stands still', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  const { plan } = await planVan(rianne, eigen);
  const { stand, vooraf } = schakelaar('ev', 'snap', 'lid');
  const { page } = await opPlan(browser, 'Rianne', plan, vooraf);
  const lijn = page.locator('.tijdlijn');
  await expect(lijn.locator('li')).toHaveCount(1);
  await verbonden(page);
  stand.duw?.sluit();
  await stuur(rianne.context.request, `/plannen/${plan}/zaken`, { zaak: eigen.jeugd });
  await expect.poll(() => stand.duw?.tegengehouden).toContain('ev');
  await expect(lijn.locator('[data-soort="ZaakGekoppeld"]')).toHaveCount(0);
});

// shows N-9
test('without its push a look to look back at does not come to the open list', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const persoon = eigen.maria;
  const { stand, vooraf } = schakelaar('ev', 'snap');
  const pieter = await aanHetScherm(browser, 'Pieter', vooraf);
  const api = pieter.context.request;
  const { items } = (await (await api.get('/api/v1/nazicht/collegas')).json()) as { items: { id: string; naam: string }[] };
  await stuur(api, `/personen/${persoon}/medewerker`, { medewerker: items.find(({ naam }) => naam.startsWith('Abdul'))?.id });
  await pieter.page.goto('/nazicht');
  const rijen = pieter.page.locator('[data-nazicht^="Ruben"]').filter({ hasText: eigen.achternaam });
  await expect(pieter.page.locator('[data-collega^="Abdul"]')).toBeVisible();
  await verbonden(pieter.page);
  stand.duw?.sluit();
  const ruben = await zonderScherm(browser, 'Ruben');
  expect((await ruben.context.request.get(`/api/v1/personen/${persoon}`)).status()).toBe(404);
  await expect.poll(() => stand.duw?.tegengehouden).toContain('ev');
  await expect(rijen).toHaveCount(0);
  await stuur(api, `/personen/${persoon}/medewerker`, {});
});

// shows KING-ZT24
test('without its push a repeat does not come to the open signaal', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const api = linda.context.request;
  await metSleutel(api, 'woningstichting', eigen, MARIA, 'huurachterstand');
  const { stand, vooraf } = schakelaar('ev', 'snap');
  const { page } = await opRegister(browser, 'Emma', vooraf);
  await rijVan(page, eigen).getByRole('link').click();
  await expect(page.locator('[data-inzending]')).toHaveCount(1);
  await verbonden(page);
  stand.duw?.sluit();
  await metSleutel(api, 'school', eigen, MARIA, 'huurachterstand');
  await expect.poll(() => stand.duw?.tegengehouden).toContain('ev');
  await expect(page.locator('[data-inzending]')).toHaveCount(1);
});

// shows KING-AC1
test('without its push midnight reminds nobody', async ({ browser }) => {
  test.skip(!BIN, 'needs KT_BIN: a server whose clock it may move');
  const server = new EigenServer();
  await server.start();
  try {
    const linda = await aanHetScherm(server.browser(browser), 'Linda');
    const eigen = await gezin(linda);
    const rianne = await aanHetScherm(server.browser(browser), 'Rianne');
    const { plan } = await planVan(rianne, eigen);
    const api = rianne.context.request;
    await stuur(api, `/plannen/${plan}/zaken`, { zaak: eigen.jeugd });
    const [hij] = await medewerkerIds(api, ['Kevin']);
    const { dag } = (await (await api.get('/api/v1/acties')).json()) as { dag: string };
    const datum = new Date(Date.parse(dag) + 3 * 86_400_000).toISOString().slice(0, 10);
    const actie = { voor: { lid: eigen.dylan }, omschrijving: 'Bel de school', eigenaar: { medewerker: hij }, datum };
    await stuur(api, `/plannen/${plan}/acties`, actie);
    // The clock of the page comes with the same line; what it says of an action is the server's.
    const { stand, vooraf } = schakelaar('ev', 'snap', 'lid');
    const { page } = await aanHetScherm(server.browser(browser), 'Kevin', vooraf);
    await page.goto('/acties');
    const rij = page.locator('[data-actie]').filter({ hasText: 'Bel de school' });
    await expect(rij).toHaveAttribute('data-stand', 'later');
    await verbonden(page);
    stand.duw?.sluit();
    const headers = { 'X-Keukentafel': '1', 'Content-Type': 'application/json' };
    expect((await linda.context.request.post('/demo/klok', { headers, data: { vooruit: 'P2D' } })).ok()).toBe(true);
    await expect.poll(() => stand.duw?.tegengehouden.length).toBeGreaterThan(0);
    await expect(rij).toHaveAttribute('data-stand', 'later');
  } finally {
    await server.dood();
    server.ruimOp();
  }
});
