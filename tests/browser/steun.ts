// What the specs share: somebody at a screen, a melding of their own, the text as people read it, and the checks of each state.
import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';

export type Persona =
  | 'Linda'
  | 'Karin'
  | 'Kevin'
  | 'Emma'
  | 'Peter'
  | 'Maria'
  | 'Wouter'
  | 'Wendy'
  | 'Rianne'
  | 'Ruben'
  | 'Jan'
  | 'Noor'
  | 'Samira'
  | 'Sara'
  | 'Vera'
  | 'Pieter'
  | 'Huub'
  | 'Mirjam'
  | 'Miriam'
  | 'Theo'
  | 'Tom'
  | 'Bas'
  | 'Abdul'
  | 'Ingrid';

/** Somebody with a session of their own, who looks at nothing. */
export interface Ingelogd {
  naam: Persona;
  context: BrowserContext;
}

export interface Mens extends Ingelogd {
  page: Page;
}

/** Under which word a persona logs in, and where they begin; asked once. */
let personas: { persona: string; naam: string; start: string }[] | undefined;
/** Where the list of each is, once somebody went there by the menu. */
const lijsten = new Map<Persona, string>();

async function logIn(context: BrowserContext, naam: Persona): Promise<string> {
  personas ??= ((await (await context.request.get('/demo/personas')).json()) as { items: NonNullable<typeof personas> }).items;
  const een = personas.find((item) => item.naam.split(' ')[0] === naam);
  const antwoord = await context.request.post('/demo/login', {
    headers: { 'Content-Type': 'application/json' },
    data: { persona: een?.persona ?? naam },
  });
  expect(antwoord.ok(), `${naam} logs in: ${antwoord.status()} ${await antwoord.text()}`).toBe(true);
  return een?.start ?? '/';
}

/** For whoever only acts over HTTP: no page is drawn for them. */
export async function zonderScherm(browser: Browser, naam: Persona): Promise<Ingelogd> {
  const context = await browser.newContext();
  await logIn(context, naam);
  return { naam, context };
}

/** Two people are two contexts: two cookies, two sockets. How one logs in on the page of the demonstration is shown by the tests of the doors. */
export async function aanHetScherm(browser: Browser, naam: Persona, vooraf?: (page: Page) => Promise<void>): Promise<Mens> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await vooraf?.(page);
  const start = await logIn(context, naam);
  await page.goto(lijsten.get(naam) ?? start);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await naarLijst(page, naam);
  return { naam, context, page };
}

/** Everybody who works here begins with what needs them now; most of what is shown here is shown in the list of the role, one press further. */
async function naarLijst(page: Page, naam: Persona) {
  const menu = page.getByRole('navigation', { name: 'Hoofdmenu' });
  const kop = page.getByRole('heading', { level: 1, name: /^(Werkvoorraad|Caseload)$/ });
  if (lijsten.has(naam)) return expect(kop).toBeVisible();
  if (new URL(page.url()).pathname !== '/') return;
  // What comes before it is the page that loads, which has no menu yet.
  await expect(menu.getByRole('link', { name: 'Vandaag', exact: true })).toBeVisible();
  const lijst = menu.getByRole('link', { name: /^(Werkvoorraad|Caseload)$/ });
  if ((await lijst.count()) === 0) return;
  await lijst.click();
  await expect(page).toHaveURL(/\/(werkvoorraad|caseload)$/);
  await expect(kop).toBeVisible();
  lijsten.set(naam, new URL(page.url()).pathname);
}

/** The way out is in one's own menu. */
export async function logUit(page: Page) {
  await page.getByRole('button', { name: /^Uw menu:/ }).click();
  await page.getByRole('button', { name: 'Uitloggen' }).click();
}

/** Connected: only then "it does not arrive" and "it arrives" mean something. */
export async function verbonden(page: Page) {
  await expect(page.locator('[data-verbinding="open"]')).toBeAttached();
}

/** What changes who may see what asks for a fresh proof of who one is; in the demonstration one says so. */
export async function bevestig(page: Page) {
  await page.getByRole('button', { name: 'Ja, ik ben het' }).click();
  await expect(page.getByRole('dialog', { name: 'Bevestig dat u het bent' })).toHaveCount(0);
}

let teller = 0;
/** Unique per test, so that tests do not see each other's zaken. */
export function eigenOnderwerp(wat: string): string {
  teller += 1;
  return `${wat} ${Date.now().toString(36)}${process.pid.toString(36)}${teller}`;
}

const KOP = { 'X-Keukentafel': '1', 'Content-Type': 'application/json' };

export async function stuur<T>(api: APIRequestContext, pad: string, data: unknown): Promise<T> {
  const antwoord = await api.post(`/api/v1${pad}`, { headers: KOP, data });
  expect(antwoord.ok(), `${pad}: ${antwoord.status()} ${await antwoord.text()}`).toBe(true);
  return (await antwoord.json()) as T;
}

/** Who does not sit at the desk and works for nobody of them finds a person by searching: an id alone opens nothing. `balie` knows the person. */
export async function zoektOp(balie: APIRequestContext, wie: APIRequestContext, persoon: string) {
  const { bsn, naam, geboortedatum } = (await (await balie.get(`/api/v1/personen/${persoon}`)).json()) as Record<string, string | undefined>;
  await stuur(wie, '/personen/zoek', bsn ? { bsn } : { naam, geboortedatum });
}

export async function medewerkerIds(api: APIRequestContext, namen: string[]): Promise<string[]> {
  const { items } = (await (await api.get('/api/v1/medewerkers')).json()) as { items: { id: string; naam: string }[] };
  return namen.map((naam) => items.find((m) => m.naam.split(' ')[0] === naam)?.id ?? '');
}

