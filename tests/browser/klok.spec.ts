// Terms and times are counted by the server's clock. On a server of its own: a clock that was moved cannot go back.
import { expect } from '@playwright/test';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import { aanHetScherm, eigenOnderwerp, nieuweZaak, oorsprong } from './steun';

// shows G16, E10
test('the clock of the server moves, and an open page counts on from there', async ({ browser }) => {
  test.skip(!BIN, 'needs KT_BIN: a server whose clock it may move');
  const server = new EigenServer();
  await server.start();
  try {
    const linda = await aanHetScherm(server.browser(browser), 'Linda');
    const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Termijn'), ['Kevin']);
    // A device whose own clock is two years behind.
    const kevin = await aanHetScherm(server.browser(browser), 'Kevin', (page) =>
      page.clock.setSystemTime(Date.now() - 2 * 365 * 86_400_000),
    );
    const { page } = kevin;
    await page.goto(`/zaken/${zaak}`);
    const termijn = page.locator('[data-termijn]').first();
    await expect(termijn).toHaveText(/^nog \d+ dagen$/);
    const dagen = async () => Number(/\d+/.exec(await termijn.innerText())?.[0]);
    await expect.poll(dagen).toBeLessThan(60);
    await expect(page.locator('.tijdlijn time').first()).toHaveText(/zojuist|geleden/);
    const voor = await dagen();
    const begin = await oorsprong(page);

    const vooruit = async (hoe: string) => {
      const headers = { 'X-Keukentafel': '1', 'Content-Type': 'application/json' };
      const antwoord = await linda.context.request.post('/demo/klok', { headers, data: { vooruit: hoe } });
      expect(antwoord.ok(), await antwoord.text()).toBe(true);
    };
    await vooruit('P7D');
    await expect(termijn).toHaveText(`nog ${voor - 7} dagen`);
    await expect(page.locator('.tijdlijn time').first()).not.toHaveText(/zojuist|geleden/);
    await vooruit(`P${voor}D`);
    await expect(termijn).toHaveText('7 dagen te laat');
    expect(await oorsprong(page), 'no reload').toBe(begin);
    await page.goto('/werkvoorraad');
    await expect(page.locator(`[data-zaak="${zaak}"] [data-termijn]`)).toHaveText('7 dagen te laat');
  } finally {
    await server.dood();
    server.ruimOp();
  }
});
