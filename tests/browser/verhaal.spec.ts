// The story: Linda takes in a melding and gives it to Kevin and Emma; they write the report together; nothing is lost.
import { expect } from '@playwright/test';
import { test } from './proef';
import {
  aanHetScherm,
  allesOpgeslagen,
  bewaard,
  eigenOnderwerp,
  inSectie,
  medewerkerIds,
  nieuweZaak,
  nieuwVerslag,
  oorsprong,
  pastOp320,
  stuur,
  tekst,
  tekstvak,
  toegankelijk,
  verbonden,
  verdeelOpnieuw,
  zonderScherm,
} from './steun';

// shows C2-L1, C2-L2, C12, E8
test('Linda registers a melding; Kevin and Emma have it on their open screens', async ({ browser }) => {
  const kevin = await aanHetScherm(browser, 'Kevin');
  const emma = await aanHetScherm(browser, 'Emma');
  await verbonden(kevin.page);
  await verbonden(emma.page);
  const begin = [await oorsprong(kevin.page), await oorsprong(emma.page)];
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);

  const linda = await aanHetScherm(browser, 'Linda');
  const page = linda.page;
  const achternaam = eigenOnderwerp('Verhoef').replace(' ', '-');
  await page.getByRole('link', { name: 'Nieuwe melding' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle('Nieuwe melding - Keukentafel');

  // Errors: the summary has the focus, each line leads to its field, what was typed stays.
  await page.getByLabel('Naam', { exact: true }).fill(achternaam);
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await expect(page.locator('.foutlijst')).toBeFocused();
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue(achternaam);
  await toegankelijk(page);
  await page.getByRole('link', { name: /Vul een geboortedatum in/ }).click();
  await expect(page.getByLabel('Geboortedatum', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Geboortedatum', { exact: true })).toHaveAttribute('aria-describedby', /geboortedatum-fout/);

  await page.getByLabel('Geboortedatum', { exact: true }).fill('14-3-1958');
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  const niemand = page.getByRole('heading', { name: 'Geen inwoner gevonden' });
  await expect(niemand).toBeVisible();
  // What an earlier question gave is no answer to one that cannot be asked.
  await page.getByLabel('Geboortedatum', { exact: true }).fill('31-2-1958');
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await expect(page.locator('.foutlijst')).toBeFocused();
  await expect(niemand).toHaveCount(0);
  await page.getByLabel('Geboortedatum', { exact: true }).fill('14-3-1958');
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await page.getByRole('button', { name: 'Registreer een nieuwe inwoner' }).click();
  await expect(page.getByRole('heading', { name: 'Nieuwe inwoner' })).toBeFocused();
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByLabel('Voornamen').fill('Maria');
  await expect(page.getByLabel('Achternaam')).toHaveValue(achternaam);
  await page.getByRole('button', { name: 'Registreer inwoner' }).click();

  await expect(page.getByRole('heading', { name: 'Wat is er aan de hand?' })).toBeFocused();
  await toegankelijk(page);
  await pastOp320(page);
  await page.getByLabel('Soort melding').selectOption({ label: 'Wmo-melding' });
  await page.getByLabel('Onderwerp').fill('De trap lukt niet meer');
  await page.getByLabel(/Kort verslag/).fill('Maria slaapt in de voorkamer.');
  const meldingen: string[] = [];
  page.on('request', (r) => r.url().endsWith('/api/v1/meldingen') && meldingen.push(r.url()));
  await page.getByRole('button', { name: 'Registreer melding' }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: /is geregistreerd$/ })).toBeFocused();
  expect(meldingen, 'a double click sends once').toHaveLength(1);
  await toegankelijk(page);

  await page.getByRole('checkbox', { name: /^Kevin/ }).check();
  await page.getByRole('checkbox', { name: /^Emma/ }).check();
  await page.getByRole('button', { name: /^Wijs toe aan .* en / }).click();
  await expect(page.getByText(/hebben de zaak nu/)).toBeVisible();

  for (const [i, mens] of [kevin, emma].entries()) {
    const rij = mens.page.locator('[data-zaak]').filter({ hasText: `Maria ${achternaam}` });
    await expect(rij).toBeVisible();
    await expect(rij.getByText('nieuw', { exact: true })).toBeVisible();
    await expect(rij.getByRole('list', { name: 'Behandelaars' }).getByRole('listitem')).toHaveCount(2);
    expect(await oorsprong(mens.page), 'no reload').toBe(begin[i]);
  }
});

// shows C12
test('a row does not come in under the pointer; it waits behind the strip', async ({ browser }) => {
  // Her list is nobody else's here: what other tests do to theirs lets rows in.
  const sara = await aanHetScherm(browser, 'Sara');
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Eerste'), ['Sara']);
  // A row of this test's own: the focus goes with a row that leaves the list, and other tests may take theirs away.
  await sara.page.locator(`[data-zaak="${zaak}"] a`).first().focus();
  const onderwerp = eigenOnderwerp('Tweede');
  await nieuweZaak(linda, onderwerp, ['Sara']);
  const strip = sara.page.getByRole('button', { name: /nieuwe zaak.*toon/ });
  await expect(strip).toBeVisible();
  await expect(sara.page.getByText(onderwerp)).toHaveCount(0);
  await expect(sara.page.locator('[data-omroep]')).toContainText('nieuwe za');
  await toegankelijk(sara.page);
  await strip.click();
  await expect(sara.page.getByText(onderwerp)).toBeVisible();
});

// shows C2-K5, C2-E2, C1, C2, C3, C4
test('Kevin and Emma write one report at once: carets, chairs, authors, save state', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Trap'), ['Kevin', 'Emma']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  const emma = await aanHetScherm(browser, 'Emma');

  await kevin.page.goto(`/zaken/${zaak}`);
  await emma.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.getByRole('region', { name: 'Nu aan tafel' }).getByText(/^Kevin.*\(u\)$/)).toBeAttached();
  await expect(kevin.page.locator('[data-aanwezig^="Emma"]')).toBeVisible();
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);

  await kevin.page.getByRole('button', { name: 'Nieuw gespreksverslag' }).click();
  await expect(kevin.page.getByRole('checkbox', { name: /^Emma/ })).toBeChecked();
  await toegankelijk(kevin.page);
  await kevin.page.getByRole('button', { name: 'Begin gespreksverslag' }).click();
  await expect(tekstvak(kevin.page)).toBeVisible();
  await expect(kevin.page.getByRole('heading', { level: 1 })).toBeFocused();

  await emma.page.getByRole('link', { name: 'Gespreksverslag' }).click();
  await expect(tekstvak(emma.page)).toBeVisible();
  await expect(kevin.page.locator('[data-aanwezig^="Emma"]')).toBeVisible();
  await expect(emma.page.locator('[data-aanwezig^="Kevin"]')).toBeVisible();

  // The template: locked headings, facts with their source and date.
  await expect(kevin.page.getByRole('heading', { name: '1. Wie waren erbij' })).toBeVisible();
  await expect(kevin.page.locator('[data-veld="persoon"]')).toContainText('Grietje Proef');
  await expect(kevin.page.locator('[data-veld="persoon"] .bron')).toHaveText(/dossier, \d+ \w+ 20\d\d/);

  // Both at once, in one paragraph.
  await inSectie(kevin.page, '2. Wat de inwoner zelf vertelt');
  await kevin.page.keyboard.type('Begin. ');
  await expect(tekstvak(emma.page)).toContainText('Begin.');
  await inSectie(emma.page, '2. Wat de inwoner zelf vertelt');
  await emma.page.keyboard.press('End');
  const vanKevin = 'Dylan woont hier sinds augustus en gaat naar school.';
  const vanEmma = 'De trap lukt sinds de zomer niet meer, zegt zij.';
  await Promise.all([kevin.page.keyboard.type(vanKevin, { delay: 8 }), emma.page.keyboard.type(vanEmma, { delay: 8 })]);
  await expect(async () => {
    const [k, e] = [await tekst(kevin.page), await tekst(emma.page)];
    expect(k).toBe(e);
    const letters = (s: string) => [...s].sort().join('');
    const alinea = k.split('\n').find((regel) => regel.includes('Begin')) ?? '';
    expect(letters(alinea)).toBe(letters(`Begin. ${vanKevin}${vanEmma}`));
  }).toPass();

  // A paragraph each: the margin says whose it is, to who asks.
  for (const { page } of [kevin, emma]) await page.getByRole('checkbox', { name: 'Toon wie wat schreef' }).check();
  await inSectie(kevin.page, '3. Wat gaat goed');
  await kevin.page.keyboard.type('Kevin schrijft hier.');
  await inSectie(emma.page, '4. Wie helpt er al');
  await emma.page.keyboard.type('Emma schrijft hier.');
  for (const mens of [kevin, emma]) {
    await expect(mens.page.locator('p[data-auteur="Kevin"]').filter({ hasText: 'Kevin schrijft hier.' })).toBeVisible();
    await expect(mens.page.locator('p[data-auteur="Emma"]').filter({ hasText: 'Emma schrijft hier.' })).toBeVisible();
    await allesOpgeslagen(mens.page);
  }
  const schakelaar = kevin.page.getByRole('checkbox', { name: 'Toon wie wat schreef' });
  await schakelaar.uncheck();
  await expect(kevin.page.locator('[data-auteur]')).toHaveCount(0);
  await schakelaar.check();

  // Emma's caret with her name, not readable by a screen reader, in a colour that is not Kevin's.
  const caret = kevin.page.locator('[data-caret]');
  await expect(caret).toHaveText('Emma');
  await expect(caret).toHaveAttribute('aria-hidden', 'true');
  const kleur = (naam: string) => kevin.page.locator(`[data-aanwezig^="${naam}"] .stoel`).getAttribute('class');
  expect(await kleur('Emma')).not.toBe(await kleur('Kevin'));
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);

  // Emma leaves: her chair and her caret go.
  await emma.page.goto('/werkvoorraad');
  await expect(kevin.page.locator('[data-aanwezig^="Emma"]')).toHaveCount(0);
  await expect(caret).toHaveCount(0);
});

