// A view with a name: kept at the server, chosen again at every desk, shared by its address, renamed, taken away, and nobody else's.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, logUit, pastOp320, toegankelijk, verbonden } from './steun';

const eigen = (page: Page) => page.getByRole('navigation', { name: 'Uw eigen weergaven' });
const termijn = (page: Page) => page.getByRole('combobox', { name: 'Termijn' });

async function opZaken(page: Page, vraag = '') {
  await page.goto(`/zaken${vraag}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Zaken' })).toBeVisible();
  await verbonden(page);
}

async function bewaar(page: Page, naam: string) {
  await page.getByRole('button', { name: 'Bewaar deze weergave' }).press('Enter');
  const dialoog = page.getByRole('dialog', { name: 'Bewaar deze weergave' });
  await dialoog.getByLabel('Hoe noemt u deze weergave?').fill(naam);
  await dialoog.getByRole('button', { name: 'Bewaar', exact: true }).press('Enter');
}

// shows X-1, C12, E2, E8
test('a view gets a name, is chosen again from both lists, gets another name and goes; its address opens it for a colleague', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Emma');
  await opZaken(page, '?termijn=later&op=ontvangen.af');
  await expect(eigen(page)).toHaveCount(0);
  await bewaar(page, '123 456 782 later');
  const dialoog = page.getByRole('dialog', { name: 'Bewaar deze weergave' });
  await expect(dialoog.getByText('Zet geen burgerservicenummer in de naam.')).toBeVisible();
  await expect(dialoog.getByLabel('Hoe noemt u deze weergave?')).toBeFocused();
  await toegankelijk(page);
  await dialoog.getByLabel('Hoe noemt u deze weergave?').fill('Kan wachten');
  await dialoog.getByLabel('Hoe noemt u deze weergave?').press('Enter');
  const link = eigen(page).getByRole('link', { name: 'Kan wachten' });
  await expect(link).toHaveAttribute('aria-current', 'true');
  await toegankelijk(page);
  await pastOp320(page);

  // Another view, and back by its name; in another tab too, and from the werkvoorraad.
  await page.getByRole('button', { name: 'Wis de filters' }).click();
  await expect(link).not.toHaveAttribute('aria-current', 'true');
  await link.press('Enter');
  // The order is of the view too.
  await expect(termijn(page)).toHaveValue('later');
  await expect(page.getByRole('columnheader', { name: 'Binnen sinds' })).toHaveAttribute('aria-sort', 'descending');
  const adres = page.url();
  await page.goto('/werkvoorraad');
  await toegankelijk(page);
  await pastOp320(page);
  await eigen(page).getByRole('link', { name: 'Kan wachten' }).click();
  await expect(page).toHaveURL(adres);

  await page.getByRole('button', { name: 'Geef een andere naam' }).click();
  await page.getByRole('dialog').getByLabel('Hoe noemt u deze weergave?').fill('Later');
  await page.getByRole('dialog').getByRole('button', { name: 'Bewaar', exact: true }).click();
  await expect(eigen(page).getByRole('link')).toHaveText(['Later']);

  const peter = await aanHetScherm(browser, 'Peter');
  await opZaken(peter.page, new URL(adres).search);
  await expect(termijn(peter.page)).toHaveValue('later');
  await expect(eigen(peter.page), 'the name is nobody else').toHaveCount(0);

  await page.getByRole('button', { name: 'Verwijder de weergave' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Verwijder de weergave' }).click();
  await expect(eigen(page)).toHaveCount(0);
  await expect(termijn(page), 'what one looks at stays').toHaveValue('later');
  expect(await page.evaluate(() => localStorage.getItem('keukentafel-weergaven'))).toBeNull();
});

// shows X-1
test('the address is copied, and where the browser will not, it can be selected', async ({ browser }) => {
  const { page, context } = await aanHetScherm(browser, 'Emma');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await opZaken(page, '?termijn=laat');
  await page.getByRole('button', { name: 'Kopieer het adres' }).click();
  await expect(page.getByRole('button', { name: 'Adres gekopieerd' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.evaluate(() => Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('no')) }));
  await termijn(page).selectOption('later');
  await page.getByRole('button', { name: 'Kopieer het adres' }).click();
  await expect(page.getByRole('dialog').getByLabel('Adres van deze weergave')).toHaveValue(page.url());
  await toegankelijk(page);
});

// shows X-1, N-3, I14
test('views follow to another desk, come live in another tab, and what a browser kept before is taken over once', async ({ browser }) => {
  const { page, context } = await aanHetScherm(browser, 'Sara');
  const { id } = (await (await context.request.get('/api/v1/ik')).json()) as { id: string };
  // As a browser kept it before the server did, beside that of a colleague.
  const voorheen = { [id]: [{ naam: 'Van vroeger', adres: 'termijn=later', blijft: true }], ander: [{ naam: 'Niet van mij', adres: '' }] };
  await page.evaluate((oud) => localStorage.setItem('keukentafel-weergaven', JSON.stringify(oud)), voorheen);
  await opZaken(page, '?termijn=laat');
  await expect(eigen(page).getByRole('link')).toHaveText(['Van vroeger']);
  expect(await page.evaluate(() => localStorage.getItem('keukentafel-weergaven'))).toBe(JSON.stringify({ ander: voorheen.ander }));

  const tab = await context.newPage();
  await opZaken(tab);
  await expect(eigen(tab).getByRole('link')).toHaveText(['Van vroeger']);
  await bewaar(page, 'Te laat');
  await expect(eigen(tab).getByRole('link'), 'without reload').toHaveText(['Van vroeger', 'Te laat']);

  const elders = await aanHetScherm(browser, 'Sara');
  await opZaken(elders.page, '?termijn=laat');
  await expect(eigen(elders.page).getByRole('link')).toHaveText(['Van vroeger', 'Te laat']);
  // The other desk takes one away; this one, which does not know yet, adds another and loses neither.
  await elders.page.getByRole('button', { name: 'Verwijder de weergave' }).click();
  await elders.page.getByRole('dialog').getByRole('button', { name: 'Verwijder de weergave' }).click();
  await expect(eigen(elders.page).getByRole('link')).toHaveText(['Van vroeger']);
  await termijn(tab).selectOption('week');
  await bewaar(tab, 'Deze week');
  await expect(eigen(page).getByRole('link')).toHaveText(['Van vroeger', 'Deze week']);

  await logUit(page);
  await expect(page.getByRole('button', { name: /^Log in als Sara/ })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('keukentafel-weergaven'))).not.toContain('Van vroeger');
});
