// What a resident says of their plan in the portal: what they think of a goal, and that something is done; and what who leads the plan does with it.
import { type APIRequestContext, type Browser, expect, type Locator } from '@playwright/test';
import { test } from './proef';
import {
  aanHetScherm,
  eigenOnderwerp,
  type Mens,
  overDagen,
  pastOp320,
  stuur,
  toegankelijk,
  verbonden,
  zonderScherm,
} from './steun';
import { opPlan, WAAROM } from './wijkteam';

const wieIk = async ({ context }: Mens) =>
  (await (await context.request.get('/api/v1/ik')).json()) as { persoon: string };

/** A plan of Maria and somebody of this test's own, with a goal for both and something that Maria is to do. */
async function plan(browser: Browser, maria: Mens, doen: string): Promise<string> {
  const linda = await aanHetScherm(browser, 'Linda');
  const achternaam = eigenOnderwerp('Ander').replace(' ', '');
  const nieuw = { voornamen: 'Greet', achternaam, geboortedatum: '1957-05-06' };
  const { id: ander } = await stuur<{ id: string }>(linda.context.request, '/personen', nieuw);
  await stuur(linda.context.request, '/meldingen', {
    persoon: ander,
    zaaktype: 'MELDING-WMO',
    onderwerp: 'Hulp',
    kanaal: 'balie',
  });
  const { persoon } = await wieIk(maria);
  const rianne = await aanHetScherm(browser, 'Rianne');
  const api = rianne.context.request;
  await stuur(api, '/personen/zoek', { bsn: '999990019', voor: 'groep' });
  await stuur(api, '/personen/zoek', {
    naam: `Greet ${achternaam}`,
    geboortedatum: nieuw.geboortedatum,
    voor: 'groep',
  });
  const { id: groep } = await stuur<{ id: string }>(api, '/groepen', {
    leden: [persoon, ander],
    waarom: WAAROM,
  });
  const { id } = await stuur<{ id: string }>(api, `/groepen/${groep}/plan`, {});
  await stuur(api, `/plannen/${id}/doelen`, { voor: 'groep', omschrijving: 'Samen bakken op vrijdag' });
  await stuur(api, `/plannen/${id}/acties`, {
    voor: 'groep',
    omschrijving: doen,
    eigenaar: { lid: persoon },
    datum: '2027-03-01',
  });
  await rianne.context.close();
  return id;
}

async function opMijnPlan({ page }: Mens, id: string): Promise<Locator> {
  await page.goto('/portaal/plan');
  await verbonden(page);
  return page.locator(`[data-plan="${id}"]`);
}

