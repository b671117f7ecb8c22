// Taking in a melding: what runs already is there before it is written down twice, and what came of it is where one looks.
import { expect, type Page } from '@playwright/test';
import { gezin } from './balie.steun';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, pastOp320, stuur, toegankelijk, zonderScherm } from './steun';

async function zoekOp(page: Page, naam: string, geboren: string) {
  await page.getByLabel('Naam', { exact: true }).fill(naam);
  await page.getByLabel('Geboortedatum', { exact: true }).fill(geboren);
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
}

// shows C2-L3, C2-L1
test('who writes down a melding sees what runs already, and is told when it is the same', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { oma, kind } = await gezin(linda);
  const melding = (persoon: string, zaaktype: string) =>
    stuur<{ zaaknummer: string }>(linda.context.request, '/meldingen', {
      persoon,
      zaaktype,
      onderwerp: eigenOnderwerp('Loopt al'),
      kanaal: 'balie',
      urgentie: 'gewoon',
    });
  const { zaaknummer } = await melding(oma.id, 'MELDING-WMO');
  await melding(kind.id, 'AANVRAAG-JEUGDHULP');
  const { page } = linda;
  await page.goto('/melding');
  // As people type a day: eight digits, or a year of two where it can mean but one.
  await zoekOp(page, oma.naam, '3-2-51');
  await page.getByRole('button', { name: `Kies ${oma.naam}` }).click();
  await expect(page.getByRole('heading', { name: 'Wat is er aan de hand?' })).toBeFocused();
  const thuis = page.getByRole('region', { name: 'Wat loopt er al?' });
  await expect(thuis.getByRole('row').filter({ hasText: oma.naam })).toContainText('Wmo');
  await expect(thuis.getByRole('row').filter({ hasText: kind.naam }), 'also for who lives there').toHaveCount(1);
  const alLopend = page.locator('[data-loopt-al]');
  await page.getByLabel('Soort melding').selectOption('AANVRAAG-BIJZONDERE-BIJSTAND');
  await expect(alLopend).toHaveCount(0);
  await page.getByLabel('Soort melding').selectOption('AANVRAAG-JEUGDHULP');
  await expect(alLopend, 'that is of the child').toHaveCount(0);
  await page.getByLabel('Soort melding').selectOption('MELDING-WMO');
  await expect(alLopend.getByRole('link')).toHaveText(zaaknummer);
  await toegankelijk(page);
  await pastOp320(page);
});

// shows C2-L1, C2-L4, E1
test('a name typed in haste gets its capitals before it is sent; what came of it has the focus, and the menu begins anew', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Linda');
  await page.goto('/melding');
  const achternaam = eigenOnderwerp('terpstra').replace(' ', '');
  await zoekOp(page, achternaam, '03021951');
  await page.getByRole('button', { name: 'Registreer een nieuwe inwoner' }).click();
  const beter = `T${achternaam.slice(1)}`;
  await expect(page.getByLabel('Achternaam')).toHaveValue(beter);
  await expect(page.getByLabel('Geboortedatum')).toHaveValue('03-02-1951');
  await page.getByLabel('Voornamen').fill('grietje');
  await page.getByLabel('Voornamen').blur();
  await expect(page.getByLabel('Voornamen')).toHaveValue('Grietje');
  await page.getByRole('button', { name: 'Registreer inwoner' }).click();
  await page.getByLabel('Soort melding').selectOption('MELDING-WMO');
  await page.getByLabel('Onderwerp').fill(eigenOnderwerp('De trap lukt niet'));
  await page.getByRole('button', { name: 'Registreer melding' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Melding ZAAK-.* is geregistreerd$/ })).toBeFocused();
  await expect(page.getByText(`De melding over Grietje ${beter} staat in de werkvoorraad`, { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Laat bij het team' }).click();
  await expect(page.getByText('De zaak blijft bij het team.', { exact: false })).toBeFocused();
  await toegankelijk(page);
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Nieuwe melding' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nieuwe melding' })).toBeFocused();
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('');
});

// shows C2-L3, C2-N5
test('who does not work for somebody is told so at the desk, and can write down what they came for', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { oma } = await gezin(linda);
  const { page } = await aanHetScherm(browser, 'Rianne');
  await page.goto('/balie');
  await zoekOp(page, oma.naam, '3-2-1951');
  await page.getByRole('button', { name: `Kies ${oma.naam}` }).click();
  await expect(page.locator('[data-thuis="dicht"]')).toContainText('U werkt niet voor deze inwoner.');
  await expect(page.getByRole('heading', { name: 'Kort verslag' })).toBeVisible();
  await toegankelijk(page);
  await pastOp320(page);
});
