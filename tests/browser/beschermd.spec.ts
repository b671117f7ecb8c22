// A protected dossier: who is not named loses it on the open screen, and who looks after it hears of each look.
import { expect } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, bevestig, eigenOnderwerp, nieuweZaak, oorsprong, pastOp320, stuur, toegankelijk, verbonden, zonderScherm } from './steun';

// shows X-24, G37
test('Pieter protects a dossier; Emma loses it at once, Kevin goes on, and each try stands on his page', async ({ browser }) => {
  test.slow(); // three people, six looks by axe
  const linda = await zonderScherm(browser, 'Linda');
  const onderwerp = eigenOnderwerp('Beschermd');
  const { zaak } = await nieuweZaak(linda, onderwerp, ['Kevin', 'Emma']);
  const naam = `Grietje Proef ${onderwerp.split(' ').at(-1)}`;
  const kevin = await aanHetScherm(browser, 'Kevin');
  const emma = await aanHetScherm(browser, 'Emma');
  const rij = emma.page.locator(`[data-zaak="${zaak}"]`);
  await expect(rij).toBeVisible();
  await verbonden(emma.page);
  const begin = await oorsprong(emma.page);

  const { page } = await aanHetScherm(browser, 'Pieter');
  await page.getByRole('link', { name: 'Beschermde dossiers' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Bescherm een dossier' })).toBeVisible();
  await toegankelijk(page);
  await pastOp320(page);
  await page.locator('#zoek-naam').fill(naam);
  await page.locator('#zoek-geboren').fill('03-02-1951');
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await page.getByRole('button', { name: new RegExp(naam) }).click();
  await page.getByRole('button', { name: 'Bescherm dit dossier' }).click();
  await expect(page.getByText('Kies minstens één medewerker.')).toBeVisible();
  await page.getByRole('checkbox', { name: /^Kevin de Wit/ }).check();
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByRole('button', { name: 'Bescherm dit dossier' }).click();
  await bevestig(page);
  const regel = page.locator(`[data-beschermd="${naam}"]`);
  await expect(regel).toContainText('Eraan werken mogen: Kevin de Wit.');

  await expect(rij).toHaveCount(0);
  expect(await oorsprong(emma.page), 'no reload').toBe(begin);
  await expect(kevin.page.locator(`[data-zaak="${zaak}"]`)).toBeVisible();

  // Who tries by its address is refused, and Pieter reads it without asking.
  await page.getByRole('link', { name: 'Rechten', exact: true }).click();
  await expect(page.locator('[data-alarm]')).toHaveCount(0);
  await emma.page.goto(`/zaken/${zaak}`);
  await expect(emma.page.getByRole('heading', { level: 1, name: /^Grietje/ })).toHaveCount(0);
  await expect(page.locator('[data-alarm]')).toContainText('Iemand opende een beschermd dossier');
  await toegankelijk(page);
  await page.locator('[data-alarm]').getByRole('link').click();
  await expect(page.locator('[data-opening^="Emma"][data-uitkomst="geweigerd"]').first()).toContainText('zaak bekeken');
  await expect(page.locator('[data-alarm]')).toHaveCount(0);
  await toegankelijk(page);
  await pastOp320(page);

  // The desk still takes in what somebody comes for, and sees nothing after.
  const { persoon } = (await (await kevin.context.request.get(`/api/v1/zaken/${zaak}`)).json()) as { persoon: string };
  const nieuw = await stuur<{ id: string }>(linda.context.request, '/meldingen', {
    persoon,
    zaaktype: 'MELDING-WMO',
    onderwerp,
    kanaal: 'balie',
    urgentie: 'gewoon',
  });
  expect((await linda.context.request.get(`/api/v1/zaken/${nieuw.id}`)).status()).toBe(404);
  await expect(regel).toContainText('Aan één zaak werkt niemand die u hebt gekozen.');

  await regel.getByRole('button', { name: /^Hef op/ }).click();
  await toegankelijk(page);
  await page.getByRole('button', { name: 'Ja, hef op' }).click();
  await expect(regel).toHaveCount(0);
  await emma.page.goto('/werkvoorraad');
  await expect(rij).toBeVisible();
});
