// Takes a picture of every main page, on a desk and on a phone, with the demo data and a little that happened: docs/schermen. Run by
// `make schermen`; look at what comes out before it is kept.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, type Mens, medewerkerIds, nieuwVerslag, overDagen, stuur, tekstvak, verbonden } from './steun';
import { DYLAN, MARIA, metSleutel } from './wijkteam';

const UIT = join(import.meta.dirname, '../../docs/schermen');
const TELEFOON = { width: 390, height: 844 };
const BUREAU = { width: 1440, height: 900 };

const THEMA = readFileSync(new URL('../../web/app/src/thema/theme-oeverland.css', import.meta.url), 'utf8');

/** The same page as who chose dark sees it, and as another gemeente would dress it. */
async function neemAnders(page: Page, naam: string, maten?: { telefoon?: boolean; bureau?: boolean }) {
  await page.emulateMedia({ colorScheme: 'dark' });
  await neem(page, `${naam}-donker`, maten);
  await page.emulateMedia({ colorScheme: 'light' });
  // The page's own rules allow no sheet from elsewhere; a constructed one is the page's.
  await page.evaluate((css) => {
    const blad = new CSSStyleSheet();
    blad.replaceSync(css);
    document.adoptedStyleSheets.push(blad);
  }, THEMA);
  await neem(page, `${naam}-oeverland`, maten);
  await page.reload();
}

/** What stands still and is loaded, at both sizes when asked so. */
async function neem(page: Page, naam: string, { telefoon = false, bureau = true } = {}) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.skelet')).toHaveCount(0);
  const maten = [...(bureau ? [['', BUREAU] as const] : []), ...(telefoon ? [['-telefoon', TELEFOON] as const] : [])];
  for (const [waar, maat] of maten) {
    await page.setViewportSize(maat);
    await page.evaluate(() => scrollTo(0, 0));
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: join(UIT, `${naam}${waar}.jpg`), type: 'jpeg', quality: 80, animations: 'disabled', caret: 'hide' });
  }
  await page.setViewportSize(BUREAU);
}

async function ga(mens: Mens, pad: string) {
  await mens.page.goto(pad);
  await verbonden(mens.page);
}

test('the main pages', async ({ browser }) => {
  test.setTimeout(600_000);
  mkdirSync(UIT, { recursive: true });
  const mensen = await tafel(browser);
  const { linda, kevin, emma, rianne, wouter, huub, maria, wendy, pieter } = mensen;
  const zaken = await verhaal(mensen);

  await linda.page.goto('/balie');
  await neem(linda.page, 'balie');
  await ga(wouter, '/');
  await neem(wouter.page, 'vandaag-werkverdeler');
  await ga(wouter, '/caseload');
  await neem(wouter.page, 'caseload', { telefoon: true });
  await ga(wouter, '/caseload/wand');
  await neem(wouter.page, 'wandscherm', { telefoon: true });
  await ga(kevin, '/');
  await neem(kevin.page, 'vandaag', { telefoon: true });
  await neemAnders(kevin.page, 'vandaag');
  await ga(kevin, '/werkvoorraad');
  await neem(kevin.page, 'werkvoorraad', { telefoon: true });
  await ga(emma, `/zaken/${zaken.jeugd}`);
  await ga(kevin, `/zaken/${zaken.jeugd}`);
  await neem(kevin.page, 'zaak', { telefoon: true });
  await neemAnders(kevin.page, 'zaak');
  await ga(kevin, `/zaken/${zaken.jeugd}`);
  await kevin.page.getByRole('button', { name: 'Noteer een gesprek' }).click();
  await neem(kevin.page, 'klantcontact', { bureau: false, telefoon: true });
  await ga(kevin, `/huishoudens/${zaken.thuis}`);
  await neem(kevin.page, 'huishouden', { telefoon: true });
  await ga(kevin, '/zaken');
  await neem(kevin.page, 'zaken', { telefoon: true });
  for (const { page } of [kevin, emma]) {
    await page.goto(`/documenten/${zaken.verslag}`);
    await tekstvak(page).click();
  }
  await emma.page.keyboard.type('Emma: de trap is een zorg. ');
  await expect(kevin.page.getByText('de trap is een zorg')).toBeVisible();
  await kevin.page.getByRole('checkbox', { name: 'Toon wie wat schreef' }).check();
  await expect(kevin.page.locator('[data-auteur]').first()).toBeVisible();
  await neem(kevin.page, 'verslag', { telefoon: true });
  await ga(rianne, `/plannen/${zaken.plan}`);
  await neem(rianne.page, 'plan', { telefoon: true });
  await ga(kevin, '/acties');
  await neem(kevin.page, 'acties');
  await ga(kevin, '/signalen');
  await neem(kevin.page, 'signalen');
  await ga(pieter, '/audit');
  await neem(pieter.page, 'audit');
  await ga(huub, '/portaal/geld');
  await neem(huub.page, 'geld', { bureau: false, telefoon: true });
  await neemAnders(huub.page, 'geld', { bureau: false, telefoon: true });
  await ga(maria, '/portaal');
  await neem(maria.page, 'portaal', { telefoon: true });
  await neemAnders(maria.page, 'portaal', { bureau: false, telefoon: true });
  await ga(maria, '/portaal/brieven');
  await neem(maria.page, 'brieven', { bureau: false, telefoon: true });
  await maria.page.getByRole('link', { name: /^Lees de brief/ }).first().click();
  await expect(maria.page.locator('[data-brieftekst]')).toBeVisible();
  await neem(maria.page, 'brief', { bureau: false, telefoon: true });
  await ga(maria, '/portaal/inzage');
  await neem(maria.page, 'inzage', { bureau: false, telefoon: true });
});

