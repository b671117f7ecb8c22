// Everyone at the table: what somebody who sits down for the first time meets on the desk, the board, the huishouden, the plan and the portal.
import { expect, type Page } from '@playwright/test';
import { gezin } from './balie.steun';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, medewerkerIds, nieuweZaak, pastOp320, stuur, toegankelijk, verbonden, zonderScherm } from './steun';
import { gezin as groepsgezin, planVan } from './wijkteam';

/** How it looks, for who asks for it. */
async function neem(page: Page, naam: string) {
  const map = process.env.KT_SCHERMEN;
  if (map) await page.screenshot({ path: `${map}/${naam}.png`, fullPage: true });
}

// shows C2-L4, C2-N1, C2-N2, C2-N5
test('a crisis says on the page of its zaak whom to call, where the child is and who has gezag; the portal tells no day', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { oma, kind } = await gezin(linda);
  const [kevin] = await medewerkerIds(linda.context.request, ['Kevin']);
  const { meldingen } = await stuur<{ meldingen: { zaak: string }[] }>(linda.context.request, '/contacten', {
    kanaal: 'telefoon',
    spreker: { soort: 'ander', naam: 'Ada', relatie: 'buurvrouw', telefoon: '06 1234 5678' },
    controle: 'geen',
    verslag: [{ vraag: 'veiligheid', tekst: 'Het kind is niet veilig.' }],
    meldingen: [{ persoon: kind.id, zaaktype: 'AANVRAAG-JEUGDHULP', onderwerp: 'Niet veilig', urgentie: 'crisis', behandelaars: [kevin] }],
  });
  const { page } = await aanHetScherm(browser, 'Kevin');
  await page.goto(`/zaken/${meldingen[0]?.zaak}`);
  const kop = page.locator('.termijnrij');
  await expect(kop.locator('[data-urgentie="crisis"]')).toHaveText('Crisis');
  await expect(kop.locator('[data-contactdag]')).toHaveText('vandaag nog contact');
  const kern = page.locator('[data-kern]');
  await expect(kern.getByRole('link', { name: '06 1234 5678' })).toHaveAttribute('href', 'tel:0612345678');
  await expect(kern.locator('[data-kern-spreker]')).toContainText('Ada, buurvrouw');
  await expect(kern.locator('[data-kern-verblijf]')).toContainText(`Verblijft nu bij ${oma.naam}`);
  await expect(kern.locator('[data-kern-gezag]')).toBeVisible();
  await toegankelijk(page);
  await pastOp320(page);
  await neem(page, 'crisis');

  const maria = await aanHetScherm(browser, 'Maria');
  const { persoon } = (await (await maria.context.request.get('/api/v1/ik')).json()) as { persoon: string };
  const { id } = await stuur<{ id: string }>(linda.context.request, '/meldingen', {
    persoon,
    zaaktype: 'MELDING-WMO',
    onderwerp: 'Crisis thuis',
    kanaal: 'balie',
    urgentie: 'crisis',
  });
  const eigen = maria.page.locator(`[data-zaak="${id}"]`);
  await expect(eigen).toContainText('Wij nemen eerst contact met u op. Heeft het haast, dan doen wij dat snel.');
  await expect(eigen).toContainText('wat wij beslissen');
  await expect(eigen).not.toContainText(/crisis|vandaag/i);
  await expect(maria.page.locator('footer [data-belnummer]')).toHaveAttribute('href', 'tel:0001234567');
  await toegankelijk(maria.page);
  await pastOp320(maria.page);
  await neem(maria.page, 'portaal');
});

// shows C2-N5, C2-L2
test('at the desk what is wrong stands at its own melding, a long subject is counted and not cut, and at the button it says what is not kept', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { oma, kind } = await gezin(linda);
  const { page } = linda;
  // Nothing of hers is kept, and what another test of Linda's keeps meanwhile is not this page's.
  await page.route('**/api/v1/concepten/**', (route) =>
    route.request().method() === 'GET' ? route.fulfill({ json: { concept: null } }) : route.abort(),
  );
  await page.goto('/balie');
  await page.getByLabel('Naam', { exact: true }).fill(oma.naam.split(' ').at(-1) ?? '');
  await page.getByLabel('Geboortedatum', { exact: true }).fill('3-2-1951');
  await page.getByRole('button', { name: 'Zoek inwoner' }).click();
  await page.getByRole('button', { name: `Kies ${oma.naam}`, exact: true }).click();
  await page.locator(`#over-${kind.id}`).check();
  await page.locator(`#onderwerp-${oma.id}`).fill('De trap');
  await page.locator(`#onderwerp-${kind.id}`).fill('o'.repeat(205));
  await expect(page.locator(`#onderwerp-${kind.id}`)).toHaveValue('o'.repeat(205));
  const vak = page.locator(`[data-melding="${kind.id}"]`);
  await expect(vak.locator('[data-teller]')).toHaveText('5 tekens te veel');
  await page.getByRole('button', { name: /^Leg .*vast$/ }).last().click();
  await expect(vak.locator('.fouttekst').first()).toContainText('200 tekens');
  await expect(page.locator(`[data-melding="${oma.id}"] .fouttekst`)).toHaveCount(0);
  await toegankelijk(page);
  await neem(page, 'balie-fout');
  await page.locator(`#onderwerp-${kind.id}`).fill('Slaapt slecht');
  await expect(page.locator('[data-bewaarmelding]')).toContainText('Niet bewaard');
  await neem(page, 'balie-niet-bewaard');
});

