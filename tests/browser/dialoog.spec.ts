// One key does not take away what was typed in a dialog.
import { expect } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, nieuweZaak, pastOp320, toegankelijk, zonderScherm } from './steun';

// shows E8, C6
test('Escape asks before what was typed is gone, and asks nothing when nothing was', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Dialoog'), ['Emma']);
  const { page } = await aanHetScherm(browser, 'Emma');
  await page.goto(`/zaken/${zaak}`);
  const open = page.getByRole('button', { name: 'Zet een taak klaar' });
  const dialoog = page.getByRole('dialog');
  await open.click();
  await page.keyboard.press('Escape');
  await expect(dialoog).toHaveCount(0);

  await open.click();
  const veld = dialoog.getByRole('textbox').first();
  await veld.fill('Huisarts bellen over de trap');
  const vraag = page.getByText('Wat u hier typte, is nog niet bewaard.');
  // As often as one likes: a browser heeds a page that says no only once.
  for (let n = 0; n < 3; n += 1) {
    await page.keyboard.press('Escape');
    await expect(vraag).toBeVisible();
    await expect(page.getByRole('button', { name: 'Typ verder' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(vraag).toHaveCount(0);
    await expect(veld).toBeFocused();
    await expect(veld).toHaveValue('Huisarts bellen over de trap');
  }
  await page.keyboard.press('Escape');
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByRole('button', { name: 'Sluit en gooi weg' }).click();
  await expect(dialoog).toHaveCount(0);
  await expect(open).toBeFocused();
});

// shows E8, C6
test('going to another page by the browser asks as Escape does while something was typed, and goes when nothing was', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Terugtoets'), ['Emma']);
  const { page } = await aanHetScherm(browser, 'Emma');
  await page.goto(`/zaken/${zaak}`);
  const pad = page.getByRole('navigation', { name: 'Kruimelpad' });
  await pad.getByRole('link', { name: 'Werkvoorraad' }).click();
  await expect(page).toHaveURL(/\/werkvoorraad/);
  await page.goBack();
  const open = page.getByRole('button', { name: 'Zet een taak klaar' });
  await open.click();
  const dialoog = page.getByRole('dialog');
  const veld = dialoog.getByRole('textbox').first();
  await page.goForward();
  await expect(dialoog, 'nothing was typed').toHaveCount(0);
  await page.goBack();
  await open.click();
  await veld.fill('Huisarts bellen over de trap');
  await page.goForward();
  await expect(page.getByText('Wat u hier typte, is nog niet bewaard.')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(zaak));
  await page.getByRole('button', { name: 'Typ verder' }).click();
  await expect(veld).toHaveValue('Huisarts bellen over de trap');
});
