// Who was spoken to in a zaak: noted by who works on it, passed on by the desk, and seen at once by both who may read it.
import { expect } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, nieuweZaak, oorsprong, pastOp320, toegankelijk, verbonden, zonderScherm } from './steun';

// shows KING-KC1, X-51
test('Emma notes a call with one line and one key; Kevin sees it live', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Bellen'), ['Kevin', 'Emma']);
  const [emma, kevin] = [await aanHetScherm(browser, 'Emma'), await aanHetScherm(browser, 'Kevin')];
  await kevin.page.goto(`/zaken/${zaak}`);
  await verbonden(kevin.page);
  await expect(kevin.page.getByText('Er is nog geen gesprek genoteerd.')).toBeVisible();
  const begin = await oorsprong(kevin.page);

  const { page } = emma;
  await page.goto(`/zaken/${zaak}`);
  await page.getByRole('button', { name: 'Noteer een gesprek' }).focus();
  await page.keyboard.press('Enter');
  const dialoog = page.getByRole('dialog');
  await toegankelijk(page);
  await pastOp320(page);
  // Nothing said: the field says so, and all else stands as it was filled in.
  await dialoog.getByRole('button', { name: 'Leg vast' }).click();
  await expect(dialoog.getByRole('link')).toHaveCount(1);
  await dialoog.getByLabel('Waar ging het over?').fill('De trap gaat niet meer');
  await expect(dialoog.getByLabel('Met wie?')).not.toHaveValue('');
  await dialoog.getByLabel('Met wie?').press('Enter');
  await expect(dialoog).toHaveCount(0);

  const bij = kevin.page.locator('[data-klantcontact]');
  await expect(bij).toHaveCount(1);
  await expect(bij).toContainText('De trap gaat niet meer');
  await expect(bij).toContainText('Telefoon');
  await expect(bij).toContainText('Emma');
  await expect(kevin.page.locator('.tijdlijn')).toContainText('noteerde een gesprek');
  expect(await oorsprong(kevin.page), 'no reload').toBe(begin);
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);
});

// shows KING-R5e, KING-KC1
test('the desk passes a call on and reads nothing more of the zaak by it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Teruggebeld'), ['Emma']);
  const [karin, emma] = [await aanHetScherm(browser, 'Karin'), await aanHetScherm(browser, 'Emma')];
  await emma.page.goto(`/zaken/${zaak}`);
  await verbonden(emma.page);
  await karin.page.goto(`/zaken/${zaak}`);
  await karin.page.getByRole('button', { name: 'Geef een bericht door' }).click();
  const dialoog = karin.page.getByRole('dialog');
  await expect(dialoog).toContainText('Emma');
  await toegankelijk(karin.page);
  await dialoog.getByLabel('Waar ging het over?').fill('Wanneer komt er iemand?');
  await dialoog.getByLabel('Met wie?').fill('Haar dochter');
  await dialoog.getByRole('button', { name: 'Geef door' }).click();
  await expect(karin.page.getByRole('status').filter({ hasText: 'Doorgegeven' })).toBeVisible();
  await expect(karin.page.locator('main')).not.toContainText('Wanneer komt er iemand?');
  const bij = emma.page.locator('[data-klantcontact]');
  await expect(bij).toContainText('Wanneer komt er iemand?');
  await expect(bij).toContainText('via de balie: bel terug');
});
