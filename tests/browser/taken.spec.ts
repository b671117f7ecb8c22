// Taken in a zaak: two behandelaars, each with their own, both see them live; and what is new until one opens it.
import { expect, type Page } from '@playwright/test';
import { duwSchakelaar, isTekst, schakelaar } from './duw';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import {
  aanHetScherm,
  eigenOnderwerp,
  getyptOver,
  medewerkerIds,
  nieuweZaak,
  oorsprong,
  overDagen,
  pastOp320,
  stuur,
  toegankelijk,
  verbonden,
  verdeelOpnieuw,
  zoektOp,
  zonderScherm,
} from './steun';

const DAG = getyptOver(400);

// shows C2-N6, N-3
test('Emma sets a taak down for Kevin by keyboard; he sees it live, does it, and it is hers to see', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak, nummer } = await nieuweZaak(linda, eigenOnderwerp('Samen'), ['Kevin', 'Emma']);
  const [emma, kevin] = [await aanHetScherm(browser, 'Emma'), await aanHetScherm(browser, 'Kevin')];
  await kevin.page.goto(`/zaken/${zaak}`);
  await emma.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.locator('[data-aanwezig^="Emma"]')).toBeVisible();
  await expect(kevin.page.getByText('Er zijn nog geen taken in deze zaak.')).toBeVisible();
  const begin = await oorsprong(kevin.page);

  const { page } = emma;
  await page.getByRole('button', { name: 'Zet een taak klaar' }).focus();
  await page.keyboard.press('Enter');
  const dialoog = page.getByRole('dialog');
  // Nothing filled in: each field says so.
  await dialoog.getByRole('button', { name: 'Zet klaar' }).click();
  await expect(dialoog.getByRole('link')).toHaveCount(2);
  await toegankelijk(page);
  await pastOp320(page);
  await dialoog.getByLabel('Wat moet er gebeuren?').fill('School bellen');
  const [hij] = await medewerkerIds(emma.context.request, ['Kevin']);
  await dialoog.getByLabel('Wie doet dit?').selectOption(hij ?? '');
  await dialoog.getByLabel('Uiterlijk op').fill(DAG);
  await dialoog.getByLabel('Uiterlijk op').press('Enter');
  await expect(dialoog).toHaveCount(0);
  await toegankelijk(page);
  await pastOp320(page);

  const bij = kevin.page.locator('[data-taak]').filter({ hasText: 'School bellen' });
  await expect(bij).toContainText('Kevin');
  await expect(kevin.page.locator('[data-wijziging="TaakKlaargezet"]')).toContainText('zette een taak klaar');
  await expect(kevin.page.locator('[data-wijziging="TaakKlaargezet"]')).toContainText('School bellen');
  await expect(kevin.page.locator('.tijdlijn')).toContainText('zette een taak klaar voor Kevin');
  expect(await oorsprong(kevin.page), 'no reload').toBe(begin);

  // In the werkvoorraad the zaak says how many wait; on one's own page stands what is one's own.
  await emma.page.goto('/werkvoorraad');
  await expect(emma.page.locator(`[data-zaak="${zaak}"] [data-taken="1"]`)).toHaveText('1 taak');
  await toegankelijk(emma.page);
  await emma.page.goto('/acties');
  await expect(emma.page.getByText('School bellen')).toHaveCount(0);
  await kevin.page.goto('/acties');
  const eigen = kevin.page.locator('[data-taak]').filter({ hasText: 'School bellen' });
  await expect(eigen).toContainText('Wmo-melding');
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);
  await emma.page.goto(`/zaken/${zaak}`);
  await expect(emma.page.locator('[data-taak]').filter({ hasText: 'School bellen' })).toBeVisible();
  await kevin.page.getByRole('checkbox', { name: 'Gedaan: School bellen' }).click();
  await expect(eigen).toHaveCount(0);
  await expect(emma.page.locator('[data-klaar="1"]')).toContainText('1 taak gedaan of vervallen');
  await emma.page.getByText('1 taak gedaan of vervallen').click();
  await expect(emma.page.locator('[data-stap="gedaan"]')).toContainText('gedaan door Kevin');
  await toegankelijk(emma.page);
  // Looking back shows them too.
  await emma.page.goto(`/zaken/${zaak}/tijdreis`);
  await expect(emma.page.getByRole('heading', { level: 1, name: 'Tijdreis' })).toBeVisible();
  expect(nummer).toMatch(/^ZAAK-/);
});

