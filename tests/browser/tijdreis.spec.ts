// Looking back at a zaak: as it was, who could see it then, and what is other now.
import { expect } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, nieuweZaak, pastOp320, stuur, toegankelijk, verbonden, zonderScherm } from './steun';

// shows N-7, G37
test('peter steps through what happened and sees who could look then', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Fiets'), ['Peter'], 'AANVRAAG-BIJZONDERE-BIJSTAND');
  const peter = await aanHetScherm(browser, 'Peter');
  await stuur(peter.context.request, `/zaken/${zaak}/in-behandeling`, {});
  const { page } = peter;
  await page.goto(`/zaken/${zaak}`);
  await verbonden(page);
  await page.getByRole('link', { name: 'Kijk terug in de tijd' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tijdreis' })).toBeVisible();

  // For what one looks is asked first.
  await page.getByRole('button', { name: 'Ga naar dit moment' }).click();
  await expect(page.locator('.foutlijst')).toContainText('Kies waarvoor');
  await toegankelijk(page);
  await page.getByLabel('Waarvoor kijkt u terug?').selectOption('bezwaar');
  await page.getByRole('button', { name: 'Ga naar dit moment' }).click();
  const toen = page.locator('[data-tijdreis]');
  await expect(toen).toBeVisible();

  // To the first moment: nobody but who took it in could see what is in it.
  await page.locator('[data-stap="1"]').getByRole('button').click();
  await expect(toen).toHaveAttribute('data-tijdreis', '1');
  await expect(page.locator('[data-zicht="wat"]')).toContainText('Linda Jansen');
  await expect(page.locator('[data-zicht="schrijven"]')).toHaveCount(0);
  await expect(page.locator('[data-verschil="status"]')).toContainText('Ontvangen');
  await expect(page.locator('[data-verschil="behandelaars"]')).toContainText('Peter Smit');
  await toegankelijk(page);
  await pastOp320(page);

  // And on, a step at a time.
  await page.getByRole('button', { name: 'Volgend moment' }).click();
  await expect(toen).toHaveAttribute('data-tijdreis', '2');
  await expect(page.locator('[data-zicht="schrijven"]')).toContainText('Peter Smit');
  await page.getByRole('button', { name: 'Volgend moment' }).click();
  await expect(toen).toHaveAttribute('data-tijdreis', '3');
  await expect(page.getByText('De zaak is nu net zo')).toBeVisible();

  // Who may only know that it runs does not look back.
  const { page: wouter } = await aanHetScherm(browser, 'Wouter');
  const gezien = await wouter.request.get(`/api/v1/zaken/${zaak}/tijdreis?doel=controle`);
  expect(gezien.status()).toBe(404);
  // Who looks after privacy does, also without seeing the content now.
  const pieter = await aanHetScherm(browser, 'Pieter');
  await pieter.page.goto(`/zaken/${zaak}/tijdreis`);
  await pieter.page.getByLabel('Waarvoor kijkt u terug?').selectOption('controle');
  const ga = () => pieter.page.getByRole('button', { name: 'Ga naar dit moment' }).click();
  const vraag = pieter.page.getByRole('dialog', { name: 'Bevestig dat u het bent' });
  await ga();
  // His role opens it at no other time: he proves anew who he is, and what he chose stays when he does not.
  await toegankelijk(pieter.page);
  await vraag.getByRole('button', { name: 'Nee, terug' }).click();
  await expect(vraag).toHaveCount(0);
  await expect(pieter.page.locator('[data-tijdreis]')).toHaveCount(0);
  await expect(pieter.page.getByLabel('Waarvoor kijkt u terug?')).toHaveValue('controle');
  await ga();
  await vraag.getByRole('button', { name: 'Ja, ik ben het' }).click();
  await expect(pieter.page.locator('[data-zicht="schrijven"]')).toContainText('Peter Smit');
});