// shows C4, E4, E5
test('Emma loses the line, types on and comes back: nothing is lost', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Lijn'), ['Kevin', 'Emma']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  const emma = await aanHetScherm(browser, 'Emma');
  const document = await nieuwVerslag(kevin, zaak, ['Kevin', 'Emma']);
  for (const mens of [kevin, emma]) {
    await mens.page.goto(`/documenten/${document}`);
    await expect(tekstvak(mens.page)).toBeVisible();
  }
  await inSectie(emma.page, '2. Wat de inwoner');
  await emma.page.keyboard.type('Voor de tunnel. ');
  await allesOpgeslagen(emma.page);
  await expect(tekstvak(kevin.page)).toContainText('Voor de tunnel.');

  await emma.context.setOffline(true);
  await expect(bewaard(emma.page)).toHaveText('Verbinding maken…');
  await emma.page.keyboard.type('In de tunnel.');
  // An address is one word, and still fits a phone.
  await emma.page.keyboard.type(' https://voorbeeld.nl/een/adres/zonder/een/enkele/spatie/dat/op/een/telefoon/moet/breken');
  await expect(emma.page.getByText('Geen verbinding. Uw laatste wijzigingen zijn nog niet opgeslagen. Sluit dit venster niet.')).toBeVisible();
  await toegankelijk(emma.page);
  await pastOp320(emma.page);
  await expect(kevin.page.locator('[data-aanwezig^="Emma"]')).toHaveCount(0, { timeout: 20_000 });
  await inSectie(kevin.page, '3. Wat gaat goed');
  await kevin.page.keyboard.type('Kevin gaat door.');
  await allesOpgeslagen(kevin.page);
  expect(await tekst(emma.page)).not.toContain('Kevin gaat door.');

  await emma.context.setOffline(false);
  await expect(tekstvak(kevin.page)).toContainText('In de tunnel.', { timeout: 40_000 });
  await expect(tekstvak(emma.page)).toContainText('Kevin gaat door.');
  await allesOpgeslagen(emma.page);
  await expect(emma.page.getByText('Geen verbinding')).toHaveCount(0);
  await expect(async () => expect(await tekst(kevin.page)).toBe(await tekst(emma.page))).toPass();
  await expect(kevin.page.locator('[data-aanwezig^="Emma"]')).toBeVisible();
});

