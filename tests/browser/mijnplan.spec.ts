// The plan in the portal: each lid of the groep sees what is for all of them and their own part, live; what a regisseur withholds is not there.
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, type Ingelogd, type Mens, oorsprong, pastOp320, stuur, toegankelijk, verbonden, zonderScherm } from './steun';
import { opPlan, WAAROM } from './wijkteam';

const dag = (erbij: number) => new Date(Date.now() + erbij * 86_400_000).toLocaleDateString('nl-NL', { timeZone: 'Europe/Amsterdam' });

interface Samen {
  plan: string;
  maria: string;
  huub: string;
}

const wieIk = async ({ context }: Ingelogd) => (await (await context.request.get('/api/v1/ik')).json()) as { persoon: string };

/** A plan of Maria, Huub and somebody of this test's own, so that no groep is in anybody's way. */
async function plan(browser: Browser, maria: Ingelogd, huub: Ingelogd): Promise<Samen & { rianne: Ingelogd }> {
  const linda = await zonderScherm(browser, 'Linda');
  const achternaam = eigenOnderwerp('Derde').replace(' ', '');
  const nieuw = { voornamen: 'Greet', achternaam, geboortedatum: '1957-05-06' };
  const { id: derde } = await stuur<{ id: string }>(linda.context.request, '/personen', nieuw);
  await stuur(linda.context.request, '/meldingen', { persoon: derde, zaaktype: 'MELDING-WMO', onderwerp: 'Hulp', kanaal: 'balie' });
  const [zij, hij] = [await wieIk(maria), await wieIk(huub)];
  const rianne = await zonderScherm(browser, 'Rianne');
  const api = rianne.context.request;
  for (const bsn of ['999990019', '999990068']) await stuur(api, '/personen/zoek', { bsn, voor: 'groep' });
  await stuur(api, '/personen/zoek', { naam: `Greet ${achternaam}`, geboortedatum: nieuw.geboortedatum, voor: 'groep' });
  const { id: groep } = await stuur<{ id: string }>(api, '/groepen', { leden: [zij.persoon, hij.persoon, derde], waarom: WAAROM });
  const { id } = await stuur<{ id: string }>(api, `/groepen/${groep}/plan`, {});
  return { plan: id, maria: zij.persoon, huub: hij.persoon, rianne };
}

async function opMijnPlan({ page }: Mens, id: string): Promise<Locator> {
  await page.goto('/portaal/plan');
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn plan' })).toBeVisible();
  await verbonden(page);
  return page.locator(`[data-plan="${id}"]`);
}

const doel = (van: Page, tekst: string) => van.locator('[data-doel]').filter({ hasText: tekst });

