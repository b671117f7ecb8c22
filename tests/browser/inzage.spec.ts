// Maria sees who looked at her dossier, live and in plain words; the privacy officer reads the trail itself.
import { type Browser, expect } from '@playwright/test';
import { test } from './proef';
import { eigenOnderwerp, pastOp320, stuur, toegankelijk, verbonden, zonderScherm } from './steun';

async function ingelogd(browser: Browser, wie: string, viewport: { width: number; height: number }) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto('/demo');
  await page.getByRole('button', { name: new RegExp(`^Log in als ${wie}\\b`) }).click();
  await page.waitForURL((url) => url.pathname !== '/demo');
  return { context, page };
}

// shows N-8, X-26
test('who looked shows by itself, in plain words, on a phone too', async ({ browser }) => {
  const maria = await ingelogd(browser, 'Maria', { width: 320, height: 640 });
  await maria.page.getByRole('link', { name: 'Bekijk wie keek' }).click();
  await expect(maria.page.getByRole('heading', { level: 1, name: 'Wie keek in uw dossier' })).toBeVisible();
  await verbonden(maria.page);
  const vandaag = maria.page.locator('[data-dag]').first();
  await expect(vandaag).toBeVisible();
  await toegankelijk(maria.page);
  await pastOp320(maria.page);

  // Peter works on another zaak of hers, and is there already as often as he looked.
  const peters = () => maria.page.locator('[data-bezoek]').filter({ hasText: 'onsulent inkomen' }).locator('li[data-deel="zaak"]');
  const keren = async () => {
    const all = await peters().evaluateAll((items) => items.map((item) => Number(item.getAttribute('data-keer'))));
    return all.reduce((sum, n) => sum + n, 0);
  };
  const voor = await keren();
  const peter = await ingelogd(browser, 'Peter', { width: 1280, height: 800 });
  const zaken = await peter.page.request.get('/api/v1/zaken?lijst=mijn');
  // His list is everybody's: of hers one.
  const alle = (await zaken.json()).items as { id: string; persoon?: { naam: string } }[];
  const zaak = alle.find((rij) => rij.persoon?.naam === 'Maria Verhoef')?.id ?? '';
  await peter.page.request.get(`/api/v1/zaken/${zaak}`);
  await expect.poll(keren).toBeGreaterThan(voor);
  // One visit is one line; what was done in it is for who asks.
  const bezoek = maria.page.locator('[data-bezoek]').filter({ hasText: 'Peter Smit' }).first();
  await expect(bezoek.locator('[data-keer]').first()).toBeHidden();
  await bezoek.getByText('Bekijk wat er precies gebeurde').click();
  await expect(bezoek.locator('[data-keer]').first()).toBeVisible();
  await toegankelijk(maria.page);
  await pastOp320(maria.page);
  await expect(maria.page.getByText(/zaak\/|persoon\/|behandelaar/)).toHaveCount(0);
  await peter.context.close();
  await maria.context.close();
});

// shows X-26
test('the privacy officer finds a look, and nothing of what was looked at', async ({ browser }) => {
  const { context, page } = await ingelogd(browser, 'Pieter', { width: 1280, height: 900 });
  await page.getByRole('link', { name: 'Auditspoor' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Auditspoor' })).toBeVisible();
  await expect(page.locator('tr[data-regel]').first()).toBeVisible();
  // Words, and no ids or names of views; what he read here himself is out of the way until he asks for it.
  const spoor = page.getByRole('region', { name: 'Regels van het auditspoor' });
  await expect(spoor).not.toContainText(/@|[0-9a-f]{8}-[0-9a-f]{4}|zelfde_persoon/);
  await expect(spoor.locator('tr[data-handeling="audit.lezen"]')).toHaveCount(0);
  await toegankelijk(page);
  await page.getByLabel('Uitkomst').selectOption('geweigerd');
  await page.getByRole('button', { name: 'Toon', exact: true }).click();
  await expect(page.locator('tr[data-regel]').filter({ hasText: 'Gelukt' })).toHaveCount(0);
  await page.getByLabel('Uitkomst').selectOption('');
  await page.getByLabel('Object').fill('audit');
  await page.getByRole('button', { name: 'Toon', exact: true }).click();
  await expect(page.locator('tr[data-handeling="audit.lezen"]').first()).toBeVisible();
  await context.close();
});

// shows N-8, KING-G1
test('who was taken into a groep by a regisseur who did not work for her reads why', async ({ browser }) => {
  // Rianne may lead a plan of hers, and work for her by that.
  const ruben = await zonderScherm(browser, 'Ruben');
  const api = ruben.context.request;
  const { items } = await stuur<{ items: { id: string }[] }>(api, '/personen/zoek', { bsn: '999990019', voor: 'groep' });
  const buur = await stuur<{ id: string }>(api, '/personen', { voornamen: 'Buur', achternaam: eigenOnderwerp('Van').replace(' ', ''), geboortedatum: '1960-01-01' });
  const waarom = `${eigenOnderwerp('Afgesproken')} samen naar de vraag te kijken.`;
  await stuur(api, '/groepen', { leden: [items[0]?.id, buur.id], waarom });
  const maria = await ingelogd(browser, 'Maria', { width: 320, height: 640 });
  await maria.page.goto('/portaal/inzage');
  const regel = maria.page.locator('[data-toelichting]').filter({ hasText: waarom });
  await expect(regel).toHaveText(`Waarom? “${waarom}”`);
  await toegankelijk(maria.page);
  await pastOp320(maria.page);
});