/** Who distributes the work gives a zaak to others; the desk does that only as long as it is nobody's. */
export async function verdeelOpnieuw(browser: Browser, zaak: string, namen: string[]) {
  const wouter = await zonderScherm(browser, 'Wouter');
  const api = wouter.context.request;
  await stuur(api, `/zaken/${zaak}/toewijzen`, { behandelaars: await medewerkerIds(api, namen) });
  await wouter.context.close();
}

/** A zaak over HTTP, as Linda, for the tests that are not about the form. */
export async function nieuweZaak(
  linda: Ingelogd,
  onderwerp: string,
  behandelaars: string[],
  zaaktype = 'MELDING-WMO',
): Promise<{ zaak: string; nummer: string }> {
  const api = linda.context.request;
  const persoon = await stuur<{ id: string }>(api, '/personen', {
    voornamen: 'Grietje',
    achternaam: `Proef ${onderwerp.split(' ').at(-1)}`,
    geboortedatum: '1951-02-03',
  });
  const zaak = await stuur<{ id: string; zaaknummer: string }>(api, '/meldingen', {
    persoon: persoon.id,
    zaaktype,
    onderwerp,
    kanaal: 'balie',
    urgentie: 'gewoon',
  });
  if (behandelaars.length > 0) {
    await stuur(api, `/zaken/${zaak.id}/toewijzen`, { behandelaars: await medewerkerIds(api, behandelaars) });
  }
  return { zaak: zaak.id, nummer: zaak.zaaknummer };
}

/** A melding about Maria herself, who then has it on her portal. */
export async function voorMaria(linda: Ingelogd, maria: Ingelogd, onderwerp: string): Promise<string> {
  const { persoon } = (await (await maria.context.request.get('/api/v1/ik')).json()) as { persoon: string };
  const { id } = await stuur<{ id: string }>(linda.context.request, '/meldingen', {
    persoon,
    zaaktype: 'MELDING-WMO',
    onderwerp,
    kanaal: 'balie',
    urgentie: 'gewoon',
  });
  return id;
}

/** A zaak of Maria with Emma, and one with Peter: that one's id. */
export async function tweeZaken(linda: Ingelogd, maria: Ingelogd, onderwerp: string): Promise<string> {
  const api = linda.context.request;
  const { persoon } = (await (await maria.context.request.get('/api/v1/ik')).json()) as { persoon: string };
  let laatste = '';
  for (const [zaaktype, naam] of [['MELDING-WMO', 'Emma'], ['AANVRAAG-BIJZONDERE-BIJSTAND', 'Peter']] as const) {
    const melding = { persoon, zaaktype, onderwerp, kanaal: 'balie', urgentie: 'gewoon' };
    laatste = (await stuur<{ id: string }>(api, '/meldingen', melding)).id;
    await stuur(api, `/zaken/${laatste}/toewijzen`, { behandelaars: await medewerkerIds(api, [naam]) });
  }
  return laatste;
}

export async function nieuwVerslag(mens: Ingelogd, zaak: string, deelnemers: string[]): Promise<string> {
  const api = mens.context.request;
  const { id } = await stuur<{ id: string }>(api, `/zaken/${zaak}/documenten`, {
    soort: 'gespreksverslag',
    deelnemers: await medewerkerIds(api, deelnemers),
  });
  return id;
}

export const tekstvak = (page: Page): Locator => page.getByRole('textbox', { name: /^Tekst van het/ });

/** The text as people read it: without the flags of carets. */
export async function tekst(page: Page): Promise<string> {
  return tekstvak(page).evaluate((el) => {
    const kopie = el.cloneNode(true) as HTMLElement;
    for (const caret of kopie.querySelectorAll('[data-caret]')) caret.remove();
    return [...kopie.querySelectorAll('h2, p')].map((b) => (b.textContent ?? '').replace(/[\u200b\ufeff]/g, '')).join('\n');
  });
}

/** The caret in the first empty paragraph of a section. */
export async function inSectie(page: Page, kop: string) {
  const sectie = page.locator('section[data-sectie]').filter({ has: page.getByRole('heading', { name: kop }) });
  await sectie.locator('[data-inhoud] p').last().click();
}

export const bewaard = (page: Page) => page.locator('[data-bewaarstand]');

export async function allesOpgeslagen(page: Page) {
  await expect(bewaard(page)).toHaveText('Alle wijzigingen zijn opgeslagen');
}

const AXE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Colours that are still on their way to another (a button after a change of theme) are none to judge contrast by. */
async function uitbewogen(page: Page) {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished),
    ),
  );
}

/** Opens what is folded under this heading. */
export const vouwOpen = (page: Page, kop: string) => page.locator('summary').filter({ has: page.getByRole('heading', { name: kop }) }).click();

export async function toegankelijk(page: Page) {
  await uitbewogen(page);
  const { violations } = await new AxeBuilder({ page }).withTags(AXE).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(', ')}`)).toEqual([]);
}

/** axe does not look at reflow. */
export async function pastOp320(page: Page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: 'sideways scroll at 320 px' })
    .toBeLessThanOrEqual(320);
  if (before) await page.setViewportSize(before);
}

/** The page of before: nobody reloaded it. */
export const oorsprong = (page: Page) => page.evaluate(() => performance.timeOrigin);

/** A day so many days from now, as the interface writes it. */
export const overDagen = (dagen: number) => new Date(Date.now() + dagen * 86_400_000).toISOString().slice(0, 10);

/** The same day, as somebody types it. */
export const getyptOver = (dagen: number) => overDagen(dagen).split('-').reverse().join('-');
