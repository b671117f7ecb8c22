// The document beyond the story: to a colleague's caret, on paper, its fields, who may only read, colours, and a long time offline.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import {
  aanHetScherm,
  allesOpgeslagen,
  bewaard,
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

async function samen(browser: import('@playwright/test').Browser, wat: string) {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak, nummer } = await nieuweZaak(linda, eigenOnderwerp(wat), ['Kevin', 'Emma']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  const emma = await aanHetScherm(browser, 'Emma');
  const document = await nieuwVerslag(kevin, zaak, ['Kevin', 'Emma']);
  for (const mens of [kevin, emma]) {
    await mens.page.goto(`/documenten/${document}`);
    await expect(tekstvak(mens.page)).toBeVisible();
  }
  return { linda, kevin, emma, zaak, nummer, document };
}

/** The section in which the caret is. */
const waar = (page: Page) =>
  page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('[data-sectie]')?.getAttribute('data-sectie'));

// shows C1, C4
test('in a long report letters come where the caret is, over the end of a line too, while a colleague types and when it is taken back', async ({ browser }) => {
  const { kevin, emma } = await samen(browser, 'Lang');
  const { page } = kevin;
  const laatste = page.locator('.papier [data-sectie="verhaal"] p').last();
  await inSectie(page, '2. Wat de inwoner');
  // From 30 000 letters on the page puts them in itself.
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', Array.from({ length: 90 }, () => 'Mevrouw woont alleen. '.repeat(17)).join('\n\n'));
    document.querySelector('.papier')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await allesOpgeslagen(page);
  await page.keyboard.type('En nu een zin die zo lang is dat er nog een regel bij moet, want daar gaat het hier om, en dan nog wat. ');
  await inSectie(emma.page, '5. Wat spreken we af');
  await Promise.all([page.keyboard.type('Kevin typt é door.'), emma.page.keyboard.type('Emma ook.')]);
  for (let keer = 0; keer < 5; keer += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('verder.');
  await expect(laatste).toHaveText(/alleen\. En nu een zin die .* nog wat\. Kevin typt é verder\.$/);
  // It has the height that its words need.
  await expect(laatste).toHaveJSProperty('style.blockSize', '');
  expect(await laatste.evaluate((p) => p.scrollHeight - p.clientHeight)).toBeLessThanOrEqual(1);
  await allesOpgeslagen(page);
  await expect.poll(() => tekst(emma.page)).toBe(await tekst(page));
  await page.keyboard.press('Control+z');
  await expect(laatste).not.toContainText('verder.');
  await expect(tekstvak(page)).toContainText('Emma ook.');
});

// shows C3
test('"Ga naar Emma" brings the caret to where she writes, with the mouse and with the keyboard', async ({ browser }) => {
  const { kevin, emma } = await samen(browser, 'Caret');
  await inSectie(kevin.page, '2. Wat de inwoner');
  await expect(kevin.page.getByRole('button', { name: 'Ga naar Emma' })).toHaveCount(0);
  await inSectie(emma.page, '5. Wat spreken we af');
  await emma.page.keyboard.type('Hier zit Emma.');
  const knop = kevin.page.getByRole('button', { name: 'Ga naar Emma' });
  await expect(tekstvak(kevin.page)).toContainText('Hier zit Emma.');
  expect(await waar(kevin.page)).toBe('verhaal');

  await knop.click();
  await expect(tekstvak(kevin.page)).toBeFocused();
  expect(await waar(kevin.page)).toBe('afspraken');
  await expect(kevin.page.locator('[data-caret]')).toBeInViewport();
  await kevin.page.keyboard.type(' En Kevin.');
  await expect(tekstvak(emma.page)).toContainText('Hier zit Emma. En Kevin.');

  // By keyboard: Escape to the toolbar, End to its last button.
  await inSectie(kevin.page, '2. Wat de inwoner');
  await kevin.page.keyboard.press('Escape');
  await kevin.page.keyboard.press('End');
  await expect(knop).toBeFocused();
  await kevin.page.keyboard.press('Enter');
  await expect(tekstvak(kevin.page)).toBeFocused();
  expect(await waar(kevin.page)).toBe('afspraken');
  await toegankelijk(kevin.page);
  await pastOp320(kevin.page);
});

// shows C1
test('a click is where the letters go, also when a colleague\'s come in at that moment', async ({ browser }) => {
  const { kevin, emma, document: id } = await samen(browser, 'Klik');
  const { page } = emma;
  // What comes in can be kept, and let in at a moment that the test chooses.
  await page.addInitScript(() => {
    const Echt = WebSocket;
    const venster = window as unknown as { houd?: (() => void)[] };
    window.WebSocket = class extends Echt {
      override set onmessage(hoor: ((event: MessageEvent) => void) | null) {
        super.onmessage = (event) => {
          if (venster.houd && typeof event.data !== 'string') venster.houd.push(() => hoor?.(event));
          else hoor?.(event);
        };
      }
    };
  });
  await page.goto(`/documenten/${id}`);
  await expect(tekstvak(page)).toBeVisible();
  await inSectie(page, '3. Wat gaat goed');
  await page.keyboard.type('Emma begint hier. ');
  await allesOpgeslagen(page);
  await inSectie(kevin.page, '2. Wat de inwoner');

  for (const [i, sectie] of ['afspraken', 'netwerk', 'kracht', 'afspraken'].entries()) {
    await page.evaluate(() => {
      (window as unknown as { houd?: (() => void)[] }).houd = [];
    });
    await kevin.page.keyboard.type(`Kevin ${i}. `);
    await expect.poll(() => page.evaluate(() => (window as unknown as { houd: unknown[] }).houd.length)).toBeGreaterThan(1);
    // The click and the letters of Kevin in one breath: the browser has not told the editor of the click yet.
    await page.evaluate((hier) => {
      const venster = window as unknown as { houd?: (() => void)[] };
      const alineas = document.querySelectorAll(`[data-sectie="${hier}"] [data-inhoud] p`);
      const alinea = alineas[alineas.length - 1];
      if (alinea) getSelection()?.collapse(alinea, 0);
      const gehouden = venster.houd ?? [];
      venster.houd = undefined;
      for (const laat of gehouden) laat();
    }, sectie);
    await expect(tekstvak(page)).toContainText(`Kevin ${i}.`);
    expect(await waar(page), `click ${i}`).toBe(sectie);
    await page.keyboard.type(`klik ${i} `);
    await expect(page.locator(`[data-sectie="${sectie}"]`)).toContainText(`klik ${i}`);
  }
});

// shows C3
test('on paper there is the whole text with who wrote it, and nothing of the screen', async ({ browser }) => {
  const { kevin, emma, nummer } = await samen(browser, 'Papier');
  const { page } = kevin;
  await inSectie(page, '2. Wat de inwoner');
  for (let i = 1; i <= 24; i += 1) {
    await page.keyboard.insertText(`Alinea ${i} van het verhaal.`);
    if (i < 24) await page.keyboard.press('Enter');
  }
  await inSectie(emma.page, '5. Wat spreken we af');
  await emma.page.keyboard.type('Emma schrijft het slot.');
  await emma.page.keyboard.press('Shift+Home');
  // Only who asks sees who wrote what.
  await expect(page.locator('[data-auteur]')).toHaveCount(0);
  // Counted for what is on the screen and near it: what is far away gets its names when one comes there.
  await page.setViewportSize({ width: 1440, height: 120 });
  await page.getByRole('checkbox', { name: 'Toon wie wat schreef' }).check();
  await expect(page.locator('p[data-auteur="Emma"]')).toBeVisible();
  const begin = page.locator('.papier p', { hasText: 'Alinea 1 van' });
  expect(await begin.getAttribute('data-auteur')).toBeNull();
  await begin.scrollIntoViewIfNeeded();
  await expect(begin).toHaveAttribute('data-auteur', 'Kevin');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.locator('p[data-auteur="Kevin"]').first()).toBeVisible();
  await expect(page.locator('.selectie').first()).toBeVisible();

  const opScherm = ['header.top', 'nav', '[role=toolbar]', 'aside', '[data-aanwezig]', '[data-caret]', '[data-bewaarstand]'];
  await page.emulateMedia({ media: 'print' });
  const gezien = (welke: string[]) =>
    page.evaluate((lijst) => {
      const ziet = (el: Element) => el.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      return lijst.filter((w) => [...document.querySelectorAll(w)].some(ziet));
    }, welke);
  expect(await gezien([...opScherm, 'button', 'input', '.balk', '.skip'])).toEqual([]);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(new RegExp(`Zaak ${nummer}\\. Deelnemers: .*Kevin de Wit.*Afgedrukt op \\d+ \\w+ 20\\d\\d`))).toBeVisible();
  // Whole: nothing is cut off or scrolls in a box of its own.
  expect(await tekst(page)).toContain('Alinea 1 van');
  expect(await page.evaluate(() => [...document.querySelectorAll('.papier p')].every((p) => p.checkVisibility()))).toBe(true);
  const afgesneden = await page.evaluate(() => {
    const gevonden: string[] = [];
    for (let el = document.querySelector('.papier') as HTMLElement | null; el; el = el.parentElement) {
      if (el.scrollHeight > el.clientHeight + 1 && getComputedStyle(el).overflowY !== 'visible') gevonden.push(el.className);
    }
    return gevonden;
  });
  expect(afgesneden).toEqual([]);
  const inMarge = (alinea: string) =>
    page.locator('p[data-auteur]', { hasText: alinea }).evaluate((el) => {
      const stijl = getComputedStyle(el, '::before');
      return { getoond: stijl.display !== 'none', naam: stijl.content, links: el.getBoundingClientRect().left };
    });
  const slot = await inMarge('Emma schrijft het slot.');
  expect(slot).toMatchObject({ getoond: true });
  expect(slot.naam).toContain('Emma');
  expect(slot.links, 'room for the name before the text').toBeGreaterThan(80);
  expect(await page.locator('.selectie').first().evaluate((el) => getComputedStyle(el).backgroundColor)).toBe('rgba(0, 0, 0, 0)');

  // The switch decides for paper as for the screen.
  await page.emulateMedia({ media: 'screen' });
  expect(await gezien(opScherm), 'the same names are there on the screen').toEqual(opScherm);
  await page.getByRole('checkbox', { name: 'Toon wie wat schreef' }).uncheck();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-auteur]')).toHaveCount(0);
});

