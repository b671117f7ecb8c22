// A signaal about a groep, where a signaal went, doubles that turn out to be one, what was handled, and a groep out of a huishouden.
import { expect, type Page } from '@playwright/test';
import { gezin as huisgezin } from './balie.steun';
import { test } from './proef';
import { aanHetScherm, medewerkerIds, oorsprong, pastOp320, stuur, toegankelijk, verbonden, zonderScherm } from './steun';
import { DYLAN, gezin, groepVan, MARIA, metSleutel, opRegister, rijVan, signaalVan, vind, WAAROM } from './wijkteam';

// shows KING-SI1, KING-SI4, KING-ZT23
test('a regisseur reports about a groep from its page, and starts its plan because of it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const { page, context } = await aanHetScherm(browser, 'Rianne');
  const groep = await groepVan(context.request, eigen, [MARIA, DYLAN]);
  await page.goto(`/groepen/${groep}`);
  await page.getByRole('link', { name: 'Meld een signaal over deze groep' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Meld een signaal over deze groep' })).toBeVisible();
  await expect(page.getByText('de groep van Maria en Dylan')).toBeVisible();
  await expect(page.getByLabel('Hoe heet de persoon?'), 'whom it is about is known').toHaveCount(0);
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByLabel('Waar gaat het over?').selectOption({ label: 'Overlast in de buurt' });
  await page.getByLabel('Wat ziet of hoort u?').fill('De buren klagen.');
  await page.getByLabel('Hoe weet u dit?').selectOption({ label: 'Uit een administratie' });
  await page.getByRole('button', { name: 'Stuur uw melding' }).click();
  await expect(page.getByRole('heading', { name: 'Wij hebben uw melding' })).toBeFocused();
  const { items } = (await (await context.request.get('/api/v1/signalen')).json()) as { items: { id: string; betreft: { groep?: string } }[] };
  const id = items.find((rij) => rij.betreft.groep === groep)?.id;
  await page.goto(`/signalen/${id}`);
  await expect(page.getByText('Uit een administratie', { exact: false })).toBeVisible();
  await toegankelijk(page);
  await page.getByRole('button', { name: 'Start het plan van deze groep' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plan voor Maria en Dylan');
  await expect(page.locator('[data-aanleiding]')).toContainText('Overlast in de buurt');
  await toegankelijk(page);
  await pastOp320(page);
  await page.locator('[data-aanleiding]').getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Waar dit signaal nu ligt' })).toBeVisible();
  await toegankelijk(page);
  await pastOp320(page);
  await page.locator('[data-plan]').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plan voor Maria en Dylan');
});

// shows KING-ZT22
test('one about a groep and one about each of its people ask for attention to the groep, live and with why', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const api = linda.context.request;
  const rianne = await opRegister(browser, 'Rianne');
  const groep = await groepVan(rianne.context.request, eigen, [MARIA, DYLAN]);
  const begin = await oorsprong(rianne.page);
  const emma = await opRegister(browser, 'Emma');
  const item = (page: Page) => page.locator('[data-aandacht]').filter({ hasText: 'Een groep' }).filter({ hasText: `over Maria ${eigen.achternaam}` });
  await metSleutel(api, 'woningstichting', eigen, MARIA, 'huurachterstand');
  await metSleutel(api, 'woningstichting', eigen, DYLAN, 'overlast');
  await expect(rijVan(rianne.page, eigen)).toHaveCount(2);
  await expect(item(rianne.page)).toHaveCount(0);
  await stuur(rianne.context.request, '/signalen', { soort: 'overlast', groep });
  await expect(item(rianne.page)).toContainText('Drie signalen in zes maanden. Dat is de reden dat dit hier staat.');
  await expect(item(rianne.page).locator('.waaromlijst li')).toContainText([/over Maria/, /over Dylan/, /over de groep zelf/]);
  expect(await oorsprong(rianne.page), 'no reload').toBe(begin);
  await toegankelijk(rianne.page);
  await pastOp320(rianne.page);
  // Emma knows of no groep.
  await expect(rijVan(emma.page, eigen).first()).toBeVisible();
  await expect(item(emma.page)).toHaveCount(0);
});

// shows KING-SI4, KING-G4
test('an open signaal says live to which plan it went, and the groep says what led to it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  await metSleutel(linda.context.request, 'woningstichting', eigen, MARIA, 'huurachterstand');
  const rianne = await aanHetScherm(browser, 'Rianne');
  const id = await signaalVan(rianne, eigen);
  await rianne.page.goto(`/signalen/${id}`);
  await expect(rianne.page.getByRole('button', { name: 'Start een groepstraject' })).toBeVisible();
  await verbonden(rianne.page);
  const begin = await oorsprong(rianne.page);
  const leden = [eigen.maria, eigen.dylan];
  await vind(rianne.context.request, DYLAN, eigen);
  const { id: plan } = await stuur<{ id: string }>(rianne.context.request, `/signalen/${id}/groepstraject`, { leden, waarom: WAAROM });
  await expect(rianne.page.locator(`[data-plan="${plan}"]`)).toContainText('Plan voor Maria en Dylan');
  expect(await oorsprong(rianne.page), 'no reload').toBe(begin);
  await rianne.page.locator('[data-plan]').getByRole('link').click();
  await rianne.page.getByRole('link', { name: 'Bekijk de groep' }).click();
  await expect(rianne.page.locator('[data-aanleiding]')).toContainText('Achterstand met de huur');
  await toegankelijk(rianne.page);
  await pastOp320(rianne.page);
});

// shows KING-ZT24
test('when it turns out who it is, two signalen become one on every open screen', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const api = linda.context.request;
  await metSleutel(api, 'woningstichting', eigen, MARIA, 'zorgmijding');
  await stuur(api, '/signalen', { soort: 'zorgmijding', naam: `Mevrouw ${eigen.achternaam}` });
  const rianne = await opRegister(browser, 'Rianne');
  await expect(rijVan(rianne.page, eigen)).toHaveCount(2);
  const emma = await opRegister(browser, 'Emma');
  await rijVan(emma.page, eigen).filter({ hasText: 'nog onbekend' }).getByRole('link').click();
  await emma.page.getByRole('button', { name: 'Zoek de persoon op' }).click();
  await emma.page.getByLabel('Naam of BSN').fill(eigen.achternaam);
  await emma.page.getByLabel('Geboortedatum').fill(MARIA.getypt);
  await emma.page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await emma.page.getByRole('button', { name: `Kies Maria ${eigen.achternaam}` }).click();
  await expect(emma.page.locator('[data-opgegaan]')).toContainText('Dit hoort nu bij een ander signaal');
  await toegankelijk(emma.page);
  await pastOp320(emma.page);
  await expect(rijVan(rianne.page, eigen), 'live').toHaveCount(1);
  await expect(rijVan(rianne.page, eigen)).toContainText('twee keer gemeld');
  await emma.page.getByRole('link', { name: 'Bekijk dat signaal' }).click();
  await expect(emma.page.locator('[data-inzending]')).toHaveCount(2);
  await expect(emma.page.locator('[data-samengevoegd]')).toBeVisible();
});

