// The first visit: offered and not forced, by keyboard, remembered without anything personal, and back from the help.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, pastOp320, toegankelijk, verbonden } from './steun';

const welkom = (page: Page) => page.locator('[data-welkom]');
const dialoog = (page: Page) => page.getByRole('dialog');

// shows SHV1-C1, N-35
for (const [naam, pad, stappen, eerste, laatste] of [
  ['Maria', '/portaal', 5, 'Mijn zaken', 'Hulp is dichtbij'],
  ['Kevin', '/', 4, 'Vandaag: wat nu op u wacht', 'Overal: zoeken, berichten en hulp'],
  ['Wouter', '/', 4, 'Vandaag: wat nu op u wacht', 'Overal: zoeken, berichten en hulp'],
  ['Linda', '/', 4, 'Vandaag: wat nu op u wacht', 'Overal: zoeken, berichten en hulp'],
] as const) {
  test(`${naam} looks around by keyboard at a first visit, and is not asked again`, async ({ browser }) => {
    const { page } = await aanHetScherm(browser, naam);
    await page.goto(pad);
    await verbonden(page);
    await expect(dialoog(page), 'nothing lies over the work by itself').toHaveCount(0);
    await expect(welkom(page)).toContainText(`in ${stappen} stappen`);
    await toegankelijk(page);
    await pastOp320(page);
    await welkom(page).getByRole('button', { name: 'Kijk rond' }).press('Enter');
    await expect(dialoog(page).getByRole('heading', { name: eerste })).toBeFocused();
    await toegankelijk(page);
    await pastOp320(page);
    for (let stap = 1; stap < stappen; stap += 1) {
      await expect(dialoog(page)).toContainText(`Stap ${stap} van ${stappen}`);
      await dialoog(page).getByRole('button', { name: 'Volgende' }).press('Enter');
      await expect(dialoog(page).getByRole('heading', { level: 2 })).toBeFocused();
    }
    await expect(dialoog(page).getByRole('heading', { name: laatste })).toBeVisible();
    await dialoog(page).getByRole('button', { name: 'Vorige' }).click();
    await expect(dialoog(page)).toContainText(`Stap ${stappen - 1} van`);
    await dialoog(page).getByRole('button', { name: 'Volgende' }).click();
    await dialoog(page).getByRole('button', { name: 'Klaar' }).click();
    await expect(dialoog(page)).toHaveCount(0);
    await expect(page.locator('main')).toBeFocused();
    await expect(welkom(page)).toHaveCount(0);
    await page.reload();
    await verbonden(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.skelet')).toHaveCount(0);
    await expect(welkom(page)).toHaveCount(0);
    // Two letters, and nothing that says who it was.
    const bewaard = await page.evaluate(() => localStorage.getItem('keukentafel-rondleiding'));
    expect(bewaard).toMatch(/^[0-9a-v]{2}$/);
  });
}

// Who has no list of their own is told of none.
for (const [naam, zegt] of [['Tom', 'U kunt een signaal melden.'], ['Bas', 'Uw werk komt van collega’s']] as const) {
  test(`${naam} is told what their part is, and of nothing that is not there`, async ({ browser }) => {
    const { page } = await aanHetScherm(browser, naam);
    await page.goto('/');
    await verbonden(page);
    await welkom(page).getByRole('button', { name: 'Kijk rond' }).click();
    let alles = '';
    for (;;) {
      alles += await dialoog(page).innerText();
      const verder = dialoog(page).getByRole('button', { name: 'Volgende' });
      if ((await verder.count()) === 0) break;
      await verder.click();
    }
    expect(alles).toContain(zegt);
    expect(alles).not.toContain('Uw werkvoorraad leeft');
    expect(alles).not.toContain('Een verslag schrijft u samen');
  });
}

test('who is in a hurry puts it away by one press, and finds it back under ? and in the palette', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Rianne');
  await page.goto('/');
  await verbonden(page);
  await welkom(page).getByRole('button', { name: 'Niet nu' }).click();
  await expect(welkom(page)).toHaveCount(0);
  await page.keyboard.press('?');
  await dialoog(page).getByRole('button', { name: 'Rondleiding' }).click();
  await expect(dialoog(page).getByRole('heading', { name: 'Vandaag: wat nu op u wacht' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialoog(page)).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('rondleiding');
  await page.keyboard.press('Enter');
  await expect(dialoog(page)).toContainText('Stap 1 van 4');
  await dialoog(page).getByRole('button', { name: 'Stop' }).click();
  await expect(dialoog(page)).toHaveCount(0);
});

// shows X-51
test('a resident finds it back under help, in either language', async ({ browser }) => {
  const { page } = await aanHetScherm(browser, 'Huub');
  await page.goto('/portaal/hulp');
  await page.getByRole('button', { name: 'Kijk rond' }).click();
  await expect(dialoog(page).getByRole('heading', { name: 'Mijn zaken' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Kijk rond' })).toBeFocused();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Look around' }).click();
  await expect(dialoog(page)).toContainText('Step 1 of 5');
  await toegankelijk(page);
  await pastOp320(page);
});