// shows KING-R1b, KING-PL7
test('Maria does not agree with a goal, Rianne has it at once in the bell and the plan, and her answer is with Maria', async ({
  browser,
}) => {
  test.slow(); // two people, five looks by axe
  const maria = await aanHetScherm(browser, 'Maria');
  const id = await plan(browser, maria, eigenOnderwerp('Bakken'));
  const hare = await opMijnPlan(maria, id);
  const rianne = await opPlan(browser, 'Rianne', id);
  const doel = hare.locator('[data-doel]').filter({ hasText: 'Samen bakken op vrijdag' });
  // By keyboard, and what is missing is said.
  await doel.getByRole('button', { name: 'Zeg wat u vindt: Samen bakken op vrijdag' }).focus();
  await maria.page.keyboard.press('Enter');
  const venster = maria.page.getByRole('dialog', { name: 'Wat vindt u van dit doel?' });
  // Nothing is chosen for her.
  await expect(venster.getByRole('radio', { checked: true })).toHaveCount(0);
  await venster.getByRole('button', { name: 'Verstuur' }).click();
  await expect(venster.getByRole('group', { name: 'Wat vindt u?' })).toContainText('Kies wat u vindt.');
  await venster.getByLabel('Ik wil hier iets over zeggen').check();
  await venster.getByRole('button', { name: 'Verstuur' }).click();
  await expect(venster.getByText('Schrijf op wat u wilt zeggen.').first()).toBeVisible();
  await toegankelijk(maria.page);
  await pastOp320(maria.page);
  await venster.getByLabel('Ik ben het hier niet mee eens').check();
  await venster.getByLabel('Wat wilt u erover zeggen?').fill('Op zondag ben ik bij mijn zus.');
  await venster.getByRole('button', { name: 'Verstuur' }).click();
  await expect(venster).toHaveCount(0);
  const gezegd = doel.locator('[data-reactie="oneens"]');
  await expect(gezegd).toContainText('U bent het hier niet mee eens.');
  await expect(gezegd).toContainText('Nog niemand heeft dit gelezen.');
  await expect(doel.locator('[data-zegvak]').first()).toBeFocused();

  const bij = rianne.page
    .locator('[data-doel]')
    .filter({ hasText: 'Samen bakken op vrijdag' })
    .locator('[data-reactie]');
  await expect(bij).toContainText('Maria Verhoef is het niet eens');
  await expect(bij).toContainText('Op zondag ben ik bij mijn zus.');
  await rianne.page.locator('[data-berichten]').click();
  const bericht = rianne.page.locator('[data-soort="bijdrage"]');
  await expect(bericht).toContainText('Iemand uit een plan van u zegt iets over een doel.');
  await toegankelijk(rianne.page);
  await rianne.page.keyboard.press('Escape');
  await bij.getByRole('button', { name: 'Beantwoord de reactie van Maria Verhoef' }).click();
  const antwoord = rianne.page.getByRole('dialog', { name: 'Wat antwoordt u Maria Verhoef?' });
  await antwoord.getByLabel('Uw antwoord').fill('Dan koken we op zaterdag.');
  await toegankelijk(rianne.page);
  await antwoord.getByRole('button', { name: 'Verstuur' }).click();
  await expect(gezegd.locator('[data-antwoord]')).toContainText('Dan koken we op zaterdag.');
  await expect(gezegd).toContainText('Antwoord van Rianne Dekker');
  await expect(bij.getByRole('button')).toHaveCount(0);
  await expect(bij, 'the focus stays with what was answered').toBeFocused();
  await expect(rianne.page.locator('[data-omroep]')).toContainText('Uw antwoord aan Maria Verhoef is verstuurd');
  await toegankelijk(maria.page);
  await pastOp320(maria.page);
  await stuur(rianne.context.request, `/plannen/${id}/sluiten`, { resultaat: 'Klaar' });
});