// shows KING-R1b, KING-R1c, KING-R1d, KING-PL8
test('Maria and Huub see the plan change live, each their own part, and what Rianne withholds is not there', async ({ browser }) => {
  test.slow(); // three people, eight looks by axe
  const maria = await aanHetScherm(browser, 'Maria');
  const huub = await aanHetScherm(browser, 'Huub');
  const { plan: id, rianne, maria: zij } = await plan(browser, maria, huub);
  await maria.page.goto('/portaal');
  await maria.page.locator('[data-plannen]').getByRole('link', { name: 'Bekijk uw plan' }).click();
  const hare = await opMijnPlan(maria, id);
  const zijne = await opMijnPlan(huub, id);
  await expect(hare).toContainText('Rianne Dekker leidt dit plan.');
  // What she thinks of it she also says by telephone, and here is how.
  await expect(hare.locator('[data-zeggen]')).toContainText('Vraag naar Rianne Dekker.');
  await expect(hare.locator('[data-zeggen] [data-belnummer]')).toHaveAttribute('href', /^tel:\d+/);
  await expect(hare.getByText('Hier is nog niets afgesproken', { exact: false }).first()).toBeVisible();
  await toegankelijk(maria.page);
  const begin = await oorsprong(maria.page);

  const { page } = await opPlan(browser, 'Rianne', id);
  await page.getByRole('button', { name: 'Nieuw doel' }).click();
  await page.getByRole('textbox', { name: 'Het doel' }).fill('Samen koken op zondag');
  await page.getByRole('button', { name: 'Stel het doel' }).click();
  for (const mens of [maria, huub]) await expect(doel(mens.page, 'Samen koken op zondag')).toBeVisible();
  const api = rianne.context.request;
  await stuur(api, `/plannen/${id}/doelen`, { voor: { lid: zij }, omschrijving: 'Een avond voor uzelf' });
  const actie = { voor: 'groep', omschrijving: 'Boodschappen doen', eigenaar: { lid: zij }, datum: '2027-03-01' };
  await stuur(api, `/plannen/${id}/acties`, actie);
  await expect(hare.locator('[data-deel="Alleen voor u"]')).toContainText('Een avond voor uzelf');
  await expect(hare).toContainText('U doet dit uiterlijk op 1 maart 2027.');
  await expect(zijne).toContainText('Maria doet dit uiterlijk op 1 maart 2027.');
  await maria.page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: /^Mijn taken/ }).click();
  const taak = maria.page.locator('[data-taak="actie"]').filter({ hasText: 'Boodschappen doen' });
  await expect(taak).toContainText('Vraag naar Rianne Dekker.');
  await expect(taak.locator('[data-belnummer]')).toBeVisible();
  await toegankelijk(maria.page);
  await maria.page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Mijn plan' }).click();
  await expect(hare).toBeVisible();
  await expect(zijne).not.toContainText('Een avond voor uzelf');
  expect(await oorsprong(maria.page), 'no reload').toBe(begin);
  await toegankelijk(maria.page);
  await pastOp320(maria.page);
  await toegankelijk(huub.page);

  // By keyboard: what is wrong is said, and then it goes from both screens without a word.
  const regel = doel(page, 'Samen koken op zondag');
  await regel.getByRole('button', { name: 'Houd achter in het portaal: Samen koken op zondag' }).focus();
  await page.keyboard.press('Enter');
  const dialoog = page.getByRole('dialog', { name: 'Wat houdt u achter in het portaal?' });
  await dialoog.getByRole('button', { name: 'Houd achter' }).click();
  await expect(dialoog.getByText('Vul de reden in', { exact: false }).first()).toBeVisible();
  await toegankelijk(page);
  await dialoog.getByLabel('Waarom?').fill('Eerst met Huub bespreken');
  await dialoog.getByLabel('Laatste dag').fill(dag(30));
  await dialoog.getByLabel('Wanneer kijkt u er opnieuw naar?').fill(dag(0));
  await page.keyboard.press('Enter');
  await expect(regel.locator('[data-portaal="achtergehouden"]')).toContainText('Reden: Eerst met Huub bespreken');
  await expect(regel).toContainText('Bekijk dit opnieuw');
  for (const deel of [hare, zijne]) {
    await expect(deel).not.toContainText('Samen koken');
    await expect(deel).not.toContainText('bespreken');
  }
  for (const mens of [maria, huub]) await expect(mens.page.locator('[data-omroep]')).not.toContainText('achter');
  await toegankelijk(page);
  await pastOp320(page);
  await regel.getByRole('button', { name: 'Laat zien in het portaal: Samen koken op zondag' }).click();
  for (const mens of [maria, huub]) await expect(doel(mens.page, 'Samen koken op zondag')).toBeVisible();

  // Withheld from the first moment.
  await page.getByRole('button', { name: 'Nieuw doel' }).click();
  await page.getByRole('textbox', { name: 'Het doel' }).fill('Nog niet voor hen');
  await page.getByLabel('Houd dit nog achter in het portaal').check();
  await page.getByLabel('Waarom?').fill('Eerst overleg');
  await page.getByLabel('Laatste dag').fill(dag(14));
  await page.getByLabel('Wanneer kijkt u er opnieuw naar?').fill(dag(7));
  await toegankelijk(page);
  await page.getByRole('button', { name: 'Stel het doel' }).click();
  await expect(doel(page, 'Nog niet voor hen').locator('[data-portaal="achtergehouden"]')).toBeVisible();
  await stuur(api, `/plannen/${id}/doelen`, { voor: 'groep', omschrijving: 'Wel voor hen' });
  for (const mens of [maria, huub]) {
    await expect(doel(mens.page, 'Wel voor hen'), 'what came after it is there').toBeVisible();
    await expect(doel(mens.page, 'Nog niet voor hen')).toHaveCount(0);
  }

  await stuur(api, `/plannen/${id}/sluiten`, { resultaat: 'Het gaat goed' });
  await expect(hare).toHaveCount(0);
  await expect(zijne).toHaveCount(0);
});

// shows KING-R1b
test('without its push a goal does not come on the page that Maria has open', async ({ browser }) => {
  const { stand, vooraf } = schakelaar('ev', 'snap', 'lid');
  const maria = await aanHetScherm(browser, 'Maria', vooraf);
  const huub = await zonderScherm(browser, 'Huub');
  const { plan: id, rianne } = await plan(browser, maria, huub);
  const hare = await opMijnPlan(maria, id);
  await expect(hare).toBeVisible();
  stand.duw?.sluit();
  await stuur(rianne.context.request, `/plannen/${id}/doelen`, { voor: 'groep', omschrijving: 'Samen wandelen' });
  await expect.poll(() => stand.duw?.tegengehouden).toContain('ev');
  await expect(hare).not.toContainText('Samen wandelen');
  await stuur(rianne.context.request, `/plannen/${id}/sluiten`, { resultaat: 'Klaar' });
});

// shows KING-R1b
test('who is in no plan reads what a plan is and whom to call', async ({ browser }) => {
  const samira = await aanHetScherm(browser, 'Samira');
  await samira.page.goto('/portaal/plan');
  await expect(samira.page.locator('[data-geen-plan]')).toContainText('U hoort nu niet bij een plan.');
  await toegankelijk(samira.page);
  await pastOp320(samira.page);
  await samira.page.goto('/portaal');
  await expect(samira.page.locator('[data-plannen]')).toHaveCount(0);
});