// shows C2-N6
test('what somebody had to do waits without an owner when they are taken off, and another is given it', async ({ browser: all }) => {
  test.skip(!BIN, 'needs KT_BIN: a server whose clock it may move');
  const server = new EigenServer();
  await server.start();
  try {
  const browser = server.browser(all);
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Eraf'), ['Kevin', 'Emma']);
  const emma = await aanHetScherm(browser, 'Emma');
  const [hij] = await medewerkerIds(emma.context.request, ['Kevin']);
  const { dag } = (await (await emma.context.request.get('/api/v1/acties')).json()) as { dag: string };
  await stuur(emma.context.request, `/zaken/${zaak}/taken`, { omschrijving: 'Huisarts bellen', eigenaar: hij, dag });
  // What is late began in time.
  const headers = { 'X-Keukentafel': '1', 'Content-Type': 'application/json' };
  expect((await linda.context.request.post('/demo/klok', { headers, data: { vooruit: 'P2D' } })).ok()).toBe(true);
  const { page } = emma;
  await page.goto(`/zaken/${zaak}`);
  const rij = page.locator('[data-taak]').filter({ hasText: 'Huisarts bellen' });
  await expect(rij.locator('[data-termijn="laat"]')).toBeVisible();
  await verdeelOpnieuw(browser, zaak, ['Emma']);
  await expect(rij).toContainText('Zonder eigenaar');
  await expect(page.locator('[data-zonder-eigenaar="1"]')).toBeVisible();
  await toegankelijk(page);
  await page.getByRole('button', { name: 'Geef aan een ander: Huisarts bellen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Geef de taak' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(rij).toContainText('Emma');
  await expect(page.locator('[data-zonder-eigenaar]')).toHaveCount(0);
  await page.goto('/werkvoorraad');
  await expect(page.locator(`[data-zaak="${zaak}"] [data-te-laat="1"]`)).toHaveText('1 taak, 1 te laat');
  await pastOp320(page);
  } finally {
    await server.dood();
    server.ruimOp();
  }
});

// shows C2-N6, N-3
test('what Kevin sets down for Emma comes into her open list of what she is to do, and not into his', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Ieder'), ['Kevin', 'Emma']);
  const wat = eigenOnderwerp('Huisarts');
  const [emma, kevin] = [await aanHetScherm(browser, 'Emma'), await aanHetScherm(browser, 'Kevin')];
  const zijne = await kevin.context.newPage();
  for (const page of [emma.page, zijne]) {
    await page.goto('/acties');
    await expect(page.locator('.lead')).toBeVisible();
    await verbonden(page);
  }
  const begin = await oorsprong(emma.page);
  const { page } = kevin;
  await page.goto(`/zaken/${zaak}`);
  await page.getByRole('button', { name: 'Zet een taak klaar' }).click();
  await page.getByLabel('Wat moet er gebeuren?').fill(wat);
  await page.getByLabel('Wie doet dit?').selectOption({ label: 'Emma Bakker' });
  await page.getByLabel('Uiterlijk op').fill(DAG);
  await page.getByRole('dialog').getByRole('button', { name: 'Zet klaar' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const hare = emma.page.locator('[data-taak]').filter({ hasText: wat });
  await expect(hare).toContainText('Wmo-melding voor Grietje Proef');
  await expect(emma.page.locator('[data-omroep]')).toContainText(`Er is een taak voor u: ${wat}`);
  expect(await oorsprong(emma.page), 'no reload').toBe(begin);
  await toegankelijk(emma.page);
  await pastOp320(emma.page);
  await expect(page.locator('[data-taak]').filter({ hasText: wat }), 'in the zaak both see it').toContainText('Emma');
  await expect(zijne.getByText(wat)).toHaveCount(0);

  // She does it there: it goes from her list, and his open zaak says so.
  await emma.page.getByRole('checkbox', { name: `Gedaan: ${wat}` }).click();
  await expect(hare).toHaveCount(0);
  await page.getByText('1 taak gedaan of vervallen').click();
  await expect(page.locator('[data-stap="gedaan"]')).toContainText('gedaan door Emma');
});

// The twin: without its push nothing of it arrives. If this fails, the ones above prove nothing.
// shows C2-N6
test('without its push no taak appears on an open zaak or in the list of what one is to do', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Stil'), ['Kevin', 'Emma']);
  const wat = eigenOnderwerp('School');
  const [opZaak, lijst] = [schakelaar('ev', 'lid', 'snap'), schakelaar('ev', 'lid', 'snap')];
  const kevin = await aanHetScherm(browser, 'Kevin', opZaak.vooraf);
  await kevin.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.locator('[data-aanwezig^="Kevin"]')).toBeVisible();
  const acties = await kevin.context.newPage();
  await lijst.vooraf(acties);
  await acties.goto('/acties');
  await expect(acties.locator('.lead')).toBeVisible();
  await verbonden(acties);
  for (const { stand } of [opZaak, lijst]) stand.duw?.sluit();
  const emma = await zonderScherm(browser, 'Emma');
  const [hij] = await medewerkerIds(emma.context.request, ['Kevin']);
  await stuur(emma.context.request, `/zaken/${zaak}/taken`, { omschrijving: wat, eigenaar: hij, dag: overDagen(400) });
  await expect.poll(() => opZaak.stand.duw?.tegengehouden).toContain('ev');
  await expect.poll(() => lijst.stand.duw?.tegengehouden).toContain('lid');
  for (const page of [kevin.page, acties]) await expect(page.getByText(wat)).toHaveCount(0);
});

// shows C2-K1, C2-E1, N-3
test('what is given to Kevin is new on all his screens until he opens it on one', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Nieuw'), ['Kevin']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  const ander = await aanHetScherm(browser, 'Kevin');
  const merk = (page: typeof kevin.page) => page.locator(`[data-zaak="${zaak}"] .nieuw`);
  await expect(merk(kevin.page)).toHaveText('nieuw');
  await expect(merk(ander.page)).toHaveText('nieuw');
  await kevin.page.reload();
  await expect(merk(kevin.page), 'a reload opens nothing').toHaveText('nieuw');
  await kevin.page.locator(`[data-zaak="${zaak}"] a`).first().click();
  await expect(kevin.page.locator('[data-aanwezig^="Kevin"]').first()).toBeVisible();
  await expect(merk(ander.page), 'live, on the other device').toHaveCount(0);
  await expect(ander.page.locator(`[data-zaak="${zaak}"]`)).toBeVisible();
  await kevin.page.goto('/werkvoorraad');
  await expect(kevin.page.locator(`[data-zaak="${zaak}"]`)).toBeVisible();
  await expect(merk(kevin.page)).toHaveCount(0);
  // Taken away and given back it is new again.
  await verdeelOpnieuw(browser, zaak, ['Emma']);
  await verdeelOpnieuw(browser, zaak, ['Kevin']);
  await expect(merk(ander.page)).toHaveText('nieuw');
});

