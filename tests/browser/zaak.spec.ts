// What a colleague does in a zaak that one has open: said within a second, also behind the curtain, and what cannot be done any more says why.
import { type Browser, expect } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import {
  aanHetScherm,
  eigenOnderwerp,
  medewerkerIds,
  nieuweZaak,
  nieuwVerslag,
  oorsprong,
  overDagen,
  pastOp320,
  stuur,
  toegankelijk,
  verbonden,
  zonderScherm,
} from './steun';

const SECONDE_MS = 1_000;

async function open(browser: Browser, naam: Parameters<typeof aanHetScherm>[1], zaak: string, vooraf?: Parameters<typeof aanHetScherm>[2]) {
  const mens = await aanHetScherm(browser, naam, vooraf);
  await mens.page.goto(`/zaken/${zaak}`);
  await verbonden(mens.page);
  await expect(mens.page.getByRole('heading', { level: 1 })).toBeVisible();
  return mens;
}

// shows C11, E2
test('who may only know that it runs reads who gave it to whom, and sees it where it stands', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Balk'), ['Emma']);
  const wouter = await open(browser, 'Wouter', zaak);
  const { page } = wouter;
  const begin = await oorsprong(page);
  const wendy = await zonderScherm(browser, 'Wendy');
  const api = wendy.context.request;
  const behandelaars = await medewerkerIds(api, ['Kevin']);
  await stuur(api, `/zaken/${zaak}/toewijzen`, { behandelaars });
  const balk = page.locator('[data-wijziging="ZaakToegewezen"]');
  await expect(balk).toContainText(/Wendy .*Kevin de Wit/, { timeout: SECONDE_MS });
  await expect(page.locator('[data-omroep]')).toContainText('Kevin de Wit');
  await toegankelijk(page);
  await pastOp320(page);
  await balk.getByRole('link').press('Enter');
  await expect(page.getByRole('heading', { name: 'Over deze zaak' })).toBeInViewport();
  await balk.getByRole('button').press('Enter');
  await expect(balk).toHaveCount(0);
  expect(await oorsprong(page)).toBe(begin);
});

// The twin of the test above.
test('without its push who may only know that it runs reads nothing of it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Balk'), ['Emma']);
  const { stand, vooraf } = schakelaar('ev');
  const { page } = await open(browser, 'Wouter', zaak, vooraf);
  stand.duw?.sluit();
  const wendy = await zonderScherm(browser, 'Wendy');
  const behandelaars = await medewerkerIds(wendy.context.request, ['Kevin']);
  await stuur(wendy.context.request, `/zaken/${zaak}/toewijzen`, { behandelaars });
  await expect.poll(() => stand.duw?.tegengehouden).toContain('ev');
  await expect(page.locator('[data-wijziging]')).toHaveCount(0);
});

// shows C11, E1
test('a button that a colleague made useless stays with its reason; who did it themselves has none', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Knop'), ['Emma', 'Kevin']);
  const { page } = await open(browser, 'Emma', zaak);
  const knop = page.getByRole('button', { name: 'Neem zaak in behandeling' });
  await expect(knop).not.toHaveAttribute('aria-disabled', 'true');
  const kevin = await open(browser, 'Kevin', zaak);
  await kevin.page.getByRole('button', { name: 'Neem zaak in behandeling' }).click();
  await expect(page.locator('[data-wijziging="InBehandelingGenomen"]')).toContainText('Kevin', { timeout: SECONDE_MS });
  await expect(knop).toHaveAttribute('aria-disabled', 'true');
  await expect(knop).toHaveAccessibleDescription('Deze zaak is al in behandeling.');
  await toegankelijk(page);
  // Pressed all the same it does nothing and says nothing that is not so.
  await knop.press('Enter');
  await expect(page.locator('.foutlijst')).toHaveCount(0);
  await expect(kevin.page.getByRole('button', { name: 'Neem zaak in behandeling' })).toHaveCount(0);
});

// shows C11, C15
test('each part that a colleague changed says by whom, until the bar is put away', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Deel'), ['Emma', 'Kevin']);
  const { page } = await open(browser, 'Emma', zaak);
  const kevin = await zonderScherm(browser, 'Kevin');
  const api = kevin.context.request;
  const [eigenaar] = await medewerkerIds(api, ['Kevin']);
  const merk = page.locator('[data-net-gewijzigd]');
  await expect(merk).toHaveCount(0);
  await stuur(api, `/zaken/${zaak}/taken`, { omschrijving: eigenOnderwerp('Bellen'), eigenaar, dag: overDagen(2) });
  const taken = page.getByRole('region', { name: 'Taken' });
  await expect(taken.getByText('net gewijzigd door Kevin')).toBeVisible({ timeout: SECONDE_MS });
  await expect(merk).toHaveCount(1);
  await toegankelijk(page);
  const balk = page.locator('[data-wijziging="TaakKlaargezet"]');
  await balk.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Taken' })).toBeInViewport();
  await balk.getByRole('button').click();
  await expect(merk).toHaveCount(0);
});

test('who comes back to a zaak with a report that they are in the middle of goes on with it first', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Verder'), ['Kevin']);
  const kevin = await open(browser, 'Kevin', zaak);
  const { page } = kevin;
  await stuur(page.context().request, `/zaken/${zaak}/in-behandeling`, {});
  const deel = page.locator('[data-deel="documenten"]');
  await expect(deel.getByRole('button', { name: 'Nieuw gespreksverslag' })).toHaveClass(/knop--eerst/);
  const document = await nieuwVerslag(kevin, zaak, ['Kevin']);
  await page.goto(`/zaken/${zaak}`);
  const verder = deel.getByRole('link', { name: 'Ga verder met het verslag' });
  await expect(verder).toHaveClass(/knop--eerst/);
  await expect(deel.getByRole('button', { name: 'Nieuw gespreksverslag' })).toHaveClass(/knop--tweede/);
  await toegankelijk(page);
  await pastOp320(page);
  await verder.click();
  await expect(page).toHaveURL(new RegExp(`/documenten/${document}$`));
});
