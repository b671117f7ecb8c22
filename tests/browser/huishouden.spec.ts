// A huishouden, open at Kevin's: what Peter does shows there as dat, a hidden matter does not, and a right that ends takes the page along.
import { expect } from '@playwright/test';
import { gezin } from './balie.steun';
import { duwSchakelaar, isTekst } from './duw';
import { test } from './proef';
import {
  aanHetScherm,
  type Ingelogd,
  medewerkerIds,
  oorsprong,
  pastOp320,
  stuur,
  toegankelijk,
  verbonden,
  verdeelOpnieuw,
  zoektOp,
  zonderScherm,
} from './steun';

const WACHT_MS = 2_000;

/** Peter's bijstand for the grandmother, Kevin's jeugdhulp for the child, and a matter of Peter's that nobody else may know of. */
async function zaken(linda: Ingelogd, peter: Ingelogd, oma: string, kind: string) {
  const api = linda.context.request;
  const melding = (wie: Ingelogd, persoon: string, zaaktype: string) =>
    stuur<{ id: string }>(wie.context.request, '/meldingen', { persoon, zaaktype, onderwerp: 'Bedrag 412', kanaal: 'balie' });
  const bijstand = await melding(linda, oma, 'AANVRAAG-BIJZONDERE-BIJSTAND');
  await stuur(api, `/zaken/${bijstand.id}/toewijzen`, { behandelaars: await medewerkerIds(api, ['Peter']) });
  const jeugd = await melding(linda, kind, 'AANVRAAG-JEUGDHULP');
  await stuur(api, `/zaken/${jeugd.id}/toewijzen`, { behandelaars: await medewerkerIds(api, ['Kevin']) });
  await zoektOp(api, peter.context.request, oma);
  const geheim = await melding(peter, oma, 'ONDERZOEK-RECHTMATIGHEID');
  return { bijstand: bijstand.id, jeugd: jeugd.id, geheim: geheim.id };
}

