// What the specs about signalen and plans share. Each test has persons of its own, so that no groep is in anybody's way.
import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test';
import { aanHetScherm, eigenOnderwerp, type Ingelogd, medewerkerIds, type Mens, stuur } from './steun';

/** Of Maria it is known where she lives, of Dylan not. */
const ADRES = { straat: 'Molenpad', huisnummer: '3', postcode: '9999XN', plaats: 'Wiedermeer' };
export const MARIA = { voornaam: 'Maria', geboren: '1958-03-14', getypt: '14-3-1958' };
export const DYLAN = { voornaam: 'Dylan', geboren: '2017-05-22', getypt: '22-5-2017' };

export interface Gezin {
  achternaam: string;
  maria: string;
  dylan: string;
  /** Of Maria, with Emma. */
  wmo: string;
  /** Of Dylan, with Kevin. */
  jeugd: string;
}

/** A grandmother and her grandson, each with a zaak. */
export async function gezin(linda: Ingelogd): Promise<Gezin> {
  const api = linda.context.request;
  const achternaam = eigenOnderwerp('Ver').replace(' ', '');
  const persoon = async (wie: typeof MARIA, verder = {}) =>
    (await stuur<{ id: string }>(api, '/personen', { voornamen: wie.voornaam, achternaam, geboortedatum: wie.geboren, ...verder })).id;
  const zaak = async (persoonId: string, zaaktype: string, wie: string) => {
    const { id } = await stuur<{ id: string }>(api, '/meldingen', {
      persoon: persoonId,
      zaaktype,
      onderwerp: 'Hulp gevraagd',
      kanaal: 'balie',
    });
    await stuur(api, `/zaken/${id}/toewijzen`, { behandelaars: await medewerkerIds(api, [wie]) });
    return id;
  };
  const maria = await persoon(MARIA, { adres: ADRES });
  const dylan = await persoon(DYLAN);
  const wmo = await zaak(maria, 'MELDING-WMO', 'Emma');
  const jeugd = await zaak(dylan, 'AANVRAAG-JEUGDHULP', 'Kevin');
  return { achternaam, maria, dylan, wmo, jeugd };
}

export const WAAROM = 'Wij willen dit gezin samen beter helpen.';

/** Finds somebody as on the page: whom one neither works for nor found is not there for a groep. */
export async function vind(api: APIRequestContext, wie: typeof MARIA, { achternaam }: Pick<Gezin, 'achternaam'>) {
  await stuur(api, '/personen/zoek', { naam: `${wie.voornaam} ${achternaam}`, geboortedatum: wie.geboren, voor: 'groep' });
}

/** A groep of them, over HTTP, with the reason that is asked. */
export async function groepVan(api: APIRequestContext, eigen: Gezin, wie: (typeof MARIA)[]): Promise<string> {
  for (const een of wie) await vind(api, een, eigen);
  const leden = wie.map((een) => (een === MARIA ? eigen.maria : eigen.dylan));
  const { id } = await stuur<{ id: string }>(api, '/groepen', { leden, waarom: WAAROM });
  return id;
}

/** A groep of the two with a running plan, over HTTP, for the tests that are not about making one. */
export async function planVan(rianne: Pick<Mens, 'context'>, eigen: Gezin): Promise<{ groep: string; plan: string }> {
  const api = rianne.context.request;
  const groep = await groepVan(api, eigen, [MARIA, DYLAN]);
  const { id: plan } = await stuur<{ id: string }>(api, `/groepen/${groep}/plan`, {});
  return { groep, plan };
}

export async function opPlan(browser: Browser, naam: Mens['naam'], plan: string, vooraf?: (page: Page) => Promise<void>): Promise<Mens> {
  const mens = await aanHetScherm(browser, naam, vooraf);
  await mens.page.goto(`/plannen/${plan}`);
  await expect(mens.page.getByRole('heading', { level: 1, name: /^Plan voor/ })).toBeVisible();
  return mens;
}

let teller = 0;

/** What an outside system sends, with its key and nothing else. */
export async function metSleutel(
  api: APIRequestContext,
  bron: 'school' | 'woningstichting',
  { achternaam }: Gezin,
  wie: typeof MARIA,
  soort: string,
): Promise<void> {
  teller += 1;
  const antwoord = await api.post('/api/v1/signalen/inkomend', {
    headers: { 'X-Signaalsleutel': `demo-sleutel-${bron}`, 'Content-Type': 'application/json' },
    data: {
      kenmerk: `${achternaam}-${process.pid}-${teller}`,
      soort,
      naam: `${wie.voornaam} ${achternaam}`,
      geboortedatum: wie.geboren,
      toelichting: 'Dit schreef de bron.',
    },
  });
  expect(antwoord.status(), await antwoord.text()).toBe(201);
}

/** The row of somebody in the register. */
export const rijVan = (page: Page, { achternaam }: Gezin) => page.locator('[data-signaal]').filter({ hasText: achternaam });

export async function opRegister(browser: Browser, naam: Mens['naam'], vooraf?: (page: Page) => Promise<void>): Promise<Mens> {
  const mens = await aanHetScherm(browser, naam, vooraf);
  await mens.page.goto('/signalen');
  await expect(mens.page.getByRole('heading', { level: 1, name: 'Signalen' })).toBeVisible();
  await expect(mens.page.getByText(/wacht(en)? op iemand|Er is geen signaal/)).toBeVisible();
  return mens;
}

/** The open signaal about Maria that somebody sees on the register, newest first. */
export async function signaalVan({ context }: Ingelogd, { maria }: Gezin): Promise<string> {
  const { items } = (await (await context.request.get('/api/v1/signalen?aantal=200')).json()) as {
    items: { id: string; betreft?: { persoon?: { id: string } } }[];
  };
  const id = items.find((rij) => rij.betreft?.persoon?.id === maria)?.id;
  expect(id, 'it is on the register').toBeDefined();
  return id ?? '';
}
