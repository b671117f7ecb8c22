// The page with every component in every state: accessible in each theme, light and dark, on a phone, with forced colours; and only there in a
// demonstration.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import { pastOp320, toegankelijk } from './steun';

async function open(page: Page) {
  await page.goto('/demo');
  await page.getByRole('link', { name: 'Bekijk alle onderdelen van de stijl' }).click();
}

// shows E7, E3, N-35
test('each component is accessible in both themes, light and dark, and on a phone', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Stijl' })).toBeVisible();
  for (const vak of ['Knoppen', 'Velden', 'Balken', 'Standen', 'Dialogen', 'Zaken', 'Mensen', 'Bedragen']) {
    await expect(page.getByRole('region', { name: vak, exact: true })).toBeVisible();
  }
  await expect(page.locator('.skelet').first()).toBeVisible();
  const grond = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--kt-color-action').trim());
  const gezien = new Set<string>();
  for (const tweede of [false, true]) {
    const vink = page.getByRole('checkbox', { name: 'Het thema van Oeverland' });
    if (tweede) await vink.check();
    for (const keuze of ['Licht', 'Donker']) {
      const voor = await grond();
      await page.getByRole('radio', { name: keuze }).check();
      await expect.poll(async () => (gezien.size === 0 ? '' : await grond())).not.toBe(gezien.size === 0 ? 'x' : voor);
      gezien.add(await grond());
      await toegankelijk(page);
    }
  }
  expect(gezien.size, 'four sets of colours').toBe(4);
  await pastOp320(page);
  await page.getByRole('button', { name: 'Open een vraag' }).click();
  await toegankelijk(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Where colours are forced, what was told by a ground has an edge (E7).
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const zonder = await page.evaluate(() =>
    ['.chip', '.stoel', '.gordijn', '.balk', '.knop--eerst', '.vers', '.potje svg path'].filter((wat) =>
      [...document.querySelectorAll(wat)].some((el) => {
        const { borderTopWidth, borderLeftWidth, outlineWidth, outlineStyle, strokeWidth } = getComputedStyle(el);
        const rand = Math.max(Number.parseFloat(borderTopWidth), Number.parseFloat(borderLeftWidth));
        const lijn = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
        const streek = el instanceof SVGElement ? Number.parseFloat(strokeWidth) : 0;
        return rand + lijn + streek === 0;
      }),
    ),
  );
  expect(zonder).toEqual([]);
  const beweegt = await page.evaluate(() => document.getAnimations().filter((een) => een.playState === 'running').length);
  expect(beweegt, 'nothing moves for who asked for stillness').toBe(0);
});

test('outside a demonstration it is not there', async ({ page }) => {
  await open(page);
  await page.route('**/demo/personas', (route) => route.fulfill({ status: 404, json: {} }));
  await page.goto('/demo');
  await page.evaluate(() => {
    history.pushState(null, '', '/stijl');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina is er niet' })).toBeVisible();
  await expect(page.getByText('Elk onderdeel')).toHaveCount(0);
});

// shows E1
test('its address opens it by itself', async ({ page }) => {
  await page.goto('/stijl');
  await expect(page.getByRole('heading', { level: 1, name: 'Stijl' })).toBeVisible();
});
