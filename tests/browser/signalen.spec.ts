// Signalen come in by key and by form, show live to who may see them, make no zaak, and never tell who reported.
import { expect } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, oorsprong, pastOp320, stuur, toegankelijk, verbonden, zonderScherm } from './steun';
import { DYLAN, gezin, MARIA, metSleutel, opPlan, opRegister, planVan, rijVan } from './wijkteam';

// shows KING-SI1, KING-SI2, KING-SI3, KING-ZT23, KING-ZT24, KING-ZT25
test('what a school and a woningstichting report shows live to who may see it, and a double is one', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const kevin = await opRegister(browser, 'Kevin');
  const emma = await opRegister(browser, 'Emma');
  const wendy = await opRegister(browser, 'Wendy');
  const begin = await oorsprong(kevin.page);
  const api = linda.context.request;

  await metSleutel(api, 'school', eigen, DYLAN, 'schoolverzuim');
  await expect(rijVan(kevin.page, eigen)).toContainText('Niet naar school');
  await metSleutel(api, 'woningstichting', eigen, MARIA, 'huurachterstand');
  await expect(rijVan(kevin.page, eigen)).toHaveCount(2);
  await expect(rijVan(emma.page, eigen), 'a school is not for her').toHaveCount(1);
  await expect(rijVan(emma.page, eigen)).toContainText('één keer gemeld');
  await expect(rijVan(wendy.page, eigen), 'a manager reads no name').toHaveCount(0);

  await metSleutel(api, 'school', eigen, MARIA, 'huurachterstand');
  await expect(rijVan(emma.page, eigen)).toContainText('twee keer gemeld');
  await expect(rijVan(emma.page, eigen)).toContainText('School, Woningstichting');
  expect(await oorsprong(kevin.page), 'no page was loaded again').toBe(begin);
  await toegankelijk(emma.page);
  await pastOp320(emma.page);

  // The filter stands in the address and stays after a reload.
  await kevin.page.getByLabel('Soort').selectOption({ label: 'Niet naar school' });
  await expect(kevin.page).toHaveURL(/soort=schoolverzuim/);
  await expect(rijVan(kevin.page, eigen)).toHaveCount(1);
  await kevin.page.reload();
  await expect(rijVan(kevin.page, eigen)).toHaveCount(1);
  await expect(rijVan(kevin.page, eigen)).toContainText('Niet naar school');
  await kevin.page.getByLabel('Bron').selectOption('woningstichting');
  await expect(rijVan(kevin.page, eigen)).toHaveCount(0);
  await kevin.page.getByRole('button', { name: 'Wis het filter' }).click();
  await expect(rijVan(kevin.page, eigen)).toHaveCount(2);
  await kevin.page.getByLabel('Plaats').fill('wieder');
  await expect(kevin.page).toHaveURL(/plaats=wieder/);
  await expect(rijVan(kevin.page, eigen), 'where Maria lives is known').toHaveCount(1);
  await expect(rijVan(kevin.page, eigen)).toContainText('Achterstand met de huur');
  await kevin.page.getByLabel('Plaats').fill('Elders');
  await expect(rijVan(kevin.page, eigen)).toHaveCount(0);
  await kevin.page.getByRole('button', { name: 'Wis het filter' }).click();
  // A day is typed as everywhere else; what is none is said, and filters nothing.
  await expect(kevin.page.locator('input[type="date"]')).toHaveCount(0);
  const vanaf = kevin.page.getByLabel('Vanaf');
  await vanaf.pressSequentially('1-2-2031');
  await expect(kevin.page).toHaveURL(/van=2031-02-01/);
  await expect(vanaf).toBeFocused();
  await expect(rijVan(kevin.page, eigen)).toHaveCount(0);
  await kevin.page.reload();
  await expect(vanaf).toHaveValue('1-2-2031');
  await vanaf.fill('31-2-2026');
  await vanaf.blur();
  await expect(vanaf).toHaveAccessibleDescription(/Vul een datum in die bestaat/);
  await expect(rijVan(kevin.page, eigen)).toHaveCount(2);
  await toegankelijk(kevin.page);
  await vanaf.fill('1-2-2031');
  await kevin.page.getByRole('button', { name: 'Wis het filter' }).click();
  await expect(vanaf).toHaveValue('');

  // One signaal: the source is there for the wijkteam, and told to be protected.
  await rijVan(emma.page, eigen).getByRole('link').click();
  await expect(emma.page.getByText('Woningstichting De Brink')).toBeVisible();
  await expect(emma.page.getByText(/ziet alleen het wijkteam/)).toBeVisible();
  await expect(emma.page.locator('[data-inzending]')).toHaveCount(2);
  await toegankelijk(emma.page);
  await pastOp320(emma.page);
  const signaal = new URL(emma.page.url()).pathname;
  await wendy.page.goto(signaal);
  await expect(wendy.page.getByText('De inhoud is afgeschermd', { exact: false })).toBeVisible();
  await expect(wendy.page.getByText(eigen.achternaam)).toHaveCount(0);
  await expect(wendy.page.getByText('De Brink')).toHaveCount(0);
  await linda.page.goto(signaal);
  await expect(linda.page.getByRole('heading', { name: 'Deze pagina is er niet' })).toBeVisible();

  // No zaak was made of any of it (KING-ZT21).
  const { items } = (await (await api.get(`/api/v1/zaken?lijst=alle&persoon=${eigen.maria}`)).json()) as { items: unknown[] };
  expect(items).toHaveLength(1);

  // Done with: it leaves every register.
  await emma.page.getByRole('button', { name: 'Handel af' }).click();
  const vraag = emma.page.getByRole('dialog', { name: 'Wat is er gedaan?' });
  // Nothing is chosen beforehand, and one press ends nothing.
  await expect(vraag.getByRole('radio', { checked: true })).toHaveCount(0);
  await vraag.getByRole('button', { name: 'Handel het signaal af' }).click();
  await expect(vraag.getByRole('alert')).toContainText('Kies wat er is gedaan');
  await vraag.getByRole('radio', { name: 'Er is contact geweest' }).check();
  await expect(vraag).toContainText('U kunt het later weer oppakken');
  await toegankelijk(emma.page);
  await expect(rijVan(kevin.page, eigen)).toHaveCount(2);
  await vraag.getByRole('button', { name: 'Handel het signaal af' }).click();
  await expect(emma.page.getByText('Afgehandeld: er is contact geweest.')).toBeVisible();
  await expect(emma.page.locator('[data-afgehandeld-door]')).toContainText(/^Emma .* deed dit op .* uur\.$/);
  await expect(rijVan(kevin.page, eigen)).toHaveCount(1);

  // Not after all: with a reason it is back in every register.
  await emma.page.getByRole('button', { name: 'Pak dit weer op' }).click();
  const weer = emma.page.getByRole('dialog', { name: 'Waarom pakt u dit signaal weer op?' });
  await weer.getByRole('button', { name: 'Pak het signaal weer op' }).click();
  await expect(weer.getByText('Schrijf op waarom.').first()).toBeVisible();
  await toegankelijk(emma.page);
  await weer.getByLabel('Reden').fill('Er is toch niemand gebeld');
  await weer.getByRole('button', { name: 'Pak het signaal weer op' }).click();
  await expect(emma.page.locator('[data-heropend]')).toContainText('Er is toch niemand gebeld');
  await expect(rijVan(kevin.page, eigen)).toHaveCount(2);
});