// shows KING-SI3, C2-L2
test('a resident finds back what they half typed about somebody, after a log out too, and nothing of it once it is sent', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Maria');
  await page.goto('/portaal/signaal');
  const tekst = eigenOnderwerp('Zij roept om hulp');
  await page.getByLabel('Hoe heet de persoon?').fill('Grietje Proef');
  await page.getByLabel('Wat ziet of hoort u?').fill(tekst);
  await expect(page.locator('[data-conceptstand]')).toHaveAttribute('data-conceptstand', 'bewaard');
  await expect(page.getByText('Wij vertellen de persoon om wie het gaat niet wie dit meldde')).toBeVisible();
  await toegankelijk(page);
  await pastOp320(page);
  await page.reload();
  await page.getByRole('button', { name: 'Verder met dit concept' }).click();
  await expect(page.getByLabel('Wat ziet of hoort u?')).toHaveValue(tekst);
  await neem(page, 'signaal-concept');
  // The last words were not kept yet when they log out.
  await page.getByLabel('Wat ziet of hoort u?').pressSequentially('!');
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await expect(page).toHaveURL(/\/inloggen$/);
  const weer = await aanHetScherm(browser, 'Maria');
  await weer.page.goto('/portaal/signaal');
  await expect(weer.page.getByLabel('Hoe heet de persoon?')).toHaveValue('');
  await weer.page.getByRole('button', { name: 'Verder met dit concept' }).click();
  await expect(weer.page.getByLabel('Wat ziet of hoort u?')).toHaveValue(`${tekst}!`);
  await weer.page.getByLabel('Waar gaat het over?').selectOption({ index: 1 });
  await weer.page.getByLabel('Hoe heet de persoon?').fill('Grietje Proef');
  await expect(weer.page.locator('[data-conceptstand]')).toHaveAttribute('data-conceptstand', 'bewaard');
  await weer.page.getByRole('button', { name: 'Stuur uw melding' }).click();
  await expect(weer.page.locator('[data-gemeld]')).toBeVisible();
  await weer.page.reload();
  await expect(weer.page.locator('[data-gemeld]'), 'that it was sent is still said').toBeVisible();
  await weer.page.getByRole('button', { name: 'Meld nog iets' }).click();
  await expect(weer.page.getByLabel('Hoe heet de persoon?')).toHaveValue('');
  await expect(weer.page.locator('[data-conceptaanbod]')).toHaveCount(0);
});

// shows KING-PL3, KING-ZT25
test('a goal is let go only after a question, and can be taken up again; the start page of a regisseur counts signalen', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const rianne = await aanHetScherm(browser, 'Rianne');
  const { page } = rianne;
  await expect(page.locator('[data-signalen]')).toBeVisible();
  await neem(page, 'regisseur-start');
  const { plan } = await planVan(rianne, await groepsgezin(linda));
  await stuur(rianne.context.request, `/plannen/${plan}/doelen`, { voor: 'groep', omschrijving: 'Samen eten' });
  await page.goto(`/plannen/${plan}`);
  const doel = page.locator('[data-doel]').filter({ hasText: 'Samen eten' });
  await doel.getByRole('button', { name: /^Vervallen/ }).click();
  const vraag = page.getByRole('dialog', { name: 'Doel laten vervallen?' });
  await toegankelijk(page);
  await vraag.getByRole('button', { name: 'Nee, terug' }).click();
  await expect(doel).not.toContainText('· Vervallen');
  await doel.getByRole('button', { name: /^Vervallen/ }).click();
  await vraag.getByRole('button', { name: 'Laat vervallen' }).click();
  await expect(doel).toContainText('· Vervallen');
  await neem(page, 'doel-vervallen');
  await doel.getByRole('button', { name: /^Pak weer op/ }).click();
  await expect(doel).not.toContainText('· Vervallen');
  await expect(doel.getByRole('button', { name: /^Behaald/ })).toBeVisible();
  await toegankelijk(page);
});