// shows KING-AC1, KING-R1b
test('what Maria says is done waits, is asked about and then confirmed', async ({ browser }) => {
  test.slow(); // two people, three looks by axe
  const maria = await aanHetScherm(browser, 'Maria');
  const doen = eigenOnderwerp('Brood kopen op de markt');
  const id = await plan(browser, maria, doen);
  const rianne = await opPlan(browser, 'Rianne', id);
  await maria.page.goto('/portaal/taken');
  await verbonden(maria.page);
  const taak = maria.page.locator('[data-taak="actie"]').filter({ hasText: doen });
  await taak.getByRole('button', { name: `Ik heb dit gedaan: ${doen}` }).click();
  const venster = maria.page.getByRole('dialog', { name: 'Is dit klaar?' });
  await toegankelijk(maria.page);
  await venster.getByRole('button', { name: 'Ja, het is klaar' }).click();
  await expect(taak, 'it waits for somebody else now').toHaveCount(0);
  // Its row is gone; what was said of it is not, and the focus is there.
  const gezegd = maria.page.locator('[data-gezegd]');
  await expect(gezegd).toContainText(`${doen} U hebt gezegd dat dit klaar is.`);
  await expect(gezegd).toBeFocused();
  await expect(maria.page.locator('[data-omroep]')).toContainText('U hebt gezegd dat dit klaar is.');
  await toegankelijk(maria.page);
  const actie = rianne.page.locator('[data-actie]').filter({ hasText: doen });
  await expect(actie.locator('[data-gemeld="wacht"]')).toContainText('Wacht op uw bevestiging');
  await expect(actie.getByRole('checkbox')).not.toBeChecked();
  await actie.getByRole('button', { name: `Vraag door over: ${doen}` }).click();
  const vraag = rianne.page.getByRole('dialog', { name: 'Wat wilt u Maria Verhoef vragen?' });
  await vraag.getByLabel('Uw vraag').fill('Ging het alleen?');
  await vraag.getByRole('button', { name: 'Verstuur' }).click();
  await expect(actie.locator('[data-gemeld="gezien"]')).toBeFocused();
  await expect(taak, 'it waits for her again').toBeVisible();
  const hare = await opMijnPlan(maria, id);
  const bij = hare.locator('[data-actie]').filter({ hasText: doen });
  await expect(bij.locator('[data-gemeld="gevraagd"]')).toContainText('Ging het alleen?');
  // Who asked and when stands in the window too, and "not yet" is an answer, with why.
  await bij.getByRole('button', { name: `Geef antwoord: ${doen}` }).click();
  await expect(venster.locator('[data-gevraagd]')).toContainText(/Rianne Dekker vroeg op \d+ \w+ \d{4}:/);
  await venster.getByLabel('Uw antwoord in uw eigen woorden').fill('De markt was dicht.');
  await toegankelijk(maria.page);
  await pastOp320(maria.page);
  await venster.getByRole('button', { name: 'Nee, nog niet' }).click();
  await expect(bij.locator('[data-gemeld="nog-niet"]')).toContainText('De markt was dicht.');
  await expect(bij.locator('[data-zegvak]')).toBeFocused();
  const wacht = actie.locator('[data-gemeld="wacht"]');
  await expect(wacht).toContainText(/Maria Verhoef zegt op .*: nog niet gedaan/);
  await expect(wacht).toContainText('De markt was dicht.');
  await toegankelijk(rianne.page);
  // Who ticks it anyway reads first what was said last.
  await actie.getByRole('checkbox').click();
  const toch = rianne.page.getByRole('dialog', { name: 'Is dit gedaan?' });
  await expect(toch).toContainText('De markt was dicht.');
  await toch.getByRole('button', { name: 'Nee, terug' }).click();
  const gezien = rianne.page.waitForRequest((een) => een.url().endsWith('/acties/heropenen'));
  await actie.getByRole('button', { name: `Gezien, blijft open: ${doen}` }).click();
  expect((await gezien).headers()['if-match'], 'only of the plan as it was on her page').toMatch(/^"\d+"$/);
  await expect(actie.locator('[data-gemeld="gezien"]')).toBeFocused();
  await expect(bij).toContainText('Wie het plan leidt, heeft dit gezien.');
  // Then it is done, and confirmed after she was asked whether it is.
  await bij.getByRole('button', { name: `Ik heb dit gedaan: ${doen}` }).click();
  await venster.getByLabel('Wilt u er iets bij zeggen?').fill('Ja, met de fiets.');
  await venster.getByRole('button', { name: 'Ja, het is klaar' }).click();
  await expect(actie).toContainText('Ja, met de fiets.');
  // What was asked before stands with it, for both.
  await expect(actie.locator('[data-eerder]')).toContainText('Ging het alleen?');
  await expect(bij.locator('[data-gemeld="wacht"]')).toContainText('Ging het alleen?');
  await toegankelijk(rianne.page);
  await maria.page.goto('/portaal');
  await verbonden(maria.page);
  await actie.getByRole('button', { name: `Bevestig dat dit gedaan is: ${doen}` }).click();
  const zeker = rianne.page.getByRole('dialog', { name: 'Is dit gedaan?' });
  await expect(zeker).toContainText('Ja, met de fiets.');
  await toegankelijk(rianne.page);
  await zeker.getByRole('button', { name: 'Nee, terug' }).click();
  await expect(actie.getByRole('checkbox')).not.toBeChecked();
  await actie.getByRole('button', { name: `Bevestig dat dit gedaan is: ${doen}` }).click();
  await zeker.getByRole('button', { name: 'Ja, dit is gedaan' }).click();
  await expect(actie.getByRole('checkbox')).toBeChecked();
  await expect(actie.locator('[data-gemeld="gezien"]')).toBeFocused();
  await expect(rianne.page.locator('[data-omroep]')).toContainText(`U hebt bevestigd dat dit gedaan is: ${doen}`);
  await expect(rianne.page.locator('[data-soort="ActieGedaan"]')).toContainText('Rianne Dekker bevestigde dat een actie gedaan is');

  // On her first page and in the menu at once; in her plan with her own words.
  const nieuws = maria.page.locator('.pgevraagd[data-plannieuws] [data-nieuws="bevestigd"]').filter({ hasText: doen });
  await expect(nieuws).toContainText('is gezegd dat dit klaar is.');
  const menu = maria.page.getByRole('navigation', { name: 'Hoofdmenu' });
  await expect(menu.locator('[data-plannieuws]')).toBeVisible();
  await toegankelijk(maria.page);
  await pastOp320(maria.page);
  await opMijnPlan(maria, id);
  await expect(bij.locator('[data-gemeld="bevestigd"]')).toContainText('Ja, met de fiets.');
  await expect(bij).toContainText(/Wie het plan leidt, zei op .*: het is klaar\./);
  await expect(bij.getByRole('button')).toHaveCount(0);
  await expect(menu.locator('[data-plannieuws]'), 'read').toHaveCount(0);
  await toegankelijk(maria.page);

  // Opened again only when that is meant, and what she said stays on both pages.
  await actie.getByRole('checkbox').click();
  const heropen = rianne.page.getByRole('dialog', { name: 'Zet u deze actie weer open?' });
  await toegankelijk(rianne.page);
  await heropen.getByRole('button', { name: 'Nee, terug' }).click();
  await expect(actie.getByRole('checkbox')).toBeChecked();
  await actie.getByRole('checkbox').click();
  await heropen.getByRole('button', { name: 'Zet weer open' }).click();
  await expect(actie.getByRole('checkbox')).not.toBeChecked();
  await expect(actie).toContainText('Ja, met de fiets.');
  await expect(bij.locator('[data-gemeld="heropend"]')).toContainText('Ja, met de fiets.');
  await expect(bij.getByRole('button', { name: `Ik heb dit gedaan: ${doen}` })).toBeVisible();
  await stuur(rianne.context.request, `/plannen/${id}/sluiten`, { resultaat: 'Klaar' });
});

