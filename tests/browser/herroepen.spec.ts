// What was wrongly recorded of gezag and of where somebody lives: taken back on the page, with a reason, and what followed from it ends at
// once on every open screen.
import { expect, type Page } from '@playwright/test';
import { gezin } from './balie.steun';
import { schakelaar } from './duw';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import { aanHetScherm, type Ingelogd, medewerkerIds, oorsprong, pastOp320, stuur, toegankelijk, verbonden, zonderScherm } from './steun';

const klopt = (page: Page, over: RegExp) =>
  page.getByRole('button', { name: new RegExp(`^Klopt dit niet\\? ${over.source}`) });

/** Presses the question, and says why. */
async function herroep(page: Page, over: RegExp, titel: string) {
  await klopt(page, over).click();
  const dialoog = page.getByRole('dialog', { name: titel });
  await toegankelijk(page);
  await dialoog.getByRole('button', { name: 'Dit klopt niet' }).click();
  await expect(dialoog.getByRole('link', { name: /de reden/ })).toBeVisible();
  await dialoog.getByLabel('Waarom klopt het niet?').fill('Dit ging over een ander kind.');
  await dialoog.getByRole('button', { name: 'Dit klopt niet' }).click();
  await expect(dialoog).toHaveCount(0);
}

// shows C2-N1, C2-N2, KING-R1e
test('gezag and a residence that are wrong are taken back, and go from the portal and from every open page', async ({
  browser,
}) => {
  test.skip(!BIN, 'needs KT_BIN: a server whose demo data it may change');
  test.slow(); // a server of its own, three people
  const server = new EigenServer();
  await server.start();
  try {
    const op = server.browser(browser);
    const maria = await aanHetScherm(op, 'Maria');
    const dylans = maria.page.locator('[data-kind^="Dylan"]');
    await expect(dylans.locator('[data-zaak]').first()).toBeVisible();
    await verbonden(maria.page);
    const begin = await oorsprong(maria.page);
    const { items } = (await (await maria.context.request.get('/api/v1/mijn/kinderen')).json()) as {
      items: { persoon: string }[];
    };
    const dylan = items[0]?.persoon ?? '';

    const kevin = await aanHetScherm(op, 'Kevin');
    const linda = await aanHetScherm(op, 'Linda');
    const { huishouden } = (await (
      await kevin.context.request.get(`/api/v1/personen/${dylan}/huishouden`)
    ).json()) as {
      huishouden: { id: string };
    };
    for (const { page } of [kevin, linda]) {
      await page.goto(`/huishoudens/${huishouden.id}`);
      await verbonden(page);
      await expect(page.locator(`[data-lid="${dylan}"]`)).toContainText('Maria');
    }
    await pastOp320(kevin.page);
    // Linda records no gezag, and is not asked whether it is right.
    await expect(klopt(linda.page, /Het gezag/)).toHaveCount(0);
    await herroep(kevin.page, /Het gezag van Maria .* over Dylan/, 'Klopt dit gezag niet?');
    for (const { page } of [kevin, linda]) {
      await expect(page.locator(`[data-lid="${dylan}"]`)).toContainText('Er is geen gezag vastgelegd');
    }
    await expect(linda.page.locator('[data-wijziging="GezagHerroepen"]')).toContainText('gezag niet klopte');
    await expect(dylans).toHaveCount(0);
    expect(await oorsprong(maria.page), 'no reload').toBe(begin);

    await herroep(linda.page, /Het verblijf van Dylan/, 'Klopt dit verblijf niet?');
    for (const { page } of [kevin, linda]) await expect(page.locator(`[data-lid="${dylan}"]`)).toHaveCount(0);
    await expect(kevin.page.locator('[data-wijziging="VerblijfHerroepen"]')).toContainText(
      'verblijf niet klopte',
    );
  } finally {
    await server.dood();
    server.ruimOp();
  }
});

/** A grandmother and a grandchild, who by a residence that was recorded is Kevin's way to know of her. */
async function metKevin(linda: Ingelogd) {
  const eigen = await gezin(linda);
  const api = linda.context.request;
  const melding = {
    persoon: eigen.kind.id,
    zaaktype: 'AANVRAAG-JEUGDHULP',
    onderwerp: 'School',
    kanaal: 'balie',
  };
  const zaak = await stuur<{ id: string }>(api, '/meldingen', melding);
  await stuur(api, `/zaken/${zaak.id}/toewijzen`, { behandelaars: await medewerkerIds(api, ['Kevin']) });
  return eigen;
}

// shows C2-N2, C2-K2, G27
test('who saw a huishouden by a residence that was wrong loses the open page', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { oma, huishouden } = await metKevin(linda);
  const kevin = await aanHetScherm(browser, 'Kevin');
  for (const { page } of [kevin, linda]) {
    await page.goto(`/huishoudens/${huishouden}`);
    await verbonden(page);
    await expect(page.locator('[data-lid]')).toHaveCount(2);
  }
  const begin = await oorsprong(kevin.page);
  await herroep(linda.page, /Het verblijf van Sil/, 'Klopt dit verblijf niet?');
  await expect(linda.page.locator('[data-lid]')).toHaveCount(1);
  await expect(kevin.page.getByText(oma.naam)).toHaveCount(0);
  await expect(kevin.page.locator('[data-lid]')).toHaveCount(0);
  expect(await oorsprong(kevin.page), 'no reload').toBe(begin);
  await toegankelijk(kevin.page);
  await kevin.page.goto(`/huishoudens/${huishouden}`);
  await expect(kevin.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(kevin.page.getByText(oma.naam)).toHaveCount(0);
});

// shows C2-N1
test('without its push what was taken back stays on an open page', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { oma, kind, huishouden } = await metKevin(linda);
  const kevin = await zonderScherm(browser, 'Kevin');
  const gezag = {
    houder: { soort: 'ander', naam: `Niet ${oma.naam}` },
    grond: 'voogdij',
    uitspraak: { gerecht: 'Rechtbank Overijssel', uitspraak_op: '2026-04-20' },
    vanaf: '2026-05-01',
  };
  await stuur(kevin.context.request, `/personen/${kind.id}/gezag`, gezag);
  const { stand, vooraf } = schakelaar('ev', 'snap', 'eraf');
  const { page } = await aanHetScherm(browser, 'Linda', vooraf);
  await page.goto(`/huishoudens/${huishouden}`);
  await expect(page.locator(`[data-lid="${kind.id}"]`)).toContainText('Rechtbank Overijssel');
  await verbonden(page);
  stand.duw?.sluit();
  await stuur(kevin.context.request, `/personen/${kind.id}/gezag/herroeping`, {
    ...gezag,
    reden: 'Ander kind',
  });
  await expect.poll(() => stand.duw?.tegengehouden).toContain('ev');
  await expect(page.locator(`[data-lid="${kind.id}"]`)).toContainText('Rechtbank Overijssel');
});
