// A signaal whose term is over is gone, also from what is open. On a server of its own, whose clock it moves; sessions keep the machine's time.
import { type Browser, expect, type Page } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import { BIN, EigenServer } from './server';
import { aanHetScherm, oorsprong, verbonden, zonderScherm } from './steun';
import { gezin, MARIA, metSleutel, opRegister, rijVan, signaalVan } from './wijkteam';

/** Five years (`BEWAARJAREN`), leap days included, and the day after. */
const DAGEN = 5 * 365 + 3;

/** Emma's register and Rianne's page, both with one signaal on them, and what lets its term pass. */
async function open(browser: Browser, vooraf?: (page: Page) => Promise<void>) {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  await metSleutel(linda.context.request, 'woningstichting', eigen, MARIA, 'huurachterstand');
  const emma = await opRegister(browser, 'Emma');
  await expect(rijVan(emma.page, eigen)).toHaveCount(1);
  const rianne = await aanHetScherm(browser, 'Rianne', vooraf);
  const id = await signaalVan(rianne, eigen);
  await rianne.page.goto(`/signalen/${id}`);
  await expect(rianne.page.getByText('Dit schreef de bron.')).toBeVisible();
  for (const { page } of [emma, rianne]) await verbonden(page);
  const later = async (dagen: number) => {
    const antwoord = await linda.context.request.post('/demo/klok', {
      headers: { 'X-Keukentafel': '1', 'Content-Type': 'application/json' },
      data: { vooruit: `P${dagen}D` },
    });
    expect(antwoord.ok(), await antwoord.text()).toBe(true);
  };
  const bestaat = async () => (await rianne.context.request.get(`/api/v1/signalen/${id}`)).status();
  return { emma, rianne, eigen, later, bestaat };
}

test.describe('a term that ends', () => {
  test.skip(!BIN, 'needs KT_BIN: a server whose clock it may move');
  const server = new EigenServer();
  test.beforeEach(async () => {
    await server.start();
  });
  test.afterEach(async () => {
    await server.dood();
  });
  test.afterAll(() => {
    server.ruimOp();
  });

  // shows KING-ZT21, KING-ZT25
  test('when its term is over a signaal leaves an open register and its own open page', async ({ browser }) => {
    const { emma, rianne, eigen, later, bestaat } = await open(server.browser(browser));
    const begin = [await oorsprong(emma.page), await oorsprong(rianne.page)];
    await later(DAGEN - 10);
    expect(await bestaat(), 'not before its day').toBe(200);
    await expect(rijVan(emma.page, eigen)).toHaveCount(1);
    await later(10);
    await expect(rijVan(emma.page, eigen)).toHaveCount(0);
    await expect(rianne.page.getByRole('heading', { name: 'Deze pagina is er niet' })).toBeVisible();
    await expect(rianne.page.getByText('Dit schreef de bron.')).toHaveCount(0);
    expect(await bestaat()).toBe(404);
    expect([await oorsprong(emma.page), await oorsprong(rianne.page)], 'no reload').toEqual(begin);
    // A kill does not bring it back.
    await server.dood();
    await server.start();
    expect(await bestaat()).toBe(404);
  });

  // shows KING-ZT21
  test('without its push its page stays on the screen', async ({ browser }) => {
    const { stand, vooraf } = schakelaar('ev', 'lid', 'eraf', 'snap', 'revoked', 'klok');
    const deze = await open(server.browser(browser), vooraf);
    stand.duw?.sluit();
    await deze.later(DAGEN);
    await expect.poll(deze.bestaat).toBe(404);
    await expect.poll(() => stand.duw?.tegengehouden).toContain('revoked');
    await expect(deze.rianne.page.getByText('Dit schreef de bron.')).toBeVisible();
  });
});
