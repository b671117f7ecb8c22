// Several nodes at one database that goes away and comes back. Told what to do by who started them (tests/proofs/story.mjs).
import { expect } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, allesOpgeslagen, eigenOnderwerp, inSectie, nieuweZaak, nieuwVerslag, oorsprong, tekst, tekstvak, zonderScherm } from './steun';

const opdracht = async (pad: string) => {
  const gedaan = await fetch(`${process.env.KT_ORDERS}${pad}`, { method: 'POST' });
  expect(gedaan.status, await gedaan.text()).toBe(200);
};

// shows G11, C4, E5
test('the database goes away under who types: it is said, nothing is lost, and it is stored by itself', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Databank'), ['Kevin', 'Emma']);
  const kevin = await aanHetScherm(browser, 'Kevin');
  const emma = await aanHetScherm(browser, 'Emma');
  const document = await nieuwVerslag(kevin, zaak, ['Kevin', 'Emma']);
  for (const mens of [kevin, emma]) {
    await mens.page.goto(`/documenten/${document}`);
    await expect(tekstvak(mens.page)).toBeVisible();
  }
  const begin = await oorsprong(emma.page);
  await inSectie(emma.page, '2. Wat de inwoner');
  await emma.page.keyboard.type('Met databank. ');
  await allesOpgeslagen(emma.page);
  await expect(tekstvak(kevin.page)).toContainText('Met databank.');

  await opdracht('/postgres/weg');
  await emma.page.keyboard.type('Zonder databank.');
  await expect(emma.page.getByText('Uw laatste wijzigingen zijn nog niet opgeslagen').first()).toBeVisible({ timeout: 20_000 });
  await expect(tekstvak(emma.page)).toContainText('Zonder databank.');
  // A command is refused, and what was filled in stays.
  const geweigerd = await kevin.context.request.post(`/api/v1/zaken/${zaak}/in-behandeling`, { headers: { 'X-Keukentafel': '1' }, data: {} });
  expect(geweigerd.status()).toBe(503);
  expect(['server.geen_zicht', 'opdracht.uitkomst_onbekend']).toContain(((await geweigerd.json()) as { code: string }).code);
  expect(await tekst(kevin.page), 'what is not stored is shown to nobody').not.toContain('Zonder databank.');

  await opdracht('/postgres/terug');
  await expect(tekstvak(kevin.page)).toContainText('Zonder databank.', { timeout: 60_000 });
  await allesOpgeslagen(emma.page);
  await expect(async () => expect(await tekst(kevin.page)).toBe(await tekst(emma.page))).toPass();
  expect(await oorsprong(emma.page), 'no reload').toBe(begin);
});
