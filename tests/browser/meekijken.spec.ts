// What leden of a groep let each other see: after a day to think, until it is taken back or stopped, without a word to who saw it. On a server of
// its own, as the clock is moved.
import { expect, type Locator } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import { aanHetScherm, type Ingelogd, type Mens, pastOp320, stuur, toegankelijk, verbonden } from './steun';
import { opPlan, WAAROM } from './wijkteam';

const dag = (erbij: number) => new Date(Date.now() + erbij * 86_400_000).toLocaleDateString('nl-NL', { timeZone: 'Europe/Amsterdam' });
const iso = (erbij: number) => new Date(Date.now() + erbij * 86_400_000).toISOString().slice(0, 10);

const wieIk = async ({ context }: Ingelogd) => (await (await context.request.get('/api/v1/ik')).json()) as { persoon: string };

async function opMijnPlan({ page }: Mens, id: string): Promise<Locator> {
  await page.goto('/portaal/plan');
  const plan = page.locator(`[data-plan="${id}"]`);
  await expect(plan).toBeVisible();
  await verbonden(page);
  return plan;
}

async function vooruit({ context }: Ingelogd, hoe: string) {
  const headers = { 'X-Keukentafel': '1', 'Content-Type': 'application/json' };
  const antwoord = await context.request.post('/demo/klok', { headers, data: { vooruit: hoe } });
  expect(antwoord.ok(), await antwoord.text()).toBe(true);
}

/** A plan of Maria and Huub in which Maria has a part of her own. */
async function plan(maria: Ingelogd, huub: Ingelogd, rianne: Ingelogd): Promise<string> {
  const [zij, hij] = [(await wieIk(maria)).persoon, (await wieIk(huub)).persoon];
  const api = rianne.context.request;
  for (const bsn of ['999990019', '999990068']) await stuur(api, '/personen/zoek', { bsn, voor: 'groep' });
  const { id: groep } = await stuur<{ id: string }>(api, '/groepen', { leden: [zij, hij], waarom: WAAROM });
  const { id } = await stuur<{ id: string }>(api, `/groepen/${groep}/plan`, {});
  await stuur(api, `/plannen/${id}/doelen`, { voor: { lid: zij }, omschrijving: 'Een avond voor uzelf' });
  return id;
}

