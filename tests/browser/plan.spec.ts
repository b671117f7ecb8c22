// A regisseur makes a groep and leads its plan; who works on a zaak in it sees their part, live; nobody sees more.
import { expect, type Page } from '@playwright/test';
import { tegelijk } from './iedereen.steun';
import { test } from './proef';
import { aanHetScherm, getyptOver, medewerkerIds, oorsprong, pastOp320, stuur, toegankelijk, verbonden, zonderScherm } from './steun';
import { DYLAN, gezin, MARIA, metSleutel, opPlan, planVan, WAAROM } from './wijkteam';

async function zoekErbij(page: Page, wie: typeof MARIA, achternaam: string) {
  await page.getByLabel('Naam of BSN').fill(`${wie.voornaam} ${achternaam}`);
  await page.getByLabel('Geboortedatum').fill(wie.getypt);
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await page.locator('.gevondenrij').getByRole('button', { name: new RegExp(wie.voornaam) }).last().click();
  await expect(page.locator('[data-lid]').filter({ hasText: wie.voornaam })).toBeVisible();
  await expect(page.getByLabel('Naam of BSN'), 'for the next one').toBeFocused();
}

async function stelDoel(page: Page, tekst: string, voor?: string) {
  await page.getByRole('button', { name: 'Nieuw doel' }).click();
  await page.getByRole('textbox', { name: 'Het doel' }).fill(tekst);
  if (voor) await page.getByLabel('Voor wie?').selectOption({ label: voor });
  await page.getByRole('button', { name: 'Stel het doel' }).click();
  await expect(page.locator('[data-doel]').filter({ hasText: tekst })).toBeVisible();
}

