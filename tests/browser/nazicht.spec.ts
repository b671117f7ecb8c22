// Looks that somebody else looks back at: on the page of the privacy officer by themselves, and there until they have a verdict.
import { expect } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, nieuweZaak, oorsprong, pastOp320, toegankelijk, verbonden, zonderScherm } from './steun';

// shows X-24, N-9, N-8
test('Emma looks at a colleague; Pieter has it at once, reads what she did, and judges it for good', async ({ browser }) => {
  test.slow(); // three people, six looks by axe
  const linda = await zonderScherm(browser, 'Linda');
  const onderwerp = eigenOnderwerp('Nazicht');
  const { zaak } = await nieuweZaak(linda, onderwerp, ['Emma']);
  const naam = `Grietje Proef ${onderwerp.split(' ').at(-1)}`;

  const { page } = await aanHetScherm(browser, 'Pieter');
  await page.getByRole('link', { name: 'Nazicht', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nazicht' })).toBeVisible();
  await toegankelijk(page);
  await pastOp320(page);
  await page.locator('#zoek-naam').fill(naam);
  await page.locator('#zoek-geboren').fill('03-02-1951');
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await page.getByRole('button', { name: new RegExp(naam) }).click();
  await page.getByRole('button', { name: 'Leg vast' }).click();
  await expect(page.locator('.fouttekst')).toBeVisible();
  await page.getByLabel('Collega', { exact: true }).selectOption({ label: 'Theo Brouwer, toetser' });
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByRole('button', { name: 'Leg vast' }).click();
  await expect(page.locator('[data-collega^="Theo"]')).toContainText(naam);
  await verbonden(page);
  const begin = await oorsprong(page);

  // Emma opens the zaak; nobody asks for anything on Pieter's page.
  const emma = await aanHetScherm(browser, 'Emma');
  await emma.page.goto(`/zaken/${zaak}`);
  await expect(emma.page.getByRole('heading', { level: 1 })).toBeVisible();
  const rij = page.locator('[data-nazicht^="Emma"]').filter({ hasText: naam });
  await expect(rij).toContainText('Dossier van een collega');
  expect(await oorsprong(page), 'no reload').toBe(begin);
  await expect(emma.page.getByRole('link', { name: 'Nazicht' })).toHaveCount(0);
  await page.getByLabel('Toon').selectOption({ label: 'Meekijken in nood' });
  await expect(rij).toHaveCount(0);
  await page.getByLabel('Toon').selectOption({ label: 'Alles' });
  await toegankelijk(page);
  await pastOp320(page);

  await rij.getByRole('link').click();
  await expect(page.locator('tr[data-handeling="zaak.lezen"], tr[data-handeling="topic.volgen"]').first()).toBeVisible();
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByRole('button', { name: 'Leg het oordeel vast' }).click();
  await expect(page.locator('.fouttekst').first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Uw oordeel' }).selectOption({ label: 'Er was geen goede reden om te kijken' });
  await page.getByLabel('Toelichting').fill('Emma dacht aan een andere zaak');
  await page.getByLabel('Wat gebeurt er nu?').fill('Gesprek met haar leidinggevende');
  await toegankelijk(page);
  await pastOp320(page);
  // What she did meanwhile is read first.
  await emma.context.close();
  await page.getByRole('button', { name: 'Lees de regels opnieuw' }).click();
  await page.getByRole('button', { name: 'Leg het oordeel vast' }).click();
  await expect(page.getByText('Het oordeel is vastgelegd.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Uw oordeel' })).toBeFocused();
  await expect(page.getByText('Wat er gebeurt: Gesprek met haar leidinggevende')).toBeVisible();
  await toegankelijk(page);
  await page.getByRole('link', { name: 'Terug naar nazicht' }).click();
  await expect(page.locator('section', { has: page.locator('#open') }).locator('[data-nazicht^="Emma"]').filter({ hasText: naam })).toHaveCount(0);
  await expect(page.locator('section', { has: page.locator('#gedaan') }).locator('[data-nazicht^="Emma"]').filter({ hasText: naam })).toHaveCount(1);

  await page.locator('[data-collega^="Theo"]').getByRole('button').click();
  await expect(page.locator('[data-collega^="Theo"]')).toHaveCount(0);
});
