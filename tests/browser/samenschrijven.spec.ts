// Five browsers in one report: while the others write, nothing of what I have under my hands is drawn anew, moves or is taken back.
import { type Browser, expect, type Page } from '@playwright/test';
import { test } from './proef';
import { aanHetScherm, eigenOnderwerp, type Ingelogd, inSectie, nieuweZaak, nieuwVerslag, tekst, tekstvak, zonderScherm } from './steun';

/** Kevin, and four more: Emma on three devices and Kevin on another. */
async function vijf(browser: Browser) {
  const linda = await zonderScherm(browser, 'Linda');
  const { zaak } = await nieuweZaak(linda, eigenOnderwerp('Vijf'), ['Kevin', 'Emma']);
  const [kevin, emma] = await Promise.all([aanHetScherm(browser, 'Kevin'), aanHetScherm(browser, 'Emma')]);
  const document = await nieuwVerslag(kevin, zaak, ['Kevin', 'Emma']);
  const nogEen = async ({ context }: Ingelogd) => (await browser.newContext({ storageState: await context.storageState() })).newPage();
  const anderen = [emma.page, ...(await Promise.all([nogEen(emma), nogEen(emma), nogEen(kevin)]))];
  await Promise.all(
    [kevin.page, ...anderen].map(async (page) => {
      await page.goto(`/documenten/${document}`);
      await expect(tekstvak(page)).toBeVisible();
    }),
  );
  return { ik: kevin.page, anderen };
}

/** Looks at every frame and at every change of the text: my paragraph is the same node, and what is chosen in it stays chosen. */
async function letOp(page: Page) {
  await page.evaluate(() => {
    const mijn = getSelection()?.anchorNode?.parentElement?.closest('p');
    if (!mijn) throw new Error('the caret is in no paragraph');
    const gekozen = () => `${mijn.contains(getSelection()?.anchorNode ?? null)} ${getSelection()}`;
    const venster = window as unknown as { mis: string[]; gezien: number; klaar: () => void };
    Object.assign(venster, { mis: [], gezien: 0 });
    const eerst = gekozen();
    const kijk = () => {
      venster.gezien += 1;
      if (!mijn.isConnected) venster.mis.push('another node');
      if (gekozen() !== eerst) venster.mis.push(`chosen: ${gekozen()}`);
    };
    const wacht = new MutationObserver((wijzigingen) => {
      kijk();
      for (const { removedNodes } of wijzigingen) {
        for (const weg of removedNodes) if (weg.contains(mijn)) venster.mis.push('taken out');
      }
    });
    wacht.observe(document.querySelector('.papier') as Element, { childList: true, subtree: true, characterData: true });
    let frame = requestAnimationFrame(function steeds() {
      kijk();
      frame = requestAnimationFrame(steeds);
    });
    venster.klaar = () => {
      wacht.disconnect();
      cancelAnimationFrame(frame);
    };
  });
  return () =>
    page.evaluate(() => {
      const venster = window as unknown as { mis: string[]; gezien: number; klaar: () => void };
      venster.klaar();
      return { mis: [...new Set(venster.mis)], vaak: venster.gezien > 20 };
    });
}

const KOPPEN = ['2. Wat de inwoner', '3. Wat gaat goed', '4. Wie helpt er al', '5. Wat spreken we af'];

// shows C1, C3
test('five browsers in one report: no flicker, no jump, no lost selection, and undo takes back only what is one’s own', async ({ browser }) => {
  const { ik, anderen } = await vijf(browser);
  await inSectie(ik, '2. Wat de inwoner');
  await ik.keyboard.type('Mijn alinea staat vast.');
  for (const page of anderen) await expect(tekstvak(page)).toContainText('Mijn alinea staat vast.');
  // The first writes in my paragraph, before my words; the second makes paragraphs above it, the others elsewhere.
  for (const [i, page] of anderen.entries()) await inSectie(page, KOPPEN[i] ?? '');
  const [eerste, tweede] = anderen as [Page, Page];
  await eerste.keyboard.press('Home');
  await expect.poll(() => eerste.evaluate(() => getSelection()?.anchorOffset)).toBe(0);
  await tweede.keyboard.press('Control+Home');
  const schrijven = (beurt: number) =>
    Promise.all(
      anderen.map(async (page, i) => {
        await page.keyboard.type(`Ander ${i} schrijft in beurt ${beurt}. `, { delay: 5 });
        if (page !== eerste) await page.keyboard.press('Enter');
      }),
    );
  const isErBij = async (beurt: number) => {
    for (const i of anderen.keys()) await expect(tekstvak(ik)).toContainText(`Ander ${i} schrijft in beurt ${beurt}.`);
  };

  // A word is chosen, and stays so.
  await ik.keyboard.press('End');
  for (let i = 0; i < 'vast.'.length; i += 1) await ik.keyboard.press('Shift+ArrowLeft');
  expect(await ik.evaluate(() => `${getSelection()}`)).toBe('vast.');
  const uitkomst = await letOp(ik);
  await schrijven(1);
  await isErBij(1);
  expect(await uitkomst()).toEqual({ mis: [], vaak: true });

  // I write on while they do: my letters stay together, where I was.
  await Promise.all([ik.keyboard.type('vast en ik typ gewoon door.', { delay: 5 }), schrijven(2)]);
  await isErBij(2);
  await expect(async () => {
    const regels = (await tekst(ik)).split('\n');
    expect(regels).toContain('Ander 0 schrijft in beurt 1. Ander 0 schrijft in beurt 2. Mijn alinea staat vast en ik typ gewoon door.');
    for (const page of anderen) expect((await tekst(page)).split('\n')).toEqual(regels);
  }).toPass();

  // Taken back, until nothing is left to take back: mine and nobody else's.
  for (let i = 0; i < 6; i += 1) await ik.keyboard.press('Control+z');
  await expect(tekstvak(ik)).not.toContainText('Mijn alinea');
  await isErBij(1);
  await isErBij(2);
  await expect(tekstvak(anderen[1] as Page)).not.toContainText('Mijn alinea');
  for (let i = 0; i < 6; i += 1) await ik.keyboard.press('Control+Shift+z');
  await expect(tekstvak(anderen[1] as Page)).toContainText('Mijn alinea staat vast en ik typ gewoon door.');
});
