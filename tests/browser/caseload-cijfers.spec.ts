// The figures of the board, exact: on a server where nobody else works, so that each of them can be told beforehand.
import { expect, type Page } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import { aanHetScherm, type Ingelogd, medewerkerIds, nieuweZaak, oorsprong, pastOp320, stuur, toegankelijk, verbonden } from './steun';
import { gezin, planVan } from './wijkteam';

const rij = (page: Page, naam: string) => page.locator(`[data-medewerker^="${naam}"]`);
const cijfer = (page: Page, naam: string, welk: string) => rij(page, naam).locator(`[data-cijfer="${welk}"]`);
const getal = async (page: Page, naam: string, welk: string) => Number(await cijfer(page, naam, welk).innerText());
const bord = (page: Page) => expect(page.locator('[data-bord="live"]')).toBeVisible();

async function klok(linda: Ingelogd, vooruit: string) {
  const headers = { 'X-Keukentafel': '1', 'Content-Type': 'application/json' };
  const antwoord = await linda.context.request.post('/demo/klok', { headers, data: { vooruit } });
  expect(antwoord.ok(), await antwoord.text()).toBe(true);
}

let server: EigenServer;

test.skip(!BIN, 'needs KT_BIN: a server where nobody else leads or is given anything');
test.beforeEach(async () => {
  server = new EigenServer();
  await server.start();
});
test.afterEach(() => server.einde());

// shows KING-R4a, N-3, W1
test('how many plans each regisseur leads moves on two open boards, opens that many, and goes back when a plan ends', async ({ browser }) => {
  const op = server.browser(browser);
  const linda = await aanHetScherm(op, 'Linda');
  const rianne = await aanHetScherm(op, 'Rianne');
  const [wendy, wouter] = [await aanHetScherm(op, 'Wendy'), await aanHetScherm(op, 'Wouter')];
  for (const { page } of [wendy, wouter]) await bord(page);
  const eerst = { rianne: await getal(wendy.page, 'Rianne', 'plannen'), ruben: await getal(wendy.page, 'Ruben', 'plannen') };
  const begin = await oorsprong(wendy.page);
  const staat = async (hare: number, zijne: number) => {
    for (const { page } of [wendy, wouter]) {
      await expect(cijfer(page, 'Rianne', 'plannen')).toHaveText(String(eerst.rianne + hare));
      await expect(cijfer(page, 'Ruben', 'plannen')).toHaveText(String(eerst.ruben + zijne));
    }
  };
  const eigen = await gezin(linda);
  const { plan } = await planVan(rianne, eigen);
  await staat(1, 0);
  await expect(rij(wendy.page, 'Rianne'), 'of whom it is is not theirs').not.toContainText(eigen.achternaam);
  const [ruben] = await medewerkerIds(linda.context.request, ['Ruben']);
  await stuur(rianne.context.request, `/plannen/${plan}/regisseurs`, { regisseur: ruben });
  await staat(1, 1);

  // What the figure counts is behind the name, and stays that many while one looks.
  const { page } = await aanHetScherm(op, 'Wendy');
  await bord(page);
  await page.getByRole('link', { name: 'Ruben Hoekstra', exact: true }).click();
  await expect(page.locator('[data-plan]')).toHaveCount(eerst.ruben + 1);
  await verbonden(page);
  await toegankelijk(page);
  await pastOp320(page);
  await stuur(rianne.context.request, `/plannen/${plan}/sluiten`, { resultaat: 'Klaar' });
  await staat(0, 0);
  await expect(page.locator('[data-plan]')).toHaveCount(eerst.ruben);
  expect(await oorsprong(wendy.page), 'no reload').toBe(begin);
});

// shows KING-R4a
test('without its push the number of plans stands still', async ({ browser }) => {
  const op = server.browser(browser);
  const linda = await aanHetScherm(op, 'Linda');
  const rianne = await aanHetScherm(op, 'Rianne');
  const { stand, vooraf } = schakelaar('latest');
  const { page } = await aanHetScherm(op, 'Wendy', vooraf);
  await bord(page);
  const eerst = await getal(page, 'Rianne', 'plannen');
  const hare = schakelaar('ev', 'lid', 'eraf', 'snap', 'latest');
  const open = await aanHetScherm(op, 'Wendy', hare.vooraf);
  await bord(open.page);
  await open.page.getByRole('link', { name: 'Rianne Dekker', exact: true }).click();
  const achter = open.page.locator('[data-plan]');
  await expect(achter).toHaveCount(eerst);
  await verbonden(open.page);
  stand.duw?.sluit();
  hare.stand.duw?.sluit();
  await planVan(rianne, await gezin(linda));
  const telling = async () => {
    const { medewerkers } = (await (await page.request.get('/api/v1/caseload')).json()) as { medewerkers: { naam: string; plannen: number }[] };
    return medewerkers.find((m) => m.naam.startsWith('Rianne'))?.plannen;
  };
  await expect.poll(telling).toBe(eerst + 1);
  await expect.poll(() => stand.duw?.tegengehouden).toContain('latest');
  await expect(cijfer(page, 'Rianne', 'plannen')).toHaveText(String(eerst));
  await expect.poll(() => hare.stand.duw?.tegengehouden.length).toBeGreaterThan(0);
  await expect(achter, 'nor on what is behind the figure').toHaveCount(eerst);
});

