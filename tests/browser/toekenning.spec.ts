// What holds for a while: a colleague stands in and stops, a manager reads a plan in an emergency; each seen on open screens.
import { expect } from '@playwright/test';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import {
  aanHetScherm,
  bevestig,
  eigenOnderwerp,
  medewerkerIds,
  nieuweZaak,
  oorsprong,
  pastOp320,
  stuur,
  toegankelijk,
  verbonden,
  vouwOpen,
  zonderScherm,
} from './steun';
import { gezin, planVan } from './wijkteam';

const dag = (erbij: number) => new Date(Date.now() + erbij * 86_400_000).toLocaleDateString('nl-NL', { timeZone: 'Europe/Amsterdam' });

// shows KING-R4d, X-25, N-12
test('Kevin names Vera; she has his zaak at once, acts in his name, and loses it when he takes it back', async ({ browser }) => {
  test.slow(); // three people, six looks by axe
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Vervangen'), ['Kevin']);
  const vera = await aanHetScherm(browser, 'Vera');
  await verbonden(vera.page);
  const begin = await oorsprong(vera.page);
  await expect(vera.page.locator(`[data-zaak="${zaak}"]`)).toHaveCount(0);

  const kevin = await aanHetScherm(browser, 'Kevin');
  await kevin.page.getByRole('link', { name: 'Vervanging' }).click();
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);
  await kevin.page.getByRole('button', { name: 'Wijs vervanger aan' }).click();
  await expect(kevin.page.getByRole('alert').or(kevin.page.locator('.fouttekst')).first()).toBeVisible();
  await kevin.page.getByLabel('Vervanger').selectOption({ label: 'Vera Molenaar, vervanger' });
  await kevin.page.getByLabel('Eerste dag').fill(dag(0));
  await kevin.page.getByLabel('Laatste dag').fill(dag(3));
  await kevin.page.getByLabel('Reden').fill('Vakantie');
  // Kevin first says that it is him. When he does not, nothing is done and all that he typed is there.
  await kevin.page.getByRole('button', { name: 'Wijs vervanger aan' }).click();
  const vraag = kevin.page.getByRole('dialog', { name: 'Bevestig dat u het bent' });
  await expect(vraag).toBeVisible();
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);
  await vraag.getByRole('button', { name: 'Nee, terug' }).click();
  await expect(vraag).toHaveCount(0);
  await expect(kevin.page.locator('[data-vervanging]')).toHaveCount(0);
  await expect(kevin.page.getByLabel('Reden')).toHaveValue('Vakantie');
  await kevin.page.getByRole('button', { name: 'Wijs vervanger aan' }).click();
  await bevestig(kevin.page);
  const regel = kevin.page.locator('[data-vervanging^="Vera"]');
  await expect(regel).toBeVisible();

  const rij = vera.page.locator(`[data-zaak="${zaak}"]`);
  await expect(rij).toBeVisible();
  await expect(rij).toContainText('namens Kevin de Wit');
  await expect(vera.page.locator('[data-vervangt^="Kevin"]')).toContainText('U vervangt Kevin de Wit');
  expect(await oorsprong(vera.page), 'no reload').toBe(begin);
  await toegankelijk(vera.page);
  await pastOp320(vera.page);
  await rij.getByRole('link').click();
  const kop = vera.page.getByRole('heading', { level: 1, name: /Grietje/ });
  await expect(kop).toBeVisible();
  await vera.page.getByRole('button', { name: 'Neem zaak in behandeling' }).click();
  await kevin.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.getByText('Vera Molenaar namens Kevin de Wit', { exact: false })).toBeVisible();

  await kevin.page.goto('/vervanging');
  await regel.getByRole('button').click();
  await expect(regel).toHaveCount(0);
  await expect(kop).toHaveCount(0);
  await expect(vera.page.locator('[data-vervangt^="Kevin"]')).toHaveCount(0);
});

