// A command that is done and cannot be seen yet (202): the page says so, sends nothing twice, and goes on when it can be seen.
import { expect } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, nieuweZaak, pastOp320, toegankelijk } from './steun';

// shows E9, N-1
test('what is stored and not yet to be seen says so, and is done once', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Later'), []);
  const { page } = linda;
  await page.goto(`/zaken/${zaak}`);
  await expect(page.locator('[data-aanwezig^="Linda"]')).toBeVisible();

  // The server's own answers, under the status that it gives while its read side is behind.
  let achter = true;
  const sleutels: (string | undefined)[] = [];
  await page.route(`**/api/v1/zaken/${zaak}/toewijzen`, async (route) => {
    sleutels.push(route.request().headers()['idempotency-key']);
    const antwoord = await route.fetch();
    expect(antwoord.status()).toBe(200);
    await route.fulfill({ response: antwoord, status: achter ? 202 : 200 });
  });
  await page.getByRole('button', { name: 'Wijzig behandelaars' }).click();
  const dialoog = page.getByRole('dialog');
  for (const naam of [/^Kevin/, /^Emma/]) await dialoog.getByRole('checkbox', { name: naam }).check();
  await dialoog.getByRole('button', { name: /^Wijs toe aan/ }).click();

  const wacht = dialoog.locator('[data-wacht="zien"]');
  await expect(wacht).toHaveText('Dit is opgeslagen. Het duurt even voordat u het ziet. U hoeft niets te doen.');
  await expect(dialoog.getByRole('button', { name: /^Wijs toe aan/ })).toHaveAttribute('aria-disabled', 'true');
  await toegankelijk(page);
  await pastOp320(page);
  await dialoog.getByRole('button', { name: /^Wijs toe aan/ }).click({ force: true });
  await expect.poll(() => sleutels.length).toBeGreaterThan(2);
  await expect(dialoog).toBeVisible();

  achter = false;
  await expect(dialoog).toHaveCount(0);
  await expect(page.getByText(/werken aan deze zaak/)).toBeVisible();
  expect(new Set(sleutels).size, 'one command, however often it was asked after').toBe(1);
  await expect(page.locator('.tijdlijn li').filter({ hasText: 'wees deze zaak toe' })).toHaveCount(1);
});
