// A melding that is half filled in: another page and back keeps it, closing the tab asks, and nothing of it stays on the device.
import { expect } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, pastOp320, stuur, toegankelijk, verbonden } from './steun';

// shows E8, C6, I14
test('a half-filled melding is there after Back, and asks before it is lost', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { page } = linda;
  await verbonden(page);
  const achternaam = eigenOnderwerp('Concept').replace(' ', '-');
  const wie = { voornamen: 'Grietje', achternaam, geboortedatum: '1951-02-03' };
  await stuur(linda.context.request, '/personen', wie);
  const melding = page.getByRole('link', { name: 'Nieuwe melding' });
  const werkvoorraad = page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Werkvoorraad' });

  // What was searched for is still there; it is not worth a question.
  await melding.click();
  await page.getByLabel('Naam', { exact: true }).fill(achternaam);
  await page.getByLabel('Geboortedatum', { exact: true }).fill('3-2-1951');
  await werkvoorraad.click();
  await page.goBack();
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue(achternaam);
  await expect(page.locator('[data-concept]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await page.getByRole('button', { name: /^Kies Grietje/ }).click();

  await page.getByLabel('Soort melding').selectOption({ label: 'Wmo-melding' });
  await page.getByLabel('Onderwerp').fill('De trap lukt niet meer');
  await page.getByLabel(/Kort verslag/).fill('Zij slaapt in de voorkamer.');
  await page.getByLabel('Hoe snel moet iemand kijken?').selectOption({ value: 'spoed' });
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Wat is er aan de hand?' })).toHaveCount(0);
  await melding.click();
  const er = async () => {
    await expect(page.getByLabel('Soort melding')).toHaveValue('MELDING-WMO');
    await expect(page.getByLabel('Onderwerp')).toHaveValue('De trap lukt niet meer');
    await expect(page.getByLabel(/Kort verslag/)).toHaveValue('Zij slaapt in de voorkamer.');
    await expect(page.getByLabel('Hoe snel moet iemand kijken?')).toHaveValue('spoed');
    await expect(page.getByText(`Grietje ${achternaam}`)).toBeVisible();
  };
  await er();
  await expect(page.getByText('Hier staat nog wat u eerder invulde.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await toegankelijk(page);
  await pastOp320(page);
  expect(await page.evaluate(() => [...Object.values(localStorage), ...Object.values(sessionStorage)])).toEqual([]);

  // The browser asks before the tab goes; who stays has everything.
  const vraag = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialoog = await vraag;
  expect(dialoog.type()).toBe('beforeunload');
  await dialoog.dismiss();
  await er();

  // So does logging out.
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  const uit = page.getByRole('dialog', { name: 'Wilt u uitloggen?' });
  await expect(uit).toBeVisible();
  await toegankelijk(page);
  await uit.getByRole('button', { name: 'Nee, terug' }).click();
  await er();

  await page.getByRole('button', { name: 'Registreer melding' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /is geregistreerd$/ })).toBeVisible();
  await werkvoorraad.click();
  await melding.click();
  await expect(page.getByRole('button', { name: 'Zoek inwoner' })).toBeVisible();
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('');
});

// shows I14
test('beginning anew and logging out leave nothing of a half-filled melding', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { page } = linda;
  await verbonden(page);
  const melding = page.getByRole('link', { name: 'Nieuwe melding' });
  const halverwege = async () => {
    await page.getByLabel('Naam', { exact: true }).fill('Onbekend-Iemand');
    await page.getByLabel('Geboortedatum', { exact: true }).fill('3-2-1951');
    await page.getByRole('button', { name: 'Zoek inwoner' }).click();
    await page.getByRole('button', { name: 'Registreer een nieuwe inwoner' }).click();
    await page.getByLabel('Voornamen').fill('Grietje');
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Werkvoorraad' }).click();
  };
  await melding.click();
  await halverwege();
  await melding.click();
  await expect(page.getByLabel('Voornamen')).toHaveValue('Grietje');
  await page.getByRole('button', { name: 'Begin opnieuw' }).click();
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('');
  await expect(page.locator('[data-concept]')).toHaveCount(0);

  await halverwege();
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await page.getByRole('button', { name: 'Ja, log uit' }).click();
  await expect(page).toHaveURL(/\/demo$/);
  await page.getByRole('button', { name: /^Log in als Linda/ }).click();
  await melding.click();
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('');
});
