// Who distributes the work: the dashboard moves on every open screen, assigning goes by menu, and of two at once one wins.
import { type Browser, expect, type Page } from '@playwright/test';
import { duwSchakelaar, isTekst, schakelaar } from './duw';
import { test } from './proef';
import {
  aanHetScherm,
  eigenOnderwerp,
  medewerkerIds,
  nieuweZaak,
  oorsprong,
  pastOp320,
  stuur,
  toegankelijk,
  verbonden,
  vouwOpen,
  zonderScherm,
} from './steun';

const wacht = (page: Page, nummer: string) => page.locator(`[data-wacht="${nummer}"]`);
const cijfer = (page: Page, naam: string, welk: string) => page.locator(`[data-medewerker^="${naam}"] [data-cijfer="${welk}"]`);
const knop = (page: Page, nummer: string) => page.getByRole('button', { name: `Wijs toe: ${nummer}` });

async function bord(browser: Browser, naam: 'Wouter' | 'Wendy', vooraf?: (page: Page) => Promise<void>) {
  const mens = await aanHetScherm(browser, naam, vooraf);
  await verbonden(mens.page);
  await expect(mens.page.locator('[data-bord="live"]')).toBeVisible();
  return mens;
}

/** What the server counts for somebody now. */
async function telling(page: Page, naam: string) {
  const { medewerkers } = (await (await page.request.get('/api/v1/caseload')).json()) as {
    medewerkers: { naam: string; telling: { aantal: number; gewicht: number } }[];
  };
  return medewerkers.find((m) => m.naam.startsWith(naam))?.telling ?? { aantal: -1, gewicht: -1 };
}

/** The numbers of the zaken that the server counts for somebody now. */
async function geteld(page: Page, naam: string): Promise<string[]> {
  const [wie] = await medewerkerIds(page.request, [naam]);
  const nummers: string[] = [];
  let na = '';
  do {
    const { items, volgende } = (await (await page.request.get(`/api/v1/caseload/medewerkers/${wie}?aantal=200${na}`)).json()) as {
      items: { zaaknummer: string }[];
      volgende: string | null;
    };
    nummers.push(...items.map((rij) => rij.zaaknummer));
    na = volgende ? `&na=${volgende}` : '';
  } while (na);
  return nummers;
}

