// A melding has its letter: in the dossier, in the portal, and with a mail that says nothing to a resident who chose that (C2-L1, X-32).
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
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
  voorMaria,
  zonderScherm,
} from './steun';

const MAIL = process.env.KT_MAIL ?? '';

interface Gekregen {
  id: string;
  mail: { aan: string[]; tekst: string };
}

async function mails(api: APIRequestContext, aan: string): Promise<Gekregen[]> {
  const { mails } = (await (await api.get(`${MAIL}/_mails`)).json()) as { mails: Gekregen[] };
  return mails.filter((one) => one.mail.aan.includes(aan));
}

/** Maria chooses mail, on a page of her own. */
async function kiestEmail(page: Page, adres: string) {
  await page.goto('/portaal/berichten');
  await expect(page.getByRole('heading', { level: 1, name: 'Hoe wilt u bericht krijgen?' })).toBeVisible();
  await page.getByRole('radio', { name: 'Stuur mij een e-mail' }).check();
  await page.getByLabel('Uw e-mailadres').fill('maria');
  await page.getByRole('button', { name: 'Bewaar mijn keuze' }).click();
  await expect(page.getByRole('region', { name: 'Er klopt één ding nog niet' })).toContainText('zoals naam@voorbeeld.nl');
  await toegankelijk(page);
  await page.getByLabel('Uw e-mailadres').fill(adres);
  await page.getByRole('button', { name: 'Bewaar mijn keuze' }).click();
  const gezegd = page.locator('[data-bevestigd]');
  await expect(gezegd).toHaveText('Uw keuze is bewaard.');
  await toegankelijk(page);
  await pastOp320(page);
  // On a phone, and low on a laptop that is enlarged: it is said where one looks, and not behind the bar.
  for (const maat of [{ width: 390, height: 844 }, { width: 320, height: 640 }, { width: 720, height: 450 }]) {
    await page.setViewportSize(maat);
    await page.getByRole('button', { name: 'Bewaar mijn keuze' }).click();
    await expect(gezegd).toBeInViewport({ ratio: 1 });
    await expect.poll(() => staatBoven(gezegd), { message: `${maat.width} x ${maat.height}` }).toBe(true);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  // Paper goes to her own address, and she reads which.
  await page.getByRole('radio', { name: 'Stuur mij de brief op papier' }).check();
  await expect(page.locator('[data-postadres="bekend"]')).toContainText('Turfkade 18, 9999 XA Wiedermeer');
  await page.getByRole('radio', { name: 'Stuur mij een e-mail' }).check();
  await expect(page.locator('[data-postadres]')).toHaveCount(0);
}

/** Nothing lies over it. */
const staatBoven = (wat: Locator) =>
  wat.evaluate((el) => {
    const { left, top, width, height } = el.getBoundingClientRect();
    return el.contains(document.elementFromPoint(left + width / 2, top + height / 2)) && el.contains(document.elementFromPoint(left + width / 2, top + height - 2));
  });

// shows C2-L1, X-32
test('Maria reads the letter about her melding, and gets a mail that says nothing about it', async ({ browser }) => {
  const maria = await aanHetScherm(browser, 'Maria');
  const adres = `maria.${Date.now().toString(36)}@voorbeeld.example`;
  await kiestEmail(maria.page, adres);
  const linda = await aanHetScherm(browser, 'Linda');
  const zaak = await voorMaria(linda, maria, eigenOnderwerp('Brief'));

  await linda.page.goto(`/zaken/${zaak}`);
  const brief = linda.page.locator('[data-brief="verstuurd"]');
  await expect(brief).toContainText('Ontvangstbevestiging');
  await expect(brief).toContainText('E-mail verstuurd');
  await toegankelijk(linda.page);

  const { page } = maria;
  await page.goto('/portaal');
  await verbonden(page);
  const kaart = page.locator(`[data-zaak="${zaak}"]`);
  await kaart.getByText('Ontvangstbevestiging').click();
  const lezen = kaart.getByRole('link', { name: /^Lees de brief/ });
  await expect(lezen).toBeVisible();
  await expect(kaart).toContainText('Wij stuurden u hierover een e-mail.');
  await toegankelijk(page);
  await pastOp320(page);

  // Within the portal, with the words of the letter, and a way back that is a page with all of them.
  const begin = await oorsprong(page);
  await lezen.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Uw brief' })).toBeVisible();
  await expect(page.locator('[data-brieftekst]').getByRole('heading', { name: 'Wij hebben uw melding ontvangen' })).toBeVisible();
  expect(await oorsprong(page)).toBe(begin);
  await toegankelijk(page);
  await pastOp320(page);
  const pdf = await maria.context.request.get((await page.getByRole('link', { name: 'Open de brief als pdf' }).getAttribute('href')) ?? '');
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('link', { name: 'Terug naar uw brieven' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Uw brieven' })).toBeFocused();
  await expect(page.locator('[data-brief]').first()).toBeVisible();
  await toegankelijk(page);
  await pastOp320(page);
  // Where one chooses how to hear of them they are too; and what is no letter of hers is not there.
  await page.goto('/portaal/berichten');
  await expect(page.locator('[data-brief]').first()).toBeVisible();
  await page.goto(`/portaal/brieven/${zaak}?zaak=${zaak}`);
  await expect(page.locator('main')).toContainText('Bel ons.');
  await expect(page.locator('[data-brieftekst]')).toHaveCount(0);

  const gekregen = await mails(maria.context.request, adres);
  expect(gekregen).toHaveLength(1);
  const tekst = gekregen[0]?.mail.tekst ?? '';
  expect(tekst).toContain('Subject: Er staat een bericht voor u klaar');
  for (const niet of ['ZAAK-', 'Wmo', 'Verhoef', 'melding']) expect(tekst).not.toContain(niet);
});

// shows C2-L1
test('a letter is not there for who may not read it', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Niet voor Peter'), []);
  const lijst = `/api/v1/zaken/${zaak}/brieven`;
  const { items } = (await (await linda.context.request.get(lijst)).json()) as { items: { id: string }[] };
  const id = items[0]?.id ?? '';
  for (const naam of ['Peter', 'Maria'] as const) {
    const { context } = await aanHetScherm(browser, naam);
    for (const pad of [lijst, `${lijst}/${id}`, `${lijst}/${id}/html`]) {
      expect((await context.request.get(pad)).status(), `${naam} ${pad}`).toBe(404);
    }
  }
});

// shows X-32
test('who cannot log in gets paper, and who works on it says that it went', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Op papier'), []);
  const { page } = linda;
  await page.goto(`/zaken/${zaak}`);
  const brief = page.locator('[data-brief]');
  await expect(brief).toHaveAttribute('data-brief', 'te_posten');
  await expect(brief).toContainText('Print de brief.');
  await toegankelijk(page);
  await pastOp320(page);
  await brief.getByRole('button', { name: 'Brief is verstuurd' }).click();
  await expect(brief).toHaveAttribute('data-brief', 'gepost');
  await expect(brief).toContainText('Verstuurd met de post');
});

/** Whether the mail server takes what comes; told by its own door. */
const neemtAan = async (api: APIRequestContext, wel: boolean) => {
  expect((await api.post(`${MAIL}/_storing`, { data: wel ? {} : { geweigerd: true } })).ok()).toBe(true);
};

// shows X-32, C2-L1
test('a mail that does not arrive stands with its letter, in the time line and in the bell, until the letter went on paper', async ({ browser }) => {
  const maria = await aanHetScherm(browser, 'Maria');
  const emma = await aanHetScherm(browser, 'Emma');
  const { page } = emma;
  const api = maria.context.request;
  await maria.page.goto('/portaal/berichten');
  await maria.page.getByRole('radio', { name: 'Stuur mij een e-mail' }).check();
  await maria.page.getByLabel('Uw e-mailadres').fill(`weg.${Date.now().toString(36)}@voorbeeld.example`);
  await maria.page.getByRole('button', { name: 'Bewaar mijn keuze' }).click();
  await expect(maria.page.locator('[data-bevestigd]')).toHaveText('Uw keuze is bewaard.');
  const linda = await aanHetScherm(browser, 'Linda');
  await neemtAan(api, false);
  const zaak = await voorMaria(linda, maria, eigenOnderwerp('Mail'));
  await stuur(linda.context.request, `/zaken/${zaak}/toewijzen`, { behandelaars: await medewerkerIds(linda.context.request, ['Emma']) });
  await page.goto(`/zaken/${zaak}`);
  const brief = page.locator('[data-brief]');
  await expect(brief).toHaveAttribute('data-brief', 'niet_aangekomen');
  await neemtAan(api, true);
  await expect(page.locator('[data-mislukt]')).toContainText('De mail over deze brief kwam niet aan');
  await toegankelijk(page);
  await pastOp320(page);
  const bel = page.getByRole('button', { name: /^Berichten/ });
  const bericht = page.getByRole('link', { name: /kwam niet aan/ }).and(page.locator(`[href="/zaken/${zaak}"]`));
  await bel.click();
  await expect(bericht).toBeVisible();
  await page.keyboard.press('Escape');
  await brief.getByRole('button', { name: 'Brief is verstuurd' }).click();
  await expect(brief).toHaveAttribute('data-brief', 'gepost');
  await bel.click();
  await expect(bericht).toHaveCount(0);
});