// shows KING-R4e, N-9, G28
test('Wendy reads a plan in an emergency; Rianne and Pieter see it, and after an hour her screen is empty', async ({ browser }) => {
  test.skip(!BIN, 'needs KT_BIN: a server whose clock it may move');
  test.slow(); // a server of its own, four people, seven looks by axe
  const server = new EigenServer();
  await server.start();
  try {
    const op = server.browser(browser);
    const linda = await aanHetScherm(op, 'Linda');
    const rianne = await aanHetScherm(op, 'Rianne');
    const { plan } = await planVan(rianne, await gezin(linda));
    await verbonden(rianne.page);
    const pieter = await aanHetScherm(op, 'Pieter');
    await pieter.page.getByRole('link', { name: 'Meekijken in nood' }).click();
    await expect(pieter.page.getByText('Er is niets na te kijken.')).toBeVisible();
    await toegankelijk(pieter.page);

    const wendy = await aanHetScherm(op, 'Wendy');
    const { page } = wendy;
    const [id] = await medewerkerIds(wendy.context.request, ['Rianne']);
    await page.goto(`/plannen/${plan}`);
    await expect(page.getByRole('heading', { level: 1, name: /^Plan voor/ })).toHaveCount(0);
    await page.goto(`/caseload/medewerkers/${id}`);
    await page.locator(`[data-plan="${plan}"]`).getByRole('button', { name: 'Kijk mee in nood' }).click();
    await toegankelijk(page);
    await page.getByLabel('Waarom is dit nodig?').fill('Te kort');
    await page.getByRole('button', { name: 'Kijk mee', exact: true }).click();
    await expect(page.getByText('Schrijf in minstens 20 tekens', { exact: false }).first()).toBeVisible();
    await page.getByLabel('Waarom is dit nodig?').fill('Melding van geweld, niemand is bereikbaar');
    await page.getByLabel('Hoe lang?').selectOption({ label: '60 minuten' });
    await page.getByRole('button', { name: 'Kijk mee', exact: true }).click();
    await bevestig(page);
    // By the record Rianne is there: Wendy states that she cannot act. What she typed is not called wrong.
    await expect(page.locator('.foutlijst, .fouttekst')).toHaveCount(0);
    await expect(page.getByLabel('De regisseur en de vervanger kunnen nu niets doen.')).toBeFocused();
    await toegankelijk(page);
    await page.getByLabel('De regisseur en de vervanger kunnen nu niets doen.').check();
    await page.getByRole('button', { name: 'Kijk mee', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Plan voor/ })).toBeVisible();
    await expect(page.getByText('U leest dit plan in nood.', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Nieuw doel' })).toHaveCount(0);
    await expect(page.locator('[data-glas="lopend"]')).toContainText('nog 60 minuten');
    await toegankelijk(page);
    await pastOp320(page);

    await expect(rianne.page.locator('[data-glas="gezien"]')).toContainText('Wendy Kok kijkt in nood mee');
    await toegankelijk(rianne.page);
    await expect(pieter.page.getByText('Melding van geweld', { exact: false })).toBeVisible();
    await toegankelijk(pieter.page);
    await pastOp320(pieter.page);

    const headers = { 'X-Keukentafel': '1', 'Content-Type': 'application/json' };
    await linda.context.request.post('/demo/klok', { headers, data: { vooruit: 'PT61M' } });
    await expect(page.getByRole('heading', { level: 1, name: /^Plan voor/ })).toHaveCount(0);
    await expect(page.locator('[data-glas="lopend"]')).toHaveCount(0);

    // No verdict is chosen for him, and the way to which plan it was is there.
    await expect(pieter.page.getByLabel('Uw oordeel')).toHaveValue('');
    await expect(pieter.page.getByRole('link', { name: 'Bekijk het spoor van dit plan' })).toHaveAttribute('href', `/audit?object=plan/${plan}`);
    await pieter.page.getByLabel('Toelichting').fill('Er was geweld gemeld en Rianne zat in een gesprek.');
    await pieter.page.getByRole('button', { name: 'Leg het oordeel vast' }).click();
    await expect(pieter.page.getByText('Kies uw oordeel.').first()).toBeVisible();
    await pieter.page.getByLabel('Uw oordeel').selectOption('terecht');
    await pieter.page.getByRole('button', { name: 'Leg het oordeel vast' }).click();
    await expect(pieter.page.getByText('Er is niets na te kijken.')).toBeVisible();
    await expect(pieter.page.getByText(/^Uw oordeel over het meekijken van Wendy .* ligt vast\.$/)).toBeFocused();
    await pieter.page.goto(`/audit?object=plan/${plan}`);
    const spoor = pieter.page.getByRole('region', { name: 'Regels van het auditspoor' });
    await expect(spoor.getByRole('row').filter({ hasText: 'Wendy Kok' }).first()).toContainText(/Maria .*meekijken in nood/);
    await expect(rianne.page.locator('[data-glas="gezien"]')).toHaveCount(0);
  } finally {
    await server.dood();
    server.ruimOp();
  }
});

// shows C2-R1, KING-R1e, N-12
test('Maria sees the zaak of Dylan apart from her own, until her gezag ends', async ({ browser }) => {
  test.skip(!BIN, 'needs KT_BIN: a server whose demo data it may change');
  const server = new EigenServer();
  await server.start();
  try {
    const op = server.browser(browser);
    const maria = await aanHetScherm(op, 'Maria');
    const { page } = maria;
    const dylan = page.locator('[data-kind^="Dylan"]');
    await expect(dylan.getByRole('heading', { level: 2 })).toHaveText('Voor Dylan');
    await expect(dylan.locator('[data-zaak]').first()).toBeVisible();
    await toegankelijk(page);
    await pastOp320(page);
    const begin = await oorsprong(page);

    const kevin = await aanHetScherm(op, 'Kevin');
    const { persoon } = (await (await maria.context.request.get('/api/v1/ik')).json()) as { persoon: string };
    const { items } = (await (await maria.context.request.get('/api/v1/mijn/kinderen')).json()) as { items: { persoon: string }[] };
    await stuur(kevin.context.request, `/personen/${items[0]?.persoon}/gezag/einde`, {
      houder: { soort: 'persoon', persoon },
      op: new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' }),
    });
    await expect(dylan).toHaveCount(0);
    expect(await oorsprong(page), 'no reload').toBe(begin);
  } finally {
    await server.dood();
    server.ruimOp();
  }
});

// shows KING-R4b, KING-R4c, N-34
test('Wendy hands all that Rianne leads to Ruben, unread; both see it at once', async ({ browser }) => {
  test.skip(!BIN, 'needs KT_BIN: a server of its own, where nobody else leads anything');
  test.slow(); // a server of its own, four people
  const server = new EigenServer();
  await server.start();
  try {
    const op = server.browser(browser);
    const linda = await aanHetScherm(op, 'Linda');
    const rianne = await aanHetScherm(op, 'Rianne');
    const eigen = await gezin(linda);
    const { plan } = await planVan(rianne, eigen);
    await rianne.page.goto('/plannen');
    const vanRianne = rianne.page.locator(`[data-plan="${plan}"]`);
    await expect(vanRianne).toBeVisible();
    const ruben = await aanHetScherm(op, 'Ruben');
    await ruben.page.goto('/plannen');
    await verbonden(ruben.page);
    const begin = await oorsprong(ruben.page);
    await expect(ruben.page.locator(`[data-plan="${plan}"]`)).toHaveCount(0);

    const { page, context } = await aanHetScherm(op, 'Wendy');
    const [id] = await medewerkerIds(context.request, ['Rianne']);
    await page.goto(`/caseload/medewerkers/${id}`);
    await vouwOpen(page, 'Werkvoorraad overdragen');
    await page.getByRole('button', { name: 'Draag alles over' }).click();
    await expect(page.getByText('Kies minstens één collega.')).toBeVisible();
    await page.getByRole('checkbox', { name: /^Ruben/ }).check();
    await page.locator('#overdracht-reden').fill('Langdurig afwezig');
    await page.getByRole('button', { name: 'Draag alles over' }).click();
    await bevestig(page);
    await expect(page.locator('[data-overdracht]')).toHaveText(/^Klaar\./);
    await toegankelijk(page);
    await pastOp320(page);
    await expect(page.getByText(eigen.achternaam), 'she reads nothing of it').toHaveCount(0);

    await expect(ruben.page.locator(`[data-plan="${plan}"]`)).toBeVisible();
    await expect(vanRianne).toHaveCount(0);
    expect(await oorsprong(ruben.page), 'no reload').toBe(begin);
  } finally {
    await server.dood();
    server.ruimOp();
  }
});

// shows E8
test('who has nobody to stand in for them reads that, with a way on, and no page that goes on loading', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Pieter');
  await page.goto('/vervanging');
  const vak = page.locator('.sectie').filter({ has: page.getByRole('heading', { level: 2 }) }).first();
  await expect(vak.getByRole('link', { name: 'Naar uw beginpagina' })).toBeVisible();
  await expect(page.locator('.skeletten')).toHaveCount(0);
  await toegankelijk(page);
  await pastOp320(page);
});