async function tafel(browser: Browser) {
  const namen = ['Linda', 'Kevin', 'Emma', 'Rianne', 'Wouter', 'Huub', 'Maria', 'Wendy', 'Pieter'] as const;
  const mensen = await Promise.all(namen.map((naam) => aanHetScherm(browser, naam)));
  return Object.fromEntries(mensen.map((mens) => [mens.naam.toLowerCase(), mens])) as Record<Lowercase<(typeof namen)[number]>, Mens>;
}

/** Maria and Dylan: two meldingen in one contact, a household, a report that two write, a plan with a goal, an action and a signaal. */
async function verhaal({ linda, kevin, emma, rianne }: Awaited<ReturnType<typeof tafel>>) {
  const api = linda.context.request;
  const zoek = async (bsn: string) => (await stuur<{ items: { id: string }[] }>(api, '/personen/zoek', { bsn })).items[0]?.id ?? '';
  const [maria, dylan] = [await zoek('999990019'), await zoek('999990020')];
  const [kevinId, emmaId] = await medewerkerIds(api, ['Kevin', 'Emma']);
  const { meldingen } = await stuur<{ meldingen: { zaak: string; persoon: string }[] }>(api, '/contacten', {
    kanaal: 'balie',
    spreker: { soort: 'persoon', persoon: maria },
    controle: 'identiteitsbewijs',
    verslag: [{ vraag: 'hulpvraag', tekst: 'Maria zorgt voor haar kleinzoon Dylan en komt er alleen niet meer uit.' }],
    meldingen: [
      { persoon: maria, zaaktype: 'MELDING-WMO', onderwerp: 'Hulp in huis na een val', behandelaars: [emmaId] },
      { persoon: dylan, zaaktype: 'AANVRAAG-JEUGDHULP', onderwerp: 'Dylan gaat niet meer naar school', urgentie: 'spoed', behandelaars: [kevinId] },
    ],
  });
  const jeugd = meldingen.find((melding) => melding.persoon === dylan)?.zaak ?? '';
  const { huishouden } = (await (await kevin.context.request.get(`/api/v1/personen/${dylan}/huishouden`)).json()) as {
    huishouden?: { id: string };
  };
  const thuis =
    huishouden?.id ??
    (await stuur<{ id: string }>(api, '/huishoudens', { leden: [maria, dylan].map((persoon) => ({ persoon, bron: 'handmatig' })) })).id;
  const verslag = await nieuwVerslag(kevin, jeugd, ['Kevin', 'Emma']);
  await kevin.page.goto(`/documenten/${verslag}`);
  await tekstvak(kevin.page).click();
  await kevin.page.keyboard.type('Maria vertelt dat Dylan sinds mei bij haar woont.');
  const wijk = rianne.context.request;
  for (const bsn of ['999990019', '999990020']) await stuur(wijk, '/personen/zoek', { bsn, voor: 'groep' });
  const waarom = 'Wij willen dit gezin samen beter helpen.';
  const { id: groep } = await stuur<{ id: string }>(wijk, '/groepen', { leden: [maria, dylan], waarom });
  const { id: plan } = await stuur<{ id: string }>(wijk, `/groepen/${groep}/plan`, {});
  await stuur(wijk, `/plannen/${plan}/doelen`, { voor: 'groep', omschrijving: 'Samen rustig wonen' });
  await stuur(wijk, `/plannen/${plan}/doelen`, { voor: { lid: dylan }, omschrijving: 'Dylan gaat weer naar school' });
  await stuur(wijk, `/plannen/${plan}/zaken`, { zaak: jeugd });
  const actie = { omschrijving: 'Bel de school over een rustige start', eigenaar: { medewerker: kevinId }, datum: overDagen(3) };
  await stuur(wijk, `/plannen/${plan}/acties`, { voor: { lid: dylan }, ...actie });
  const gezin = { achternaam: 'Verhoef', maria, dylan, wmo: '', jeugd };
  await metSleutel(api, 'woningstichting', gezin, MARIA, 'huurachterstand');
  await metSleutel(api, 'school', gezin, DYLAN, 'schoolverzuim');
  const wmo = meldingen.find((melding) => melding.persoon === maria)?.zaak ?? '';
  await stuur(emma.context.request, `/zaken/${wmo}/in-behandeling`, {});
  await nieuwVerslag(emma, wmo, ['Emma']);
  const { items } = (await (await emma.context.request.get(`/api/v1/zaken/${wmo}/documenten`)).json()) as { items: { gesprek: string }[] };
  await stuur(emma.context.request, `/gesprekken/${items[0]?.gesprek}/afspraak`, { dag: overDagen(2), tijd: '10:30', plek: 'thuis' });
  const contact = { weg: 'telefoon', uitkomst: 'gesproken', met: 'Dylan Verhoef', verslag: 'Dylan wil terug naar zijn eigen school.', dag: overDagen(0) };
  await stuur(kevin.context.request, `/zaken/${jeugd}/klantcontacten`, contact);
  return { jeugd, thuis, verslag, plan };
}