// shows KING-PL7
test('a goal is not reached over what Maria does not agree with unless who leads the plan says so', async ({ browser }) => {
  const maria = await aanHetScherm(browser, 'Maria');
  const id = await plan(browser, maria, eigenOnderwerp('Bakken'));
  const { items } = (await (await maria.context.request.get('/api/v1/mijn/plannen')).json()) as {
    items: { groep: { id: string; doelen: { id: string }[] } }[];
  };
  const doel = items.find((een) => een.groep.id === id)?.groep.doelen[0]?.id;
  await stuur(maria.context.request, `/plannen/${id}/doelen/reageren`, { doel, instemming: 'oneens', tekst: 'Liever niet op vrijdag.' });
  const { page } = await opPlan(browser, 'Rianne', id);
  const rij = page.locator('[data-doel]').filter({ hasText: 'Samen bakken op vrijdag' });
  await expect(rij.locator('.chip').first()).toHaveText('Doel');
  await rij.getByRole('button', { name: /^Behaald/ }).click();
  const vraag = page.getByRole('dialog', { name: 'Maria is het niet eens met dit doel. Toch behaald?' });
  await expect(vraag).toContainText('Liever niet op vrijdag.');
  await expect(vraag).toContainText('Nog niet gelezen');
  await toegankelijk(page);
  await vraag.getByRole('button', { name: 'Nee, terug' }).click();
  await expect(rij).not.toContainText('· Behaald');
  await rij.getByRole('button', { name: /^Behaald/ }).click();
  await vraag.getByRole('button', { name: 'Ja, behaald' }).click();
  await expect(rij).toContainText('· Behaald');
  await stuur(page.context().request, `/plannen/${id}/sluiten`, { resultaat: 'Klaar' });
});

