// Around a groep stands who helps and does not belong to it: seen apart, live, and in nothing that is the groep's own.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, oorsprong, pastOp320, stuur, toegankelijk, verbonden, zonderScherm } from './steun';
import { gezin, MARIA, metSleutel, opPlan, planVan } from './wijkteam';

const BUUR = { voornaam: 'Gerrit', geboren: '1961-01-01', getypt: '1-1-1961' };

async function opGroep(page: Page, groep: string) {
  await page.goto(`/groepen/${groep}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Groep van Maria en Dylan' })).toBeVisible();
  await verbonden(page);
}

// shows KING-G2
test('Rianne sets the neighbour beside the groep: he stands around it on every open screen, and is nowhere a lid', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const naam = `${BUUR.voornaam} Buur${eigen.achternaam}`;
  await stuur(linda.context.request, '/personen', {
    voornamen: BUUR.voornaam,
    achternaam: `Buur${eigen.achternaam}`,
    geboortedatum: BUUR.geboren,
  });
  const rianne = await aanHetScherm(browser, 'Rianne');
  const { groep, plan } = await planVan(rianne, eigen);
  const ander = await aanHetScherm(browser, 'Rianne');
  const { page } = rianne;
  for (const scherm of [page, ander.page]) await opGroep(scherm, groep);
  const begin = await oorsprong(ander.page);
  const leden = (scherm: Page) => scherm.getByRole('region', { name: 'Leden van de groep' }).getByRole('listitem');
  const omheen = (scherm: Page) => scherm.getByRole('region', { name: 'Om de groep heen' }).getByRole('listitem');

  await page.getByRole('button', { name: 'Zet erbij' }).click();
  const dialoog = page.getByRole('dialog');
  await dialoog.getByLabel('Naam of BSN').fill(naam);
  await dialoog.getByLabel('Geboortedatum').fill(BUUR.getypt);
  await dialoog.getByRole('button', { name: 'Zoek inwoner' }).click();
  await toegankelijk(page);
  await pastOp320(page);
  await dialoog.getByRole('button', { name: new RegExp(BUUR.voornaam) }).click();
  await dialoog.getByRole('button', { name: 'Zet erbij' }).click();
  await expect(dialoog.locator('.fouttekst'), 'as what he helps is asked').toBeVisible();
  await toegankelijk(page);
  await dialoog.getByLabel('Als wat?').fill('buurman');
  await dialoog.getByRole('button', { name: 'Zet erbij' }).click();
  await expect(dialoog).toHaveCount(0);

  for (const scherm of [page, ander.page]) {
    await expect(omheen(scherm)).toHaveText([new RegExp(`${naam} buurman`)]);
    await expect(leden(scherm)).toHaveCount(2);
    await expect(leden(scherm).filter({ hasText: naam })).toHaveCount(0);
    await expect(scherm.getByRole('heading', { level: 1 })).toHaveText('Groep van Maria en Dylan');
  }
  expect(await oorsprong(ander.page), 'no reload').toBe(begin);
  await toegankelijk(ander.page);
  await pastOp320(ander.page);

  // In the plan no goal can be for him and no action his, and a signaal about him does not land there; one about a lid does.
  const open = await opPlan(browser, 'Rianne', plan);
  await metSleutel(linda.context.request, 'woningstichting', { ...eigen, achternaam: `Buur${eigen.achternaam}` }, BUUR, 'overlast');
  await metSleutel(linda.context.request, 'woningstichting', eigen, MARIA, 'huurachterstand');
  await expect(open.page.locator('[data-signaal]')).toContainText('Achterstand met de huur');
  await expect(open.page.locator('[data-signaal]')).toHaveCount(1);
  await open.page.getByRole('button', { name: 'Nieuw doel' }).click();
  await expect(open.page.getByLabel('Voor wie?').locator('option')).toHaveCount(3);
  await expect(open.page.getByText(naam)).toHaveCount(0);

  await page.getByRole('button', { name: `Haal ${naam} weg` }).click();
  for (const scherm of [page, ander.page]) await expect(omheen(scherm)).toHaveCount(0);
  await expect(leden(ander.page)).toHaveCount(2);
});
