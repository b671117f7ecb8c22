// What somebody is to do over all plans: it comes in live, midnight reminds and makes it late, done it goes.
import { expect } from '@playwright/test';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import { aanHetScherm, medewerkerIds, oorsprong, pastOp320, stuur, toegankelijk, verbonden } from './steun';
import { gezin, planVan } from './wijkteam';

// shows KING-AC1, N-3
test('Kevin sees what he is to do, is reminded the day before, and reads the next days that it is late, without reload', async ({ browser }) => {
  test.skip(!BIN, 'needs KT_BIN: a server whose clock it may move');
  const server = new EigenServer();
  await server.start();
  try {
    const linda = await aanHetScherm(server.browser(browser), 'Linda');
    const eigen = await gezin(linda);
    const rianne = await aanHetScherm(server.browser(browser), 'Rianne');
    const { plan } = await planVan(rianne, eigen);
    await stuur(rianne.context.request, `/plannen/${plan}/zaken`, { zaak: eigen.jeugd });

    const kevin = await aanHetScherm(server.browser(browser), 'Kevin');
    const { page } = kevin;
    await page.getByRole('link', { name: 'Mijn acties' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Mijn acties' })).toBeVisible();
    await expect(page.getByText('U hebt nu niets te doen in een plan.')).toBeVisible();
    await verbonden(page);
    await toegankelijk(page);
    const begin = await oorsprong(page);

    const [hij] = await medewerkerIds(rianne.context.request, ['Kevin']);
    const nu = Date.parse(((await (await linda.context.request.get('/api/v1/acties')).json()) as { dag: string }).dag);
    const over = (dagen: number) => new Date(nu + dagen * 86_400_000).toISOString().slice(0, 10);
    await stuur(rianne.context.request, `/plannen/${plan}/acties`, {
      voor: { lid: eigen.dylan },
      omschrijving: 'Bel de school',
      eigenaar: { medewerker: hij },
      datum: over(3),
    });
    const rij = page.locator('[data-actie]').filter({ hasText: 'Bel de school' });
    await expect(rij).toHaveAttribute('data-stand', 'later');
    await expect(rij).toContainText(`Dylan ${eigen.achternaam}`);
    await expect(page.locator('[data-omroep]')).toContainText('Er is een actie voor u: Bel de school');
    await toegankelijk(page);
    await pastOp320(page);

    const vooruit = async (hoe: string) => {
      const headers = { 'X-Keukentafel': '1', 'Content-Type': 'application/json' };
      const antwoord = await linda.context.request.post('/demo/klok', { headers, data: { vooruit: hoe } });
      expect(antwoord.ok(), await antwoord.text()).toBe(true);
    };
    await vooruit('P2D');
    await expect(rij).toHaveAttribute('data-stand', 'herinnering');
    await expect(rij.getByText('Herinnering')).toBeVisible();
    await expect(page.locator('[data-omroep]')).toContainText('Herinnering: Bel de school');
    await toegankelijk(page);
    await vooruit('P2D');
    await expect(rij).toHaveAttribute('data-stand', 'te_laat');
    await expect(rij).toContainText('1 dag te laat');
    await expect(page.getByText('Eén is te laat.', { exact: false })).toBeVisible();
    await toegankelijk(page);
    expect(await oorsprong(page), 'no reload').toBe(begin);

    // A click: the row may be gone before anybody can see the box checked.
    await page.getByRole('checkbox', { name: 'Gedaan: Bel de school' }).click();
    await expect(rij).toHaveCount(0);
    await expect(page.getByText('U hebt nu niets te doen in een plan.')).toBeVisible();
  } finally {
    await server.dood();
    server.ruimOp();
  }
});