// shows E8, I6
test('what Maria says on a second screen is told there, and what she types on the first stays', async ({ browser }) => {
  const maria = await aanHetScherm(browser, 'Maria');
  const doen = eigenOnderwerp('Brood kopen op de markt');
  const id = await plan(browser, maria, doen);
  const hare = await opMijnPlan(maria, id);
  const bij = hare.locator('[data-actie]').filter({ hasText: doen });
  await bij.getByRole('button', { name: `Ik heb dit gedaan: ${doen}` }).click();
  const venster = maria.page.getByRole('dialog', { name: 'Is dit klaar?' });
  await venster.getByLabel('Wilt u er iets bij zeggen?').fill('Met de fiets.');
  const actie = await bij.getAttribute('data-actie');
  await stuur(maria.context.request, `/plannen/${id}/acties/melden`, { actie });
  await expect(venster.getByRole('status').filter({ hasText: 'Er is intussen al gezegd dat dit klaar is.' })).toBeVisible();
  await expect(venster.getByLabel('Wilt u er iets bij zeggen?')).toHaveValue('Met de fiets.');
  await expect(venster.locator('[data-belnummer]')).toBeVisible();
  await expect(venster.getByRole('button', { name: 'Ja, het is klaar' })).toHaveCount(0);
  await toegankelijk(maria.page);
  await stuur((await zonderScherm(browser, 'Rianne')).context.request, `/plannen/${id}/sluiten`, { resultaat: 'Klaar' });
});

// shows E8, I10
test('what the server refuses says what happened and whom to call, and not that something is wrong here', async ({ browser }) => {
  const maria = await aanHetScherm(browser, 'Maria');
  const doen = eigenOnderwerp('Brood kopen op de markt');
  const id = await plan(browser, maria, doen);
  const hare = await opMijnPlan(maria, id);
  await hare.locator('[data-actie]').filter({ hasText: doen }).getByRole('button', { name: /^Ik heb dit gedaan/ }).click();
  const venster = maria.page.getByRole('dialog', { name: 'Is dit klaar?' });
  await venster.getByLabel('Wilt u er iets bij zeggen?').fill('Met de fiets.');
  // Said by another screen in the same moment: here nothing was heard of it yet.
  const titel = 'Dit is intussen al gemeld';
  await maria.page.route('**/acties/melden', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: titel, status: 409, code: 'plan.al_gemeld', detail: 'Het is al gezegd.' }),
    }),
  );
  await venster.getByRole('button', { name: 'Ja, het is klaar' }).click();
  const fout = venster.getByRole('region', { name: titel });
  await expect(fout).toBeFocused();
  await expect(venster).not.toContainText('Er klopt één ding nog niet');
  await expect(venster.getByLabel('Wilt u er iets bij zeggen?')).toHaveValue('Met de fiets.');
  await expect(venster.locator('[data-belnummer]')).toBeVisible();
  await toegankelijk(maria.page);
  // Back does not throw away what she typed by one press either.
  await venster.getByRole('button', { name: 'Nee, terug' }).click();
  await expect(venster.getByRole('alert')).toContainText('Wat u hier typte, is nog niet bewaard.');
  await venster.getByRole('button', { name: 'Typ verder' }).click();
  await expect(venster.getByLabel('Wilt u er iets bij zeggen?')).toHaveValue('Met de fiets.');
  await stuur((await zonderScherm(browser, 'Rianne')).context.request, `/plannen/${id}/sluiten`, { resultaat: 'Klaar' });
});

/** The only goal of a plan, by the id that who leads it has. */
async function doelVan(api: APIRequestContext, plan: string): Promise<string> {
  const { doelen } = (await (await api.get(`/api/v1/plannen/${plan}`)).json()) as { doelen: { id: string }[] };
  return doelen[0]?.id ?? '';
}