// shows C2-K5, C10
test('a field of the dossier is not typed over; it goes as a whole and comes back', async ({ browser }) => {
  const { kevin, emma } = await samen(browser, 'Veld');
  const { page } = kevin;
  const veld = page.locator('[data-veld="persoon"]');
  await expect(veld).toContainText('Grietje Proef');
  await veld.click();
  await page.keyboard.type('Niet eroverheen.');
  await expect(veld).toContainText('Grietje Proef');
  await expect(tekstvak(page)).toContainText('Niet eroverheen.');
  await expect(emma.page.locator('[data-veld="persoon"]')).toContainText('Grietje Proef');
  await expect(tekstvak(emma.page)).toContainText('Niet eroverheen.');
  await veld.click();
  // The editor hears of a click by and by; a key before that is for where one was.
  await expect(veld).toHaveClass(/ProseMirror-selectednode/);
  await page.keyboard.press('Delete');
  await expect(veld).toHaveCount(0);
  await expect(emma.page.locator('[data-veld="persoon"]')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(veld).toContainText('Grietje Proef');
  await expect(emma.page.locator('[data-veld="persoon"]')).toContainText('Grietje Proef');
  await allesOpgeslagen(page);
});

// shows C7
test('a document that is closed can be read, and no more', async ({ browser }) => {
  const { kevin, emma, document } = await samen(browser, 'Vast');
  await inSectie(emma.page, '2. Wat de inwoner');
  await emma.page.keyboard.type('Dit ligt vast.');
  await allesOpgeslagen(emma.page);
  const { page } = kevin;
  // The server's own answer, with the one word that it will say once documents are signed.
  await page.route(`**/api/v1/documenten/${document}`, async (route) => {
    const antwoord = await route.fetch();
    await route.fulfill({ response: antwoord, json: { ...(await antwoord.json()), status: 'bevroren' } });
  });
  await page.reload();
  await expect(page.getByText('Dit document ligt vast. U kunt het alleen lezen.').first()).toBeVisible();
  await expect(tekstvak(page)).toContainText('Dit ligt vast.');
  await expect(tekstvak(page)).toHaveAttribute('contenteditable', 'false');
  await expect(tekstvak(page)).toHaveAttribute('aria-readonly', 'true');
  await expect(page.getByRole('toolbar').getByRole('button', { name: 'Vet' })).toHaveCount(0);
  await expect(page.getByRole('toolbar').getByRole('button', { name: 'Afdrukken' })).toBeVisible();
  await expect(bewaard(page)).toHaveCount(0);
  await expect(page.getByText('Nog in te vullen')).toHaveCount(0);
  const voor = await tekst(page);
  await tekstvak(page).locator('p').last().click();
  await page.keyboard.type('Toch iets.');
  expect(await tekst(page)).toBe(voor);
  await toegankelijk(page);
  await pastOp320(page);
});

// shows C2-R2
test('who may only read a zaak is told so, and has no button that would be refused', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Lezen'), ['Kevin']);
  await linda.page.goto(`/zaken/${zaak}`);
  await expect(linda.page.getByText('U kunt dit lezen, maar niet wijzigen.')).toBeVisible();
  await expect(linda.page.getByRole('button', { name: 'Nieuw gespreksverslag' })).toHaveCount(0);
  await expect(linda.page.getByRole('button', { name: 'Neem zaak in behandeling' })).toHaveCount(0);
  await toegankelijk(linda.page);
  await pastOp320(linda.page);
  const kevin = await aanHetScherm(browser, 'Kevin');
  await kevin.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.getByRole('button', { name: 'Nieuw gespreksverslag' })).toBeVisible();
  await expect(kevin.page.getByText('U kunt dit lezen')).toHaveCount(0);
});

