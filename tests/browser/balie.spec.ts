// Linda's desk: by keyboard alone, two meldingen in one contact, with one report that is read on both zaken.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { gezin, kiesWieSpreekt, MINUUT_MS, MINUUT_S, meetToetsen, tabNaar, typWieSpreekt } from './balie.steun';
import { duwSchakelaar, isTekst } from './duw';
import { test } from './proef';
import {
  aanHetScherm,
  type Ingelogd,
  medewerkerIds,
  type Mens,
  oorsprong,
  pastOp320,
  stuur,
  toegankelijk,
  verbonden,
  zoektOp,
  zonderScherm,
} from './steun';

async function brp(pad: string, data: unknown) {
  const url = process.env.KT_BRP ?? readFileSync(join(process.env.KT_DATA ?? '', 'sim-brp.url'), 'utf8').trim();
  const headers = { 'Content-Type': 'application/json' };
  const antwoord = await fetch(`${url}${pad}`, { method: 'POST', headers, body: JSON.stringify(data) });
  expect(antwoord.ok, `${pad}: ${antwoord.status}`).toBe(true);
}

// shows C2-N4, C2-N5, C2-L1, C2-L2, C2-L3, C2-L4, C2-N3
test('Linda takes in two meldingen in one contact by keyboard, within a minute, and both arrive', async ({ browser }) => {
  const [linda, kevin, emma, peter] = await Promise.all(
    (['Linda', 'Kevin', 'Emma', 'Peter'] as const).map((naam) => aanHetScherm(browser, naam)),
  );
  if (!linda || !kevin || !emma || !peter) throw new Error('four people');
  const { oma, kind } = await gezin(linda);
  // What runs already: taken in by Peter, so for Linda only that it runs.
  await zoektOp(linda.context.request, peter.context.request, oma.id);
  const bijstand = await stuur<{ id: string }>(peter.context.request, '/meldingen', {
    persoon: oma.id,
    zaaktype: 'AANVRAAG-BIJZONDERE-BIJSTAND',
    onderwerp: 'Wasmachine van 412 euro',
    kanaal: 'post',
  });
  const verdeler = await browser.newContext();
  await verdeler.request.post('/demo/login', {
    headers: { 'Content-Type': 'application/json' },
    data: { persona: 'werkverdeler' },
  });
  await stuur(verdeler.request, `/zaken/${bijstand.id}/toewijzen`, {
    behandelaars: await medewerkerIds(verdeler.request, ['Peter']),
  });
  await verbonden(kevin.page);
  await verbonden(emma.page);
  const begin = [await oorsprong(kevin.page), await oorsprong(emma.page)];

  const { page } = linda;
  await tabNaar(page, page.getByRole('link', { name: 'Balie' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Balie' })).toBeFocused();
  await toegankelijk(page);
  const start = Date.now();
  const mens = await meetToetsen(page);
  await tabNaar(page, page.getByLabel('Naam', { exact: true }));
  // As people are called: what makes the name this test's own is not typed at a desk.
  await page.keyboard.type(oma.naam.split('-')[0] ?? '');
  await tabNaar(page, page.getByLabel('Geboortedatum', { exact: true }));
  await page.keyboard.type('3-2-1951');
  await page.keyboard.press('Enter');
  const kies = page.getByRole('button', { name: `Kies ${oma.naam}` });
  await expect(kies).toBeVisible();
  await tabNaar(page, kies);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `In gesprek over ${oma.naam}` })).toBeFocused();

  // What runs in the huishouden: that it runs and with whom, no subject and no amount.
  const rij = page.locator(`[data-zaak="${bijstand.id}"]`);
  await expect(rij).toContainText('Bijzondere bijstand');
  await expect(rij).toContainText('Peter');
  await expect(rij).toContainText('afgeschermd');
  await expect(page.getByText('412 euro')).toHaveCount(0);

  await tabNaar(page, page.getByRole('checkbox', { name: kind.naam }));
  await page.keyboard.press('Space');
  const vak = (id: string) => page.locator(`[data-melding="${id}"]`);
  await expect(vak(oma.id).getByLabel('Soort melding')).toHaveValue('MELDING-WMO');
  await expect(vak(kind.id).getByLabel('Soort melding')).toHaveValue('AANVRAAG-JEUGDHULP');
  await tabNaar(page, vak(oma.id).getByLabel('Onderwerp'));
  await page.keyboard.type('Huishouden te zwaar');
  await tabNaar(page, vak(kind.id).getByLabel('Hoe snel moet iemand kijken?'));
  await page.keyboard.type('Spoed');
  await tabNaar(page, vak(kind.id).getByLabel('Onderwerp'));
  await page.keyboard.type('Sil gaat niet naar school');
  // Who works in the field of law comes first; of the others it is said where they work.
  const collegas = (await vak(kind.id).getByLabel('Naar wie gaat de melding?').locator('option').allTextContents()).slice(1);
  const jeugd0 = collegas.map((regel) => regel.endsWith('team Jeugd'));
  expect(jeugd0[0], collegas.join(' / ')).toBe(true);
  expect(jeugd0.lastIndexOf(true)).toBeLessThan(jeugd0.indexOf(false));
  expect(collegas.find((regel) => regel.startsWith('Emma'))).toContain('team Wmo');
  await tabNaar(page, vak(kind.id).getByLabel('Naar wie gaat de melding?'));
  await page.keyboard.type('Kevin');
  await tabNaar(page, page.getByLabel('Wat is de vraag?'));
  await page.keyboard.type('Oma kan het niet meer alleen.');
  await typWieSpreekt(page, oma.naam);
  await tabNaar(page, page.getByRole('button', { name: 'Leg 2 meldingen vast' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Twee meldingen zijn vastgelegd' })).toBeFocused();
  const duur = Date.now() - start;
  expect(duur, 'from the first key to the numbers').toBeLessThan(MINUUT_MS);
  expect(await mens(), 'and for somebody who types as people do').toBeLessThan(MINUUT_S);
  await toegankelijk(page);
  await pastOp320(page);
  const nummers = page.locator('[data-vastgelegd] .kenmerk');
  await expect(nummers).toHaveCount(2);
  const [wmo, jeugd] = await nummers.allTextContents();
  await expect(page.locator('[data-naar]')).toHaveText([/^In de werkvoorraad van Wmo\./, /^Naar Kevin/]);

  // Kevin has it as his own, Emma sees that it waits in her team; nobody reloaded.
  await expect(kevin.page.locator('[data-zaak]').filter({ hasText: String(jeugd) })).toContainText(kind.naam);
  await expect(emma.page.locator('[data-zaak]').filter({ hasText: String(wmo) })).toBeVisible();
  expect([await oorsprong(kevin.page), await oorsprong(emma.page)]).toEqual(begin);

  // One report, on both zaken; what Linda adds comes by itself.
  const zaakVan = async (nummer: string | undefined) =>
    (await page.getByRole('link', { name: nummer }).getAttribute('href'))?.split('/').at(-1) ?? '';
  const [wmoZaak, jeugdZaak] = [await zaakVan(wmo), await zaakVan(jeugd)];
  await stuur(linda.context.request, `/zaken/${wmoZaak}/toewijzen`, {
    behandelaars: await medewerkerIds(linda.context.request, ['Emma']),
  });
  await kevin.page.goto(`/zaken/${jeugdZaak}`);
  await emma.page.goto(`/zaken/${wmoZaak}`);
  for (const mens of [kevin, emma]) {
    await expect(mens.page.locator('[data-contact]')).toContainText('Oma kan het niet meer alleen.');
    await verbonden(mens.page);
  }
  await toegankelijk(kevin.page);
  await page.goto(`/zaken/${wmoZaak}`);
  // It is Emma's now: no longer the desk's to give to anybody.
  await expect(page.getByRole('button', { name: 'Vul het verslag aan' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Wijzig behandelaars' })).toHaveCount(0);
  await expect(emma.page.getByRole('button', { name: 'Wijzig behandelaars' })).toBeVisible();
  const terug = await linda.context.request.post(`/api/v1/zaken/${wmoZaak}/toewijzen`, {
    headers: { 'X-Keukentafel': '1', 'Content-Type': 'application/json' },
    data: { behandelaars: await medewerkerIds(linda.context.request, ['Kevin']) },
  });
  expect([terug.status(), ((await terug.json()) as { namen: string[] }).namen[0]?.split(' ')[0]]).toEqual([403, 'Emma']);
  await page.getByRole('button', { name: 'Vul het verslag aan' }).click();
  await page.getByLabel('Wat wilt u toevoegen?').fill('Zij belde nog terug.');
  await page.getByRole('button', { name: 'Voeg toe aan het verslag' }).click();
  for (const mens of [linda, kevin, emma]) {
    await expect(mens.page.locator('[data-contact]')).toContainText('Zij belde nog terug.');
  }
  await expect(kevin.page.getByRole('button', { name: 'Vul het verslag aan' })).toHaveCount(0);
});

// shows C2-N5, C2-L2
test('without its push what Linda adds to a report does not come', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { kind } = await gezin(linda);
  const kevins = await medewerkerIds(linda.context.request, ['Kevin']);
  const contact = await stuur<{ id: string; meldingen: { zaak: string }[] }>(linda.context.request, '/contacten', {
    kanaal: 'balie',
    spreker: { soort: 'anoniem' },
    controle: 'geen',
    verslag: [{ vraag: 'hulpvraag', tekst: 'Stil verslag.' }],
    meldingen: [{ persoon: kind.id, zaaktype: 'AANVRAAG-JEUGDHULP', onderwerp: 'Stil', behandelaars: kevins }],
  });
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const kevin = await aanHetScherm(browser, 'Kevin', async (page) => {
    duw = await duwSchakelaar(page, isTekst('ev'));
  });
  await kevin.page.goto(`/zaken/${contact.meldingen[0]?.zaak}`);
  await expect(kevin.page.locator('[data-contact]')).toContainText('Stil verslag.');
  duw?.sluit();
  await stuur(linda.context.request, `/contacten/${contact.id}/aanvullingen`, { tekst: 'Dit komt niet aan.' });
  await expect.poll(() => duw?.tegengehouden).toContain('ev');
  await expect(kevin.page.getByText('Dit komt niet aan.')).toHaveCount(0);
});

/** Linda in talk with the grandmother: what runs in her huishouden stands before her. */
async function inGesprek(linda: Mens, oma: { naam: string }): Promise<Page> {
  const { page } = linda;
  await page.getByRole('link', { name: 'Balie' }).click();
  await page.getByLabel('Naam', { exact: true }).fill(oma.naam);
  await page.getByLabel('Geboortedatum', { exact: true }).fill('3-2-1951');
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await page.getByRole('button', { name: `Kies ${oma.naam}` }).click();
  await expect(page.getByText('Er loopt niets waarvan u mag weten.')).toBeVisible();
  return page;
}

const bijstandVan = (peter: Ingelogd, persoon: string) =>
  stuur<{ id: string }>(peter.context.request, '/meldingen', {
    persoon,
    zaaktype: 'AANVRAAG-BIJZONDERE-BIJSTAND',
    onderwerp: 'Fornuis van 412 euro',
    kanaal: 'post',
  });

// shows C2-N3, C2-K2
test('what a colleague takes in shows on the open desk, as dat; what is hidden does not', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const peter = await zonderScherm(browser, 'Peter');
  const { oma } = await gezin(linda);
  const page = await inGesprek(linda, oma);
  await verbonden(page);
  const begin = await oorsprong(page);
  await page.getByLabel('Wat is de vraag?').fill('Half verhaal');
  await zoektOp(linda.context.request, peter.context.request, oma.id);
  await stuur(peter.context.request, '/meldingen', {
    persoon: oma.id,
    zaaktype: 'ONDERZOEK-RECHTMATIGHEID',
    onderwerp: 'Tip',
    kanaal: 'post',
  });
  const { id } = await bijstandVan(peter, oma.id);
  await expect(page.locator(`[data-zaak="${id}"]`)).toContainText('afgeschermd');
  await expect(page.locator('[data-zaak]')).toHaveCount(1);
  await expect(page.getByText('412 euro')).toHaveCount(0);
  await expect(page.getByLabel('Wat is de vraag?'), 'what she typed stays').toHaveValue('Half verhaal');
  expect(await oorsprong(page)).toBe(begin);
  await toegankelijk(page);
});

// shows C2-N3
test('without its push nothing new shows on the open desk', async ({ browser }) => {
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const linda = await aanHetScherm(browser, 'Linda', async (page) => {
    duw = await duwSchakelaar(page, isTekst('lid', 'ev', 'snap'));
  });
  const peter = await zonderScherm(browser, 'Peter');
  const { oma } = await gezin(linda);
  const page = await inGesprek(linda, oma);
  await zoektOp(linda.context.request, peter.context.request, oma.id);
  duw?.sluit();
  const { id } = await bijstandVan(peter, oma.id);
  await expect.poll(() => duw?.tegengehouden).toContain('lid');
  await expect(page.locator(`[data-zaak="${id}"]`)).toHaveCount(0);
  await expect(page.getByText('Er loopt niets waarvan u mag weten.')).toBeVisible();
});

// shows C2-L2
test('what was typed at the desk is there after looking elsewhere, and its errors lead to their fields', async ({ browser }) => {
  const { page, ...rest } = await aanHetScherm(browser, 'Linda');
  const { oma } = await gezin(rest);
  await page.getByRole('link', { name: 'Balie' }).click();
  await page.getByLabel('Naam', { exact: true }).fill(oma.naam);
  await page.getByLabel('Geboortedatum', { exact: true }).fill('3-2-1951');
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await page.getByRole('button', { name: `Kies ${oma.naam}` }).click();
  await page.getByRole('button', { name: 'Leg vast' }).click();
  await expect(page.locator('.foutlijst')).toBeFocused();
  // Nothing is filled in that the report would state as a fact.
  await expect(page.locator('.foutlijst li')).toHaveText([
    /^Vul het onderwerp voor /,
    'Schrijf bij minstens één vraag een kort antwoord.',
    'Kies met wie u spreekt.',
    'Kies hoe u weet wie u spreekt.',
    'Kies hoe de melding binnenkwam.',
  ]);
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByRole('link', { name: /Schrijf bij minstens één vraag/ }).click();
  await expect(page.getByLabel('Wat is de vraag?')).toBeFocused();
  await page.getByLabel('Wat is de vraag?').fill('Half verhaal');
  await page.getByLabel('Met wie spreekt u?').selectOption({ label: 'Iemand anders' });
  await page.getByLabel('Naam van wie u spreekt').fill('Ada');
  await page.getByRole('link', { name: 'Werkvoorraad', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Balie' }).click();
  await expect(page.locator('[data-concept]')).toBeVisible();
  await expect(page.getByLabel('Wat is de vraag?')).toHaveValue('Half verhaal');
  await expect(page.getByLabel('Naam van wie u spreekt')).toHaveValue('Ada');
  let gevraagd = false;
  page.on('dialog', (dialog) => {
    gevraagd = dialog.type() === 'beforeunload';
    void dialog.dismiss();
  });
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => gevraagd, { message: 'leaving asks first' }).toBe(true);
});

test.describe('the BRP', () => {
  test.describe.configure({ mode: 'serial' });
  test.afterEach(() => brp('/_storing', {}));

  // shows C2-L3
  test('somebody who is only in the BRP is marked and taken over when chosen', async ({ browser }) => {
    const { page } = await aanHetScherm(browser, 'Linda');
    await page.getByRole('link', { name: 'Balie' }).click();
    await page.getByLabel('Naam', { exact: true }).fill('Anneke Meier');
    await page.getByLabel('Geboortedatum', { exact: true }).fill('21-1-1979');
    await page.getByRole('button', { name: 'Zoek inwoner' }).click();
    const gevonden = page.locator('[data-bron="brp"]').filter({ hasText: 'Anneke Meijer' });
    await expect(gevonden).toContainText('staat alleen in de BRP');
    await expect(gevonden).toContainText('klinkt als wat u typte');
    await toegankelijk(page);
    await page.getByRole('button', { name: 'Neem Anneke Meijer over uit de BRP' }).click();
    await expect(page.getByRole('heading', { name: 'In gesprek over Anneke Meijer' })).toBeFocused();
    await page.getByRole('button', { name: 'Leg vast wie hier samen wonen' }).click();
    await expect(page.locator('[data-voorstel="geantwoord"]')).toBeVisible();
    await toegankelijk(page);
    await page.getByRole('button', { name: 'Leg huishouden vast' }).click();
    await expect(page.getByRole('link', { name: 'Open het huishouden' })).toBeVisible();
  });

  // shows C2-L3, C2-L1
  test('with the BRP away the desk says so and goes on; somebody unknown can have a melding', async ({ browser }) => {
    const { page } = await aanHetScherm(browser, 'Linda');
    await brp('/_storing', { weg: '503' });
    await page.getByRole('link', { name: 'Balie' }).click();
    await page.getByLabel('Naam', { exact: true }).fill('Maria Verhoef');
    await page.getByLabel('Geboortedatum', { exact: true }).fill('14-3-1958');
    await page.getByRole('button', { name: 'Zoek inwoner' }).click();
    await expect(page.locator('[data-brp="niet_bereikbaar"]')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Kies Maria Verhoef' }).first()).toBeVisible();
    await toegankelijk(page);
    await page.getByRole('button', { name: 'Niet bekend wie dit is' }).click();
    await expect(page.getByRole('heading', { name: 'Een onbekende persoon' })).toBeFocused();
    await page.getByLabel('Wat weet u van deze persoon?').fill('Jongen van een jaar of negen');
    await toegankelijk(page);
    await page.getByRole('button', { name: 'Registreer onbekende persoon' }).click();
    await expect(page.getByRole('heading', { name: 'In gesprek over Onbekende persoon' })).toBeFocused();
    await page.getByLabel('Onderwerp').fill('Slaapt buiten');
    await page.getByLabel('Is iemand nu niet veilig?').fill('Ja, hij slaapt buiten.');
    await kiesWieSpreekt(page, 'Iemand die de naam niet zegt');
    await page.getByRole('button', { name: 'Leg vast', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'De melding is vastgelegd' })).toBeFocused();
  });
});
