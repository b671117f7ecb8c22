// A werkvoorraad of any length: rows that the test makes, put between the real ones on the way to the page.
import type { Page, WebSocketRoute } from '@playwright/test';

/** Numbers that the server does not reach in a test. */
const EIGEN = 1_000_000;

interface Lid {
  t: string;
  a: number;
  bij?: number;
  topic?: string;
  b: Record<string, unknown>;
}

/** Puts so many rows into the bundle of the werkvoorraad before it is whole; to be put there before the page loads. */
export async function vulAan(page: Page, aantal: number) {
  const stand: { ws?: WebSocketRoute; bundel?: number; voorbeeld?: Record<string, unknown>; versies: Map<number, number> } = { versies: new Map() };
  const rij = (n: number, onderwerp = `Onderwerp ${n}`) => ({
    ...stand.voorbeeld,
    id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    zaaknummer: `ZAAK-2099-${String(n).padStart(6, '0')}`,
    onderwerp,
  });
  await page.routeWebSocket(/\/rt$/, (ws) => {
    const server = ws.connectToServer();
    stand.ws = ws;
    server.onMessage((bericht) => {
      const frame = typeof bericht === 'string' ? (JSON.parse(bericht) as Lid) : undefined;
      if (frame?.t === 'lid' && frame.topic?.endsWith('@rij')) {
        stand.bundel = frame.bij;
        stand.voorbeeld = frame.b;
      }
      if (frame?.t === 'snap' && frame.a === stand.bundel) {
        for (let n = 1; n <= aantal; n += 1) {
          const b = rij(n);
          ws.send(JSON.stringify({ t: 'lid', a: EIGEN + n, bij: stand.bundel, topic: `zaak/${b.id}@rij`, e: 'proef', v: 1, b }));
        }
      }
      ws.send(bericht);
    });
  });
  return {
    wijzig(n: number, onderwerp: string) {
      const v = (stand.versies.get(n) ?? 1) + 1;
      stand.versies.set(n, v);
      stand.ws?.send(JSON.stringify({ t: 'ev', a: EIGEN + n, v, k: 'Proef', at: new Date().toISOString(), b: rij(n, onderwerp) }));
    },
  };
}