// shows C3, E7
test('somebody has one colour: on the list, at the zaak and in the document', async ({ browser }) => {
  const { kevin, zaak, document } = await samen(browser, 'Kleur');
  const { page } = kevin;
  const kleuren = async (namen: string[], in_: string) => {
    const found: Record<string, string | undefined> = {};
    for (const naam of namen) {
      const stoel = page.locator(`${in_} .stoel[title^="${naam}"]`).first();
      await expect(stoel).toBeVisible();
      found[naam] = /\bp[1-8]\b/.exec((await stoel.getAttribute('class')) ?? '')?.[0];
    }
    return found;
  };
  const mensen = ['Kevin', 'Emma'];
  const inDocument = await kleuren(mensen, '.aantafel');
  expect(inDocument.Kevin).toMatch(/^p[1-8]$/);
  expect(inDocument.Kevin).not.toBe(inDocument.Emma);
  expect(await kleuren(mensen, '.dossier')).toEqual(inDocument);
  await page.goto(`/zaken/${zaak}`);
  expect(await kleuren(mensen, '.dossier')).toEqual(inDocument);
  expect(await kleuren(['Kevin'], '.aantafel')).toEqual({ Kevin: inDocument.Kevin });
  await page.goto('/werkvoorraad');
  expect(await kleuren(mensen, `[data-zaak="${zaak}"]`)).toEqual(inDocument);
  await page.goto(`/documenten/${document}`);
  expect(await kleuren(mensen, '.aantafel')).toEqual(inDocument);
});