// shows C2-L4, C2-L5, C2-N6, N-3, W1
test('two meldingen appear on two open boards, are assigned by keyboard, and every board and werkvoorraad moves', async ({ browser }) => {
  const wouter = await bord(browser, 'Wouter');
  const wendy = await bord(browser, 'Wendy');
  const kevin = await aanHetScherm(browser, 'Kevin');
  const emma = await aanHetScherm(browser, 'Emma');
  const begin = await Promise.all([wouter, wendy, kevin, emma].map(({ page }) => oorsprong(page)));
  await toegankelijk(wouter.page);
  await pastOp320(wouter.page);
  const linda = await zonderScherm(browser, 'Linda');
  const wmo = await nieuweZaak(linda, eigenOnderwerp('Maria'), []);
  const jeugd = await nieuweZaak(linda, eigenOnderwerp('Dylan'), [], 'AANVRAAG-JEUGDHULP');
  for (const { page } of [wouter, wendy]) {
    await expect(wacht(page, wmo.nummer)).toBeVisible();
    await expect(wacht(page, jeugd.nummer)).toBeVisible();
    // No person and no subject: who distributes knows that it runs.
    await expect(page.getByText('Grietje')).toHaveCount(0);
  }

  // By keyboard: open the menu, tick two, press the button.
  const { page } = wouter;
  await knop(page, wmo.nummer).focus();
  await page.keyboard.press('Enter');
  const menu = wacht(page, wmo.nummer).locator('form');
  // However long a name and a function are, one line does not lie over the next.
  const vakken = await menu.locator('.keuze').evaluateAll((regels) => regels.map((regel) => regel.scrollHeight - regel.clientHeight));
  expect(vakken.filter((teveel) => teveel > 0)).toEqual([]);
  await expect(menu.getByRole('checkbox').first()).toBeFocused();
  await toegankelijk(page);
  await menu.getByRole('checkbox', { name: /^Kevin/ }).focus();
  await page.keyboard.press('Space');
  await menu.getByRole('checkbox', { name: /^Emma/ }).focus();
  await page.keyboard.press('Space');
  await menu.getByRole('button', { name: /^Wijs toe aan (Kevin en Emma|Emma en Kevin)$/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-uitkomst="goed"]')).toContainText(wmo.nummer);
  await expect(page.getByRole('heading', { name: 'Nog te verdelen' })).toBeFocused();

  // Escape puts the menu away and gives the focus back.
  await knop(wendy.page, jeugd.nummer).focus();
  await wendy.page.keyboard.press('Enter');
  await wendy.page.keyboard.press('Escape');
  await expect(knop(wendy.page, jeugd.nummer)).toBeFocused();
  await knop(wendy.page, jeugd.nummer).press('Enter');
  // What somebody does and in which team stands beside the name.
  const kevinsKeuze = wacht(wendy.page, jeugd.nummer).getByRole('checkbox', { name: /^Kevin/ });
  await expect(kevinsKeuze).toHaveAccessibleName(/^Kevin de Wit jeugdconsulent, team Jeugd/);
  await kevinsKeuze.check();
  await wacht(wendy.page, jeugd.nummer).getByRole('button', { name: 'Wijs toe aan Kevin' }).click();

  for (const mens of [wouter, wendy]) {
    await expect(wacht(mens.page, wmo.nummer)).toHaveCount(0);
    await expect(wacht(mens.page, jeugd.nummer)).toHaveCount(0);
    for (const naam of ['Kevin', 'Emma']) {
      await expect
        .poll(async () => (await cijfer(mens.page, naam, 'aantal').innerText()) === String((await telling(mens.page, naam)).aantal))
        .toBe(true);
    }
  }
  // What the figures count: others come and go in tests beside this one, these three are in it. (Exact figures: iedereen.spec.ts.)
  for (const [naam, nummers] of [['Kevin', [wmo.nummer, jeugd.nummer]], ['Emma', [wmo.nummer]]] as const) {
    expect(await geteld(wouter.page, naam)).toEqual(expect.arrayContaining([...nummers]));
  }
  for (const [mens, nummers] of [
    [kevin, [wmo.nummer, jeugd.nummer]],
    [emma, [wmo.nummer]],
  ] as const) {
    for (const nummer of nummers) {
      const rij = mens.page.locator('.werkrij').filter({ hasText: nummer });
      const strip = mens.page.getByRole('button', { name: /nieuwe za.*toon/ });
      await expect(rij.or(strip).first()).toBeVisible();
      if (await strip.isVisible()) await strip.click();
      await expect(rij).toBeVisible();
    }
  }
  // Nobody reloaded.
  expect(await Promise.all([wouter, wendy, kevin, emma].map((mens) => oorsprong(mens.page)))).toEqual(begin);
});

// shows C2-L4, W3
test('of two who assign the same zaak, the second reads who was first and when', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const zaak = await nieuweZaak(linda, eigenOnderwerp('Tegelijk'), []);
  const wouter = await bord(browser, 'Wouter');
  // Wendy's line is a moment behind: she presses before she hears of it.
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const wendy = await bord(browser, 'Wendy', async (page) => {
    duw = await duwSchakelaar(page, isTekst('eraf', 'ev'));
  });
  for (const [{ page }, naam] of [
    [wendy, 'Emma'],
    [wouter, 'Kevin'],
  ] as const) {
    await knop(page, zaak.nummer).click();
    await wacht(page, zaak.nummer).getByRole('checkbox', { name: new RegExp(`^${naam}`) }).check();
  }
  duw?.sluit();
  await wacht(wouter.page, zaak.nummer).getByRole('button', { name: 'Wijs toe aan Kevin' }).click();
  await expect(wouter.page.locator('[data-uitkomst="goed"]')).toBeVisible();
  await wacht(wendy.page, zaak.nummer).getByRole('button', { name: 'Wijs toe aan Emma' }).click();
  await expect(wendy.page.locator('[data-uitkomst="fout"]')).toHaveText(
    new RegExp(`${zaak.nummer}: Wouter heeft deze zaak net toegewezen aan Kevin \\(\\d?\\d\\.\\d\\d\\)\\.`),
  );
  await toegankelijk(wendy.page);
  const nu = (await (await wendy.page.request.get(`/api/v1/zaken/${zaak.zaak}`)).json()) as { behandelaars: { naam: string }[] };
  expect(nu.behandelaars.map((b) => b.naam)).toEqual(['Kevin de Wit']);
});

