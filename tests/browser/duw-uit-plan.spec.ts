// The live parts of signalen.spec.ts and plan.spec.ts with their push switched off: here the update must NOT arrive.
import { expect, type Page, test } from '@playwright/test';
import { duwSchakelaar, isTekst } from './duw';
import { aanHetScherm, stuur, verbonden } from './steun';
import { DYLAN, gezin, MARIA, metSleutel, opPlan, opRegister, planVan, rijVan } from './wijkteam';

type Duw = Awaited<ReturnType<typeof duwSchakelaar>>;

/** A switch on a page, to be put there before it loads. */
function schakelaar(...soorten: string[]) {
  const stand: { duw?: Duw } = {};
  const vooraf = async (page: Page) => {
    stand.duw = await duwSchakelaar(page, isTekst(...soorten));
  };
  return { stand, vooraf };
}

// shows KING-ZT24, KING-ZT22
test('without its push no signaal, no repeat and no item reach the register', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
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
  const linda = await aanHetScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await aanHetScherm(browser, 'Rianne');
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
  const linda = await aanHetScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await aanHetScherm(browser, 'Rianne');
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
  const linda = await aanHetScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await aanHetScherm(browser, 'Rianne');
  const { plan } = await planVan(rianne, eigen);
  const { stand, vooraf } = schakelaar('lid', 'ev', 'snap');
  const open = await opPlan(browser, 'Rianne', plan, vooraf);
  await expect(open.page.getByText('Er is geen signaal in dit plan.')).toBeVisible();
  stand.duw?.sluit();
  await metSleutel(linda.context.request, 'school', eigen, DYLAN, 'schoolverzuim');
  await expect.poll(() => stand.duw?.tegengehouden).toContain('lid');
  await expect(open.page.getByText('Er is geen signaal in dit plan.')).toBeVisible();
});
