// At which part of a zaak a colleague looks: a small chair beside its heading, gone with their page. And signalen that concern one, in the bell.
import { expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, medewerkerIds, nieuweZaak, pastOp320, stuur, toegankelijk, verbonden, zonderScherm } from './steun';

const hier = (page: Page, deel: string) => page.locator(`[data-kijkt-hier="${deel}"]`);
/** By hand: a part that comes by itself is told to nobody. */
const naar = async (page: Page, deel: string) => {
  await page.locator(`[data-deel="${deel}"]`).evaluate((el) => el.scrollIntoView({ block: 'center' }));
  await page.keyboard.press('Shift');
};

// shows N-35, N-2
test('Emma sees at which part of the zaak Kevin looks, and nothing once he is gone', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Deel'), ['Kevin', 'Emma']);
  const [emma, kevin] = [await aanHetScherm(browser, 'Emma'), await aanHetScherm(browser, 'Kevin')];
  for (const { page } of [emma, kevin]) {
    // Low enough that one part is in the middle at a time.
    await page.setViewportSize({ width: 1280, height: 420 });
    await page.goto(`/zaken/${zaak}`);
    await verbonden(page);
  }
  await expect(emma.page.locator('[data-aanwezig^="Kevin"]')).toBeVisible();
  await naar(kevin.page, 'contacten');
  await expect(hier(emma.page, 'contacten')).toContainText('Kevin');
  await toegankelijk(emma.page);
  await pastOp320(emma.page);
  await naar(kevin.page, 'taken');
  await expect(hier(emma.page, 'taken')).toContainText('Kevin');
  await expect(hier(emma.page, 'contacten')).toHaveCount(0);
  // Nobody sees themselves there.
  await expect(kevin.page.locator('[data-kijkt-hier]').filter({ hasText: 'Kevin' })).toHaveCount(0);
  await kevin.context.close();
  await expect(hier(emma.page, 'taken')).toHaveCount(0);
});

// shows KING-SI3, KING-RS6
test('a signaal about somebody one works for rings, as far as its line in the register goes', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Signaal'), []);
  const emma = await aanHetScherm(browser, 'Emma');
  await emma.page.goto('/sessies');
  await verbonden(emma.page);
  const api = linda.context.request;
  await stuur(api, `/zaken/${zaak}/toewijzen`, { behandelaars: await medewerkerIds(api, ['Emma']) });
  const { persoon } = (await (await emma.context.request.get(`/api/v1/zaken/${zaak}`)).json()) as { persoon: string };
  const bel = emma.page.locator('[data-berichten]');
  await bel.press('Enter');
  const rijen = emma.page.locator('[data-soort="signaal"] [data-bericht]');
  const voor = await rijen.count();
  await stuur(api, '/signalen', { soort: 'zorgmijding', persoon, toelichting: 'Niet voor de bel' });
  await expect(rijen).toHaveCount(voor + 1);
  await expect(rijen.last()).toContainText('Heeft hulp nodig maar wil die niet');
  await expect(emma.page.getByText('Niet voor de bel')).toHaveCount(0);
  await toegankelijk(emma.page);
  await pastOp320(emma.page);
});