// shows C2-K2, C2-N1, C2-N2, C2-N7, N-17
test('what Peter does moves in the huishouden that Kevin has open; a hidden matter is absent', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const peter = await aanHetScherm(browser, 'Peter');
  const { oma, kind, huishouden } = await gezin(linda);
  const { bijstand, jeugd, geheim } = await zaken(linda, peter, oma.id, kind.id);
  const kevin = await aanHetScherm(browser, 'Kevin');
  const { page } = kevin;
  await page.goto(`/zaken/${jeugd}`);
  await page.getByRole('link', { name: 'Bekijk het huishouden' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Huishouden van Trijntje en Sil/ })).toBeFocused();
  await verbonden(page);
  const begin = await oorsprong(page);
  await expect(page.locator('[data-zaak]')).toHaveCount(2);
  const rij = page.locator(`[data-zaak="${bijstand}"]`);
  await expect(rij).toContainText('Bijzondere bijstand');
  await expect(rij).toContainText('Verdeeld');
  await expect(rij).toContainText('Peter');
  await expect(page.getByText('Bedrag 412')).toHaveCount(1);
  await expect(page.locator(`[data-zaak="${jeugd}"]`)).toContainText('Bedrag 412');
  await expect(page.locator(`[data-lid="${kind.id}"]`)).toContainText('Woont hier feitelijk sinds 1 mei 2026');
  await toegankelijk(page);
  await pastOp320(page);

  // The other matter first: when Peter's act shows, whatever was told of it would have come before.
  const verdeler = await browser.newContext();
  await verdeler.request.post('/demo/login', { headers: { 'Content-Type': 'application/json' }, data: { persona: 'werkverdeler' } });
  const peters = await medewerkerIds(verdeler.request, ['Peter']);
  await stuur(verdeler.request, `/zaken/${geheim}/toewijzen`, { behandelaars: peters });
  await stuur(peter.context.request, `/zaken/${geheim}/in-behandeling`, {});
  await peter.page.goto(`/zaken/${bijstand}`);
  await peter.page.getByRole('button', { name: 'Neem zaak in behandeling' }).click();
  await expect(rij).toContainText('In onderzoek', { timeout: WACHT_MS });
  await expect(page.locator('[data-wijziging="InBehandelingGenomen"]')).toContainText('Bijzondere bijstand');
  await expect(page.locator('[data-zaak]')).toHaveCount(2);
  await expect(page.getByText('Onderzoek rechtmatigheid')).toHaveCount(0);
  expect(await oorsprong(page)).toBe(begin);
  await toegankelijk(page);

  // Custody by court, recorded by Kevin, is in words and in the picture's words at once, also at Linda's.
  await linda.page.goto(`/huishoudens/${huishouden}`);
  await expect(linda.page.locator('[data-tekening]')).toBeVisible();
  await verbonden(linda.page);
  await page.getByRole('button', { name: 'Leg gezag vast over Sil' }).click();
  await toegankelijk(page);
  await page.getByLabel('Welke rechtbank?').fill('Rechtbank Overijssel');
  await page.getByLabel('Datum van de uitspraak').fill('20-4-2026');
  await page.getByLabel('Het gezag geldt vanaf').fill('1-5-2026');
  await page.getByRole('dialog').getByRole('button', { name: 'Leg vast' }).click();
  for (const mens of [kevin, linda]) {
    const gezag = mens.page.locator(`[data-lid="${kind.id}"]`);
    await expect(gezag).toContainText(`${oma.naam}, voogdij`);
    await expect(gezag).toContainText('Rechtbank Overijssel');
    await expect(mens.page.getByRole('img', { name: /Trijntje .* heeft gezag over Sil/ })).toBeVisible();
  }
  const tekening = linda.page.locator('[data-tekening]');
  await expect(tekening.locator('.thuis-gezag')).toHaveCount(1);
  await expect(tekening.locator(`[data-mens="${kind.id}"]`)).toContainText(/woont hier feitelijk.*gezag: Trijntje \(voogdij\)/);
  // Its line crosses no name: it has a lane of its own, left of the chairs.
  const doorNamen = await tekening.evaluate((svg) => {
    const namen = [...svg.querySelectorAll<SVGGraphicsElement>('.thuis-naam, .thuis-onder')].map((naam) => naam.getBBox());
    return [...svg.querySelectorAll<SVGPathElement>('.thuis-gezag')].flatMap((lijn) =>
      Array.from({ length: 101 }, (_, n) => lijn.getPointAtLength((lijn.getTotalLength() * n) / 100)).filter(({ x, y }) =>
        namen.some((vak) => x > vak.x && x < vak.x + vak.width && y > vak.y && y < vak.y + vak.height),
      ),
    ).length;
  });
  expect(doorNamen).toBe(0);
  await expect(linda.page.locator('[data-wijziging="GezagVastgelegd"]')).toContainText('Kevin');

  // Kevin works for nobody there any more: within a second it is gone from his screen.
  await verdeelOpnieuw(browser, jeugd, ['Emma']);
  await expect(page.getByText(oma.naam)).toHaveCount(0, { timeout: 1_000 });
  await toegankelijk(page);
});

// shows C2-K2, X-23, E3, E7
test('the picture holds the same people, zaken and workers as the tables, at every width, and moves with them', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const peter = await zonderScherm(browser, 'Peter');
  const { oma, kind, huishouden } = await gezin(linda);
  const { bijstand } = await zaken(linda, peter, oma.id, kind.id);
  const { page } = await aanHetScherm(browser, 'Kevin');
  await page.goto(`/huishoudens/${huishouden}`);
  await verbonden(page);
  const tekening = page.locator('[data-tekening]');
  await expect(tekening.locator('[data-kaart]')).toHaveCount(2);
  for (const [width, vorm] of [[1280, 'breed'], [768, 'smal'], [390, 'smal'], [320, 'smal']] as const) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.locator(`[data-tekening="${vorm}"]`)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expect(tekening.locator('[data-mens]')).toHaveCount(2);
    await expect(tekening.locator('[data-kaart="dat"]')).toHaveText(/^Bijzondere/);
    await expect(tekening.locator('[data-kaart="wat"]')).toHaveText(/^Jeugdhulp/);
    // No letter lies outside the picture, and none is smaller than on the rest of the page.
    const buiten = await tekening.evaluate((svg) => {
      const vak = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('text')].filter((tekst) => tekst.getBoundingClientRect().right > vak.right + 1).length;
    });
    expect(buiten, `${width}`).toBe(0);
    expect(await tekening.evaluate((svg) => svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width)).toBeCloseTo(1, 1);
    await toegankelijk(page);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(tekening.locator('[data-werker]')).toHaveText([/Peter/, /Kevin/]);
  await expect(page.getByRole('img', { name: /loopt Bijzondere bijstand, de inhoud is afgeschermd\. Wie eraan werkt: Peter/ })).toBeVisible();
  await stuur(peter.context.request, `/zaken/${bijstand}/in-behandeling`, {});
  await expect(tekening.locator('[data-kaart="dat"]')).toContainText('In onderzoek');
});

