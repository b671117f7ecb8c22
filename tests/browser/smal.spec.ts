// On a phone the page comes first: the menu is behind a button, and a table that is wider says that there is more.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, toegankelijk } from './steun';

/** What a phone may lose of its height before the page begins. */
const KOP_MAX = 100;
const hoogte = (page: Page) => page.locator('header.top').evaluate((kop) => kop.getBoundingClientRect().height);
const past = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

// shows E2, E3
test('the menu of the werkplek is behind a button on a phone, and nowhere else', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Linda');
  const menu = page.getByRole('navigation', { name: 'Hoofdmenu' });
  const knop = page.getByRole('button', { name: 'Menu', exact: true });
  const wie = page.getByRole('button', { name: /^Uw menu: Linda/ });
  for (const breed of [1280, 768]) {
    await page.setViewportSize({ width: breed, height: 800 });
    await expect(menu).toBeVisible();
    await expect(knop).toBeHidden();
    expect(await hoogte(page)).toBeLessThan(KOP_MAX);
  }
  for (const breed of [360, 320]) {
    await page.setViewportSize({ width: breed, height: 640 });
    await expect(menu).toBeHidden();
    await expect(wie).toBeHidden();
    await expect(knop).toHaveAttribute('aria-expanded', 'false');
    expect(await hoogte(page)).toBeLessThan(KOP_MAX);
    expect(await past(page)).toBe(true);
    await toegankelijk(page);
    await knop.press('Enter');
    await expect(knop).toHaveAttribute('aria-expanded', 'true');
    await expect(wie).toBeVisible();
    await wie.click();
    await expect(page.getByRole('button', { name: 'Uitloggen' })).toBeVisible();
    await expect(menu.getByRole('link', { name: 'Balie' })).toBeVisible();
    expect(await past(page)).toBe(true);
    await toegankelijk(page);
    // On the page that one chose it is shut.
    await menu.getByRole('link', { name: breed === 360 ? 'Balie' : 'Nieuwe melding' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(menu).toBeHidden();
  }
});

// shows E3
test('a table that is wider than a phone has a shadow at the edge, and can be reached and moved by keyboard', async ({ browser }) => {
  for (const [naam, pad] of [['Mirjam', '/rekeningen'], ['Miriam', '/rechten']] as const) {
    const { page } = await aanHetScherm(browser, naam);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(pad);
    const vak = page.locator('.tabelvak').first();
    await expect(vak).toBeVisible();
    const breder = await vak.evaluate((el) => el.scrollWidth > el.clientWidth);
    expect(breder, 'there is more than fits').toBe(true);
    await expect(vak).toHaveAttribute('aria-label', /./);
    await expect(vak).toHaveRole('region');
    // The shadow stays, what lies over it goes along: so it is seen only where there is more.
    const stijl = await vak.evaluate((el) => {
      const { backgroundImage, backgroundAttachment } = getComputedStyle(el);
      return { beelden: backgroundImage.split('gradient(').length - 1, backgroundAttachment };
    });
    expect(stijl).toEqual({ beelden: 4, backgroundAttachment: 'local, local, scroll, scroll' });
    await vak.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => vak.evaluate((el) => el.scrollLeft)).toBeGreaterThan(0);
    expect(await past(page)).toBe(true);
    await toegankelijk(page);
  }
});

// shows E3
test('on a desk at 200 % a day stays a day and the list stands free of the form', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Pieter');
  // 1280 by 800, enlarged.
  await page.setViewportSize({ width: 640, height: 400 });
  await page.goto('/audit');
  const dag = page.locator('tbody th time .nowrap').first();
  await expect(dag).toBeVisible();
  expect(await dag.evaluate((el) => el.getClientRects().length)).toBe(1);
  expect(await past(page)).toBe(true);
  const [form, lijst] = [page.getByRole('button', { name: 'Toon', exact: true }), page.locator('.tabelvak')];
  const ruimte = await lijst.evaluate((el, knop) => el.getBoundingClientRect().top - (knop?.getBoundingClientRect().bottom ?? 0), await form.elementHandle());
  expect(ruimte).toBeGreaterThan(8);
});

// shows E3
test('on a desk at 200 % the tabs of the portal stand on one line, also when something waits', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Ingrid');
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(page.locator('[data-taken]').first()).toBeVisible();
  const toppen = await page.locator('.pmenu a').evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
  expect(new Set(toppen).size, toppen.join(' ')).toBe(1);
  expect(await past(page)).toBe(true);
});