// shows KING-R3, C2-N7, design 4
test('Peter sees that the zaak runs, not what is in it, and no document', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const onderwerp = eigenOnderwerp('Geheim');
  const { zaak, nummer } = await nieuweZaak(linda, onderwerp, ['Kevin', 'Emma']);
  const kevin = await zonderScherm(browser, 'Kevin');
  const document = await nieuwVerslag(kevin, zaak, ['Kevin', 'Emma']);
  const { persoon } = (await (await kevin.context.request.get(`/api/v1/zaken/${zaak}`)).json()) as { persoon: string };
  const peter = await aanHetScherm(browser, 'Peter');
  // His own zaak of the same person gives him dat of this one.
  const eigen = await stuur<{ id: string }>(linda.context.request, '/meldingen', {
    persoon,
    zaaktype: 'AANVRAAG-BIJZONDERE-BIJSTAND',
    onderwerp: 'Bijstand',
    kanaal: 'balie',
    urgentie: 'gewoon',
  });
  const behandelaars = await medewerkerIds(linda.context.request, ['Peter']);
  await stuur(linda.context.request, `/zaken/${eigen.id}/toewijzen`, { behandelaars });

  const api = peter.context.request;
  await expect(async () => {
    const zicht = await api.get(`/api/v1/zaken/${zaak}`);
    expect(zicht.status()).toBe(200);
    expect(await zicht.json()).toMatchObject({ toegang: 'dat', zaaknummer: nummer });
    expect(await zicht.text()).not.toContain(onderwerp);
  }).toPass();
  expect((await api.get(`/api/v1/documenten/${document}`)).status()).toBe(404);
  expect((await api.get(`/api/v1/documenten/${document}/tekst`)).status()).toBe(404);
  expect(await (await api.get(`/api/v1/zaken/${zaak}/documenten`)).text()).not.toContain(document);

  await peter.page.goto(`/zaken/${zaak}`);
  await expect(peter.page.getByText('De inhoud is afgeschermd')).toBeVisible();
  await expect(peter.page.getByText(nummer).first()).toBeVisible();
  await expect(peter.page.getByText(onderwerp)).toHaveCount(0);
  await toegankelijk(peter.page);
  await pastOp320(peter.page);

  // Refused and absent are the same page.
  const lees = async (pad: string) => {
    await peter.page.goto(pad);
    await expect(peter.page.getByRole('heading', { name: 'Deze pagina is er niet' })).toBeVisible();
    return peter.page.locator('main').innerText();
  };
  const geweigerd = await lees(`/documenten/${document}`);
  const afwezig = await lees('/documenten/019ab000-0000-7000-8000-00000000000a');
  expect(geweigerd).toBe(afwezig);
  await toegankelijk(peter.page);
});

