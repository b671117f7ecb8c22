// The live parts of signalen.spec.ts and plan.spec.ts with their push switched off: here the update must NOT arrive.
import { expect } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import { aanHetScherm, overDagen, stuur, verbonden, zonderScherm } from './steun';
import { DYLAN, gezin, MARIA, metSleutel, opPlan, opRegister, planVan, rijVan } from './wijkteam';

// shows KING-ZT24, KING-ZT22
test('without its push no signaal, no repeat and no item reach the register', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const api = linda.context.request;
  const { stand, vooraf } = schakelaar('lid', 'ev', 'snap');
  await metSleutel(api, 'woningstichting', eigen, MARIA, 'huurachterstand');
  const kevin = await opRegister(browser, 'Kevin', vooraf);
  await expect(rijVan(kevin.page, eigen)).toContainText('één keer gemeld');
  await verbonden(kevin.page);
  stand.duw?.sluit();
  await metSleutel(api, 'school', eigen, MARIA, 'huurachterstand');
  await metSleutel(api, 'school', eigen, MARIA, 'energie_afsluiting');
  await metSleutel(api, 'school', eigen, MARIA, 'overlast');
  await expect.poll(() => stand.duw?.tegengehouden).toContain('ev');
  await expect.poll(() => stand.duw?.tegengehouden.filter((t) => t === 'lid').length).toBeGreaterThanOrEqual(3);
  await expect(rijVan(kevin.page, eigen)).toHaveCount(1);
  await expect(rijVan(kevin.page, eigen)).toContainText('één keer gemeld');
  await expect(kevin.page.locator('[data-aandacht]').filter({ hasText: eigen.achternaam })).toHaveCount(0);
});

// shows KING-PL3
test('without its push nobody hears that a zaak joined a plan', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  const { plan } = await planVan(rianne, eigen);
  const { stand, vooraf } = schakelaar('lid', 'snap');
  const kevin = await aanHetScherm(browser, 'Kevin', vooraf);
  await kevin.page.goto('/plannen');
  await expect(kevin.page.getByText(/U doet/)).toBeVisible();
  stand.duw?.sluit();
  await stuur(rianne.context.request, `/plannen/${plan}/zaken`, { zaak: eigen.jeugd });
  await expect.poll(() => stand.duw?.tegengehouden).toContain('lid');
  await expect(kevin.page.locator('[data-plan]').filter({ hasText: eigen.achternaam })).toHaveCount(0);
});

// shows KING-PL8, KING-RG3
test('without its push no goal and no chair reach the other regisseur, and no goal who has a part', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  const { plan } = await planVan(rianne, eigen);
  const api = rianne.context.request;
  const ruben = await aanHetScherm(browser, 'Ruben');
  const ik = (await (await ruben.context.request.get('/api/v1/ik')).json()) as { id: string };
  await stuur(api, `/plannen/${plan}/regisseurs`, { regisseur: ik.id });
  await stuur(api, `/plannen/${plan}/zaken`, { zaak: eigen.jeugd });
  const hers = schakelaar('ev', 'snap', 'latest');
  const open = await opPlan(browser, 'Rianne', plan, hers.vooraf);
  await expect(open.page.locator('[data-aanwezig^="Rianne"]')).toBeVisible();
  const his = schakelaar('ev', 'snap');
  const kevin = await opPlan(browser, 'Kevin', plan, his.vooraf);
  hers.stand.duw?.sluit();
  his.stand.duw?.sluit();
  await ruben.page.goto(`/plannen/${plan}`);
  await expect(ruben.page.locator('[data-aanwezig^="Ruben"]')).toBeVisible();
  await stuur(ruben.context.request, `/plannen/${plan}/doelen`, { voor: 'groep', omschrijving: 'Dit komt niet aan' });
  await expect(ruben.page.getByText('Dit komt niet aan').first()).toBeVisible();
  await expect.poll(() => hers.stand.duw?.tegengehouden).toContain('ev');
  await expect.poll(() => hers.stand.duw?.tegengehouden).toContain('latest');
  await expect.poll(() => his.stand.duw?.tegengehouden).toContain('ev');
  for (const { page } of [open, kevin]) await expect(page.getByText('Dit komt niet aan')).toHaveCount(0);
  await expect(open.page.locator('[data-aanwezig^="Ruben"]')).toHaveCount(0);
});

// shows KING-SI5
test('without its push no signaal lands in the open plan', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  const { plan } = await planVan(rianne, eigen);
  const { stand, vooraf } = schakelaar('lid', 'ev', 'snap');
  const open = await opPlan(browser, 'Rianne', plan, vooraf);
  await expect(open.page.getByText('Er is geen signaal in dit plan.')).toBeVisible();
  stand.duw?.sluit();
  await metSleutel(linda.context.request, 'school', eigen, DYLAN, 'schoolverzuim');
  await expect.poll(() => stand.duw?.tegengehouden).toContain('lid');
  await expect(open.page.getByText('Er is geen signaal in dit plan.')).toBeVisible();
});