// shows E3, C2-N1, C2-N2
test('on a phone the people of a huishouden are cards, and what the server refuses is not offered', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { oma, kind, huishouden } = await gezin(linda);
  const melding = { persoon: oma.id, zaaktype: 'AANVRAAG-BIJZONDERE-BIJSTAND', onderwerp: 'Bril', kanaal: 'balie' };
  const { id } = await stuur<{ id: string }>(linda.context.request, '/meldingen', melding);
  await stuur(linda.context.request, `/zaken/${id}/toewijzen`, { behandelaars: await medewerkerIds(linda.context.request, ['Peter']) });
  const { page } = await aanHetScherm(browser, 'Peter');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/huishoudens/${huishouden}`);
  await verbonden(page);
  const van = (persoon: string) => page.locator(`[data-lid="${persoon}"]`);
  await expect(van(oma.id).getByRole('button', { name: /hier niet meer woont/ })).toBeVisible();
  // He works for the grandmother only: of where the child lives he says nothing.
  await expect(van(kind.id).getByRole('button')).toHaveCount(0);
  const breder = await page
    .locator('.tabelvak--kaarten')
    .evaluateAll((all) => all.map((el) => el.scrollWidth > el.clientWidth));
  expect(breder, 'nothing is beside the screen').toEqual([false, false]);
  await toegankelijk(page);
  await pastOp320(page);
  await neem(page, 'huishouden-390');
});

// shows X-26, E8
test('the trail is asked by a day as people type it, and says which names there are to choose from', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Pieter');
  await page.goto('/audit');
  await expect(page.locator('tr[data-regel]').first()).toBeVisible();
  await page.getByLabel('Vanaf').fill('gisteren');
  await page.getByRole('button', { name: 'Toon', exact: true }).click();
  await expect(page.locator('#van-fout')).toContainText('30-11-2026');
  await toegankelijk(page);
  await page.getByLabel('Vanaf').fill('1-1-2020');
  const [vraag] = await Promise.all([
    page.waitForRequest((r) => r.url().includes('/api/v1/audit?') && r.url().includes('van=')),
    page.getByRole('button', { name: 'Toon', exact: true }).click(),
  ]);
  expect(new URL(vraag.url()).searchParams.get('van')).toBe('2020-01-01');
  await expect(page.getByText('Het filter zoekt in het hele spoor.')).toBeVisible();
  await neem(page, 'audit');
});

// shows C2-N11, C2-E8, C1-P7
test('on a Wmo-melding a colleague must agree with what is given, and may look where nothing is: the page says which, and the button to decide does it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Trap'), ['Emma']);
  const { context, page } = await aanHetScherm(browser, 'Emma');
  await stuur(context.request, `/zaken/${zaak}/in-behandeling`, {});
  await stuur(context.request, `/zaken/${zaak}/besluit`, { soort: 'toekennen', motivering: 'Het helpt.', regels: [{ omschrijving: 'Traplift' }] });
  await page.goto(`/zaken/${zaak}`);
  const besluit = page.locator('section:has(#besluit)');
  await expect(besluit.locator('.chip')).toHaveText('Wacht op akkoord');
  await expect(besluit).toContainText('moet het bekijken');
  await expect(besluit.getByRole('button', { name: 'Neem dit besluit' })).toHaveCount(0);
  await besluit.getByRole('button', { name: 'Wijzig voorstel' }).click();
  await page.getByLabel('Wat besluit u?').selectOption('afwijzen');
  await page.getByRole('button', { name: 'Leg voor aan een collega' }).click();
  await expect(besluit.locator('.chip')).toHaveText('Voorgesteld');
  await expect(besluit).toContainText('is akkoord niet verplicht');
  await expect(besluit).not.toContainText('moet akkoord gaan');
  await toegankelijk(page);
  await neem(page, 'wmo-besluit');
  await besluit.getByRole('button', { name: 'Neem dit besluit' }).click();
  await expect(besluit.locator('[data-besluit]')).toHaveAttribute('data-besluit', 'genomen');
});

// shows C2-N1, E8
test('a day from which gezag cannot hold is wrong at its own field', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { kind, huishouden } = await gezin(linda);
  const melding = { persoon: kind.id, zaaktype: 'AANVRAAG-JEUGDHULP', onderwerp: 'Hulp', kanaal: 'balie' };
  const { id } = await stuur<{ id: string }>(linda.context.request, '/meldingen', melding);
  await stuur(linda.context.request, `/zaken/${id}/toewijzen`, { behandelaars: await medewerkerIds(linda.context.request, ['Kevin']) });
  const { page } = await aanHetScherm(browser, 'Kevin');
  await page.goto(`/huishoudens/${huishouden}`);
  await page.getByRole('button', { name: 'Leg gezag vast over Sil' }).click();
  await page.getByLabel('Welke rechtbank?').fill('Rechtbank Overijssel');
  await page.getByLabel('Datum van de uitspraak').fill('20-4-2026');
  await page.getByLabel('Het gezag geldt vanaf').fill('1-4-2026');
  await page.getByRole('dialog').getByRole('button', { name: 'Leg vast' }).click();
  await expect(page.locator('#uitspraak_op-fout')).toBeVisible();
  await page.getByLabel('Het gezag geldt vanaf').fill('1-4-2010');
  await page.getByRole('dialog').getByRole('button', { name: 'Leg vast' }).click();
  await expect(page.locator('#gezagvanaf-fout')).toBeVisible();
  await toegankelijk(page);
});