// shows E2, C5
test('the report with the keyboard alone', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Toetsen'), ['Kevin']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  const document = await nieuwVerslag(kevin, zaak, ['Kevin']);
  const page = kevin.page;
  await page.goto(`/documenten/${document}`);
  await expect(tekstvak(page)).toBeVisible();

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused();
  await page.getByRole('button', { name: 'Vet' }).focus();
  await page.keyboard.press('Tab');
  await expect(tekstvak(page)).toBeFocused();
  // Down to a place where one may write; a locked heading takes no letter.
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Afspraak: ');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Vet' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Cursief' })).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Vet' })).toHaveAttribute('aria-pressed', 'true');
  await expect(tekstvak(page)).toBeFocused();
  await page.keyboard.type('vetgedrukt');
  await expect(tekstvak(page).locator('strong')).toHaveText('vetgedrukt');

  // Everything selected and deleted: the words go, the headings of the template stay.
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(tekstvak(page).getByRole('heading', { level: 2 })).toHaveCount(5);
  await expect(tekstvak(page)).not.toContainText('vetgedrukt');

  await allesOpgeslagen(page);
  await page.keyboard.press('Control+s');
  await expect(page.locator('[data-omroep]')).toContainText('Alle wijzigingen zijn opgeslagen');
});

// shows E1
test('Maria sees her own zaken on the portal', async ({ browser }) => {
  const maria = await aanHetScherm(browser, 'Maria');
  await expect(maria.page).toHaveURL(/\/portaal$/);
  await expect(maria.page.getByRole('heading', { level: 1, name: 'Dag Maria' })).toBeVisible();
  await verbonden(maria.page);
  await toegankelijk(maria.page);
  await pastOp320(maria.page);
  await maria.page.getByRole('button', { name: 'Uitloggen' }).click();
  await expect(maria.page).toHaveURL(/\/demo$/);
  await maria.page.goBack();
  await expect(maria.page.getByRole('heading', { name: 'Dag Maria' })).toHaveCount(0);
});