// shows KING-ZT22, N-21
test('three within months ask for attention, live and with why', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const api = linda.context.request;
  const kevin = await opRegister(browser, 'Kevin');
  const item = kevin.page.locator('[data-aandacht]').filter({ hasText: eigen.achternaam });
  await metSleutel(api, 'woningstichting', eigen, MARIA, 'huurachterstand');
  await metSleutel(api, 'woningstichting', eigen, MARIA, 'energie_afsluiting');
  await expect(rijVan(kevin.page, eigen)).toHaveCount(2);
  await expect(item).toHaveCount(0);
  await metSleutel(api, 'woningstichting', eigen, MARIA, 'overlast');
  await expect(item).toContainText('Drie signalen in zes maanden. Dat is de reden dat dit hier staat.');
  await expect(item.getByRole('link')).toHaveCount(3);
  await toegankelijk(kevin.page);
});

// shows KING-SI3
test('a neighbour reports from the portal, in plain words, and hears nothing of what becomes of it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const emma = await opRegister(browser, 'Emma');
  const jan = await aanHetScherm(browser, 'Jan');
  await jan.page.getByRole('link', { name: 'Meld dat u zich zorgen maakt' }).click();
  await expect(jan.page.getByRole('heading', { level: 1 })).toBeFocused();
  await toegankelijk(jan.page);
  await pastOp320(jan.page);
  await jan.page.getByRole('button', { name: 'Stuur uw melding' }).click();
  await expect(jan.page.locator('.foutlijst')).toBeFocused();
  await toegankelijk(jan.page);
  await jan.page.getByLabel('Waar gaat het over?').selectOption({ label: 'Heeft hulp nodig maar wil die niet' });
  await jan.page.getByLabel('Hoe heet de persoon?').fill(`Maria ${eigen.achternaam}`);
  await jan.page.getByLabel('Wanneer is de persoon geboren?').fill('14-3-1958');
  await jan.page.getByLabel('Wat ziet of hoort u?').fill('De gordijnen blijven dicht.');
  await jan.page.getByRole('button', { name: 'Stuur uw melding' }).click();
  await expect(jan.page.getByRole('heading', { name: 'Wij hebben uw melding' })).toBeFocused();
  await toegankelijk(jan.page);
  await pastOp320(jan.page);
  await expect(rijVan(emma.page, eigen)).toContainText('Inwoner');
  await rijVan(emma.page, eigen).getByRole('link').click();
  await expect(emma.page.getByText('De gordijnen blijven dicht.')).toBeVisible();
  await expect(emma.page.getByText(/Zelf gezien of gehoord/)).toBeVisible();
});

