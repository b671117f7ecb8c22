// Beside the text: remarks with their answers, proposals, and versions. Two people, two contexts.
import { type Browser, expect, type Page } from '@playwright/test';
import { test } from './proef';
import {
  aanHetScherm,
  allesOpgeslagen,
  eigenOnderwerp,
  inSectie,
  nieuweZaak,
  nieuwVerslag,
  pastOp320,
  tekst,
  tekstvak,
  toegankelijk,
  zonderScherm,
} from './steun';

async function samen(browser: Browser, wat: string) {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp(wat), ['Kevin', 'Emma']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  const emma = await aanHetScherm(browser, 'Emma');
  const document = await nieuwVerslag(kevin, zaak, ['Kevin', 'Emma']);
  await kevin.page.goto(`/documenten/${document}`);
  await expect(tekstvak(kevin.page)).toBeVisible();
  return { linda, kevin, emma, zaak, document };
}

async function schrijf(page: Page, woorden: string) {
  await inSectie(page, '2. Wat de inwoner');
  await page.keyboard.type(woorden);
  await allesOpgeslagen(page);
}

/** Chooses the last word that was typed. */
async function kiesWoord(page: Page) {
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).not.toBe('');
  await eenBeeld(page);
}

/** The editor hears of a selection with the next frame, and no hand is quicker than that. */
const eenBeeld = (page: Page) =>
  page.evaluate(() => new Promise((verder) => requestAnimationFrame(() => requestAnimationFrame(verder))));

const tab = (page: Page, naam: RegExp) => page.getByRole('tab', { name: naam });
const draden = (page: Page) => page.locator('[data-opmerking-draad]');

// shows C9
test('a remark on chosen words names a colleague, who hears it at once, answers it and sees it dealt with', async ({ browser }) => {
  const { kevin, emma, document } = await samen(browser, 'Opmerking');
  await schrijf(kevin.page, 'Zij woont op drie trappen');
  await kiesWoord(kevin.page);
  await kevin.page.keyboard.press('Control+Alt+m');
  await expect(tab(kevin.page, /^Opmerkingen/)).toHaveAttribute('aria-selected', 'true');
  const veld = kevin.page.getByLabel('Uw opmerking');
  await expect(veld).toBeFocused();
  await veld.fill('Klopt dit? ');
  await kevin.page.getByRole('button', { name: '@Emma noemen' }).click();
  await expect(veld).toHaveValue('Klopt dit? @Emma ');
  // What was typed is not lost by one key, nor by one press.
  for (const weg of ['Escape', 'Terug']) {
    if (weg === 'Escape') await veld.press('Escape');
    else await kevin.page.locator('.opmerkvorm').getByRole('button', { name: 'Terug' }).click();
    await expect(kevin.page.getByText('Wat u hier typte, is nog niet bewaard.')).toBeVisible();
    await kevin.page.getByRole('button', { name: 'Typ verder' }).click();
    await expect(veld).toHaveValue('Klopt dit? @Emma ');
  }
  await toegankelijk(kevin.page);
  const berichten = emma.page.locator('[data-berichten]');
  // Other tests give Emma work meanwhile, so it is looked for and not counted.
  const bericht = emma.page.locator(`.bel a[href^="/documenten/${document}?opmerking="]`);
  await expect(berichten).toHaveAttribute('data-berichten', /\d/);
  await kevin.page.getByRole('button', { name: 'Plaats opmerking' }).click();
  await expect(draden(kevin.page)).toHaveCount(1);
  await expect(kevin.page.locator('.papier [data-opmerking]')).toHaveText('trappen');
  // Wherever Emma is, her bell rings.
  await berichten.click();
  await expect(bericht).toContainText('noemt u in een opmerking');
  await bericht.click();
  await expect(emma.page).toHaveURL(new RegExp(`/documenten/${document}\\?opmerking=`));
  const draad = draden(emma.page);
  await expect(draad).toContainText('Klopt dit? @Emma');
  await expect(draad).toContainText('nieuw voor u');
  await berichten.click();
  await expect(bericht).toHaveCount(0);
  await emma.page.keyboard.press('Escape');
  await toegankelijk(emma.page);

  await emma.page.getByRole('button', { name: 'Antwoord op de opmerking van Kevin' }).click();
  await emma.page.getByLabel('Uw antwoord').fill('Ja, ik was er.');
  await emma.page.getByRole('button', { name: 'Plaats antwoord' }).click();
  await expect(draden(kevin.page)).toContainText('Ja, ik was er.');
  await kevin.page.getByRole('button', { name: 'Handel af: opmerking van Kevin' }).click();
  await expect(emma.page.getByText('Afgehandeld (1)')).toBeVisible();
  await expect(tab(emma.page, /^Opmerkingen$/)).toBeVisible();
  await emma.page.getByText('Afgehandeld (1)').click();
  await emma.page.getByRole('button', { name: 'Heropen de opmerking van Kevin' }).click();
  await expect(tab(kevin.page, /^Opmerkingen \(1\)$/)).toBeVisible();
  await pastOp320(emma.page);
});