// The twin of the one before.
// shows C2-K1
test('without its push the other screen still says that it is new', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Nieuw stil'), ['Kevin']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const ander = await aanHetScherm(browser, 'Kevin', async (page) => {
    duw = await duwSchakelaar(page, isTekst('ev', 'snap'));
  });
  const merk = ander.page.locator(`[data-zaak="${zaak}"] .nieuw`);
  await expect(merk).toHaveText('nieuw');
  duw?.sluit();
  await kevin.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.locator('[data-aanwezig^="Kevin"]').first()).toBeVisible();
  await expect.poll(() => duw?.tegengehouden).toContain('ev');
  await expect(merk).toHaveText('nieuw');
});

// shows C12
test('what waits behind the strip goes on waiting when the line was lost and came back', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const kevin = await aanHetScherm(browser, 'Kevin');
  const { page } = kevin;
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Eerste'), ['Kevin']);
  const eigen = page.locator(`[data-zaak="${zaak}"] a`).first();
  await eigen.focus();
  const [tweede, derde] = [eigenOnderwerp('Tweede'), eigenOnderwerp('Derde')];
  await nieuweZaak(linda, tweede, ['Kevin']);
  const strip = page.getByRole('button', { name: /nieuwe za.*toon/ });
  await expect(strip).toBeVisible();
  // Nobody is in the list any more, and the whole of it comes anew.
  await eigen.blur();
  await kevin.context.setOffline(true);
  await expect(page.locator('[data-verbinding="open"]')).toHaveCount(0);
  await nieuweZaak(linda, derde, ['Kevin']);
  await kevin.context.setOffline(false);
  await verbonden(page);
  await expect(strip).toHaveText(/^([2-9]|\d\d) nieuwe zaken, toon$/);
  await expect(page.getByText(tweede)).toHaveCount(0);
  await expect(page.getByText(derde)).toHaveCount(0);
  await toegankelijk(page);
  await strip.click();
  await expect(page.getByText(tweede)).toBeVisible();
  await expect(page.getByText(derde)).toBeVisible();
});

