// Each live part with its push switched off: here the update must NOT arrive. If one of these fails, the test of the same part in
// verhaal.spec.ts proves nothing, because the page gets its news by another way.
import { expect, test } from '@playwright/test';
import { duwSchakelaar, isTekst } from './duw';
import { aanHetScherm, eigenOnderwerp, inSectie, medewerkerIds, nieuwVerslag, nieuweZaak, stuur, tekstvak, verbonden } from './steun';

// shows C12
test('without its push a new zaak does not reach the werkvoorraad', async ({ browser }) => {
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const kevin = await aanHetScherm(browser, 'Kevin', async (page) => {
    duw = await duwSchakelaar(page, isTekst('lid', 'ev', 'snap'));
  });
  await verbonden(kevin.page);
  await expect(kevin.page.getByRole('heading', { name: 'Uw zaken' })).toBeVisible();
  await expect(kevin.page.locator('.skeletten')).toHaveCount(0);
  duw?.sluit();
  const linda = await aanHetScherm(browser, 'Linda');
  const onderwerp = eigenOnderwerp('Stil');
  await nieuweZaak(linda, onderwerp, ['Kevin']);
  // The server sent it: the push was there and only the switch kept it away.
  await expect.poll(() => duw?.tegengehouden.length).toBeGreaterThan(0);
  await expect(kevin.page.getByText(onderwerp)).toHaveCount(0);
  await expect(kevin.page.getByRole('button', { name: /nieuwe zaak.*toon/ })).toHaveCount(0);
});

// shows C11
test('without its push a changed zaak does not change on an open page', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Zaak'), ['Kevin']);
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const kevin = await aanHetScherm(browser, 'Kevin', async (page) => {
    duw = await duwSchakelaar(page, isTekst('ev', 'snap', 'latest'));
  });
  await kevin.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.locator('[data-aanwezig^="Kevin"]')).toBeVisible();
  duw?.sluit();
  const behandelaars = await medewerkerIds(linda.context.request, ['Kevin', 'Emma']);
  await stuur(linda.context.request, `/zaken/${zaak}/toewijzen`, { behandelaars });
  await expect.poll(() => duw?.tegengehouden).toContain('ev');
  await expect(kevin.page.locator('[data-wijziging]')).toHaveCount(0);
  await expect(kevin.page.getByText(/werken aan deze zaak/)).toHaveCount(0);
});

// shows C1, C2, C3, C4
test('without its push no text, no ack, no chair', async ({ browser }) => {
  const linda = await aanHetScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Tekst'), ['Kevin', 'Emma']);
  const emma = await aanHetScherm(browser, 'Emma');
  const document = await nieuwVerslag(emma, zaak, ['Kevin', 'Emma']);
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const kevin = await aanHetScherm(browser, 'Kevin', async (page) => {
    // Only the documents' frames; the heartbeat goes on, so the page believes that it is connected.
    duw = await duwSchakelaar(page, (f) => Buffer.isBuffer(f));
  });
  await kevin.page.goto(`/documenten/${document}`);
  await expect(tekstvak(kevin.page)).toBeVisible();
  await expect(kevin.page.locator('[data-bewaarstand="opgeslagen"]')).toBeVisible();
  duw?.sluit();

  await emma.page.goto(`/documenten/${document}`);
  await expect(tekstvak(emma.page)).toBeVisible();
  await inSectie(emma.page, '2. Wat de inwoner');
  await emma.page.keyboard.type('Dit komt niet aan.');
  await expect.poll(() => duw?.tegengehouden).toContain('binary 3');
  await expect.poll(() => duw?.tegengehouden).toContain('binary 2');
  await expect(tekstvak(kevin.page)).not.toContainText('Dit komt niet aan.');
  await expect(kevin.page.locator('[data-aanwezig^="Emma"]')).toHaveCount(0);
  await expect(kevin.page.locator('[data-caret]')).toHaveCount(0);

  // Without the ack the page must never say "stored".
  await inSectie(kevin.page, '3. Wat gaat goed');
  await kevin.page.keyboard.type('Zonder ack.');
  await expect.poll(() => duw?.tegengehouden).toContain('binary 4');
  await expect(kevin.page.locator('[data-bewaarstand]')).toHaveText('Opslaan…');
});