/** Asked in the page: a megabyte of text is not carried over for each look. */
const staatEr = (page: Page, woorden: string) =>
  tekstvak(page).evaluate((el, zoek) => el.textContent?.includes(zoek), woorden);

// shows C4, E5
test('more than a frame of text, written offline in pieces, is stored when the line is back', async ({ browser }) => {
  const { kevin, emma } = await samen(browser, 'Groot');
  await inSectie(emma.page, '2. Wat de inwoner');
  await allesOpgeslagen(emma.page);
  await emma.context.setOffline(true);
  await expect(bewaard(emma.page)).toHaveText('Verbinding maken…');
  // Three pieces that each fit and together do not.
  for (const stuk of ['een', 'twee', 'drie']) {
    await emma.page.evaluate(
      ([naam]) => {
        const data = new DataTransfer();
        data.setData('text/plain', `Begin ${naam} ${'woord '.repeat(70_000)} einde ${naam}`);
        document
          .querySelector('.papier')
          ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      },
      [stuk],
    );
    await expect.poll(() => staatEr(emma.page, `einde ${stuk}`)).toBe(true);
  }
  await expect(emma.page.getByText('Uw laatste wijzigingen zijn nog niet opgeslagen')).toBeVisible();
  await emma.context.setOffline(false);
  await allesOpgeslagen(emma.page);
  await expect.poll(() => staatEr(kevin.page, 'einde drie'), { timeout: 40_000 }).toBe(true);
  for (const stuk of ['Begin een', 'einde een', 'Begin twee', 'einde twee', 'Begin drie']) {
    expect(await staatEr(kevin.page, stuk), stuk).toBe(true);
  }
});