// shows KING-ZT25
test('what was handled has a list of its own, filtered, by page and live', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const api = linda.context.request;
  const emma = await zonderScherm(browser, 'Emma');
  for (const soort of ['overlast', 'huurachterstand']) await metSleutel(api, 'woningstichting', eigen, MARIA, soort);
  await metSleutel(api, 'school', eigen, DYLAN, 'schoolverzuim');
  const kevin = await opRegister(browser, 'Kevin');
  await expect(rijVan(kevin.page, eigen)).toHaveCount(3);
  await kevin.page.getByLabel('Laat zien').selectOption({ label: 'Wat is afgehandeld' });
  await expect(kevin.page).toHaveURL(/stand=afgehandeld/);
  await expect(kevin.page.locator('[data-lijst="nu"]')).toBeAttached();
  await expect(rijVan(kevin.page, eigen)).toHaveCount(0);
  await verbonden(kevin.page);
  const begin = await oorsprong(kevin.page);
  const { items } = (await (await emma.context.request.get('/api/v1/signalen?soort=overlast')).json()) as {
    items: { id: string; betreft: { persoon?: { id: string } } }[];
  };
  const id = items.find((rij) => rij.betreft.persoon?.id === eigen.maria)?.id;
  await stuur(emma.context.request, `/signalen/${id}/afhandelen`, { afhandeling: 'hulp_loopt' });
  await expect(rijVan(kevin.page, eigen)).toContainText('Afgehandeld: er loopt al hulp.');
  expect(await oorsprong(kevin.page), 'no reload').toBe(begin);
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);
  await kevin.page.getByLabel('Soort').selectOption({ label: 'Achterstand met de huur' });
  await expect(rijVan(kevin.page, eigen)).toHaveCount(0);
  await kevin.page.getByLabel('Soort').selectOption({ label: 'Overlast in de buurt' });
  await expect(rijVan(kevin.page, eigen)).toHaveCount(1);
  await kevin.page.reload();
  await expect(rijVan(kevin.page, eigen)).toHaveCount(1);
  // Who leads the team knows that it was, and of whom not.
  const wendy = await aanHetScherm(browser, 'Wendy');
  await wendy.page.goto('/signalen?stand=afgehandeld');
  await expect(wendy.page.locator(`[data-signaal="${id}"]`)).toContainText('afgeschermd');
  await expect(wendy.page.getByText(eigen.achternaam)).toHaveCount(0);
});