// shows KING-SI3
test('somebody who is not known yet is found by the wijkteam', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const kcc = linda.context.request;
  await stuur(kcc, '/signalen', { soort: 'zorgmijding', naam: `Mevrouw ${eigen.achternaam}` });
  const emma = await opRegister(browser, 'Emma');
  await expect(rijVan(emma.page, eigen)).toContainText('persoon nog onbekend');
  await rijVan(emma.page, eigen).getByRole('link').click();
  await emma.page.getByRole('button', { name: 'Zoek de persoon op' }).click();
  await toegankelijk(emma.page);
  await emma.page.getByLabel('Naam of BSN').fill(eigen.achternaam);
  await emma.page.getByLabel('Geboortedatum').fill('14-3-1958');
  await emma.page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await emma.page.getByRole('button', { name: `Kies Maria ${eigen.achternaam}` }).click();
  await expect(emma.page.getByRole('heading', { level: 1 })).toContainText(`Maria ${eigen.achternaam}`);
});

// shows KING-SI4
test('a regisseur goes from a signaal to a plan in one action', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  await metSleutel(linda.context.request, 'woningstichting', eigen, MARIA, 'huurachterstand');
  const emma = await opRegister(browser, 'Emma');
  await expect(rijVan(emma.page, eigen)).toHaveCount(1);
  const rianne = await opRegister(browser, 'Rianne');
  await rijVan(rianne.page, eigen).getByRole('link').click();
  await rianne.page.getByRole('button', { name: 'Start een groepstraject' }).click();
  await rianne.page.getByLabel('Naam of BSN').fill(`Dylan ${eigen.achternaam}`);
  await rianne.page.getByLabel('Geboortedatum').fill(DYLAN.getypt);
  await rianne.page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await rianne.page.getByRole('button', { name: `Kies Dylan ${eigen.achternaam}` }).click();
  await expect(rianne.page.locator('[data-lid]')).toHaveCount(2);
  // Without a word why it is refused where that is asked, and who was chosen stays chosen.
  await rianne.page.getByRole('button', { name: 'Maak de groep en start het plan' }).click();
  const waarom = rianne.page.getByLabel('Waarom wilt u deze mensen samen zien?');
  await expect(waarom).toHaveAttribute('aria-invalid', 'true');
  await expect(rianne.page.locator('[data-lid]')).toHaveCount(2);
  await toegankelijk(rianne.page);
  await rianne.page.getByRole('dialog').getByRole('link', { name: /waarom/i }).click();
  await expect(waarom).toBeFocused();
  await waarom.fill('Wij willen dit gezin samen beter helpen.');
  await rianne.page.getByRole('button', { name: 'Maak de groep en start het plan' }).click();
  await expect(rianne.page.getByRole('heading', { level: 1 })).toHaveText('Plan voor Maria en Dylan');
  await expect(rianne.page.locator('[data-signaal]')).toContainText('Achterstand met de huur');
  await expect(rijVan(emma.page, eigen), 'it is with the regisseur now').toHaveCount(0);
});

// shows KING-SI5, KING-ZT21
test('when the plan ends its signaal is on the open register of the wijkteam again, and can be read', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  const { plan } = await planVan(rianne, eigen);
  const open = await opPlan(browser, 'Rianne', plan);
  await metSleutel(linda.context.request, 'woningstichting', eigen, MARIA, 'huurachterstand');
  await expect(open.page.locator('[data-signaal]')).toContainText('Achterstand met de huur');
  const emma = await opRegister(browser, 'Emma');
  await verbonden(emma.page);
  await expect(rijVan(emma.page, eigen)).toHaveCount(0);
  const begin = await oorsprong(emma.page);
  await stuur(rianne.context.request, `/plannen/${plan}/sluiten`, { resultaat: 'Klaar' });
  await expect(rijVan(emma.page, eigen)).toContainText('Achterstand met de huur');
  expect(await oorsprong(emma.page), 'no reload').toBe(begin);
  await rijVan(emma.page, eigen).getByRole('link').click();
  await expect(emma.page.getByText('Woningstichting De Brink')).toBeVisible();
  await expect(emma.page.locator('[data-bewaren]')).toHaveText(/^Wij bewaren dit signaal tot en met \d+ \w+ 20\d\d/);
  await expect(emma.page.getByText('Rianne')).toHaveCount(0);
  await expect(open.page.locator('[data-signaal]'), 'the plan keeps what it had').toHaveCount(1);
  await toegankelijk(emma.page);
  await pastOp320(emma.page);
});

// shows KING-SI5, KING-SI3
test('with a running plan a signaal leaves the screen of who has it open', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  await metSleutel(linda.context.request, 'woningstichting', eigen, MARIA, 'overlast');
  const emma = await opRegister(browser, 'Emma');
  await rijVan(emma.page, eigen).getByRole('link').click();
  await expect(emma.page.getByText('Woningstichting De Brink')).toBeVisible();
  const rianne = await zonderScherm(browser, 'Rianne');
  await planVan(rianne, eigen);
  await expect(emma.page.getByRole('heading', { name: 'Deze pagina is er niet' })).toBeVisible();
  await expect(emma.page.getByText('De Brink')).toHaveCount(0);
});