// shows C11, E6
test('a change by somebody else shows on the open zaak, with who did it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Balk'), ['Kevin']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  await kevin.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.locator('[data-aanwezig^="Kevin"]')).toBeVisible();
  const begin = await oorsprong(kevin.page);
  await verdeelOpnieuw(browser, zaak, ['Kevin', 'Emma']);

  const balk = kevin.page.locator('[data-wijziging="ZaakToegewezen"]');
  await expect(balk).toContainText(/^W?Wouter.* wees deze zaak toe aan/);
  await expect(kevin.page.getByText(/werken aan deze zaak/)).toBeVisible();
  await expect(kevin.page.locator('.tijdlijn li')).toHaveCount(3);
  await expect(kevin.page.locator('[data-omroep]')).toContainText('wees deze zaak toe');
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);
  await kevin.page.getByRole('button', { name: 'Sluit deze melding' }).click();
  await expect(balk).toHaveCount(0);
  expect(await oorsprong(kevin.page)).toBe(begin);
});

// shows E4, E5
test('a lost line says so on the list, and what was missed is there after it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const kevin = await aanHetScherm(browser, 'Kevin');
  await verbonden(kevin.page);
  await kevin.context.setOffline(true);
  await expect(kevin.page.getByRole('status').getByText('U ziet de stand van')).toBeVisible();
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);
  const onderwerp = eigenOnderwerp('Gemist');
  await nieuweZaak(linda, onderwerp, ['Kevin']);
  await kevin.context.setOffline(false);
  await expect(kevin.page.getByText('U ziet de stand van')).toHaveCount(0, { timeout: 40_000 });
  await expect(kevin.page.getByText(onderwerp)).toBeVisible();
});

// shows C4
test('a session that ends takes no text away; after logging in the report goes on', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Sessie'), ['Kevin', 'Emma']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  const emma = await aanHetScherm(browser, 'Emma');
  const document = await nieuwVerslag(kevin, zaak, ['Kevin', 'Emma']);
  await emma.page.goto(`/documenten/${document}`);
  await kevin.page.goto(`/documenten/${document}`);
  await inSectie(kevin.page, '2. Wat de inwoner');
  await kevin.page.keyboard.type('Voor het uitloggen.');
  await allesOpgeslagen(kevin.page);

  // He logs out elsewhere, with the same session.
  await kevin.context.request.post('/api/v1/uitloggen', { headers: { 'X-Keukentafel': '1' }, data: {} });
  const dialoog = kevin.page.getByRole('dialog', { name: 'U bent uitgelogd' });
  await expect(dialoog).toBeVisible();
  // Whoever sits there now reads nothing of it, in the document either.
  await expect(tekstvak(kevin.page)).toHaveCount(0);
  await toegankelijk(kevin.page);
  await dialoog.getByRole('button', { name: /^Log opnieuw in als Kevin/ }).click();
  await expect(dialoog).toHaveCount(0);
  await expect(tekstvak(kevin.page)).toContainText('Voor het uitloggen.');
  await inSectie(kevin.page, '3. Wat gaat goed');
  await kevin.page.keyboard.type('Na het inloggen.');
  await allesOpgeslagen(kevin.page);
  await expect(tekstvak(emma.page)).toContainText('Na het inloggen.');
});