/** In talk about Truus at the desk, for whom nothing runs. */
async function aanDeBalie(page: Page, achternaam: string) {
  await page.getByRole('link', { name: 'Balie' }).click();
  await page.getByLabel('Naam', { exact: true }).fill(`Truus ${achternaam}`);
  await page.getByLabel('Geboortedatum', { exact: true }).fill('3-2-1951');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Kies Truus ${achternaam}` }).click();
  await expect(page.getByRole('heading', { name: `In gesprek over Truus ${achternaam}` })).toBeVisible();
  await expect(page.locator('[data-zaak]')).toHaveCount(0);
  await verbonden(page);
}

// shows C2-L3
test('at the desk, what runs for somebody without a huishouden comes in while Linda looks', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const emma = await zonderScherm(browser, 'Emma');
  const achternaam = `Alleen${Date.now().toString(36)}`;
  const persoon = await stuur<{ id: string }>(linda.context.request, '/personen', { voornamen: 'Truus', achternaam, geboortedatum: '1951-02-03' });
  const { page } = linda;
  await aanDeBalie(page, achternaam);
  await zoektOp(linda.context.request, emma.context.request, persoon.id);
  const { id } = await stuur<{ id: string }>(emma.context.request, '/meldingen', {
    persoon: persoon.id,
    zaaktype: 'MELDING-WMO',
    onderwerp: 'Traplift',
    kanaal: 'telefoon',
  });
  await expect(page.locator(`[data-zaak="${id}"]`)).toContainText('Wmo-melding');
  await toegankelijk(page);
  await pastOp320(page);
});

// The twin of the one before.
// shows C2-L3
test('without its push nothing comes in at the desk', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const achternaam = `Stil${Date.now().toString(36)}`;
  const truus = { voornamen: 'Truus', achternaam, geboortedatum: '1951-02-03' };
  const { id: persoon } = await stuur<{ id: string }>(linda.context.request, '/personen', truus);
  const { stand, vooraf } = schakelaar('lid', 'ev', 'snap');
  const { page } = await aanHetScherm(browser, 'Linda', vooraf);
  await aanDeBalie(page, achternaam);
  stand.duw?.sluit();
  const emma = await zonderScherm(browser, 'Emma');
  const melding = { persoon, zaaktype: 'MELDING-WMO', onderwerp: 'Traplift', kanaal: 'telefoon' };
  await zoektOp(linda.context.request, emma.context.request, persoon);
  await stuur(emma.context.request, '/meldingen', melding);
  await expect.poll(() => stand.duw?.tegengehouden).toContain('lid');
  await expect(page.locator('[data-zaak]')).toHaveCount(0);
});

// shows C2-L1
test('who cannot log in gets the number on paper', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { page } = linda;
  const achternaam = `Papier${Date.now().toString(36)}`;
  await stuur(linda.context.request, '/personen', { voornamen: 'Truus', achternaam, geboortedatum: '1951-02-03' });
  await page.goto('/melding');
  await page.getByLabel('Naam', { exact: true }).fill(`Truus ${achternaam}`);
  await page.getByLabel('Geboortedatum', { exact: true }).fill('3-2-1951');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Kies Truus ${achternaam}` }).click();
  await page.getByLabel('Soort melding').selectOption('MELDING-WMO');
  await page.getByLabel('Onderwerp').fill('Traplift');
  await page.getByRole('button', { name: 'Registreer melding' }).click();
  const papier = page.locator('[data-op-papier]');
  await expect(papier.getByRole('heading', { name: 'Geef het nummer mee' })).toBeVisible();
  await expect(papier.locator('.kenmerk')).toHaveText(/^ZAAK-\d{4}-\d{6}$/);
  await toegankelijk(page);
  await pastOp320(page);
  await page.emulateMedia({ media: 'print' });
  await expect(papier.locator('.nummerbrief')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Druk af' })).toBeHidden();
});