// shows C2-K2, N-17
test('without its push nothing of it moves', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const peter = await zonderScherm(browser, 'Peter');
  const { oma, kind, huishouden } = await gezin(linda);
  const { bijstand } = await zaken(linda, peter, oma.id, kind.id);
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const kevin = await aanHetScherm(browser, 'Kevin', async (page) => {
    duw = await duwSchakelaar(page, isTekst('ev', 'lid', 'eraf', 'snap'));
  });
  await kevin.page.goto(`/huishoudens/${huishouden}`);
  const rij = kevin.page.locator(`[data-zaak="${bijstand}"]`);
  await expect(rij).toContainText('Verdeeld');
  duw?.sluit();
  await stuur(peter.context.request, `/zaken/${bijstand}/in-behandeling`, {});
  const extra = await stuur<{ id: string }>(linda.context.request, '/personen', { voornamen: 'Bo', achternaam: 'Turfstra' });
  await stuur(linda.context.request, `/huishoudens/${huishouden}/leden`, { persoon: extra.id, bron: 'handmatig' });
  await expect.poll(() => duw?.tegengehouden.length).toBeGreaterThan(1);
  await expect(rij).toContainText('Verdeeld');
  await expect(kevin.page.locator('[data-kaart="dat"]')).toContainText('Verdeeld');
  await expect(kevin.page.locator('[data-wijziging]')).toHaveCount(0);
  await expect(kevin.page.locator('[data-lid]')).toHaveCount(2);
});

// shows C2-N2
test('somebody who lives there and somebody who left come and go on an open page', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { oma, kind, huishouden } = await gezin(linda);
  const ander = await aanHetScherm(browser, 'Linda');
  await ander.page.goto(`/huishoudens/${huishouden}`);
  await expect(ander.page.locator('[data-lid]')).toHaveCount(2);
  await verbonden(ander.page);
  const { page } = linda;
  await page.goto(`/huishoudens/${huishouden}`);
  await page.getByRole('button', { name: 'Meld dat Sil hier niet meer woont' }).click();
  await page.getByLabel('Sinds wanneer niet meer?').fill('1-6-2026');
  await page.getByRole('dialog').getByRole('button', { name: 'Leg vast' }).click();
  for (const scherm of [page, ander.page]) await expect(scherm.locator('[data-lid]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Iemand woont hier ook' }).click();
  await toegankelijk(page);
  await page.getByLabel('Naam', { exact: true }).fill(kind.naam);
  await page.getByLabel('Geboortedatum', { exact: true }).fill('8-6-2017');
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await page.getByRole('button', { name: `Kies ${kind.naam}` }).click();
  await toegankelijk(page);
  await page.getByLabel('Sinds wanneer?').fill('1-7-2026');
  await page.getByLabel('Waarom woont deze persoon hier?').fill('Terug bij oma.');
  await page.getByLabel('Hoe weet u dit?').selectOption({ label: 'huisbezoek' });
  await page.getByRole('dialog').getByRole('button', { name: 'Leg vast' }).click();
  for (const scherm of [page, ander.page]) {
    await expect(scherm.locator(`[data-lid="${kind.id}"]`)).toContainText('Terug bij oma.');
    await expect(scherm.locator(`[data-lid="${oma.id}"]`)).toBeVisible();
  }
});