// shows C2-L4
test('an open menu stays when somebody else was first, and says whose the zaak is', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const zaak = await nieuweZaak(linda, eigenOnderwerp('Vast'), []);
  const wouter = await bord(browser, 'Wouter');
  const wendy = await bord(browser, 'Wendy');
  for (const { page } of [wouter, wendy]) await knop(page, zaak.nummer).click();
  const hare = wacht(wendy.page, zaak.nummer);
  await hare.getByRole('checkbox', { name: /^Emma/ }).check();
  await hare.getByRole('button', { name: 'Wijs toe aan Emma' }).click();
  await expect(wacht(wouter.page, zaak.nummer).locator('[data-vergeven]')).toContainText('Emma Bakker');
  await wouter.page.getByRole('button', { name: 'Annuleer' }).click();
  await expect(wacht(wouter.page, zaak.nummer)).toHaveCount(0);
});

// shows C2-L4
test('a worker takes a waiting zaak; who presses a moment later reads that it is taken', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const [een, twee] = [await nieuweZaak(linda, eigenOnderwerp('Pak'), []), await nieuweZaak(linda, eigenOnderwerp('Laat'), [])];
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const emma = await aanHetScherm(browser, 'Emma', async (page) => {
    duw = await duwSchakelaar(page, isTekst('eraf', 'ev'));
  });
  const wouter = await bord(browser, 'Wouter');
  const pak = (nummer: string) => emma.page.getByRole('button', { name: `Pak deze zaak: ${nummer}` });
  await expect(pak(twee.nummer)).toBeVisible();
  await toegankelijk(emma.page);
  await pak(een.nummer).click();
  await expect(wacht(wouter.page, een.nummer)).toHaveCount(0);
  await expect(emma.page.locator('.werkrij').filter({ hasText: een.nummer })).toContainText('Verdeeld');
  duw?.sluit();
  const behandelaars = await medewerkerIds(linda.context.request, ['Kevin']);
  await stuur(linda.context.request, `/zaken/${twee.zaak}/toewijzen`, { behandelaars });
  await pak(twee.nummer).click();
  await expect(emma.page.locator('[data-uitkomst="fout"]')).toHaveText(
    new RegExp(`${twee.nummer}: Linda heeft deze zaak net toegewezen aan Kevin \\(\\d?\\d\\.\\d\\d\\)\\.`),
  );
});

// shows C2-L5, W4
test('a figure opens the zaken that it counts, and absence stands on every board', async ({ browser }) => {
  const wouter = await bord(browser, 'Wouter');
  const wendy = await bord(browser, 'Wendy');
  const rij = (page: Page) => page.locator('[data-medewerker^="Rianne"]');
  const linda = await zonderScherm(browser, 'Linda');
  const { nummer } = await nieuweZaak(linda, eigenOnderwerp('Regie'), ['Rianne']);
  const { aantal } = await telling(wouter.page, 'Rianne');
  await expect(cijfer(wouter.page, 'Rianne', 'aantal')).toHaveText(String(aantal));
  await wouter.page.getByRole('link', { name: 'Rianne Dekker', exact: true }).click();
  await expect(wouter.page.getByRole('heading', { level: 1, name: 'Zaken van Rianne Dekker' })).toBeFocused();
  await expect(wouter.page.locator('[data-zaken] tbody tr')).toHaveCount(aantal);
  await expect(wouter.page.locator('[data-zaken] tbody tr').filter({ hasText: nummer })).toHaveCount(1);
  await toegankelijk(wouter.page);
  await pastOp320(wouter.page);
  // What one seldom does is folded, and says how it stands.
  await expect(wouter.page.locator('[data-vouw="afwezigheid"] summary')).toContainText('is er');
  await vouwOpen(wouter.page, 'Afwezigheid');
  await toegankelijk(wouter.page);
  await pastOp320(wouter.page);
  await wouter.page.getByRole('button', { name: 'Meld afwezig' }).click();
  await expect(wouter.page.locator('.foutlijst')).toBeFocused();
  const vandaag = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam' }).format(new Date());
  const afwezig = wouter.page.locator('form').filter({ has: wouter.page.getByRole('button', { name: 'Meld afwezig' }) });
  await afwezig.getByLabel('Eerste dag').fill(vandaag);
  await wouter.page.getByRole('button', { name: 'Meld afwezig' }).click();
  await expect(wouter.page.locator('[data-afwezig="ja"]')).toBeVisible();
  await expect(rij(wendy.page)).toContainText('afwezig');
  await wouter.page.getByRole('button', { name: 'Meld terug' }).click();
  await expect(rij(wendy.page)).not.toContainText('afwezig');
});

