import type { Locator, Page } from '@playwright/test';
import { eigenOnderwerp, type Mens, stuur } from './steun';

/** The desk must be quick: longer than this and the queue waits (C2-N4). */
export const MINUUT_MS = 60_000;
const TABS_MAX = 80;

/** To a control the way of who has no mouse; one that cannot be reached is never reached. */
export async function tabNaar(page: Page, doel: Locator, toets: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let n = 0; n < TABS_MAX; n += 1) {
    if (await doel.evaluate((el) => el === document.activeElement)) return;
    await page.keyboard.press(toets);
  }
  throw new Error('a control cannot be reached by keyboard');
}

interface Gezin {
  oma: { id: string; naam: string };
  kind: { id: string; naam: string };
  huishouden: string;
}

/** A grandmother and a grandchild of this test's own. */
export async function gezin(linda: Mens): Promise<Gezin> {
  const api = linda.context.request;
  const achternaam = eigenOnderwerp('Turfstra').replace(' ', '-');
  const mens = (voornamen: string, geboortedatum: string) =>
    stuur<{ id: string }>(api, '/personen', { voornamen, achternaam, geboortedatum });
  const oma = await mens('Trijntje', '1951-02-03');
  const kind = await mens('Sil', '2017-06-08');
  const { id: huishouden } = await stuur<{ id: string }>(api, '/huishoudens', {
    leden: [{ persoon: oma.id, bron: 'brp' }],
  });
  await stuur(api, `/huishoudens/${huishouden}/verblijf`, {
    persoon: kind.id,
    vanaf: '2026-05-01',
    toelichting: 'Woont bij oma.',
    bron: 'eigen_verklaring',
  });
  return {
    oma: { id: oma.id, naam: `Trijntje ${achternaam}` },
    kind: { id: kind.id, naam: `Sil ${achternaam}` },
    huishouden,
  };
}
