// A plan whose regisseur is one no more waits with who leads the team, until she gives it to another: seen on every open screen.
import { type Browser, expect, type Page } from '@playwright/test';
import { MFA } from '../proofs/lib/oidc.mjs';
import { MEDEWERKER, ServerMetAanbieders } from './aanbieders';
import { schakelaar } from './duw';
import { test } from './proef';
import { BIN } from './server';
import { aanHetScherm, medewerkerIds, oorsprong, pastOp320, stuur, toegankelijk, verbonden } from './steun';
import { type Gezin, gezin, planVan } from './wijkteam';

const rob = (...groups: string[]) => ({ acr: MFA, claims: { name: 'Rob Smit', groups } });

let server: ServerMetAanbieders;

test.describe.configure({ mode: 'serial' });
test.skip(!BIN, 'needs KT_BIN: a server with providers of its own');
test.beforeAll(async () => {
  server = new ServerMetAanbieders({ medewerker: { rob: rob('GRP-Regie') }, inwoner: {} });
  await server.start();
});
test.afterAll(() => server.einde());

/** A plan that Rob leads, with Kevin's zaak in it. */
async function planVanRob(browser: Browser): Promise<{ eigen: Gezin; plan: string }> {
  await server.zegt('rob', rob('GRP-Regie'));
  const eigen = await gezin(await aanHetScherm(server.browser(browser), 'Linda'));
  const hij = await server.scherm(browser);
  await hij.page.goto('/inloggen');
  await server.kom(hij.page, MEDEWERKER, 'rob');
  await verbonden(hij.page);
  const { plan } = await planVan(hij, eigen);
  await stuur(hij.context.request, `/plannen/${plan}/zaken`, { zaak: eigen.jeugd });
  await hij.context.close();
  return { eigen, plan };
}

/** The provider knows him as no regisseur any more; the server hears it when he comes to the door. */
async function verliestRob(browser: Browser) {
  await server.zegt('rob', rob('GRP-Koffie'));
  const hij = await server.scherm(browser);
  await hij.page.goto('/inloggen');
  await server.kom(hij.page, MEDEWERKER, 'rob');
  await expect(hij.page.getByRole('heading', { level: 1 })).toHaveText('U hebt nog geen rol in Keukentafel');
  await hij.context.close();
}

async function regelt(browser: Browser, vooraf?: (page: Page) => Promise<void>) {
  const wendy = await aanHetScherm(server.browser(browser), 'Wendy', vooraf);
  await wendy.page.getByRole('link', { name: 'Te regelen' }).click();
  await expect(wendy.page.getByRole('heading', { level: 1, name: 'Te regelen' })).toBeVisible();
  await expect(wendy.page.getByText('Elk plan heeft een regisseur.')).toBeVisible();
  await verbonden(wendy.page);
  return wendy.page;
}

// shows KING-RG1, N-34
test('Rob stops as regisseur; his plan waits live with Wendy, she gives it to Ruben unread, and everybody sees whose it is', async ({ browser }) => {
  test.slow(); // five people, six looks by axe
  const op = server.browser(browser);
  const { eigen, plan } = await planVanRob(browser);
  const kevin = await aanHetScherm(op, 'Kevin');
  await kevin.page.goto(`/plannen/${plan}`);
  await expect(kevin.page.getByText('Rob Smit leidt dit plan.', { exact: false })).toBeVisible();
  const ruben = await aanHetScherm(op, 'Ruben');
  await ruben.page.goto('/plannen');
  const vanRuben = ruben.page.locator(`[data-plan="${plan}"]`);
  await verbonden(ruben.page);
  const [page, ander] = [await regelt(browser), await regelt(browser)];
  await toegankelijk(page);
  await pastOp320(page);
  const open = [kevin.page, ruben.page, page, ander];
  const begin = await Promise.all(open.map(oorsprong));

  await verliestRob(browser);
  for (const scherm of [page, ander]) {
    await expect(scherm.locator(`[data-zonder="${plan}"]`)).toContainText('Rob Smit is geen regisseur meer. Het wijkteam is nu verantwoordelijk.');
  }
  await expect(page.locator('[data-omroep]')).toContainText('Er is iets voor u te regelen');
  await expect(page.getByText('Eén plan heeft geen regisseur.')).toBeVisible();
  await expect(page.getByText(eigen.achternaam), 'of whom it is about she reads nothing').toHaveCount(0);
  const zonder = kevin.page.getByText('Dit plan heeft nu geen regisseur.', { exact: false });
  await expect(zonder, 'never nobody: the team').toContainText('is het wijkteam verantwoordelijk');
  await toegankelijk(page);
  await pastOp320(page);

  const rij = page.locator(`[data-zonder="${plan}"]`);
  await rij.getByRole('button', { name: 'Draag over' }).click();
  await expect(rij.locator('.foutlijst')).toBeFocused();
  await toegankelijk(page);
  await expect(vanRuben).toHaveCount(0);
  await rij.getByLabel('Aan wie draagt u het over?').selectOption({ label: 'Ruben Hoekstra' });
  await rij.getByRole('button', { name: 'Draag over' }).click();

  for (const scherm of [page, ander]) {
    await expect(scherm.locator('[data-zonder]')).toHaveCount(0);
    await expect(scherm.getByText('Elk plan heeft een regisseur.')).toBeVisible();
  }
  await expect(page.getByRole('heading', { name: 'Plannen zonder regisseur' }), 'whoever works by keyboard goes on here').toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Ruben Hoekstra' })).toHaveText('Het plan is nu van Ruben Hoekstra.');
  await toegankelijk(page);
  await expect(vanRuben).toBeVisible();
  await expect(kevin.page.getByText('Ruben Hoekstra leidt dit plan.', { exact: false })).toBeVisible();
  await expect(zonder).toHaveCount(0);
  expect(await Promise.all(open.map(oorsprong)), 'no reload').toEqual(begin);
  await vanRuben.getByRole('link').click();
  const draagt = ruben.page.locator('[data-regisseur]');
  await expect(draagt).toHaveCount(1);
  await expect(draagt).toContainText('verantwoordelijk');
  await toegankelijk(ruben.page);
});

// The twin: without its push nothing of it shows. If this fails, the one above proves nothing.
// shows KING-RG1
test('without its push no plan comes to wait with who leads the team, and none leaves', async ({ browser }) => {
  const { plan } = await planVanRob(browser);
  const { stand, vooraf } = schakelaar('ev', 'snap');
  const stil = await regelt(browser, vooraf);
  stand.duw?.sluit();
  await verliestRob(browser);
  await expect.poll(() => stand.duw?.tegengehouden).toContain('ev');
  await expect(stil.locator('[data-zonder]')).toHaveCount(0);

  const later = schakelaar('ev', 'snap');
  const wendy = await aanHetScherm(server.browser(browser), 'Wendy', later.vooraf);
  await wendy.page.goto('/leiding');
  const rij = wendy.page.locator(`[data-zonder="${plan}"]`);
  await expect(rij).toBeVisible();
  await verbonden(wendy.page);
  later.stand.duw?.sluit();
  const [regisseur] = await medewerkerIds(wendy.context.request, ['Ruben']);
  await stuur(wendy.context.request, `/plannen/${plan}/regisseur`, { regisseur });
  await expect.poll(() => later.stand.duw?.tegengehouden).toContain('ev');
  await expect(rij).toBeVisible();
});
