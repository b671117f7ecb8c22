// Who sits at the table in the story of everyone, and what they have open.
import { type Browser, expect, type Page } from '@playwright/test';
import type { EigenBronnen } from './bronnen';
import { aanHetScherm, type Mens, oorsprong, verbonden } from './steun';

export const MENSEN = ['Linda', 'Wouter', 'Wendy', 'Kevin', 'Emma', 'Peter', 'Huub', 'Rianne', 'Ruben', 'Jan'] as const;
export type Wie = (typeof MENSEN)[number];
export class Verhaal {
  /** Open pages, with the moment that each was loaded: nobody reloads. */
  private readonly open = new Map<Page, number>();
  wmo = { nummer: '', zaak: '' };
  jeugd = { nummer: '', zaak: '' };
  maria = '';
  dylan = '';

  constructor(
    readonly mens: Record<Wie, Mens>,
    readonly bronnen: EigenBronnen,
  ) {}

  page(wie: Wie): Page {
    return this.mens[wie].page;
  }

  api(wie: Wie) {
    return this.mens[wie].context.request;
  }

  /** From now on this page may not be loaded again. */
  async blijft(...paginas: Page[]) {
    for (const page of paginas) this.open.set(page, await oorsprong(page));
  }

  async niemandHerlaadde() {
    for (const [page, toen] of this.open) expect(await oorsprong(page), `${page.url()} was loaded once`).toBe(toen);
  }
}

export async function huubsApparaat(browser: Browser, width: number): Promise<Mens> {
  const huub = await aanHetScherm(browser, 'Huub');
  await huub.page.setViewportSize({ width, height: 720 });
  await huub.page.getByRole('link', { name: 'Bekijk uw geld' }).click();
  await expect(huub.page.locator('[data-stand="vers"]')).toBeVisible();
  await verbonden(huub.page);
  return huub;
}

/** Two presses that are both on their way before either reaches the server. */
export async function tegelijk(paginas: [Page, Page], adres: string) {
  let onderweg = 0;
  let laatGaan = () => {};
  const samen = new Promise<void>((klaar) => {
    laatGaan = klaar;
  });
  for (const page of paginas) {
    await page.route(adres, async (route) => {
      onderweg += 1;
      if (onderweg === 2) laatGaan();
      await samen;
      await route.continue();
    });
  }
}
