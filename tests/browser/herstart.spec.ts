// The server dies in the middle of typing and comes back: nothing that was stored or seen is lost, and nobody reloads a page.
import { expect } from '@playwright/test';
import { test } from './proef';
import {
  aanHetScherm,
  allesOpgeslagen,
  eigenOnderwerp,
  inSectie,
  nieuweZaak,
  nieuwVerslag,
  oorsprong,
  tekst,
  tekstvak,
} from './steun';
import { BIN, EigenServer } from './server';

// shows G01, G02, G08, N-1, C4, E5
test('kill -9 while two people type: what was stored or seen is there, and both screens come back by themselves', async ({
  browser,
}) => {
  test.skip(!BIN, 'needs KT_BIN: a server that it may kill');
  const server = new EigenServer();
  await server.start();
  const opEigenServer = server.browser(browser);
  try {
    const linda = await aanHetScherm(opEigenServer, 'Linda');
    const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Stroom'), ['Kevin', 'Emma']);
    const kevin = await aanHetScherm(opEigenServer, 'Kevin');
    const emma = await aanHetScherm(opEigenServer, 'Emma');
    const document = await nieuwVerslag(kevin, zaak, ['Kevin', 'Emma']);
    for (const mens of [kevin, emma]) {
      await mens.page.goto(`/documenten/${document}`);
      await expect(tekstvak(mens.page)).toBeVisible();
    }
    const voor = await Promise.all([oorsprong(kevin.page), oorsprong(emma.page)]);

    await inSectie(kevin.page, '2. Wat de inwoner');
    await kevin.page.keyboard.type('Dit is opgeslagen. ');
    await allesOpgeslagen(kevin.page);
    await inSectie(emma.page, '3. Wat gaat goed');
    // Both are typing when it dies.
    const typen = Promise.all([
      kevin.page.keyboard.type('Kevin typt door terwijl de server omvalt en weer opstaat.', { delay: 20 }),
      emma.page.keyboard.type('Emma ook, in dezelfde seconde en zonder iets te merken.', { delay: 20 }),
    ]);
    await expect(tekstvak(emma.page)).toContainText('Kevin typt');
    const gezien = await tekst(emma.page);
    await server.dood();
    await typen;
    await server.start();

    await allesOpgeslagen(kevin.page);
    await allesOpgeslagen(emma.page);
    await expect(tekstvak(emma.page)).toContainText('omvalt en weer opstaat.', { timeout: 40_000 });
    await expect(tekstvak(kevin.page)).toContainText('zonder iets te merken.', { timeout: 40_000 });
    expect(await tekst(kevin.page)).toContain('Dit is opgeslagen. Kevin typt door terwijl de server omvalt en weer opstaat.');
    const kevinZag = /Kevin typt[^\n]*/.exec(gezien)?.[0] ?? 'nothing seen';
    expect(await tekst(kevin.page), 'what Emma had seen of it').toContain(kevinZag);
    expect(await Promise.all([oorsprong(kevin.page), oorsprong(emma.page)]), 'nobody reloaded').toEqual(voor);

    // A fresh load shows the same.
    const vers = await kevin.context.newPage();
    await vers.goto(`/documenten/${document}`);
    await expect(tekstvak(vers)).toContainText('zonder iets te merken.');
    await expect(async () => {
      expect(await tekst(vers)).toBe(await tekst(kevin.page));
      expect(await tekst(vers)).toBe(await tekst(emma.page));
    }).toPass();
  } finally {
    await server.dood();
    server.ruimOp();
  }
});