// shows KING-R1f, KING-R1g, N-33
test('Maria lets Huub see her part, he does a day later, and when she takes it back it is not there', async ({ browser }) => {
  test.skip(!BIN, 'needs KT_BIN: a server whose clock it may move');
  test.slow(); // three people, six looks by axe
  const server = new EigenServer();
  await server.start();
  try {
    const hier = server.browser(browser);
    const [maria, huub, rianne] = [await aanHetScherm(hier, 'Maria'), await aanHetScherm(hier, 'Huub'), await aanHetScherm(hier, 'Rianne')];
    const id = await plan(maria, huub, rianne);
    const [hare, zijne] = [await opMijnPlan(maria, id), await opMijnPlan(huub, id)];
    await expect(hare.locator('[data-meekijken]')).toContainText('Niemand van de groep kijkt bij u mee.');
    await hare.getByRole('button', { name: 'Laat iemand meekijken' }).focus();
    await maria.page.keyboard.press('Enter');
    const dialoog = maria.page.getByRole('dialog', { name: 'Wie laat u wat zien?' });
    await dialoog.getByRole('button', { name: 'Laat meekijken' }).click();
    await expect(dialoog.getByText('Vul een datum in', { exact: false }).first()).toBeVisible();
    await expect(dialoog.locator('[data-dan]')).toContainText('Huub ziet dan de doelen en afspraken die alleen voor u zijn.');
    await toegankelijk(maria.page);
    await pastOp320(maria.page);
    await dialoog.getByLabel('Tot en met welke dag?').fill(dag(30));
    await maria.page.keyboard.press('Enter');
    const rij = hare.locator('[data-meekijkt]');
    await expect(rij).toHaveAttribute('data-meekijkt', 'bedenktijd');
    await expect(hare.locator('[data-bevestigd]')).toHaveText('Huub mag over een dag meekijken.');
    await expect(hare.locator('[data-bevestigd]')).toBeInViewport({ ratio: 1 });
    await expect(zijne).not.toContainText('Een avond voor uzelf');
    await toegankelijk(maria.page);

    await vooruit(rianne, 'P1D');
    await expect(rij).toHaveAttribute('data-meekijkt', 'geldt');
    const gezien = zijne.locator('[data-deel="Van Maria"]');
    await expect(gezien).toContainText('Een avond voor uzelf');
    await expect(gezien).toContainText('Maria laat u dit zien.');
    await expect(zijne).not.toContainText('Tot en met');
    await toegankelijk(huub.page);
    await pastOp320(huub.page);

    await rij.getByRole('button', { name: 'Trek in' }).click();
    await toegankelijk(maria.page);
    await maria.page.getByRole('button', { name: 'Ja, trek in' }).click();
    await expect(rij).toHaveCount(0);
    await expect(gezien).toHaveCount(0);
    await expect(huub.page.locator('[data-omroep]')).not.toContainText(/veranderd|ingetrokken|meekijk/);

    // Once more, that a zaak runs; and the regisseur stops it with a reason.
    const zaken = (await (await maria.context.request.get('/api/v1/zaken?lijst=mijn')).json()) as { items: { id: string; zaaknummer: string }[] };
    const zaak = zaken.items[0];
    await stuur(maria.context.request, `/plannen/${id}/meekijken`, { aan: (await wieIk(huub)).persoon, wat: { zaak: zaak?.id }, tot_en_met: iso(60) });
    await vooruit(rianne, 'P1D');
    await expect(zijne.locator(`[data-zaak="${zaak?.id}"]`)).toContainText(zaak?.zaaknummer ?? '');
    const { page } = await opPlan(hier, 'Rianne', id);
    const regel = page.locator('[data-meekijkt="geldt"]');
    await expect(regel).toContainText('Maria Verhoef laat Huub van Peeters weten');
    await regel.getByRole('button', { name: /^Stop dit/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stop dit' }).click();
    await expect(page.getByText('Vul de reden in', { exact: false }).first()).toBeVisible();
    await toegankelijk(page);
    await page.getByLabel('Reden').fill('Zij stond onder druk');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-meekijkt="gestopt"]')).toBeVisible();
    await pastOp320(page);
    await expect(zijne.locator('[data-zaak]')).toHaveCount(0);
    await expect(rij).toHaveAttribute('data-meekijkt', 'gestopt');
    await expect(hare).not.toContainText('druk');
  } finally {
    await server.einde();
  }
});

// shows KING-R1f
test('without its push what Maria takes back stays on the page that Huub has open', async ({ browser }) => {
  test.skip(!BIN, 'needs KT_BIN: a server whose clock it may move');
  const server = new EigenServer();
  await server.start();
  try {
    const hier = server.browser(browser);
    const { stand, vooraf } = schakelaar('eraf', 'revoked', 'ev', 'snap');
    const [maria, huub, rianne] = [await aanHetScherm(hier, 'Maria'), await aanHetScherm(hier, 'Huub', vooraf), await aanHetScherm(hier, 'Rianne')];
    const id = await plan(maria, huub, rianne);
    const body = { aan: (await wieIk(huub)).persoon, wat: 'eigen_deel', tot_en_met: iso(30) };
    const { id: mee } = await stuur<{ id: string }>(maria.context.request, `/plannen/${id}/meekijken`, body);
    const zijne = await opMijnPlan(huub, id);
    await vooruit(rianne, 'P1D');
    await expect(zijne).toContainText('Een avond voor uzelf');
    stand.duw?.sluit();
    await stuur(maria.context.request, `/toekenningen/${mee}/intrekken`, {});
    await expect.poll(() => stand.duw?.tegengehouden.some((t) => t === 'eraf' || t === 'revoked')).toBe(true);
    await expect(zijne).toContainText('Een avond voor uzelf');
  } finally {
    await server.einde();
  }
});