// shows KING-G1, KING-G3, KING-PL1, KING-PL2, KING-PL3, KING-PL8, KING-AC1, KING-RG3, KING-SI5
test('Rianne makes a groep, starts its plan and links both zaken; Kevin, Emma and Ruben see theirs change live', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const kevin = await aanHetScherm(browser, 'Kevin');
  await kevin.page.goto('/plannen');
  await verbonden(kevin.page);
  const begin = await oorsprong(kevin.page);
  const rianne = await aanHetScherm(browser, 'Rianne');
  const page = rianne.page;

  await page.getByRole('link', { name: 'Plannen' }).click();
  await page.getByRole('link', { name: 'Nieuwe groep' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await zoekErbij(page, MARIA, eigen.achternaam);
  await zoekErbij(page, DYLAN, eigen.achternaam);
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByRole('button', { name: 'Maak de groep van Maria en Dylan' }).click();
  await expect(page.locator('.foutlijst'), 'she works for neither of them yet').toContainText('waarom u de groep maakt');
  await toegankelijk(page);
  await page.getByLabel('Waarom wilt u deze mensen samen zien?').fill(WAAROM);
  await page.getByRole('button', { name: 'Maak de groep van Maria en Dylan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Groep van/);
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByRole('button', { name: 'Start het plan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Plan voor/);
  await toegankelijk(page);

  // Both running zaken, by judgement. Kevin hears at once.
  for (const zaak of ['Jeugdhulp', 'Wmo-melding']) {
    await page.getByRole('button', { name: 'Neem een lopende zaak op' }).click();
    await page.getByRole('button', { name: new RegExp(`Neem op: ${zaak}`) }).click();
    await expect(page.locator('[data-zaak]').filter({ hasText: zaak })).toBeVisible();
  }
  const mijn = kevin.page.locator('[data-plan]').filter({ hasText: eigen.achternaam });
  await expect(mijn).toBeVisible();
  expect(await oorsprong(kevin.page)).toBe(begin);
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);
  await mijn.getByRole('link').click();
  await expect(kevin.page.getByText('Rianne Dekker leidt dit plan.', { exact: false })).toBeVisible();
  const plan = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const emma = await opPlan(browser, 'Emma', plan);

  // What is for the groep both see; what is for one lid sees who works for that lid.
  await stelDoel(page, 'Samen eten aan tafel');
  await expect(kevin.page.getByText('Samen eten aan tafel')).toBeVisible();
  await expect(emma.page.getByText('Samen eten aan tafel')).toBeVisible();
  await stelDoel(page, 'Een avond voor zichzelf', `Maria ${eigen.achternaam} (persoonlijk)`);
  await expect(emma.page.getByText('Een avond voor zichzelf')).toBeVisible();
  await stelDoel(page, 'Weer naar school', `Dylan ${eigen.achternaam} (persoonlijk)`);
  await expect(kevin.page.getByText('Weer naar school')).toBeVisible();
  await expect(kevin.page.getByText('Een avond voor zichzelf')).toHaveCount(0);
  await expect(kevin.page.locator('[data-doel]')).toHaveCount(2);
  await expect(emma.page.getByText('Weer naar school')).toHaveCount(0);
  await expect(kevin.page.locator('[data-zaak]'), 'of Maria he may not know').toHaveCount(1);
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);

  // An action with an owner who ticks it off; the regisseur sees it done.
  await page.getByRole('button', { name: 'Nieuwe actie' }).click();
  await page.getByLabel('De actie').fill('Bel de school');
  // Only who may see it can be given it: nobody from outside the plan, and of what is for Maria not who works for Dylan.
  const eigenaars = page.getByLabel('Wie doet het?').locator('option');
  await expect(eigenaars.filter({ hasText: 'Peter' })).toHaveCount(0);
  await page.getByLabel('Bij welk doel?').selectOption({ label: 'Een avond voor zichzelf' });
  await expect(eigenaars.filter({ hasText: 'Emma Bakker' })).toHaveCount(1);
  await expect(eigenaars.filter({ hasText: 'Kevin' })).toHaveCount(0);
  await expect(page.getByLabel('Voor wie?')).toHaveAccessibleDescription('Dit volgt uit het doel dat u koos.');
  await page.getByLabel('Bij welk doel?').selectOption({ label: 'Bij geen doel' });
  await page.getByLabel('Wie doet het?').selectOption({ label: 'Kevin de Wit, jeugdconsulent' });
  await page.getByLabel('Wanneer?').fill('10-12-1999');
  await page.getByLabel('Bij welk doel?').selectOption({ label: 'Weer naar school' });
  await page.getByRole('button', { name: 'Leg de actie vast' }).click();
  // What the server refuses is read in the dialog, not on the page behind it.
  await expect(page.getByRole('dialog').locator('.foutlijst')).toBeFocused();
  await page.getByLabel('Wanneer?').fill(getyptOver(11));
  await toegankelijk(page);
  await page.getByRole('button', { name: 'Leg de actie vast' }).click();
  await kevin.page.getByRole('checkbox', { name: 'Gedaan: Bel de school' }).click();
  await expect(page.locator('[data-actie]')).toContainText('gedaan op');
  await expect(emma.page.getByText('Bel de school')).toHaveCount(0);

  // A second regisseur with the same rights, at the same table.
  await page.getByRole('button', { name: 'Vraag een regisseur erbij' }).click();
  await page.getByRole('button', { name: 'Neem op: Ruben Hoekstra' }).click();
  await expect(page.locator('[data-regisseur="Ruben Hoekstra"]')).toBeVisible();
  const ruben = await opPlan(browser, 'Ruben', plan);
  await expect(page.locator('[data-aanwezig^="Ruben"]')).toBeVisible();
  await stelDoel(ruben.page, 'Oma en kleinzoon gaan samen wandelen');
  await expect(page.getByText('Oma en kleinzoon gaan samen wandelen').first()).toBeVisible();
  await expect(page.locator('[data-omroep]')).toContainText('Ruben Hoekstra stelde een doel');

  // One time line, with a filter: the plan, its actions, and of its zaken that they run; of what is in them nothing.
  const lijn = page.locator('.tijdlijn');
  await page.getByLabel('Toon').selectOption('zaken');
  await expect(lijn.locator('[data-soort="ZaakGekoppeld"]')).toHaveCount(2);
  await expect(lijn.locator('[data-soort="ZaakToegewezen"]')).toHaveText([/Jeugdhulp ZAAK.* is van Kevin de Wit/, /Wmo-melding ZAAK.* is van Emma/]);
  await expect(lijn.locator('li')).toHaveCount(6);
  await stuur(emma.context.request, `/zaken/${eigen.wmo}/in-behandeling`, {});
  await expect(lijn.locator('[data-soort="InBehandelingGenomen"]'), 'live').toContainText('Wmo-melding');
  await expect(lijn.getByText('Hulp gevraagd')).toHaveCount(0);
  await page.getByLabel('Toon').selectOption('acties');
  await expect(lijn.locator('[data-soort="ActieGedaan"]')).toHaveCount(1);
  await expect(lijn.locator('[data-soort^="Zaak"]')).toHaveCount(0);
  await toegankelijk(page);
  await page.getByLabel('Toon').selectOption('alles');

  // Maria's signaal lands here.
  await metSleutel(linda.context.request, 'woningstichting', eigen, MARIA, 'huurachterstand');
  await expect(page.locator('[data-signaal]')).toContainText('Achterstand met de huur');
  await expect(ruben.page.locator('[data-signaal]')).toContainText('Achterstand met de huur');
  await expect(kevin.page.getByText('Achterstand met de huur')).toHaveCount(0);
  await toegankelijk(page);
  await pastOp320(page);

  // The same persons are one groep.
  await page.goto('/groepen/nieuw');
  await zoekErbij(page, DYLAN, eigen.achternaam);
  await zoekErbij(page, MARIA, eigen.achternaam);
  await page.getByRole('button', { name: /^Maak de groep/ }).click();
  await expect(page.getByText('Deze groep is er al', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'Naar de groep die er al is' }).click();
  await expect(page.getByRole('link', { name: 'Naar het plan dat loopt' })).toBeVisible();
});

// shows KING-PL4
test('two regisseurs start a plan at the same instant: one wins, the other is pointed to it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await aanHetScherm(browser, 'Rianne');
  const ruben = await aanHetScherm(browser, 'Ruben');
  const { groep, plan } = await planVan(rianne, eigen);
  const ik = (await (await ruben.context.request.get('/api/v1/ik')).json()) as { id: string };
  await stuur(rianne.context.request, `/plannen/${plan}/regisseurs`, { regisseur: ik.id });
  await stuur(rianne.context.request, `/plannen/${plan}/sluiten`, { resultaat: 'Klaar' });

  await tegelijk([rianne.page, ruben.page], `**/api/v1/groepen/${groep}/plan`);
  for (const { page } of [rianne, ruben]) {
    await page.goto(`/groepen/${groep}`);
    await page.getByRole('button', { name: 'Start het plan' }).click();
  }
  const opPlanpagina = (page: Page) => page.getByRole('heading', { level: 1, name: /^Plan voor/ });
  const geweigerd = (page: Page) => page.getByText('Er loopt al een plan voor deze groep', { exact: false });
  for (const { page } of [rianne, ruben]) await expect(opPlanpagina(page).or(geweigerd(page))).toBeVisible();
  const gewonnen = [rianne, ruben].map(({ page }) => opPlanpagina(page).isVisible());
  const uitslag = await Promise.all(gewonnen);
  expect(uitslag.filter(Boolean)).toHaveLength(1);
  const [winnaar, verliezer] = uitslag[0] ? [rianne, ruben] : [ruben, rianne];
  await toegankelijk(verliezer.page);
  await verliezer.page.getByRole('link', { name: 'Naar het plan dat loopt' }).click();
  await expect(opPlanpagina(verliezer.page)).toBeVisible();
  expect(new URL(verliezer.page.url()).pathname).toBe(new URL(winnaar.page.url()).pathname);
});

// shows KING-RG1, N-34
test('the plan is handed over without a gap, and who leaves sees nothing more', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  const { plan } = await planVan(rianne, eigen);
  const open = await opPlan(browser, 'Rianne', plan);
  await open.page.getByRole('button', { name: 'Vraag een regisseur erbij' }).click();
  await open.page.getByRole('button', { name: 'Neem op: Ruben Hoekstra' }).click();
  const ruben = await opPlan(browser, 'Ruben', plan);
  const draagt = (page: Page, naam: string) => page.locator(`[data-regisseur="${naam}"]`).getByText('verantwoordelijk', { exact: true });
  await expect(draagt(ruben.page, 'Rianne Dekker')).toBeVisible();
  await open.page.getByRole('button', { name: 'Draag over aan Ruben' }).click();
  for (const { page } of [open, ruben]) {
    await expect(draagt(page, 'Ruben Hoekstra')).toBeVisible();
    await expect(page.getByText('verantwoordelijk', { exact: true })).toHaveCount(1);
  }
  await ruben.page.getByRole('button', { name: 'Haal Rianne van dit plan' }).click();
  await expect(open.page.getByRole('heading', { name: 'Deze pagina is er niet' })).toBeVisible();
  await expect(open.page.getByText(eigen.achternaam)).toHaveCount(0);
});

// shows KING-PL3
test('when his zaak is taken out of the plan, Kevin loses the open page of it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  const { plan } = await planVan(rianne, eigen);
  await stuur(rianne.context.request, `/plannen/${plan}/zaken`, { zaak: eigen.jeugd });
  const open = await opPlan(browser, 'Rianne', plan);
  const kevin = await opPlan(browser, 'Kevin', plan);
  await verbonden(kevin.page);
  const begin = await oorsprong(kevin.page);
  await open.page.locator(`[data-zaak="${eigen.jeugd}"]`).getByRole('button', { name: 'Haal uit het plan' }).click();
  await expect(open.page.locator('[data-zaak]')).toHaveCount(0);
  await expect(kevin.page.getByRole('heading', { name: 'Deze pagina is er niet' })).toBeVisible();
  await expect(kevin.page.getByText(eigen.achternaam)).toHaveCount(0);
  expect(await oorsprong(kevin.page), 'no reload').toBe(begin);
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);
});

