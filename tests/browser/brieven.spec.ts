// A melding has its letter: in the dossier, in the portal, and with a mail that says nothing to a resident who chose that (C2-L1, X-32).
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, nieuweZaak, pastOp320, toegankelijk, verbonden, voorMaria } from './steun';

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
  await expect(page.locator('[data-bewaard]')).toHaveText('Uw keuze is bewaard.');
  await toegankelijk(page);
  await pastOp320(page);
}

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
  const lezen = kaart.getByRole('link', { name: 'Lees de brief' });
  await expect(lezen).toBeVisible();
  await expect(kaart).toContainText('Wij stuurden u hierover een e-mail.');
  await toegankelijk(page);
  await pastOp320(page);

  const pdf = await maria.context.request.get((await kaart.getByRole('link', { name: 'Open de brief als pdf' }).getAttribute('href')) ?? '');
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  const [blad] = await Promise.all([maria.context.waitForEvent('page'), lezen.click()]);
  await expect(blad.getByRole('heading', { level: 1, name: 'Wij hebben uw melding ontvangen' })).toBeVisible();
  await toegankelijk(blad);
  await pastOp320(blad);

  const gekregen = await mails(maria.context.request, adres);
  expect(gekregen).toHaveLength(1);
  const tekst = gekregen[0]?.mail.tekst ?? '';
  expect(tekst).toContain('Subject: Er staat een bericht voor u klaar');
  for (const niet of ['ZAAK-', 'Wmo', 'Verhoef', 'melding']) expect(tekst).not.toContain(niet);
});

// shows C2-L1
test('a letter is not there for who may not read it', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
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
