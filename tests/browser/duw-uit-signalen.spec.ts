// The live parts of signalen-groep.spec.ts with their push switched off: here the update must NOT arrive.
import { expect } from '@playwright/test';
import { schakelaar } from './duw';
import { test } from './proef';
import { aanHetScherm, stuur, verbonden, zonderScherm } from './steun';
import { DYLAN, gezin, groepVan, MARIA, metSleutel, opRegister, rijVan, signaalVan, vind, WAAROM } from './wijkteam';

// shows KING-SI4
test('without its push an open signaal does not hear to which plan it went', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  await metSleutel(linda.context.request, 'woningstichting', eigen, MARIA, 'huurachterstand');
  const { stand, vooraf } = schakelaar('lid', 'ev', 'snap');
  const rianne = await aanHetScherm(browser, 'Rianne', vooraf);
  const id = await signaalVan(rianne, eigen);
  await rianne.page.goto(`/signalen/${id}`);
  await expect(rianne.page.getByRole('button', { name: 'Start een groepstraject' })).toBeVisible();
  await verbonden(rianne.page);
  stand.duw?.sluit();
  await vind(rianne.context.request, DYLAN, eigen);
  await stuur(rianne.context.request, `/signalen/${id}/groepstraject`, { leden: [eigen.maria, eigen.dylan], waarom: WAAROM });
  await expect.poll(() => stand.duw?.tegengehouden).toContain('lid');
  await expect(rianne.page.locator('[data-plan]')).toHaveCount(0);
});

// shows KING-ZT24, KING-ZT25
test('without its push neither register hears that something was handled', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  await metSleutel(linda.context.request, 'woningstichting', eigen, MARIA, 'overlast');
  // Of others' signalen too: one that comes in asks for the list anew.
  const { stand, vooraf } = schakelaar('lid', 'eraf', 'ev', 'snap');
  const kevin = await aanHetScherm(browser, 'Kevin', vooraf);
  const id = await signaalVan(kevin, eigen);
  await kevin.page.goto('/signalen?stand=afgehandeld&soort=overlast');
  await expect(kevin.page.locator('[data-lijst="nu"]')).toBeAttached();
  await expect(kevin.page.getByText(/wacht(en)? op iemand/), 'the register is whole').toBeVisible();
  await verbonden(kevin.page);
  stand.duw?.sluit();
  await stuur(kevin.context.request, `/signalen/${id}/afhandelen`, { afhandeling: 'onjuist' });
  await expect.poll(() => stand.duw?.tegengehouden).toContain('eraf');
  await expect(rijVan(kevin.page, eigen)).toHaveCount(0);
  await kevin.page.getByLabel('Laat zien').selectOption({ label: 'Wat nog wacht' });
  await expect(rijVan(kevin.page, eigen)).toHaveCount(1);
});

// shows KING-G3
test('without its push who leads the team does not hear that somebody tried', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const rianne = await zonderScherm(browser, 'Rianne');
  await groepVan(rianne.context.request, eigen, [MARIA]);
  const { stand, vooraf } = schakelaar('ev', 'snap');
  const wendy = await aanHetScherm(browser, 'Wendy', vooraf);
  await wendy.page.goto('/leiding');
  await expect(wendy.page.getByRole('heading', { name: 'Wie met elkaar moet overleggen' })).toBeVisible();
  await verbonden(wendy.page);
  const poging = wendy.page.locator('[data-poging^="Ruben"]');
  // What was tried before this test is in the list when the list is there.
  await expect(wendy.page.locator('#pogingen')).toBeVisible();
  const eerder = await poging.count();
  stand.duw?.sluit();
  const ruben = await zonderScherm(browser, 'Ruben');
  await vind(ruben.context.request, MARIA, eigen);
  const antwoord = await ruben.context.request.post('/api/v1/groepen', {
    headers: { 'X-Keukentafel': '1', 'Content-Type': 'application/json' },
    data: { leden: [eigen.maria], waarom: WAAROM },
  });
  expect([antwoord.status(), ((await antwoord.json()) as { code: string }).code]).toEqual([409, 'groep.overleg']);
  await expect.poll(() => stand.duw?.tegengehouden).toContain('ev');
  await expect(poging).toHaveCount(eerder);
});

// shows KING-ZT24
test('without its push two signalen that became one are still two on an open register', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const eigen = await gezin(linda);
  const api = linda.context.request;
  await metSleutel(api, 'woningstichting', eigen, MARIA, 'zorgmijding');
  await stuur(api, '/signalen', { soort: 'zorgmijding', naam: `Mevrouw ${eigen.achternaam}` });
  const { stand, vooraf } = schakelaar('eraf', 'revoked', 'ev', 'snap');
  const { page, context } = await opRegister(browser, 'Rianne', vooraf);
  await expect(rijVan(page, eigen)).toHaveCount(2);
  await verbonden(page);
  const onbekend = await rijVan(page, eigen).filter({ hasText: 'nog onbekend' }).getAttribute('data-signaal');
  stand.duw?.sluit();
  await stuur(context.request, `/signalen/${onbekend}/persoon`, { persoon: eigen.maria });
  await expect.poll(() => stand.duw?.tegengehouden).toContain('eraf');
  await expect(rijVan(page, eigen)).toHaveCount(2);
  await expect(rijVan(page, eigen).filter({ hasText: 'twee keer gemeld' })).toHaveCount(0);
});
