// Consent (KING-R6e, N-33): Emma asks, Maria answers in the portal, and takes it back; each on the other's open screen.
import { expect, type Page } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, oorsprong, pastOp320, stuur, toegankelijk, tweeZaken, verbonden, zonderScherm } from './steun';

const dag = (erbij: number) => new Date(Date.now() + erbij * 86_400_000).toLocaleDateString('nl-NL', { timeZone: 'Europe/Amsterdam' });

async function vraag(page: Page) {
  await page.getByRole('button', { name: 'Vraag toestemming aan Maria', exact: false }).click();
  await page.getByLabel('Waarvoor wilt u meelezen?').fill('De hulp op elkaar afstemmen');
  await page.getByLabel('Laatste dag').fill(dag(60));
  await page.getByRole('button', { name: 'Stuur de vraag' }).click();
}

// shows KING-R6e, N-33
test('Emma asks, Maria says yes in the portal, Emma reads, and Maria takes it back', async ({ browser }) => {
  test.slow(); // three people, seven looks by axe
  const linda = await zonderScherm(browser, 'Linda');
  const maria = await aanHetScherm(browser, 'Maria');
  const onderwerp = eigenOnderwerp('Meelezen');
  const zaak = await tweeZaken(linda, maria, onderwerp);
  await maria.page.goto('/portaal/toestemming');
  await verbonden(maria.page);
  const vragen = maria.page.locator('[data-vraag]');
  await expect(maria.page.getByRole('heading', { level: 1, name: 'Toestemming' })).toBeVisible();
  await toegankelijk(maria.page);

  const emma = await aanHetScherm(browser, 'Emma');
  await emma.page.goto(`/zaken/${zaak}`);
  const deel = emma.page.locator('[data-toestemming]');
  await expect(deel).toHaveAttribute('data-toestemming', 'niet');
  await verbonden(emma.page);
  await emma.page.getByRole('button', { name: 'Vraag toestemming aan Maria', exact: false }).click();
  await toegankelijk(emma.page);
  await emma.page.getByLabel('Waarvoor wilt u meelezen?').fill('Hulp');
  await emma.page.getByRole('button', { name: 'Stuur de vraag' }).click();
  await expect(emma.page.getByText('Schrijf in een paar woorden op', { exact: false }).first()).toBeVisible();
  await emma.page.keyboard.press('Escape');
  await emma.page.getByRole('button', { name: 'Sluit en gooi weg' }).click();
  await vraag(emma.page);
  await expect(deel).toHaveAttribute('data-toestemming', 'gevraagd');
  await toegankelijk(emma.page);
  await pastOp320(emma.page);

  // The question is on Maria's open page, and she answers by keyboard.
  const kaart = vragen.filter({ hasText: 'De hulp op elkaar afstemmen' });
  await expect(kaart).toBeVisible();
  await expect(kaart).toContainText('Bijzondere bijstand');
  await toegankelijk(maria.page);
  await pastOp320(maria.page);
  await kaart.getByRole('button', { name: 'Ja, dat mag' }).focus();
  const begin = await oorsprong(emma.page);
  await maria.page.keyboard.press('Enter');
  await expect(kaart).toHaveCount(0);
  await expect(maria.page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(emma.page.getByText(onderwerp, { exact: false }).first()).toBeVisible();
  await expect(emma.page.locator('[data-meelezen]')).toContainText('U leest deze zaak met toestemming');
  await expect(emma.page.getByRole('button', { name: 'Neem zaak in behandeling' })).toHaveCount(0);
  expect(await oorsprong(emma.page), 'no reload').toBe(begin);
  await toegankelijk(emma.page);
  await pastOp320(emma.page);

  await maria.page.locator('[data-geldt]').filter({ hasText: 'Emma' }).getByRole('button', { name: 'Trek in' }).click();
  await toegankelijk(maria.page);
  await expect(maria.page.getByText('niemand hoort waarom', { exact: false })).toBeVisible();
  await maria.page.getByRole('button', { name: 'Ja, stop' }).click();
  await expect(maria.page.locator('[data-geldt]')).toHaveCount(0);
  await expect(emma.page.getByText(onderwerp, { exact: false })).toHaveCount(0);
  await expect(deel).toHaveAttribute('data-toestemming', 'ingetrokken');
});

// shows KING-R6e
test('on her first page Maria sees how many questions wait, and no is no', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const maria = await aanHetScherm(browser, 'Maria');
  const zaak = await tweeZaken(linda, maria, eigenOnderwerp('Nee'));
  const telling = maria.page.locator('[data-vragen]');
  await expect(telling).toBeVisible();
  await verbonden(maria.page);
  const voor = Number(await telling.getAttribute('data-vragen'));
  const emma = await aanHetScherm(browser, 'Emma');
  await emma.page.goto(`/zaken/${zaak}`);
  await verbonden(emma.page);
  await vraag(emma.page);
  await expect(telling).toHaveAttribute('data-vragen', String(voor + 1));
  await toegankelijk(maria.page);
  await pastOp320(maria.page);
  await telling.getByRole('link').click();
  await maria.page.locator('[data-vraag]').last().getByRole('button', { name: 'Nee' }).click();
  await expect(emma.page.locator('[data-toestemming]')).toHaveAttribute('data-toestemming', 'geweigerd');
  await expect(emma.page.getByText('Het antwoord was nee.')).toBeVisible();
});

// shows KING-R6e, N-33
test('without its push a yes does not open what Emma has on her screen', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const maria = await zonderScherm(browser, 'Maria');
  const zaak = await tweeZaken(linda, maria, eigenOnderwerp('Stil'));
  const { stand, vooraf } = schakelaar('ev', 'snap');
  const { page, context } = await aanHetScherm(browser, 'Emma', vooraf);
  await page.goto(`/zaken/${zaak}`);
  await verbonden(page);
  await vraag(page);
  await expect(page.locator('[data-toestemming]')).toHaveAttribute('data-toestemming', 'gevraagd');
  const { toestemmingen } = (await (await context.request.get('/api/v1/toekenningen')).json()) as {
    toestemmingen: { id: string; zaak: string }[];
  };
  const mijn = toestemmingen.find((one) => one.zaak === zaak);
  stand.duw?.sluit();
  await stuur(maria.context.request, `/toestemmingen/${mijn?.id}/geven`, {});
  await expect.poll(() => stand.duw?.tegengehouden).toContain('ev');
  await expect(page.locator('[data-toestemming]')).toHaveAttribute('data-toestemming', 'gevraagd');
});
