// An address that is not there is a page of ours, with its status, also for who has no JavaScript.
import { expect } from '@playwright/test';
import { test } from './proef';
import { pastOp320, toegankelijk } from './steun';

// shows E10, H2
test('an address that is not there is a page that leads on, also without JavaScript', async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const antwoord = await page.goto('/zakenlijst/weg');
    expect(antwoord?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('img').or(page.locator('img')).first()).toBeVisible();
    const begin = page.getByRole('link', { name: 'Naar het begin' });
    await expect(begin).toHaveAttribute('href', '/');
    // Who reads no Dutch is led on too.
    await expect(page.locator('p[lang="en"]').getByRole('link', { name: 'start page' })).toHaveAttribute('href', '/');
    const kop = await page.getByRole('heading', { level: 1 }).evaluate((el) => getComputedStyle(el).fontFamily);
    expect(kop, 'in our own style').not.toMatch(/^"?Times/);
    if (javaScriptEnabled) {
      await toegankelijk(page);
      await pastOp320(page);
    }
    await context.close();
  }
});

test('the icon that browsers ask for is the mark', async ({ request }) => {
  const icoon = await request.get('/favicon.ico');
  expect([icoon.status(), icoon.headers()['content-type']]).toEqual([200, 'image/svg+xml']);
});
