// What the main pages say to who hears them, as reviewed files in gouden/: a heading that goes, a button without a name or a table that becomes
// a list is seen in the difference. On a server of its own, so that the cases on it are those of the demonstration; days, times and numbers
// are left out. After a change that is meant: `npx playwright test aria.spec.ts --update-snapshots`, and read what changed.
import { type Browser, expect, type Page } from '@playwright/test';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import { aanHetScherm, type Persona, verbonden } from './steun';

const DAGEN = 'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo|Mon|Tue|Wed|Thu|Fri|Sat|Sun';
const MAANDEN = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec|January|February|March|May|June|July|August|October';

/** What differs from one day, or from one server, to the next. */
const masker = (boom: string) =>
  boom
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
    .replace(/ZAAK-\d+-\d+/g, '<nummer>')
    .replace(new RegExp(`\\b((${DAGEN}) )?\\d{1,2} (${MAANDEN})\\b( \\d{4})?`, 'gi'), '<dag>')
    .replace(/\b\d{1,2}-\d{1,2}-\d{4}\b/g, '<dag>')
    .replace(/\b\d{1,2}[.:]\d{2}([.:]\d{2})?( uur)?\b/g, '<tijd>')
    .replace(/zojuist|\d+ minu(ut|ten) geleden|één minuut geleden/g, '<kort geleden>')
    .replace(/\b((nog|over) (\d+ dagen|\d+ dag|één dag)|vandaag|morgen|overmorgen|gisteren)\b/g, '<nog dagen>')
    .replace(/Goede(morgen|middag|navond|nacht)/g, 'Goedendag');

/** Loaded, connected, and the same twice. */
async function boom(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.skelet')).toHaveCount(0);
  let vorige = '';
  await expect
    .poll(async () => {
      const nu = masker(await page.locator('body').ariaSnapshot());
      const zelfde = nu === vorige;
      vorige = nu;
      return zelfde;
    })
    .toBe(true);
  return vorige;
}

const WERKPLEK: [Persona, naam: string, pad: string][] = [
  ['Kevin', 'vandaag', '/'],
  ['Kevin', 'werkvoorraad', '/werkvoorraad'],
  ['Kevin', 'signalen', '/signalen'],
  ['Kevin', 'acties', '/acties'],
  ['Linda', 'balie', '/balie'],
  ['Linda', 'melding', '/melding'],
  ['Wouter', 'caseload', '/caseload'],
  ['Wouter', 'zaken', '/zaken'],
  ['Rianne', 'plannen', '/plannen'],
  ['Mirjam', 'rekeningen', '/rekeningen'],
  ['Pieter', 'nazicht', '/nazicht'],
  ['Pieter', 'beschermd', '/beschermd'],
];
const PORTAAL: [Persona, naam: string, pad: string][] = [
  ['Maria', 'portaal', '/portaal'],
  ['Huub', 'portaal-geld', '/portaal/geld'],
  ['Maria', 'portaal-plan', '/portaal/plan'],
  ['Maria', 'portaal-taken', '/portaal/taken'],
  ['Maria', 'portaal-toestemming', '/portaal/toestemming'],
  ['Maria', 'portaal-hulp', '/portaal/hulp'],
  ['Maria', 'portaal-signaal', '/portaal/signaal'],
];

const server = new EigenServer();
test.skip(!BIN, 'needs KT_BIN');
test.beforeAll(async () => {
  await server.metBronnen();
  await server.start();
});
test.afterAll(() => server.einde());

async function vergelijk(browser: Browser, paginas: typeof WERKPLEK, taal?: 'en') {
  const mensen = new Map<Persona, Page>();
  for (const [naam, bestand, pad] of paginas) {
    const page = mensen.get(naam) ?? (await aanHetScherm(server.browser(browser), naam)).page;
    mensen.set(naam, page);
    if (taal) await page.evaluate(() => localStorage.setItem('keukentafel-taal', 'en'));
    await page.goto(pad);
    await verbonden(page);
    expect.soft(await boom(page), bestand).toMatchSnapshot(`${bestand}${taal ? `-${taal}` : ''}.yml`);
  }
}

// shows N-35, E1
test('the main pages of the werkplek say what they said', async ({ browser }) => {
  await vergelijk(browser, WERKPLEK);
});

// shows N-35, E1
test('the pages of the portal say what they said', async ({ browser }) => {
  await vergelijk(browser, PORTAAL);
});

// shows X-51
test('and in English', async ({ browser }) => {
  await vergelijk(browser, PORTAAL, 'en');
});