// shows KING-PL2
test('the contact that a zaak of the plan came from stands in its one time line, for who may read it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  const { plan } = await planVan(rianne, eigen);
  const api = rianne.context.request;
  const [zij] = await medewerkerIds(api, ['Rianne']);
  const { meldingen } = await stuur<{ meldingen: { zaak: string }[] }>(api, '/contacten', {
    kanaal: 'telefoon',
    spreker: { soort: 'persoon', persoon: eigen.maria },
    controle: 'controlevragen',
    verslag: [{ vraag: 'hulpvraag', tekst: 'Dylan slaapt slecht.' }],
    meldingen: [{ persoon: eigen.maria, zaaktype: 'MELDING-WMO', onderwerp: 'Rust in huis', behandelaars: [zij] }],
  });
  const { page } = await opPlan(browser, 'Rianne', plan);
  const contact = page.locator('.tijdlijn [data-soort="ContactGeregistreerd"]');
  await page.getByLabel('Toon').selectOption('contacten');
  await stuur(api, `/plannen/${plan}/zaken`, { zaak: meldingen[0]?.zaak });
  await expect(contact).toContainText('Rianne Dekker legde een contact vast');
  await expect(page.locator('.tijdlijn li')).toHaveCount(1);
  await toegankelijk(page);
  await page.getByLabel('Toon').selectOption('alles');
  await expect(page.locator('.tijdlijn [data-soort="ZaakGekoppeld"]')).toHaveCount(1);
  await expect(contact).toHaveCount(1);
  // Emma works on another zaak of Maria: she has her part of the plan, and no time line of contacts.
  await stuur(api, `/plannen/${plan}/zaken`, { zaak: eigen.wmo });
  const emma = await opPlan(browser, 'Emma', plan);
  await expect(emma.page.getByText('legde een contact vast')).toHaveCount(0);
});