// shows KING-R1b, KING-PL7
test('what Maria said of a goal that is put in other words says so on both sides, and each button says of what it is', async ({ browser }) => {
  const maria = await aanHetScherm(browser, 'Maria');
  const id = await plan(browser, maria, eigenOnderwerp('Bakken'));
  const hare = await opMijnPlan(maria, id);
  const rianne = await opPlan(browser, 'Rianne', id);
  const api = rianne.context.request;
  const { doelen } = (await (await maria.context.request.get('/api/v1/mijn/plannen')).json()).items.find(
    (een: { groep: { id: string } }) => een.groep.id === id,
  ).groep as { doelen: { id: string }[] };
  const zegt = (instemming: string) =>
    stuur(maria.context.request, `/plannen/${id}/doelen/reageren`, { doel: doelen[0]?.id, instemming, tekst: null });
  await zegt('eens');
  await expect(hare.locator('[data-reactie="eens"]')).toContainText('U bent het hiermee eens.');
  await expect(hare.locator('[data-herschreven]')).toHaveCount(0);
  const doel = await doelVan(api, id);
  await stuur(api, `/plannen/${id}/doelen/wijzigen`, { doel, omschrijving: 'Samen wandelen op vrijdag' });
  await expect(hare.locator('[data-reactie="eens"] [data-herschreven]')).toContainText('Dit doel is daarna veranderd, op ');
  const bij = rianne.page.locator('[data-doel] [data-reactie]');
  await expect(bij.locator('[data-herschreven]')).toContainText('Het doel is daarna anders opgeschreven, op ');
  await toegankelijk(maria.page);
  // What she says now is about the new words.
  await zegt('oneens');
  await expect(hare.locator('[data-reactie="oneens"]')).toBeVisible();
  await expect(hare.locator('[data-herschreven]')).toHaveCount(1);
  await expect(bij).toHaveCount(2);
  await expect(bij.locator('[data-herschreven]')).toHaveCount(1);
  await toegankelijk(rianne.page);
  const namen = await rianne.page.getByRole('button').evaluateAll((knoppen) => knoppen.map((knop) => knop.getAttribute('aria-label') ?? ''));
  const over = namen.filter((naam) => naam.includes('Samen wandelen'));
  expect(new Set(over).size, over.join(', ')).toBe(over.length);
  // Read: the button goes, and the focus stays.
  const tweede = bij.nth(1);
  await tweede.getByRole('button', { name: 'Gelezen: reactie 2 van Maria Verhoef op: Samen wandelen op vrijdag' }).press('Enter');
  await expect(tweede).toContainText('Gelezen door Rianne Dekker');
  await expect(tweede).toBeFocused();
  await expect(rianne.page.locator('[data-omroep]')).toContainText('U hebt de reactie van Maria Verhoef gelezen');
  await stuur(api, `/plannen/${id}/sluiten`, { resultaat: 'Klaar' });
});

// shows KING-R1b, E8
test('what Maria was writing stays when the plan changes under it, and says what can still be done with it', async ({ browser }) => {
  const maria = await aanHetScherm(browser, 'Maria');
  const doen = eigenOnderwerp('Brood kopen op de markt');
  const id = await plan(browser, maria, doen);
  const hare = await opMijnPlan(maria, id);
  const rianne = await zonderScherm(browser, 'Rianne');
  const api = rianne.context.request;
  await hare.getByRole('button', { name: /^Zeg wat u vindt/ }).click();
  const venster = maria.page.getByRole('dialog', { name: 'Wat vindt u van dit doel?' });
  const vak = venster.getByLabel('Wat wilt u erover zeggen?');
  await vak.fill('Op zondag ben ik bij mijn zus.');
  const doel = await doelVan(api, id);
  await stuur(api, `/plannen/${id}/doelen/wijzigen`, { doel, omschrijving: 'Samen wandelen op vrijdag' });
  await expect(venster.getByRole('status').filter({ hasText: 'Dit is net veranderd.' })).toBeVisible();
  await expect(venster).toContainText('Samen wandelen op vrijdag');
  const achterhouden = { reden: 'Eerst bespreken', tot_en_met: overDagen(30), herzien_op: overDagen(1) };
  await stuur(api, `/plannen/${id}/achterhouden`, { onderdeel: { doel }, achterhouden });
  await expect(hare.locator('[data-doel]')).toHaveCount(0);
  await expect(venster.getByRole('status').filter({ hasText: 'U kunt dit niet meer versturen.' })).toBeVisible();
  await expect(vak).toHaveValue('Op zondag ben ik bij mijn zus.');
  await expect(venster.getByRole('button', { name: 'Verstuur' })).toHaveCount(0);
  await toegankelijk(maria.page);
  await venster.getByRole('button', { name: 'Terug' }).click();
  await venster.getByRole('button', { name: 'Sluit en gooi weg' }).click();
  await expect(venster).toHaveCount(0);
  await expect(maria.page.getByRole('group', { name: 'Samen bakken op vrijdag' }), 'not nowhere').toBeFocused();

  // In the list of what she is to do: somebody else says that it is done.
  await maria.page.goto('/portaal/taken');
  await verbonden(maria.page);
  await maria.page.getByRole('button', { name: `Ik heb dit gedaan: ${doen}` }).click();
  const gedaan = maria.page.getByRole('dialog', { name: 'Is dit klaar?' });
  await gedaan.getByLabel('Wilt u er iets bij zeggen?').fill('Met de fiets.');
  const { acties } = (await (await api.get(`/api/v1/plannen/${id}`)).json()) as { acties: { id: string }[] };
  await stuur(api, `/plannen/${id}/acties/gedaan`, { actie: acties[0]?.id });
  await expect(gedaan.getByRole('status').filter({ hasText: 'Dit is intussen al klaar.' })).toBeVisible();
  await expect(gedaan.getByLabel('Wilt u er iets bij zeggen?')).toHaveValue('Met de fiets.');
  await stuur(api, `/plannen/${id}/sluiten`, { resultaat: 'Klaar' });
  await expect(gedaan, 'nor when the plan ends').toBeVisible();
});

