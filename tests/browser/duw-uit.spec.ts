// Each live part with its push switched off: here the update must NOT arrive. If one of these fails, the test of the same part in
// verhaal.spec.ts or levend.spec.ts proves nothing, because the page gets its news by another way.
import { expect } from '@playwright/test';
import { duwSchakelaar, isTekst } from './duw';
import { test } from './proef';
import {
  aanHetScherm,
  eigenOnderwerp,
  inSectie,
  medewerkerIds,
  nieuweZaak,
  nieuwVerslag,
  stuur,
  tekstvak,
  verbonden,
  verdeelOpnieuw,
  voorMaria,
  zonderScherm,
} from './steun';

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
  const linda = await zonderScherm(browser, 'Linda');
  const onderwerp = eigenOnderwerp('Stil');
  await nieuweZaak(linda, onderwerp, ['Kevin']);
  // The server sent it: the push was there and only the switch kept it away.
  await expect.poll(() => duw?.tegengehouden.length).toBeGreaterThan(0);
  await expect(kevin.page.getByText(onderwerp)).toHaveCount(0);
  await expect(kevin.page.getByRole('button', { name: /nieuwe zaak.*toon/ })).toHaveCount(0);
});

// shows C11
test('without its push a changed zaak does not change on an open page', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Zaak'), ['Kevin']);
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const kevin = await aanHetScherm(browser, 'Kevin', async (page) => {
    duw = await duwSchakelaar(page, isTekst('ev', 'snap', 'latest'));
  });
  await kevin.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.locator('[data-aanwezig^="Kevin"]')).toBeVisible();
  duw?.sluit();
  await verdeelOpnieuw(browser, zaak, ['Kevin', 'Emma']);
  await expect.poll(() => duw?.tegengehouden).toContain('ev');
  await expect(kevin.page.locator('[data-wijziging]')).toHaveCount(0);
  await expect(kevin.page.getByText(/werken aan deze zaak/)).toHaveCount(0);
});

// shows C1, C2, C3, C4
test('without its push no text, no ack, no chair', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
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

// shows C12
test('without its push no strip waits above the list', async ({ browser }) => {
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Eerste'), ['Kevin']);
  const kevin = await aanHetScherm(browser, 'Kevin', async (page) => {
    duw = await duwSchakelaar(page, isTekst('lid', 'ev', 'snap'));
  });
  const rij = kevin.page.locator(`[data-zaak="${zaak}"] a`);
  await expect(rij).toBeVisible();
  await rij.focus();
  duw?.sluit();
  await nieuweZaak(linda, eigenOnderwerp('Tweede'), ['Kevin']);
  await expect.poll(() => duw?.tegengehouden).toContain('lid');
  await expect(kevin.page.getByRole('button', { name: /nieuwe zaak.*toon/ })).toHaveCount(0);
  await expect(kevin.page.locator('[data-omroep]')).not.toContainText('nieuwe za');
});

// shows C11, E6
test('without its push no bar tells who changed the person of the zaak', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Balk'), ['Kevin']);
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const kevin = await aanHetScherm(browser, 'Kevin', async (page) => {
    duw = await duwSchakelaar(page, isTekst('ev'));
  });
  await kevin.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.locator('[data-aanwezig^="Kevin"]')).toBeVisible();
  await expect(kevin.page.getByText('Grietje Proef').first()).toBeVisible();
  const { persoon } = (await (await kevin.context.request.get(`/api/v1/zaken/${zaak}`)).json()) as { persoon: string };
  duw?.sluit();
  await stuur(linda.context.request, `/personen/${persoon}/contact`, { telefoon: '06 12345678' });
  await expect.poll(() => duw?.tegengehouden).toContain('ev');
  await expect(kevin.page.locator('[data-wijziging]')).toHaveCount(0);
  await expect(kevin.page.getByText('06 12345678')).toHaveCount(0);
  await expect(kevin.page.locator('[data-omroep]')).not.toContainText('wijzigde');
});

// shows N-2, C2
test('without its push nobody is seen to come to the zaak', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Tafel'), ['Kevin', 'Emma']);
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const kevin = await aanHetScherm(browser, 'Kevin', async (page) => {
    duw = await duwSchakelaar(page, isTekst('latest'));
  });
  await kevin.page.goto(`/zaken/${zaak}`);
  await expect(kevin.page.locator('[data-aanwezig^="Kevin"]')).toBeVisible();
  duw?.sluit();
  const emma = await aanHetScherm(browser, 'Emma');
  await emma.page.goto(`/zaken/${zaak}`);
  await expect(emma.page.locator('[data-aanwezig^="Kevin"]')).toBeVisible();
  await expect.poll(() => duw?.tegengehouden).toContain('latest');
  await expect(kevin.page.locator('[data-aanwezig^="Emma"]')).toHaveCount(0);
});

// shows C2-K5
test('without its push a new document does not appear on the open zaak', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Verslag'), ['Kevin', 'Emma']);
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const emma = await aanHetScherm(browser, 'Emma', async (page) => {
    duw = await duwSchakelaar(page, isTekst('latest'));
  });
  await emma.page.goto(`/zaken/${zaak}`);
  await expect(emma.page.locator('[data-aanwezig^="Emma"]')).toBeVisible();
  await expect(emma.page.getByText('Er is nog geen document')).toBeVisible();
  duw?.sluit();
  const kevin = await zonderScherm(browser, 'Kevin');
  await nieuwVerslag(kevin, zaak, ['Kevin', 'Emma']);
  await expect.poll(() => duw?.tegengehouden).toContain('latest');
  await expect(emma.page.getByText('Er is nog geen document')).toBeVisible();
});

// shows C2-R1
test('without its push a resident sees nothing change', async ({ browser }) => {
  const linda = await zonderScherm(browser, 'Linda');
  let duw: Awaited<ReturnType<typeof duwSchakelaar>> | undefined;
  const maria = await aanHetScherm(browser, 'Maria', async (page) => {
    duw = await duwSchakelaar(page, isTekst('ev', 'lid', 'snap'));
  });
  const zaak = await voorMaria(linda, maria, eigenOnderwerp('Portaal'));
  const rij = maria.page.locator(`[data-zaak="${zaak}"]`);
  await expect(rij).toContainText('Wij kijken wie u gaat helpen');
  duw?.sluit();
  const behandelaars = await medewerkerIds(linda.context.request, ['Emma']);
  await stuur(linda.context.request, `/zaken/${zaak}/toewijzen`, { behandelaars });
  const nieuw = await voorMaria(linda, maria, eigenOnderwerp('Portaal'));
  await expect.poll(() => duw?.tegengehouden).toContain('ev');
  await expect.poll(() => duw?.tegengehouden).toContain('lid');
  await expect(rij).toContainText('Wij kijken wie u gaat helpen');
  await expect(maria.page.locator(`[data-zaak="${nieuw}"]`)).toHaveCount(0);
});