// shows C9
test('a remark keeps its words when they are gone from the text, and is in no print', async ({ browser }) => {
  const { kevin } = await samen(browser, 'Citaat');
  const { page } = kevin;
  await schrijf(page, 'Zij woont op drie trappen');
  await kiesWoord(page);
  await page.keyboard.press('Control+Alt+m');
  await page.getByLabel('Uw opmerking').fill('Eén of twee?');
  await page.getByRole('button', { name: 'Plaats opmerking' }).click();
  await expect(page.locator('.papier [data-opmerking]')).toHaveText('trappen');
  await expect(page.getByRole('button', { name: 'Ga naar deze woorden' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Eén of twee?')).toBeHidden();
  await expect(page.locator('.papier [data-opmerking]')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Ga naar deze woorden' }).click();
  await expect(tekstvak(page)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Deze woorden staan niet meer in de tekst.')).toBeVisible();
  await expect(draden(page).locator('blockquote')).toHaveText('trappen');
});

// shows C9
test('without chosen words it is said what to do', async ({ browser }) => {
  const { kevin } = await samen(browser, 'Leeg');
  await inSectie(kevin.page, '2. Wat de inwoner');
  await kevin.page.keyboard.press('Control+Alt+m');
  await expect(kevin.page.locator('[data-omroep]')).toContainText('Kies eerst de woorden');
});

// shows C8
test('what one proposes leaves the text as it is, with one\'s name, and is taken over or turned down by keyboard', async ({ browser }) => {
  const { kevin, emma, document } = await samen(browser, 'Voorstel');
  await schrijf(kevin.page, 'Zij woont op drie trappen');
  await emma.page.goto(`/documenten/${document}`);
  await expect(tekstvak(emma.page)).toContainText('drie trappen');
  await emma.page.getByRole('button', { name: 'Voorstellen doen in plaats van wijzigen' }).click();
  await expect(emma.page.getByText('Voorstellen: wat u wijzigt, is een voorstel')).toBeVisible();
  await expect(emma.page.locator('[data-omroep]')).toContainText('U doet nu voorstellen');
  await inSectie(emma.page, '2. Wat de inwoner');
  await emma.page.keyboard.press('End');
  await eenBeeld(emma.page);
  for (const _ of 'trappen') await emma.page.keyboard.press('Backspace');
  await emma.page.keyboard.type('verdiepingen');
  await allesOpgeslagen(emma.page);
  // Kevin sees both, and goes on writing as before.
  await expect(kevin.page.locator('.papier del')).toHaveText('trappen');
  await expect(kevin.page.locator('.papier ins')).toHaveText('verdiepingen');
  await inSectie(kevin.page, '5. Wat spreken we af');
  await kevin.page.keyboard.type('Wij bellen.');
  await allesOpgeslagen(kevin.page);
  await expect(emma.page.locator('.papier ins')).toHaveText('verdiepingen');
  await tab(kevin.page, /^Voorstellen/).click();
  const rij = kevin.page.locator('[data-voorstel-rij]');
  await expect(rij).toHaveCount(1);
  await expect(rij).toContainText('Emma');
  await toegankelijk(kevin.page);
  await rij.getByRole('button', { name: /^Neem over: voorstel van Emma/ }).focus();
  await kevin.page.keyboard.press('Enter');
  await expect(kevin.page.locator('.papier del')).toHaveCount(0);
  await allesOpgeslagen(kevin.page);
  await expect.poll(() => tekst(emma.page)).toContain('Zij woont op drie verdiepingen');
  await expect(emma.page.locator('.papier ins')).toHaveCount(0);
  // And one that is turned down.
  await inSectie(emma.page, '2. Wat de inwoner');
  await emma.page.keyboard.press('End');
  await emma.page.keyboard.type(' zonder lift');
  await allesOpgeslagen(emma.page);
  await rij.getByRole('button', { name: /^Wijs af: voorstel van Emma/ }).click();
  await allesOpgeslagen(kevin.page);
  await expect.poll(() => tekst(emma.page)).not.toContain('lift');
  await expect.poll(() => tekst(emma.page)).toContain('drie verdiepingen');
});

// shows C8
test('beside a colleague\'s proposal one makes one of one\'s own', async ({ browser }) => {
  const { kevin, emma, document } = await samen(browser, 'Buren');
  await schrijf(kevin.page, 'Zij woont daar');
  await emma.page.goto(`/documenten/${document}`);
  await expect(tekstvak(emma.page)).toContainText('Zij woont daar');
  for (const [page, woorden] of [[kevin.page, ' graag'], [emma.page, ' alleen']] as const) {
    await page.getByRole('button', { name: 'Voorstellen doen in plaats van wijzigen' }).click();
    await inSectie(page, '2. Wat de inwoner');
    await page.keyboard.press('End');
    await page.keyboard.type(woorden);
    await allesOpgeslagen(page);
    await expect(tekstvak(page === kevin.page ? emma.page : kevin.page)).toContainText(woorden.trim());
  }
  await tab(kevin.page, /^Voorstellen/).click();
  const rijen = kevin.page.locator('[data-voorstel-rij]');
  await expect(rijen).toHaveCount(2);
  await expect(rijen.nth(0)).toContainText('Kevin');
  await expect(rijen.nth(1)).toContainText('Emma');
  await kevin.page.getByRole('button', { name: 'Neem alles over' }).click();
  await allesOpgeslagen(kevin.page);
  await expect.poll(() => tekst(emma.page)).toContain('Zij woont daar graag alleen');
  await expect(emma.page.locator('.papier ins')).toHaveCount(0);
});

// shows C7
test('a version has a name, is compared in words and put back as a new change', async ({ browser }) => {
  const { kevin, emma, document } = await samen(browser, 'Versie');
  const { page } = kevin;
  await schrijf(page, 'Zij woont op drie trappen.');
  await tab(page, /^Versies$/).click();
  await page.getByRole('button', { name: 'Geef de tekst van nu een naam' }).click();
  await page.getByLabel('Naam van deze versie').fill('Besproken met Maria');
  await page.getByRole('button', { name: 'Bewaar de naam' }).click();
  const versie = page.getByRole('article', { name: 'Besproken met Maria' });
  await expect(versie).toBeVisible();
  await emma.page.goto(`/documenten/${document}`);
  await inSectie(emma.page, '2. Wat de inwoner');
  await emma.page.keyboard.press('End');
  await emma.page.keyboard.type(' Met een lift.');
  // Over a locked heading, too.
  await inSectie(emma.page, '5. Wat spreken we af');
  await emma.page.keyboard.type('Wij bellen.');
  await allesOpgeslagen(emma.page);
  await expect(tekstvak(page)).toContainText('Met een lift.');
  await toegankelijk(page);
  await versie.getByRole('button', { name: /^Vergelijk met nu/ }).click();
  const dialoog = page.getByRole('dialog', { name: 'Versies vergelijken' });
  await expect(dialoog.locator('ins')).toHaveText([/Toegevoegd:\s*Met een lift\./, /Toegevoegd:\s*Wij bellen\./]);
  await toegankelijk(page);
  await pastOp320(page);
  await dialoog.getByRole('button', { name: 'Zet de oude versie terug' }).click();
  await dialoog.getByRole('button', { name: 'Ja, zet terug' }).click();
  await expect(dialoog).toHaveCount(0);
  await expect.poll(() => tekst(emma.page)).not.toMatch(/lift|bellen/);
  expect(await tekst(emma.page)).toContain('5. Wat spreken we af');
  await expect(page.getByRole('article', { name: 'Teruggezet: Besproken met Maria' })).toBeVisible();
  // What stood there before is a version still, for whoever took part.
  await tab(emma.page, /^Versies$/).click();
  await expect(emma.page.getByRole('article', { name: 'Besproken met Maria', exact: true })).toBeVisible();
  await expect(emma.page.getByRole('article', { name: 'Teruggezet: Besproken met Maria' })).toBeVisible();
});

// shows C17
test('the text and the dossier alone on the screen, one above the other on a tablet', async ({ browser }) => {
  const { kevin } = await samen(browser, 'Stand');
  const { page } = kevin;
  const knop = page.getByRole('button', { name: 'Schrijfstand: alleen de tekst en het dossier' });
  await knop.click();
  await expect(knop).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Hoort bij' })).toBeVisible();
  await toegankelijk(page);
  await page.setViewportSize({ width: 768, height: 1024 });
  const boven = await page.locator('.docvak').boundingBox();
  const onder = await page.locator('.naasttekst').boundingBox();
  expect((boven?.y ?? 0) + (boven?.height ?? 0)).toBeLessThanOrEqual(onder?.y ?? 0);
  await pastOp320(page);
  await knop.click();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeVisible();
});

// shows C8
test('no besluit is offered on a report in which a proposal stands', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Open'), ['Peter'], 'AANVRAAG-BIJZONDERE-BIJSTAND');
  const peter = await aanHetScherm(browser, 'Peter');
  const document = await nieuwVerslag(peter, zaak, ['Peter']);
  const { page } = peter;
  const kop = { 'X-Keukentafel': '1', 'Content-Type': 'application/json' };
  const begin = await page.context().request.post(`/api/v1/zaken/${zaak}/in-behandeling`, { headers: kop, data: {} });
  expect(begin.ok()).toBe(true);
  await page.goto(`/documenten/${document}`);
  await page.getByRole('button', { name: 'Voorstellen doen in plaats van wijzigen' }).click();
  await inSectie(page, '2. Wat de inwoner');
  await page.keyboard.type('Nog niet zeker');
  await allesOpgeslagen(page);
  const data = { soort: 'toekennen', motivering: 'Nodig', regels: [{ omschrijving: 'Bril', bedrag_cents: 15_000 }], verslag: document };
  const bied = () => page.context().request.post(`/api/v1/zaken/${zaak}/besluit`, { headers: kop, data });
  const open = await bied();
  expect(open.status()).toBe(409);
  expect(await open.text()).toContain('besluit.verslag_voorstellen');
  await tab(page, /^Voorstellen/).click();
  await page.getByRole('button', { name: /^Neem over: voorstel/ }).click();
  await allesOpgeslagen(page);
  expect((await bied()).ok()).toBe(true);
});