// shows KING-ZT25
test('a long list of what was handled goes on where the page ended', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await aanHetScherm(browser, 'Rianne');
  const naam = `Lang ${eigen.achternaam}`;
  for (let n = 0; n < 27; n += 1) await stuur(linda.context.request, '/signalen', { soort: 'overig', naam });
  const { items } = (await (await rianne.context.request.get('/api/v1/signalen?soort=overig&aantal=200')).json()) as {
    items: { id: string; betreft: { nog_onbekend?: { naam: string } } }[];
  };
  const eigenIds = items.filter((rij) => rij.betreft.nog_onbekend?.naam === naam).map((rij) => rij.id);
  expect(eigenIds).toHaveLength(27);
  for (const id of eigenIds) await stuur(rianne.context.request, `/signalen/${id}/afhandelen`, { afhandeling: 'geen_actie' });
  await rianne.page.goto('/signalen?stand=afgehandeld&soort=overig');
  await expect(rianne.page.locator('[data-signaal]')).toHaveCount(25);
  await rianne.page.getByRole('button', { name: 'Laat meer zien' }).click();
  await expect(rijVan(rianne.page, eigen)).toHaveCount(27);
});

// shows KING-G1, KING-ZT15
test('who live in a huishouden are a proposal for a groep, and whoever is not ticked stays out', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { oma, kind, huishouden } = await huisgezin(linda);
  const { id: zaak } = await stuur<{ id: string }>(linda.context.request, '/meldingen', {
    persoon: oma.id,
    zaaktype: 'MELDING-WMO',
    onderwerp: 'Hulp gevraagd',
    kanaal: 'balie',
  });
  const { page, context } = await aanHetScherm(browser, 'Rianne');
  const [rianne] = await medewerkerIds(linda.context.request, ['Rianne']);
  await stuur(linda.context.request, `/zaken/${zaak}/toewijzen`, { behandelaars: [rianne] });
  await page.goto(`/huishoudens/${huishouden}`);
  await page.getByRole('link', { name: 'Maak een groep uit dit huishouden' }).click();
  const voorstel = page.getByRole('group', { name: 'Voorstel uit dit huishouden' });
  await expect(voorstel.getByRole('checkbox')).toHaveCount(2);
  await expect(voorstel.getByLabel(oma.naam)).toBeChecked();
  await toegankelijk(page);
  await pastOp320(page);
  await voorstel.getByLabel(kind.naam).uncheck();
  await page.getByRole('button', { name: 'Maak de groep van Trijntje' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Groep van Trijntje');
  await expect(page.locator('[data-lid]')).toHaveCount(1);
  const { groepen } = (await (await context.request.get('/api/v1/plannen')).json()) as { groepen: { leden: { id: string }[] }[] };
  expect(groepen.some((groep) => groep.leden.length === 1 && groep.leden[0]?.id === oma.id)).toBe(true);
});

// shows KING-G3, KING-G4, KING-G5
test('a groep that one may not know of is refused without a word of it, and who leads the team sees live that somebody tried', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  await groepVan(rianne.context.request, eigen, [MARIA]);
  const wendy = await aanHetScherm(browser, 'Wendy');
  await wendy.page.getByRole('link', { name: 'Te regelen' }).click();
  await expect(wendy.page.getByRole('heading', { level: 1, name: 'Te regelen' })).toBeVisible();
  await verbonden(wendy.page);
  const poging = wendy.page.locator('[data-poging^="Ruben"]');
  // What was tried before this test is in the list when the list is there.
  await expect(wendy.page.locator('#pogingen')).toBeVisible();
  const eerder = await poging.count();
  const ruben = await aanHetScherm(browser, 'Ruben');
  await ruben.page.goto('/groepen/nieuw');
  await ruben.page.getByLabel('Naam of BSN').fill(`Maria ${eigen.achternaam}`);
  await ruben.page.getByLabel('Geboortedatum').fill(MARIA.getypt);
  await ruben.page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await ruben.page.getByRole('button', { name: `Kies Maria ${eigen.achternaam}` }).click();
  await ruben.page.getByRole('button', { name: 'Maak de groep van Maria' }).click();
  await expect(ruben.page.locator('.foutlijst'), 'he has nothing to do with her yet').toContainText('waarom u de groep maakt');
  await ruben.page.getByLabel('Waarom wilt u deze mensen samen zien?').fill(WAAROM);
  await ruben.page.getByRole('button', { name: 'Maak de groep van Maria' }).click();
  await expect(ruben.page.locator('.foutlijst')).toContainText('Overleg met de wijkteammanager.');
  await expect(ruben.page.getByRole('link', { name: 'Naar de groep die er al is' })).toHaveCount(0);
  await toegankelijk(ruben.page);
  await pastOp320(ruben.page);
  await expect(poging, 'live').toHaveCount(eerder + 1);
  await expect(poging.first()).toContainText('Rianne');
  await expect(wendy.page.getByText(eigen.achternaam)).toHaveCount(0);
  await toegankelijk(wendy.page);
  await pastOp320(wendy.page);
});
