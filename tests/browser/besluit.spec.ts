// A besluit needs a second pair of eyes: Peter proposes and cannot agree himself, Theo sees it live and agrees, a change makes that void.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, nieuweZaak, oorsprong, pastOp320, stuur, toegankelijk, verbonden, zonderScherm } from './steun';

const lijst = (page: Page) => page.locator('[data-lijst="te-accorderen"]');
const inLijst = (page: Page, zaak: string) => lijst(page).locator(`[data-zaak="${zaak}"]`);
const voorstel = (page: Page) => page.locator('[data-besluit]');

// shows C1-P7, C2-K8, C2-N11, N-13, G20, G21
test('peter proposes, theo agrees, peter changes and the agreement is void', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const theo = await aanHetScherm(browser, 'Theo');
  await verbonden(theo.page);
  const begin = await oorsprong(theo.page);
  const { zaak, nummer } = await nieuweZaak(linda, eigenOnderwerp('Bril'), ['Peter'], 'AANVRAAG-BIJZONDERE-BIJSTAND');
  const peter = await aanHetScherm(browser, 'Peter');
  await stuur(peter.context.request, `/zaken/${zaak}/in-behandeling`, {});
  await peter.page.goto(`/zaken/${zaak}`);
  await verbonden(peter.page);

  // An empty form says what is missing; a filled one goes to a colleague.
  const { page } = peter;
  await page.getByRole('button', { name: 'Stel een besluit voor' }).click();
  await page.getByRole('button', { name: 'Leg voor aan een collega' }).click();
  await expect(page.locator('.foutlijst')).toContainText('uitleg');
  await toegankelijk(page);
  await page.getByLabel('Waarom?').fill('De bril is nodig voor het werk.');
  await page.getByLabel('Regel 1', { exact: true }).fill('Bril');
  await page.getByLabel(/^Bedrag bij regel 1/).fill('anderhalf');
  await page.getByRole('button', { name: 'Leg voor aan een collega' }).click();
  await expect(page.locator('.foutlijst')).toContainText('150,00');
  await page.getByLabel(/^Bedrag bij regel 1/).fill('150,00');
  await page.getByRole('button', { name: 'Leg voor aan een collega' }).click();
  await expect(voorstel(page)).toHaveAttribute('data-besluit', 'ter_accordering');
  await expect(voorstel(page)).toContainText('150,00');

  // No button for its maker, and the reason in its place; over the wire the same.
  await expect(page.locator('[data-reden="eigen-werk"]')).toContainText('U werkte zelf aan dit voorstel');
  await expect(page.getByRole('button', { name: /^Ga akkoord/ })).toHaveCount(0);
  const { besluit } = (await (await page.request.get(`/api/v1/zaken/${zaak}`)).json()) as { besluit: { hash: string } };
  const zelf = await page.request.post(`/api/v1/zaken/${zaak}/besluit/accorderen`, {
    headers: { 'X-Keukentafel': '1', 'Content-Type': 'application/json' },
    data: { hash: besluit.hash },
  });
  expect([zelf.status(), ((await zelf.json()) as { code: string }).code]).toEqual([403, 'besluit.eigen_werk']);
  await toegankelijk(page);
  await pastOp320(page);

  // Theo has it at once, sees what was offered and nothing else, and agrees.
  await expect(inLijst(theo.page, zaak)).toContainText('Peter Smit vraagt akkoord');
  expect(await oorsprong(theo.page)).toBe(begin);
  await toegankelijk(theo.page);
  await inLijst(theo.page, zaak).getByRole('link').click();
  await expect(theo.page.getByRole('heading', { name: 'Dit voorstel wacht op u' })).toBeVisible();
  await expect(voorstel(theo.page)).toContainText('De bril is nodig voor het werk.');
  await expect(theo.page.getByText('De inhoud is afgeschermd')).toBeVisible();
  await toegankelijk(theo.page);
  await pastOp320(theo.page);
  await theo.page.getByRole('button', { name: 'Ga akkoord met versie 1' }).click();
  await expect(theo.page.locator('[data-uitkomst="goed"]')).toContainText(nummer);
  await expect(inLijst(theo.page, zaak)).toHaveCount(0);
  await expect(voorstel(page)).toHaveAttribute('data-besluit', 'geaccordeerd');
  await expect(voorstel(page)).toContainText('Theo Brouwer ging akkoord met precies deze versie');

  // A change makes it void, and Theo has it again.
  await page.getByRole('button', { name: 'Wijzig voorstel' }).click();
  await expect(page.getByText('vervalt dat akkoord')).toBeVisible();
  await expect(page.getByLabel('Waarom?')).toHaveValue('De bril is nodig voor het werk.');
  await page.getByLabel(/^Bedrag bij regel 1/).fill('175,00');
  await page.getByRole('button', { name: 'Leg voor aan een collega' }).click();
  await expect(voorstel(page)).toHaveAttribute('data-versie', '2');
  await expect(voorstel(page)).toHaveAttribute('data-besluit', 'ter_accordering');
  await expect(page.getByRole('button', { name: 'Neem dit besluit' })).toHaveCount(0);
  await expect(inLijst(theo.page, zaak)).toBeVisible();

  // Not agreed, with a reason; then another version, agreed and decided.
  await inLijst(theo.page, zaak).getByRole('link').click();
  await theo.page.getByRole('button', { name: 'Niet akkoord' }).click();
  const vraag = theo.page.getByRole('dialog');
  await vraag.getByRole('button', { name: 'Niet akkoord' }).click();
  await expect(vraag.locator('.foutlijst')).toContainText('reden');
  await toegankelijk(theo.page);
  await vraag.getByLabel('Waarom gaat u niet akkoord?').fill('De offerte ontbreekt.');
  await vraag.getByRole('button', { name: 'Niet akkoord' }).click();
  await expect(voorstel(page)).toContainText('De offerte ontbreekt.');
  await expect(inLijst(theo.page, zaak)).toHaveCount(0);
  await page.getByRole('button', { name: 'Wijzig voorstel' }).click();
  await page.getByLabel('Waarom?').fill('De bril is nodig voor het werk. De offerte zit erbij.');
  await page.getByRole('button', { name: 'Leg voor aan een collega' }).click();
  await inLijst(theo.page, zaak).getByRole('link').click();
  await theo.page.getByRole('button', { name: 'Ga akkoord met versie 3' }).click();
  await page.getByRole('button', { name: 'Neem dit besluit' }).click();
  await expect(voorstel(page)).toHaveAttribute('data-besluit', 'genomen');
  await expect(page.getByRole('button', { name: 'Wijzig voorstel' })).toHaveCount(0);
  await toegankelijk(page);
});