// shows C2-L5, W2, E4
test('the board says of when its figures are, stands still on request, and says so when the line is lost', async ({ browser }) => {
  const wouter = await bord(browser, 'Wouter');
  const linda = await zonderScherm(browser, 'Linda');
  await expect(wouter.page.getByText(/Live, bijgewerkt om \d\d\.\d\d\.\d\d/)).toBeVisible();
  await wouter.page.getByRole('button', { name: 'Pauzeer' }).click();
  const team = wouter.page.locator('[data-team="Samen"] td').first();
  const stil = await team.innerText();
  await nieuweZaak(linda, eigenOnderwerp('Pauze'), ['Peter']);
  await expect(wouter.page.getByText('Er zijn nieuwe cijfers.')).toBeVisible();
  await expect(team).toHaveText(stil);
  await wouter.page.getByRole('button', { name: 'Ga verder' }).click();
  await expect(team).not.toHaveText(stil);
  await wouter.context.setOffline(true);
  await expect(wouter.page.locator('[data-verouderd]')).toHaveText(/Let op: deze cijfers zijn van \d\d\.\d\d\.\d\d\./);
  await wouter.context.setOffline(false);
  await expect(wouter.page.locator('[data-bord="live"]')).toBeVisible({ timeout: 40_000 });
});

// The twin: without its push the board does not move. If this fails, the first test proves nothing.
// shows N-3
test('without its push neither the figures nor the waiting list move', async ({ browser }) => {
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const wouter = await bord(browser, 'Wouter', async (page) => {
    duw = await duwSchakelaar(page, isTekst('lid', 'eraf', 'ev', 'snap', 'latest'));
  });
  await expect(wouter.page.locator('.skeletten')).toHaveCount(0);
  duw?.sluit();
  const vooraf = await cijfer(wouter.page, 'Sara', 'aantal').innerText();
  const linda = await zonderScherm(browser, 'Linda');
  const wachtend = await nieuweZaak(linda, eigenOnderwerp('Stil'), []);
  await nieuweZaak(linda, eigenOnderwerp('Stil'), ['Sara']);
  await expect.poll(() => duw?.tegengehouden).toContain('lid');
  await expect.poll(async () => String((await telling(wouter.page, 'Sara')).aantal)).not.toBe(vooraf);
  await expect.poll(() => duw?.tegengehouden).toContain('latest');
  await expect(wacht(wouter.page, wachtend.nummer)).toHaveCount(0);
  await expect(cijfer(wouter.page, 'Sara', 'aantal')).toHaveText(vooraf);
});

// shows C2-L4
test('without its push an open menu does not hear that another werkverdeler was first', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const zaak = await nieuweZaak(linda, eigenOnderwerp('Menu'), []);
  const { stand, vooraf } = schakelaar('eraf', 'ev', 'snap');
  const wendy = await bord(browser, 'Wendy', vooraf);
  const wouter = await bord(browser, 'Wouter');
  for (const { page } of [wendy, wouter]) await knop(page, zaak.nummer).click();
  stand.duw?.sluit();
  const menu = wacht(wouter.page, zaak.nummer);
  await menu.getByRole('checkbox', { name: /^Kevin/ }).check();
  await menu.getByRole('button', { name: 'Wijs toe aan Kevin' }).click();
  await expect(menu).toHaveCount(0);
  await expect.poll(() => stand.duw?.tegengehouden).toContain('eraf');
  await expect(wacht(wendy.page, zaak.nummer).locator('form')).toBeVisible();
  await expect(wacht(wendy.page, zaak.nummer).locator('[data-vergeven]')).toHaveCount(0);
});

// shows C2-L5, W4
test('without its push nobody is seen to be away', async ({ browser }) => {
  const gezegd: string[] = [];
  let abdul: string | undefined;
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const wendy = await bord(browser, 'Wendy', async (page) => {
    duw = await duwSchakelaar(page, (frame) => {
      if (!isTekst('latest')(frame)) return false;
      const { b } = frame as unknown as { b?: { medewerkers?: { id: string; afwezig?: object | null }[] } };
      if (b?.medewerkers?.some((rij) => rij.id === abdul && rij.afwezig)) gezegd.push('afwezig');
      return true;
    });
  });
  const wouter = await zonderScherm(browser, 'Wouter');
  [abdul] = await medewerkerIds(wouter.context.request, ['Abdul']);
  const rij = wendy.page.locator('[data-medewerker^="Abdul"]');
  await expect(rij).toBeVisible();
  duw?.sluit();
  await stuur(wouter.context.request, `/medewerkers/${abdul}/afwezig`, { vanaf: new Date().toISOString().slice(0, 10) });
  await expect.poll(() => gezegd, 'held back: the one that says it').toContain('afwezig');
  await expect(rij).not.toContainText('afwezig');
  await stuur(wouter.context.request, `/medewerkers/${abdul}/terug`, {});
});
