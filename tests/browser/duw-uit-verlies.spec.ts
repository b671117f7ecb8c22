// Losing a right with the push switched off: what was on the screen stays there. If one of these fails, its live test (huishouden.spec.ts,
// plan.spec.ts, signalen.spec.ts) proves nothing: the page would have lost it by another way.
import { expect } from '@playwright/test';
import { gezin as huisgezin } from './balie.steun';
import { schakelaar } from './duw';
import { test } from './proef';
import { aanHetScherm, medewerkerIds, stuur, verbonden, verdeelOpnieuw, zonderScherm } from './steun';
import { gezin, MARIA, metSleutel, opPlan, opRegister, planVan, rijVan } from './wijkteam';

const ALLES = ['ev', 'lid', 'eraf', 'snap', 'revoked'];

// shows C2-N1, C2-K2
test('without its push gezag that was recorded does not come to an open huishouden, and who loses the right keeps the page', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { oma, kind, huishouden } = await huisgezin(linda);
  const api = linda.context.request;
  const melding = { persoon: kind.id, zaaktype: 'AANVRAAG-JEUGDHULP', onderwerp: 'Hulp gevraagd', kanaal: 'balie' };
  const { id: jeugd } = await stuur<{ id: string }>(api, '/meldingen', melding);
  const [kevins] = await medewerkerIds(api, ['Kevin']);
  await stuur(api, `/zaken/${jeugd}/toewijzen`, { behandelaars: [kevins] });
  const { stand, vooraf } = schakelaar(...ALLES);
  const { page, context } = await aanHetScherm(browser, 'Kevin', vooraf);
  await page.goto(`/huishoudens/${huishouden}`);
  const lid = page.locator(`[data-lid="${kind.id}"]`);
  await expect(lid).toBeVisible();
  await verbonden(page);
  stand.duw?.sluit();
  await stuur(context.request, `/personen/${kind.id}/gezag`, {
    houder: { soort: 'persoon', persoon: oma.id },
    grond: 'voogdij',
    uitspraak: { gerecht: 'Rechtbank Overijssel', uitspraak_op: '2026-04-20' },
    vanaf: '2026-05-01',
  });
  await expect.poll(() => stand.duw?.tegengehouden).toContain('ev');
  await expect(lid).not.toContainText('voogdij');
  await expect(page.locator('[data-wijziging]')).toHaveCount(0);
  await verdeelOpnieuw(browser, jeugd, ['Emma']);
  await expect.poll(() => stand.duw?.tegengehouden).toContain('revoked');
  await expect(lid).toBeVisible();
  await expect(page.locator(`[data-lid="${oma.id}"]`)).toBeVisible();
});

// shows KING-RG1, N-34
test('without its push who is taken out of a plan keeps it on the screen', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const ruben = await zonderScherm(browser, 'Ruben');
  const { plan } = await planVan(ruben, eigen);
  const [hare] = await medewerkerIds(linda.context.request, ['Rianne']);
  await stuur(ruben.context.request, `/plannen/${plan}/regisseurs`, { regisseur: hare });
  const { stand, vooraf } = schakelaar(...ALLES);
  const { page } = await opPlan(browser, 'Rianne', plan, vooraf);
  await expect(page.locator('[data-aanwezig^="Rianne"]')).toBeVisible();
  stand.duw?.sluit();
  await stuur(ruben.context.request, `/plannen/${plan}/regisseurs/verwijderen`, { regisseur: hare });
  await expect.poll(() => stand.duw?.tegengehouden).toContain('revoked');
  await expect(page.getByRole('heading', { level: 1, name: 'Plan voor Maria en Dylan' })).toBeVisible();
  await expect(page.locator('[data-regisseur="Rianne Dekker"]')).toBeVisible();
});

// shows KING-PL3
test('without its push Kevin keeps the page of a plan out of which his zaak was taken', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  const { plan } = await planVan(rianne, eigen);
  await stuur(rianne.context.request, `/plannen/${plan}/zaken`, { zaak: eigen.jeugd });
  const { stand, vooraf } = schakelaar(...ALLES);
  const { page } = await opPlan(browser, 'Kevin', plan, vooraf);
  await expect(page.locator('[data-zaak]')).toHaveCount(1);
  await verbonden(page);
  stand.duw?.sluit();
  await stuur(rianne.context.request, `/plannen/${plan}/zaken/loskoppelen`, { zaak: eigen.jeugd });
  await expect.poll(() => stand.duw?.tegengehouden).toContain('revoked');
  await expect(page.getByRole('heading', { level: 1, name: 'Plan voor Maria en Dylan' })).toBeVisible();
});

// shows KING-SI5, KING-SI3
test('without its push an open signaal stays there when it goes to a regisseur', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  await metSleutel(linda.context.request, 'woningstichting', eigen, MARIA, 'overlast');
  const { stand, vooraf } = schakelaar(...ALLES);
  const { page } = await opRegister(browser, 'Emma', vooraf);
  await rijVan(page, eigen).getByRole('link').click();
  await expect(page.getByText('Woningstichting De Brink')).toBeVisible();
  await verbonden(page);
  stand.duw?.sluit();
  await planVan(await aanHetScherm(browser, 'Rianne'), eigen);
  await expect.poll(() => stand.duw?.tegengehouden).toContain('revoked');
  await expect(page.getByText('Woningstichting De Brink')).toBeVisible();
});