// shows C2-L5, W4, W5
test('how the work went is a line and a table with the same figures, and what grows late is counted and can be opened', async ({ browser }) => {
  const op = server.browser(browser);
  const { page } = await aanHetScherm(op, 'Wouter');
  await bord(page);
  const deel = page.getByRole('region', { name: 'Lopende zaken, laatste 31 dagen', exact: true });
  const tabel = async () => (await deel.locator('tbody td').allInnerTexts()).map(Number).reverse();
  /** The height of each point of the line, as the number of zaken that it stands for. */
  const lijn = async () => {
    const punten = (await deel.locator('polyline').getAttribute('points'))?.split(' ').map((punt) => Number(punt.split(',')[1])) ?? [];
    const voet = Number(await deel.locator('line').getAttribute('y1'));
    const hoogste = Math.max(...(await tabel()));
    return punten.map((y) => Math.round(((voet - y) / voet) * hoogste));
  };
  const samen = page.locator('[data-team="Samen"] td');
  const lopend = Number(await samen.first().innerText());
  expect(await tabel()).toHaveLength(31);
  expect(await lijn()).toEqual(await tabel());
  expect((await tabel()).at(-1)).toBe(lopend);

  const linda = await aanHetScherm(op, 'Linda');
  const [laat] = [await nieuweZaak(linda, 'Traplift', ['Emma']), await nieuweZaak(linda, 'Rollator', ['Emma'])];
  await expect(deel.getByRole('img'), 'live').toHaveAccessibleName(new RegExp(`nu ${lopend + 2} zaken\\.$`));
  await expect(samen.first()).toHaveText(String(lopend + 2));
  expect((await tabel()).at(-1)).toBe(lopend + 2);
  expect(await lijn()).toEqual(await tabel());
  await expect(deel.locator('figure p'), 'and it is said in a sentence').toHaveText(new RegExp(`nu ${lopend + 2} zaken\\.$`));
  await toegankelijk(page);
  await pastOp320(page);

  // Midnight after midnight: nobody does anything, it must be done, and it grows late. A Wmo-melding must be done within six weeks.
  await expect(cijfer(page, 'Emma', 'laat')).toHaveText('geen');
  await klok(linda, 'P42D');
  await expect(cijfer(page, 'Emma', 'week')).toHaveText(/^[1-9]\d*$/);
  const week = await getal(page, 'Emma', 'week');
  expect(week).toBeGreaterThanOrEqual(2);
  await cijfer(page, 'Emma', 'week').getByRole('link', { name: `${week} met de termijn deze week: zaken van Emma Bakker` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Zaken van Emma Bakker' })).toBeFocused();
  await expect(page.locator('[data-zaken] tbody tr')).toHaveCount(week);
  await page.goBack();
  await bord(page);
  await klok(linda, 'P3D');
  await expect(cijfer(page, 'Emma', 'laat')).toHaveText(/^[1-9]\d* te laat$/);
  const aantal = Number((await cijfer(page, 'Emma', 'laat').innerText()).split(' ')[0]);
  expect(aantal).toBeGreaterThanOrEqual(2);
  await expect(page.locator('.lead')).toContainText(/([2-9]|[1-9]\d) zijn te laat/);
  await toegankelijk(page);
  await cijfer(page, 'Emma', 'laat').getByRole('link', { name: `${aantal} te laat: zaken van Emma Bakker` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Zaken van Emma Bakker' })).toBeFocused();
  await expect(page.locator('[data-zaken] [data-termijn="laat"]')).toHaveCount(aantal);
  await expect(page.locator('[data-zaken] tbody tr'), 'those and no others').toHaveCount(aantal);
  await expect(page.locator('[data-zaken] tbody tr').filter({ hasText: laat.nummer })).toHaveCount(1);
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByRole('link', { name: 'Toon alle zaken' }).click();
  await expect(page.locator('[data-zaken] tbody tr')).not.toHaveCount(aantal);
});

// shows C2-L5
test('without its push the line does not go on and nothing is seen to grow late', async ({ browser }) => {
  const op = server.browser(browser);
  const linda = await aanHetScherm(op, 'Linda');
  await nieuweZaak(linda, 'Traplift', ['Emma']);
  const { stand, vooraf } = schakelaar('latest');
  const { page } = await aanHetScherm(op, 'Wouter', vooraf);
  await bord(page);
  const zin = page.locator('.verloop figure p');
  const eerst = await zin.innerText();
  stand.duw?.sluit();
  await nieuweZaak(linda, 'Rollator', ['Emma']);
  await expect.poll(() => stand.duw?.tegengehouden).toContain('latest');
  await klok(linda, 'P45D');
  const telling = async () => {
    const { totaal } = (await (await page.request.get('/api/v1/caseload')).json()) as { totaal: { te_laat: number } };
    return totaal.te_laat;
  };
  await expect.poll(telling).toBeGreaterThan(0);
  await expect(zin).toHaveText(eerst);
  await expect(cijfer(page, 'Emma', 'laat')).toHaveText('geen');
});