// shows KING-SI5
test('without its push a signaal that went to a regisseur stays on the screen of who had it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  await metSleutel(linda.context.request, 'woningstichting', eigen, MARIA, 'huurachterstand');
  const { stand, vooraf } = schakelaar('eraf', 'revoked', 'ev', 'snap');
  const emma = await opRegister(browser, 'Emma', vooraf);
  await expect(rijVan(emma.page, eigen)).toHaveCount(1);
  stand.duw?.sluit();
  const rianne = await zonderScherm(browser, 'Rianne');
  await planVan(rianne, eigen);
  await expect.poll(() => stand.duw?.tegengehouden).toContain('revoked');
  await expect(rijVan(emma.page, eigen)).toHaveCount(1);
});

// shows KING-RG1, KING-AC1
test('without its push nobody hears that the plan was handed over, or that an action was done', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  const { plan } = await planVan(rianne, eigen);
  const api = rianne.context.request;
  const ruben = await zonderScherm(browser, 'Ruben');
  const [hij, zij] = await Promise.all(
    [ruben, rianne].map(async (mens) => (await (await mens.context.request.get('/api/v1/ik')).json()) as { id: string }),
  );
  await stuur(api, `/plannen/${plan}/regisseurs`, { regisseur: hij?.id });
  const actie = { voor: 'groep', omschrijving: 'Bel de school', eigenaar: { medewerker: zij?.id }, datum: overDagen(365) };
  await stuur(api, `/plannen/${plan}/acties`, actie);
  const { acties } = (await (await api.get(`/api/v1/plannen/${plan}`)).json()) as { acties: { id: string }[] };
  const { stand, vooraf } = schakelaar('ev', 'snap');
  const open = await opPlan(browser, 'Ruben', plan, vooraf);
  await expect(open.page.locator('[data-actie]')).toContainText('Bel de school');
  const draagt = open.page.locator('[data-regisseur="Rianne Dekker"]').getByText('verantwoordelijk', { exact: true });
  await expect(draagt).toBeVisible();
  stand.duw?.sluit();
  await stuur(api, `/plannen/${plan}/acties/gedaan`, { actie: acties[0]?.id });
  await stuur(api, `/plannen/${plan}/overdragen`, { regisseur: hij?.id });
  await expect.poll(() => stand.duw?.tegengehouden.filter((t) => t === 'ev').length).toBeGreaterThanOrEqual(2);
  await expect(open.page.locator('[data-actie]')).not.toContainText('gedaan op');
  await expect(draagt).toBeVisible();
});

// shows KING-SI5
test('without its push a signaal does not come back to the open register when its plan ends', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  const { plan } = await planVan(rianne, eigen);
  await metSleutel(linda.context.request, 'woningstichting', eigen, MARIA, 'huurachterstand');
  const { stand, vooraf } = schakelaar('lid', 'ev', 'snap');
  const emma = await opRegister(browser, 'Emma', vooraf);
  await verbonden(emma.page);
  await expect(rijVan(emma.page, eigen)).toHaveCount(0);
  stand.duw?.sluit();
  await stuur(rianne.context.request, `/plannen/${plan}/sluiten`, { resultaat: 'Klaar' });
  await expect.poll(() => stand.duw?.tegengehouden).toContain('lid');
  await expect(rijVan(emma.page, eigen)).toHaveCount(0);
});

// shows KING-AC1
test('without its push a new action does not reach who is to do it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  const { plan } = await planVan(rianne, eigen);
  await stuur(rianne.context.request, `/plannen/${plan}/zaken`, { zaak: eigen.jeugd });
  const { stand, vooraf } = schakelaar('lid', 'ev', 'snap');
  const kevin = await aanHetScherm(browser, 'Kevin', vooraf);
  await kevin.page.goto('/acties');
  await expect(kevin.page.getByRole('heading', { level: 1, name: 'Mijn acties' })).toBeVisible();
  await expect(kevin.page.locator('.skeletten')).toHaveCount(0);
  await verbonden(kevin.page);
  stand.duw?.sluit();
  const { id } = (await (await kevin.context.request.get('/api/v1/ik')).json()) as { id: string };
  const actie = { voor: { lid: eigen.dylan }, omschrijving: 'Bel de school', eigenaar: { medewerker: id }, datum: overDagen(365) };
  await stuur(rianne.context.request, `/plannen/${plan}/acties`, actie);
  await expect.poll(() => stand.duw?.tegengehouden).toContain('lid');
  await expect(kevin.page.locator('[data-actie]').filter({ hasText: eigen.achternaam })).toHaveCount(0);
});
