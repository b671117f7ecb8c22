// The server's push, seen and switched off on the way to a page.
import type { Page } from '@playwright/test';

export type Frame = { t?: string; k?: string; bij?: number };

/** Lets everything through until `dicht()`; then the frames that `welke` names are kept from the page. */
export async function duwSchakelaar(page: Page, welke: (frame: Frame | Buffer) => boolean) {
  let dicht = false;
  const tegengehouden: string[] = [];
  await page.routeWebSocket(/\/rt$/, (ws) => {
    const server = ws.connectToServer();
    server.onMessage((bericht) => {
      const frame = typeof bericht === 'string' ? (JSON.parse(bericht) as Frame) : bericht;
      if (dicht && welke(frame)) tegengehouden.push(Buffer.isBuffer(frame) ? `binary ${frame[0]}` : String(frame.t));
      else ws.send(bericht);
    });
  });
  return { sluit: () => (dicht = true), tegengehouden };
}

export const isTekst = (...soorten: string[]) => (f: Frame | Buffer) => !Buffer.isBuffer(f) && soorten.includes(f.t ?? '');

type Duw = Awaited<ReturnType<typeof duwSchakelaar>>;

/** A switch on a page, to be put there before it loads. */
export function schakelaar(...soorten: string[]) {
  const stand: { duw?: Duw } = {};
  const vooraf = async (page: Page) => {
    stand.duw = await duwSchakelaar(page, isTekst(...soorten));
  };
  return { stand, vooraf };
}