// shows C3
test('a colleague who was forgotten is added from the report and writes along; who is taken off loses it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Vergeten'), ['Kevin', 'Emma']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  const emma = await aanHetScherm(browser, 'Emma');
  const document = await nieuwVerslag(kevin, zaak, ['Kevin']);
  const adres = `/documenten/${document}`;
  expect((await emma.page.request.get(`/api/v1${adres}`)).status()).toBe(404);
  const { page } = kevin;
  await page.goto(adres);
  await expect(tekstvak(page)).toBeVisible();

  const wijzig = async (doe: 'check' | 'uncheck', zin: string) => {
    await page.getByRole('button', { name: 'Wijzig deelnemers' }).click();
    const dialoog = page.getByRole('dialog', { name: 'Wie doet mee aan dit gesprek?' });
    await dialoog.getByRole('checkbox', { name: /^Emma/ })[doe]();
    await expect(dialoog.getByText(new RegExp(zin))).toBeVisible();
    await toegankelijk(page);
    await dialoog.getByRole('button', { name: 'Bewaar de deelnemers' }).click();
    await expect(dialoog).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Wijzig deelnemers' })).toBeFocused();
  };
  const lijst = page.getByRole('region', { name: 'Deelnemers' });
  await wijzig('check', 'Emma .* kan straks meeschrijven');
  await expect(lijst).toContainText('Emma');
  await emma.page.goto(adres);
  await expect(emma.page.getByRole('textbox', { name: /^Tekst van het/ })).toBeVisible();
  await inSectie(emma.page, '2. Wat de inwoner');
  await emma.page.keyboard.type('Emma schrijft mee.');
  await expect(tekstvak(page)).toContainText('Emma schrijft mee.');

  await wijzig('uncheck', 'Emma .* kan het verslag straks niet meer lezen');
  await expect(lijst).not.toContainText('Emma');
  expect((await emma.page.request.get(`/api/v1${adres}`)).status()).toBe(404);
});
