// A werkvoorraad of any length: rows that the test makes, put between the real ones as they come into the page. In the page itself, for a
// message that goes through the test runner costs more than what the page does with it.
import type { Page } from '@playwright/test';

interface Lid {
  t: string;
  a: number;
  bij?: number;
  topic?: string;
  b: Record<string, unknown>;
}

interface Proef {
  wijzig: (n: number, onderwerp: string) => void;
  /** So many changes a second, one row after the other; gives the frames that the screen drew in a second. */
  stroom: (perSeconde: number, ms: number) => Promise<number>;
}

/** Runs in the page, before anything of it. */
function maakVeel(aantal: number) {
  /** Numbers that the server does not reach in a test. */
  const EIGEN = 1_000_000;
  const stand: { ws?: WebSocket; bundel?: number; voorbeeld?: Record<string, unknown> } = {};
  const versies = new Map<number, number>();
  const rij = (n: number, onderwerp = `Onderwerp ${n}`) => ({
    ...stand.voorbeeld,
    id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    zaaknummer: `ZAAK-2099-${String(n).padStart(6, '0')}`,
    onderwerp,
  });
  const komt = (frame: unknown) => stand.ws?.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
  const vul = () => {
    for (let n = 1; n <= aantal; n += 1) {
      const b = rij(n);
      komt({ t: 'lid', a: EIGEN + n, bij: stand.bundel, topic: `zaak/${b.id}@rij`, e: 'proef', v: 1, b });
    }
  };
  class Lijn extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      stand.ws = this;
      // Before any listener of the page: what is put in comes before the message that it stands before.
      this.addEventListener('message', ({ data, isTrusted }) => {
        if (!isTrusted || typeof data !== 'string') return;
        const frame = JSON.parse(data) as Lid;
        if (frame.t === 'lid' && frame.topic?.startsWith('zaak/') && frame.topic.endsWith('@rij')) {
          stand.bundel = frame.bij;
          stand.voorbeeld ??= frame.b;
        }
        if (frame.t === 'snap' && frame.a === stand.bundel) vul();
      });
    }
  }
  const wijzig = (n: number, onderwerp: string) => {
    const v = (versies.get(n) ?? 1) + 1;
    versies.set(n, v);
    komt({ t: 'ev', a: EIGEN + n, v, k: 'Proef', at: new Date().toISOString(), b: rij(n, onderwerp) });
  };
  const stroom = (perSeconde: number, ms: number) =>
    new Promise<number>((klaar) => {
      const [begin, totaal] = [performance.now(), (perSeconde * ms) / 1000];
      let [gedaan, beelden] = [0, 0];
      // Paced by the clock: a late turn of the timer does not make it fewer.
      const maat = setInterval(() => {
        const nu = Math.min(totaal, Math.floor(((performance.now() - begin) * perSeconde) / 1000));
        for (; gedaan < nu; gedaan += 1) wijzig((gedaan % aantal) + 1, `Nieuw ${gedaan}`);
      }, 10);
      const tik = (nu: number) => {
        beelden += 1;
        if (gedaan < totaal) {
          requestAnimationFrame(tik);
          return;
        }
        clearInterval(maat);
        klaar((beelden * 1000) / (nu - begin));
      };
      requestAnimationFrame(tik);
    });
  window.WebSocket = Lijn;
  Object.assign(window, { proef: { wijzig, stroom } satisfies Proef });
}

/** Puts so many rows into the bundle of the werkvoorraad before it is whole; to be put there before the page loads. */
export async function vulAan(page: Page, aantal: number) {
  await page.addInitScript(maakVeel, aantal);
  const proef = () => page.evaluateHandle(() => (window as unknown as { proef: Proef }).proef);
  return {
    wijzig: async (n: number, onderwerp: string) => (await proef()).evaluate((it, [welke, wat]) => it.wijzig(welke, wat), [n, onderwerp] as const),
    stroom: async (perSeconde: number, ms: number) => (await proef()).evaluate((it, [per, lang]) => it.stroom(per, lang), [perSeconde, ms] as const),
  };
}
