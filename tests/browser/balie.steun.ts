import { expect, type Locator, type Page } from '@playwright/test';
import { eigenOnderwerp, type Ingelogd, stuur } from './steun';

/** The desk must be quick: longer than this and the queue waits (C2-N4). */
export const MINUUT_S = 60;
export const MINUUT_MS = MINUUT_S * 1000;
const TABS_MAX = 80;

/** To a control the way of who has no mouse; one that cannot be reached is never reached. */
export async function tabNaar(page: Page, doel: Locator, toets: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let n = 0; n < TABS_MAX; n += 1) {
    if (await doel.evaluate((el) => el === document.activeElement)) return;
    await page.keyboard.press(toets);
  }
  throw new Error('a control cannot be reached by keyboard');
}

/** Seconds for a key, and for making up one's mind at a control: the keystroke-level model's average skilled typist (Card, Moran and Newell, 1980). */
const TOETS_S = 0.2;
const BEDENK_S = 1.35;

/** From here on counts what is pressed; the answer says how many seconds a person needs for that. A program types without thinking. */
export async function meetToetsen(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const stand = { toetsen: 0, velden: 0, laatst: null as EventTarget | null };
    Object.assign(window, { toetsstand: stand });
    window.addEventListener(
      'keydown',
      (e) => {
        stand.toetsen += 1;
        if (e.key === 'Tab' || e.key === 'Shift' || e.target === stand.laatst) return;
        stand.laatst = e.target;
        stand.velden += 1;
      },
      true,
    );
  });
  return async () => {
    const { toetsen, velden } = await page.evaluate(
      () => (window as unknown as { toetsstand: { toetsen: number; velden: number } }).toetsstand,
    );
    const seconden = toetsen * TOETS_S + velden * BEDENK_S;
    console.info(`${toetsen} keys at ${velden} controls: ${seconden.toFixed(0)} s for a person`);
    return seconden;
  };
}

/** By keyboard: with whom Linda speaks, how she knows that, and how they came. Nobody fills that in for her. */
export async function typWieSpreekt(page: Page, naam: string) {
  for (const [label, keuze] of [
    ['Met wie spreekt u?', naam],
    ['Hoe weet u wie u spreekt?', 'Identiteitsbewijs'],
    ['Hoe kwam de melding binnen?', 'Balie'],
  ] as const) {
    const lijst = page.getByLabel(label);
    await tabNaar(page, lijst);
    await expect(lijst).toHaveValue('');
    await page.keyboard.type(keuze);
    await expect(lijst.locator('option:checked')).toContainText(keuze);
  }
}

export async function kiesWieSpreekt(page: Page, naam: string) {
  await page.getByLabel('Met wie spreekt u?').selectOption({ label: naam });
  await page.getByLabel('Hoe weet u wie u spreekt?').selectOption({ label: 'Controlevragen gesteld' });
  await page.getByLabel('Hoe kwam de melding binnen?').selectOption({ value: 'telefoon' });
}

interface Gezin {
  oma: { id: string; naam: string };
  kind: { id: string; naam: string };
  huishouden: string;
}

/** A grandmother and a grandchild of this test's own. */
export async function gezin(linda: Ingelogd): Promise<Gezin> {
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
