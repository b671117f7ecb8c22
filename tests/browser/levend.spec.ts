// What changes on an open page by itself. Each has its twin in duw-uit.spec.ts, with the push switched off.
import { expect } from '@playwright/test';
import { test } from './proef';
import {
  aanHetScherm,
  eigenOnderwerp,
  medewerkerIds,
  nieuweZaak,
  nieuwVerslag,
  oorsprong,
  pastOp320,
  stuur,
  toegankelijk,
  verbonden,
  voorMaria,
  zonderScherm,
} from './steun';

// shows C2-R1, C2-R2, C2-L1, E1
test('Maria sees her zaken change and can tell them apart', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const maria = await aanHetScherm(browser, 'Maria');
  await verbonden(maria.page);
  const begin = await oorsprong(maria.page);
  const onderwerp = eigenOnderwerp('Geheim');
  const eerste = await voorMaria(linda, maria, onderwerp);
  const tweede = await voorMaria(linda, maria, onderwerp);
  const rij = (zaak: string) => maria.page.locator(`[data-zaak="${zaak}"]`);
  await expect(rij(eerste)).toContainText('Wij kijken wie u gaat helpen');
  await expect(rij(tweede)).toBeVisible();
  await expect(maria.page.locator('[data-omroep]')).toContainText('Er is iets nieuws in uw zaken');

  // The same kind and the same day: the number tells them apart. What it is about she may not know yet: she has dat.
  const nummers = await Promise.all(
    [eerste, tweede].map(async (zaak) => /ZAAK-\d{4}-\d{6}/.exec(await rij(zaak).innerText())?.[0]),
  );
  expect(nummers[0]).toBeDefined();
  expect(nummers[0]).not.toBe(nummers[1]);
  for (const zaak of [eerste, tweede]) {
    await expect(rij(zaak).getByRole('heading', { level: 3 })).toHaveText('Wmo-melding');
    await expect(rij(zaak)).toContainText(/Wij kregen uw melding op \d+ \w+ 20\d\d/);
    await expect(rij(zaak)).not.toContainText(onderwerp);
  }

  // The confirmation: number, day, and what comes next (C2-L1).
  const bevestiging = rij(eerste).locator('[data-bevestiging]');
  await bevestiging.getByText('Ontvangstbevestiging').click();
  await expect(bevestiging).toContainText(`Uw zaaknummer is ${nummers[0]}.`);
  await expect(bevestiging).toContainText(/Wij hebben uw melding ontvangen op \d+ \w+ 20\d\d/);
  await expect(bevestiging.locator('ol').getByRole('listitem')).toHaveCount(3);

  const behandelaars = await medewerkerIds(linda.context.request, ['Emma']);
  await stuur(linda.context.request, `/zaken/${eerste}/toewijzen`, { behandelaars });
  await expect(rij(eerste)).toContainText('Emma Bakker gaat u helpen');
  await expect(rij(tweede)).toContainText('Wij kijken wie u gaat helpen');
  expect(await oorsprong(maria.page), 'no reload').toBe(begin);
  await toegankelijk(maria.page);
  await pastOp320(maria.page);
});

// shows N-2, C2
test('who comes to the zaak and who goes is seen there', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Tafel'), ['Kevin', 'Emma']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  await kevin.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.locator('[data-aanwezig^="Kevin"]')).toBeVisible();
  const emma = await aanHetScherm(browser, 'Emma');
  await emma.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.locator('[data-aanwezig^="Emma"]')).toBeVisible();
  await expect(kevin.page.locator('[data-omroep]')).toContainText('Emma Bakker schuift aan');
  await emma.page.goto('/werkvoorraad');
  await expect(kevin.page.locator('[data-aanwezig^="Emma"]')).toHaveCount(0);
  await expect(kevin.page.locator('[data-omroep]')).toContainText('Emma Bakker gaat van tafel');
});

// shows C11, E6
test('a bar tells who changed the person of the open zaak', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Telefoon'), ['Kevin']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  await kevin.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.getByText('Grietje Proef').first()).toBeVisible();
  const { persoon } = (await (await kevin.context.request.get(`/api/v1/zaken/${zaak}`)).json()) as { persoon: string };
  await stuur(linda.context.request, `/personen/${persoon}/contact`, { telefoon: '06 12345678' });
  await expect(kevin.page.locator('[data-wijziging="TelefoonGewijzigd"]')).toContainText('wijzigde het telefoonnummer');
  await expect(kevin.page.getByText('net gewijzigd')).toBeVisible();
  await expect(kevin.page.locator('[data-omroep]')).toContainText('wijzigde het telefoonnummer');
});

// shows C2-K5, C2-N7
test('a new document appears for who takes part; who does not hears nothing of it', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Verslag'), ['Kevin', 'Emma']);
  const frames: string[] = [];
  linda.page.on('websocket', (ws) => ws.on('framereceived', ({ payload }) => frames.push(payload.toString())));
  const kevin = await zonderScherm(browser, 'Kevin');
  const emma = await aanHetScherm(browser, 'Emma');
  for (const mens of [linda, emma]) {
    await mens.page.goto(`/zaken/${zaak}`);
    await expect(mens.page.locator(`[data-aanwezig^="${mens.naam}"]`)).toBeVisible();
    await expect(mens.page.getByText('Er is nog geen document')).toBeVisible();
  }
  await expect(linda.page.locator('[data-aanwezig^="Emma"]')).toBeVisible();
  // At which part Emma looks is told when she has sat down; from here on she moves nothing by hand.
  await expect(linda.page.locator('[data-kijkt-hier]')).toBeVisible();
  const gevraagd: string[] = [];
  linda.page.on('request', (r) => r.url().includes('/documenten') && gevraagd.push(r.url()));
  const tot = frames.length;
  await nieuwVerslag(kevin, zaak, ['Kevin', 'Emma']);
  await expect(emma.page.getByRole('link', { name: 'Gespreksverslag' })).toBeVisible();
  await toegankelijk(emma.page);

  // What Linda does hear comes after it; before that nothing came but the heartbeat, and her page asked nothing.
  await stuur(kevin.context.request, `/zaken/${zaak}/in-behandeling`, {});
  await expect(linda.page.locator('[data-wijziging="InBehandelingGenomen"]')).toBeVisible();
  const soorten = frames.slice(tot).map((f) => (JSON.parse(f) as { t: string }).t);
  const eerder = soorten.slice(0, soorten.indexOf('ev')).filter((t) => t !== 'ping' && t !== 'pong');
  expect(eerder).toEqual([]);
  await expect(linda.page.getByText('Er is nog geen document')).toBeVisible();
  expect(gevraagd.length, 'asked because the zaak changed, not because of a clock').toBeLessThanOrEqual(1);
});