// shows KING-PL7, E8
test('an answer that Rianne was writing stays when a colleague closes the plan', async ({ browser }) => {
  const maria = await aanHetScherm(browser, 'Maria');
  const id = await plan(browser, maria, eigenOnderwerp('Bakken'));
  const hare = await opMijnPlan(maria, id);
  await hare.getByRole('button', { name: /^Zeg wat u vindt/ }).click();
  await maria.page.getByLabel('Ik ben het hiermee eens').check();
  await maria.page.getByRole('button', { name: 'Verstuur' }).click();
  const rianne = await opPlan(browser, 'Rianne', id);
  await rianne.page.getByRole('button', { name: /^Beantwoord/ }).click();
  const antwoord = rianne.page.getByRole('dialog', { name: 'Wat antwoordt u Maria Verhoef?' });
  await antwoord.getByLabel('Uw antwoord').fill('Fijn om te horen.');
  await stuur(rianne.context.request, `/plannen/${id}/sluiten`, { resultaat: 'Klaar' });
  await expect(rianne.page.getByRole('button', { name: /^Beantwoord/ })).toHaveCount(0);
  await antwoord.getByRole('button', { name: 'Verstuur' }).click();
  await expect(antwoord.locator('.foutlijst')).toBeFocused();
  await expect(antwoord.getByLabel('Uw antwoord')).toHaveValue('Fijn om te horen.');
});

// shows KING-R1b, C4
test('what Maria takes back while it waits for the line is not sent when the line is there again', async ({ browser }) => {
  const maria = await aanHetScherm(browser, 'Maria');
  const id = await plan(browser, maria, eigenOnderwerp('Lijn'));
  const hare = await opMijnPlan(maria, id);
  const doel = hare.locator('[data-doel]').filter({ hasText: 'Samen bakken op vrijdag' });
  const venster = maria.page.getByRole('dialog', { name: 'Wat vindt u van dit doel?' });
  const open = () => doel.getByRole('button', { name: /^Zeg wat u vindt/ }).click();
  const zegt = async (woorden: string) => {
    await venster.getByLabel('Ik wil hier iets over zeggen').check();
    await venster.getByLabel('Wat wilt u erover zeggen?').fill(woorden);
    await venster.getByRole('button', { name: 'Verstuur' }).click();
  };
  await open();
  await expect(venster).toBeVisible();
  await maria.context.setOffline(true);
  await zegt('Toch maar niet.');
  await expect(venster.getByText('Wij sturen dit zodra de verbinding er weer is.')).toBeVisible();
  await venster.getByRole('button', { name: 'Nee, terug' }).click();
  await venster.getByRole('button', { name: 'Sluit en gooi weg' }).click();
  await expect(venster).toHaveCount(0);
  await maria.context.setOffline(false);
  await verbonden(maria.page);
  // What is said after it is there, and it is not.
  await open();
  await zegt('Dit wel.');
  await expect(doel.locator('[data-reactie]')).toContainText('Dit wel.');
  await expect(doel).not.toContainText('Toch maar niet.');
});
