// The authorisation matrix: read by who sets up the rights and who looks after them, and by nobody else.
import { expect } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, toegankelijk } from './steun';

// shows C1-R5, C2-R5, C2-M3, KING-SI2
test('the functioneel beheerder reads what each role may, filters, and it is what the server decides by', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Miriam');
  await page.getByRole('link', { name: 'Rechten', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rechten per rol' })).toBeVisible();
  const cel = (woord: string) => page.locator(`[data-cel="${woord}"] [data-recht]`);
  await expect(cel('jeugdconsulent|zaak:AANVRAAG-JEUGDHULP|behandelaar')).toHaveText('Schrijven');
  await expect(cel('jeugdconsulent|zaak:AANVRAAG-JEUGDHULP|vakgenoot')).toHaveText('Dat');
  await expect(cel('jeugdconsulent|zaak:MELDING-WMO|geen')).toHaveCount(0);
  await page.getByLabel('Toon ook wat niet mag').check();
  await expect(cel('jeugdconsulent|zaak:MELDING-WMO|geen')).toHaveText('Niets');
  await toegankelijk(page);

  await page.getByLabel('Rol', { exact: true }).selectOption({ label: 'wijkteammanager' });
  await page.getByLabel('Waarover').selectOption({ label: 'Handelingen' });
  await expect(cel('wijkteammanager|handeling:caseload_zien|geen')).toHaveText('Mag');
  await expect(cel('wijkteammanager|handeling:regisseren|geen')).toHaveText('Mag niet');

  // The kinds of signaal, as the gemeente keeps them (KING-SI2).
  const soort = page.locator('[data-signaalsoort="partnergeweld"]');
  await expect(soort).toContainText('Geweld tussen partners');
  await expect(soort.getByRole('cell')).toHaveText([/^Crisis/, 'regisseur', '5 jaar']);

  // What the screen says of her own role is what the server does.
  await page.getByLabel('Rol', { exact: true }).selectOption({ label: 'functioneel beheerder' });
  await expect(cel('functioneel_beheerder|handeling:persoon_zoeken|geen')).toHaveText('Mag niet');
  const zoek = await page.request.post('/api/v1/personen/zoek', {
    headers: { 'X-Keukentafel': '1', 'Content-Type': 'application/json' },
    data: { bsn: '999990019' },
  });
  expect(zoek.status()).toBe(403);
});

// shows C1-R5
test('for others there is no matrix, in no menu and behind no address', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Kevin');
  await expect(page.getByRole('link', { name: 'Rechten' })).toHaveCount(0);
  await page.goto('/rechten');
  await expect(page.getByRole('heading', { name: 'U kunt de rechten niet zien.' })).toBeVisible();
  expect((await page.request.get('/api/v1/beleid')).status()).toBe(404);
});
